"""Mails to people: in their language, as plain text and as HTML, so marked that no machine answers them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise


def mail_to(
    address: str,
    *,
    language: str,
    subject: Promise | str,
    template: str,
    context: Mapping[str, Any],
    headers: Mapping[str, str] | None = None,
    sender: str | None = None,
) -> EmailMultiAlternatives:
    """Return a mail that is ready to be sent; `template` names `<template>.txt` and `<template>.html`.

    The subject, if lazy, and the templates speak the language; they find it as `language` in their context,
    and the subject as `subject`. A line break in the subject becomes a space.
    """
    with translation.override(language):
        line = " ".join(str(subject).split())
        told = {**context, "language": language, "subject": line}
        text = render_to_string(f"{template}.txt", told)
        html = render_to_string(f"{template}.html", told)
    marks = {"Auto-Submitted": "auto-generated", "Content-Language": language, **(headers or {})}
    mail = EmailMultiAlternatives(line, text, sender, to=[address], headers=marks)
    mail.attach_alternative(html, "text/html")
    return mail
