"""Default resolvers are recognised, and attributes are read as they would read them."""

from collections import UserDict
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from graphene.types.resolver import attr_resolver, dict_or_attr_resolver, dict_resolver
from graphene_django import DjangoObjectType
from graphql import default_field_resolver

from cms.graphql.execution.kinds import kinds_of
from cms.graphql.execution.reading import Reading, is_decided_by_class, pulled, reading_of


@pytest.mark.parametrize(
    ("resolver", "reads"),
    [
        (default_field_resolver, True),
        (partial(dict_or_attr_resolver, "a", "default"), True),
        (partial(attr_resolver, "a", "default"), True),
        (partial(dict_resolver, "a", "default"), True),
        (lambda root, _: root.a, False),
        (partial(getattr, "a", "default"), False),
        (partial(dict_or_attr_resolver, "a"), False),
    ],
)
def test_only_default_resolvers_are_recognised(resolver: Any, reads: bool) -> None:
    assert (reading_of(resolver, "a") is not None) == reads


class Broken:
    """Its attribute raises."""

    @property
    def a(self) -> int:
        raise ValueError("broken")


@pytest.mark.parametrize("resolver", [dict_or_attr_resolver, attr_resolver])
@pytest.mark.parametrize(
    "objects",
    [
        [SimpleNamespace(a=1), SimpleNamespace(b=2), SimpleNamespace(a=None)],
        [{"a": 1}, {"b": 2}],
        [{"a": 1}, SimpleNamespace(a=2), None, UserDict(a=3)],
        [],
    ],
)
def test_a_reading_gives_what_the_resolver_would(resolver: Any, objects: list[Any]) -> None:
    default = partial(resolver, "a", "default")
    reading = reading_of(default, "")

    assert reading
    assert reading.of(objects, kinds_of(objects)) == [default(item, None) for item in objects]


def test_an_attribute_that_raises_leaves_the_others_and_is_read_once() -> None:
    reads: list[int] = []

    def read(number: int) -> int:
        reads.append(number)
        return 10 // number

    values = pulled(read, [5, 0, 2, 0, 1])

    assert reads == [5, 0, 2, 0, 1]
    assert [value if isinstance(value, int) else type(value) for value in values] == [
        2,
        ZeroDivisionError,
        5,
        ZeroDivisionError,
        10,
    ]


def test_an_exception_stands_where_an_attribute_raised_it() -> None:
    objects = [SimpleNamespace(a=1), Broken(), SimpleNamespace()]

    first, second, third = Reading("a", "default", ()).of(objects, kinds_of(objects))

    assert (first, str(second), third) == (1, "broken", "default")


def test_graphene_djangos_own_check_depends_on_the_class_alone() -> None:
    class Other(DjangoObjectType):
        class Meta:
            abstract = True

        @classmethod
        def is_type_of(cls, root: Any, info: Any) -> bool:
            return bool(root.fits)

    assert is_decided_by_class(DjangoObjectType.is_type_of)
    assert not is_decided_by_class(Other.is_type_of)
    assert not is_decided_by_class(lambda *_: True)
