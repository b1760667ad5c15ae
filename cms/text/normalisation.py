"""One spelling in code points for text that looks the same; touches nothing."""

import re
import unicodedata

_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
# The Latin blocks with their combining marks, and general punctuation without the joiners themselves.
_UNJOINED = "\0-\u036f\u2000-\u200b\u200e-\u206f"

_BROKEN_I = re.compile("i\N{COMBINING DOT ABOVE}+")
_LINE_END = re.compile("\r\n?|[\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_INVISIBLE = re.compile("[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}]")
_STRAY_JOINER = re.compile(
    f"(?<=[{_UNJOINED}])[{_JOINERS}]+|(?<![{_JOINERS}])[{_JOINERS}]+(?=[{_UNJOINED}]|$)|^[{_JOINERS}]+"
)
_SPACES = re.compile("[ \u00a0\u2007\u202f]+")


def tidy(text: str) -> str:
    """Return text as it is stored: composed (NFC), with ordinary spaces and nothing invisible.

    - No-break spaces become one ordinary space, together with the spaces around them; ordinary double
      spaces and spaces at the ends stay, since a fragment of a sentence may need them.
    - Zero-width characters, soft hyphens, control characters and lone surrogates go; tabs and line ends
      stay, every line end as a single newline. Joiners stay between two characters that are
      neither Latin nor punctuation, where Persian and emoji need them.
    - `i` followed by a combining dot becomes `i`: it is what is left of an İ put into small letters by
      a program that does not know Turkish.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _CONTROL.sub("", _LINE_END.sub("\n", text))
    text = compose(_INVISIBLE.sub("", text))
    return compose(_SPACES.sub(_ordinary, _STRAY_JOINER.sub("", text)))


def compose(text: str) -> str:
    """Return text in NFC, with a doubly dotted `i` mended."""
    text = unicodedata.normalize("NFC", text)
    if "i\N{COMBINING DOT ABOVE}" not in text:
        return text
    return unicodedata.normalize("NFC", _BROKEN_I.sub("i", text))


def _ordinary(spaces: re.Match[str]) -> str:
    return spaces.group() if spaces.group().isascii() else " "
