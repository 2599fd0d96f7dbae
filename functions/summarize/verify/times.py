"""Is what a sentence says of time so? "Now", "earlier" and "most recently" are said of the jobs that they fit."""

from collections.abc import Iterator, Sequence

from functions.summarize.language.verbs import recognise
from functions.summarize.language.words import fold
from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment
from functions.summarize.verify.entries import Entry
from functions.summarize.verify.index import Index
from functions.summarize.verify.meaning import RunMeaning

_NOW = frozenset("now currently presently today".split())
_EARLIER = frozenset("earlier previously formerly".split())


def mistimed(alignment: Alignment, told: Sequence[RunMeaning], index: Index) -> Iterator[Fault]:
    """ "Now" is said of a job that goes on, "earlier" of one that is not the latest, "most recently" of the latest."""
    jobs = [number for number, entry in enumerate(index.entries.all) if entry.kind == "role"]
    current = frozenset(number for number in jobs if index.entries.all[number].current)
    allowed = {
        **dict.fromkeys(_NOW, current),
        **dict.fromkeys(_EARLIER, frozenset(jobs[1:]) - current),
        "recently": current | frozenset(jobs[:1]),
    }
    for at, token in enumerate(alignment.tokens):
        spoken_of = _spoken_of(alignment, told, at) if token.word in allowed else None
        if spoken_of is None or _jobs_meant(spoken_of, told) & allowed[token.word]:
            continue
        if any(
            fold(token.text) in fold(index.all[option].statement.text).split()
            for option in spoken_of.run.options
        ):
            continue
        own = index.entries.all[min(_jobs_meant(spoken_of, told))]
        end = max(token.end, spoken_of.run.end)
        start = min(token.start, spoken_of.run.start)
        yield Fault(
            "time", alignment.text[start:end], start, end, f"{own.where}, {_period(own)}".lstrip(", ")
        )


def _spoken_of(alignment: Alignment, told: Sequence[RunMeaning], at: int) -> RunMeaning | None:
    """The job that a word of time is about: a name right after it, or the line that it opens or stands before."""
    after = next((one for one in told if one.run.first > at and one.fields != {"name"}), None)
    names = {
        place for one in told if one.fields == {"name"} for place in range(one.run.first, one.run.last + 1)
    }
    between = range(at + 1, after.run.first if after else 0)
    said = [place for place in between if alignment.tokens[place].is_content and place not in names]
    if after is None or not after.jobs or set(said) - alignment.light:
        return None
    if after.is_employer or after.is_title:
        return after
    opens = at == 0 or alignment.tokens[at - 1].word in ("and", ";", "that")
    known = recognise(after.run.tokens[0].text)
    acts = known is not None and known[1] in ("past", "third") and after.run.first == at + 1
    return after if after.is_line and (opens or acts) else None


def _jobs_meant(spoken_of: RunMeaning, told: Sequence[RunMeaning]) -> frozenset[int]:
    """The jobs that a name may mean, less those that nothing told of it right after belongs to."""
    jobs = spoken_of.jobs
    for one in told[told.index(spoken_of) + 1 :]:
        if not one.jobs or not (one.is_line or one.is_title or one.is_employer):
            continue
        if not one.jobs & jobs:
            break
        jobs = jobs & one.jobs
    return jobs


def _period(entry: Entry) -> str:
    years = entry.texts("date")
    if entry.current:
        return f"since {years[0]}" if years else "to this day"
    return " to ".join(years)
