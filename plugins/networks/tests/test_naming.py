import pytest

from plugins.networks.dates import span_of
from plugins.networks.models import OrganisationName
from plugins.networks.naming import acronym, name_called, shown_name
from plugins.networks.tests.making import name

MINISTRY = (
    name("Sanayi ve Ticaret Bakanlığı", "tr", "former", valid_to="2011"),
    name("Ministry of Industry and Trade", "en", "former", valid_to="2011"),
    name("Ministry of Industry and Commerce", "en", "alias", valid_to="2011"),
    name("Bilim, Sanayi ve Teknoloji Bakanlığı", "tr", "former", valid_from="2011", valid_to="2018"),
    name("Ministry of Science, Industry and Technology", "en", "former", valid_from="2011", valid_to="2018"),
    name("Sanayi ve Teknoloji Bakanlığı", "tr", "official", valid_from="2018", is_preferred=True),
    name(
        "Ministry of Industry and Technology",
        "en",
        "translated_official",
        valid_from="2018",
        is_preferred=True,
    ),
)
CENTRE = (
    name("Centre for Sustainable Production", valid_from="2013-12", is_preferred=True),
    name("SCP/RAC", kind="acronym", valid_from="2013-12"),
    name("Centre for Cleaner Production", kind="former", valid_to="2013-12"),
    name("CP/RAC", kind="former", valid_to="2013-12"),
)
WESTERN = (
    name("Western Network", is_preferred=True),
    name("Western Regional Network", kind="former", valid_from="1997"),
    name("Batı Ağı", "tr", "translated_official"),
    name("West Network", kind="alias"),
)


@pytest.mark.parametrize(
    ("names", "language", "on", "shown"),
    [
        pytest.param(MINISTRY, "tr", None, "Sanayi ve Teknoloji Bakanlığı", id="today"),
        pytest.param(MINISTRY, "tr", "2010-04-06", "Sanayi ve Ticaret Bakanlığı", id="on a day"),
        pytest.param(MINISTRY, "en", "2010", "Ministry of Industry and Trade", id="in a year, not the alias"),
        pytest.param(MINISTRY, "en", "2015", "Ministry of Science, Industry and Technology", id="in between"),
        pytest.param(MINISTRY, "tr", "2011", "Bilim, Sanayi ve Teknoloji Bakanlığı", id="the later of two"),
        pytest.param(MINISTRY, "tr", "2024", "Sanayi ve Teknoloji Bakanlığı", id="after the last change"),
        pytest.param(CENTRE, "en", "2005", "Centre for Cleaner Production", id="a name, not its acronym"),
        pytest.param(CENTRE, "tr", "2005", "Centre for Cleaner Production", id="in the only language"),
        pytest.param(
            CENTRE, "tr", None, "Centre for Sustainable Production", id="another language if need be"
        ),
        pytest.param(WESTERN, "en", "1998", "Western Network", id="an end nobody knows proves nothing"),
        pytest.param(WESTERN, "tr", None, "Batı Ağı", id="no preferred one in the language"),
        pytest.param((name("X", kind="acronym"), name("Uzun ad", "tr")), "en", None, "Uzun ad", id="long"),
        pytest.param((name("X", kind="acronym"),), "tr", None, "X", id="nothing else"),
    ],
)
def test_shown_name_is_the_one_that_stands_for_the_body(
    names: tuple[OrganisationName, ...], language: str, on: str | None, shown: str
) -> None:
    found = shown_name(names, language=language, on=span_of(on) if on else None)

    assert str(found) == shown


def test_a_body_without_names_has_none_to_show() -> None:
    assert (shown_name([], language="tr"), acronym([], language="tr")) == (None, None)


@pytest.mark.parametrize(
    ("names", "language", "short"),
    [
        pytest.param(CENTRE, "en", "SCP/RAC", id="in present use"),
        pytest.param(
            (name("NCPC", kind="acronym"), name("UTÜM", "tr", "acronym")), "tr", "UTÜM", id="of the language"
        ),
        pytest.param((name("NCPC", kind="acronym"),), "tr", "NCPC", id="another language if need be"),
        pytest.param((name("OLD", kind="acronym", valid_to="2001"),), "en", "None", id="not one of the past"),
    ],
)
def test_acronym_is_the_one_in_present_use(
    names: tuple[OrganisationName, ...], language: str, short: str
) -> None:
    assert str(acronym(names, language=language)) == short


def test_a_name_is_met_in_the_asked_language_first() -> None:
    english, turkish = name("RECP Network", "en", "alias"), name("RECP Network", "tr", "alias")

    assert name_called([english, turkish], "RECP Network", language="tr") is turkish
    assert name_called([english, turkish], "RECP network", language="tr") is None
