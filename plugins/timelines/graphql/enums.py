"""The closed lists as enums, each value with its sentence."""

from __future__ import annotations

from cms.api import described_enum

from ..buckets import Unit
from ..choosing import Availability
from ..fuzzy import Certainty, Part, Precision, Qualifier, TemporalMode
from ..labels import Form
from ..telling import Order, Related
from ..vocabulary import Kind, Role

TimelinesKind = described_enum(
    Kind,
    "TimelinesKind",
    "What sort of thing happened.",
    MILESTONE="A point that a programme or project reached.",
    MEETING="People met.",
    TRAINING="People were trained.",
    PUBLICATION="Something was written or published.",
    PROJECT="A project with its own course.",
    CONSULTATION="Opinions were asked for.",
    DECISION="Something was decided.",
    PHASE="A longer stretch of work or change.",
)
TimelinesRole = described_enum(
    Role,
    "TimelinesRole",
    "What an organisation had to do with an activity.",
    ORGANISER="It organised or led it.",
    PARTICIPANT="It took part.",
)
TimelinesRelationKind = described_enum(
    Related,
    "TimelinesRelationKind",
    "How an activity hangs together with another one.",
    FOLLOWS="It came after the other.",
    PART_OF="It is part of the other.",
    CAUSED_BY="It was caused by the other.",
)
TimelinesAvailability = described_enum(
    Availability,
    "TimelinesAvailability",
    "In how many of some languages an activity is public.",
    ALL="In every one of them.",
    ANY="In at least one of them.",
    NONE="In none of them: it still waits for its translation.",
)
TimelinesPrecision = described_enum(
    Precision,
    "TimelinesPrecision",
    "How much of the calendar the written date takes up, whatever part of it is named.",
    DAY="One day.",
    MONTH="One month.",
    SEASON="One season.",
    QUARTER="One quarter of a year.",
    HALF="One half of a year.",
    YEAR="One year.",
    DECADE="Ten years.",
    RANGE="From one date to another, or one of several dates.",
    UNKNOWN="Nothing is known of the date.",
)
TimelinesPart = described_enum(
    Part,
    "TimelinesPart",
    "A stretch of a year or month that EDTF cannot name.",
    EARLY="January to March of a year, the first ten days of a month.",
    MID="April to September of a year, the days from 11 to 20 of a month.",
    LATE="October to December of a year, the days of a month from 21 on.",
    BEGINNING="January.",
    END="December.",
)
TimelinesMode = described_enum(
    TemporalMode,
    "TimelinesMode",
    "How an activity takes up its date.",
    POINT="At some moment within it.",
    SPAN="All the way through it.",
)
TimelinesQualifier = described_enum(
    Qualifier,
    "TimelinesQualifier",
    "How much the source stands by the date.",
    NONE="It states it plainly.",
    APPROX="It says about.",
    UNCERTAIN="It is not sure.",
    BOTH="It says about, and is not sure of that.",
)
TimelinesCertainty = described_enum(
    Certainty,
    "TimelinesCertainty",
    "Whether a date is a fact.",
    OCCURRED="It is stated as a fact.",
    PLANNED="It is, or was, a plan.",
    ESTIMATED="Somebody has reckoned it.",
)
TimelinesLabelForm = described_enum(
    Form,
    "TimelinesLabelForm",
    "How the words of a date will be used.",
    LABEL="Standing alone: late 2009.",
    SENTENCE="Answering “when?” in a sentence: in late 2009.",
    SHORT="Where space is short: 6 Apr 2010.",
)
TimelinesSort = described_enum(
    Order,
    "TimelinesSort",
    "In which order activities come.",
    DATE_ASC="By date, the earliest first; those without one behind those that they followed, or at the end.",
    DATE_DESC="The same order from its end.",
)
TimelinesUnit = described_enum(
    Unit, "TimelinesUnit", "How long a bucket is.", YEAR="A year.", MONTH="A month."
)
