"""The place of an activity in a timeline as a text of digits, so that every database sorts it alike. Pure."""

from .fuzzy import Period

LONGEST_CHAIN = 50
"""How many undated activities may stand one behind the other."""

HIGHEST_DAY = 9_999_999
LOWEST_HINT = -32_768


def sort_key(period: Period, *, order_hint: int, pk: int, behind: str = "") -> str:
    """Return the key: by date, then by the editors' order, then by primary key.

    An undated activity that follows another is given the other's key as `behind`: a key that begins with
    another one sorts just after it, and before whatever sorts after that.
    """
    last_word = f"{order_hint - LOWEST_HINT:05}{pk:012}"
    return (behind if behind and period.is_undated else _date_key(period)) + last_word


def length_of_chain(key: str) -> int:
    """Return how many activities stand before this one up to the one that its place comes from."""
    date_key, last_word = 16, 17
    return (len(key) - date_key) // last_word - 1


def _date_key(period: Period) -> str:
    is_undated, first, is_point, last = period.sort_key
    # Spans count down from the highest day: of two that begin together, the longer comes first.
    last_day = last if is_point else HIGHEST_DAY + last
    return f"{is_undated:d}{first.toordinal():07}{is_point:d}{last_day:07}"
