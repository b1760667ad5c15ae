"""Every refusal can be told in Turkish, with the same things filled in."""

import ast
import re
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent.parent
CATALOGUE = PLUGIN / "locale/tr/LC_MESSAGES/django.po"
TRANSLATIONS = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.*)"$', CATALOGUE.read_text(), re.MULTILINE))


def messages_in(module):
    nodes = ast.walk(ast.parse((PLUGIN / module).read_text()))
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    return [call.args[0].value for call in calls if getattr(call.func, "id", "") == "gettext_noop"]


def gaps_in(message):
    return sorted(re.findall(r"%\(\w+\)[sd]|%%", message))


@pytest.mark.parametrize("message", messages_in("edtf/errors.py") + messages_in("fuzzy/errors.py"))
def test_message_is_translated_with_the_same_gaps(message):
    translation = TRANSLATIONS.get(message, "")

    assert translation
    assert gaps_in(translation) == gaps_in(message)
