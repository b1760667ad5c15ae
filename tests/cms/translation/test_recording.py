import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageLogEntry

from cms.models import LanguageVersion
from cms.testing.factories import make_page, translate
from cms.text import sort_key
from cms.translation.engine import save_draft_translation
from cms.translation.fingerprints import fingerprint_of
from cms.translation.recording import UNKNOWN, mark_reviewed


def version_of(page):
    return LanguageVersion.objects.get(page_id=page.pk)


def english_of(translation):
    return translation.get_target_instance()


@pytest.mark.parametrize("live", [True, False])
def test_sort_key_is_of_the_title_in_the_language_of_the_page(live, bilingual_site):
    turkish = make_page(bilingual_site.turkish, title="Çankaya", live=live)
    english = make_page(bilingual_site.english, title="Çankaya", live=live)

    keys = version_of(turkish).sort_key, version_of(english).sort_key
    assert keys == (sort_key("Çankaya", language="tr"), sort_key("Çankaya", language="en"))


def test_sort_key_follows_a_plain_save(bilingual_site):
    page = make_page(bilingual_site.turkish, title="Ankara")

    page.title = "Bursa"
    page.save()

    assert version_of(page).sort_key == sort_key("Bursa", language="tr")


def test_publication_by_hand_records_what_it_was_made_from_once(bilingual_site):
    original = make_page(bilingual_site.turkish, title="Yazı")
    first = version_of(original).fingerprint
    english = translate(original, title="Article")
    original.title = "Yeni yazı"
    original.save_revision().publish()

    english.save_revision().publish()

    recorded = version_of(english)
    assert (recorded.fingerprint, recorded.source_fingerprint) == (fingerprint_of(english), first)
    assert (version_of(original).source_fingerprint, recorded.completeness) == ("", 100)


def test_publication_of_a_translation_records_what_the_translator_saw(bilingual_site, submit, write):
    original = make_page(bilingual_site.turkish, title="Yazı", intro="Giriş")
    seen = version_of(original).fingerprint
    translation = submit(original)
    original.title = "Yeni yazı"
    original.save_revision().publish()
    write(translation, title="Article")

    translation.save_target(publish=True)

    recorded = version_of(english_of(translation))
    assert (recorded.source_fingerprint, recorded.completeness) == (seen, 66)  # title and slug of three


@pytest.mark.parametrize(("kind", "expected"), [("machine", True), ("manual", False)])
def test_publication_of_a_translation_records_a_machine_at_work(
    kind, expected, bilingual_site, submit, write
):
    translation = submit(make_page(bilingual_site.turkish, title="Yazı"))
    write(translation, translation_type=kind, title="Article")

    translation.save_target(publish=True)

    assert version_of(english_of(translation)).is_machine is expected


def test_a_draft_older_than_the_strings_was_made_from_something_unknown(bilingual_site, submit):
    translation = submit(make_page(bilingual_site.turkish, title="Yazı"), title="Article")
    draft = save_draft_translation(translation, user=None)
    translation.source.update_from_db()

    draft.publish()

    assert version_of(english_of(translation)).source_fingerprint == UNKNOWN


def test_a_draft_changes_nothing_that_is_recorded(bilingual_site):
    page = make_page(bilingual_site.turkish, title="Yazı")
    before = version_of(page).fingerprint

    page.title = "Taslak"
    page.save_revision()

    assert version_of(page).fingerprint == before


def test_review_says_that_the_version_has_caught_up(bilingual_site, admin_user):
    original = make_page(bilingual_site.turkish, title="Yazı")
    english = translate(original, title="Article")
    original.title = "Yeni yazı"
    original.save_revision().publish()

    mark_reviewed(english, user=admin_user)

    recorded = version_of(english)
    assert recorded.source_fingerprint == version_of(original).fingerprint
    assert recorded.reviewed_revision == english.live_revision
    assert PageLogEntry.objects.get(action="cms.mark_reviewed").user == admin_user


def test_review_makes_a_machine_translation_a_persons(bilingual_site, submit, write, admin_user):
    translation = submit(make_page(bilingual_site.turkish, title="Yazı", intro="Giriş"))
    write(translation, translation_type="machine", title="Article")
    translation.save_target(publish=True)

    mark_reviewed(english_of(translation), user=admin_user)

    recorded = version_of(english_of(translation))
    assert (recorded.is_machine, recorded.completeness) == (False, 66)


def test_review_completes_a_translation_that_was_finished_by_hand(bilingual_site, submit, admin_user):
    translation = submit(make_page(bilingual_site.turkish, title="Yazı", intro="Giriş"), title="Article")
    translation.save_target(publish=True)
    translation.enabled = False
    translation.save()
    english = english_of(translation)
    english.save_revision().publish()
    assert version_of(english).completeness == 66

    mark_reviewed(english, user=admin_user)

    assert version_of(english).completeness == 100


def test_review_needs_an_original_and_a_published_version(bilingual_site, admin_user):
    original = make_page(bilingual_site.turkish)
    draft = translate(original, live=False)

    for page in (original, draft):
        with pytest.raises(ValidationError):
            mark_reviewed(page, user=admin_user)

    assert not PageLogEntry.objects.filter(action="cms.mark_reviewed").exists()


def test_a_version_is_outdated_since_the_first_change_of_the_original(bilingual_site, admin_user):
    original = make_page(bilingual_site.turkish, title="Yazı")
    english = translate(original, title="Article")
    moments = [version_of(english).outdated_since]
    for title in ("Yeni yazı", "Yepyeni yazı", "Yazı"):
        original.title = title
        original.save_revision().publish()
        moments.append(version_of(english).outdated_since)

    first = moments[1]
    assert first is not None
    assert moments == [None, first, first, None]
    assert version_of(original).outdated_since is None


def test_review_ends_being_outdated(bilingual_site, admin_user):
    original = make_page(bilingual_site.turkish, title="Yazı")
    english = translate(original, title="Article")
    original.title = "Yeni yazı"
    original.save_revision().publish()

    mark_reviewed(english, user=admin_user)

    assert version_of(english).outdated_since is None
