"""Adds the records and the listing pages of the demonstration site. What exists already is left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from wagtail.models import Orderable

from plugins.networks.models import (
    Concept,
    DateClaim,
    NetworksListingItem,
    NetworksListingPage,
    Organisation,
    OrganisationEvent,
    OrganisationLink,
    OrganisationName,
    OrganisationPlace,
    OrganisationRelation,
    OrganisationSource,
    OrganisationText,
)
from plugins.networks.vocabulary import EventKind, PlaceScheme

if TYPE_CHECKING:
    from cms.api import DemoSite

CONTENT = Path(__file__).parent / "demo"
SCHEMES = {"m49": PlaceScheme.M49, "countries": PlaceScheme.COUNTRY, "iso3166_2": PlaceScheme.SUBDIVISION}

Entry = dict[str, Any]  # Any: YAML
AnyRow = TypeVar("AnyRow", bound=Orderable)


def seed(demo: DemoSite) -> None:
    """Put the records with their texts and relations, then the pages; say how bodies show chosen records."""
    for scheme, trees in demo.contents(CONTENT / "concepts.yaml").items():
        put_concepts(scheme, trees, None)
    entries = demo.contents(CONTENT / "organisations.yaml")
    new = [entry for entry in entries if put_organisation(entry, demo)]
    records = {record.key: record for record in Organisation.objects.all()}
    for entry in new:
        publish_with_relations(records[entry["key"]], entry, records)
    for entry in entries:
        put_texts(records[entry["key"]], entry, demo)
    for entry in demo.contents(CONTENT / "listings.yaml"):
        put_listing(entry, records, demo)
    demo.teach("networks", lambda value, _language: block(value, records))


def block(value: Mapping[str, Any], records: dict[str, Organisation]) -> Entry:
    """Return the stored form of a body's `networks: {title, organisations}`. Any: YAML."""
    chosen = [{"type": "item", "value": records[key].pk} for key in value["organisations"]]
    return {"type": "networks_listing", "value": {"title": value["title"], "organisations": chosen}}


def put_concepts(scheme: str, trees: list[Entry], broader: Concept | None) -> None:
    """Create the concepts with all that stand below them; those that exist stay as they are."""
    for tree in trees:
        fields = {
            "labels": {language: tree[language] for language in ("tr", "en")},
            "notation": tree.get("notation", ""),
            "broader": broader,
        }
        concept, _new = Concept.objects.get_or_create(scheme=scheme, key=tree["key"], defaults=fields)
        put_concepts(scheme, tree.get("narrower", []), concept)


def concepts_of(entry: Entry) -> list[Concept]:
    known = {f"{concept.scheme}/{concept.key}": concept for concept in Concept.objects.all()}
    return [known[name] for name in entry["concepts"]]


def put_organisation(entry: Entry, demo: DemoSite) -> bool:
    """Create the record as a draft, without its relations. False when it is there already."""
    if Organisation.objects.filter(key=entry["key"]).exists():
        return False
    record = Organisation(
        key=entry["key"],
        text_key=demo.translation_key(f"networks.{entry['key']}"),
        live=False,
        kind=entry["kind"],
        body_type=entry["type"],
        status=entry["status"],
        country=entry["country"] or "",
        scope_words=entry["scope"]["text"],
        concepts=concepts_of(entry),
        confidence=entry["confidence"],
        note=entry["note"] or "",
        names=in_order(name_of(name) for name in entry["names"]),
        events=in_order(events_of(entry)),
        places=in_order(places_of(entry["scope"])),
        links=in_order(links_of(entry)),
        sources=in_order(OrganisationSource(kind=source) for source in entry["sources"]),
    )
    record.save()
    demo.added(str(record))
    return True


def publish_with_relations(record: Organisation, entry: Entry, records: dict[str, Organisation]) -> None:
    record.relations = in_order(relations_of(entry, records))
    record.save()
    record.save_revision(log_action=False).publish()


def put_texts(record: Organisation, entry: Entry, demo: DemoSite) -> None:
    for language in demo.languages:
        fields = {"organisation": record, "summary": entry["summary"][language]}
        demo.put(OrganisationText, f"networks.{record.key}", language, fields)


def put_listing(entry: Entry, records: dict[str, Organisation], demo: DemoSite) -> None:
    key = f"networks.{entry['key']}"
    for language in demo.languages:
        text = entry[language]
        fields = {name: text[name] for name in ("title", "slug", "intro", "search_description")}
        fields["items"] = in_order(items_of(entry, language, records, demo))
        demo.put_page(key, NetworksListingPage, parent=entry["parent"], language=language, fields=fields)
    for menu in entry["menus"]:
        demo.join_menu(menu, key)


def items_of(
    entry: Entry, language: str, records: dict[str, Organisation], demo: DemoSite
) -> list[NetworksListingItem]:
    return [
        NetworksListingItem(
            organisation=records[key],
            shown_as=entry["names_on_the_page"].get(key, {}).get(language, ""),
            locale=demo.locales[language],
            translation_key=demo.translation_key(f"networks.{entry['key']}.{key}"),
        )
        for key in entry["organisations"]
    ]


def relations_of(entry: Entry, records: dict[str, Organisation]) -> list[OrganisationRelation]:
    inside = [
        OrganisationRelation(
            kind=relation["kind"],
            target=records[relation["target"]],
            valid_from=relation.get("valid_from", ""),
        )
        for relation in entry["relations"]
    ]
    outside = [
        OrganisationRelation(kind=relation["kind"], target_name=relation["name"])
        for relation in entry["outside_relations"]
    ]
    return [*inside, *outside]


def name_of(name: Entry) -> OrganisationName:
    return OrganisationName(
        text=name["text"],
        language=name["language"],
        kind=name["kind"],
        valid_from=name["valid_from"] or "",
        valid_to=name["valid_to"] or "",
        is_preferred=name["preferred"],
    )


def events_of(entry: Entry) -> list[OrganisationEvent]:
    founded = [OrganisationEvent(kind=EventKind.FOUNDED, claims=claims_of(entry["founded"]))]
    end = DateClaim(edtf=entry["ended"] or "", is_preferred=True)
    ended = [OrganisationEvent(kind=EventKind.ENDED, claims=[end])]
    others = [
        OrganisationEvent(
            kind=EventKind.OTHER,
            words={"tr": event["tr"], "en": event["en"]},
            claims=claims_of(event["claims"]),
        )
        for event in entry["events"]
    ]
    return [*(founded if entry["founded"] else ()), *others, *(ended if entry["ended"] else ())]


def claims_of(claims: list[Entry]) -> list[DateClaim]:
    return in_order(
        DateClaim(
            edtf=claim["edtf"],
            confidence=claim["confidence"],
            source_kind=claim["source"],
            is_preferred=claim["preferred"],
        )
        for claim in claims
    )


def places_of(scope: Entry) -> list[OrganisationPlace]:
    return [
        OrganisationPlace(scheme=scheme, code=code)
        for name, scheme in SCHEMES.items()
        for code in scope[name]
    ]


def links_of(entry: Entry) -> list[OrganisationLink]:
    own = [OrganisationLink(url=entry["website"])] if entry["website"] else []
    english = [OrganisationLink(url=entry["website_en"], language="en")] if entry.get("website_en") else []
    return [*own, *english]


def in_order(rows: Iterable[AnyRow]) -> list[AnyRow]:
    """Return the rows, each with its place."""
    numbered = list(rows)
    for number, row in enumerate(numbered):
        row.sort_order = number
    return numbered
