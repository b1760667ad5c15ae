"""Every way in which the source pages date something, as it comes back in both languages."""

import pytest

from ..fuzzy import Certainty, Duration, FuzzyDate, Part, Period
from .making import make_activity, on, planned

pytestmark = pytest.mark.usefixtures("bilingual_site")

WRITTEN = """query ($locale: LocaleCode!) { timelinesActivity(locale: $locale, key: "a") { date {
  edtf label sentence: label(form: SENTENCE)
} } }"""
PAGE_DATE = FuzzyDate("[2010-12..2011-12]")
PLANNED_END = FuzzyDate("2011", certainty=Certainty.PLANNED)


@pytest.mark.parametrize(
    ("period", "edtf", "turkish", "english"),
    [
        (
            Period.lasting(Duration("P30Y", PAGE_DATE, approximate=True)),
            "1980~/..",
            ("yaklaşık 30 yıldır", "yaklaşık 30 yıldır"),
            ("for about 30 years", "for about 30 years"),
        ),
        (
            Period.since(FuzzyDate("1994")),
            "1994/..",
            ("1994’ten günümüze", "1994’ten beri"),
            ("1994 to present", "since 1994"),
        ),
        (on("2008-06"), "2008-06", ("Haziran 2008", "Haziran 2008’de"), ("June 2008", "in June 2008")),
        (
            Period.between(FuzzyDate("2008-06"), PLANNED_END),
            "2008-06/2011",
            ("Haziran 2008 – 2011 (planlanan)", "Haziran 2008’den 2011’e kadar (planlanan)"),
            ("June 2008 – 2011 (planned)", "from June 2008 to 2011 (planned)"),
        ),
        (
            on("2009", Part.LATE),
            "2009",
            ("2009 sonları", "2009 yılı sonlarında"),
            ("late 2009", "in late 2009"),
        ),
        (on("2009"), "2009", ("2009", "2009 yılında"), ("2009", "in 2009")),
        (
            Period.throughout(FuzzyDate("2010")),
            "2010",
            ("2010 yılı boyunca", "2010 yılı boyunca"),
            ("throughout 2010", "throughout 2010"),
        ),
        (
            on("2010-04-06"),
            "2010-04-06",
            ("6 Nisan 2010", "6 Nisan 2010 tarihinde"),
            ("6 April 2010", "on 6 April 2010"),
        ),
        (
            planned("2011"),
            "2011",
            ("2011 (planlanan)", "2011 yılı içinde"),
            ("2011 (planned)", "in the course of 2011"),
        ),
        (
            on(""),
            None,
            ("tarihi bilinmiyor", "bilinmeyen bir tarihte"),
            ("date unknown", "on an unknown date"),
        ),
    ],
)
def test_date_of_the_sources_comes_back_as_they_wrote_it(ask, period, edtf, turkish, english):
    make_activity("a", period)

    told = {code: ask(WRITTEN, locale=code)["data"]["timelinesActivity"]["date"] for code in ("TR", "EN")}

    assert told == {
        code: {"edtf": edtf, "label": label, "sentence": sentence}
        for code, (label, sentence) in (("TR", turkish), ("EN", english))
    }
