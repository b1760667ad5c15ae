"""Tables of the plugin: one row of facts for each consultation, and a page for each language."""

from .consultations import Consultation
from .drafts import DraftVersion
from .pages import ConsultationPage, RoleWording
from .passages import Passage
from .roles import Role
from .rounds import Round

__all__ = ["Consultation", "ConsultationPage", "DraftVersion", "Passage", "Role", "RoleWording", "Round"]
