"""Claims of years ("nearly twelve years in banking"), held against the dates of the jobs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from functions.summarize.language.numbers import numbers_in
from functions.summarize.verify.entries import Entries, Entry
from functions.summarize.verify.index import Index
from functions.summarize.verify.tokens import Token, lead, tokens_of

_NEARLY = re.compile(
    r"\b(?:nearly|almost|close to|just under|some|around|about|approximately|roughly|~)\s*$", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:over|more than|above|at least|well over)\s*$", re.IGNORECASE)
_YEARS = re.compile(r"^\+?\s*(?:or more |plus )?(?:full |whole )?years?\b(?:['’])?", re.IGNORECASE)
_ELLIPSIS = re.compile(r"^\s*(?:in|of|as|at|with|for|them)\b", re.IGNORECASE)
_LAST = re.compile(
    r"\b(?:the last|more than|over|nearly|just over|almost|of which|including)\s*$", re.IGNORECASE
)
_TOPIC = re.compile(
    r"^\W*(?:of |in )?(?:experience|work|practice|employment|service)?\s*"
    r"(?:in|of|as|with|on|across|for|within|among)\s+(?!experience\b|work\b|service\b|employment\b)(?P<topic>[^,.;]+)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^\W*(?:of (?:experience|work|practice|employment|service)\s*)?(?:now |most recently )?(?:at|with)\s+"
    r"(?P<place>[^,.;]+)",
    re.IGNORECASE,
)
_SLACK = {"nearly": 9, "plain": 1}
"""Months by which "nearly" and a bare figure may be ahead of the dates."""
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of years said of the person: `topic` is what they were worked in, `place` where, each may be empty."""

    start: int
    end: int
    years: int
    slack: int
    topic: str
    stated: bool = False
    place: str = ""


def claims_in(sentence: str, index: Index) -> Iterator[Claim]:
    """The claims of years in a sentence: figures before "years", and what leaves the word out after such a one."""
    seen = False
    near = _Words(sentence)
    for number in numbers_in(sentence):
        before, after = lead(sentence, number.start).rstrip() + " ", sentence[number.end :]
        counted = _YEARS.match(after)
        last = _LAST.search(before)
        if not (counted or (seen and last and _ELLIPSIS.match(after))) or not 0 < number.value <= _LONGEST:
            continue
        end = number.end + (counted.end() if counted else 0)
        nearly, more = bool(_NEARLY.search(before)), bool(_MORE.search(before)) or number.floor
        stated = _is_stated(int(number.value), index, more=more, nearly=nearly)
        if counted and not stated and _stands_in_a_line(sentence[number.start : end], near, index):
            continue
        seen = True
        topic = _TOPIC.match(sentence[end:])
        slack = 0 if more else _SLACK["nearly" if nearly else "plain"]
        place = _PLACE.match(sentence[end:])
        yield Claim(
            number.start, end, int(number.value), slack, topic["topic"] if topic else "", stated,
            place["place"] if place else "",
        )  # fmt: skip


def _is_stated(years: int, index: Index, *, more: bool, nearly: bool) -> bool:
    """Whether the years counted for the person are these, and no more is made of them."""
    for one in index.of_field("years"):
        for number in numbers_in(one.statement.text):
            before = lead(one.statement.text, number.start)
            counted_nearly = bool(_NEARLY.search(before))
            counted_more = bool(_MORE.search(before)) or number.floor
            if number.value == years and (nearly or not counted_nearly) and (counted_more or not more):
                return True
    return False


@dataclass(frozen=True)
class _Words:
    """The content words of a sentence, found once and only where they are asked for."""

    sentence: str

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(token.stem for token in tokens_of(self.sentence) if token.is_content and token.stem)


def _stands_in_a_line(claim: str, near: _Words, index: Index) -> bool:
    """ "A contract of five years" is a fact of a line, and so is what the profile says of years."""
    figure = next(token for token in tokens_of(claim) if token.meaning)
    for at in index.holding(figure):
        indexed = index.all[at]
        if indexed.statement.field in ("profile", "line", "headline") and "year" in indexed.stems:
            own = {token.stem for token in indexed.tokens if token.is_content and token.stem}
            if len(own & near.stems) >= min(2, len(own)):
                return True
    return False


def holds(claim: Claim, index: Index) -> bool:
    """Whether the jobs of the resume, or those that have to do with the topic, last as long as claimed."""
    entries = index.entries
    jobs = [entry for entry in entries.all if entry.kind in ("role", "volunteering")]
    months = worked(jobs, entries)
    if entries.months is not None and not claim.topic:
        months = max(months, entries.months)
    words = [token for token in tokens_of(claim.topic) if token.is_content]
    there = _jobs_at(claim.place, jobs)
    if there and 12 * claim.years > worked(there, entries) + claim.slack:
        return False
    if claim.stated and (not words or _is_derived(words, index)):
        return True
    if 12 * claim.years > months + claim.slack:
        return False
    if not words:
        return True
    about = {index.all[at].entry for word in words for at in index.holding(word)}
    own = [entry for number, entry in enumerate(entries.all) if number in about and entry in jobs]
    return 12 * claim.years <= worked(own, entries) + claim.slack


def _jobs_at(place: str, jobs: Sequence[Entry]) -> list[Entry]:
    """The jobs with the employer that a place names; none where it names no employer: "at board level"."""
    named = _stems(place)
    employers = [(job, [_stems(one) for one in job.texts("employer")]) for job in jobs]
    return [
        job
        for job, names in employers
        if named and any(one and (named <= one or one <= named) for one in names)
    ]


def _stems(text: str) -> set[str]:
    return {token.stem for token in tokens_of(text) if token.is_content and token.stem}


def _is_derived(words: Sequence[Token], index: Index) -> bool:
    """Whether the topic is the field that was derived for the person, or the title of all their work."""
    derived = [*index.of_field("field"), *index.of_field("years")]
    return any(word.stem in one.stems for one in derived for word in words[:3])


def worked(jobs: Sequence[Entry], entries: Entries) -> int:
    """Months covered by jobs, overlapping ones counted once; both the first and the last month count."""
    spans = sorted(
        (job.start, (entries.now if job.current or job.end is None else job.end) + 1)
        for job in jobs
        if job.start is not None
    )
    total, reached = 0, 0
    for start, end in spans:
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
