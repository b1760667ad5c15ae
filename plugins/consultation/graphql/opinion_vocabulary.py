"""The closed lists of submissions and opinions as enums."""

from __future__ import annotations

from cms.api import described_enum

from ..models import Opinion, Respondent, Submission
from ..submissions.errors import MESSAGES, Code
from ..wording import said_in

CapacityCode = described_enum(
    Respondent.Capacity,
    "ConsultationCapacityCode",
    "For whom somebody speaks.",
    INDIVIDUAL="For themselves.",
    FOR_ORGANISATION="For an organisation, which is then named unless the submission is confidential.",
)
PublicationChoiceCode = described_enum(
    Submission.PublicationChoice,
    "ConsultationPublicationChoiceCode",
    "What a respondent lets be published.",
    NAMED="The text with the name.",
    ANONYMOUS="The text without a name. Not for organisations.",
    CONFIDENTIAL="Nothing: it is for the institution only, and counted.",
)
SubmissionStateCode = described_enum(
    Submission.State,
    "ConsultationSubmissionStateCode",
    "Where a submission stands.",
    STARTED="Saved and not handed in.",
    PENDING_VERIFICATION="Handed in; the e-mail address is still to be confirmed.",
    SUBMITTED="Handed in.",
    AMENDED="Handed in, and changed since.",
    ACCEPTED="Handed in and admitted by staff.",
    REJECTED="Set aside by staff.",
    WITHDRAWN="Withdrawn. Only its hashes are shown.",
)
SubmissionChannelCode = described_enum(
    Submission.Channel,
    "ConsultationSubmissionChannelCode",
    "How a submission came.",
    WEB="By a form on the web.",
    API="By a program.",
    EMAIL="By e-mail; registered by staff.",
    LETTER="By letter; registered by staff.",
    KEP="By registered e-mail (KEP); registered by staff.",
    MEETING="At a meeting; registered by staff.",
    IMPORT="As a form that an institution filled in; read in by staff.",
)
SubmissionStanceCode = described_enum(
    Submission.Stance,
    "ConsultationSubmissionStanceCode",
    "What somebody thinks of the draft as a whole.",
    SUPPORTS="Supports it.",
    SUPPORTS_WITH_CHANGES="Supports it with changes.",
    OPPOSES="Opposes it.",
    NO_OPINION="Has no opinion on it, and says so.",
)
OpinionKindCode = described_enum(
    Opinion.Kind,
    "ConsultationOpinionKindCode",
    "What an opinion is about.",
    SUBSTANTIVE="The substance.",
    EDITORIAL="The wording.",
    LEGAL="The law.",
    QUESTION="It is a question.",
    SUPPORT="It is agreement.",
)
OpinionStanceCode = described_enum(
    Opinion.Stance,
    "ConsultationOpinionStanceCode",
    "Whether an opinion is for its provision.",
    FOR="For it.",
    AGAINST="Against it.",
    NEUTRAL="Neither.",
)
SubmissionErrorCode = described_enum(
    Code,
    "ConsultationSubmissionErrorCode",
    "Why a request about a submission was refused. New codes may be added.",
    **{
        code.name: said_in("en", MESSAGES[code])
        .replace("%(most)s", "n")
        .replace("%(why)s", "the reason follows.")
        for code in Code
    },
)


def plain(value: object) -> str:
    """Return the stored value of an enum's member, or "" for none."""
    return "" if value is None else str(getattr(value, "value", value))
