"""A whole file: everything that is found, in order of lines."""

import unicodedata

from cms.domain.importing.examination import examine

TURKISH = """Göl kıyısındaki tesis

Tesis  iki yıl önce açıldı.\N{NO-BREAK SPACE}Sular burada süzülüyor, sonuclar panoya asılıyor.

lakephoto

Raporun tamamı yalnızca İngilizcedir (

Harita için tıklayınız.
"""


def found(data, language="tr", name="gol-kiyisi.txt"):
    return [
        (finding.line, finding.code, finding.excerpt)
        for finding in examine(data, language=language, name=name).findings
    ]


def test_report_names_every_defect_with_its_line():
    assert found(TURKISH.encode()) == [
        (3, "spaces_normalised", "2"),
        (3, "word_unknown", "sonuclar"),
        (5, "stray_alt_text", "lakephoto"),
        (7, "sentence_cut_off", "Raporun tamamı yalnızca İngilizcedir ("),
        (9, "link_target_missing", "Harita için tıklayınız."),
    ]


def test_defects_of_sense_do_not_stop_an_import():
    assert not examine(TURKISH.encode(), language="tr", name="x.txt").is_refused


def test_lost_letters_stop_an_import():
    examination = examine("Başlık\n\nKö?prü yıkıldı.".encode(), language="tr", name="x.txt")

    assert examination.is_refused
    assert ("letters_lost", 3, "Kö?prü") in [
        (finding.code, finding.line, finding.excerpt) for finding in examination.findings
    ]


def test_file_that_cannot_be_read_has_no_source():
    examination = examine(b"%PDF-1.7", language="tr", name="x.txt")

    assert (examination.source, examination.is_refused) == (None, True)


def test_title_that_is_missing_is_taken_from_the_name_of_the_file():
    examination = examine("Bir cümle.\n\nBir daha.".encode(), language="tr", name="gol-kiyisi.txt")

    assert examination.source.title == "gol kiyisi"
    assert [(finding.code, finding.excerpt) for finding in examination.findings] == [
        ("title_assumed", "gol kiyisi")
    ]


def test_decomposed_letters_are_mended_and_are_no_misspellings():
    data = unicodedata.normalize("NFD", "Başlık\n\nGüç ve su.").encode()

    assert found(data) == [(1, "letters_composed", "Başlık"), (3, "letters_composed", "Güç")]
    assert examine(data, language="tr", name="x.txt").source.passages[0].text == "Güç ve su."
