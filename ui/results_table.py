"""The table of a batch as HTML, in which every word of a resume or a file's name is escaped."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.client import ServiceError
from ui.records import Summary
from ui.session import Outcome
from ui.wording import advice, plain_html

_COLUMNS = ("Resume", "Result", "Words", "By the model")


@dataclass(frozen=True, slots=True)
class Row:
    """A resume by name, and what became of it; None as long as nothing did."""

    name: str
    outcome: Outcome | None


def results_html(rows: Sequence[Row]) -> str:
    """A table with a row for each resume."""
    head = "".join(f"<th scope='col'>{title}</th>" for title in _COLUMNS)
    body = "".join(map(_row, rows))
    return f"<table class='results'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(row: Row) -> str:
    name = f"<th scope='row'>{plain_html(row.name)}</th>"
    if isinstance(row.outcome, Summary):
        return f"<tr>{name}{_written(row.outcome)}</tr>"
    if isinstance(row.outcome, ServiceError):
        return f"<tr>{name}<td colspan='3' class='fails'>{_failed(row.outcome)}</td></tr>"
    return f"<tr>{name}<td colspan='3' class='waits'>Not done yet</td></tr>"


def _written(summary: Summary) -> str:
    notes = len(summary.warnings)
    noted = f"<br><small>{notes} {'thing' if notes == 1 else 'things'} to know about this document</small>"
    return (
        f"<td class='lines'>{plain_html(summary.summary)}{noted if notes else ''}</td>"
        f"<td>{summary.words}</td><td>{summary.model_share:.0%}</td>"
    )


def _failed(error: ServiceError) -> str:
    said = f"<strong>{plain_html(error.title)}.</strong> {plain_html(error.detail)}"
    return f"{said}<br><small>{plain_html(advice(error.code))}</small>"
