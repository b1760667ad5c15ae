"""The example page, in a real browser: what a reader of either language is shown and told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Page

CENTRE = "/tr/ulusal-merkez/temiz-uretim-merkezinin-kurulus-calismalari/"
ONLY_TURKISH = "/tr/kaynaklar/kurum-gorusu-formu-nasil-doldurulur/"

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Example:
    """The example page of a running server, in a browser."""

    address: str
    page: Page

    def show(self, path: str) -> None:
        self.page.goto(f"{self.address}/example/?path={path}")
        self.page.wait_for_selector("[role=status]", state="detached")

    def texts(self, selector: str) -> list[str]:
        return [" ".join(text.split()) for text in self.page.locator(selector).all_inner_texts()]

    def attributes(self, selector: str, name: str) -> list[str | None]:
        return [element.get_attribute(name) for element in self.page.locator(selector).all()]


@pytest.fixture
def demo_server(transactional_db, live_server, settings):
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    call_command("seed_demo", verbosity=0)
    return live_server


@pytest.fixture
def example(demo_server, chromium) -> Iterator[Example]:
    page = chromium.new_page(locale="tr-TR")
    yield Example(demo_server.url, page)
    page.close()


def test_example_shows_both_versions_with_their_languages_and_differences(example):
    example.show(CENTRE)

    assert example.attributes("article", "lang") == ["tr", "en"]
    assert example.texts("h1") == [
        "Temiz Üretim Merkezinin Kuruluş Çalışmaları",
        "Establishing the Cleaner Production Centre",
    ]
    assert example.attributes(".other a", "hreflang") == ["en", "tr"]
    assert example.texts("article[lang=tr] .document .notice") == []
    assert set(example.texts("article[lang=en] .document .notice")) == {"Available in Turkish only"}
    assert set(example.attributes("article[lang=en] .document > a", "hreflang")) == {"tr"}
    assert "≠ çelişiyor" in example.texts(".divergent .relation")
    assert "2009 sonları" in example.texts("article[lang=tr] .date")
    assert "late 2009" in example.texts("article[lang=en] .date")
    assert example.texts(".unknown") == []
    assert Axe().run(example.page).response["violations"] == []


def test_example_says_what_there_is_instead_of_a_page(example):
    example.show(ONLY_TURKISH)
    one_language = example.texts("article")[1]
    example.show("/tr/yok/")
    missing = example.texts("h1")
    example.page.route("**/graphql", lambda route: route.abort())
    example.show("/tr/")

    assert one_language == "English This page does not exist in English. English home page"
    assert missing == ["Sayfa bulunamadı (404)", "Page not found (404)"]
    assert example.texts("h1") == ["Uç nokta yanıt vermiyor", "The endpoint does not answer"]
    assert Axe().run(example.page).response["violations"] == []


def test_script_of_the_readme_answers_in_a_browser(example):
    readme = (settings.FRONTEND_CONTRACT_DIR / "README.md").read_text(encoding="utf-8")
    script = re.search(r"```js\n(.*?)```", readme, re.DOTALL)[1].replace("export ", "")
    script = script.replace("http://localhost:8000", example.address)
    example.show("/tr/")

    route = example.page.evaluate(f"async () => {{ {script}; return pageAt('/en/'); }}")

    assert route["page"]["title"] == "Eco-efficiency and Cleaner Production"
