"""Tests that use no database are marked by themselves."""

import pytest


def marks(request: pytest.FixtureRequest) -> set[str]:
    return {mark.name for mark in request.node.iter_markers()}


def test_a_test_without_a_database_is_marked(request: pytest.FixtureRequest) -> None:
    assert "no_database" in marks(request)


def test_a_test_with_a_database_is_not(request: pytest.FixtureRequest, db: None) -> None:
    assert "no_database" not in marks(request)


@pytest.mark.django_db
def test_a_test_with_the_marker_of_a_database_is_not(request: pytest.FixtureRequest) -> None:
    assert "no_database" not in marks(request)
