"""The ending: the strongest things not yet told, in one sentence that is no list."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from functions.summarize.language.surface import article
from functions.summarize.planning.draft import Draft, Speaker
from functions.summarize.planning.person import Person
from functions.summarize.planning.records import SentencePlan, Slot, Variant
from functions.summarize.planning.vocabulary import vocabulary

_MOST_CREDENTIALS = 2
_DRIVING = re.compile(
    r"\b(?:driv\w+|licen[cs]e|category|class|code|CPC|minibus|forklift|FLT)\b", re.IGNORECASE
)
_DRIVERS = re.compile(
    r"\b(?:driv\w+|deliver\w+|courier|haul\w+|truck\w*|carer?|home|field|service|warehouse|forklift|farm\w*|garden\w*"
    r"|landscap\w+|install\w+|mechanic|electrician|plumber|builder|paramedic|sales (?!assistant|associate)\w+)\b",
    re.IGNORECASE,
)
"""Trades in which a driving licence is asked for."""
_COURSE = re.compile(
    r"\b(?:courses?|training|workshop|seminar|masterclass|master class|bootcamp|attendance|participation|first aid"
    r"|awareness|basic|induction|DBS|manual handling)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"\b(?:high school|secondary|GCSEs?|10th|12th|A-levels|matric|SSC|SSLC|HSC|HSSC|SEE|KCSE|WAEC|WASSCE|plus two"
    r"|leaving|school certificate|PUC|pre-university|VWO|HAVO|VMBO|NCEA|VCE|HSC|ATAR|CBSE|ICSE|10\+2"
    r"|class (?:X|XII|10|12)|realschule|hauptschule|mittlere reife|bachillerato|preparatoria"
    r"|senior school|basic school|grade 1[0-2]"
    r"|form [3-6]|O[- ]levels?|maturita|matura|abitur|baccalaur[ée]at)\b|(?<!\w)\+2\b",
    re.IGNORECASE,
)
_GRANT = re.compile(r"\b(?:grants?|scholarships?|bursar\w+|stipends?)\b", re.IGNORECASE)
"""Money given for a purpose, which nobody holds like a prize."""
_DEGREES = (
    ("phd", "dphil", "doctor", "edd", "md", "ed.d", "dr."),
    ("mba", "msc", "ma ", "m.", "master", "meng", "med", "llm", "ms "),
    ("bsc", "ba ", "b.", "bachelor", "beng", "bcom", "llb", "bs ", "bed", "grado", "licence"),
    ("hnd", "diploma", "aas", "associate", "btec", "dec", "certificate"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the ending may tell, each empty or None where it is not told."""

    award: Slot | None
    people: list[Slot]
    things: list[Slot]
    degree: Slot | None
    languages: list[Slot]

    @property
    def held(self) -> list[Slot]:
        """What "holds" goes with: credentials, the degree, a prize."""
        degree = [self.degree] if self.degree and self.degree.variant("noun phrase") else []
        prize = [self.award] if self.award and self.award.variants[0].form == "noun phrase" else []
        return [*self.things, *degree, *prize]

    @property
    def studying(self) -> Slot | None:
        """A degree that is under way."""
        return self.degree if self.degree and self.degree.variant("gerund") else None


def closing(
    person: Person, speaker: Speaker, told: Collection[str], *, kinds: int, award: bool = True, seed: int = 0
) -> SentencePlan | None:
    """The strongest of what is left, of so many kinds: a prize, credentials, the highest degree, languages."""
    parts = _picked(person, told, kinds, award=award)
    draft = Draft("close")
    if parts.award and parts.award.variants[0].form != "noun phrase":
        return _as_winner(draft, parts.award, parts, speaker)
    passive = _passive(person, told)
    if passive and speaker.voice == "implied" and parts.held:
        draft.say("").tell(passive).say(", with").join([(slot, _noun(slot)) for slot in parts.held])
        return _ending(draft, parts.languages, None, speaker)
    if parts.people:
        return _as_person(draft, parts.people[0], parts.held, parts.languages, speaker)
    if parts.held:
        return _holding(draft, parts.held, parts.languages, parts.studying, speaker, seed)
    return _without_papers(draft, parts.languages, parts.studying, speaker)


def _picked(person: Person, told: Collection[str], kinds: int, *, award: bool) -> _Parts:
    """As many kinds as are told, by how often careful writers tell each where there are others."""
    people, things = _credentials(person, told)
    degree, languages = highest_degree(person, told), _languages(person, told)
    prize = _prize(person, told) if award else None
    strong = [slot for slot in things if not _is_weak(slot, person)]
    if strong or people or degree or prize:
        things = strong
    order = ["award", "credentials", "degree", "languages"]
    if not prize and (people or things) and len(languages) >= _MANY:
        order = ["award", "credentials", "languages", "degree"]
    there = {"award": prize, "credentials": people or things, "degree": degree, "languages": languages}
    kept = [name for name in order if there[name]][:kinds]
    most = _MOST_CREDENTIALS - bool(people) - (len(kept) > 1 and not people)
    return _Parts(
        prize if "award" in kept else None,
        people if "credentials" in kept else [],
        things[: max(1 - bool(people), most)] if "credentials" in kept else [],
        degree if "degree" in kept else None,
        languages if "languages" in kept else [],
    )


_MANY = 3
"""Languages that say more than a degree beside a credential."""


def _is_weak(slot: Slot, person: Person) -> bool:
    """Whether a credential is one that most people of any trade hold, and not what this trade asks for."""
    text = slot.variants[-1].text
    if _COURSE.search(text):
        return True
    latest = person.latest
    title = person.resume.roles[latest].title if latest is not None else None
    drives = _DRIVING.search(text) and title is not None and _DRIVERS.search(title.value)
    return vocabulary().weak_credential.search(text) is not None and not drives


def _prize(person: Person, told: Collection[str]) -> Slot | None:
    """The first prize that can be told."""
    slots = (person.slots.award(index) for index in range(len(person.resume.awards)))
    found = (slot for slot in slots if slot and slot.place not in told)
    return next((slot for slot in found if not _GRANT.search(slot.variants[0].text)), None)


def _as_winner(draft: Draft, award: Slot, parts: _Parts, speaker: Speaker) -> SentencePlan:
    """ "Hotelier of the Year 2024, with a master's degree, who speaks Arabic and French"."""
    if speaker.voice != "implied":
        draft.say(f"{speaker.subject(introduced=True)} was").tell(award)
        if parts.held:
            draft.say(f", and {speaker.verb('holds', 'hold')}").join(
                [(slot, _noun(slot)) for slot in parts.held]
            )
        return draft.finish()
    draft.tell(award)
    if parts.people:
        noun = parts.people[0].variants[0].text
        draft.say(f"and {article(noun)}").tell(parts.people[0])
    if parts.held:
        draft.say(", with").join([(slot, _noun(slot)) for slot in parts.held])
    if parts.languages:
        draft.say(", who speaks")
        draft.join([(slot, slot.variants[0]) for slot in parts.languages])
    return draft.finish()


def _holding(
    draft: Draft,
    held: Sequence[Slot],
    languages: Sequence[Slot],
    studying: Slot | None,
    speaker: Speaker,
    seed: int,
) -> SentencePlan:
    """What is held and spoken, in one of two orders."""
    papers, spoken = [(slot, _noun(slot)) for slot in held], [(slot, slot.variants[0]) for slot in languages]
    if spoken and not studying and seed % 2 == 1:
        draft.say(speaker.subject(introduced=True)).say(speaker.verb("speaks", "speak")).join(spoken)
        return draft.say(f", and {speaker.verb('holds', 'hold')}").join(papers).finish()
    courses = all(_COURSE.search(slot.variants[-1].text) for slot in held)
    verb = "completed" if courses else speaker.verb("holds", "hold")
    draft.say(speaker.subject(introduced=True)).say(verb).join(papers)
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


def _as_person(
    draft: Draft, person: Slot, held: Sequence[Slot], languages: Sequence[Slot], speaker: Speaker
) -> SentencePlan:
    """ "A QEI inspector who holds a BSc and speaks Welsh"; "A QEI inspector, I hold a BSc" after "I am a ..."."""
    noun = person.variants[0].text
    subject = speaker.subject(introduced=True)
    if subject and not held:
        draft.say(f"{subject} {_be(speaker)} also {article(noun)}").tell(person)
        return _ending(draft, languages, None, speaker, ", and" if len(noun.split()) > _MANY else "and")
    draft.say(article(noun).capitalize()).tell(person)
    if subject:
        draft.say(f", {subject}")
    if held:
        verb = speaker.verb("holds", "hold") if subject else "with"
        draft.say(verb).join([(slot, _noun(slot)) for slot in held])
    return _ending(draft, languages, None, speaker, ", and" if subject else ", who" if held else "who")


def _ending(
    draft: Draft, languages: Sequence[Slot], studying: Slot | None, speaker: Speaker, link: str = ", and"
) -> SentencePlan:
    if studying:
        draft.say(f"{link} {_be(speaker)}".rstrip()).tell(studying)
    elif languages:
        draft.say(f"{link} {speaker.verb('speaks', 'speak')}")
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
    higher = [slot for slot in found if not _SCHOOL.search(slot.variants[-1].text)]
    found = higher if person.latest is not None else higher or found
    return min(found, key=_rank, default=None)


def _rank(slot: Slot) -> int:
    text = slot.variants[-1].text.lower() + " "
    return next((rank for rank, words in enumerate(_DEGREES) if any(f" {word}" in text for word in words)), 9)


def _languages(person: Person, told: Collection[str]) -> list[Slot]:
    """Two languages or more, four at most; one alone says nothing."""
    found = [slot for index in range(len(person.resume.languages)) if (slot := person.slots.language(index))]
    left = [slot for slot in found if slot.place not in told]
    return left[:4] if len(left) > 1 else []
