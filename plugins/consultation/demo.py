"""Puts the consultations of the demonstration; what exists already stays as editors left it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from .demo_drafts import put_document, put_drafts
from .models import Consultation, ConsultationPage, DraftVersion, Role, RoleWording, Round

if TYPE_CHECKING:
    from cms.api import DemoSite

FILES = (
    Path(__file__).parent / "demo" / "consultations.yaml",
    Path(__file__).parent / "demo" / "examples.yaml",
)
HISTORICAL = {"unknown": Consultation.KnownOnlyAs.SENT_FOR_OPINIONS}

Entry = dict[str, Any]  # Any: YAML


def seed(demo: DemoSite) -> None:
    """Put every consultation with its pages in all languages."""
    for file in FILES:
        for entry in demo.contents(file):
            consultation = put_consultation(entry, demo)
            for language in demo.languages:
                put_page(entry, consultation, language, demo)
            for handle in entry["menus"]:
                demo.join_menu(handle, page_key(entry))


def put_consultation(entry: Entry, demo: DemoSite) -> Consultation:
    if existing := Consultation.objects.filter(key=entry["key"]).first():
        return existing
    consultation = Consultation(
        key=entry["key"],
        reference=entry.get("reference", ""),
        kind=entry["kind"],
        participation=entry["mode"],
        authoritative_language=entry["authoritative_language"],
        known_only_as=HISTORICAL.get(entry["state"], ""),
        responses_received=entry.get("responses_received"),
        recipients_count=entry["recipients"].get("count"),
    )
    if entry["opened_on"]:
        consultation.rounds = [Round(opens_on=entry["opened_on"], closes_on=entry["closed_on"])]
    if "document" in entry:
        consultation.draft_versions = [DraftVersion(document=demo.document(entry["document"]))]
    consultation.roles = [
        Role(sort_order=place, role=role, organisation_key=facts["organisation"] or "")
        for place, (role, facts) in enumerate(entry["roles"].items())
    ]
    consultation.save()
    put_document(consultation)
    put_drafts(consultation, entry.get("drafts", []))
    return consultation


def put_page(entry: Entry, consultation: Consultation, language: str, demo: DemoSite) -> None:
    texts = entry[language]
    fields = {
        **{name: texts[name] for name in ("title", "slug", "intro", "search_description")},
        "consultation": consultation,
        "purpose": entry["purpose"][language],
        "recipients": entry["recipients"][language],
        "how_to_respond": (entry["how_to_respond"] or {}).get(language, ""),
        "body": demo.body([{"text": f"<p>{texts['summary']}</p>"}], language),
        "role_wordings": wordings(entry, language, demo),
    }
    demo.put_page(
        page_key(entry),
        ConsultationPage,
        parent=entry["parent"],
        language=language,
        fields=fields,
        diverges=entry.get("divergence_note", {}).get(language, ""),
    )


def wordings(entry: Entry, language: str, demo: DemoSite) -> list[RoleWording]:
    """Return the roles in the words of a language; the same role has the same translation key in each."""
    return [
        RoleWording(
            sort_order=place,
            role=role,
            name=name_of(facts, entry, language),
            part=facts[language],
            translation_key=demo.translation_key(f"{page_key(entry)}.{role}"),
        )
        for place, (role, facts) in enumerate(entry["roles"].items())
    ]


def name_of(facts: Entry, entry: Entry, language: str) -> str:
    names = facts.get("name") or entry["names"][facts["organisation"]]
    return str(names[language])


def page_key(entry: Entry) -> str:
    return f"consultation.{entry['key']}"
