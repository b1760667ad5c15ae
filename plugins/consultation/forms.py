"""What an editor is told when the parts of a consultation do not fit together."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from .domain import are_in_order
from .models.kept import VersionIsPublished

PUBLISHING = frozenset({"action-publish", "action-submit", "action-restart-workflow"})
"""The buttons of the page editor that make a page public, or ask somebody to."""

HISTORICAL_FACTS = ("sent_on", "recipients_count", "responses_received")


class ConsultationForm(WagtailAdminModelForm):
    """Checks that need several rows at once; each row checks itself."""

    def clean_key(self) -> str:
        key = str(self.cleaned_data["key"])
        if self.instance.pk and key != self.initial["key"]:
            raise ValidationError(_("Frontends ask for this key, so it cannot change. Put the old one back."))
        return key

    def clean_authoritative_language(self) -> str:
        language = str(self.cleaned_data["authoritative_language"])
        if self.instance.pk and language != self.initial["authoritative_language"] and self._has_published():
            raise ValidationError(
                _("A version of the draft is published in the language that counts. Put the old one back.")
            )
        return language

    def _has_published(self) -> bool:
        return any(version.is_published for version in self.instance.draft_versions.get_live_queryset())

    def clean(self) -> dict[str, Any]:
        cleaned = dict(super().clean())
        rounds, drafts = self._kept("rounds"), self._kept("draft_versions")
        if cleaned.get("known_only_as"):
            self._check_historical(rounds)
        else:
            self._check_ordinary(cleaned, rounds)
        self._check_numbers(rounds, _("Two rounds have the number %(number)d. Number them 1, 2, 3."))
        self._check_numbers(drafts, _("Two versions have the number %(number)d. Number them 1, 2, 3."))
        self._check_roles()
        self._check_what_stays()
        self._check_told_dates()
        self._check_language(cleaned.get("authoritative_language"), drafts)
        self._check_invited(cleaned)
        return cleaned

    def _check_invited(self, cleaned: dict[str, Any]) -> None:
        """Refuse to close what is public to all but the invited while nobody is."""
        from .people.inviting import is_for_nobody  # noqa: PLC0415 -- models import this module

        if not self.instance.pk or not {"visibility", "participation"} & set(self.changed_data):
            return
        chosen = {name: str(cleaned.get(name, "")) for name in ("visibility", "participation")}
        if self.instance.pages.filter(live=True).exists() and is_for_nobody(self.instance, **chosen):
            name = "visibility" if "visibility" in self.changed_data else "participation"
            self.add_error(
                name,
                _("Nobody is invited yet. Invite first (menu “Stakeholders”), then choose this."),
            )

    def _check_historical(self, rounds: list[Any]) -> None:
        if rounds:
            self.add_error(
                "known_only_as",
                _("A historical record has no rounds. Remove them, or leave this empty."),
            )

    def _check_ordinary(self, cleaned: dict[str, Any], rounds: list[Any]) -> None:
        for name in HISTORICAL_FACTS:
            if cleaned.get(name) is not None:
                self.add_error(
                    name, _("Only a historical record has this. Empty it, or choose the kind of record.")
                )
        if not rounds and not self.formsets["rounds"].total_error_count():
            self.add_error(
                None,
                _("Add a round with its dates, or say that nothing more is known (tab “Historical record”)."),
            )
        if not are_in_order(each.period for each in sorted(rounds, key=lambda each: each.number)):
            self.add_error(
                None,
                _("Two rounds overlap. Let each open after the one before has closed, in order of numbers."),
            )

    def _check_numbers(self, rows: list[Any], message: str) -> None:
        if repeated := repeated_values([row.number for row in rows]):
            self.add_error(None, message % {"number": repeated[0]})

    def _check_roles(self) -> None:
        if repeated_values([row.role for row in self._kept("roles")]):
            self.add_error(None, _("A role stands there twice. Name one organisation for each."))

    def _check_what_stays(self) -> None:
        """Refuse to lose what others rely on: by removing it, or by restoring a revision without it."""
        if not self.instance.pk:
            return
        for version in self._lost("draft_versions"):
            if version.is_published:
                self.add_error(None, VersionIsPublished(version.number))
        for each in self._lost("rounds"):
            if each.submissions.exists():
                self.add_error(
                    None,
                    _("Round %(number)d has opinions, so it stays. Close it early instead (menu “Rounds”).")
                    % {"number": each.number},
                )

    def _lost(self, name: str) -> list[Any]:  # Any: rows of whichever formset
        """Return the stored rows that would be gone."""
        kept = {row.pk for row in self._kept(name)} | {
            form.instance.pk for form in self.formsets[name].forms if not form.is_valid()
        }
        return [row for row in getattr(self.instance, name).get_live_queryset() if row.pk not in kept]

    def _check_told_dates(self) -> None:
        """Refuse another end of a round that people rely on: that is a change with a reason, told to all."""
        for form in self.formsets["rounds"].forms:
            has_new_end = {"opens_on", "opens_time", "closes_on", "closes_time"} & set(form.changed_data)
            is_told = form.instance.pk and (
                form.instance.submissions.exists() or form.instance.invitations.exists()
            )
            if has_new_end and is_told:
                self.add_error(
                    None,
                    _(
                        "Somebody was invited to round %(number)d, or has answered. "
                        "Change its dates with a reason (menu “Rounds”)."
                    )
                    % {"number": form.instance.number},
                )

    def _check_language(self, language: str | None, drafts: list[Any]) -> None:
        if not language or not drafts:
            return
        current = max(drafts, key=lambda draft: draft.number)
        if current.document is None:
            return
        head = current.document.edition_of or current.document
        languages = {head.language, *(edition.language for edition in head.editions.all())}
        if language not in languages:
            self.add_error(
                "authoritative_language",
                _("Version %(number)d has no %(language)s edition. Add it, or choose another language.")
                % {"number": current.number, "language": dict(settings.LANGUAGES)[language]},
            )

    def _kept(self, name: str) -> list[Any]:  # Any: rows of whichever formset
        """Return the rows of a formset that are right in themselves and stay."""
        forms = self.formsets[name].forms
        used = [form for form in forms if form.has_changed() or form.instance.pk]
        return [form.instance for form in used if form.is_valid() and not form.cleaned_data.get("DELETE")]


class ConsultationPageForm(WagtailAdminPageForm):
    """One page for each consultation and language. A check of the form: a copied page may exist meanwhile."""

    def clean(self) -> dict[str, Any]:
        cleaned = dict(super().clean())
        page = self.instance
        pages = type(page).objects.filter(consultation=cleaned.get("consultation"), locale_id=page.locale_id)
        if rival := pages.exclude(translation_key=page.translation_key).first():
            self.add_error(
                "consultation",
                _("“%(page)s” tells of it in this language already. Edit that page.") % {"page": rival.title},
            )
        self._check_invited(cleaned.get("consultation"))
        if repeated_values([form.instance.role for form in self._used_wordings()]):
            self.add_error(None, _("A role stands there twice. Keep one wording for each."))
        return cleaned

    def _check_invited(self, consultation: Any) -> None:  # Any: models import this module
        """Refuse to publish what only the invited may see or answer while nobody is invited."""
        from .people.inviting import is_for_nobody  # noqa: PLC0415 -- models import this module

        is_going_public = not PUBLISHING.isdisjoint(self.data)
        if not is_going_public or consultation is None:
            return
        chosen = {name: getattr(consultation, name) for name in ("visibility", "participation")}
        if is_for_nobody(consultation, **chosen):
            self.add_error(
                "consultation",
                _(
                    "Only the invited are asked, and nobody is invited yet. Save the page as a draft, invite "
                    "(menu “Stakeholders”), then publish."
                ),
            )

    def _used_wordings(self) -> list[Any]:  # Any: forms of the formset
        forms = self.formsets["role_wordings"].forms if "role_wordings" in self.formsets else []
        used = [form for form in forms if form.has_changed() or form.instance.pk]
        return [form for form in used if form.is_valid() and not form.cleaned_data.get("DELETE")]


def repeated_values(values: list[Any]) -> list[Any]:  # Any: numbers or names
    """Return those values that stand in the list again."""
    return [value for place, value in enumerate(values) if value in values[:place]]
