"""The ending: the strongest things not yet told, in one sentence that is no list; in two where it tells a lot."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from functions.summarize.language.surface import article
from functions.summarize.planning.credentials import Weight, titles_of, weight
from functions.summarize.planning.degrees import highest_degree, running_degree
from functions.summarize.planning.draft import Draft, Speaker
from functions.summarize.planning.person import Person
from functions.summarize.planning.qualifications import says_attended
from functions.summarize.planning.records import SentencePlan, Slot, Variant
from functions.summarize.planning.seeking import sought
from functions.summarize.planning.strengths import Strength, says_more
from functions.summarize.planning.vocabulary import vocabulary

_MOST_CREDENTIALS, _MOST_TO_SPARE, _MOST_LANGUAGES = 2, 3, 4
_GRANT = re.compile(r"\b(?:grants?|scholarships?|bursar\w+|stipends?)\b", re.IGNORECASE)
"""Money given for a purpose, which nobody earns like a prize."""
_NAMED = re.compile(r"\bof the (?:week|month|quarter|season|year)\b", re.IGNORECASE)
"""A distinction that somebody is named, and is for a time."""
_MANY = 3
"""Languages that say more than a degree beside a credential, and words of a noun that no "and" follows at once."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the ending may tell, each empty or None where it is not told."""

    award: Slot | None
    people: list[Slot]
    things: list[Slot]
    degree: Slot | None
    running: Slot | None
    languages: list[Slot]
    sought: Slot | None
    strengths: list[Strength]

    @property
    def papers(self) -> list[Slot]:
        """What "holds" goes with: credentials and the degree."""
        held = [slot for slot in self.things if not (_is_exam(slot) or _is_attended(slot))]
        return [*held, self.degree] if self.degree else held


@dataclass(frozen=True, slots=True)
class _Clause:
    """What is said with one verb of ours: "holds" and what is held. The verb as it follows "she", and "I"."""

    third: str
    first: str
    told: tuple[tuple[Slot, Variant], ...]

    def verb(self, speaker: Speaker) -> str:
        return speaker.verb(self.third, self.first)


@dataclass(frozen=True, slots=True)
class Ending:
    """What an ending may tell: of how many kinds, whether a prize, and whether the post that is sought.

    `strengths` are skills that it may tell beside something else. They are given where the text is short without them;
    two credentials then stand beside the degree, and where there is room to `spare` three, courses among them.
    `parted` says whether a chain of clauses may be two sentences.
    """

    kinds: int
    award: bool = True
    seeks: bool = False
    strengths: tuple[Strength, ...] | None = None
    spare: bool = False
    parted: bool = True


def closing(
    person: Person, speaker: Speaker, told: Collection[str], ending: Ending, seed: int = 0
) -> tuple[SentencePlan, ...]:
    """The strongest of what is left, of so many kinds: a prize, credentials, the highest degree, languages."""
    told_in = _in_two(_picked(person, told, ending), parted=ending.parted)
    passive = _passive(person, told)
    sentences = (_sentence(parts, passive, speaker, seed) for parts in told_in)
    return tuple(sentence for sentence in sentences if sentence)


def _in_two(parts: _Parts, *, parted: bool) -> tuple[_Parts, ...]:
    """Skills in a sentence with one thing more, or what is spoken, won and sought, where one would be a chain."""
    if not parts.strengths:
        return _parted(parts) if parted else (parts,)
    rest, alone = replace(parts, strengths=[]), _Parts(None, [], [], None, None, [], None, parts.strengths)
    if parts.languages:
        rest, alone = replace(rest, languages=[]), replace(alone, languages=parts.languages)
    elif parts.sought:
        rest, alone = replace(rest, sought=None), replace(alone, sought=parts.sought)
    else:
        rest, alone = replace(rest, award=None), replace(alone, award=parts.award)
    beside = [clause for clause in _further(alone) if not _is_skills(clause)]
    before = bool(rest.people or _papers(rest) or list(_further(rest)))
    return (rest, alone) if parts.strengths and beside and before else (parts,)


def _parted(parts: _Parts) -> tuple[_Parts, ...]:
    """What is held or studied apart from what is spoken, won and sought, where together they are a chain."""
    first = replace(parts, languages=[], award=None, sought=None)
    second = _Parts(None, [], [], None, None, parts.languages, parts.sought, [])
    second = replace(second, award=parts.award)
    before, behind = [_papers(first), *_further(first)], list(_further(second))
    clauses = [clause for clause in (*before, *behind) if clause]
    words = sum(len(variant.text.split()) for clause in clauses for _, variant in clause.told)
    chained = len(clauses) > _CHAIN or (len(clauses) == _CHAIN and words > _CHAIN_WORDS)
    return (first, second) if chained and behind and any(before) else (parts,)


_CHAIN, _CHAIN_WORDS = 3, 20
"""Clauses of an ending that are a chain in one sentence, those that are one where they are long, and what long is."""


def _sentence(parts: _Parts, passive: Slot | None, speaker: Speaker, seed: int) -> SentencePlan | None:
    draft = Draft("close")
    papers, rest = _papers(parts), list(_further(parts))
    if passive and speaker.voice == "implied" and parts.papers:
        draft.tell(passive).say(", with").join([(slot, _noun(slot)) for slot in parts.papers])
        return _going_on(draft, rest[: 1 + bool(parts.strengths)], speaker, ", and")
    if parts.people:
        return _as_person(draft, parts.people[0], parts.papers, rest, speaker)
    clauses = [clause for clause in (papers, *rest) if clause]
    if all(map(_is_skills, clauses)):  # a bare list
        return None
    if seed % 2 == 1 and parts.papers and parts.languages and not parts.running:
        clauses.sort(key=lambda clause: clause.third != "speaks")
    return _in_clauses(draft, clauses, speaker) if clauses else None


def _picked(person: Person, told: Collection[str], ending: Ending) -> _Parts:
    """As many kinds as are told: what decides a hire first, then by how often careful writers tell each."""
    people, things = _credentials(person, told)
    degree, running = highest_degree(person, told), running_degree(person, told)
    languages, prize = _languages(person, told), _prize(person, told) if ending.award else None
    weights = {slot.place: _weight(slot, person) for slot in (*people, *things)}
    strong = [slot for slot in things if weights[slot.place] <= Weight.OTHER]
    strong = strong or [slot for slot in things if weights[slot.place] == Weight.ASKED]
    if ending.spare and not (degree or running):
        things = [slot for slot in things if weights[slot.place] < Weight.WEAK]
    elif strong or people or degree or running or prize:
        things = strong
    deciding = [slot for slot in (*people, *things) if weights[slot.place] <= Weight.DECIDES]
    order = ["credentials", "award"] if deciding else ["award", "credentials"]
    order += ["degree", "languages"]
    if not prize and (people or things) and len(languages) >= _MANY:
        order = ["award", "credentials", "languages", "degree"]
    there = {
        "award": prize, "credentials": people or things, "degree": degree or running, "languages": languages,
    }  # fmt: skip
    kept = [name for name in order if there[name]][: ending.kinds]
    both = len(deciding) > 1 and all(
        weights[one.place] == Weight.DECIDES_THE_TRADE for one in things[:_MOST_CREDENTIALS]
    )
    full = ending.strengths is not None and len({_noun(one).text.split()[-1] for one in things[:2]}) > 1
    most = _MOST_CREDENTIALS - bool(people) - (len(kept) > 1 and not people and not both and not full)
    most = _MOST_TO_SPARE - bool(people) if ending.spare else most
    parts = _Parts(
        prize if "award" in kept else None,
        people if "credentials" in kept else [],
        things[: max(1 - bool(people), most)] if "credentials" in kept else [],
        degree if "degree" in kept else None,
        running if "degree" in kept else None,
        languages if "languages" in kept else [],
        sought(person.resume) if ending.seeks else None,
        [],
    )
    said = " ".join(slot.variants[0].text for slot in (*parts.people, *parts.papers))
    return replace(parts, strengths=[one for one in ending.strengths or () if says_more(one.name, said)])


def _weight(slot: Slot, person: Person) -> Weight:
    stated = person.resume.credentials[int(slot.place.rsplit(".", 1)[1])].name.value
    weighs = weight(stated, titles_of(person.resume, person.latest))
    return Weight.COURSE if weighs in (Weight.OTHER, Weight.ASKED) and _is_attended(slot) else weighs


def _credentials(person: Person, told: Collection[str]) -> tuple[list[Slot], list[Slot]]:
    """What the person is by credential, and what is held; what decides a hire before anything else."""
    slots = [
        slot for index in range(len(person.resume.credentials)) if (slot := person.slots.credential(index))
    ]
    left = sorted((slot for slot in slots if slot.place not in told), key=lambda slot: _weight(slot, person))
    people = [slot for slot in left if slot.variants[0].form == "person"]
    return people, [slot for slot in left if slot.variant("noun phrase")]


def _prize(person: Person, told: Collection[str]) -> Slot | None:
    """The first prize that can be told."""
    slots = (person.slots.award(index) for index in range(len(person.resume.awards)))
    found = (slot for slot in slots if slot and slot.place not in told)
    return next((slot for slot in found if not _GRANT.search(slot.variants[0].text)), None)


def _passive(person: Person, told: Collection[str]) -> Slot | None:
    """ "Called to the Bar of Ontario"."""
    slots = (person.slots.credential(index) for index in range(len(person.resume.credentials)))
    return next((one for one in slots if one and one.place not in told and one.variant("participle")), None)


def _languages(person: Person, told: Collection[str]) -> list[Slot]:
    """Two languages or more, four at most, a low level before none that is spoken well; one alone says nothing."""
    found = [slot for index in range(len(person.resume.languages)) if (slot := person.slots.language(index))]
    left = [slot for slot in found if slot.place not in told]
    best = sorted(left, key=lambda slot: _is_limited(slot.variants[0].text))[:_MOST_LANGUAGES]
    return [slot for slot in left if slot in best] if len(left) > 1 else []


def _is_limited(told: str) -> bool:
    """Whether a language is told with a level: one spoken from birth or fluently is told by its name."""
    return told.endswith(")") or told[:1].islower()


def _papers(parts: _Parts) -> _Clause | None:
    if not parts.papers:
        return None
    return _Clause("holds", "hold", tuple((slot, _noun(slot)) for slot in parts.papers))


def _further(parts: _Parts) -> Iterator[_Clause]:
    """What was attended and passed, is studied, spoken, was won and is sought, each with its verb."""
    courses = tuple((slot, _noun(slot)) for slot in parts.things if _is_attended(slot))
    if courses:
        yield _Clause("completed", "completed", courses)
    exams = tuple((slot, _noun(slot)) for slot in parts.things if _is_exam(slot))
    if exams:
        yield _Clause("passed", "passed", exams)
    if parts.running:
        yield _Clause("is", "am", ((parts.running, _running(parts)),))
    if parts.languages:
        yield _Clause("speaks", "speak", tuple((slot, slot.variants[0]) for slot in parts.languages))
    if parts.award:
        won = parts.award.variants[0]
        named = _NAMED.search(won.text) and not re.match(r"an? ", won.text)
        verb = "was named" if won.form == "person" and named else "was"
        verb = "earned" if won.form == "noun phrase" else verb
        yield _Clause(verb, verb, ((parts.award, won),))
    if parts.sought:
        yield _Clause("seeks", "seek", ((parts.sought, parts.sought.variants[0]),))
    if parts.strengths:
        yield _skilled(parts.strengths)


def _running(parts: _Parts) -> Variant:
    """The course under way; its school is not said again where the degree beside it is from there."""
    told, *shorter = parts.running.variants if parts.running else ()
    school = told.text.partition(" at ")[2]
    again = parts.degree is not None and bool(school) and _noun(parts.degree).text.endswith(f" from {school}")
    return shorter[0] if again and shorter else told


def _skilled(strengths: Sequence[Strength]) -> _Clause:
    """ "Works with Tally and Excel", "is skilled in conveyancing and Tally"."""
    told = tuple((one.slot, one.slot.variants[0]) for one in strengths)
    if all(one.is_tool for one in strengths):
        return _Clause("works with", "work with", told)
    return _Clause("is skilled in", "am skilled in", told)


def _in_clauses(draft: Draft, clauses: Sequence[_Clause], speaker: Speaker) -> SentencePlan:
    """ "Holds a BSc, speaks Welsh and English, and was named Hotelier of the Year"."""
    first, *others = clauses
    bare = first.third == "is" and speaker.voice == "implied"  # "Studying for an MBA"
    draft.say(speaker.subject(introduced=True)).say("" if bare else first.verb(speaker))
    draft.join(list(first.told))
    return _going_on(draft, others, speaker, ", and")


def _as_person(
    draft: Draft, person: Slot, papers: Sequence[Slot], rest: Sequence[_Clause], speaker: Speaker
) -> SentencePlan:
    """ "A QEI inspector who holds a BSc and speaks Welsh"; "A QEI inspector, I hold a BSc" after "I am a ..."."""
    noun = person.variants[0].text
    subject = speaker.subject(introduced=True)
    if subject and not papers:
        draft.say(f"{subject} {speaker.verb('is', 'am')} also {article(noun)}").tell(person)
        return _going_on(draft, rest, speaker, ", and" if len(noun.split()) > _MANY else "and")
    if not subject and not papers and not rest:
        return draft.say(f"Is {article(noun)}").tell(person).finish()
    draft.say(article(noun).capitalize()).tell(person)
    if subject:
        draft.say(f", {subject}")
    if papers:
        verb = speaker.verb("holds", "hold") if subject else "who holds" if rest else "with"
        draft.say(verb).join([(slot, _noun(slot)) for slot in papers])
    return _going_on(draft, rest, speaker, ", and" if papers or subject else "who")


def _going_on(draft: Draft, clauses: Sequence[_Clause], speaker: Speaker, link: str) -> SentencePlan:
    """The clauses behind what is said already: the link before the first of several that follow "who"."""
    for number, clause in enumerate(clauses):
        last = number == len(clauses) - 1
        joint = ", and" if last else ","
        words = f"{link if (number == 0 and ('who' in link or last)) else joint} {clause.verb(speaker)}"
        (draft.end if _is_skills(clause) else draft.say)(words)
        draft.join(list(clause.told))
    return draft.finish()


def _is_skills(clause: _Clause) -> bool:
    return clause.told[0][0].kind == "strength"


def _noun(slot: Slot) -> Variant:
    return slot.variant("noun phrase", "phrase") or slot.variants[0]


def _is_attended(slot: Slot) -> bool:
    """Whether a credential is told as what somebody took part in, and not as a paper."""
    return says_attended(_noun(slot).text)


def _is_exam(slot: Slot) -> bool:
    return vocabulary().exam.search(_noun(slot).text) is not None
