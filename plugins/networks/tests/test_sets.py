"""The sets that lists are counted from stay what the entries say, whatever happens to records."""

import pytest

from cms.api import anonymous_audience
from plugins.networks.models import (
    FacetSet,
    NameSet,
    Organisation,
    OrganisationEntry,
    facet_sets,
    rebuild_index,
)
from plugins.networks.selecting import IsAmong, public_ids
from plugins.networks.tests.making import make_concept, make_organisation, make_text, name

pytestmark = pytest.mark.django_db


def test_sets_follow_every_change_of_a_record() -> None:
    water = make_concept("subject/water")
    ttgv = make_organisation("ttgv", name("Türkiye Teknoloji Geliştirme Vakfı", "tr"), country="TUR")
    make_organisation("unido", "UNIDO", country="AUT", concepts=[water])
    make_text(ttgv, "tr", "Bir vakıf.")
    ttgv.country = ""
    ttgv.names = [name("TTGV", "tr", "acronym")]
    ttgv.save()
    water.key = "su"
    water.save()

    assert rebuild_index() == 0
    assert facet_sets(["country=TUR"]) == {}
    assert list(facet_sets(["text=tr"])["text=tr"]) == [ttgv.pk]


def test_deleted_records_leave_the_sets_one_by_one_and_together() -> None:
    for key in ("a", "b", "c"):
        make_organisation(key)
    Organisation.objects.get(key="a").delete()
    Organisation.objects.filter(key="b").delete()

    left = Organisation.objects.get(key="c").pk
    assert list(facet_sets(["kind=network"])["kind=network"]) == [left]


def test_rebuilding_repairs_what_was_changed_behind_the_plugin() -> None:
    make_organisation("unido", country="AUT")
    FacetSet.objects.filter(word="country=AUT").delete()
    NameSet.objects.create(word="nobody")

    assert rebuild_index() == 2
    assert rebuild_index() == 0


def test_a_set_is_one_parameter_however_large_it_is() -> None:
    organisation = make_organisation("unido")
    make_organisation("unep")
    members = public_ids(anonymous_audience())
    members.update(range(10**6, 10**6 + 50_000))
    members.discard(Organisation.objects.get(key="unep").pk)

    entries = OrganisationEntry.objects.filter(IsAmong("organisation_id", members), language="tr")

    assert [entry.organisation for entry in entries] == [organisation]
