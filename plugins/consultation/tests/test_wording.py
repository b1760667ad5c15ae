"""What readers are told, in both languages."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from ..domain import History, Period
from ..wording import closing_text, history_text, offset_text, opening_text

ISTANBUL, BERLIN = ZoneInfo("Europe/Istanbul"), ZoneInfo("Europe/Berlin")
NOVEMBER = Period(date(2026, 11, 2), date(2026, 11, 30))
AT_FIVE = Period(date(2026, 11, 2), date(2026, 11, 30), opens_time=time(9), closes_time=time(17))
WINTER_2010 = Period(date(2010, 12, 1), date(2010, 12, 31))
BEFORE = datetime(2009, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("period", "zone", "language", "text"),
    [
        (NOVEMBER, ISTANBUL, "tr", "Son gün: 30 Kasım 2026 Pazartesi 23.59 (Türkiye saati)"),
        (NOVEMBER, ISTANBUL, "en", "Closes: Monday 30 November 2026, 23:59 (Istanbul time, UTC+3)"),
        (WINTER_2010, ISTANBUL, "en", "Closes: Friday 31 December 2010, 23:59 (Istanbul time, UTC+2)"),
        (AT_FIVE, ISTANBUL, "tr", "Son gün: 30 Kasım 2026 Pazartesi 17.00 (Türkiye saati)"),
        (AT_FIVE, BERLIN, "en", "Closes: Monday 30 November 2026, 17:00 (Berlin time, UTC+1)"),
        (AT_FIVE, BERLIN, "tr", "Son gün: 30 Kasım 2026 Pazartesi 17.00 (Berlin saati, UTC+1)"),
    ],
)
def test_closing_text_names_day_time_and_zone(period, zone, language, text):
    assert closing_text(period, zone=zone, language=language, now=BEFORE) == text


def test_closing_text_turns_to_the_past_in_the_closing_instant():
    closes_at = NOVEMBER.window(zone=ISTANBUL).closes_at

    texts = [
        closing_text(NOVEMBER, zone=ISTANBUL, language="en", now=now)
        for now in (closes_at - timedelta(seconds=1), closes_at)
    ]

    assert [text.partition(":")[0] for text in texts] == ["Closes", "Closed"]


@pytest.mark.parametrize(
    ("period", "language", "text"),
    [
        (NOVEMBER, "tr", "İlk gün: 2 Kasım 2026 Pazartesi (Türkiye saati)"),
        (NOVEMBER, "en", "Opens: Monday 2 November 2026 (Istanbul time, UTC+3)"),
        (AT_FIVE, "tr", "Açılış: 2 Kasım 2026 Pazartesi 09.00 (Türkiye saati)"),
        (AT_FIVE, "en", "Opens: Monday 2 November 2026, 09:00 (Istanbul time, UTC+3)"),
    ],
)
def test_opening_text_has_a_time_only_where_one_was_announced(period, language, text):
    assert opening_text(period, zone=ISTANBUL, language=language) == text


@pytest.mark.parametrize(
    ("history", "initiator", "language", "text"),
    [
        (
            History(),
            "Sanayi ve Ticaret Bakanlığı",
            "tr",
            (
                "Geçmişe ait kayıt: yalnızca taslağın görüşe gönderildiği biliniyor. "
                "Gönderen: Sanayi ve Ticaret Bakanlığı. "
                "Bilinmeyenler: gönderim tarihi, son gün, alıcılar, gelen görüşler, sonuç."
            ),
        ),
        (
            History(),
            "",
            "en",
            (
                "A historical record: all that is known is that the draft was sent for opinions. "
                "Not known: the date of sending, the closing date, the recipients, the replies, the outcome."
            ),
        ),
        (
            History(sent_on=date(2010, 5, 5), recipients_count=40, responses_received=0),
            "",
            "en",
            (
                "A historical record: all that is known is that the draft was sent for opinions. "
                "Sent on: 5 May 2010. Recipients: 40. Replies: 0. Not known: the closing date, the outcome."
            ),
        ),
    ],
)
def test_history_is_told_from_what_is_known(history, initiator, language, text):
    assert history_text(history, initiator=initiator, language=language) == text


@pytest.mark.parametrize(
    ("hours", "text"), [(3, "UTC+3"), (-5, "UTC−5"), (5.5, "UTC+5:30"), (-3.5, "UTC−3:30"), (0, "UTC")]
)
def test_offset_is_written_with_a_sign(hours, text):
    assert offset_text(timedelta(hours=hours)) == text
