"""Who the person is: everything the opening may say, each with evidence, each None rather than wrong."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from functions.summarize.confidence import LEAST, PROBABLE, is_certain
from functions.summarize.language.surface import article, common_words
from functions.summarize.language.words import stems_in
from functions.summarize.planning.employers import spoken_employer
from functions.summarize.planning.employment import (
    is_aside,
    is_beside_studies,
    is_casual,
    is_employed_training,
    is_entry_work,
    is_pocket_money,
    is_training,
    is_training_and_work,
    is_unpaid,
    may_follow_entry_work,
    steps_of,
)
from functions.summarize.planning.families import Family, families_named, family_of, may_be_related, related
from functions.summarize.planning.field import field_of, shows_field, shows_line
from functions.summarize.planning.line_of_work import (
    MOST_ROLES,
    SURE,
    is_of_another,
    is_of_several,
    same_line,
)
from functions.summarize.planning.main_post import held_posts, is_held, main_post
from functions.summarize.planning.records import Slot, Variant
from functions.summarize.planning.roots import roots_in
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.stated_years import StatedYears, stated_years
from functions.summarize.planning.titles import Title, is_occupation, read_title
from functions.summarize.planning.trade_years import years_of_trade
from functions.summarize.planning.unlisted import are_voyages, leaves_out_jobs
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.planning.years import (
    Years,
    counted,
    in_words,
    is_before,
    is_broken,
    may_go_on,
    months_since_first,
    unbroken,
    years_of,
)
from functions.summarize.resume import CONFIRMED, PartialDate, Resume, Role

_CHANGE_MONTHS = 18
"""Another trade is named from a year and a half on: below, it was a start or a stopgap."""
_RECENT = 2
_LEFT, _LEFT_IN_YEARS = 12, 23
"""Months since the last job above which its title is a former one, and where only its year is known.

Leave or a search take less.
"""
_LONG_AGO = 8
"""Years after which a post of another trade says nothing of who somebody is now."""
_LONG_TRAINING = 24
"""Months from which on a paid post to learn a trade is counted by many as years of it."""
_NEARLY_ALL, _MOST = 0.7, 0.6
"""Of the years that may be of a line of work, the share from which on those beyond doubt are told as a least.

The second where the others were training, which few count.
"""
_ENOUGH = 0.8
"""Of all the years that may be of it, the share below which a least would make little of a career."""
_STALE, _ROUNDED = 24, 12
"""Months by which a figure that a resume states may lie below its dates, as it was written before, and above them."""
_OF_A_TOOL = re.compile(
    r"\s*(?:of\s+)?(?:(?:hands-on|practical|solid|good|proven|strong|professional|work(?:ing)?)\s+)*"
    r"(?:(?:experience|expertise)\s+)?(?:with|using|mit|avec|con|com|met)\b",
    re.IGNORECASE,
)
"""What stands behind years of a tool or a thing, and not of the trade: "5 years of experience with microservices"."""
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

    @cached_property
    def latest(self) -> int | None:
        """The role told of as the present or last one; of the posts held now one whose title can be told."""
        first = main_post(self.resume)
        if first is None or self.resume.roles[first].kind != "employment" or self._says_what(first):
            return first
        return next(filter(self._says_what, held_posts(self.resume, self.employed)), first)

    def _says_what(self, index: int) -> bool:
        """Whether the title of a job can be told; in other languages than English as it stands."""
        if self.resume.language == "en":
            return self.slots.read_title(index) is not None
        return is_certain(self.resume.roles[index].title)

    @cached_property
    def counted(self) -> tuple[int, ...]:
        """The roles in the line of work told of, latest first."""
        return () if self.latest is None else same_line(self.resume, self.latest, SURE)

    @cached_property
    def possible(self) -> tuple[int, ...]:
        """The other paid jobs that may be of the same line of work: years of it may be theirs, too."""
        field = field_of(self.resume, self.counted) if self.counted else None
        return tuple(
            index
            for index in self.employed[:MOST_ROLES]
            if index not in self.counted
            and self._may_count(index)
            and not is_of_several(self.resume.roles[index])
            and (
                not is_of_another(self.resume, index, self.counted)
                or (field is not None and shows_field(self.resume.roles[index], field.text))
            )
        )

    def _may_count(self, index: int) -> bool:
        """Whether anybody would count a role as years of a trade; training only in a long post of its own."""
        role = self.resume.roles[index]
        if is_training_and_work(role):
            return True
        if not is_training(role) or index not in self.employed:
            return not is_aside(role) or _is_same(role, self.resume.roles[self.counted[0]])
        months = years_of(self.resume, (index,), self.as_of)
        return is_employed_training(role) and months is not None and months.months >= _LONG_TRAINING

    @cached_property
    def tenure(self) -> Years | None:
        """The years with the latest employer, else in the latest post, where other jobs may be of the same work.

        None where nearly all of those years are counted: then they are told as a least.
        """
        if self.latest is None or not self._has_trade or self.stated or (self.years and not self.possible):
            return None
        if self._unlisted:
            return None
        both = years_of(self.resume, (*self.counted, *self.possible), self.as_of)
        learned = all(is_training(self.resume.roles[index]) for index in self.possible)
        if self.years and both and self.years.months >= (_MOST if learned else _NEARLY_ALL) * both.months:
            return None
        if self.stay or self._of_several or self._in_turn:
            return self.stay
        return years_of(self.resume, (self.latest,), self.as_of)

    @cached_property
    def stay(self) -> Years | None:
        """The years with the latest employer, where it can be named, and no job there may be another's."""
        if self.latest is None or self.slots.employer(self.latest) is None:
            return None
        house = self.house(self.latest)
        there = [index for index in range(len(self.resume.roles)) if self.house(index) == house]
        roles = unbroken(self.resume, there, self.as_of)
        employers = (self.resume.roles[index].employer for index in there)
        if any(employer is not None and employer.confidence < PROBABLE for employer in employers):
            return None
        return years_of(self.resume, roles, self.as_of)

    def house(self, index: int) -> str | None:
        """Who employs, be it certain or not: it is compared only."""
        employer = self.resume.roles[index].employer
        return spoken_employer(employer.value) if employer else None

    def is_still_there(self, index: int) -> bool:
        """Whether a job was with the latest employer, whose name may stand there shorter or longer."""
        one, other = self.house(index), self.house(self.latest) if self.latest is not None else None
        if one is None or other is None:
            return False
        short, long = sorted((one.lower(), other.lower()), key=len)
        return long == short or long.startswith((f"{short} ", f"{short},"))

    @cached_property
    def employed(self) -> tuple[int, ...]:
        """The paid jobs, the latest first."""
        return tuple(
            index
            for index, role in enumerate(self.resume.roles)
            if role.kind == "employment" and not is_unpaid(self.resume, index)
        )

    @cached_property
    def years(self) -> Years | None:
        """The years in the line of work; none for somebody whose only work is learning it, or pocket money.

        As the resume states them, none where those are more than the dates of that work; a least where a job may be
        left out.
        """
        if self._confirmed(self.counted):
            return self._confirmed(self.counted)
        if self.stated:
            return self.stated if self._is_of_the_trade(self.stated) else None
        return self._told(self._dated, self.counted)

    @cached_property
    def _dated(self) -> Years | None:
        """The years that the dates give for the line of work; none where they are of several, or not of all jobs."""
        if not self._has_trade or self._of_several or self._unlisted:
            return None
        return years_of(self.resume, self.counted, self.as_of)

    @cached_property
    def _of_several(self) -> bool:
        """Whether the latest entry tells of posts of several trades in turn."""
        return self.latest is not None and is_of_several(self.resume.roles[self.latest])

    @property
    def _in_turn(self) -> bool:
        """Whether the latest entry tells of posts in turn, of whatever trade: its years are not those of the last."""
        title = self.resume.roles[self.latest].title if self.latest is not None else None
        return title is not None and len(steps_of(title.value)) > 1

    @cached_property
    def _unlisted(self) -> bool:
        """Whether the dates give too few years: not all jobs of the kind are listed, or they are voyages."""
        return leaves_out_jobs(self.resume) or are_voyages(self.resume, self.counted)

    def _told(self, years: Years | None, counted: Sequence[int]) -> Years | None:
        """Years as they are where nothing is left out of them, else as a least; none where too much may be."""
        began = [
            at for at, _ in enumerate(self.resume.roles) if at not in counted and self._began_as_training(at)
        ]
        if years is None or not (began or self._may_leave_out(counted)):
            return years
        most = years_of(self.resume, (*counted, *began), self.as_of)
        return None if most and years.least < _ENOUGH * most.months else years.at_least

    def _began_as_training(self, index: int) -> bool:
        """Whether a job with sure dates is of learning and of work, of which nobody says how long each was."""
        role, dated = self.resume.roles[index], years_of(self.resume, (index,), self.as_of) is not None
        may_be = role.kind != "volunteering" and not is_of_another(self.resume, index, self.counted)
        return dated and may_be and is_training_and_work(role)

    def _may_leave_out(self, counted: Sequence[int]) -> bool:
        """Whether some job since, or before, may be of the same work and is not counted."""
        return (
            self.resume.jobs_in_doubt
            or len(self.resume.roles) > MOST_ROLES
            or is_broken(self.resume, counted, self.as_of)
            or any(self._is_undecided(index) for index in self.employed if index not in counted)
        )

    def _is_undecided(self, index: int) -> bool:
        role = self.resume.roles[index]
        unsure = role.title is None or role.title.confidence < LEAST
        surely = not unsure and is_of_another(self.resume, index, self.counted)
        return index in self.possible or not (is_pocket_money(role) or surely)

    @cached_property
    def stated(self) -> Years | None:
        """The years that the resume states of the person's work, where the dates do not speak against them."""
        stated = stated_years(self.resume)
        if stated is None or not self._has_trade or self._is_of_another_trade(stated):
            return None
        months = 12 * stated.years
        dated = self._dated
        if dated and months + _STALE < dated.least:
            return None
        longest = self._longest
        if longest is not None and months > longest + _ROUNDED:
            return None
        if dated and dated.least >= months and _OF_A_TOOL.match(stated.topic):
            return None  # those of one thing that was used, within the years of the work
        phrase = stated.phrase
        if dated and months + _ROUNDED < dated.least and phrase == counted(stated.years):
            phrase = f"more than {phrase}"  # it was true when it was written
        return Years(phrase, months, self.counted, stated.evidence, months)

    def _is_of_another_trade(self, stated: StatedYears) -> bool:
        """Whether years are said to be of something else than what the person does now."""
        title = self.resume.roles[self.latest].title if self.latest is not None else None
        topic = re.split(r"[.,;:]", stated.topic)[0]
        known = title is not None and families_named(title.value) and families_named(topic)
        if title and known and not may_be_related(title.value, topic):
            return True
        roles = self.resume.roles
        own = _roots(
            fact.value for at in self.counted for fact in (roles[at].title, *roles[at].bullets) if fact
        )
        english = self.resume.language == "en"
        mine = {*self.counted, *(self.possible if english else ())}
        others = _roots(one.title.value for at, one in enumerate(roles) if at not in mine and one.title)
        said = _roots([topic])
        return bool(said & (others - own)) or not (english or stated.of_all or said & own)

    @cached_property
    def _longest(self) -> int | None:
        """The most months that the dates leave room for; None where a date is missing.

        From the first job on, or of the jobs that may be of the line of work where others are surely not.
        """
        roles = self.resume.roles
        of_it = [index for index in range(len(roles)) if index in self.employed or is_training(roles[index])]
        others = [
            index for index in self._worked if index not in self.counted and not self._is_undecided(index)
        ]
        kept = [index for index in of_it if index not in others]
        if not others:
            return months_since_first(self.resume, kept, self.as_of)
        found = years_of(self.resume, kept, self.as_of) or self._dated
        return found.months if found else 0

    def _is_of_the_trade(self, stated: Years) -> bool:
        """Whether the years stated are those of the jobs counted, so that their field may be named beside them."""
        return self._dated is not None and abs(self._dated.months - stated.months) <= _STALE

    @property
    def _has_trade(self) -> bool:
        """Whether any of the jobs counted was more than learning, or pocket money."""
        roles = [self.resume.roles[index] for index in self.counted]
        return not all(is_training(role) or is_pocket_money(role) for role in roles)

    @cached_property
    def career(self) -> Years | None:
        """All the years of paid work, whatever the trade.

        Without what was done to learn, beside studies, or in work that people do before they have a trade.
        """
        if self._confirmed(self.employed) or self.stated:
            return self._confirmed(self.employed) or self.stated
        if self._dated is None or not self.employed:
            return None
        if self._of_several or self._unlisted:
            return None
        worked = years_of(self.resume, self._worked, self.as_of)
        return worked and self._told(years_of(self.resume, self._known, self.as_of), self._known)

    @property
    def _worked(self) -> tuple[int, ...]:
        return tuple(index for index in self.employed if index in self.counted or self._is_work(index))

    @property
    def _known(self) -> tuple[int, ...]:
        """Of that work what is beyond doubt: where no title says what was done, or two do, it may be any."""
        roles = self.resume.roles
        named = self.latest is not None and roles[self.latest].title is not None
        return tuple(
            at
            for at in self._worked
            if not (named and roles[at].title is None) and not is_of_several(roles[at])
        )

    @cached_property
    def experience(self) -> Years | None:
        """The years "of experience" of somebody of this title: those of its trade, none where much was another's."""
        if self.career is None or self._confirmed(self.employed) or self.stated:
            return self.career
        if self.resume.language != "en":
            return years_of_trade(self.resume, self.counted, self.possible, self.career, self.as_of)
        of_it = {*self.counted, *self.possible}
        return self.career if of_it.issuperset(self._worked) else None

    def _is_work(self, index: int) -> bool:
        role = self.resume.roles[index]
        english = self.resume.language == "en"
        if not english and is_of_another(self.resume, index, self.counted):
            return False
        family = _family(role)
        entry = english and family is not None and family.entry
        return not (is_training(role) or is_aside(role) or entry or self._is_before_the_trade(role))

    def _is_before_the_trade(self, role: Role) -> bool:
        """Whether a job is work that people do before their trade, in a language whose lines of work are not known."""
        now = self.resume.roles[self.latest].title if self.latest is not None else None
        if role.title is None or now is None or self.resume.language == "en":
            return False
        return is_entry_work(role.title.value) and not may_follow_entry_work(now.value)

    def _confirmed(self, roles: tuple[int, ...]) -> Years | None:
        """The years that the person confirmed; those of a whole life say nothing of one line of work in it."""
        known = self.resume.experience
        if known is None or known.rule != CONFIRMED or not set(self.employed) <= set(roles):
            return None
        return Years(in_words(known.months), known.months, roles, known.evidence, known.months)

    @cached_property
    def field(self) -> Slot | None:
        """What the person works in: of all the years told, or of the latest role where those are with an employer."""
        found = field_of(
            self.resume, self.counted, self.counted if self.years and not self.tenure else self.counted[:1]
        )
        return (
            Slot("field", "field", (Variant(found.text, "noun phrase", found.evidence),)) if found else None
        )

    def is_of_now(self, index: int) -> bool:
        """Whether a post says who the person is, where the present one is in doubt: of its trade, or not long ago."""
        role = self.resume.roles[index]
        now = self.resume.roles[self.latest].title if self.latest is not None else None
        if now and role.title and families_named(now.value):
            return may_be_related(now.value, role.title.value)
        end = role.period.value.end if role.period else None
        recent = is_held(role) or (end is not None and end.year >= self.as_of.year - _LONG_AGO)
        family = _family(role)
        odd = is_aside(role) or is_training(role) or is_casual(role)
        return recent and family is not None and not family.entry and not odd

    @property
    def is_current(self) -> bool:
        """Whether that role is held now."""
        return self.latest is not None and is_held(self.resume.roles[self.latest])

    @property
    def _ended(self) -> PartialDate | None:
        """When that role ended; None where it is held, or has a single date and may be held."""
        period = self.resume.roles[self.latest].period if self.latest is not None else None
        if period is None or period.value.current or self._may_go_on:
            return None
        return period.value.end

    @property
    def _may_go_on(self) -> bool:
        return self.latest is not None and may_go_on(self.resume, self.latest)

    @property
    def has_ended(self) -> bool:
        """Whether that role is known to have ended; one without dates may be held still."""
        return self._ended is not None

    @property
    def has_left(self) -> bool:
        """Whether that role ended long ago, so that its title no longer says what the person is; training at once."""
        end = self._ended
        if end is None or self.latest is None:
            return False
        if is_training(self.resume.roles[self.latest]):
            return True
        if is_pocket_money(self.resume.roles[self.latest]):
            return False
        months = (self.as_of.year - end.year) * 12 + self.as_of.month - (end.month or self.as_of.month)
        return months > (_LEFT if end.month else _LEFT_IN_YEARS)


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
    first = roles[max(counted)] if counted else None
    others = [
        index
        for index, role in enumerate(roles)
        if index > max(counted, default=0)
        and role.kind == "employment"
        and not (person.is_still_there(index) and not (years and person.field))  # those there are told
        and not (is_training(role) or is_aside(role) or is_unpaid(person.resume, index))
    ]
    for index in others:
        family = _family(roles[index])
        if anchor is None or family is None or family.entry or related(anchor, family):
            continue
        if person.latest is not None and _is_where(roles[person.latest], family):
            continue
        if _is_before(roles[index], first):
            told = tuple(_before(person, index, family, _all_of(person, index, family, others)))
            if told:
                return Slot("change", f"roles.{index}.title", told, current=False)
    return None


def _all_of(person: Person, index: int, family: Family, others: Sequence[int]) -> tuple[int, ...]:
    """The earlier jobs of another trade; none where one more may be of it."""
    roles = person.resume.roles
    same = tuple(other for other in others if (found := _family(roles[other])) and found.id == family.id)
    stated = roles[index].title
    more = (title.value for other in others if other not in same and (title := roles[other].title))
    unsure = stated is None or any(may_be_related(stated.value, title) for title in more)
    return () if unsure or index in person.possible else same


def _is_where(role: Role, family: Family) -> bool:
    """Whether a job is where people of a line of work are: a supervisor at "Shield Security" is in security still."""
    stated = (fact.value for fact in (role.title, role.employer) if fact)
    return not stems_in(family.name).isdisjoint(stems_in(" ".join(stated)))


def _is_before(role: Role, first: Role | None) -> bool:
    one, other = role.period, first.period if first else None
    return one is None or other is None or is_before(one.value, other.value)


def _before(person: Person, index: int, family: Family, same: Sequence[int]) -> Iterator[Variant]:
    """The years of the other trade, where none is left out, and those of the post."""
    stated = person.resume.roles[index].title
    if stated is None:
        return
    years, title = years_of(person.resume, same, person.as_of), read_title(stated.value)
    name = family.said_of(stated.value)
    link = "of" if name.endswith("ing") and " " not in name else "in"
    named = all(shows_line(person.resume.roles[one], family) for one in same)
    if years and named and years.months >= _CHANGE_MONTHS:
        yield Variant(f"{years.phrase} {link} {name}", "phrase", (*stated.evidence, *years.evidence))
    post = years_of(person.resume, (index,), person.as_of)
    one_post = len(steps_of(stated.value)) < 2  # nobody says how long the last of several was
    occupation = title and one_post and is_occupation(title.text.rpartition(" and ")[2])
    if title and occupation and post and post.months >= _CHANGE_MONTHS:
        text = f"{post.phrase} as {article(title.text)} {title.text}"
        yield Variant(text, "phrase", (*stated.evidence, *post.evidence))


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
    beside = all(is_aside(role) or is_beside_studies(person.resume, roles.index(role)) for role in worked)
    return recent and (says_so or beside)


def _same(one: Slot | None, other: Slot | None) -> bool:
    return one is not None and other is not None and one.variants[0].text == other.variants[0].text


def _family(role: Role) -> Family | None:
    return family_of(role.title.value) if role.title else None


def _is_same(one: Role, other: Role) -> bool:
    """Whether the titles of two jobs are of the same line of work."""
    mine, another = _family(one), _family(other)
    return mine is not None and another is not None and mine.id == another.id


def _roots(texts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(roots_in, texts))
