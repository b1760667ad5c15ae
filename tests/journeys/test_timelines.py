"""Timelines in a real browser: the list without barriers or scripts, and the guided date of the editor."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from plugins.timelines.fuzzy import FuzzyDate, Part, Period
from plugins.timelines.models import Activity
from plugins.timelines.tests.making import make_activity, on, planned

pytestmark = pytest.mark.browser

PASSWORD = "only-for-this-test"


@pytest.fixture
def address(site, live_server):
    """A server with one activity of each way of dating."""
    make_activity("late", on("2009", Part.LATE))
    make_activity("all_year", Period.throughout(FuzzyDate("2010")))
    make_activity("going_on", Period.since(FuzzyDate("1994")))
    make_activity("plan", planned("2011"))
    make_activity("undated")
    return f"{live_server.url}/plugins/timelines"


@pytest.mark.parametrize(
    ("language", "eyes"),
    [
        ("tr", {"color_scheme": "light"}),
        ("en", {"color_scheme": "dark"}),
        ("tr", {"viewport": {"width": 360, "height": 800}}),
    ],
    ids=["light", "dark", "phone"],
)
def test_list_has_no_barriers(chromium, address, language, eyes):
    page = chromium.new_page(**eyes)
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))

    page.goto(f"{address}/{language}/")
    found = [rule["id"] for rule in Axe().run(page).response["violations"]]
    page.goto(f"{address}/{language}/?from_day=2011-01-01&to_day=2010-01-01")
    found += [rule["id"] for rule in Axe().run(page).response["violations"]]

    assert [found, complaints] == [[], []]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_list_is_chosen_from_and_printed_without_a_script(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/")

    page.get_by_label("Certainty").select_option("Plans")
    page.get_by_role("button", name="Show").press("Enter")
    page.wait_for_url("**certainty=PLANNED**")
    page.emulate_media(media="print")

    assert page.locator("h3").all_inner_texts() == ["EN plan"]
    assert [page.locator("form").is_visible(), page.locator("h1").is_visible()] == [False, True]
    context.close()


@pytest.fixture
def chief(seat, django_user_model):
    """Somebody who may do everything, before an activity's form in English."""
    django_user_model.objects.create_superuser("chief", "chief@example.org", PASSWORD)
    desk = seat(language="en")
    desk.sign_in("chief", PASSWORD)
    return desk


def test_editor_is_guided_to_a_date_with_the_keyboard_and_sees_how_it_will_read(chief):
    chief.open("/admin/snippets/timelines/activity/add/")
    page = chief.page
    read = page.locator(".timelines-preview dd")
    page.get_by_label("Year", exact=True).first.focus()

    page.keyboard.type("2010")
    page.keyboard.press("Tab")
    page.keyboard.type("April")
    read.get_by_text("Nisan 2010", exact=True).wait_for()
    page.keyboard.press("Tab")
    page.keyboard.type("6")
    page.keyboard.press("Tab")
    page.keyboard.type("about (~)")
    read.get_by_text("c. 6 April 2010").wait_for()

    assert page.locator("[name=start]").input_value() == "2010-04-06~"
    assert page.locator("[name=start]").is_visible() is False
    assert [
        rule["id"] for rule in Axe().run(page, ".timelines-date, .timelines-preview").response["violations"]
    ] == []


def test_expert_types_edtf_and_is_told_what_is_wrong(chief):
    activity = make_activity("a", on("[2009-11,2009-12]"))
    chief.open(f"/admin/snippets/timelines/activity/edit/{activity.pk}/")
    page = chief.page
    told = page.locator(".timelines-preview")
    told.get_by_text("November or December 2009").wait_for()

    page.fill("[name=start]", "late 2009")
    told.get_by_text("“late 2009” is not an EDTF date.").wait_for()
    page.fill("[name=start]", "2009")
    page.select_option("[name=start_part]", "LATE")
    told.get_by_text("2009 sonları").wait_for()
    chief.publish()

    assert Activity.objects.get().period == on("2009", Part.LATE)
