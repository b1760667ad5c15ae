"""What people do at the desk, in a browser, by the names they would use for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

PATIENCE = 60_000  # milliseconds; a loaded machine draws the editor slowly


@dataclass(frozen=True)
class Desk:
    """One person's browser at the admin, with everything that went wrong in it."""

    address: str
    page: Page
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, browser: Browser, address: str, *, language: str = "tr") -> Desk:
        context = browser.new_context(
            locale={"tr": "tr-TR", "en": "en-GB"}[language], viewport={"width": 1400, "height": 1000}
        )
        context.set_default_timeout(PATIENCE)
        desk = cls(address, context.new_page())
        desk.page.on("console", lambda message: desk.note(message.type, message.text))
        desk.page.on("pageerror", lambda error: desk.note("error", str(error)))
        return desk

    def note(self, kind: str, text: str) -> None:
        if kind == "error":
            self.complaints.append(text)

    def open(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def sign_in(self, username: str, password: str) -> None:
        self.open("/admin/login/")
        self.page.fill("[name=username]", username)
        self.page.fill("[name=password]", password)
        self.page.click("main [type=submit]")
        self.page.wait_for_url("**/admin/")

    def write(self, name: str, text: str) -> None:
        """Write into a field of the editor."""
        self.page.fill(f"[name={name}]", text)

    def save_draft(self) -> None:
        self.page.click("footer .action-save")
        self.wait_for_success()

    def publish(self) -> None:
        self.page.click("footer .w-dropdown__toggle")
        self.page.click("footer [name=action-publish]")
        self.wait_for_success()

    def submit_for_translation(self, *, page_id: int) -> None:
        self.open(f"/admin/localize/submit/page/{page_id}/")
        self.page.check("[name=locales]")
        self.page.click("main form [type=submit]")
        self.wait_for_success()

    def translate(self, words: dict[str, str]) -> None:
        """Write the translation of each text into its place, the way a translator does: one by one."""
        for original, translation in words.items():
            segment = self.segment(original)
            segment.get_by_role("button", name="Çevir", exact=True).click()
            segment.locator("textarea").fill(translation)
            segment.get_by_role("button", name="Kaydet", exact=True).click()
            self.page.locator("li.complete", has_text=translation).first.wait_for()

    def segment(self, original: str) -> Locator:
        return self.page.locator("li.incomplete", has_text=original).first

    def publish_translation(self) -> None:
        self.page.click("footer [name=action][value=publish]")
        self.wait_for_success()

    def wait_for_success(self) -> None:
        self.page.locator(".messages .success").first.wait_for()


Seat = Callable[..., Desk]
