"""Which provision of a version goes on as which of the next."""

import pytest

from ..drafts.keys import with_keys
from ..drafts.matching import match
from ..drafts.recognising import Line, recognise

FIRST = """
Amaç
MADDE 1 – (1) Bu protokolün amacı, tarafların temiz üretim alanındaki iş birliğini düzenlemektir.
Kurul
MADDE 2 – (1) Yürütme kurulu yılda iki kez toplanır; toplantıya kurul başkanı en az on gün önceden çağırır.
(2) Kurul kararlarını oy çokluğuyla alır. Oyların eşitliği hâlinde başkanın oyu iki oy sayılır.
Bütçe
MADDE 3 – (1) Ortak projelerin giderlerini taraflar eşit olarak karşılar ve her yıl ocak ayında öder.
(2) Harcamalar yılda bir kez bağımsız denetçiye denetlettirilir.
"""


def links(later, *, earlier=FIRST, trust_keys=False):
    versions = [with_keys(recognise(Line(line) for line in text.splitlines())) for text in (earlier, later)]
    return {
        (link.earlier, link.later): link.relation.value for link in match(*versions, trust_keys=trust_keys)
    }


def changes(later, **options):
    return {pair: relation for pair, relation in links(later, **options).items() if relation != "same"}


def test_same_text_is_the_same_throughout():
    assert set(links(FIRST).values()) == {"same"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "yılda iki kez",
            "yılda dört kez",
            {("madde-2", "madde-2"): "modified", ("madde-2-1", "madde-2-1"): "modified"},
        ),
        (
            "\n(2) Harcamalar yılda bir kez bağımsız denetçiye denetlettirilir.",
            "",
            {("madde-3", "madde-3"): "modified", ("madde-3-2", None): "deleted"},
        ),
        (
            " Oyların eşitliği",
            "\n(3) Oyların eşitliği",
            {
                ("madde-2-2", "madde-2-2"): "split",
                ("madde-2-2", "madde-2-3"): "split",
            },
        ),
        (
            "\n(2) Harcamalar",
            " Harcamalar",
            {("madde-3-1", "madde-3-1"): "merged", ("madde-3-2", "madde-3-1"): "merged"},
        ),
    ],
    ids=["modified", "deleted", "split", "merged"],
)
def test_what_became_of_a_provision(old, new, expected):
    assert changes(FIRST.replace(old, new)) == expected


def test_article_put_in_before_others_renumbers_them_and_takes_no_key():
    later = FIRST.replace(
        "Kurul\nMADDE 2", "Taraflar\nMADDE 2 – Taraflar ekte sayılmıştır.\nKurul\nMADDE 3", 1
    )
    later = later.replace("Bütçe\nMADDE 3", "Bütçe\nMADDE 4")

    assert changes(later) == {
        (None, "madde-2"): "added",
        ("madde-2", "madde-3"): "renumbered",
        ("madde-3", "madde-4"): "renumbered",
    }


def test_article_that_changes_places_has_moved():
    first, rest = FIRST.split("Kurul\n")
    second, third = (
        f"{name}\n{text}" for name, text in zip(("Kurul", "Bütçe"), rest.split("Bütçe\n"), strict=True)
    )
    later = first + third.replace("MADDE 3", "MADDE 2") + second.replace("MADDE 2", "MADDE 3")

    moved = changes(later)

    assert sorted(moved.items()) in (
        [(("madde-2", "madde-3"), "moved"), (("madde-3", "madde-2"), "renumbered")],
        [(("madde-2", "madde-3"), "renumbered"), (("madde-3", "madde-2"), "moved")],
    )


def test_turkish_capitals_make_no_difference():
    assert set(links(FIRST.replace("Kurul\nMADDE 2", "KURUL\nMADDE 2")).values()) == {"same", "modified"}


def test_same_key_is_the_same_provision_whatever_its_text():
    rewritten = FIRST.replace(
        "Harcamalar yılda bir kez bağımsız denetçiye denetlettirilir.", "Başka bir hüküm."
    )

    assert links(rewritten, trust_keys=True)[("madde-3-2", "madde-3-2")] == "modified"
    assert links(rewritten)[("madde-3-2", None)] == "deleted"
