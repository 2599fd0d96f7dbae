"""Paragraphs in the languages other than English that resumes are read in: composed the same way, in plain sentences.

The lines are the resume's own, in its words; `data/languages.toml` puts them together. Implied voice only.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from functions.summarize.confidence import is_certain
from functions.summarize.language.phrases import phrases
from functions.summarize.language.surface import listing, tidy
from functions.summarize.planning.courses import subject_of
from functions.summarize.planning.credentials import titles_of
from functions.summarize.planning.degree_levels import is_school, level
from functions.summarize.planning.employers import spoken_employer
from functions.summarize.planning.employment import is_pause, is_pocket_money, is_unpaid
from functions.summarize.planning.person import Person
from functions.summarize.planning.records import Piece, SentencePlan, Slot, SlotKind, Variant
from functions.summarize.planning.strengths import known_skills
from functions.summarize.planning.years import Years
from functions.summarize.resume import Education, Evidence, Fact, Language, Resume, Role, Skill
from functions.summarize.sentences import WORDS, Length, Part
from functions.summarize.text.folding import fold

_LINES: dict[Length, tuple[int, int]] = {"short": (1, 0), "medium": (2, 1), "long": (4, 2)}
"""Lines of the present job and of the one before."""
_PART = re.compile(r"\[([^\]]*)\]")
_FACT = re.compile(r"\{(\w+)\}")
_UNUSABLE = re.compile(r"[<>|{}\[\]\\?]|https?://|www\.|@|\.\s+[A-ZÀ-Ý]")
_MARK = re.compile(r"\s*([:;])(?=\s)")
_TWICE = re.compile(r"\b(?:en|em|in) (?=(?:en|em|in|de|des|du|da|do|dei|di|à|a)\b|d['’])", re.IGNORECASE)
"""The word for "in" before a subject that brings its own."""
_MOST_WORDS = 24
_SKILLS = 5
_LANGUAGES, _LEVEL = 5, 30
"""Languages that are named, and letters of a level that stands beside one."""

Told = tuple[str, tuple[Evidence, ...]]


@cache
def languages() -> dict[str, dict[str, Any]]:
    """How each language puts a paragraph together, by ISO 639-1."""
    text = (files("functions.summarize.planning") / "data/languages.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def translated(resume: Resume, language: str, length: Length, person: Person) -> Iterator[SentencePlan]:
    """The sentences of a paragraph in a language of `languages`; the skills where there is little else to tell."""
    words = _Words(languages()[language])
    told = list(_career(resume, words, length, person))
    text = " ".join(sentence.text for sentence in told)
    yield from told
    if not told:
        yield from _skills([one for one in resume.skills if one.status is None], language, words, small=True)
    elif len(text.split()) < WORDS[length][0]:
        known = known_skills(resume, text, titles_of(resume, person.latest), most=_SKILLS)
        yield from _skills(known, language, words, small=False)


def _career(resume: Resume, words: "_Words", length: Length, person: Person) -> Iterator[SentencePlan]:
    first, back = _LINES[length]
    latest = person.latest
    role = resume.roles[latest] if latest is not None else None
    opened = list(_opening(resume, role, person, words))
    yield from opened
    lines = sorted(_lines(role, first, words) if role else [], key=_kind)
    joined, what = words.joined(lines), words.kinds_of(lines)
    yield from words.sentence("present", "present", lines=joined, what=(what, ()))
    before = (
        next(
            (
                one
                for index, one in enumerate(resume.roles)
                if index > latest and not (_goes_on(one) or is_unpaid(resume, index) or is_pocket_money(one))
            ),
            None,
        )
        if latest is not None
        else None
    )
    if back and before is not None:
        told = words.joined(_lines(before, back, words))
        title, house = words.small(_title(before)), words.house(_employer(before, words))
        if (title or house) and (opened or joined):
            yield from words.sentence("earlier", "earlier", title=title, house=house, lines=told)
        elif title or house:
            yield from words.sentence("opening", "was", title=title, house=house)
    if length != "short":
        yield from _close(resume, words, latest)


class _Words:
    """The phrases of one language."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table

    def sentence(self, part: Part, phrase: str, **facts: Told | None) -> Iterator[SentencePlan]:
        """A sentence of the facts that there are; none where the phrase, or a fact that it needs, is missing."""
        if phrase not in self.table:
            return
        stated = {name: fact for name, fact in facts.items() if fact is not None and fact[0]}
        text = self.filled(self.table[phrase], {name: fact[0] for name, fact in stated.items()})
        if text is not None:
            yield self.plan(part, text, stated)

    def plan(self, part: Part, text: str, facts: dict[str, Told]) -> SentencePlan:
        """A sentence with the facts that it tells."""
        kinds: dict[str, SlotKind] = {
            "title": "title",
            "years": "years",
            "house": "employer",
            "lines": "result",
        }
        slots = tuple(
            Slot(kinds.get(name, "credential"), f"{part}.{name}", (Variant(told, "phrase", evidence),))
            for name, (told, evidence) in facts.items()
            if evidence or name != "what"
        )
        evidence = tuple(sorted({place for _, places in facts.values() for place in places}))
        marked = _MARK.sub(rf"{self.table['before_mark']}\1", tidy(text))
        marked = re.sub(r"(?<=\d)%", f"{self.table['percent']}%", marked)
        return SentencePlan(part, slots, (Piece(text),), marked, evidence)

    def filled(self, phrase: str, texts: dict[str, str]) -> str | None:
        """The phrase with its facts; None where one outside square brackets is missing."""
        kept = _PART.sub(lambda part: part[1] if set(_FACT.findall(part[1])) <= set(texts) else "", phrase)
        if not set(_FACT.findall(kept)) <= set(texts):
            return None
        return _FACT.sub(lambda fact: texts[fact[1]], kept)

    def joined(self, facts: Sequence[Told], *, small: bool = True) -> Told | None:
        """Several facts as one list."""
        if not facts:
            return None
        evidence = tuple(place for _, places in facts for place in places)
        texts = [self.inside(text) if small else text for text, _ in facts]
        heavy = any("," in text or f" {self.table['and']} " in text for text in texts)
        return ("; ".join(texts) if heavy else listing(texts, self._and(texts[-1]))), evidence

    def kinds_of(self, lines: Sequence[Told]) -> str:
        """What lines are called, each kind once in their order: "Aufgaben und Ergebnisse"."""
        found = list(dict.fromkeys(self.table["kinds"][_kind(line)] for line in lines))
        return listing([found[0], *map(self.inside, found[1:])], str(self.table["and"])) if found else ""

    def _and(self, following: str) -> str:
        """ "y" or "e": the word for "and" before this one."""
        other, begins = self.table["and_before"]
        return str(other) if re.match(begins, following, re.IGNORECASE) else str(self.table["and"])

    def house(self, employer: Told | None) -> Told | None:
        """The employer with the word for "at" that its name takes: "chez Valdora", "au Centre hospitalier du Bocq"."""
        if employer is None:
            return None
        name, evidence = employer
        fits = (at for begins, at in self.table["houses"] if re.match(begins, name, re.IGNORECASE))
        return next(fits, self.table["house"]).format(employer=name), evidence

    def here(self, house: Told | None, when: Literal["now", "last"]) -> Told | None:
        """Where one works now, or worked last: "derzeit bei Valdora"."""
        return (self.table[when].format(house=house[0]), house[1]) if house else None

    def small(self, fact: Told | None) -> Told | None:
        """A fact as it stands inside a sentence."""
        return (self.inside(fact[0]), fact[1]) if fact else None

    def inside(self, text: str) -> str:
        """A line as it stands inside a sentence."""
        first, *others = text.split(" ")
        named = any(word.istitle() for word in others[:1])  # "Registered Nurse" in a Portuguese text
        return text[:1].lower() + text[1:] if self.table["small"] and first.istitle() and not named else text

    def years(self, years: Years) -> Told:
        """ "mehr als neun Jahren", from "more than nine years"."""
        first, _, _ = years.phrase.partition(" ")
        kind = _MANNERS.get(first, "over" if years.months % 12 else "")
        count = (years.least if first in ("more", "at") else years.months + _UP.get(first, 0)) // 12
        numbers = self.table["numbers"].split()
        number = numbers[count - 2] if 2 <= count <= len(numbers) + 1 else str(count)
        stretch = self.table["year"] if count == 1 else self.table["years"].format(n=number)
        return (self.table[kind].format(years=stretch) if kind else stretch), years.evidence


_MANNERS = {"nearly": "nearly", "around": "around", "at": "least", "more": "over", "just": "over"}
"""How years are meant, by how they begin in English."""
_UP = {"nearly": 11, "around": 6}
"""Months by which they are rounded up."""


def _opening(resume: Resume, role: Role | None, person: Person, words: _Words) -> Iterator[SentencePlan]:
    title = (_title(role) if role else None) or _stated(resume.headline)
    years = words.years(person.career) if person.career else None
    house = words.house(_employer(role, words)) if role else None
    if house and years is None and person.stay and person.is_current:
        yield from words.sentence(
            "opening", "opening_here", title=title, years=words.years(person.stay), house=house
        )
    elif title:
        here = (
            words.here(house, "now" if person.is_current else "last")
            if person.is_current or person.has_ended
            else house
        )
        yield from words.sentence("opening", "opening", title=title, years=years, house=here)
    else:
        yield from words.sentence("opening", "bare", years=years)


def _close(resume: Resume, words: _Words, latest: int | None) -> Iterator[SentencePlan]:
    """The degree, what is held and the languages, each in a sentence of its own."""
    for phrase, told in (
        ("study", _study(resume)),
        ("holds", _credentials(resume, words, titles_of(resume, latest))),
        ("speaks", _spoken(resume, words)),
    ):
        stated = {name: fact for name, fact in told.items() if fact}
        text = words.filled(words.table[phrase], {name: fact[0] for name, fact in stated.items()})
        if text:
            yield words.plan("close", _TWICE.sub("", text), stated)


def _skills(skills: Sequence[Skill], language: str, words: _Words, *, small: bool) -> Iterator[SentencePlan]:
    named = words.joined([(skill.name, skill.evidence) for skill in skills[:_SKILLS]], small=small)
    if named is not None:
        text = phrases()[language]["skills"].format(skill=named[0])
        yield words.plan("close", text, {"skills": named})


def _study(resume: Resume) -> dict[str, Told | None]:
    courses = [one for one in resume.education if one.degree and one.status is None]
    told = [one for one in courses if _stated(one.degree) and _says_of_what(one)]
    higher = [one for one in told if not is_school(one)]
    course = min(higher or ([] if resume.roles else told), key=level, default=None)
    if course is None:
        return {}
    field = subject_of(course)
    return {
        "degree": _stated(course.degree),
        "field": (field.value, field.evidence) if field else None,
        "institution": _stated(course.institution),
    }


def _says_of_what(course: Education) -> bool:
    """Whether a course tells more than that it was one: "Ausbildung" alone says nothing."""
    bare = fold(course.degree.value if course.degree else "") in _BARE_COURSES
    return not bare or subject_of(course) is not None


_BARE_COURSES = frozenset(
    "ausbildung lehre studium abschluss formation diplome etudes formacion estudios diploma titulo formazione studi"
    " formacao estudos opleiding studie".split()
)


def _credentials(resume: Resume, words: _Words, titles: tuple[str, ...]) -> dict[str, Told | None]:
    """What decides first; what people of any trade hold only where there is nothing else, or in the trade that asks."""
    held = [told for one in resume.credentials if one.status is None and (told := _stated(one.name))]
    weak, deciding, drivers = (
        re.compile(rf"\b(?:{words.table[name]})", re.IGNORECASE) for name in ("weak", "decides", "drivers")
    )
    if any(map(drivers.search, titles)):
        deciding = re.compile(f"{deciding.pattern}|{weak.pattern}", re.IGNORECASE)
    held.sort(key=lambda one: deciding.search(one[0]) is None)
    strong = [one for one in held if deciding.search(one[0]) or not weak.search(one[0])]
    return {"credentials": words.joined(strong[:3] or held[:2], small=False)}


def _spoken(resume: Resume, words: _Words) -> dict[str, Told | None]:
    """Every language, with the level that the resume states; one alone says nothing."""
    named = [told for one in resume.languages if (told := _language(one))]
    return {"languages": words.joined(named[:_LANGUAGES], small=False) if len(named) > 1 else None}


_NONE = re.compile(r"\b(?:keine?|none|no|aucune?|ningun[ao]?|nessuna?|nenhuma?|geen)\b")
"""A level that says that there is none."""


def _language(language: Language) -> Told | None:
    told = _stated(language.name)
    level = _stated(language.fluency)
    if level is not None and _NONE.search(fold(level[0])):
        return None
    if told is None or level is None or len(level[0]) > _LEVEL:
        return told if language.fluency is None else None
    return f"{_calm(told[0])} ({_small(level[0].strip(' .'))})", (*told[1], *level[1])


def _calm(text: str) -> str:
    """A word in capitals in small letters, codes as they are: "NÁHUATL (HABLADO)", "B2"."""
    return text.capitalize() if text.isupper() and len(text) > _CODE and text.isalpha() else text


def _small(level: str) -> str:
    """A level inside its bracket: "HABLADO" is a word, "B2" a code."""
    calm = _calm(level)
    return calm if calm == level else calm.lower()


_CODE = 3
"""Letters of a word in capitals that may be a code."""


_RESULT = re.compile(
    r"\d ?%|→|->|\+\d|[−–]\d+ ?%"
    r"|\b(?:von|de|da|van|du|dal|passée?s? de) \S*\d\S*(?: \S+)? (?:auf|à|a|naar|bis|para) \S*\d"
)
"""What came of the work, in any language: a share, a change, a difference."""


def _lines(role: Role, most: int, words: _Words) -> list[Told]:
    """The first lines that can stand in a sentence, those with figures before the others; no terms of employment."""
    writer = re.compile(
        rf"\b(?:{words.table['writer']})\b|^\W*(?:\d+ \w+, )?(?:{words.table['terms']})(?!\w)", re.IGNORECASE
    )
    told = [
        _trimmed(line)
        for line in role.bullets
        if is_certain(line)
        and not is_pause(line.value)
        and not _UNUSABLE.search(line.value)
        and not writer.search(line.value)
    ]
    fit = [one for one in told if 1 < len(one[0].split()) <= _MOST_WORDS]
    return sorted(fit, key=lambda one: re.search(r"\d", one[0]) is None)[:most]


_SHOUTED = re.compile(r"^[A-ZÀ-Ý ]{4,}:\s+")
"""A label before a line: "ACTIVIDADES: "."""


def _trimmed(line: Fact[str]) -> Told:
    return _SHOUTED.sub("", line.value.strip(" .;–-•")), line.evidence


def _kind(line: Told) -> int:
    """How big the job is, what is done, or what came of it, as `kinds` of the language call them."""
    counted = _COUNTED.match(line[0]) is not None and not _CHANGED.search(line[0])
    return 0 if counted else 2 if _RESULT.search(line[0]) else 1


_COUNTED = re.compile(r"\W*\d[\d.,]*(?: (?:à|a|bis|-|–) \d+)? ?[^\W\d]{2}")
_CHANGED = re.compile(r"\d ?%|→|->|passée?s? de")


def _goes_on(role: Role) -> bool:
    """Whether a job is held still, beside the latest one: it was not before it."""
    return role.period is not None and role.period.value.current


def _title(role: Role) -> Told | None:
    told = _stated(role.title)
    return (re.sub(r"\s*\([^)]*\)", "", told[0]), told[1]) if told else None


_LEGAL_FIRST = re.compile(r"^(?:SAS|SARL|SA|EURL|SASU|SCOP|ETS|Ets)\.?\s+(?!Institute|Airlines)(?=\w)")
"""A legal form before the name, as French firms write it."""


def _employer(role: Role, words: _Words) -> Told | None:
    """The employer's name; none that speaks of the writer: "Malergeschäft meines Mannes"."""
    name = spoken_employer(role.employer.value) if role.employer and is_certain(role.employer) else None
    if name is None or role.employer is None or re.search(rf"(?<=\s)(?:{words.table['writer']})\b", name):
        return None
    return _LEGAL_FIRST.sub("", name), role.employer.evidence


def _stated(fact: Fact[str] | None) -> Told | None:
    return (fact.value, fact.evidence) if fact is not None and is_certain(fact) else None
