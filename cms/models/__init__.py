"""Tables of the host. One concept a module; no logic beyond what keeps a row whole."""

from cms.models.claims import Claim, ClaimDecision
from cms.models.departures import GoneAddress
from cms.models.jobs import JobRun
from cms.models.languages import LanguageVersion
from cms.models.media import ContentDocument, ContentImage, Rendition
from cms.models.navigation import Menu, MenuItem
from cms.models.outbox import OutboxEntry
from cms.models.pages import ArticlePage, BasePage, HomePage, SectionPage
from cms.models.problems import Problem
from cms.models.search import SearchEntry, SearchTerm
from cms.models.site_profile import SiteProfile
from cms.models.token_grants import TokenGrant
from cms.models.users import User

__all__ = [
    "ArticlePage",
    "BasePage",
    "Claim",
    "ClaimDecision",
    "ContentDocument",
    "ContentImage",
    "GoneAddress",
    "HomePage",
    "JobRun",
    "LanguageVersion",
    "Menu",
    "MenuItem",
    "OutboxEntry",
    "Problem",
    "Rendition",
    "SearchEntry",
    "SearchTerm",
    "SectionPage",
    "SiteProfile",
    "TokenGrant",
    "User",
]
