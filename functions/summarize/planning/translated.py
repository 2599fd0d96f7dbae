"""Paragraphs in the languages other than English that resumes are read in: composed the same way, in plain sentences.

The lines are the resume's own, in its words; `data/languages.toml` puts them together. Implied voice only.
"""

from collections.abc import Iterator
from typing import Literal

from functions.summarize.planning.budgets import Emphasis
from functions.summarize.planning.credentials import titles_of
from functions.summarize.planning.employment import is_pocket_money, is_training, is_unpaid
from functions.summarize.planning.person import Person
from functions.summarize.planning.records import SentencePlan
from functions.summarize.planning.strengths import known_skills
from functions.summarize.planning.trades import is_other_trade
from functions.summarize.planning.translated_close import closing, skills
from functions.summarize.planning.translated_people import (
    employer_of,
    likely_title,
    opening,
    title_of,
    worked_years,
)
from functions.summarize.planning.translated_words import Words, languages
from functions.summarize.planning.translated_work import present, tasks_before
from functions.summarize.resume import PartialDate, Resume, Role
from functions.summarize.sentences import WORDS, Length

_LINES: dict[Length, tuple[int, int]] = {"short": (1, 0), "medium": (3, 1), "long": (5, 2)}
_FEWER: dict[Length, tuple[int, int]] = {"short": (1, 0), "medium": (1, 1), "long": (3, 1)}
"""Lines of the present job and of the one before; fewer where a text dwells on something else."""
_SKILLS = 5
_LONG_AGO = 10
"""Years between a job of another trade and the present one from which on it is not told."""


def translated(
    resume: Resume, language: str, length: Length, person: Person, emphasis: Emphasis = "work"
) -> Iterator[SentencePlan]:
    """The sentences of a paragraph in a language of `languages`; the skills where there is little else to tell."""
    words = Words(languages()[language])
    told = list(_career(resume, words, length, person, emphasis))
    text = " ".join(sentence.text for sentence in told)
    yield from told
    if not told:
        yield from skills([one for one in resume.skills if one.status is None], language, words, small=True)
    elif emphasis != "work" or len(text.split()) < WORDS[length][0]:
        known = known_skills(resume, text, titles_of(resume, person.latest), most=_SKILLS)
        yield from skills(known, language, words, small=False)


def _career(
    resume: Resume, words: Words, length: Length, person: Person, emphasis: Emphasis
) -> Iterator[SentencePlan]:
    most, back = (_LINES if emphasis == "work" else _FEWER)[length]
    latest = person.latest
    role = resume.roles[latest] if latest is not None else None
    others = list(_before(resume, person, words))
    before = next(iter(others[emphasis == "history" :]), None)
    opened = list(opening(resume, role, person, words)) or list(_likely(role, words))
    yield from opened or words.sentence("opening", "bare", years=worked_years(person, words))
    if role is not None and latest is not None:
        title = title_of(role, words)
        told = _told_role(resume, latest)
        yield from present(told, most, words, title[0] if title else "", current=not person.has_ended)
    if before is not None and (back or not opened):
        again = role is not None and resume.roles[before].bullets == role.bullets  # one list of both
        yield from _earlier(
            resume.roles[before], before, 0 if again else back, person, words, first=not opened
        )
    elif not opened:
        yield from _likely_earlier(resume, latest, words)
    if length != "short":
        yield from closing(resume, words, latest)


def _likely(role: Role | None, words: Words) -> Iterator[SentencePlan]:
    """What the present or last job is likely to be, where nothing surer says who somebody is."""
    title = likely_title(role, words) if role is not None else None
    yield from words.sentence("opening", "was", title=words.small(title))


def _likely_earlier(resume: Resume, latest: int | None, words: Words) -> Iterator[SentencePlan]:
    """The first of the other jobs with a likely title, where nothing else says who somebody is."""
    others = (one for index, one in enumerate(resume.roles) if index != latest)
    found = next(((one, told) for one in others if (told := likely_title(one, words))), None)
    if found is not None:
        yield from words.sentence("earlier", _when(found[0]), title=words.small(found[1]))


def _when(role: Role) -> Literal["formerly", "was"]:
    """How a job that is not the present one is told: as an earlier one where it is known to have ended."""
    ended = role.period is not None and role.period.value.end is not None
    return "formerly" if ended else "was"


def _earlier(
    role: Role, index: int, back: int, person: Person, words: Words, *, first: bool
) -> Iterator[SentencePlan]:
    """The job before, by its title, be it the first thing told; of the same house, which is not named twice."""
    lines = tasks_before(role, back, words)
    stated, employer = title_of(role, words), employer_of(role, words)
    house = words.house(employer)
    if house and person.is_still_there(index) and stated and employer:
        house = (words.table["same_house"], employer[1])
    activity = stated is not None and words.says("activity", stated[0])
    if stated or house:
        phrase = "earlier_activity" if activity else "formerly" if first else "earlier"
        there = lines if house else None
        yield from words.sentence("earlier", phrase, title=words.small(stated), house=house, lines=there)


def _before(resume: Resume, person: Person, words: Words) -> Iterator[int]:
    """The jobs before the latest: none that goes on or began after it, none that tells nothing else than that one."""
    latest = person.latest
    if latest is None:
        return
    now = resume.roles[latest]
    for index in range(latest + 1, len(resume.roles)):
        role = resume.roles[index]
        if _goes_on(role) or _is_within(role, now) or is_unpaid(resume, index) or is_pocket_money(role):
            continue
        title, mine = title_of(role, words), title_of(now, words)
        if title is None and is_training(role):
            continue  # by its house alone it would be taken for employment
        if title and mine and is_other_trade(title[0], mine[0]) and _is_long_before(role, now):
            continue
        same = title is None or (mine is not None and title[0].lower() == mine[0].lower())
        housed = employer_of(role, words) is not None
        if not same or (housed and not person.is_still_there(index)):
            yield index


def _told_role(resume: Resume, latest: int) -> Role:
    """The job whose lines are told: the present one, or a step within the same employment that has them."""
    now = resume.roles[latest]
    within = (
        one for one in resume.roles[latest + 1 :] if _is_within(one, now) and _is_of_one_house(one, now)
    )
    step = next(within, None) if not now.bullets else None
    return step or now


def _is_of_one_house(one: Role, other: Role) -> bool:
    return (
        one.employer is not None and other.employer is not None and one.employer.value == other.employer.value
    )


def _is_within(role: Role, now: Role) -> bool:
    """Whether a job is known to have begun after the one that is held now."""
    began, since = _start(role), _start(now)
    current = now.period is not None and now.period.value.current
    if began is None or since is None or not current:
        return False
    return (began.year, began.month or 1) > (since.year, since.month or 12)


def _is_long_before(role: Role, now: Role) -> bool:
    """Whether a job had ended years before the one now began: it says nothing of who somebody is."""
    end, since = role.period.value.end if role.period else None, _start(now)
    return end is not None and since is not None and end.year + _LONG_AGO < since.year


def _start(role: Role) -> PartialDate | None:
    return role.period.value.start if role.period else None


def _goes_on(role: Role) -> bool:
    """Whether a job is held still, beside the latest one: it was not before it."""
    return role.period is not None and role.period.value.current
