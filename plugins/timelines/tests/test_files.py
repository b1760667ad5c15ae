"""Activities as files: they come back as they were, and a file with one mistake changes nothing."""

import csv
import datetime
import io
import json

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from ..files.rows import columns, rows_of_all
from ..fuzzy import Duration, FuzzyDate, Part, Period
from ..models import Activity, ActivityRelation, ActivityText
from .making import make_activity, make_text, on, planned

FILES = "/admin/timelines/files/"
NEW = {
    "key": "new",
    "kind": "meeting",
    "start": "2009",
    "start_part": "LATE",
    "title_tr": "Çalıştay",
    "place_tr": "İzmir",
}

OLD = {"key": "old", "kind": "phase", "start": "2011", "title_tr": "Yeni", "title_en": "EN old"}


@pytest.fixture
def editor(admin_client, bilingual_site):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def send(editor):
    """Return what the page says of a file: its report, or the refusal of the whole file."""

    def sent(content, *, store=True, publish=False):
        rows = content if isinstance(content, bytes) else json.dumps(content).encode()
        form = {"file": SimpleUploadedFile("a", rows), "store" if store else "check": "1"}
        context = editor.post(FILES, {**form, **({"publish": "on"} if publish else {})}).context
        report = context["report"]
        if report is None:
            return context["form"].errors["file"]
        refusals = [(each.row, each.column, each.message) for each in report.refusals]
        return (report.created, report.changed, report.unchanged), refusals

    return sent


def table(*rows, delimiter=",", encoding="utf-8"):
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys(), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def make_all():
    """One of each way of dating, with everything that a row can hold."""
    anchor = make_activity("b_anchor", on("2009", Part.LATE), order_hint=3, asserted_by=["tr", "en"])
    make_activity("a_behind", after=anchor)
    make_activity("plan", planned("2011"), actual_date=FuzzyDate("2012-03", source_note="p. 5"))
    make_activity("lasting", Period.lasting(Duration("P30Y", FuzzyDate("2010"), approximate=True)))
    make_activity("until", Period.until(FuzzyDate("2011~")))
    text = make_activity("words", Period.between(FuzzyDate("2008-06"), FuzzyDate("2011")), texts=())
    make_text(text, "tr", title="=1+1", summary='İki\nsatır; "tırnak"', place="Iğdır", organiser="'t Hooft")


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_exported_file_comes_back_as_it_was(editor, send, ending):
    make_all()
    before = list(rows_of_all())
    file = editor.get(f"{FILES}activities.{ending}").content

    again = send(file)
    ActivityText.objects.all().delete()
    Activity.objects.update(after=None)
    Activity.objects.all().delete()
    anew = send(file, publish=True)

    assert again == ((0, 0, 6), [])
    assert anew == ((6, 0, 0), [])
    assert list(rows_of_all()) == before
    assert set(Activity.objects.values_list("live", flat=True)) == {True}


def test_no_cell_of_a_table_is_a_formula(editor):
    make_all()

    rows = list(csv.reader(io.StringIO(editor.get(f"{FILES}activities.csv").content.decode("utf-8-sig"))))

    assert rows[0] == list(columns())
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []


def test_trial_says_what_would_happen_and_stores_nothing(send):
    make_activity("old", "2010")

    told = send(
        [NEW, {"key": "old", "kind": "phase", "start": "2011", "title_tr": "TR old", "title_en": "EN old"}],
        store=False,
    )

    assert told == ((1, 1, 0), [])
    assert [(each.key, each.period) for each in Activity.objects.all()] == [("old", on("2010"))]


def test_column_that_is_left_out_keeps_what_is_stored_and_an_empty_cell_empties_it(send):
    whole, cause = make_activity("whole", "2008"), make_activity("cause", "2009")
    relations = [
        ActivityRelation(kind="part_of", other=whole),
        ActivityRelation(kind="caused_by", other=cause),
    ]
    facts = {"consultation_key": "draft_protocol", "starts_at": datetime.time(14, 30)}
    make_activity("old", "2010-04-06", after=whole, relations=relations, **facts)

    told = send(table({"key": "old", "title_en": "New words", "caused_by": ""}), publish=True)

    old = Activity.objects.get(key="old")
    assert told == ((0, 1, 0), [])
    assert [row.other.key for row in old.relations.all()] == ["whole"]
    assert [old.after, old.consultation_key, old.starts_at, old.period] == [
        whole,
        *facts.values(),
        on("2010-04-06"),
    ]
    assert [text.title for text in old.texts.order_by("locale__language_code")] == ["New words", "TR old"]


def test_circle_of_relations_is_refused_at_its_column(send):
    first, last = ({**NEW, "key": key} for key in ("first", "last"))

    told = send(
        [first, {**last, "part_of": "first"}, {**NEW, "key": "first2", "caused_by": "last"}], publish=True
    )
    circles = send([{"key": "first", "part_of": "last"}, {"key": "last", "caused_by": "last first2"}])

    assert told == ((3, 0, 0), [])
    assert circles[1] == [
        (2, "part_of", "It would be part of itself. Choose another whole, or none."),
        (3, "caused_by", "It would be a cause of itself. Choose another cause, or none."),
    ]


def test_import_makes_drafts_unless_it_is_told_to_publish(send):
    live = make_activity("old", "2010")

    drafted = send([OLD, NEW])
    after_drafting = Activity.objects.get(pk=live.pk)
    made = Activity.objects.get(key="new")
    published = send([OLD], publish=True)

    assert [drafted, published] == [((1, 1, 0), []), ((0, 1, 0), [])]
    assert [after_drafting.period, after_drafting.kind] == [on("2010"), "milestone"]
    assert after_drafting.get_latest_revision_as_object().period == on("2011")
    assert [Activity.objects.get(pk=live.pk).period, live.texts.first().title] == [on("2011"), "Yeni"]
    assert [made.live, made.texts.get().live, made.texts.get().place] == [False, False, "İzmir"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_of_turkish_spreadsheets_are_read(send, delimiter):
    told = send(table(NEW, delimiter=delimiter, encoding="utf-8-sig"))

    assert told == ((1, 0, 0), [])
    assert ActivityText.objects.get().title == "Çalıştay"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            table(NEW, encoding="cp1254"),
            "Line 2 is not UTF-8. Save the file as UTF-8 (“CSV UTF-8” in spreadsheets).",
        ),
        (
            table({**NEW, "datum": "2010"}),
            "There is no column “datum”. Take the names from an exported file.",
        ),
        (b"key,kind\na,meeting,2010\n", "Row 2 has not as many cells as the first row. Add or remove some."),
        (b'[{"key": 1}]', "Every row must be an object of texts. Export a file to see its form."),
        (
            b"[",
            "The file is not JSON: Expecting value: line 1 column 2 (char 1). Export one to see its form.",
        ),
        (
            b'key,kind\n"a"b,meeting\n',
            "Line 2 cannot be read: ',' expected after '\"'. Export a file to see its form.",
        ),
        (b"x" * 5_000_001, "The file is larger than 5 MB. Import it in parts."),
        (json.dumps([NEW] * 5001).encode(), "The file has more than 5,000 rows. Import it in parts."),
    ],
    ids=["encoding", "column", "cells", "shape", "json", "quotes", "size", "rows"],
)
def test_broken_file_is_refused_whole(send, content, message):
    assert send(content) == [message]
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (
            {"start": "2011/2012"},
            ("start", "“2011/2012” is two dates. Give the start and the end one by one."),
        ),
        ({"kind": "party"}, ("kind", "Value 'party' is not a valid choice.")),
        (
            {"key": "not a key"},
            ("key", "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
        ),
        ({"title_tr": ""}, ("title_tr", "This field cannot be blank.")),
        (
            {"after": "nobody"},
            ("after", "No activity has this key. Put the one that is named before this row."),
        ),
        (
            {"consultation_key": "nothing"},
            (
                "consultation_key",
                "No consultation has this key. Take one from the list of consultations, or none.",
            ),
        ),
        ({"order_hint": "first"}, ("order_hint", "Write a whole number.")),
        ({"asserted_by": "de"}, ("asserted_by", "Name content languages by their codes, for example tr.")),
        (
            {"title_tr": "Ã‡alÄ±ÅŸtay"},
            ("title_tr", "Letters were damaged on the way. Export the source as UTF-8 again."),
        ),
    ],
)
def test_one_refused_row_refuses_the_file_and_is_named(send, row, refusal):
    good = {**NEW, "key": "good"}

    told = send([good, {**NEW, **row}], publish=True)

    assert told == ((1, 0, 0), [(3, *refusal)])
    assert not Activity.objects.exists()


def test_key_that_stands_twice_is_refused_in_both_rows(send):
    _counts, refusals = send([NEW, NEW])

    assert [(row, column) for row, column, _message in refusals] == [(2, "key"), (3, "key")]
    assert not Activity.objects.exists()


def test_page_shows_the_report_to_people(editor):
    file = SimpleUploadedFile("a", json.dumps([{**NEW, "start": "6 Nisan"}]).encode())

    shown = editor.post(FILES, {"file": file, "store": "1"}).content.decode()

    assert "The file was refused; nothing was stored" in shown
    assert "<td>2</td><td>start</td>" in shown


@pytest.mark.parametrize("path", ["", "activities.csv", "activities.json"])
def test_files_are_for_those_who_may_do_the_same_by_hand(client, bilingual_site, django_user_model, path):
    user = django_user_model.objects.create_user("e", "e@example.org", "p")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)

    assert client.get(f"{FILES}{path}").status_code == 302
    assert client.post(FILES, {}).status_code == 302
