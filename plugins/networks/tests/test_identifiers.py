import pytest
from django.core.exceptions import ValidationError

from plugins.networks.identifiers import address_of, is_valid, tidied
from plugins.networks.models import OrganisationIdentifier
from plugins.networks.tests.making import make_organisation


@pytest.mark.parametrize(
    ("scheme", "written", "value"),
    [
        ("ror", "https://ror.org/05DXPS055", "05dxps055"),
        ("isni", "0000 0001 2281 955x", "000000012281955X"),
        ("isni", "https://isni.org/isni/0000000419368956", "0000000419368956"),
        ("wikidata", "https://www.wikidata.org/wiki/q42", "Q42"),
        ("lei", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R12"),
        ("uia", "XE 0123", "XE0123"),
        ("grid", "GRID.168010.e", "grid.168010.e"),
        ("detsis", " 24308110 ", "24308110"),
        ("local", "/a/b", "/a/b"),
    ],
)
def test_identifiers_are_kept_bare(scheme: str, written: str, value: str) -> None:
    assert tidied(scheme, written) == value
    assert is_valid(scheme, value)


WRONG = {
    "ror": ["05dxps056", "05dxps05", "15dxps055", "05dlps055", "05dxps０55"],
    "isni": ["0000000122819550", "000000012281955", "X000000122819555"],
    "wikidata": ["Q0", "42", "Q"],
    "lei": ["5493001KJTIIGC8Y1R13", "5493001KJTIIGC8Y1R1"],
    "uia": ["123", "ABC1234"],
    "grid": ["grid.168010", "168010.e"],
    "detsis": ["1234567", "1234567a"],
    "local": ["", "two words"],
}


@pytest.mark.parametrize(("scheme", "value"), [(s, v) for s, values in WRONG.items() for v in values])
def test_a_wrong_form_or_check_digit_is_refused(scheme: str, value: str) -> None:
    assert not is_valid(scheme, value)


@pytest.mark.parametrize("position", range(8))
def test_every_single_mistyped_digit_of_an_isni_is_found(position: int) -> None:
    right = "0000000419368956"
    digits = list(right)
    digits[position + 8] = str((int(digits[position + 8]) + 1) % 10)

    assert is_valid("isni", right)
    assert not is_valid("isni", "".join(digits))


def test_an_identifier_leads_to_its_register_where_that_has_addresses() -> None:
    assert address_of("ror", "05dxps055") == "https://ror.org/05dxps055"
    assert address_of("uia", "XE0123") == ""


@pytest.mark.django_db
def test_no_two_records_share_an_identifier() -> None:
    make_organisation("one", identifiers=[OrganisationIdentifier(scheme="wikidata", value="Q42")])
    second = OrganisationIdentifier(
        organisation=make_organisation("other"), scheme="wikidata", value="https://www.wikidata.org/wiki/Q42"
    )

    with pytest.raises(ValidationError) as refusal:
        second.full_clean()

    assert refusal.value.messages == ["Bu tanımlayıcı başka bir kayıtta var."]
