"""Events -> reports: figures of many events, by revision. Pure."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from statistics import fmean
from typing import Any

from functions.common.events import Event
from functions.common.events.types import (
    BATCH_COMPLETED,
    DOCUMENT_COMPLETED,
    DOCUMENT_FAILED,
    PREFIX,
    REVISION_READY,
    SUMMARY_COMPLETED,
    SUMMARY_FAILED,
)
from functions.tracker.report import Report

COMPLETED = (SUMMARY_COMPLETED, DOCUMENT_COMPLETED)
FAILED = (SUMMARY_FAILED, DOCUMENT_FAILED)
FOLLOWED = (*COMPLETED, *FAILED, BATCH_COMPLETED, REVISION_READY)
"""The types whose figures are reported."""

SECONDS = (0.1, 0.2, 0.4, 0.8, 1.5, 3.0, 6.0, 12.0)
WORDS = (25.0, 40.0, 45.0, 60.0, 75.0, 90.0, 110.0, 130.0)
"""Upper bounds of the bars of the histograms."""

Data = Mapping[str, Any]
Scalars = dict[str, dict[str, float]]


def report_all(events: Iterable[Event], moment: float) -> tuple[Report, ...]:
    """One report for each revision that the events come from; `moment` is in Unix seconds."""
    by_origin: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        by_origin[event.source.rpartition("/")[2], event.data.get("revision", "")].append(event)
    return tuple(
        _report(service, revision, those, moment) for (service, revision), those in sorted(by_origin.items())
    )


def _report(service: str, revision: str, events: Sequence[Event], moment: float) -> Report:
    done = [event.data for event in events if event.type in COMPLETED]
    failed = [event.data for event in events if event.type in FAILED]
    day = datetime.fromtimestamp(moment, UTC).date()
    scalars = {
        "events": _counts(_kind(event) for event in events),
        "seconds": _spread([data["seconds"] for data in done]),
        "milliseconds by stage": _means(_pairs(done, "timings")),
        "seconds by model": _means((data["model"]["id"], data["seconds"]) for data in done),
        "summary": _means(_qualities(done)),
        "document": _means(_pairs(done, "sizes")),
        "sentences rejected": {"sum": float(sum(data["rejected"] for data in done))} if done else {},
        "warnings by code": _counts(code for data in done for code in data["warnings"]),
        "errors by code": _counts(data["code"] for data in failed),
        **_rare(events),
    }
    histograms = {
        "seconds": _bars([data["seconds"] for data in done], SECONDS),
        "words": _bars([data["words"] for data in done], WORDS),
    }
    return Report(
        task=f"{revision or service} {day}",
        moment=moment,
        tags=tuple(filter(None, (service, revision))),
        scalars={title: series for title, series in scalars.items() if series},
        histograms=histograms if done else {},
        tables={"summaries by options": _table(done)} if done else {},
    )


def _kind(event: Event) -> str:
    """`summary.completed` of `dev.resumesummary.summary.completed.v1`."""
    return event.type.removeprefix(PREFIX).rpartition(".")[0]


def _counts(values: Iterable[str]) -> dict[str, float]:
    return {name: float(number) for name, number in sorted(Counter(values).items())}


def _means(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    values: dict[str, list[float]] = defaultdict(list)
    for name, value in pairs:
        values[name].append(value)
    return {name: round(fmean(those), 4) for name, those in sorted(values.items())}


def _pairs(done: Iterable[Data], name: str) -> Iterator[tuple[str, float]]:
    for data in done:
        yield from data[name].items()


def _qualities(done: Iterable[Data]) -> Iterator[tuple[str, float]]:
    for data in done:
        for name in ("words", "sentences", "model_share"):
            yield name.replace("_", " "), data[name]


def _spread(values: Sequence[float]) -> dict[str, float]:
    if not values:
        return {}
    ordered = sorted(values)
    at: Callable[[float], float] = lambda share: ordered[min(len(ordered) - 1, int(share * len(ordered)))]  # noqa: E731
    return {"median": at(0.5), "95 %": at(0.95), "slowest": ordered[-1]}


def _bars(values: Iterable[float], bounds: Sequence[float]) -> tuple[Sequence[str], Sequence[int]]:
    heights = [0] * (len(bounds) + 1)
    for value in values:
        heights[bisect_left(bounds, value)] += 1
    return [*(f"<= {bound:g}" for bound in bounds), f"> {bounds[-1]:g}"], heights


def _table(done: Iterable[Data]) -> Sequence[Sequence[str]]:
    names = ("model", "parser", "output", "length", "voice")
    rows = Counter((data["model"]["id"], *(data[name] for name in names[1:])) for data in done)
    return [[*names, "summaries"], *([*row, str(number)] for row, number in sorted(rows.items()))]


def _rare(events: Iterable[Event]) -> Scalars:
    """Figures of what does not happen every minute."""
    scalars: Scalars = {}
    for event in events:
        if event.type == REVISION_READY:
            scalars["cold start seconds"] = dict(event.data["seconds"])
        if event.type == BATCH_COMPLETED:
            numbers = {name: value for name, value in event.data.items() if isinstance(value, int)}
            batch = scalars.setdefault("batches", {})
            batch.update({name: batch.get(name, 0) + value for name, value in numbers.items()})
    return scalars
