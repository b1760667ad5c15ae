from datetime import date

import pytest
from django.core.exceptions import ValidationError

from plugins.networks.dates import Span, check_edtf, span_of


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2010", date(2010, 1, 1), date(2010, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2010-04-06", date(2010, 4, 6), date(2010, 4, 6)),
        ("1997~", date(1997, 1, 1), date(1997, 12, 31)),
        ("2011?", date(2011, 1, 1), date(2011, 12, 31)),
        ("2008-06/2011", date(2008, 6, 1), date(2011, 12, 31)),
        ("1994/..", date(1994, 1, 1), None),
        ("1994/", date(1994, 1, 1), None),
        ("../2011", None, date(2011, 12, 31)),
        ("[..2000]", None, date(2000, 12, 31)),
        ("[2000..]", date(2000, 1, 1), None),
        ("[2004,2005]", date(2004, 1, 1), date(2005, 12, 31)),
        ("[2010-12..2011-12]", date(2010, 12, 1), date(2011, 12, 31)),
        ("{2008,2009,2010}", date(2008, 1, 1), date(2010, 12, 31)),
    ],
)
def test_span_holds_every_day_that_a_date_may_mean(
    edtf: str, earliest: date | None, latest: date | None
) -> None:
    assert span_of(edtf) == Span(earliest, latest)


NO_DATES = (
    *("", "..", "../..", "2010-13", "2010-02-30", "06.04.2010", "late 2009", "2011/2008"),
    *("[2010", "2010/2011/2012", "{" + "2008," * 30 + "2009}", "２０１０"),
)


@pytest.mark.parametrize("text", NO_DATES)
def test_a_text_that_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        check_edtf(text)

    assert refusal.value.code == "edtf"


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ("2010", "2010-04-06", True),
        ("../2010", "2011", False),
        ("2011/..", "2040", True),
        ("2010-03", "2010-04", False),
    ],
)
def test_spans_meet_where_a_day_may_lie_in_both(left: str, right: str, meet: bool) -> None:
    assert span_of(left).may_meet(span_of(right)) is meet
    assert span_of(right).may_meet(span_of(left)) is meet
