"""Rubric items 4 to 7: nothing unsupported, no invented cause, the latest title, years that were worked."""

import re
from collections.abc import Iterator
from functools import cache

from functions.summarize.resume import Resume
from functions.summarize.sentences import Options
from training.rubric.coverage import bare_title, latest_title
from training.rubric.derived import derived
from training.rubric.prose import figures, folded, grammar, sentences, stem, words

_YEARS_SAID = re.compile(
    r"\b(?P<nearly>(?:nearly|almost|around|about) )?(?P<number>[\w-]+)(?P<half> and a half)?\+? years?\b"
)
_NEARLY = 9
"""Months that "nearly" and "around" may be ahead of what was worked."""


def support(summary: str, resume: Resume, _: Options) -> Iterator[str]:
    yield from _unknown_figures(summary, resume)
    stated = _pieces(
        " ".join((resume.text, derived(resume), *(skill.name for skill in resume.skills)))
    )  # "Spark" is Apache Spark
    known, exact = frozenset(map(stem, stated)), frozenset(map(folded, stated))
    for sentence in sentences(summary):
        for position, word in enumerate(_pieces(sentence)):
            if position and word[0].isupper() and word != "I" and not _as_written(word, exact):
                yield f"name {word!r}"
            elif word.isalpha() and len(word) > 2 and not _supported(word, known):
                yield f"word {word!r}"


def _unknown_figures(summary: str, resume: Resume) -> Iterator[str]:
    stated = {each.meaning for each in figures(" ".join((resume.text, *_years_read(resume))))}
    opening = next(iter(sentences(summary)), "")
    for said, _ in years_said(opening):
        summary = summary.replace(said, "", 1)
    for figure in figures(summary):
        if figure.meaning not in stated and folded(figure.written) != "one":
            yield f"figure {figure.written!r}"


def years_said(opening: str) -> Iterator[tuple[str, int]]:
    """The years that an opening counts, as it says them, and the months that they are at least."""
    for match in _YEARS_SAID.finditer(opening):
        number = next(iter(figures(match["number"])), None)
        if number is not None:
            half = 6 if match["half"] else 0
            yield match.group(), int(number.value) * 12 + half - (_NEARLY if match["nearly"] else 0)


def _years_read(resume: Resume) -> Iterator[str]:
    """The years of the periods in full: the page may write "Jun '19" or "06.2019"."""
    periods = (*(role.period for role in resume.roles), *(course.period for course in resume.education))
    dates = (date for period in periods if period for date in (period.value.start, period.value.end))
    return (str(date.year) for date in dates if date)


def _pieces(text: str) -> list[str]:
    """The words of a text, hyphenated and slashed ones in their parts as well as whole."""
    return [
        piece
        for word in words(text)
        for piece in dict.fromkeys((word, *re.split(r"[-/&.’']", word)))
        if piece
    ]


def _as_written(word: str, exact: frozenset[str]) -> bool:
    plain = folded(word).removesuffix("'s")
    return plain in exact or plain.rstrip("s") in exact or f"{plain}s" in exact or plain in grammar().framing


def _supported(word: str, known: frozenset[str]) -> bool:
    if folded(word) in grammar().framing or stem(word) in known:
        return True
    groups = (group for group in _senses() if stem(word) in group)
    return any(group & known for group in groups) or bool(figures(word))


@cache
def _senses() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stem(word) for word in group) for group in grammar().same_sense)


def cause(summary: str, resume: Resume, _: Options) -> Iterator[str]:
    lines = [_content(line) for line in resume.text.split("\n")]
    for sentence in sentences(summary):
        for cause in grammar().causes:
            for match in re.finditer(rf"\b{cause}\b", sentence, re.IGNORECASE):
                before = _content(sentence[: match.start()], last=4)
                after = _content(sentence[match.end() :], first=4)
                if (
                    before
                    and after
                    and not any(_mostly(before, line) and _mostly(after, line) for line in lines)
                ):
                    yield f"{cause!r} joins what no line of the resume joins"


def _content(text: str, *, first: int | None = None, last: int | None = None) -> frozenset[str]:
    told = [stem(word) for word in _pieces(text) if folded(word) not in grammar().framing]
    return frozenset(told[:first] if first else told[-last:] if last else told)


def _mostly(some: frozenset[str], line: frozenset[str]) -> bool:
    return 2 * len(some & line) >= len(some)


def title(summary: str, resume: Resume, _: Options) -> Iterator[str]:
    latest = latest_title(resume)
    opening = folded(next(iter(sentences(summary)), ""))
    earlier = {bare_title(role.title.value) for role in resume.roles[1:] if role.title}
    if latest and latest not in opening:
        yield from (
            f"{title!r} where the latest is {latest!r}" for title in sorted(earlier) if title in opening
        )


def years(summary: str, resume: Resume, _: Options) -> Iterator[str]:
    worked = resume.experience.months if resume.experience else 0
    for said, months in years_said(next(iter(sentences(summary)), "")):
        if months > worked + 1:
            yield f"{said!r} but {worked} months worked"
