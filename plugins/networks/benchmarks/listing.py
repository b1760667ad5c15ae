"""Measures lists with facets and search over 10,000 organisations, as a frontend asks for them.

Run `python -m plugins.networks.benchmarks.listing` with DJANGO_SETTINGS_MODULE=config.settings.test; it
makes a database of its own beside DATABASE_URL.
Prints the milliseconds of each question, and how many of them this process was busy (a loaded machine adds to
the others only); ends with 1 when one is over its limit.
"""

from __future__ import annotations

import json
import random
import sys
import time
from statistics import median

import django

ORGANISATIONS, TURNS = 10_000, 15
LIMITS = {"postgresql": 60, "sqlite": 120}  # milliseconds, median

QUERY = """
query ($where: NetworksWhere, $sort: NetworksSort) {
  networksOrganisations(locale: TR, where: $where, sort: $sort, first: 20) {
    totalCount nodes { key name { text } } facets { key label values { value label parent count } }
  }
}
"""
QUESTIONS: dict[str, dict[str, object]] = {
    "everything": {},
    "region": {"region": ["150"]},
    "four facets": {"region": ["150"], "subject": ["s3", "s4"], "status": ["ACTIVE"], "decade": [1990]},
    "acronym": {"search": "ORG1234"},
    "two words": {"search": "temiz enerji"},
    "typing errors": {"search": "temzi enrji", "kind": ["NETWORK"]},
}
WORDS = [
    "temiz",
    "enerji",
    "su",
    "atık",
    "üretim",
    "verimlilik",
    "ağ",
    "merkez",
    "ulusal",
    "bölgesel",
    "kirlilik",
    "önleme",
    "sanayi",
    "vakıf",
]


def main() -> int:
    django.setup()
    from django.conf import settings  # noqa: PLC0415 -- after setup
    from django.db import connection  # noqa: PLC0415 -- after setup

    settings.ALLOWED_HOSTS = ["*"]
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        fill()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as the database does by itself in a quiet hour
        return measure(connection.vendor)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def measure(vendor: str) -> int:
    slow = 0
    for label, where in QUESTIONS.items():
        asked(where)
        busy = time.process_time()
        times = sorted(asked(where) for _turn in range(TURNS))
        busy = (time.process_time() - busy) * 1000 / TURNS
        slow += median(times) > LIMITS[vendor]
        print(
            f"{vendor:12} {label:16} {median(times):6.1f} ms (best {times[0]:.1f}, worst {times[-1]:.1f}), "
            f"of it {busy:.1f} ms processor"
        )
    return int(slow > 0)


def asked(where: dict[str, object]) -> float:
    """Return the milliseconds of one answer over HTTP, facets and names included."""
    from django.test import Client  # noqa: PLC0415 -- after setup

    body = json.dumps({"query": QUERY, "variables": {"where": where}})
    start = time.perf_counter()
    answer = Client().post("/graphql", body, content_type="application/json").json()
    passed = (time.perf_counter() - start) * 1000
    assert "errors" not in answer, answer["errors"]
    return passed


def fill() -> None:
    """Make the records in bulk, with names, seats, taxonomies, dates and parents."""
    from plugins.networks import models  # noqa: PLC0415 -- after setup
    from plugins.networks.places import places  # noqa: PLC0415 -- after setup

    dice = random.Random(7)  # noqa: S311 -- no secret
    countries = [code for code, place in places().items() if place.alpha2]
    concepts = models.Concept.objects.bulk_create(
        models.Concept(scheme=scheme, key=f"{scheme[0]}{number}", labels={})
        for scheme in ("subject", "service", "audience")
        for number in range(12)
    )
    made = models.Organisation.objects.bulk_create(
        (
            models.Organisation(
                key=f"org{number}",
                kind=dice.choice(["organisation", "network", "programme"]),
                body_type=dice.choice(["igo", "ministry", "foundation", "nonprofit"]),
                status=dice.choice(["active", "ended", "unconfirmed"]),
                country=dice.choice(countries),
                service_languages=dice.sample(["tr", "en", "de", "fr"], 2),
            )
            for number in range(ORGANISATIONS)
        ),
        batch_size=1000,
    )
    rows(made, concepts, dice)
    models.refresh_entries(record.pk for record in made)


def rows(made: list, concepts: list, dice: random.Random) -> None:  # type: ignore[type-arg]  # -- after setup
    from plugins.networks import models  # noqa: PLC0415 -- after setup

    texts = [" ".join(dice.sample(WORDS, 4)) for _record in made]
    models.OrganisationName.objects.bulk_create(
        [
            models.OrganisationName(organisation=one, text=text, language=language, kind=kind)
            for number, one in enumerate(made)
            for text, language, kind in (
                (f"{texts[number]} {number}", "tr", "official"),
                (f"ORG{number}", "en", "acronym"),
            )
        ],
        batch_size=2000,
    )
    through = models.Organisation.concepts.through
    through.objects.bulk_create(
        [through(organisation=one, concept=concept) for one in made for concept in dice.sample(concepts, 4)],
        batch_size=2000,
    )
    founded = [models.OrganisationEvent(organisation=one, kind="founded") for one in made]
    models.OrganisationEvent.objects.bulk_create(founded, batch_size=2000)
    models.DateClaim.objects.bulk_create(
        [models.DateClaim(event=event, edtf=str(dice.randint(1950, 2020))) for event in founded],
        batch_size=2000,
    )
    models.OrganisationRelation.objects.bulk_create(
        [models.OrganisationRelation(organisation=one, kind="part_of", target=made[0]) for one in made[1:500]]
    )


if __name__ == "__main__":
    sys.exit(main())
