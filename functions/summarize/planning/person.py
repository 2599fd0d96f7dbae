"""Who the person is: everything the opening may say, each with evidence, each None rather than wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from functions.summarize.language.surface import article, common_words
from functions.summarize.planning.employers import spoken_employer
from functions.summarize.planning.families import Family, family_of, related
from functions.summarize.planning.field import field_of
from functions.summarize.planning.line_of_work import (
    DOUBT,
    EVEN,
    MOST_ROLES,
    SURE,
    is_aside,
    is_training,
    probability,
    same_line,
)
from functions.summarize.planning.records import Slot, Variant
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.titles import Title, read_title
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.planning.years import Years, in_words, years_of
from functions.summarize.resume import CONFIRMED, Evidence, Resume, Role

_CHANGE_MONTHS = 18
"""Another trade is named from a year and a half on: below, it was a start or a stopgap."""
_RECENT = 2
_LEFT = 2
"""Calendar years since the last job from which on its title is a former one; leave or a search take less."""
_STUDENT = re.compile(r"\b(student|graduate|fresher|newly qualified|intern)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Person:
    """One resume, asked who the person is as of a day; what is found is kept."""

    slots: Slots
    as_of: date

    @property
    def resume(self) -> Resume:
        """The resume asked."""
        return self.slots.resume

    @property
    def latest(self) -> int | None:
        """The role told of as the present or last one: employment first; None where there is no role.

        An internship that came after the last employment says more of who the person is now.
        """
        roles = self.resume.roles
        employed = [index for index, role in enumerate(roles) if role.kind == "employment"]
        if not roles:
            return None
        if not employed:
            return 0
        later = next((index for index, role in enumerate(roles) if role.kind == "internship"), employed[0])
        return later if later < employed[0] and not _is_current(roles[employed[0]]) else employed[0]

    @cached_property
    def counted(self) -> tuple[int, ...]:
        """The roles in the line of work told of, latest first."""
        return () if self.latest is None else same_line(self.resume, self.latest, SURE)

    @cached_property
    def tenure(self) -> Years | None:
        """The years with the latest employer, where it is in doubt which roles are one line of work.

        None where that is shorter than the line of work, unless another role is as likely as not of the same.
        """
        doubt = max(map(self._doubt, self._employed), default=0.0)
        if self.latest is None or doubt < DOUBT or self.slots.employer(self.latest) is None:
            return None
        house = self._house(self.latest)
        roles = [index for index in range(len(self.resume.roles)) if self._house(index) == house]
        years = years_of(self.resume, roles, self.as_of)
        shorter = years and self.years and years.months < self.years.months
        return None if shorter and doubt < EVEN else years

    def _doubt(self, index: int) -> float:
        """How likely a role that is not counted is of the same line of work after all."""
        if index >= MOST_ROLES or index in self.counted or self.latest is None:
            return 0.0
        trade, other = (_family(self.resume.roles[at]) for at in (self.latest, index))
        if trade and other and not related(trade, other):
            return 0.0
        return probability(self.resume, index, self.counted)

    def _house(self, index: int) -> str | None:
        """Who employs, be it certain or not: it is compared only."""
        employer = self.resume.roles[index].employer
        return spoken_employer(employer.value) if employer else None

    @cached_property
    def _employed(self) -> tuple[int, ...]:
        return tuple(index for index, role in enumerate(self.resume.roles) if role.kind == "employment")

    @cached_property
    def years(self) -> Years | None:
        """The years in the line of work; none for somebody whose only work is learning it."""
        if self.latest is None or all(is_training(self.resume.roles[index]) for index in self.counted):
            return None
        return self._confirmed(self.counted) or years_of(self.resume, self.counted, self.as_of)

    @cached_property
    def career(self) -> Years | None:
        """All the years of work, whatever the trade: what "of experience" says.

        Without what was done to learn, beside studies, or in work that people do before they have a trade.
        """
        if self.years is None or not self._employed:
            return self.years
        worked = tuple(index for index in self._employed if index in self.counted or self._is_work(index))
        return self._confirmed(self._employed) or years_of(self.resume, worked, self.as_of)

    def _is_work(self, index: int) -> bool:
        role = self.resume.roles[index]
        family = _family(role)
        return not (is_training(role) or is_aside(role) or (family is not None and family.entry))

    def _confirmed(self, roles: tuple[int, ...]) -> Years | None:
        """The years that the person confirmed; those of a whole life say nothing of one line of work in it."""
        known = self.resume.experience
        if known is None or known.rule != CONFIRMED or not set(self._employed) <= set(roles):
            return None
        return Years(in_words(known.months), known.months, roles, known.evidence)

    @cached_property
    def field(self) -> Slot | None:
        """What the person works in: of all the years told, or of the latest role where those are with an employer."""
        found = field_of(
            self.resume, self.counted, self.counted if self.years and not self.tenure else self.counted[:1]
        )
        return (
            Slot("field", "field", (Variant(found.text, "noun phrase", found.evidence),)) if found else None
        )

    @property
    def is_current(self) -> bool:
        """Whether that role is held now."""
        return self.latest is not None and _is_current(self.resume.roles[self.latest])

    @property
    def has_ended(self) -> bool:
        """Whether that role is known to have ended; one without dates may be held still."""
        return (
            self.latest is not None
            and self.resume.roles[self.latest].period is not None
            and not self.is_current
        )

    @property
    def has_left(self) -> bool:
        """Whether that role ended long ago, so that its title no longer says what the person is."""
        period = self.resume.roles[self.latest].period if self.latest is not None else None
        end = period.value.end if period and not period.value.current else None
        return end is not None and self.as_of.year - end.year > _LEFT


def years_slot(years: Years) -> Slot:
    """How long, in words."""
    return Slot("years", "years", (Variant(years.phrase, "phrase", years.evidence),))


def training_slot(person: Person, years: Years) -> Slot | None:
    """What of the years was training: "an internship", "an apprenticeship"."""
    for index in reversed(years.roles):
        role = person.resume.roles[index]
        if role.title and is_training(role):
            named = vocabulary().training_name(role.title.value)
            if named:
                text = f"{article(named)} {named}"
                return Slot(
                    "change",
                    f"roles.{index}.title",
                    (Variant(text, "noun phrase", role.title.evidence),),
                    current=False,
                )
    return None


def change_slot(person: Person, years: Years | None) -> Slot | None:
    """Another trade before this one: "more than five years of nursing", "nearly six years as a roofer"."""
    roles = person.resume.roles
    counted = set(years.roles if years else person.counted)
    anchor = _family(roles[person.latest]) if person.latest is not None else None
    others = [
        index for index, role in enumerate(roles) if index not in counted and index > max(counted, default=0)
    ]
    for index in others:
        role, family = roles[index], _family(roles[index])
        if (
            role.kind != "employment"
            or role.title is None
            or is_training(role)
            or family is None
            or family.entry
        ):
            continue
        if anchor is None or related(anchor, family):
            continue
        same = [other for other in others if (found := _family(roles[other])) and found.id == family.id]
        before = years_of(person.resume, same, person.as_of)
        if before is None or before.months < _CHANGE_MONTHS:
            continue
        evidence = (*role.title.evidence, *before.evidence)
        return Slot(
            "change", f"roles.{index}.title", tuple(_before(role, family, before, evidence)), current=False
        )
    return None


def _before(role: Role, family: Family, years: Years, evidence: tuple[Evidence, ...]) -> Iterator[Variant]:
    title = read_title(role.title.value) if role.title else None
    name = family.said_of(role.title.value) if role.title else family.name
    link = "of" if name.endswith("ing") and " " not in name else "in"
    yield Variant(f"{years.phrase} {link} {name}", "phrase", evidence)
    if title:
        yield Variant(f"{years.phrase} as {article(title.text)} {title.text}", "phrase", evidence)


def climb_slot(person: Person, years: Years | None) -> Slot | None:
    """Where the person began at the same employer, or in the same trade: "teller"."""
    if years is None or len(years.roles) < 2 or person.latest is None:
        return None
    first, now = years.roles[-1], person.latest
    began, title = person.slots.read_title(first), person.slots.read_title(now)
    if (
        began is None
        or title is None
        or is_training(person.resume.roles[first])
        or not _is_climb(began, title)
    ):
        return None
    fact = person.resume.roles[first].title
    evidence = fact.evidence if fact else ()
    return Slot("change", f"roles.{first}.title", (Variant(began.text, "person", evidence),), current=False)


_SENIOR = re.compile(r"(?:senior|lead|principal|chief|staff|head)\b")
_JUNIOR = re.compile(r"(?:junior|graduate|assistant|associate|entry-level) \w")


def _is_climb(began: Title, now: Title) -> bool:
    """Whether somebody who now is in charge began as one who was not, in words that the title has not."""
    words = began.text.split()
    if _SENIOR.match(now.text) and _JUNIOR.match(began.text):
        return True  # so that the years told are not taken for those of the seniority
    in_charge = vocabulary().in_charge
    if in_charge.search(began.text) or not in_charge.search(now.text):
        return False
    english = all(word.lower() in common_words() or word.isupper() for word in words)
    return english and not set(words) & set(now.text.split()) and len(words) <= 4


def is_student(person: Person) -> bool:
    """Whether the degree opens the text: studying, or just finished with no work in a trade yet."""
    courses = [course for course in person.resume.education if course.degree is not None]
    if not courses:
        return False
    ends = [course.period.value.end.year for course in courses if course.period and course.period.value.end]
    recent = bool(ends) and max(ends) >= person.as_of.year - _RECENT
    roles = person.resume.roles
    worked = [role for role in roles if role.kind == "employment" and not is_training(role)]
    headline = person.resume.headline
    says_so = headline is not None and _STUDENT.search(headline.value) is not None
    beside = all(is_aside(role) for role in worked)
    return recent and (says_so or beside)


def _same(one: Slot | None, other: Slot | None) -> bool:
    return one is not None and other is not None and one.variants[0].text == other.variants[0].text


def _family(role: Role) -> Family | None:
    return family_of(role.title.value) if role.title else None


def _is_current(role: Role) -> bool:
    return role.period is not None and role.period.value.current
