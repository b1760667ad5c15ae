"""The command: where it puts a draft, what it prints, and what it refuses."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from cms.models import ArticlePage
from cms.testing.factories import make_page

TEXT = "Göl kıyısı\n\nHarita için tıklayınız.\n"


@pytest.fixture
def run(tmp_path, capsys, bilingual_site):
    """Run the command on a file with the given text; returns what it printed."""

    def run(text=TEXT, **options):
        file = tmp_path / "gol.txt"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        defaults = {"language": "tr", "parent": str(bilingual_site.turkish.pk), "report_in": "en"}
        call_command("import_text", file, **{**defaults, **options})
        return capsys.readouterr().out.splitlines()

    return run


def test_command_prints_findings_and_the_draft(run):
    printed = run()

    promise = "The words promise a link, but there is none: “Harita için tıklayınız.”."
    draft = ArticlePage.objects.get(title="Göl kıyısı")
    assert printed == [
        f"    3  warning link_target_missing  {promise}",
        "1 findings.",
        f"Draft {draft.pk}: Göl kıyısı",
    ]


def test_report_is_printed_in_turkish_when_asked(run):
    assert "Sözler bir bağlantı bildiriyor" in run(report_in="tr")[0]


@pytest.mark.parametrize("parent", ["/tr/sular/", "tr/sular"])
def test_parent_is_named_by_its_path(run, bilingual_site, parent):
    section = make_page(bilingual_site.turkish, title="Sular")

    run(parent=parent)

    assert ArticlePage.objects.get(title="Göl kıyısı").get_parent().pk == section.pk


def test_dry_run_writes_nothing(run):
    printed = run(dry_run=True)

    assert printed[-1] == "1 findings."
    assert not Page.objects.filter(title="Göl kıyısı").exists()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"text": "Kö?prü yıkıldı."}, "Nothing was imported"),
        ({"text": b"\x89PNG"}, "Nothing was imported"),
        ({"parent": "/tr/yok/"}, "There is no page at /tr/yok/."),
        ({"parent": "/de/"}, "There is no page at /de/."),
        ({"parent": "999999"}, "There is no page at 999999."),
        ({"parent": "1"}, "There is no page at 1."),
        ({"parent": "/en/"}, "Name a page in tr."),
    ],
)
def test_command_refuses_with_a_reason_and_writes_nothing(run, options, reason):
    before = Page.objects.count()

    with pytest.raises(CommandError, match=reason):
        run(**options)

    assert Page.objects.count() == before


def test_file_that_is_not_there_is_named(bilingual_site, tmp_path):
    with pytest.raises(CommandError, match=r"yok.txt cannot be read: No such file"):
        call_command("import_text", tmp_path / "yok.txt", language="tr", parent="/tr/")
