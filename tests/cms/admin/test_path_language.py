import pytest

from cms.admin.middleware import language_of


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/en/programme/", "en"),
        ("/tr/program/", "tr"),
        ("/graphql", "tr"),
        ("/api/nope", "tr"),
        ("/admin/", "en"),
    ],
)
def test_the_browsers_wish_counts_in_the_admin_only(path, language, rf):
    request = rf.get(path, headers={"accept-language": "en"})

    assert language_of(request) == language
