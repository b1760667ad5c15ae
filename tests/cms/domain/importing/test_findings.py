"""Every code has a severity and a message in both languages."""

import pytest
from django.utils import translation

from cms.domain.importing.findings import MESSAGES, Code, ImportFinding, Severity


def test_every_code_has_a_message():
    assert set(MESSAGES) == set(Code)


@pytest.mark.parametrize("code", Code)
def test_message_is_there_in_both_languages(code):
    finding = ImportFinding(code, 1, "x")

    said = {}
    for language in ("tr", "en"):
        with translation.override(language):
            said[language] = finding.message

    assert said["tr"] != said["en"]
    assert ("“x”" in said["tr"]) == ("“x”" in said["en"])


def test_severities_say_what_stops_an_import():
    severities = {severity: [] for severity in Severity}
    for code in Code:
        severities[ImportFinding(code, 1).severity].append(code)

    assert severities[Severity.ERROR] == [
        "file_empty",
        "file_is_no_text",
        "charset_unknown",
        "letters_lost",
        "letters_garbled",
    ]
    assert severities[Severity.NOTE] == ["letters_composed", "spaces_normalised", "invisible_removed"]
