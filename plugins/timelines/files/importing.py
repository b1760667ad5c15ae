"""Takes rows over, all or nothing: with one of them refused, nothing is stored."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from ..consultations import check_consultation
from ..forms import PeriodForm
from ..models import Activity, ActivityRelation, ActivityText
from ..models.clocks import site_time_zone
from ..models.fields import undated
from ..models.relations import check_relations
from ..shown import told_languages
from .reading import broken_letters
from .rows import PERIOD, RELATED, WORDS, columns, row_of

FIRST_ROW = 2
"""The header of a table is its first row."""


@dataclass(frozen=True)
class Refusal:
    """What is wrong with a row: its number, its column, and what to do."""

    row: int
    column: str
    message: str


@dataclass
class Report:
    """What an import did, or would do."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def is_accepted(self) -> bool:
        return not self.refusals


class _DryRun(Exception):
    """Takes back what was tried."""


def import_rows(rows: Sequence[dict[str, str]], *, user: Any, publish: bool, dry_run: bool) -> Report:
    """Return what became of the rows. With a refusal, or as a dry run, nothing is stored. Any: a user.

    Without `publish`, everything becomes drafts: what is live stays as it is. A column that a row leaves out
    keeps what is stored; an empty cell empties it.
    """
    rows = [{"key": "", **row} for row in rows]
    report = Report(refusals=_double_keys(rows))
    try:
        with transaction.atomic():
            for number, row in enumerate(rows, start=FIRST_ROW):
                _take(row, number, report, user=user, publish=publish)
            if dry_run or report.refusals:
                raise _DryRun
    except _DryRun:
        pass
    return report


def _double_keys(rows: Sequence[dict[str, str]]) -> list[Refusal]:
    counts = Counter(row["key"] for row in rows)
    message = _("This key stands in the file twice. Keep one of the rows.")
    return [
        Refusal(number, "key", message)
        for number, row in enumerate(rows, start=FIRST_ROW)
        if counts[row["key"]] > 1
    ]


def _take(row: dict[str, str], number: int, report: Report, *, user: Any, publish: bool) -> None:  # Any: user
    if column := broken_letters(row):
        message = _("Letters were damaged on the way. Export the source as UTF-8 again.")
        report.refusals.append(Refusal(number, column, message))
        return
    stored = Activity.objects.filter(key=row["key"]).first()
    activity = stored.get_latest_revision_as_object() if stored else Activity(key=row["key"], live=False)
    texts = _texts_of(stored)
    before = row_of(activity, texts) if stored else None
    row = {**(before or dict.fromkeys(columns(), "")), **row}
    try:
        with transaction.atomic():
            _fill(activity, row)
            after = {**row_of(activity, texts), **{name: row[name] for name in row if _is_word(name)}}
            if before == after and not (publish and _is_draft(activity, *texts.values())):
                report.unchanged += 1
                return
            _store(activity, row, texts, user=user, publish=publish)
    except ValidationError as error:
        report.refusals.extend(_refusals(number, error))
        return
    report.changed += before is not None
    report.created += before is None


def _fill(activity: Activity, row: Mapping[str, str]) -> None:
    """Give the activity the facts of the row. Raises ValidationError by column."""
    form = PeriodForm({name: row[name] for name in PERIOD})
    form.full_clean()
    actual_date = form.date("actual_date", before=activity.actual_date)
    period = form.period(activity.period if activity.pk else undated())
    if period is None or form.errors:
        raise ValidationError({name: messages.data for name, messages in form.errors.items()})
    activity.period, activity.actual_date = period, actual_date
    activity.kind = row["kind"].lower()
    activity.asserted_by = row["asserted_by"].split()
    try:
        activity.order_hint = int(row["order_hint"] or 0)
    except ValueError as error:
        raise ValidationError({"order_hint": _("Write a whole number.")}) from error
    if row["consultation_key"] != activity.consultation_key:
        check_consultation(row["consultation_key"])
    activity.consultation_key = row["consultation_key"]
    _fill_clock(activity, row)
    activity.after = next(iter(_named(row, "after")), None)
    activity.relations = [
        ActivityRelation(kind=kind, other=other)
        for kind in RELATED
        for other in _related(activity, row, kind)
    ]
    activity.full_clean(exclude=["title"])


def _related(activity: Activity, row: Mapping[str, str], kind: str) -> list[Activity]:
    """Return the others of one kind. Raises ValidationError by column, for a circle too."""
    others = _named(row, kind)
    try:
        check_relations(activity, [(kind, other.pk) for other in others])
    except ValidationError as error:
        raise ValidationError({kind: error.messages}) from error
    return others


def _fill_clock(activity: Activity, row: Mapping[str, str]) -> None:
    for name in ("starts_at", "ends_at"):
        try:
            setattr(activity, name, datetime.time.fromisoformat(row[name]) if row[name] else None)
        except ValueError as error:
            raise ValidationError({name: _("Write a time of day such as 14:30.")}) from error
    activity.time_zone = row["time_zone"] or site_time_zone()


def _named(row: Mapping[str, str], column: str) -> list[Activity]:
    """Return the activities that a cell names by their keys. Raises ValidationError for an unknown one."""
    keys = row[column].split()
    known = {each.key: each for each in Activity.objects.filter(key__in=keys)}
    if len(known) < len(set(keys)):
        message = _("No activity has this key. Put the one that is named before this row.")
        raise ValidationError({column: message})
    return [known[key] for key in dict.fromkeys(keys)]


def _store(
    activity: Activity, row: Mapping[str, str], texts: Mapping[str, ActivityText], *, user: Any, publish: bool
) -> None:
    if activity.pk is None:
        activity.save()
    _keep(activity, user=user, publish=publish)
    for language in told_languages():
        words = {name: row[f"{name}_{language}"] for name in WORDS}
        if not any(words.values()) and language not in texts:
            continue
        text = texts.get(language) or ActivityText(
            activity=activity, locale=Locale.objects.get(language_code=language), live=False
        )
        for name, value in words.items():
            setattr(text, name, value)
        _check_words(text, language)
        if text.pk is None:
            text.save()
        _keep(text, user=user, publish=publish)


def _keep(record: Any, *, user: Any, publish: bool) -> None:  # Any: something with drafts; a user
    revision = record.save_revision(user=user)
    if publish:
        revision.publish(user=user)


def _check_words(text: ActivityText, language: str) -> None:
    try:
        text.full_clean(exclude=["translation_key"])
    except ValidationError as error:
        named = {f"{name}_{language}": messages for name, messages in error.error_dict.items()}
        raise ValidationError(named) from error


def _is_draft(*records: Any) -> bool:  # Any: something with drafts
    return any(not record.live or record.has_unpublished_changes for record in records)


def _texts_of(activity: Activity | None) -> dict[str, ActivityText]:
    rows = activity.texts.select_related("locale") if activity else ()
    return {text.locale.language_code: text.get_latest_revision_as_object() for text in rows}


def _is_word(name: str) -> bool:
    return any(name == f"{word}_{language}" for word in WORDS for language in told_languages())


def _refusals(number: int, error: ValidationError) -> list[Refusal]:
    return [
        Refusal(number, column, message)
        for column, messages in error.message_dict.items()
        for message in messages
    ]
