"""A published version of the draft stays as it is, and publishing is an act with conditions."""

from hashlib import sha256

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from ..draft_room.publishing import publish
from ..drafts.vocabulary import Basis, Kind, VersionState
from ..models import (
    Consultation,
    DraftRendition,
    DraftVersion,
    Provision,
    ProvisionLink,
    ProvisionText,
    VersionIsPublished,
)
from .making import PAST, make_consultation, make_document


@pytest.fixture
def consultation(db):
    return make_consultation("protocol", PAST)


@pytest.fixture
def draft(consultation):
    return make_draft(consultation)


@pytest.fixture
def published(draft):
    return publish(draft)


def make_draft(consultation, number=1, **fields):
    version = DraftVersion.objects.create(consultation=consultation, number=number, **fields)
    DraftRendition.objects.create(version=version, language="tr", is_authoritative=True)
    DraftRendition.objects.create(version=version, language="en", basis=Basis.COURTESY)
    article = Provision.objects.create(
        version=version, key="madde-1", kind=Kind.ARTICLE, position=1, printed_number="MADDE 1"
    )
    ProvisionText.objects.create(
        provision=article, language="tr", heading="Amaç", text="Bu  protokolün\namacı"
    )
    ProvisionText.objects.create(provision=article, language="en", heading="Purpose", text="The purpose")
    return version


def change_and_save(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


WAYS = {
    "version saved": lambda v: change_and_save(v, label="x"),
    "version deleted": lambda v: v.delete(),
    "versions updated": lambda v: DraftVersion.objects.filter(pk=v.pk).update(label="x"),
    "versions deleted": lambda _: DraftVersion.objects.all().delete(),
    "versions bulk updated": lambda v: DraftVersion.objects.bulk_update([v], ["label"]),
    "through the consultation": lambda v: v.consultation.draft_versions.get_live_queryset().delete(),
    "rendition saved": lambda v: change_and_save(v.renditions.get(language="en"), basis=Basis.ORIGINAL),
    "rendition deleted": lambda v: v.renditions.get(language="en").delete(),
    "rendition added": lambda v: DraftRendition.objects.create(version=v, language="de"),
    "renditions updated": lambda v: v.renditions.update(basis=Basis.MACHINE),
    "provision saved": lambda v: change_and_save(v.provisions.get(), printed_number="MADDE 2"),
    "provision deleted": lambda v: v.provisions.get().delete(),
    "provision added": lambda v: Provision.objects.create(version=v, key="x", kind=Kind.ANNEX, position=9),
    "provisions added": lambda v: Provision.objects.bulk_create(
        [Provision(version=v, key="x", kind=Kind.ANNEX, position=9)]
    ),
    "provisions deleted": lambda v: v.provisions.all().delete(),
    "provisions updated": lambda v: v.provisions.update(position=3),
    "text saved": lambda v: change_and_save(v.provisions.get().texts.first(), text="x"),
    "text deleted": lambda v: v.provisions.get().texts.first().delete(),
    "texts updated": lambda _: ProvisionText.objects.update(text="x"),
    "texts bulk updated": lambda _: ProvisionText.objects.bulk_update(ProvisionText.objects.all(), ["html"]),
    "texts deleted": lambda _: ProvisionText.objects.all().delete(),
    "text added": lambda v: ProvisionText.objects.bulk_create(
        [ProvisionText(provision=v.provisions.get(), language="de", text="x")]
    ),
}


def everything():
    models = (DraftVersion, DraftRendition, Provision, ProvisionText)
    return [list(model.objects.order_by("pk").values()) for model in models]


@pytest.mark.parametrize("way", WAYS)
def test_what_is_published_refuses_every_way_of_changing_it(published, way):
    before = everything()

    with pytest.raises(VersionIsPublished) as caught, transaction.atomic():
        WAYS[way](published)

    assert caught.value.code == "version_published"
    assert everything() == before


@pytest.mark.parametrize("way", [way for way in WAYS if "updated" not in way])
def test_what_is_being_prepared_can_be_changed_in_each_of_these_ways(draft, way):
    before = everything()

    WAYS[way](draft)

    assert everything() != before


def test_provision_cannot_be_carried_off_to_a_version_that_is_not_published(consultation, published):
    other = DraftVersion.objects.create(consultation=consultation, number=2)

    with pytest.raises(VersionIsPublished):
        change_and_save(published.provisions.get(), version=other)


def test_consultation_with_a_published_version_cannot_be_deleted(published):
    with pytest.raises(ProtectedError):
        Consultation.objects.get().delete()


def test_consultation_whose_draft_is_being_prepared_can_be_deleted(draft):
    Consultation.objects.get().delete()

    assert everything() == [[], [], [], []]


def test_saving_the_consultation_leaves_its_published_versions_as_they_are(published):
    before = everything()
    consultation = Consultation.objects.get()
    consultation.draft_versions = list(consultation.draft_versions.all())

    consultation.save()

    assert everything() == before


def test_nothing_but_publishing_makes_a_version_published(draft):
    change_and_save(draft, state=VersionState.PUBLISHED, sha256="0" * 64)

    assert list(DraftVersion.objects.values_list("state", "sha256")) == [("draft", "")]


def test_publishing_dates_and_hashes_the_version(published):
    assert (published.state, len(published.sha256)) == ("published", 64)
    assert published.published_on is not None
    assert published.published_at is not None


def test_hash_covers_every_word(consultation, draft):
    twin = make_draft(make_consultation("twin", PAST))
    Consultation.objects.filter(key="protocol").update(key="elsewhere")
    Consultation.objects.filter(key="twin").update(key="protocol")
    ProvisionText.objects.filter(provision__version=twin, language="en").update(heading="Aim")
    twin = publish(DraftVersion.objects.get(pk=twin.pk))
    Consultation.objects.filter(key="protocol").update(key="twin")
    Consultation.objects.filter(key="elsewhere").update(key="protocol")

    assert publish(DraftVersion.objects.get(pk=draft.pk)).sha256 != twin.sha256


def test_publishing_the_next_version_supersedes_the_one_before(consultation, published):
    second = make_draft(consultation, 2, change_note="Amaç genişledi.")
    for earlier, later in zip(published.provisions.all(), second.provisions.all(), strict=True):
        ProvisionLink.objects.create(
            from_version=published,
            to_version=second,
            from_provision=earlier,
            to_provision=later,
            relation="same",
            set_by=ProvisionLink.SetBy.EDITOR,
        )

    publish(second)

    assert list(DraftVersion.objects.values_list("number", "state")) == [(1, "superseded"), (2, "published")]


def test_publishing_twice_is_refused(published):
    with pytest.raises(VersionIsPublished):
        publish(published)


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (lambda v: v.renditions.all().delete(), "Esas alınan metni işaretleyin; dili: Türkçe."),
        (lambda v: v.provisions.all().delete(), "Henüz okunacak bir şey yok."),
        (
            lambda _: ProvisionText.objects.filter(language="tr").delete(),
            "Bazı hükümlerin esas alınan dilde metni yok; dil: Türkçe.",
        ),
        (
            lambda v: v.renditions.filter(language="en").delete(),
            "Bu dildeki metnin neye dayandığını belirtin: İngilizce.",
        ),
    ],
    ids=["no authoritative text", "nothing to read", "language missing", "basis missing"],
)
def test_what_stands_against_publishing_is_told(draft, prepare, message):
    prepare(draft)

    with pytest.raises(ValidationError) as caught:
        publish(draft)

    assert [each for each in caught.value.messages if each.startswith(message)]
    assert DraftVersion.objects.get().state == VersionState.DRAFT


def test_second_version_needs_a_note_and_confirmed_links(consultation, published):
    second = make_draft(consultation, 2)

    with pytest.raises(ValidationError) as caught:
        publish(second)

    assert caught.value.messages == [
        "1. sürümden bu yana neyin değiştiğini yazın.",
        "1. sürümdeki hükümlerin bu sürümde nasıl sürdüğünü onaylayın.",
    ]


def test_earlier_number_cannot_be_published_after_a_later_one(consultation):
    publish(make_draft(consultation, 2))

    with pytest.raises(ValidationError) as caught:
        publish(make_draft(consultation, 1))

    assert caught.value.messages == ["2. sürüm zaten yayımlandı. Bu sürüme daha büyük bir numara verin."]


def test_only_the_text_in_the_language_that_counts_can_count(draft):
    with pytest.raises(ValidationError):
        change_and_save(draft.renditions.get(language="en"), is_authoritative=True)


def test_database_refuses_a_second_text_that_counts(consultation, draft):
    Consultation.objects.update(authoritative_language="en")
    rendition = DraftRendition.objects.select_related("version__consultation").get(language="en")

    with pytest.raises(IntegrityError), transaction.atomic():
        change_and_save(rendition, is_authoritative=True)


def test_text_is_stored_in_one_spelling_with_its_hash(draft):
    stored = ProvisionText.objects.get(language="tr")

    assert stored.text == "Bu protokolün amacı"
    assert stored.text_sha256 == sha256("Bu protokolün amacı".encode()).hexdigest()


def test_file_of_a_rendition_is_hashed_when_it_is_published(db):
    make_consultation("with_file", PAST, documents=[make_document("Taslak")])

    rendition = DraftRendition.objects.get()

    assert rendition.file_sha256 == sha256(b"Taslak").hexdigest()
