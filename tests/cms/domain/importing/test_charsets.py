"""Which bytes are read, which are converted, and which are refused."""

import pytest

from cms.domain.importing.charsets import decode
from cms.domain.importing.findings import Code, ImportFinding

TEXT = "Çığ düştü, “köprü” yıkıldı…"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_as_it_is(charset):
    decoded = decode(TEXT.encode(charset))

    assert (decoded.text, decoded.findings) == (TEXT, ())


def test_windows_1254_is_converted_and_said_to_be():
    decoded = decode(TEXT.encode("cp1254"))

    assert (decoded.text, decoded.findings) == (TEXT, (ImportFinding(Code.CHARSET_CONVERTED, 1),))


def test_bytes_that_make_letters_foreign_to_turkish_are_refused_with_their_place():
    decoded = decode("Bir\nEn španělský text".encode("cp1250"))

    assert decoded.text is None
    assert decoded.findings == (ImportFinding(Code.CHARSET_UNKNOWN, 2, "španìlskı"),)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.FILE_EMPTY),
        (b" \n\t", Code.FILE_EMPTY),
        ("\ufeff".encode(), Code.FILE_EMPTY),
        (b"%PDF-1.7 ...", Code.FILE_IS_NO_TEXT),
        (b"PK\x03\x04 a Word file", Code.FILE_IS_NO_TEXT),
        (b"GIF89a\x01\x00\x01\x00\x80", Code.FILE_IS_NO_TEXT),
        (b"text \x00 text", Code.FILE_IS_NO_TEXT),
    ],
)
def test_files_without_text_are_refused(data, code):
    assert decode(data).findings == (ImportFinding(code, 1),)
    assert decode(data).text is None
