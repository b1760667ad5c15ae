"""What is recognised in the lines of a draft, in both languages, and that nothing is lost."""

import pytest

from ..drafts.aligning import align
from ..drafts.keys import with_keys
from ..drafts.marks import mark_of
from ..drafts.recognising import Line, recognise
from ..drafts.vocabulary import Kind

TURKISH = """
TEMİZ ÜRETİM İŞ BİRLİĞİ PROTOKOLÜ
Taraflar aşağıdaki hükümlerde anlaşmıştır.
BİRİNCİ BÖLÜM
Genel Hükümler
Amaç
MADDE 1 – (1) Bu protokolün amacı iş birliğini düzenlemektir.
Tanımlar
MADDE 2 – (1) Bu protokolde;
a) Merkez: Ulusal merkezi,
b) Taraf: Protokolü imzalayan kurumu,
c) Kurul: Yürütme kurulunu,
ç) Proje: Ortak projeyi,
1) Pilot olanı,
aa) küçük ölçekli,
ifade eder.
(2) Kısaltmalar eklerde yer alır.
GEÇİCİ MADDE 1 – İlk kurul altmış gün içinde toplanır.
EK-1
Kısaltmalar
Madde 5 uyarınca hazırlanan liste burada yer alır.
"""
ENGLISH = """
CO-OPERATION PROTOCOL ON CLEANER PRODUCTION
The parties have agreed as follows.
SECTION ONE
General Provisions
Article 1 – Purpose
(1) The purpose of this protocol is to organise co-operation.
Article 2 – Definitions
(1) In this protocol,
(a) Centre means the national centre,
(b) Party means an institution that has signed,
(c) Board means the executive board,
(d) Project means a common project,
1) of a pilot kind,
aa) on a small scale,
apply.
(2) Abbreviations are in the annexes.
Provisional Article 1 – The first board meets within sixty days.
ANNEX 1
Abbreviations
The list made under the protocol stands here.
"""


def found_in(text):
    return recognise(Line(line) for line in text.splitlines())


def told(found):
    return [(each.kind.value, each.printed_number, each.heading, each.is_recognised) for each in found]


def test_turkish_draft_is_recognised_as_it_is_printed():
    assert told(found_in(TURKISH)) == [
        ("preamble", "", "TEMİZ ÜRETİM İŞ BİRLİĞİ PROTOKOLÜ", False),
        ("paragraph", "", "", False),
        ("section", "BİRİNCİ BÖLÜM", "Genel Hükümler", True),
        ("article", "MADDE 1", "Amaç", True),
        ("paragraph", "(1)", "", True),
        ("article", "MADDE 2", "Tanımlar", True),
        ("paragraph", "(1)", "", True),
        ("clause", "a)", "", True),
        ("clause", "b)", "", True),
        ("clause", "c)", "", True),
        ("clause", "ç)", "", True),
        ("subclause", "1)", "", True),
        ("subclause", "aa)", "", True),
        ("paragraph", "", "", False),
        ("paragraph", "(2)", "", True),
        ("article", "GEÇİCİ MADDE 1", "", True),
        ("annex", "EK-1", "Kısaltmalar", True),
        ("paragraph", "", "", False),
    ]


def test_keys_come_from_the_printed_numbers_and_are_never_twice():
    assert [each.key for each in with_keys(found_in(TURKISH), taken=["ek-1"])] == [
        "preamble",
        "preamble-text",
        "birinci-bolum",
        "madde-1",
        "madde-1-1",
        "madde-2",
        "madde-2-1",
        "madde-2-1-a",
        "madde-2-1-b",
        "madde-2-1-c",
        "madde-2-1-c-2",
        "madde-2-1-c-2-1",
        "madde-2-1-c-2-aa",
        "madde-2-text",
        "madde-2-2",
        "gecici-madde-1",
        "ek-1-2",
        "ek-1-2-text",
    ]


def test_second_language_finds_the_same_provisions_also_where_the_letters_differ():
    provisions = with_keys(found_in(TURKISH))

    alignment = align(provisions, found_in(ENGLISH))

    assert (alignment.without_text, alignment.left_over) == ((), ())
    assert alignment.texts["madde-2-1-c-2"].printed_number == "(d)"
    assert alignment.texts["madde-2-1-c-2"].text == "Project means a common project,"
    assert alignment.texts["gecici-madde-1"].text == "The first board meets within sixty days."


def test_what_has_no_counterpart_is_shown_on_both_sides():
    shorter = ENGLISH.replace("(2) Abbreviations are in the annexes.", "") + "Article 9 – Extra\n"

    alignment = align(with_keys(found_in(TURKISH)), found_in(shorter))

    assert [each.key for each in alignment.without_text] == ["madde-2-2"]
    assert [each.printed_number for each in alignment.left_over] == ["Article 9"]


@pytest.mark.parametrize("text", [TURKISH, ENGLISH, "", "Tek satır.", "a) başsız bent\n(3) fıkra\nEK"])
def test_no_word_is_lost_and_the_order_stays(text):
    found = found_in(text)

    words = " ".join(f"{each.printed_number} {each.heading} {each.text}" for each in found).split()
    expected = text.replace("–", " ").split()
    assert sorted(words) == sorted(expected)


@pytest.mark.parametrize(
    ("line", "kind", "number", "rest"),
    [
        ("MADDE 5- Taraflar", Kind.ARTICLE, "MADDE 5", "Taraflar"),
        ("Madde 12: Süre", Kind.ARTICLE, "Madde 12", "Süre"),
        ("EK MADDE 1 – Metin", Kind.ARTICLE, "EK MADDE 1", "Metin"),
        ("MADDE 7/A – Metin", Kind.ARTICLE, "MADDE 7/A", "Metin"),
        ("ARTICLE 3", Kind.ARTICLE, "ARTICLE 3", ""),
        ("İKİNCİ KISIM", Kind.PART, "İKİNCİ KISIM", ""),
        ("ÜÇÜNCÜ BÖLÜM – Son Hükümler", Kind.SECTION, "ÜÇÜNCÜ BÖLÜM", "Son Hükümler"),
        ("Section 2: Terms", Kind.SECTION, "Section 2", "Terms"),
        ("EK", Kind.ANNEX, "EK", ""),
        ("Annex A – Forms", Kind.ANNEX, "Annex A", "Forms"),
        ("(12) Metin", Kind.PARAGRAPH, "(12)", "Metin"),
        ("ğ) Metin", Kind.CLAUSE, "ğ)", "Metin"),
        ("ı) Metin", Kind.CLAUSE, "ı)", "Metin"),
    ],
)
def test_mark_says_what_a_line_begins(line, kind, number, rest):
    mark = mark_of(line)

    assert (mark.kind, mark.printed_number, mark.rest) == (kind, number, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Madde 5 uyarınca hazırlanır.",
        "Ek olarak taraflar görüşür.",
        "Article 5 of the protocol applies.",
        "EK-1’de yer alan form kullanılır.",
        "bölüm",
        "Bu madde (1) numaralı fıkrayı değiştirir.",
    ],
)
def test_sentence_that_only_speaks_of_a_provision_begins_none(line):
    assert mark_of(line) is None


def test_letter_i_goes_on_with_the_alphabet_or_begins_roman_numbers():
    alphabet = found_in("Article 1 – X\n(h) eight\n(i) nine\n")
    roman = found_in("Article 1 – X\n(a) first\n(i) one\n(ii) two\n(b) second\n")

    assert [each.kind.value for each in alphabet] == ["article", "clause", "clause"]
    assert [each.kind.value for each in roman] == ["article", "clause", "subclause", "subclause", "clause"]


def test_table_is_kept_whole_in_its_article():
    lines = [Line("MADDE 1 – (1) Takvim:"), Line("Ay Adım", "<table></table>", is_table=True)]

    found = recognise(lines)

    assert [(each.kind.value, each.text, each.html) for each in found][-1] == (
        "table",
        "Ay Adım",
        "<table></table>",
    )
