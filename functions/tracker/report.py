"""What ClearML is told of one revision's minute: scalars, histograms and a table, as plain records."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

Series = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Report:
    """Figures of the events that arrived from `moment` on, for the task called `task`.

    `scalars` are titles of plots to series to values; `histograms` titles to the labels and heights of their bars;
    `tables` titles to rows, the first of them the header.
    """

    task: str
    moment: float
    tags: Sequence[str] = ()
    scalars: Mapping[str, Series] = field(default_factory=dict)
    histograms: Mapping[str, tuple[Sequence[str], Sequence[int]]] = field(default_factory=dict)
    tables: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)

    @property
    def iteration(self) -> int:
        """The minute of the UTC day: it grows with time whichever process reports."""
        moment = datetime.fromtimestamp(self.moment, UTC)
        return moment.hour * 60 + moment.minute

    def to_json(self) -> str:
        """One line."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> "Report":
        """The report that `to_json` wrote."""
        return cls(**json.loads(line))
