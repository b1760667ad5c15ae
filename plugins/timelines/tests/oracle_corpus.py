"""Strings that are EDTF, nearly EDTF and not EDTF at all, always the same ones.

`python -m plugins.timelines.tests.oracle_corpus` compares our verdict with that of edtf-validate on
every one of them; the tests do so on a sample, because the oracle needs some 15 ms for each.
"""

import random
import sys
from collections import Counter
from itertools import product

from .oracle import disagreement

MARKS = "~?%"


def _words(text: str) -> list[str]:
    return text.split()


DATES = (
    *_words(
        "2010 0000 0999 -0044 -0000 201 20100 Y17000 Y-17000 Y1700 y17000 2010-04 2010-12 2010-13 2010-00 "
        "-0044-03 2010-4 0000-02 2010-04-06 2010-4-6 2010-04-31 2010-02-29 2012-02-29 2010-02-30 "
        "-0044-03-15 20100406 2010-21 2010-24 2010-25 2010-33 2010-36 2010-41 2010-42 2010-20 -0044-23 "
        "0000-21 201X 20XX 2XXX XXXX X010 2X1X -00XX -XXXX 201x 2010-XX 2010-0X 2010-1X 2010-X1 2010-X0 "
        "2010-2X 2010-XX-XX 2010-04-XX 2010-04-3X 2010-02-3X 2010-XX-31 201X-04 201X-02-29 2XX1-02-29 "
        "156X-12-25 15XX-12-XX XXXX-12-XX 2010-X2-30 2010-04-4X 1950S2 Y17E7 Y-17E7 Y17000S3 2010~-04 "
        "?2010-04 2010-~04-06 2010-04~-06 2010-?04 2010-04-06T10:20:30 2010-04-06T24:00:00 "
        "2010-04-06T24:00:01 2010-04-06T10:20:30Z 2010-04-06T10:20:30+03:00 2010-04-06T10:20:30-13 "
        "2010-04-06T10:20:30+14:00 2010-04T10:20:30 2010-04-06T10:20:30+00:00 2010-04-06T10:20:30+00:30 "
        "2010-04-06T10:20 -0044-03-15T10:20:30 2010T10:20:30 2010-04-06T10:60:00 2010-04-06T1020 unknown "
        "open"
    ),
    "2010-04-06 10:20:30",
    "",
)
ENDPOINTS = (
    *_words(
        ".. 2008 2010 2010-04 2010-05 2010-04-06 2010-04-30 2010-02-30 2010-21 2010-22 2010-24 2010-33 "
        "2010~ 2010-04? 2010-21% 201X 2010-XX 2010-04-XX 2010-0X-06 -0044 -0010 -0044-03 -0044-05 0000 "
        "Y17000 open ..2010 2010~-04"
    ),
    "",
)
MEMBERS = (
    *_words(
        "2008 2010 2010-04 2010-05 2010-04-06 2010-02-30 2010~ 201X 2010-XX 2010-21 2008..2010 2010..2008 "
        "2008..2010-04 2010-04..2010-05 2010-04-06..2010-04-08 201X..2020 ..2008 2010.. .. 2010~..2012 "
        "Y17000 2010~-04 2010-33"
    ),
    "",
)
ALPHABET = "0123456789X-/.,[]{}~?%TZ:YES"


def corpus() -> list[str]:
    """Return the whole corpus, without repetition, in a fixed order."""
    written = [*DATES, *_marked(), *_intervals(), *_sets(), *_long_ones()]
    return list(dict.fromkeys([*written, *_mutated(written)]))


def _marked() -> list[str]:
    return [date + mark for date, mark in product(DATES, MARKS)]


def _intervals() -> list[str]:
    return [f"{start}/{end}" for start, end in product(ENDPOINTS, ENDPOINTS)] + ["2008/2009/2010", "/", "//"]


def _sets() -> list[str]:
    pairs = [",".join(pair) for pair in product(MEMBERS, MEMBERS)]
    triples = ["..2008,2009,2010..", "2008,2009..2010,2011", "2008,..2009,2010", "2008..,2009,2010"]
    contents = [*MEMBERS, *pairs, *triples]
    return [f"[{content}]" for content in contents] + [f"{{{content}}}" for content in contents[::3]]


def _long_ones() -> list[str]:
    twelve, thirteen = (",".join(["2010"] * how_many) for how_many in (12, 13))
    return [
        f"[{twelve}]",
        f"[{thirteen}]",
        "[2008",
        "2008]",
        "[2008}",
        "{2008,2009]",
        "[[2008,2009]]",
        "Y" + "1" * 63,
    ]


def _mutated(written: list[str]) -> list[str]:
    """Return each string with one character taken away, added or replaced."""
    dice = random.Random(8601)  # noqa: S311 -- no secret
    return [_with_one_slip(text, dice) for text in written if text]


def _with_one_slip(text: str, dice: random.Random) -> str:
    place, character = dice.randrange(len(text)), dice.choice(ALPHABET)
    return text[:place] + dice.choice(("", character, character + text[place])) + text[place + 1 :]


if __name__ == "__main__":
    found = Counter(disagreement(text) for text in corpus())
    sys.stdout.writelines(
        f"{how_many:6} {reason or 'same verdict'}\n" for reason, how_many in found.most_common()
    )
