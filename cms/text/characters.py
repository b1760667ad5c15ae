"""The characters that several rules of this package must agree on; touches nothing."""

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"

# What people type or paste for an apostrophe, the backtick of Turkish keyboards included.
APOSTROPHES = "'’‘‛ʼʻʹʾʿ`´′\N{FULLWIDTH APOSTROPHE}"

# The blocks of combining diacritical marks, as the inside of a character class. The vowel signs and
# voicing marks of other scripts are outside them: they spell a different word, not an accented one.
DIACRITICS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
