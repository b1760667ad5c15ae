"""What the kit says of a plugin whose part of the schema is not as it should be."""

from dataclasses import dataclass, replace
from pathlib import Path

import graphene
import pytest
from graphene_django import DjangoObjectType
from graphene_django.registry import Registry

from cms.api import Contribution
from cms.models import ArticlePage, Menu
from cms.plugin_host.composition import PluginSet
from cms.testing.conformance import names, operations, presence, shape
from cms.testing.conformance.findings import NotApplicable
from cms.testing.conformance.subject import Subject


@dataclass(frozen=True, eq=False)
class Weather:
    """A plugin as far as these checks look at it."""

    contribution: Contribution
    folder: Path = Path(__file__).parent
    own_blocks: tuple = ()
    label: str = "weather"
    name: str = __name__
    version: str = "1.0"
    enabled: bool = True
    requirements: tuple = ()

    @property
    def path(self):
        return str(self.folder)

    def contribute(self):
        return self.contribution

    def blocks(self):
        return self.own_blocks


def subject_with(plugin=Weather, **contribution):
    weather = plugin(Contribution(**contribution))
    installed = PluginSet.installed()
    return Subject(weather, replace(installed, plugins=(*installed.plugins, weather)))


def items(findings):
    return [finding.item for finding in findings]


class WeatherDay(graphene.ObjectType):
    """A day."""

    rain = graphene.Boolean()


class Query(graphene.ObjectType):
    weather_today = graphene.Field(WeatherDay, required=True)


def test_a_root_field_that_is_never_null_is_told():
    found = list(shape.root_fields_that_are_never_null(subject_with(queries=(Query,))))

    assert items(found) == ["Query.weatherToday"]
    assert found[0].remedy == "Drop required=True."


def test_whatever_has_no_description_is_told():
    found = list(shape.missing_descriptions(subject_with(queries=(Query,))))

    assert items(found) == ["Query.weatherToday", "WeatherDay.rain"]


def model_type(name, **meta):
    """Return a type of a model as a plugin would write it, outside the registry of this process."""
    options = type("Meta", (), {"model": Menu, "registry": Registry(), "name": name, **meta})
    return type(name, (DjangoObjectType,), {"Meta": options, "__doc__": "A menu.", "__module__": __name__})


class WeatherAll:
    class Meta:
        fields = "__all__"


class WeatherExcluding:
    class Meta:
        exclude = ("id",)


class WeatherListed:
    class Meta:
        fields = ("title",)


@pytest.mark.parametrize(
    ("name", "meta", "told"),
    [
        pytest.param("WeatherAll", {"fields": "__all__"}, ["type WeatherAll"], id="all"),
        pytest.param("WeatherExcluding", {"exclude": ("id",)}, ["type WeatherExcluding"], id="exclude"),
        pytest.param("WeatherListed", {"fields": ("title",)}, [], id="listed"),
    ],
)
def test_fields_of_a_model_that_are_not_listed_are_told(name, meta, told):
    found = shape.unlisted_fields(subject_with(types=(model_type(name, **meta),)))

    assert items(found) == told


def test_a_plugin_without_types_of_models_is_not_judged_by_them():
    with pytest.raises(NotApplicable, match="no GraphQL type of a model"):
        list(shape.unlisted_fields(subject_with(queries=(Query,))))


def test_what_takes_the_place_of_a_core_type_is_told():
    found = presence.changes_to_others(subject_with(page_types=((ArticlePage, WeatherDay),)))

    assert items(found) == ["cms.ArticlePage"]


def test_a_block_with_a_name_of_the_core_is_told():
    class WithBlock(Weather):
        def blocks(self):
            return (("text", None),)

    found = list(presence.replaced_parts(subject_with(WithBlock)))

    assert items(found) == ["block text"]
    assert found[0].remedy == "Call it weather_text."


def test_what_others_hold_for_the_plugin_is_told():
    subject = subject_with()
    accomplice = Weather(Contribution(queries=(Query,)), label="accomplice", name="elsewhere")
    plugins = replace(subject.plugins, plugins=(*subject.plugins.plugins, accomplice))

    found = presence.traces_when_absent(replace(subject, plugins=plugins))

    assert items(found) == ["type WeatherDay", "queries of accomplice"]


def test_two_parts_with_one_name_are_told():
    from cms.api import HealthCheck

    check = HealthCheck(name="Sky!", ask=lambda: None, remedy="Wait.")

    found = names.part_names(subject_with(health_checks=(check, check)))

    assert items(found) == ["health_checks 'Sky!'", "health_checks 'Sky!'"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "query WeatherToday { weatherToday { sun } }", "Cannot query field 'sun'", id="unknown field"
        ),
        pytest.param("query Other { weatherToday { rain } }", "call the file Other.graphql", id="file name"),
        pytest.param("query {", "is not GraphQL", id="syntax"),
        pytest.param(
            "query WeatherToday {" + " ".join(f"a{n}: weatherToday {{ rain }}" for n in range(60)) + "}",
            "60",
            id="beyond a limit",
        ),
    ],
)
def test_an_operation_that_cannot_be_run_is_told(tmp_path, text, told):
    (tmp_path / "WeatherToday.graphql").write_text(f"# en: Weather\n# tr: Hava\n{text}\n")

    found = list(operations.invalid_operations(subject_with(queries=(Query,), operations=tmp_path)))

    assert len(found) == 1
    assert told in found[0].problem
