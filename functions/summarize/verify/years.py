"""Claims of years ("nearly twelve years in banking"), held against the dates of the jobs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from functions.summarize.language.function_words import FunctionWords
from functions.summarize.language.numbers import numbers_in
from functions.summarize.verify.entries import Entries, Entry
from functions.summarize.verify.index import Index, Indexed
from functions.summarize.verify.tokens import Token, lead, tokens_of
from functions.summarize.verify.year_phrases import REACH, year_phrases

_SLACK = {"nearly": 9, "plain": 1}
"""Months by which "nearly" and a bare figure may be ahead of the dates."""
_LONGEST = 70
_AHEAD = 120
"""Characters before years in which their employer is looked for: a long name, and how the years are meant."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of years said of the person: `topic` is what they were worked in, `place` where, each may be empty.

    `goes_on` where they last to this day: "seit zwölf Jahren bei Valdora".
    """

    start: int
    end: int
    years: int
    slack: int
    topic: str
    stated: bool = False
    place: str = ""
    goes_on: bool = False


def claims_in(sentence: str, index: Index) -> Iterator[Claim]:
    """The claims of years in a sentence: figures before "years", and what leaves the word out after such a one."""
    seen = False
    phrases = year_phrases(index.function_words)
    near = _Words(sentence, index.function_words)
    for number in numbers_in(sentence, index.function_words.language):
        before, after = lead(sentence, number.start).rstrip() + " ", sentence[number.end :]
        ahead = sentence[max(0, number.start - _AHEAD) : number.start]
        counted = phrases.years.match(after)
        last = phrases.last.search(before)
        told = counted or (seen and last and phrases.ellipsis.match(after))
        if not told or not 0 < number.value <= _LONGEST:
            continue
        end = number.end + (counted.end() if counted else 0)
        nearly = phrases.nearly.search(before) is not None
        more = phrases.more.search(before) is not None or number.floor
        stated = _is_stated(int(number.value), index, more=more, nearly=nearly)
        topic = phrases.topic.match(sentence[end : end + 2 * REACH])
        stated = stated or (topic is None and _is_said(int(number.value), index, more=more, nearly=nearly))
        if counted and not stated and _stands_in_a_line(sentence[number.start : end], near, index):
            continue
        seen = True
        behind = sentence[end : end + 2 * REACH]
        slack = 0 if more else _SLACK["nearly" if nearly else "plain"]
        place = phrases.place.match(behind) or phrases.place_before.search(ahead)
        yield Claim(
            number.start, end, int(number.value), slack, topic["topic"] if topic else "", stated,
            place["place"] if place else "", phrases.since.search(before) is not None,
        )  # fmt: skip


def _is_stated(years: int, index: Index, *, more: bool, nearly: bool) -> bool:
    """Whether the years counted for the person are these, and no more is made of them."""
    return _says(index.of_field("years"), years, index, more=more, nearly=nearly)


def _is_said(years: int, index: Index, *, more: bool, nearly: bool) -> bool:
    """Whether the headline or the profile says that these are the years of experience."""
    said = (*index.of_field("headline"), *index.of_field("profile"))
    return _says(said, years, index, more=more, nearly=nearly, of_work=True)


def _says(
    told: Sequence[Indexed], years: int, index: Index, *, more: bool, nearly: bool, of_work: bool = False
) -> bool:
    phrases = year_phrases(index.function_words)
    for one in told:
        for number in numbers_in(one.text, index.function_words.language):
            if of_work and not phrases.of_experience.match(one.text[number.end : number.end + REACH]):
                continue
            before = lead(one.text, number.start)
            counted_nearly = bool(phrases.nearly.search(before))
            counted_more = bool(phrases.more.search(before)) or number.floor
            if number.value == years and (nearly or not counted_nearly) and (counted_more or not more):
                return True
    return False


@dataclass(frozen=True)
class _Words:
    """The content words of a sentence, found once and only where they are asked for."""

    sentence: str
    function_words: FunctionWords

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(_stems(self.sentence, self.function_words))


def _stands_in_a_line(claim: str, near: _Words, index: Index) -> bool:
    """ "A contract of five years" is a fact of a line, and so is what the profile says of years."""
    figure = next((token for token in tokens_of(claim, index.function_words) if token.meaning), None)
    held = index.holding(figure) if figure else ()  # "one year": no figure where words are compared
    for at in held:
        indexed = index.all[at]
        if indexed.statement.field in ("profile", "line", "headline") and _speaks_of_years(indexed):
            own = {token.stem for token in indexed.tokens if token.is_content and token.stem}
            if len(own & near.stems) >= min(2, len(own)):
                return True
    return False


def _speaks_of_years(line: Indexed) -> bool:
    return "year" in line.stems or any(token.word == "years" for token in line.tokens)


def holds(claim: Claim, index: Index) -> bool:
    """Whether the jobs of the resume, or those that have to do with the topic, last as long as claimed."""
    entries = index.entries
    jobs = [entry for entry in entries.all if entry.kind in ("role", "volunteering")]
    months = worked(jobs, entries)
    if entries.months is not None and not claim.topic:
        months = max(months, entries.months)
    words = [token for token in tokens_of(claim.topic, index.function_words) if token.is_content]
    there = _jobs_at(claim.place, jobs, index.function_words)
    lasting = [job for job in there if job.current or not claim.goes_on]
    if there and not (lasting and 12 * claim.years <= worked(there, entries) + claim.slack):
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


def _jobs_at(place: str, jobs: Sequence[Entry], function_words: FunctionWords) -> list[Entry]:
    """The jobs with the employer that a place names; none where it names no employer: "at board level"."""
    named = _stems(place, function_words)
    employers = [(job, [_stems(one, function_words) for one in job.texts("employer")]) for job in jobs]
    return [
        job
        for job, names in employers
        if named and any(one and (named <= one or one <= named) for one in names)
    ]


def _stems(text: str, function_words: FunctionWords) -> set[str]:
    return {token.stem for token in tokens_of(text, function_words) if token.is_content and token.stem}


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
