"""Tables of the plugin: facts in one row, words in a page for each language, and what was handed in."""

from .consultations import Consultation
from .drafts import DraftRendition, DraftVersion
from .invitations import Invitation
from .kept import VersionIsPublished
from .log import LogKey, LogLeaf, LogNode, LogState, Receipt, TreeHead
from .mutations import MutationRecord
from .notices import Notice
from .opinions import Attachment, Opinion
from .pages import ConsultationPage, RoleWording
from .passages import Passage
from .provisions import Provision, ProvisionLink, ProvisionText
from .respondents import Respondent
from .roles import Role
from .round_changes import RoundChange
from .rounds import Round
from .stakeholders import Stakeholder, StakeholderContact, StakeholderList
from .submissions import Submission, SubmissionRevision
from .verifications import EmailVerification

__all__ = [
    "Attachment",
    "Consultation",
    "ConsultationPage",
    "DraftRendition",
    "DraftVersion",
    "EmailVerification",
    "Invitation",
    "LogKey",
    "LogLeaf",
    "LogNode",
    "LogState",
    "MutationRecord",
    "Notice",
    "Opinion",
    "Passage",
    "Provision",
    "ProvisionLink",
    "ProvisionText",
    "Receipt",
    "Respondent",
    "Role",
    "RoleWording",
    "Round",
    "RoundChange",
    "Stakeholder",
    "StakeholderContact",
    "StakeholderList",
    "Submission",
    "SubmissionRevision",
    "TreeHead",
    "VersionIsPublished",
]
