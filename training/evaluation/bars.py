"""What the figures must reach, and whether they do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from training.evaluation.fields import Counts
from training.evaluation.writing import Figures


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure and its bar; `at_most` turns the comparison round."""

    name: str
    value: float
    bar: float
    at_most: bool = False

    @property
    def met(self) -> bool:
        """Whether the figure is as good as its bar."""
        return self.value <= self.bar if self.at_most else self.value >= self.bar


FIELD_BARS = {
    "name": 0.99,
    "email": 0.99,
    "phone": 0.99,
    "titles": 0.97,
    "employers": 0.97,
    "start dates": 0.97,
    "end dates": 0.97,
    "degrees": 0.95,
    "institutions": 0.95,
    "skills": 0.92,
    "years within a month": 0.97,
}


def reading_bars(fields: Mapping[str, Counts]) -> Iterator[Bar]:
    """F1 of every field that has a bar."""
    yield from (Bar(name, fields[name].f1, bar) for name, bar in FIELD_BARS.items() if name in fields)


def writing_bars(figures: Figures, *, brief: bool = False) -> Iterator[Bar]:
    """The bars of the summaries of one model; a brief has the facts by rule, so only its highlights are measured."""
    yield Bar("unsupported facts", figures.unsupported, 0, at_most=True)
    yield Bar("summaries that claim too many years", figures.overclaimed_years, 0, at_most=True)
    yield Bar("free of faults", figures.clean, 1.0)
    yield Bar("same on a second run", figures.repeatable, 1.0)
    yield Bar("model share", figures.model_share, 0.8)
    if figures.lints is not None:
        yield Bar("grammar lints a summary", figures.lints, 0.1, at_most=True)
    if not brief:
        yield from _telling_bars(figures)


def _telling_bars(figures: Figures) -> Iterator[Bar]:
    """What a paragraph must tell, and that not all begin alike."""
    yield Bar("title told", figures.coverage["title"], 0.99)
    yield Bar("years told", figures.coverage["years"], 0.99)
    yield Bar("result in figures told", figures.coverage["result"], 0.95)
    yield Bar("three skills told", figures.coverage["skills"], 0.95)
    yield Bar("commonest opening", figures.commonest_opening, 2 / 3, at_most=True)
