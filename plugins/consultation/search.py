"""What a reader's search finds consultations by: the page's words and those about taking part."""

from __future__ import annotations

from cms.api import PageResult, SearchFields, page_texts

from .models import ConsultationPage


def texts(page: ConsultationPage, language: str) -> tuple[str, ...]:
    """Return the words of the page, who is asked and for what, and who has which part."""
    reference = page.consultation.reference
    parts = [f"{wording.name} {wording.part}".strip() for wording in page.role_wordings.all()]
    told = (page.purpose, page.recipients, page.how_to_respond, reference, *parts)
    title, intro, body = page_texts(page, language)
    return (title, intro, "\n".join((body, *(text for text in told if text))))


SEARCH_FIELDS = (SearchFields(model=ConsultationPage, texts=texts, result=PageResult),)
