"""Every screen opens in both languages, without an error in the console and without barriers."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from desk import Seat
from playwright.sync_api import Page

from cms.testing.factories import BilingualSite, make_page, translate

pytestmark = pytest.mark.browser

LANGUAGES = pytest.mark.parametrize("language", ["tr", "en"])


@LANGUAGES
def test_sign_in_is_usable(seat: Seat, language: str) -> None:
    stranger = seat(language=language)

    stranger.open("/admin/login/")

    assert (language_of(stranger.page), barriers(stranger.page)) == (language, set())


@LANGUAGES
def test_console_answers_a_query(seat: Seat, language: str) -> None:
    stranger = seat(language=language)

    stranger.open("/graphiql")
    stranger.page.locator(".graphiql-query-editor .CodeMirror").first.wait_for()
    stranger.page.locator(".graphiql-execute-button").click()
    stranger.page.locator(".result-window .CodeMirror-code", has_text='"data"').wait_for()

    # GraphiQL inside the frame is another project's.
    assert barriers(stranger.page, exclude="#graphiql") == set()


@LANGUAGES
def test_example_site_is_usable(seat: Seat, language: str) -> None:
    stranger = seat(language=language)

    stranger.open(f"/example/?path=/{language}/")
    stranger.page.locator("h1").first.wait_for()

    assert barriers(stranger.page) == set()


@LANGUAGES
def test_screens_of_the_desk_are_usable(seat: Seat, site: BilingualSite, language: str) -> None:
    page = make_page(site.turkish, title="Işık ve ısı")
    translate(page, title="Light and heat")
    screens = {
        "/admin/": language,
        f"/admin/pages/{site.turkish.pk}/": language,
        f"/admin/pages/{page.pk}/edit/": language,
        f"/admin/pages/{page.pk}/view_draft/": "tr",  # a preview speaks the page's language
        f"/admin/comparison/{page.pk}/": language,
        f"/admin/languages/{page.pk}/": language,
        "/admin/localize/reports/translations/": language,
    }
    editor = seat("editor", language=language)

    found = {}
    for screen in screens:
        editor.open(screen)
        editor.page.wait_for_load_state("networkidle")
        found[screen] = (language_of(editor.page), barriers(editor.page))

    assert found == {screen: (spoken, set()) for screen, spoken in screens.items()}


def test_barriers_are_found(seat: Seat) -> None:
    stranger = seat()

    stranger.open("/admin/login/")
    stranger.page.evaluate("document.querySelector('main').innerHTML += '<img src=\"data:,\">'")

    assert barriers(stranger.page) == {"image-alt"}


def language_of(page: Page) -> str | None:
    return page.locator("html").get_attribute("lang")


def barriers(page: Page, *, exclude: str | None = None) -> set[str]:
    """Return the rules of axe that the page breaks seriously."""
    context = {"exclude": [[exclude]]} if exclude else None
    found = Axe().run(page, context=context).response["violations"]
    return {rule["id"] for rule in found if rule["impact"] in {"serious", "critical"}}
