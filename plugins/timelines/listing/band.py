"""The band: dated activities side by side on a scale, with what is fuzzy drawn as fuzzy. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..fuzzy import Period, Precision, Qualifier, TemporalMode
from ..overall import certainty_of, is_exact
from .rows import Row
from .scale import MARGIN, WIDTH, Scale

TOP, LANE, FOOT = 34, 40, 12
LEAST_WIDTH = 10.0
LETTER = 6.9
LONGEST_TITLE = 44


@dataclass(frozen=True)
class Bar:
    """An activity on the band, in units of its view box."""

    title: str
    date: str
    left: float
    right: float
    lane: int
    certainty: str
    is_hatched: bool
    fades: str

    @property
    def top(self) -> int:
        return TOP + self.lane * LANE + 18

    @property
    def words_top(self) -> int:
        return self.top - 6

    @property
    def width(self) -> float:
        return round(self.right - self.left, 1)

    @property
    def words(self) -> str:
        return shortened(self.title)

    @property
    def words_left(self) -> float:
        """Where the title begins: above the bar, and never beyond the edge."""
        return round(max(min(self.left, WIDTH - MARGIN - len(self.words) * LETTER), MARGIN), 1)

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where nothing else may stand in the same lane."""
        return self.words_left, max(self.right, self.words_left + len(self.words) * LETTER) + 12


@dataclass(frozen=True)
class Band:
    """All bars of a timeline, with its scale."""

    scale: Scale
    bars: list[Bar]

    @property
    def width(self) -> int:
        return WIDTH

    @property
    def height(self) -> int:
        return TOP + LANE * (1 + max(bar.lane for bar in self.bars)) + FOOT

    @property
    def foot(self) -> int:
        return self.height - FOOT


def band_of(rows: Iterable[Row]) -> Band | None:
    """Return the band of the dated rows; None where none is."""
    dated = [row for row in rows if not row.period.is_undated]
    scale = Scale.of(day for row in dated for day in (row.period.earliest, row.period.latest))
    return Band(scale, _in_lanes(dated, scale)) if scale else None


def fades_of(period: Period) -> str:
    """Return which of its ends are drawn as fading: "", "start", "end" or "both"."""
    starts = period.earliest is None or not _is_sharp(period, first=True)
    ends = period.latest is None or not _is_sharp(period, first=False)
    return {(True, True): "both", (True, False): "start", (False, True): "end"}.get((starts, ends), "")


def shortened(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def _is_sharp(period: Period, *, first: bool) -> bool:
    date = period.start if first or period.end is None else period.end
    return date.precision is Precision.DAY and date.qualifier is Qualifier.NONE


def _in_lanes(rows: Iterable[Row], scale: Scale) -> list[Bar]:
    """Return the bars, each in the first lane in which it and its title touch nothing."""
    bars: list[Bar] = []
    for row in rows:
        lane = 0
        while any(bar.lane == lane and _touch(bar, _bar(row, scale, lane)) for bar in bars):
            lane += 1
        bars.append(_bar(row, scale, lane))
    return bars


def _touch(one: Bar, other: Bar) -> bool:
    return one.reach[0] < other.reach[1] and other.reach[0] < one.reach[1]


def _bar(row: Row, scale: Scale, lane: int) -> Bar:
    period = row.period
    left = MARGIN if period.earliest is None else scale.at(period.earliest)
    right = WIDTH - MARGIN if period.latest is None else scale.behind(period.latest)
    left = min(left, WIDTH - MARGIN - LEAST_WIDTH)
    return Bar(
        title=row.told.text.title,
        date=row.date,
        left=left,
        right=max(right, left + LEAST_WIDTH),
        lane=lane,
        certainty=certainty_of(period).lower(),
        is_hatched=period.temporal_mode is TemporalMode.POINT and not is_exact(period),
        fades=fades_of(period),
    )
