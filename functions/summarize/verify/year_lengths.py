"""Lengths of time in years as a text says them: "nearly twelve years", "a year and a half", "over a decade"."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from functions.summarize.language.function_words import FunctionWords
from functions.summarize.language.numbers import numbers_in
from functions.summarize.verify.tokens import LEAD, lead
from functions.summarize.verify.year_phrases import year_phrases

_LONGEST = 70
"""Years that nobody works longer than."""
_YEAR, _DECADE = 12, 120


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: `months` from `start` to `end` of the text, told from `begin` on, where "nearly" stands.

    `under` says that it is not reached ("nearly"), `about` that it may be more or less, `more` that it is a least.
    `counted` where a word for years stands behind the figure, `of_post` where it is said of one job: "in the post".
    """

    begin: int
    start: int
    end: int
    months: int
    under: bool
    about: bool
    more: bool
    counted: bool
    of_post: bool

    def says(self, other: "Length") -> bool:
        """Whether it makes no more of the other one, and no less: "twelve years" is no "nearly twelve years"."""
        if self.months != other.months:
            return False
        if self.under:
            return not other.more
        return (self.about or not (other.under or other.about)) and (other.more or not self.more)


def lengths_in(text: str, function_words: FunctionWords) -> Iterator[Length]:
    """Every figure of a text that may be one of years, in order, and "a decade", "a year and a half"."""
    phrases = year_phrases(function_words)
    numbers = (
        (one.start, one.end, one.value, one.floor) for one in numbers_in(text, function_words.language)
    )
    articles = ((one.start(), one.end(), Decimal(1), False) for one in phrases.article.finditer(text))
    for start, end, value, floor in sorted(chain(numbers, articles)):
        if not 0 < value <= _LONGEST:
            continue
        counted = phrases.years.match(text[end:])
        before = lead(text, start).rstrip() + " "
        meant = [phrases.under.search(before), phrases.about.search(before), phrases.more.search(before)]
        begin = min((found.start() for found in meant if found), default=len(before))
        unit = _DECADE if counted and counted["decades"] else _YEAR
        half = counted is not None and (counted["half"] or counted["behind"]) is not None
        yield Length(
            min(start, max(0, start - LEAD) + begin),
            start,
            end + (counted.end() if counted else 0),
            int(value * unit) + (unit // 2 if half else 0),
            under=meant[0] is not None,
            about=meant[1] is not None,
            more=meant[2] is not None or floor,
            counted=counted is not None,
            of_post=counted is not None and counted["post"] is not None,
        )
