"""The closed lists that activities are described by. Imports Django's translations and nothing of ours."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What sort of thing happened."""

    MILESTONE = "milestone", _("Milestone")
    MEETING = "meeting", _("Meeting")
    TRAINING = "training", _("Training")
    PUBLICATION = "publication", _("Publication")
    PROJECT = "project", _("Project")
    CONSULTATION = "consultation", _("Consultation")
    DECISION = "decision", _("Decision")
    PHASE = "phase", _("Phase")


class Role(models.TextChoices):
    """What an organisation had to do with an activity."""

    ORGANISER = "organiser", _("Organiser")
    PARTICIPANT = "participant", _("Participant")


class RelationKind(models.TextChoices):
    """How an activity hangs together with another one; what it follows is a column of its own."""

    PART_OF = "part_of", _("is part of")
    CAUSED_BY = "caused_by", _("was caused by")


CERTAINTIES = (
    ("OCCURRED", _("it is a fact (OCCURRED)")),
    ("PLANNED", _("it is a plan (PLANNED)")),
    ("ESTIMATED", _("it is an estimate (ESTIMATED)")),
)
PARTS = (
    ("", _("the whole of it")),
    ("EARLY", _("early (EARLY)")),
    ("MID", _("middle (MID)")),
    ("LATE", _("late (LATE)")),
    ("BEGINNING", _("beginning (BEGINNING)")),
    ("END", _("end (END)")),
)
MODES = (
    ("POINT", _("at some moment within the date (POINT)")),
    ("SPAN", _("all through the date (SPAN)")),
)
END_STATES = (
    ("NONE", _("no end of its own (NONE)")),
    ("KNOWN", _("the date below (KNOWN)")),
    ("OPEN", _("it still goes on (OPEN)")),
    ("UNKNOWN", _("it has ended, nobody knows when (UNKNOWN)")),
)
"""Choices of the form. The word in brackets is the one that error messages use."""
