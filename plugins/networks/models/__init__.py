"""Tables of the plugin. One concept a module; no logic beyond what keeps a row whole."""

from plugins.networks.models.concepts import Concept
from plugins.networks.models.confirmations import EntryCorrection, EntryInvitation
from plugins.networks.models.dates import DateClaim, OrganisationEvent
from plugins.networks.models.entries import OrganisationEntry
from plugins.networks.models.identifiers import OrganisationIdentifier
from plugins.networks.models.imports import ImportRun
from plugins.networks.models.indexing import rebuild_index, refresh_entries
from plugins.networks.models.links import LinkState, OrganisationLink
from plugins.networks.models.listings import NetworksListingItem, NetworksListingPage
from plugins.networks.models.names import OrganisationName
from plugins.networks.models.organisations import Organisation, survivors
from plugins.networks.models.places import OrganisationPlace
from plugins.networks.models.relations import OrganisationRelation
from plugins.networks.models.reviews import EntryReview
from plugins.networks.models.sets import FacetSet, NameSet, facet_sets, name_sets
from plugins.networks.models.sources import OrganisationSource
from plugins.networks.models.texts import OrganisationText
from plugins.networks.models.words import NameTrigram, similar_words

__all__ = [
    "Concept",
    "DateClaim",
    "EntryCorrection",
    "EntryInvitation",
    "EntryReview",
    "FacetSet",
    "ImportRun",
    "LinkState",
    "NameSet",
    "NameTrigram",
    "NetworksListingItem",
    "NetworksListingPage",
    "Organisation",
    "OrganisationEntry",
    "OrganisationEvent",
    "OrganisationIdentifier",
    "OrganisationLink",
    "OrganisationName",
    "OrganisationPlace",
    "OrganisationRelation",
    "OrganisationSource",
    "OrganisationText",
    "facet_sets",
    "name_sets",
    "rebuild_index",
    "refresh_entries",
    "similar_words",
    "survivors",
]
