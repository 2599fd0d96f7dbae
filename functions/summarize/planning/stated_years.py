"""The years of experience that a resume states of the person itself, in its headline or profile, in its own terms."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from functions.summarize.language.numbers import numbers_in
from functions.summarize.planning.years import counted
from functions.summarize.resume import Evidence, Resume

_MOST = 60
_BESIDE = 80
"""Characters before the years in which a clause says whose they are, and behind them in which it says of what."""
_BETWEEN = 5
"""Characters between the two figures of a range, at most."""


@dataclass(frozen=True, slots=True)
class StatedYears:
    """`phrase` is "more than seven years" of "7+ years"; `topic` is what stands behind it.

    `of_all` where that says that they are all the years of work, and not of what: "of experience", "in the trade".
    """

    phrase: str
    years: int
    topic: str
    of_all: bool
    evidence: tuple[Evidence, ...]


def stated_years(resume: Resume) -> StatedYears | None:
    """The first figure of years that the headline or the profile gives of the person's work, None where there is none.

    An age, years that are over ("after ten years in a bank"), a part of them ("the last six"), what there is less of
    or that is only wished for, one of two figures ("5-7 years") and the years of an employer are none.
    """
    places = (place for fact in (resume.headline, resume.summary) if fact for place in fact.evidence)
    stated = next((found for place in places if (found := _in(place, resume.language))), None)
    return stated or _above_the_jobs(resume)


def _above_the_jobs(resume: Resume) -> StatedYears | None:
    """The figure in the heading of the jobs, or on a line of its own above the first: "Work Experience (17 yrs.)"."""
    begun = [
        place.start
        for role in resume.roles
        for fact in (role.title, role.employer, role.period)
        if fact
        for place in fact.evidence
    ]
    found = _words().heading.search(resume.text, 0, min(begun, default=len(resume.text)))
    if found is None or not 1 <= int(found["years"]) <= _MOST:
        return None
    evidence = Evidence(found.start(), found.end(), found[0], "experience")
    phrase = counted(int(found["years"]))
    return StatedYears(
        f"more than {phrase}" if found["more"] else phrase, int(found["years"]), "", True, (evidence,)
    )


def _in(place: Evidence, language: str) -> StatedYears | None:
    words, last = _words(), 0
    for number in numbers_in(place.quote, language):
        between, last = place.quote[last : number.start][-_BETWEEN:], number.end
        years = words.years.match(place.quote, number.end)
        if years is None or number.value != int(number.value) or not 1 <= number.value <= _MOST:
            continue
        before = place.quote[max(0, number.start - _BESIDE) : number.start]
        after = place.quote[years.end() : years.end() + _BESIDE]
        if words.over.search(before):
            return None
        if words.of_work.match(after) and not words.of_another_thing.match(after):
            if words.range.fullmatch(between) or _is_no_own_past(before):
                return None
            more = number.floor or words.floor.match(years[0]) is not None
            manner = next((manner for manner, said in words.manners if said.search(before)), "")
            if words.in_the_course_of.match(after):
                manner = ""
            phrase = f"{manner or ('more than' if more else '')} {counted(int(number.value))}".strip()
            at, quote = place.start + number.start, place.quote[number.start : years.end()]
            evidence = Evidence(at, at + len(quote), quote, place.section)
            of_all = words.of_all.match(after)
            topic = after[of_all.end() if of_all else 0 :]
            return StatedYears(phrase, int(number.value), topic, of_all is not None, (evidence,))
    return None


def _is_no_own_past(before: str) -> bool:
    """Whether the clause before the years says that there are fewer, that they are wished for, or another's."""
    words, clause = _words(), _CLAUSE.split(before)[-1]
    return any(pattern.search(clause) for pattern in (words.below, words.wished, words.of_others))


_CLAUSE = re.compile(r"[.;:!?\n]\s|,\s|\s[-–—|·•]\s")


@dataclass(frozen=True, slots=True)
class _Words:
    """`data/stated_years.toml`, as patterns."""

    years: re.Pattern[str]
    floor: re.Pattern[str]
    over: re.Pattern[str]
    below: re.Pattern[str]
    wished: re.Pattern[str]
    range: re.Pattern[str]
    of_others: re.Pattern[str]
    of_work: re.Pattern[str]
    of_all: re.Pattern[str]
    of_another_thing: re.Pattern[str]
    in_the_course_of: re.Pattern[str]
    heading: re.Pattern[str]
    manners: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _words() -> _Words:
    data = tomllib.loads(
        (files("functions.summarize.planning") / "data/stated_years.toml").read_text(encoding="utf-8")
    )

    def any_of(name: str) -> str:
        return "|".join(data[name]).replace("<word>", data["word"][0])

    def before(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{any_of(name)})\s+$", re.IGNORECASE)

    floor = rf"\s?(?:{any_of('floor')})"
    return _Words(
        re.compile(rf"(?:{floor})?[\s-]?(?:{any_of('years')})\b(?:['’](?!\w))?", re.IGNORECASE),
        re.compile(floor, re.IGNORECASE),
        before("over"),
        before("below"),
        re.compile(rf"(?<!\w)(?:{any_of('wished')})(?!\w)", re.IGNORECASE),
        re.compile(rf"\s*(?:{any_of('range')})\s*", re.IGNORECASE),
        before("of_others"),
        re.compile(rf"\s*(?:{any_of('of_work')})(?!\w)", re.IGNORECASE),
        re.compile(rf"\s*(?:{any_of('of_all')})(?!\w)", re.IGNORECASE),
        re.compile(rf"\s*(?:{any_of('of_another_thing')})(?!\w)", re.IGNORECASE),
        re.compile(rf"\s*(?:{any_of('in_the_course_of')})(?!\w)", re.IGNORECASE),
        re.compile(
            rf"^\W{{0,4}}(?:{any_of('heading')})\W{{0,4}}"
            rf"(?P<years>\d\d?)(?P<more>{floor})?[ -]?(?:{any_of('years')})\b\W{{0,6}}$",
            re.IGNORECASE | re.MULTILINE,
        ),
        tuple(
            (manner, re.compile(rf"(?<!\w)(?:{'|'.join(said)})\s+$", re.IGNORECASE))
            for manner, said in data["manners"].items()
        ),
    )
