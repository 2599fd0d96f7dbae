"""The opening: who the person is, in what, how long, with the credential that decides and the turn of the career."""

import re
from dataclasses import dataclass, replace
from typing import TypeGuard

from functions.summarize.language.surface import article, common_words
from functions.summarize.language.words import stems_in
from functions.summarize.parsers.person.phrase_kinds import ends_in_title_noun
from functions.summarize.planning.credentials import titles_of, weight
from functions.summarize.planning.degree_levels import is_school
from functions.summarize.planning.draft import Draft, Speaker
from functions.summarize.planning.employment import is_training
from functions.summarize.planning.families import family_of, may_be_related
from functions.summarize.planning.main_post import is_held
from functions.summarize.planning.person import (
    Person,
    change_slot,
    climb_slot,
    is_student,
    training_slot,
    years_slot,
)
from functions.summarize.planning.records import SentencePlan, Slot, Variant
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.unread_jobs import leaves_present_unread
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.planning.years import Years
from functions.summarize.text.folding import fold

_YOUNG = 3
"""Years for which a degree says more than a first job."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The opening and what it has told, so that nothing is told twice."""

    sentence: SentencePlan
    employer: bool


def opening(person: Person, speaker: Speaker, variant: int = 0, *, is_told: bool = True) -> Opened | None:
    """The first sentence; None where the resume does not say who the person is.

    `is_told` says that the latest job has a sentence of its own, which names the employer.
    """
    if is_student(person) and (opened := _graduate(person, speaker)):
        return opened
    slots, latest = person.slots, person.latest
    title = _title(slots, latest)
    if title is None:
        return _in_own_words(person, speaker) or _without_title(person, speaker)
    former = title.place != "headline" and person.has_left
    unread = person.resume.jobs_in_doubt or leaves_present_unread(person.resume)
    if former and unread and (been := _has_been(person, speaker)):
        return been  # a later job may be among those in doubt
    if former and (own := slots.own_words()) and may_be_related(own.variants[0].text, title.variants[0].text):
        title, former = own, False
    title = _as_former(title) if former else title
    years, field = person.years, person.field
    turned = years and not person.tenure and not former and speaker.voice == "implied" and variant % 3 == 1
    if years and field and turned:
        return Opened(_years_first(person, years_slot(years), field, title), employer=False)
    draft = _subject(person, speaker, title)
    house = slots.employer(latest) if latest is not None else None
    known = years or person.tenure or person.stated
    at_house = _how_long(draft, person, house, is_told=is_told) if known else _where(draft, person, house)
    if (
        not person.tenure
        and (years or not person.stated)
        and not (at_house and _began_at_another_branch(person))
    ):
        _turn(draft, person, variant)
    if house and not (at_house or former or person.is_current) and not is_told and _ends_in_field(draft):
        at_house = True
        draft.say(", most recently at").tell(house)
    return Opened(draft.finish(), at_house)


def _ends_in_field(draft: Draft) -> bool:
    return draft.slots[-1].kind in ("years", "field")


def _began_at_another_branch(person: Person) -> bool:
    """Whether the first of the years were at a place that only sounds like the latest employer's name."""
    roles = person.resume.roles
    first, latest = (roles[index].employer for index in (person.counted[-1], person.counted[0]))
    return first is not None and latest is not None and first.value != latest.value


def _as_former(title: Slot) -> Slot:
    """ "former room attendant": what the person was, and may not be any more."""
    told = title.variants[0]
    if re.match(r"(?:former|retired|ex-)", told.text):
        return title
    return replace(title, variants=(replace(told, text=f"former {told.text}"),))


def _title(slots: Slots, latest: int | None) -> Slot | None:
    """The latest title; the headline's where it says the same and more: "lead wind turbine technician"."""
    headline = slots.headline()
    title = slots.title(latest) if latest is not None else headline
    if title is None or headline is None or title.place == "headline":
        return title
    said, more = title.variants[0].text.split(), headline.variants[0].text.split()
    fuller = len(said) <= _SHORT and len(said) < len(more) <= _LONG and set(said) < set(more)
    english = all(word.lower() in common_words() or word in said or word.isupper() for word in more)
    return headline if fuller and english and said[-1] == more[-1] else title


_SHORT, _LONG = 2, 6
"""Words of a title that a headline may say more fully, and of such a headline."""


def _in_own_words(person: Person, speaker: Speaker) -> Opened | None:
    """ "Brand designer, now at Orvik": what the profile calls the person, where no title of the job is beyond doubt."""
    title = person.slots.own_words()
    if title is None:
        return None
    draft = _plain_subject(speaker, title)
    family = family_of(title.variants[0].text)
    in_it = (
        person.years
        and person.field
        and family is not None
        and family.said_of(title.variants[0].text) == person.field.variants[0].text
    )
    if person.stated:
        draft.say("with").tell(years_slot(person.stated)).say("of experience")
    elif person.years and person.field and in_it and not person.tenure:
        draft.say("with").tell(years_slot(person.years)).say("in").tell(person.field)
    elif person.experience and _are_all_of(person, person.experience, title):
        draft.say("with").tell(years_slot(person.experience)).say("of experience")
    house = person.slots.employer(person.latest) if person.latest is not None and person.is_current else None
    if house:
        draft.say(", now at").tell(house)
    return Opened(draft.finish(), house is not None)


def _are_all_of(person: Person, years: Years, title: Slot) -> bool:
    """Whether every job of the years told has a title of the trade that the person claims, or of a related one."""
    stated = [person.resume.roles[index].title for index in years.roles]
    return all(one is not None and may_be_related(one.value, title.variants[0].text) for one in stated)


def _has_been(person: Person, speaker: Speaker) -> Opened | None:
    """ "Earlier worked as a truck driver at Orvik": the last post of a trade of which the title is beyond doubt."""
    slots = person.slots
    for index in person.employed:
        title, house = slots.title(index), slots.employer(index)
        named = title is not None and ends_in_title_noun(fold(title.variants[0].text))
        if title is None or not named or title.place == "headline" or not person.is_of_now(index):
            continue
        draft = Draft("opening").say(speaker.subject(introduced=False))
        if is_held(person.resume.roles[index]):
            draft.say(speaker.verb("works", "work"))
        else:
            draft.say("earlier worked" if draft.words else "Earlier worked")
        draft.say(f"as {article(title.variants[0].text)}").tell(title)
        return Opened((draft.say("at").tell(house) if house else draft).finish(), employer=False)
    return None


def _without_title(person: Person, speaker: Speaker) -> Opened | None:
    """ "Brings more than nine years in retail, most recently at Orvik": where no title is beyond doubt."""
    latest = person.latest
    field = None if person.tenure else person.field
    years = person.years if field else person.experience
    house = person.slots.employer(latest) if latest is not None else None
    if field is None and (been := _has_been(person, speaker)):
        return been
    if person.stated and not (field or house):
        return None
    draft = Draft("opening").say(speaker.subject(introduced=False))
    if years is None and person.tenure and person.stay and house:
        draft.say(speaker.verb("brings", "bring")).tell(years_slot(person.stay))
        return Opened(draft.say("at").tell(house).finish(), employer=True)
    if years:
        draft.say(speaker.verb("brings", "bring")).tell(years_slot(years))
        draft = draft.say("in").tell(field) if field else draft.say("of experience")
        if house:
            draft.say(", now at" if person.is_current else ", most recently at").tell(house)
        return Opened(draft.finish(), house is not None)
    if house is None:  # a field that no title and no years show is as likely another's
        return None
    draft.say(speaker.verb("works", "work") if person.is_current else "worked")
    if person.field and not person.field.variants[0].text.endswith("work"):
        draft.say("in").tell(person.field)
    return Opened(draft.say("at").tell(house).finish(), employer=True)


def _how_long(draft: Draft, person: Person, house: Slot | None, *, is_told: bool) -> bool:
    """How long, in what or where; the employer where only that is beyond doubt. Whether the employer is named."""
    years, field = person.years, person.field
    if person.tenure:
        return _how_long_there(draft, person, person.tenure, house)
    one_house = years is not None and all(
        _same_house(person.slots, one, person.latest) for one in years.roles
    )
    if years and field:
        named = house is not None and person.is_current and not is_told
        general = _is_in_title(field, draft)
        first = general or one_house  # "at Orvik with nine years in driving" were nine years there
        if house and named and first:
            draft.say("at").tell(house)
        draft.say("with").tell(years_slot(years))
        draft = draft.say("of experience") if general else draft.say("in").tell(field)
        if house and named and not first:
            draft.say(", now at").tell(house)
        return named
    there = not person.stated and ((years is not None and one_house) or person.experience is None)
    if there and house and person.stay and person.is_current:
        draft.say("with").tell(years_slot(person.stay)).say("at").tell(house)
        return True
    if person.experience is None:
        return _where(draft, person, house)
    if person.stated and field and not (_only_repeats(field, draft) or _echoes(field, draft)):
        draft.say("in").tell(field).say(", with").tell(years_slot(person.stated)).say("of experience")
        return False
    named = house is not None and person.is_current and not is_told
    if house and named:
        draft.say("at").tell(house)
    draft.say("with").tell(years_slot(person.experience)).say("of experience")
    return named


def _how_long_there(draft: Draft, person: Person, tenure: Years, house: Slot | None) -> bool:
    """How long with the latest employer, or in the latest post where none can be named."""
    field, experience = person.field, person.experience
    there = house is not None and tenure == person.stay
    if house and there and not field and _is_longer(experience, tenure):
        draft.say("at").tell(house).say("with").tell(years_slot(experience)).say("of experience")
        return True
    if there and field and _is_shown_by(person, field):
        field = None
    repeats = field is not None and (_only_repeats(field, draft) or _echoes(field, draft))
    if field and not repeats:
        draft.say("in").tell(field).say(",")
    draft.say("with").tell(years_slot(tenure))
    if not there:
        draft.say("in the post")
    if house is None:
        return False
    draft.say("at").tell(house)
    return True


def _is_longer(career: Years | None, tenure: Years) -> TypeGuard[Years]:
    """Whether somebody worked more than a year before the latest employer."""
    return career is not None and career.months > tenure.months + 12


def _is_shown_by(person: Person, field: Slot) -> bool:
    """Whether the title and the employer say the field by themselves: "waiter at Restaurante O Cabaz"."""
    role = person.resume.roles[person.counted[0]]
    family = family_of(role.title.value) if role.title else None
    named = field.variants[0].text
    house = stems_in(role.employer.value) if role.employer else frozenset()
    entry = (
        family is not None
        and family.entry
        and family.said_of(role.title.value if role.title else "") == named
    )
    return entry or any(_of_one_root(one, other) for one in stems_in(named) for other in house)


def _only_repeats(field: Slot, draft: Draft) -> bool:
    """Whether the field is but the line of work that a title names already: nobody is a "paralegal in law"."""
    return _is_of_title(field, draft)


def _is_of_title(field: Slot, draft: Draft) -> bool:
    """Whether the field is the line of work of the title itself: a paralegal is one "in law" without saying so."""
    title = _told_title(draft)
    if title is None:
        return False
    family = family_of(title.variants[0].text)
    return family is not None and family.said_of(title.variants[0].text) == field.variants[0].text


def _where(draft: Draft, person: Person, house: Slot | None) -> bool:
    """Without years: the degree of somebody who has just begun, the employer, or the field."""
    degree = _recent_degree(person)
    if degree:
        draft.say("with").tell(degree)
    elif house:
        draft.say(", most recently at" if person.has_ended and not person.has_left else "at").tell(house)
        return True
    elif person.field and not _echoes(person.field, draft) and not _is_of_title(person.field, draft):
        draft.say("in").tell(person.field)
    return False


def _told_title(draft: Draft) -> Slot | None:
    return next((slot for slot in draft.slots if slot.kind in ("title", "earlier title")), None)


def _is_in_title(field: Slot, draft: Draft) -> bool:
    """Whether the title has the words of a field: "Accounts and taxation executive"."""
    title = _told_title(draft)
    named = stems_in(field.variants[0].text) - stems_in("and")
    return title is not None and len(named) > 1 and named <= stems_in(title.variants[0].text)


def _echoes(field: Slot, draft: Draft) -> bool:
    """Whether the field has a word of the title's own: "researcher in research and teaching"."""
    title = _told_title(draft)
    if title is None:
        return False
    said, named = stems_in(title.variants[0].text), stems_in(field.variants[0].text)
    return bool(said & named) or any(_of_one_root(one, other) for one in said for other in named)


def _of_one_root(one: str, other: str) -> bool:
    """ "Hairdresser" and "hairdressing", "welder" and "weld", "caregiver" and "care"."""
    if min(len(one), len(other)) >= _ROOT and (one.startswith(other) or other.startswith(one)):
        return True
    shared = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    length = min(len(one), len(other)) if shared is None else shared
    return length >= _ROOT and length >= max(len(one), len(other)) - _ROOT + 1


_ROOT = 4
"""Letters that two words of one root share, and from which on their ends may differ."""


def _years_first(person: Person, years: Slot, field: Slot, title: Slot) -> SentencePlan:
    """ "More than twelve years in metering, now as senior firmware engineer"."""
    draft = Draft("opening").tell(years).say("in").tell(field)
    _turn(draft, person, 1)
    return draft.say(", now as" if person.is_current else ", most recently as").tell(title).finish()


def _recent_degree(person: Person) -> Slot | None:
    """A degree of the last years, for somebody who has not worked long."""
    for index, course in enumerate(person.resume.education):
        end = course.period.value.end if course.period else None
        slot = person.slots.degree(index)
        if slot and slot.variant("noun phrase") and end and end.year >= person.as_of.year - _YOUNG:
            return slot
    return None


def _turn(draft: Draft, person: Person, variant: int) -> None:
    """Training among the years, a change of career, or where the climb began: one of them, in this order."""
    years = person.years
    training = training_slot(person, years) if years else None
    if training:
        draft.say(", including").tell(training)
        return
    change = change_slot(person, years)
    if change:
        told = _other_words(change, person.field)
        draft.say(", after").tell(change, text=told)
        return
    climb = climb_slot(person, years)
    if climb and variant % 2 == 0:
        draft.say(f", first as {article(climb.variants[0].text)}").tell(climb)


def _other_words(change: Slot, field: Slot | None) -> Variant:
    """The other trade in words that the field does not have already: "as a production manager"."""
    said = field.variants[0].text if field else ""
    return next((one for one in change.variants if not said or said not in one.text), change.variants[-1])


def _subject(person: Person, speaker: Speaker, title: Slot) -> Draft:
    """ "CISSP-certified engineer", "I am a ...", "Ana Lima is a ..."."""
    draft = Draft("opening")
    credential = None if title.variants[0].text.startswith("former ") else leading_credential(person)
    adjective = credential.variant("adjective") if credential else None
    role = person.slots.read_title(person.latest) if person.latest is not None else None
    mode = role.mode if role and role.mode and role.mode not in title.variants[0].text else ""
    first = adjective.text if adjective else mode or title.variants[0].text
    if credential and not adjective:
        first = credential.variants[0].text
    if speaker.voice != "implied":
        be = "am" if speaker.voice == "first" else "is"
        draft.say(f"{speaker.subject(introduced=False)} {be} {article(first)}")
    if credential and adjective:
        draft.tell(credential, text=adjective)
    elif credential:
        draft.tell(credential).say("and")
    return draft.say(mode).tell(title)


def leading_credential(person: Person) -> Slot | None:
    """The credential that decides a hire: letters or a registration of the trade, never what the title says."""
    title = person.slots.title(person.latest) if person.latest is not None else None
    said = title.variants[0].text.lower() if title else ""
    titles = titles_of(person.resume, person.latest)
    stated = enumerate(person.resume.credentials)
    for index, _ in sorted(stated, key=lambda one: weight(one[1].name.value, titles)):
        slot = person.slots.credential(index)
        if slot is None:
            continue
        text = slot.variants[0].text
        letters = slot.variants[0].form == "person" and text.isupper()
        if (
            (slot.variant("adjective") or letters)
            and text.lower().split("-")[0].removesuffix(" certified") not in said
            and len(text.split()) <= 4
            and not vocabulary().weak_credential.search(text)
        ):
            return slot
    return None


def _same_house(slots: Slots, index: int, latest: int | None) -> bool:
    one, other = slots.employer(index), slots.employer(latest) if latest is not None else None
    return bool(one and other and one.variants[0].text == other.variants[0].text)


def _graduate(person: Person, speaker: Speaker) -> Opened | None:
    """ "Graduate software engineer with a BSc in Computer Science from Leeds"."""
    slots = person.slots
    degree = next(
        (slot for index in range(len(person.resume.education)) if (slot := slots.degree(index))), None
    )
    title = slots.headline() or (slots.title(person.latest) if person.latest is not None else None)
    if degree is None:
        return None
    if title is None:
        return _of_degree(person, speaker, degree)
    if title.place != "headline" and person.has_left:
        if _was_training(person):
            return _of_degree(person, speaker, degree)
        title = _as_former(title)
    running = degree.variant("gerund")
    draft = _plain_subject(speaker, title)
    if running:
        draft.say(",").tell(degree, text=running)
    else:
        draft.say("with").tell(degree)
    return Opened(draft.finish(), employer=False)


def _was_training(person: Person) -> bool:
    """Whether the job that has ended was only to learn: its title is nobody's any more."""
    return person.latest is not None and is_training(person.resume.roles[person.latest])


def _of_degree(person: Person, speaker: Speaker, degree: Slot) -> Opened:
    """ "Graduate with a BSc in Biology", "School leaver with four A levels": the degree of who has no trade yet."""
    running = degree.variant("gerund")
    left = all(is_school(course) for course in person.resume.education)
    called = "student" if running else "school leaver" if left else "graduate"
    draft = Draft("opening")
    if speaker.voice == "implied":
        draft.say(called.capitalize())
    else:
        be = speaker.verb("is", "am")
        draft.say(f"{speaker.subject(introduced=False)} {be} {article(called)} {called}")
    draft.say("," if running else "with").tell(degree, text=running or degree.variants[0])
    return Opened(draft.finish(), employer=False)


def _plain_subject(speaker: Speaker, title: Slot) -> Draft:
    draft = Draft("opening")
    if speaker.voice != "implied":
        be = "am" if speaker.voice == "first" else "is"
        draft.say(f"{speaker.subject(introduced=False)} {be} {article(title.variants[0].text)}")
    return draft.tell(title)
