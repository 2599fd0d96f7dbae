"""Which skills a short text names: those that say most of the trade, and nothing that it says already.

Tools and methods of a trade come first, those that the target or a job's own lines name before the others. No
qualities, no office programs of a trade that takes them for granted, nothing that is known a little.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from functions.summarize.confidence import PROBABLE
from functions.summarize.language.words import fold, stems_in
from functions.summarize.lines.nouns import is_thing
from functions.summarize.parsers.skills.lexicon import Form, load_lexicon
from functions.summarize.planning.credentials import any_of, titles_of
from functions.summarize.planning.draft import Draft
from functions.summarize.planning.person import Person
from functions.summarize.planning.records import SentencePlan, Slot
from functions.summarize.planning.selection import is_name, skills_of
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.resume import Resume, Skill

_TARGET, _IN_LINES = 4.0, 2.0
"""What it adds to a skill that the target, or a line of a job, names it: more than what kind of skill it is."""
_TOOL, _METHOD, _NAME, _PHRASE = 3.0, 2.5, 2.0, 1.0
"""What a skill is worth for what it is: a tool or a method of the lexicon, a name or words that it does not know."""
_GENERAL, _OFFICE = -1.5, -2.5
"""What it loses where people of any trade have it."""
_PLACE = 0.02
"""What each step down the list costs: people begin with what matters."""
_MOST_SKILLS = 60
"""Skills that are looked at: what a target asks for stands first."""
_MOST_WORDS, _MOST_LETTERS, _INITIALS = 4, 30, 4
_ROOT = 5
"""Letters that words of one root share: "welding", "welder"."""
_SMALL = frozenset("and of the for in with to".split())
_MAKERS = frozenset("microsoft google adobe sap oracle amazon aws azure apple siemens autodesk ms".split())
"""Makers of several things that differ."""
_BESIDE, _LIST = 60, 2_000
"""Letters beside a skill that may say how well it is known, and of a list before it, at whose head that may be."""
_ITEM = re.compile(r"[,/)]|\s[-–—]\s")
_CLAUSE = re.compile(r"[;|\n•·\t]|\.\s")
_HEAD = re.compile(
    r"[^:]{0,80}:|"
    r"(?:[\w'’-]+ ){0,6}?(?:of|in|with|on|to|learn(?:ing)?|mit|von|zu|de|en|avec|con|di|del|em|com|met|van)\b|"
    r"[\w'’-]+"
)
"""What stands before a list and holds for all of it: "No knowledge of", "Would like to learn:", "Basic"."""


@dataclass(frozen=True, slots=True)
class Strength:
    """A skill to be told, and whether it is something that one works with."""

    slot: Slot
    is_tool: bool

    @property
    def name(self) -> str:
        """As a sentence spells it."""
        return self.slot.variants[0].text


@dataclass(frozen=True, slots=True)
class _Words:
    """`data/strengths.toml`."""

    soft: re.Pattern[str]
    empty: re.Pattern[str]
    office: re.Pattern[str]
    offices: re.Pattern[str]
    granted: re.Pattern[str]
    engineers: re.Pattern[str]
    below_good: re.Pattern[str]
    tool_labels: re.Pattern[str]


def _first_skills(resume: Resume) -> list[Skill]:
    """Those worth naming among the first, each of which is compared with each other."""
    return skills_of(replace(resume, skills=resume.skills[:_MOST_SKILLS]))


@cache
def _words() -> _Words:
    text = (files("functions.summarize.planning") / "data/strengths.toml").read_text(encoding="utf-8")
    return _Words(**{name: any_of(patterns) for name, patterns in tomllib.loads(text).items()})


def strengths(person: Person, told: str, target: str, *, most: int) -> tuple[Strength, ...]:
    """The strongest skills that a text does not tell yet, tools last; none rather than one that is no tool."""
    titles, asked = titles_of(person.resume, person.latest), _content(target)
    known = {id(skill): index for index, skill in enumerate(person.resume.skills)}
    ranked: list[tuple[float, int, Form | None, Strength]] = []
    for skill in _first_skills(person.resume):
        index, form = known[id(skill)], load_lexicon().lookup(skill.name)
        slot = person.slots.strength(index)
        fits = slot and says_more(skill.name, " ".join((told, *titles)))
        if slot is None or not fits or not is_worth_telling(skill, form, titles, person.resume.text):
            continue
        value = _value(skill, form) - _PLACE * index + (_TARGET if _content(skill.name) <= asked else 0.0)
        ranked.append((-value, index, form, Strength(slot, _is_tool(skill, form))))
    chosen = list(_unlike(sorted(ranked, key=lambda one: one[:2])))[:most]
    alone = len(chosen) == 1 and not chosen[0].is_tool
    return () if alone else tuple(sorted(chosen, key=lambda one: one.is_tool))


def known_skills(resume: Resume, told: str, titles: Sequence[str], *, most: int) -> tuple[Skill, ...]:
    """The same of a resume in another language: what the lexicon or the list it stands in says is a skill.

    Words that no lexicon knows may be a quality there; a name with a figure or an inner capital is none.
    """
    ranked: list[tuple[float, int, Skill]] = []
    for index, skill in enumerate(_first_skills(resume)):
        form = load_lexicon().lookup(skill.name)
        sure = form is not None or _is_labelled(skill) or _CODED.search(skill.name) is not None
        if (
            not sure
            or skill.status is not None
            or skill.confidence < PROBABLE
            or not says_more(skill.name, told)
        ):
            continue
        if is_worth_telling(skill, form, titles, resume.text, english=False):
            ranked.append((_PLACE * index - _value(skill, form), index, skill))
    return tuple(skill for _, _, skill in sorted(ranked, key=lambda one: one[:2]))[:most]


_CODED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]|\d|[A-Z]{2}")


def with_strengths(opened: SentencePlan, told: Sequence[Strength]) -> SentencePlan:
    """An opening with skills behind it: "Clerk with nine years of experience, skilled in minute taking and Excel".

    As it stands where it has a comma already: the skills would be told of what stands behind that.
    """
    if "," in opened.text:
        return opened
    draft = Draft(opened.part, list(opened.slots), list(opened.plain))
    return draft.end(", skilled in").join([(one.slot, one.slot.variants[0]) for one in told]).finish()


def is_worth_telling(
    skill: Skill, form: Form | None, titles: Sequence[str], text: str, *, english: bool = True
) -> bool:
    """Whether a listed skill says something of a trade, and the text around it not that it is known a little."""
    words, name = _words(), skill.name
    if not skill.listed or len(name) > _MOST_LETTERS or len(name.split()) > _MOST_WORDS:
        return False
    if words.soft.fullmatch(name) or words.empty.fullmatch(name) or re.search(r"[(){}:;?!]|\d{4}", name):
        return False
    if form is not None and (form.term.kind in ("credentials", "personal") or _is_misspelled(skill, form)):
        return False
    if _is_granted(name, titles):
        return False
    if vocabulary().place_or_language(name) or _is_below_good(skill, text):
        return False
    return form is not None or not english or _may_be_one(skill)


def _is_granted(name: str, titles: Sequence[str]) -> bool:
    """Whether the trade takes it for granted: office programs outside an office, a spreadsheet of a developer."""
    words = _words()
    in_office, engineer = (any(map(one.search, titles)) for one in (words.offices, words.engineers))
    return bool(
        (words.office.fullmatch(name) and not in_office) or (words.granted.fullmatch(name) and engineer)
    )


def _is_misspelled(skill: Skill, form: Form) -> bool:
    """Whether other letters stand there than those that make a word the name of a tool: "SAFE" is no SAFe."""
    mixed = not (form.spelling.istitle() or form.spelling.isupper() or form.spelling.islower())
    return form.use == "exact" and mixed and all(place.quote != form.spelling for place in skill.evidence)


def _may_be_one(skill: Skill) -> bool:
    """Whether words that no lexicon knows may be a skill: a name, or what one does; initials only among tools."""
    name = skill.name
    if is_name(name):
        return not _is_initials(name) or _is_labelled(skill)
    if " " not in name:
        return name.endswith("ing")
    titled = any(word.istitle() for word in name.split()[1:])  # "Open Housing" may be a name as well as words
    return not titled and " and " not in name and is_thing(name.lower())


def _is_initials(name: str) -> bool:
    return (name.isupper() and len(name) <= _INITIALS) or re.fullmatch(r"[A-Z-]+", name) is not None


def _is_labelled(skill: Skill) -> bool:
    """Whether a skill stands in a list of tools."""
    return skill.group is not None and _words().tool_labels.search(skill.group) is not None


def _is_tool(skill: Skill, form: Form | None) -> bool:
    """Whether one works with it: a tool of the lexicon that is no craft ("TIG welding"), or a name all through."""
    if form is not None:
        return form.term.kind == "tools" and not form.term.name.endswith("ing")
    return is_name(skill.name) and not any(word.islower() for word in skill.name.split())


def _is_below_good(skill: Skill, text: str) -> bool:
    """Whether what stands beside a listed skill, above it or at the head of its list says that it is known a little."""
    beside = [skill.group or ""]
    for place in skill.evidence:
        if place.section == "skills":
            clause = _CLAUSE.split(text[max(0, place.start - _LIST) : place.start])[-1].lstrip(" -–—*")
            head = _HEAD.match(f"{clause}{skill.name}" if clause else "")
            beside.append(head[0] if head else "")
            beside.append(_ITEM.split(clause[-_BESIDE:])[-1])
            beside.append(_after(text[place.end : place.end + _BESIDE]))
    return any(
        _words().below_good.search(one) or vocabulary().slight_level.search(fold(one)) for one in beside
    )


def _after(text: str) -> str:
    """What follows a skill up to the next one; a comma inside brackets parts nothing."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter in "\n•·|;" or (letter == "," and depth <= 0):
            return text[:at]
    return text


def _value(skill: Skill, form: Form | None) -> float:
    """How much a skill says of its trade."""
    if form is None:
        value = _NAME if is_name(skill.name) and not _is_initials(skill.name) else _PHRASE
    else:
        value = _TOOL if form.term.kind == "tools" else _METHOD
        value += _GENERAL if form.term.sector == "general" else 0.0
    value += _OFFICE if _words().office.fullmatch(skill.name) else 0.0
    return value + (_IN_LINES if any(place.section == "experience" for place in skill.evidence) else 0.0)


def says_more(name: str, told: str) -> bool:
    """Whether a skill has a word that a text has not in some form: "pipe welding" of a welder, not "welding"."""
    said = _content(told)
    return any(not any(_of_one_root(one, other) for other in said) for one in _content(name))


def _content(text: str) -> frozenset[str]:
    return stems_in(text) - _SMALL


def _of_one_root(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _ROOT and one[:_ROOT] == other[:_ROOT])


def _unlike(ranked: Sequence[tuple[float, int, Form | None, Strength]]) -> Iterator[Strength]:
    """Without what says the same as a stronger one: a form of the same term, "Tally ERP 9" beside "Tally Prime"."""
    terms: set[str] = set()
    first: set[str] = set()
    for _, _, form, one in ranked:
        begins = fold(one.name).split()[0]
        again = begins in first and begins not in _MAKERS and " " in one.name
        if again or (form is not None and form.term.name in terms):
            continue
        terms |= {form.term.name} if form is not None else set()
        first.add(begins)
        yield one
