"""Tables come in without guessing: lost letters are refused, and nothing is merged that nobody decided."""

import io

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from plugins.networks.importing.columns import guessed
from plugins.networks.importing.planning import plans
from plugins.networks.importing.reading import FileRefused, broken_letters, read_table
from plugins.networks.models import ImportRun, Organisation, OrganisationIdentifier, OrganisationLink
from plugins.networks.tests.making import event, make_organisation, name

TURKISH = "key;Adı\nckl;Şişli Çağ İğnesi\n"
WINDOWS = "key;Adı\nckl;“Şişli”\n"


def xlsx(*rows: tuple[object, ...]) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "encoding", "cell"),
    [
        (TURKISH.encode(), "UTF-8", "Şişli Çağ İğnesi"),
        (TURKISH.encode("utf-8-sig"), "UTF-8", "Şişli Çağ İğnesi"),
        (TURKISH.encode("utf-16"), "UTF-16", "Şişli Çağ İğnesi"),
        (TURKISH.encode("iso-8859-9"), "ISO-8859-9", "Şişli Çağ İğnesi"),
        (WINDOWS.encode("cp1254"), "CP1254", "“Şişli”"),
        (xlsx(("key", "Adı"), ("ckl", "Işık")), "XLSX", "Işık"),
        (xlsx(("key", "Adı"), ("ckl", 1994.0)), "XLSX", "1994"),
    ],
)
def test_a_table_is_read_in_the_letters_it_was_written_in(content: bytes, encoding: str, cell: str) -> None:
    table = read_table(content)

    assert (table.encoding, table.header, table.rows[0][1]) == (encoding, ("key", "Adı"), cell)
    assert guessed(table.header) == {"key": "key", "Adı": "name_tr"}


@pytest.mark.parametrize("content", [b"", b"\n\n", b"a,a\n1,2", b"PK\x03\x04 no workbook", b'a,b\n"x'])
def test_what_is_no_table_is_refused_whole(content: bytes) -> None:
    with pytest.raises(FileRefused):
        read_table(content)


@pytest.mark.parametrize(
    ("text", "is_broken"),
    [
        ("Kalk?nma", True),
        ("Kalk\ufffdnma", True),
        ("KalkÄ±nma", True),
        ("Neden? Çünkü", False),
        ("https://a.example/x?y=1", False),
    ],
)
def test_lost_letters_are_seen_and_questions_are_not(text: str, is_broken: bool) -> None:
    assert broken_letters(text) is is_broken


def planned(content: str, decisions: dict[int, str] | None = None) -> list[tuple[int, str, int | None]]:
    table = read_table(content.encode())
    return [(p.row, p.fate, p.target) for p in plans(table, guessed(table.header), decisions or {})]


@pytest.fixture
def ttgv(db: None) -> Organisation:
    return make_organisation(
        "ttgv",
        name("Türkiye Teknoloji Geliştirme Vakfı", "tr"),
        identifiers=[OrganisationIdentifier(scheme="wikidata", value="Q42")],
        links=[OrganisationLink(url="https://www.ttgv.org.tr/tr")],
    )


def test_rows_that_may_mean_a_record_wait_for_a_decision(ttgv: Organisation) -> None:
    table = (
        "name_tr,wikidata,url\n"
        "Başka,https://www.wikidata.org/wiki/Q42,\n"
        "Başka Bir,,http://ttgv.org.tr\n"
        "TÜRKİYE TEKNOLOJİ GELİŞTİRME VAKFI,,\n"
        "Yeni,,https://yeni.example\n"
        "Kalk?nma,,\n"
    )
    undecided = [
        (2, "ask", None),
        (3, "ask", None),
        (4, "ask", None),
        (5, "create", None),
        (6, "refuse", None),
    ]
    by_decision = {2: "new", 3: "new", 4: str(ttgv.pk), 5: "skip"}

    assert planned(table) == undecided
    assert planned(table, by_decision) == [
        (2, "ask", None),  # an identifier belongs to one body
        (3, "create", None),
        (4, "update", ttgv.pk),
        (5, "skip", None),
        (6, "refuse", None),
    ]


def test_a_key_changes_the_record_it_names_and_stands_in_a_file_once(ttgv: Organisation) -> None:
    assert planned("key,status\nttgv,ended\nttgv,active\n") == [(2, "update", ttgv.pk), (3, "refuse", None)]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("x,ministri,,", "body_type"),
        ("x,,ZZZ,", "country"),
        ("x,,,spring 2010", "founded"),
        (",,,2010", "name_tr"),
        ("x,,,,more", ""),
    ],
)
def test_a_mistake_is_told_with_its_row_and_column(db: None, cells: str, column: str) -> None:
    table = read_table(f"name_tr,body_type,country,founded\n{cells}\n".encode())

    (plan,) = plans(table, guessed(table.header), {})

    assert (plan.row, plan.fate, plan.facts.mistakes[0].column) == (2, "refuse", column)


def test_an_editor_brings_in_a_table_step_by_step(admin_client: Client, ttgv: Organisation) -> None:
    ttgv.events = [event("founded", "1991")]
    ttgv.save()
    rows = f"id,Adı,Kuruluş,Anything\nA1,=1+1 <b>Ağ</b>,2004,x\nA2,{ttgv.title},1990,x\nA3,Kalk?nma,,x\n"
    file = SimpleUploadedFile("a.csv", rows.encode("utf-8"))

    columns = admin_client.post(reverse("networks_import:index"), {"file": file}).headers["Location"]
    mapping = {"column0": "local", "column1": "name_tr", "column2": "founded", "publish": "on"}
    trial = admin_client.post(columns, mapping).headers["Location"]
    page = admin_client.get(trial)
    assert "&lt;b&gt;Ağ" in page.content.decode() or b"<b>A" not in page.content
    assert [count for _label, count in page.context["counts"]] == [1, 0, 1, 0, 1]
    store = admin_client.post(trial, {"row3": str(ttgv.pk), "store": ""}).headers["Location"]
    admin_client.post(store)

    run = ImportRun.objects.get()
    made = Organisation.objects.get(identifiers__value="A1")
    assert (run.state, bytes(run.content), [row for row, *_rest in run.refused]) == ("done", b"", [4])
    assert (made.live, made.title, made.identifiers.get().value) == (True, "=1+1 <b>Ağ</b>", "A1")
    claims = Organisation.objects.get(key="ttgv").events.get().claims.values_list("edtf", flat=True)
    assert sorted(claims) == ["1990", "1991"]
    assert planned("id,status\nA1,ended\nA2,active\n") == [(2, "update", made.pk), (3, "update", ttgv.pk)]


def test_who_may_not_publish_records_may_not_import(client: Client, django_user_model: type) -> None:
    user = django_user_model.objects.create_user("editor", "e@example.org", "x")
    user.user_permissions.add(
        *Permission.objects.filter(codename__in=["access_admin", "change_organisation"])
    )
    client.force_login(user)

    answer = client.get(reverse("networks_import:index"))

    assert answer.status_code in (302, 403)
