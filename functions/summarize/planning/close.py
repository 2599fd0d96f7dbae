"""The ending: the strongest things not yet told, in one sentence that is no list."""

import re
from collections.abc import Collection, Sequence

from functions.summarize.language.surface import article
from functions.summarize.planning.draft import Draft, Speaker
from functions.summarize.planning.person import Person
from functions.summarize.planning.records import SentencePlan, Slot, Variant

_MOST_CREDENTIALS = 2
_COURSE = re.compile(r"\b(?:course|training|first aid|awareness|basic|DBS|manual handling)\b", re.IGNORECASE)
_SCHOOL = re.compile(
    r"\b(?:high school|secondary|GCSEs?|10th|12th|A-levels|matric|SSC|leaving)\b", re.IGNORECASE
)
_DEGREES = (
    ("phd", "dphil", "doctor", "edd", "md", "ed.d", "dr."),
    ("mba", "msc", "ma ", "m.", "master", "meng", "med", "llm", "ms "),
    ("bsc", "ba ", "b.", "bachelor", "beng", "bcom", "llb", "bs ", "bed", "grado", "licence"),
    ("hnd", "diploma", "aas", "associate", "btec", "dec", "certificate"),
)  # fmt: skip


def closing(
    person: Person, speaker: Speaker, told: Collection[str], *, brief: bool, seed: int = 0
) -> SentencePlan | None:
    """Credentials, the highest degree, languages, a prize; two strengths where little else is left."""
    people, things = _credentials(person, told)
    degree = highest_degree(person, told)
    languages = _languages(person, told)
    draft = Draft("close")
    held = [
        *things[: _MOST_CREDENTIALS - bool(people)],
        *([degree] if degree and degree.variant("noun phrase") else []),
    ]
    studying = degree if degree and degree.variant("gerund") else None
    if brief:
        held, languages = held[:1], []
    passive = _passive(person, told)
    if passive and speaker.voice == "implied" and held:
        draft.say("").tell(passive).say(", with").join([(slot, _noun(slot)) for slot in held])
        return _ending(draft, languages, None, speaker)
    if people:
        return _as_person(draft, people[0], held, languages, speaker)
    if held:
        return _holding(draft, held, languages, studying, speaker, seed)
    return _without_papers(draft, languages, studying, speaker)


def _holding(
    draft: Draft,
    held: Sequence[Slot],
    languages: Sequence[Slot],
    studying: Slot | None,
    speaker: Speaker,
    seed: int,
) -> SentencePlan:
    """What is held and spoken, in one of three orders."""
    papers, spoken = [(slot, _noun(slot)) for slot in held], [(slot, slot.variants[0]) for slot in languages]
    if spoken and not studying and seed % 3 == 1:
        draft.say(speaker.subject(introduced=True)).say(speaker.verb("speaks", "speak")).join(spoken)
        return draft.say(f", and {speaker.verb('holds', 'hold')}").join(papers).finish()
    if spoken and not studying and seed % 3 == 2 and speaker.voice == "implied":
        return draft.say("Works in").join(spoken).say(", with").join(papers).finish()
    draft.say(speaker.subject(introduced=True)).say(speaker.verb("holds", "hold")).join(papers)
    return _ending(draft, languages, studying, speaker)


def _without_papers(
    draft: Draft, languages: Sequence[Slot], studying: Slot | None, speaker: Speaker
) -> SentencePlan | None:
    """Studies or languages, where there is no more."""
    if studying:
        told = studying.variant("gerund")
        draft.say(speaker.subject(introduced=True)).say("" if speaker.voice == "implied" else _be(speaker))
        return _ending(draft.tell(studying, text=told), languages, None, speaker)
    if languages:
        draft.say(speaker.subject(introduced=True)).say(speaker.verb("speaks", "speak"))
        return draft.join([(slot, slot.variants[0]) for slot in languages]).finish()
    return None


def recognition(person: Person, told: Collection[str]) -> SentencePlan | None:
    """The first prize that can be told."""
    slots = (person.slots.award(index) for index in range(len(person.resume.awards)))
    award = next((slot for slot in slots if slot and slot.place not in told), None)
    if award is None:
        return None
    text = award.variants[0].text
    named = re.search(
        r"\b(?:medal|award|prize|commendation|fellowship|scholarship|trophy|cup|patent)\b",
        text,
        re.IGNORECASE,
    )
    plain = named and not re.match(r"\d|(?:[^,]*,|finalist|winner|runner)", text, re.IGNORECASE)
    return (
        Draft("close")
        .say("Recognition includes")
        .say("the" if plain and not text.lower().startswith("the ") else "")
        .tell(award)
        .finish()
    )


def _as_person(
    draft: Draft, person: Slot, held: Sequence[Slot], languages: Sequence[Slot], speaker: Speaker
) -> SentencePlan:
    """ "A QEI inspector who holds a BSc and speaks Welsh"."""
    noun = person.variants[0].text
    if speaker.voice == "implied":
        draft.say(article(noun).capitalize()).tell(person)
    else:
        be = "am" if speaker.voice == "first" else "is"
        draft.say(f"{speaker.subject(introduced=True)} {be} {article(noun)}").tell(person)
    if held:
        draft.say("with").join([(slot, _noun(slot)) for slot in held])
    if languages:
        link = ", and" if speaker.voice != "implied" else (", who" if held else "who")
        draft.say(f"{link} {speaker.verb('speaks', 'speak')}")
        draft.join([(slot, slot.variants[0]) for slot in languages])
    return draft.finish()


def _ending(draft: Draft, languages: Sequence[Slot], studying: Slot | None, speaker: Speaker) -> SentencePlan:
    if studying:
        draft.say(f", and {_be(speaker)}".rstrip()).tell(studying)
    elif languages:
        draft.say(f", and {speaker.verb('speaks', 'speak')}")
        draft.join([(slot, slot.variants[0]) for slot in languages])
    return draft.finish()


def _be(speaker: Speaker) -> str:
    return {"implied": "is", "first": "am", "third": "is"}[speaker.voice]


def _noun(slot: Slot) -> Variant:
    return slot.variant("noun phrase", "phrase") or slot.variants[0]


def _credentials(person: Person, told: Collection[str]) -> tuple[list[Slot], list[Slot]]:
    """What the person is by credential, and what is held."""
    slots = [
        slot for index in range(len(person.resume.credentials)) if (slot := person.slots.credential(index))
    ]
    left = [slot for slot in slots if slot.place not in told]
    people = [slot for slot in left if slot.variants[0].form == "person"]
    held = [slot for slot in left if slot.variant("noun phrase")]
    return people, sorted(held, key=lambda slot: _COURSE.search(slot.variants[-1].text) is not None)


def _passive(person: Person, told: Collection[str]) -> Slot | None:
    """ "Called to the Bar of Ontario"."""
    slots = (person.slots.credential(index) for index in range(len(person.resume.credentials)))
    return next((one for one in slots if one and one.place not in told and one.variant("participle")), None)


def highest_degree(person: Person, told: Collection[str]) -> Slot | None:
    """The degree worth telling: the highest, of equals the first named."""
    found = [
        slot
        for index in range(len(person.resume.education))
        if (slot := person.slots.degree(index)) and slot.place not in told
    ]
    found = [slot for slot in found if not _SCHOOL.search(slot.variants[-1].text)] or found
    return min(found, key=_rank, default=None)


def _rank(slot: Slot) -> int:
    text = slot.variants[-1].text.lower() + " "
    return next((rank for rank, words in enumerate(_DEGREES) if any(f" {word}" in text for word in words)), 9)


def _languages(person: Person, told: Collection[str]) -> list[Slot]:
    """Two languages or more, four at most; one alone says nothing."""
    found = [slot for index in range(len(person.resume.languages)) if (slot := person.slots.language(index))]
    left = [slot for slot in found if slot.place not in told]
    return left[:4] if len(left) > 1 else []
