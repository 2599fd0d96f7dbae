"""How much a line tells: the learned salience of its words under its job."""

from functions.summarize.lines.salience import LinePlace, salience
from functions.summarize.planning.line import Line


def strength(line: Line, target: str) -> float:
    """Higher is told sooner. `target` is the text of a job description, or empty."""
    reading = line.told.reading
    return salience(reading.text, LinePlace(reading.title, line.role, reading.current), target)
