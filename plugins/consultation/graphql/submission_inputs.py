"""What is sent with submissions, and the values that it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import graphene

from cms.api import LocaleCode

from ..submissions.content import Content, OpinionContent, RespondentContent
from .opinion_vocabulary import (
    CapacityCode,
    OpinionKindCode,
    OpinionStanceCode,
    PublicationChoiceCode,
    SubmissionStanceCode,
    plain,
)

Sent = Mapping[str, Any]  # Any: values of input types


class ConsultationQuoteInput(graphene.InputObjectType):
    """A passage of the provision, over its plain text: NFC, single spaces."""

    exact = graphene.String(required=True, description="The passage.")
    prefix = graphene.String(description="Up to 32 characters before it.")
    suffix = graphene.String(description="Up to 32 characters after it.")
    start = graphene.Int(description="Where it begins, in characters; with `end`.")
    end = graphene.Int(description="Where it ends: the first character that is not quoted.")
    language = LocaleCode(description="The language of the text that was quoted.")


class ConsultationOpinionInput(graphene.InputObjectType):
    """An opinion on a provision, or on the whole draft."""

    key = graphene.ID(description="The key of one that is there already; left out for a new one.")
    version = graphene.Int(description="Number of the draft's version; left out: the current one.")
    provision_key = graphene.String(description="Key of the provision; left out: the draft as a whole.")
    quote = ConsultationQuoteInput(description="The passage that it is about.")
    kind = OpinionKindCode(description="What it is about; left out: the substance.")
    stance = OpinionStanceCode(description="Whether it is for the provision.")
    text = graphene.String(description="The opinion, at most 20,000 characters.")
    rationale = graphene.String(description="Its reasons, at most 20,000 characters.")
    proposed_text = graphene.String(description="The wording that it proposes, at most 20,000 characters.")
    language = LocaleCode(description="Its language; left out: that of the submission.")


class ConsultationRespondentInput(graphene.InputObjectType):
    """Who hands in."""

    capacity = CapacityCode(description="For whom; left out: for oneself.")
    name = graphene.String(description="The person's name. Needed for a publication with the name.")
    email = graphene.String(description="Where the receipt goes.")
    organisation = graphene.String(description="The organisation's name. Needed when one speaks for it.")
    organisation_key = graphene.String(description="Its key in the list of organisations, if it has one.")
    position = graphene.String(description="The person's position there.")


class ContentInput:
    """All that a submission says."""

    respondent = ConsultationRespondentInput(description="Who hands in.")
    publication_choice = PublicationChoiceCode(description="What may be published; left out: nothing.")
    consent = graphene.String(description="Which version of the consent text was agreed to.")
    stance = SubmissionStanceCode(description="What they think of the draft as a whole.")
    opinions = graphene.List(
        graphene.NonNull(ConsultationOpinionInput),
        description="At most 200, in their order. Those that are left out are taken back.",
    )


def content_from(sent: Sent) -> Content:
    """Return the content that an input tells."""
    return Content(
        opinions=tuple(opinion_from(each) for each in listed(sent.get("opinions"))),
        stance=plain(sent.get("stance")),
        choice=plain(sent.get("publication_choice")) or Content.choice,
        consent=plain(sent.get("consent")),
        respondent=respondent_from(sent.get("respondent") or {}),
    )


def opinion_from(sent: Sent) -> OpinionContent:
    quote: Sent = sent.get("quote") or {}
    return OpinionContent(
        key=sent.get("key") or None,
        version_number=sent.get("version"),
        provision_key=plain(sent.get("provision_key")),
        quote_exact=plain(quote.get("exact")),
        quote_prefix=plain(quote.get("prefix")),
        quote_suffix=plain(quote.get("suffix")),
        quote_start=quote.get("start"),
        quote_end=quote.get("end"),
        quote_language=plain(quote.get("language")),
        kind=plain(sent.get("kind")) or OpinionContent.kind,
        stance=plain(sent.get("stance")),
        opinion_text=plain(sent.get("text")),
        rationale=plain(sent.get("rationale")),
        proposed_text=plain(sent.get("proposed_text")),
        language=plain(sent.get("language")),
    )


def respondent_from(sent: Sent) -> RespondentContent:
    given = {name: plain(sent.get(name)) for name in RespondentContent.__dataclass_fields__}
    return RespondentContent(**{**given, "capacity": given["capacity"] or RespondentContent.capacity})


def listed(values: Iterable[Sent] | None) -> Iterable[Sent]:
    return values or ()


def as_json(value: Any) -> Any:  # Any: values of input types in, JSON out
    """Return an input as JSON, for telling whether the same was sent again."""
    if isinstance(value, Mapping):
        return {name: as_json(each) for name, each in value.items() if name != "client_mutation_id"}
    if isinstance(value, list | tuple):
        return [as_json(each) for each in value]
    return getattr(value, "value", value)
