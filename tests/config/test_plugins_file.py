import pytest
from django.core.exceptions import ImproperlyConfigured

from config.plugins_file import plugins_in


def test_plugins_are_read_from_a_file_like_that_of_the_checkout(tmp_path):
    file = tmp_path / "plugins.py"
    file.write_text('CMS_PLUGINS: dict = {"networks": {"enabled": False}}')

    assert plugins_in(file) == {"networks": {"enabled": False}}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("CMS_PLUGINS = {", "fails while it is read: SyntaxError"),
        ("PLUGINS = {}", "lists no plugins. Write there: CMS_PLUGINS = {"),
        ("CMS_PLUGINS = ['networks']", "lists no plugins."),
    ],
)
def test_file_that_cannot_be_used_is_named_with_the_reason(tmp_path, text, problem):
    file = tmp_path / "plugins.py"
    file.write_text(text)

    with pytest.raises(ImproperlyConfigured) as error:
        plugins_in(file)

    assert str(error.value).startswith(f"PLUGINS_FILE: {file} ")
    assert problem in str(error.value)
