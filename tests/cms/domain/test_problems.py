"""What fails is remembered once, without what people typed, and harms nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from cms.domain.problems import forget_old_problems, isolated
from cms.models import Menu, Problem
from cms.testing.factories import BilingualSite

PLACE = "fragile.part"


def fail(message: str = "a secret that somebody typed") -> None:
    raise ZeroDivisionError(message)


def test_a_failure_ends_where_it_arose_and_is_recorded(db: None) -> None:
    with isolated("fragile", Problem.Kind.JOB, PLACE):
        fail()

    problem = Problem.objects.get()
    assert (problem.owner, problem.kind, problem.place, problem.count) == ("fragile", "job", PLACE, 1)
    assert problem.summary.startswith("ZeroDivisionError at fail, line ")


def test_a_record_never_quotes_the_message(db: None) -> None:
    with isolated("fragile", Problem.Kind.JOB, PLACE):
        fail()

    assert "secret" not in repr(Problem.objects.values().get())


def test_the_same_failure_is_one_problem_with_a_count(db: None) -> None:
    for message in ("one", "two", "three"):
        with isolated("fragile", Problem.Kind.JOB, PLACE):
            fail(message)

    problem = Problem.objects.get()
    assert problem.count == 3
    assert problem.first_at < problem.last_at


def test_what_a_failing_part_wrote_is_undone(bilingual_site: BilingualSite) -> None:
    locale = bilingual_site.turkish.locale
    with isolated("fragile", Problem.Kind.JOB, PLACE):
        Menu.objects.create(title="Half", handle="half", site=bilingual_site.site, locale=locale)
        fail()

    assert not Menu.objects.filter(handle="half").exists()


@pytest.mark.parametrize("kind", Problem.Kind.values)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_kind_has_a_remedy_in_both_languages(kind: str, language: str) -> None:
    with translation.override(language):
        remedy = Problem(kind=kind).remedy

    assert ("bildirin" in remedy) == (language == "tr")


def test_what_has_not_come_back_for_a_month_is_forgotten(db: None) -> None:
    with isolated("fragile", Problem.Kind.JOB, PLACE):
        fail()

    forget_old_problems(timezone.now() + timedelta(days=29))
    kept = Problem.objects.count()
    forget_old_problems(timezone.now() + timedelta(days=31))

    assert (kept, Problem.objects.count()) == (1, 0)
