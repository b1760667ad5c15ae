"""The page of problems: who may see it, what it says, and that a problem can be dismissed."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from cms.domain.problems import isolated
from cms.models import Problem, User

PAGE = "/admin/problem/"


@pytest.fixture
def problem(db: None) -> Problem:
    with isolated("networks", Problem.Kind.JOB, "networks.look_at_links"):
        raise ConnectionError("https://secret.example.org")
    return Problem.objects.get()


def signed_in(client: Client, *permissions: str) -> Client:
    user = User.objects.create_user("operator", password="x")
    group = Group.objects.create(name="Operators")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *permissions]))
    user.groups.add(group)
    client.force_login(user)
    return client


def test_the_page_names_owner_place_count_and_remedy(problem: Problem, client: Client) -> None:
    page = signed_in(client, "view_problem").get(PAGE).content.decode()

    for text in ("networks.look_at_links", "ConnectionError", "Zamanı gelince yeniden çalışır."):
        assert text in page
    assert "secret" not in page


def test_others_do_not_see_it(problem: Problem, client: Client) -> None:
    answer = signed_in(client, "view_page").get(PAGE)

    assert answer.status_code == 302  # Wagtail sends people back with a message
    assert "networks.look_at_links" not in answer.content.decode()


@pytest.mark.parametrize(("permission", "left"), [("view_problem", 1), ("delete_problem", 0)])
def test_a_problem_is_dismissed_by_those_who_may(
    problem: Problem, client: Client, permission: str, left: int
) -> None:
    signed_in(client, "view_problem", permission).post(f"{PAGE}delete/{problem.pk}/")

    assert Problem.objects.count() == left


def test_nobody_writes_a_problem_by_hand(problem: Problem, admin_client: Client) -> None:
    answers = [admin_client.get(f"{PAGE}new/"), admin_client.get(f"{PAGE}edit/{problem.pk}/")]

    assert [answer.status_code for answer in answers] == [302, 302]


def test_the_form_of_a_group_offers_contributed_permissions(admin_client: Client) -> None:
    page = admin_client.get("/admin/groups/new/").content.decode()

    view = Permission.objects.get(codename="view_problem")
    assert f'value="{view.pk}"' in page


def test_health_tells_problems_only_to_those_who_may_see_them(problem: Problem, client: Client) -> None:
    to_all = client.get("/health").json()

    to_operators = signed_in(client, "view_problem").get("/health").json()

    assert (to_all["recorded"], "recordedProblems" in to_all) == (1, False)
    (told,) = to_operators["recordedProblems"]
    assert (told["owner"], told["count"]) == ("networks", 1)
    assert told["firstAt"] <= told["lastAt"]
    assert told["remedy"]
