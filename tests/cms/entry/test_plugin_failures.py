"""What fails at a plugin's address, panel or admin page harms nobody else and names the plugin."""

from collections.abc import Iterator
from importlib import reload

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import clear_url_caches, path
from django.utils import translation

import cms.urls
import config.urls
from cms.api import HomePanel
from cms.entry.failures import FailureMiddleware, failed
from cms.models import Problem, User
from cms.testing.contributing import contributing


def greeting(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Merhaba")


def welcome(request: HttpRequest) -> str:
    return "<p>Hoş geldiniz</p>"


def fail(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError("a secret")


@pytest.fixture
def admin(client: Client, admin_user: User) -> Client:
    client.force_login(admin_user)
    client.raise_request_exception = False
    return client


@pytest.fixture
def plugin_urls() -> Iterator[None]:
    """The project's addresses as they are when composed anew, with a plugin that has two."""
    urls = (path("hello", greeting, name="hello"), path("fails", fail, name="fails"))
    with contributing("glossary", urls=urls):
        compose_urls()
        yield
    compose_urls()


def compose_urls() -> None:
    reload(cms.urls)
    reload(config.urls)
    clear_url_caches()


def test_a_plugin_answers_under_its_own_prefix(db: None, plugin_urls: None, client: Client) -> None:
    assert client.get("/plugins/glossary/hello").content.decode() == "Merhaba"


def test_a_failing_address_is_recorded_and_quotes_nothing(
    db: None, plugin_urls: None, client: Client
) -> None:
    client.raise_request_exception = False

    answers = [client.get("/plugins/glossary/fails"), client.get("/plugins/glossary/hello")]

    assert [answer.status_code for answer in answers] == [500, 200]
    assert "secret" not in answers[0].content.decode()
    problem = Problem.objects.get()
    assert (problem.owner, problem.kind, problem.place) == ("glossary", "address", "glossary:fails")


def test_a_failing_panel_leaves_a_note_in_its_place(admin: Client) -> None:
    panels = (HomePanel(name="fails", render=fail), HomePanel(name="greets", render=welcome))
    with contributing("glossary", home_panels=panels):
        page = admin.get("/admin/").content.decode()

    assert "<p>Hoş geldiniz</p>" in page
    assert "“glossary”" in page
    problem = Problem.objects.get()
    assert (problem.owner, problem.kind, problem.place) == ("glossary", "admin", "glossary.fails")


@pytest.mark.parametrize(("language", "title"), [("tr", "“networks” eklentisi"), ("en", "Plugin “networks”")])
def test_a_failing_admin_page_keeps_the_menu_and_names_the_plugin(
    admin: Client, admin_user: User, rf: RequestFactory, language: str, title: str
) -> None:
    request = rf.get("/admin/networks/organisation/")
    request.user, request.session = admin_user, admin.session
    FailureMiddleware(greeting).process_exception(request, raised_in("plugins.networks.viewsets"))

    with translation.override(language):
        answer = failed(request)

    page = answer.content.decode()
    assert (answer.status_code, "data-wagtail-sidebar" in page) == (500, True)
    assert title in page[page.index("<title>") : page.index("</title>")]
    assert Problem.objects.get().owner == "networks"


def test_a_failure_outside_the_admin_shows_nobody_the_menu(db: None, rf: RequestFactory) -> None:
    page = failed(rf.get("/plugins/glossary/fails")).content.decode()

    assert "Burada bir şey başarısız oldu" in page
    assert "sidebar" not in page


def raised_in(module: str) -> Exception:
    """Return an exception that came through code of this module."""
    try:
        eval("1 / 0", {"__name__": module})  # noqa: S307 -- a constant
    except ZeroDivisionError as error:
        return error
    raise AssertionError
