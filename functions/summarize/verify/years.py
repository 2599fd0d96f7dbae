"""Claims of years ("nearly twelve years in banking"), held against the dates of the jobs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from functions.summarize.language.function_words import FunctionWords
from functions.summarize.verify.entries import Entries, Entry
from functions.summarize.verify.index import Index, Indexed
from functions.summarize.verify.tokens import Token, lead, tokens_of
from functions.summarize.verify.year_lengths import Length, lengths_in
from functions.summarize.verify.year_phrases import REACH, year_phrases

_SLACK = 1
"""Months by which a bare figure may be ahead of the dates: the first month or the last is not always a whole one."""
_UNDER, _ABOUT = 5, 9
"""Months by which "nearly" and "about" may be ahead of them: a summary says "nearly" four months before."""
_BEYOND, _ABOUT_BEYOND = 2, 11
"""Months of more than are told of "nearly", which is then no longer so, and of "about"."""
_LINES = 40
"""Lines with a word that are looked at."""
_AHEAD = 120
"""Characters before years in which their employer is looked for: a long name, and how the years are meant."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A length of time said of the person: `topic` is what was worked in it, `place` where, each may be empty.

    `stated` are the statements that say it of the person. `goes_on` where it lasts to this day: "seit zwölf Jahren
    bei Valdora". `is_moved` where a line of the resume tells another length behind the same word.
    """

    length: Length
    topic: str
    stated: tuple[Indexed, ...] = ()
    place: str = ""
    goes_on: bool = False
    is_moved: bool = False

    def is_reached(self, months: int) -> bool:
        """Whether the months worked are no fewer than claimed."""
        length = self.length
        slack = 0 if length.more else _UNDER if length.under else _ABOUT if length.about else _SLACK
        return months >= length.months - slack

    def is_within(self, *months: int) -> bool:
        """Whether the months worked, counted in one way or the other, are as many as claimed."""
        loose = not self.length.more and (self.length.under or self.length.about)
        most = self.length.months + (_BEYOND if self.length.under else _ABOUT_BEYOND)
        return any(self.is_reached(one) and not (loose and one > most) for one in months)


def claims_in(sentence: str, index: Index) -> Iterator[Claim]:
    """The claims of years in a sentence: figures before "years", and what leaves the word out after such a one."""
    seen = False
    phrases = year_phrases(index.function_words)
    near = _Words(sentence, index.function_words)
    for length in lengths_in(sentence, index.function_words):
        last = phrases.last.search(lead(sentence, length.start).rstrip() + " ")
        if not (length.counted or (seen and last and phrases.ellipsis.match(sentence[length.end :]))):
            continue
        behind = sentence[length.end : length.end + 2 * REACH]
        topic = phrases.topic.match(behind)
        stated = tuple(one for one in index.of_field("years") if _says(one, length))
        if topic is None:
            stated += tuple(_said(length, index))
        figure = sentence[length.start : length.end]
        if length.counted and not stated and _stands_in_a_line(figure, near, index):
            continue
        seen = True
        ahead = sentence[max(0, length.start - _AHEAD) : length.start]
        places = (
            phrases.place.match(behind),
            phrases.place_behind.match(behind),
            phrases.place_before.search(ahead),
        )
        yield Claim(
            length,
            topic["topic"] if topic else "",
            stated,
            next((found["place"] for found in places if found), ""),
            phrases.since.search(lead(sentence, length.start).rstrip() + " ") is not None,
            _is_moved(sentence, length, index),
        )


def _is_moved(sentence: str, length: Length, index: Index) -> bool:
    """Whether the lines that tell a length behind the same word tell another: "to 74% in three years"."""
    ahead = _word_before(sentence, length, index.function_words)
    lines = [index.all[at] for at in islice(index.holding(ahead), _LINES)] if ahead else []
    told = [
        other
        for line in lines
        if line.statement.field == "line"
        for other in lengths_in(line.text, line.function_words)
        if other.counted
        and (one := _word_before(line.text, other, line.function_words))
        and _is_same(one, ahead)
    ]
    return bool(told) and not any(length.says(other) or other.months == length.months for other in told)


def _word_before(text: str, length: Length, function_words: FunctionWords) -> Token | None:
    """The content word or figure before a length, with nothing but small words between."""
    tokens = tokens_of(lead(text, length.begin), function_words)
    before = [one for one in tokens if one.is_content or not one.stem]
    return before[-1] if before and before[-1].is_content else None


def _is_same(one: Token, other: Token | None) -> bool:
    return other is not None and (one.meaning, one.stem) == (other.meaning, other.stem)


def _says(one: Indexed, length: Length) -> bool:
    """Whether a statement tells just this length."""
    return any(length.says(told) for told in lengths_in(one.text, one.function_words))


def _said(length: Length, index: Index) -> Iterator[Indexed]:
    """What the headline or the profile says of the length of the experience."""
    of_experience = year_phrases(index.function_words).of_experience
    for one in (*index.of_field("headline"), *index.of_field("profile")):
        told = (other for other in lengths_in(one.text, one.function_words) if length.says(other))
        if any(other.counted and of_experience.match(one.text[other.end :]) for other in told):
            yield one


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
    there = _jobs_at(claim.place, jobs, index.function_words)
    lasting = [job for job in there if job.current or not claim.goes_on]
    if claim.is_moved or (claim.length.of_post and not _is_of_a_post(claim, there or jobs, entries)):
        return False
    if there and not claim.length.of_post:
        lengths = (worked(there, entries), worked(_last_stay(there, entries), entries))
        if not (lasting and claim.is_within(*lengths)):
            return False
    words = [token for token in tokens_of(claim.topic, index.function_words) if token.is_content]
    if (claim.stated and not words) or any(_is_derived(words, one, index) for one in claim.stated):
        return True
    if not words:
        counted = () if entries.months is None else (entries.months,)
        return bool(there) or claim.length.of_post or claim.is_within(worked(jobs, entries), *counted)
    about = {index.all[at].entry for word in words for at in index.holding(word)}
    own = worked([job for number, job in enumerate(entries.all) if number in about and job in jobs], entries)
    return claim.is_reached(own) if there else claim.is_within(own)


def _last_stay(jobs: Sequence[Entry], entries: Entries) -> list[Entry]:
    """The last of some jobs with an employer, between which no more than a year lies; all where dates are missing."""
    if any(job.start is None for job in jobs):
        return list(jobs)
    ends = {id(job): entries.now if job.current or job.end is None else job.end for job in jobs}
    kept: list[Entry] = []
    since = max(ends.values(), default=0)
    for job in sorted(jobs, key=lambda one: ends[id(one)], reverse=True):
        if ends[id(job)] + _IDLE < since:
            break
        since = min(since, job.start or since)
        kept.append(job)
    return kept


_IDLE = 12
"""Months between two jobs with an employer from which on they are two stays."""


def _is_of_a_post(claim: Claim, jobs: Sequence[Entry], entries: Entries) -> bool:
    """Whether one job alone lasts as long: the one that is held, else the latest."""
    held = [job for job in jobs if job.current] or jobs[:1]
    return claim.is_within(*(worked([job], entries) for job in held))


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


def _is_derived(topic: Sequence[Token], stated: Indexed, index: Index) -> bool:
    """Whether the topic is what a statement says of its own years, else the field that was derived for the person."""
    length = next(lengths_in(stated.text, index.function_words), None)
    own = _stems(stated.text[length.end :], index.function_words) if length else set()
    if stated.statement.field == "years" and own:
        return {word.stem for word in topic[:3]} <= own
    return any(word.stem in one.stems for one in index.of_field("field") for word in topic[:3])


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
