import pytest

from plugins.networks.linkhealth.guarding import Guard, RefusedAddress, is_public

PUBLIC, INNER = "93.184.216.34", "10.0.0.7"


@pytest.mark.parametrize(
    "ip",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fd00:ec2::254"),
        *("ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::", "64:ff9b::7f00:1"),
        *("64:ff9b::a9fe:a9fe", "fe80::1%eth0"),
    ],
)
def test_addresses_of_inner_networks_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", [PUBLIC, "2606:4700::1111", "::ffff:93.184.216.34"])
def test_addresses_of_the_internet_are_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "//example.org/"),
        *("http:///nothing", "http://example.org:22/", "http://example.org:6379/", "http://example.org:x/"),
        *("http://user:word@example.org/", "http://user@example.org/", "javascript:alert(1)"),
        "http://" + "a" * 70 + ".org/",
    ],
)
def test_what_is_no_usual_web_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedAddress):
        Guard(lambda _host, _port: [PUBLIC]).target(url)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/"]
)
def test_numbers_that_lead_to_this_machine_are_refused_however_written(url: str) -> None:
    with pytest.raises(RefusedAddress):
        Guard().target(url)


def test_one_inner_address_among_public_ones_refuses_the_name() -> None:
    with pytest.raises(RefusedAddress):
        Guard(lambda _host, _port: [PUBLIC, INNER]).target("http://example.org/")


def test_a_name_is_looked_up_once_and_its_proved_address_is_kept() -> None:
    answers = iter([[PUBLIC], [INNER]])

    target = Guard(lambda _host, _port: next(answers)).target("https://ağ.example.org/a?b=c#d")

    assert (target.ip, target.host, target.path) == (PUBLIC, "xn--a-eja.example.org", "/a?b=c")
    assert next(answers) == [INNER]


def test_what_tests_may_reach_is_one_port_of_one_address() -> None:
    guard = Guard(also=frozenset({("127.0.0.1", 8099)}))

    assert guard.target("http://127.0.0.1:8099/").port == 8099
    with pytest.raises(RefusedAddress):
        guard.target("http://127.0.0.1:8098/")
