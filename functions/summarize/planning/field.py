"""The field: what the opening says the person works in. None rather than a wrong one.

In this order: what the headline or the title names beside the occupation, what the profile says of itself, the
sectors that the counted roles show (`data/sectors.toml`, never from an employer's name alone unless the name says
what kind of place it is and the line of work fits), the line of work of the titles.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from functions.summarize.confidence import is_certain
from functions.summarize.language.cliches import cliches_in
from functions.summarize.language.surface import article, common_words, listing, running_case
from functions.summarize.language.words import stems_in
from functions.summarize.lines.lexicon import noun_kinds
from functions.summarize.planning.employers import spoken_employer
from functions.summarize.planning.families import Family, family_of, is_shared
from functions.summarize.planning.titles import read_title
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.resume import Evidence, Fact, Resume, Role

_SEGMENT = re.compile(r"\s*[|;·•]\s*|\s+[-–—]\s+|,\s+")
_ACRONYMS = re.compile(r"^(?:[A-Z][A-Z0-9.+-]*[a-z]?[\s,/&]+)+$")
_PROFILE = re.compile(
    r"\b(?:speciali[sz](?:ing|ed|es?) in|(?:experience|background|expertise|career) in|focus(?:ed|ing)? on)\s+"
    r"(?P<what>(?:[\w&/'’-]+, )*(?:[\w&/'’-]+\s+){0,4}?[\w&/'’-]+)"
    r"(?=[.,;:]|\s+(?:with|and a|who|where|at|for|looking|seeking|to|in)\b|$)",
    re.IGNORECASE,
)
_MORE_OF_A_LIST = re.compile(
    r",\s(?!(?:and )?(?:with|who|where|while|now|currently|including|looking|seeking|I)\b)"
    r"[^.;:,\n]+(?:,[^.;:,\n]+)*?,?\s(?:and|&|/)\s(?!(?:I|am|is|have|has|can|a|an|the|my|now|currently|looking|seeking)\b)",
    re.IGNORECASE,
)
"""How a list goes on of which the first thing alone would say too little: "press tool, fixtures and new products"."""
_NO_FIELD = re.compile(
    r"\b(?:I|my|we|customer|people|fast|environment|challenging|position|role|company|various|several|different|all"
    r"|open to|looking|seeking|available|freelance|remote|relocat\w+|since|until|from|years?|yrs?|phase)\b",
    re.IGNORECASE,
)
_AND = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_BRACKET = re.compile(r"\(([^()]+)\)")
_PERSON = re.compile(
    r"(?:\w{3,}(?:er|ist|ian|or)|lead|founder|owner|graduate|student|fresher|clearance|veteran|chef|head|fellow)s?$",
    re.IGNORECASE,
)
_QUALITY = re.compile(
    r"(?:independent|regional|national|international|commercial|residential|private|public|general|internal|external"
    r"|corporate|global|local|mobile|senior|junior|operational|technical)$",
    re.IGNORECASE,
)
"""A quality is no field: "pharmacy technician (independent)"."""
_COUNTED = re.compile(
    r"\b(?:department|unit|team|ward|office|clinic|centre|center|division|laboratory|hospital|school)$"
)
_MOST_WORDS = 5
_MOST_SECTORS = 2


@dataclass(frozen=True, slots=True)
class FieldOfWork:
    """What the person works in, as it follows "in", and the places that show it."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Sector:
    name: str
    kind: re.Pattern[str]
    words: re.Pattern[str]


def field_of(resume: Resume, roles: Sequence[int], of: Sequence[int] | None = None) -> FieldOfWork | None:
    """The field of the roles counted, latest first; it must hold for each of the roles `of`, all where not given."""
    title = resume.roles[roles[0]].title if roles else resume.headline
    said = title.value if title else ""
    told = [resume.roles[index] for index in (roles if of is None else of)]
    for found in _named(resume, roles):  # what is written above a career is at least of the present job
        if _COUNTED.search(found.text) and len({role.employer and role.employer.value for role in told}) > 1:
            continue  # one place, of several
        if _adds(found.text, said) and all(_shows(role, found.text) for role in told[1:]):
            return found
    for found in (*_profile(resume), *_asides(resume, roles)):
        parts = _AND.split(found.text)
        known = all(any(_shows(role, part) for role in resume.roles) for part in parts)
        if known and _adds(found.text, said) and all(_shows(role, found.text) for role in told):
            return found
    return _sectors_of(resume, roles, said, told) or _line_of_work(resume, roles, said)


def _shows(role: Role, field: str) -> bool:
    """Whether a role says something of a field: years told of it must all be of it."""
    stated = " ".join(fact.value for fact in (role.title, role.employer, *role.bullets) if fact)
    named = (one.name for one in _sectors() if stems_in(one.name) <= stems_in(field))
    return not stems_in(field).isdisjoint(stems_in(stated)) or any(_hints(role, name) for name in named)


def shows_field(role: Role, field: str) -> bool:
    """Whether the title, the team or the employer of a role says something of a field, or its lines do of a sector."""
    stated = " ".join(fact.value for fact in (role.title, role.employer, role.note) if fact)
    named = (one.name for one in _sectors() if stems_in(one.name) <= stems_in(field))
    own = stems_in(field) - _GENERAL
    return not own.isdisjoint(stems_in(stated)) or any(_hints(role, name) for name in named)


_GENERAL = stems_in(
    "management work service services development administration support operations the public sector"
)
"""Words of fields that are in many others, too."""


def _asides(resume: Resume, roles: Sequence[int]) -> Iterator[FieldOfWork]:
    """What stands in brackets behind the latest employer and is no place: "Vltavasoft (dental imaging)"."""
    house = resume.roles[roles[0]].employer if roles else None
    if house and is_certain(house):
        for part in _BRACKET.findall(house.value):
            if part == part.lower() and _is_field(part):
                yield FieldOfWork(part, _within(house, part))


def _named(resume: Resume, roles: Sequence[int]) -> Iterator[FieldOfWork]:
    """What stands beside the occupation in the headline and in the title."""
    if resume.headline and is_certain(resume.headline):
        first, *others = _SEGMENT.split(resume.headline.value)
        titles = [role.title.value for role in resume.roles if role.title]
        is_title = any(stems_in(first) & stems_in(title) for title in titles)
        yield from _segments(resume.headline, others if is_title or not others else [first, *others])
    title = resume.roles[roles[0]].title if roles else None
    cleaned = read_title(title.value) if title and is_certain(title) else None
    if title and cleaned:
        yield from _segments(title, cleaned.tails)


def _segments(fact: Fact[str], parts: Sequence[str]) -> Iterator[FieldOfWork]:
    for part in parts:
        text = part.strip(" .()")
        if _is_field(text):
            yield FieldOfWork(_running(text), _within(fact, text))


def _is_field(text: str) -> bool:
    words = vocabulary()
    return (
        0 < len(text.split()) <= _MOST_WORDS
        and len(text) > 2
        and not _ACRONYMS.match(text + " ")
        and not re.search(r"[\d!?@:()+>]|\b(?:on|at|by|via|per)\b", text)
        and family_of(text) is None
        and _is_english(text)
        and not _is_adjective(text)
        and not _QUALITY.match(text)
        and not _PERSON.search(text)
        and not words.person.search(text)
        and not words.employment.match(text)
        and not words.place_or_language(text)
        and not _NO_FIELD.search(text)
        and not text.endswith("ed")
        and not cliches_in(text)
    )


def _is_adjective(text: str) -> bool:
    """ "Marine", "digital": one word that says of what kind something is, and names no field."""
    return "A" in noun_kinds().get(text.lower(), "") and text.lower() not in vocabulary().fields_of_one_word


def _is_english(text: str) -> bool:
    """Whether every longer word is a common English one, or an acronym beside one."""
    words = re.findall(r"[^\W\d_]+", text)
    common = [word for word in words if word.lower() in common_words()]
    return bool(common) and all(word in common or word.isupper() or len(word) < 4 for word in words)


def _profile(resume: Resume) -> Iterator[FieldOfWork]:
    if resume.summary and is_certain(resume.summary):
        for found in _PROFILE.finditer(resume.summary.value):
            cut = _MORE_OF_A_LIST.match(resume.summary.value, found.end())
            if _is_field(found["what"]) and not cut:
                yield FieldOfWork(_running(found["what"]), _within(resume.summary, found["what"]))


def _sectors_of(resume: Resume, roles: Sequence[int], said: str, told: Sequence[Role]) -> FieldOfWork | None:
    """The sectors that the roles show, each role the one it shows most, joined; none that a role knows nothing of."""
    names: dict[str, list[Evidence]] = {}
    for index in roles[:3]:
        found = _sector(resume.roles[index])
        if found is None and index == roles[0]:
            return None
        if found and (found[0] in names or len(names) < _MOST_SECTORS):
            names.setdefault(found[0], []).extend(found[1])
    names = {name: places for name, places in names.items() if _adds(name, said)}
    if not names or not all(any(_hints(role, name) for name in names) for role in told):
        return None
    evidence = tuple(dict.fromkeys(place for places in names.values() for place in places))
    return FieldOfWork(listing(list(names)), evidence)


def _hints(role: Role, name: str) -> bool:
    """Whether anything of a role, its employer's name included, is of a sector."""
    sector = next(one for one in _sectors() if one.name == name)
    house = spoken_employer(role.employer.value) if role.employer else None
    stated = [fact.value for fact in (role.title, role.employer, *role.bullets) if fact]
    return any(map(sector.words.search, stated)) or (
        house is not None and sector.kind.search(house) is not None
    )


def _sector(role: Role) -> tuple[str, list[Evidence]] | None:
    """The sector with most places: three lines, or one beside a title or a name that says what kind of place it is."""
    best: tuple[float, str, list[Evidence]] | None = None
    house = spoken_employer(role.employer.value) if role.employer and is_certain(role.employer) else None
    stated = [fact for fact in (role.title, *role.bullets) if fact and is_certain(fact)]
    for sector in _sectors():
        shown = [fact for fact in stated if sector.words.search(fact.value)]
        evidence = [place for fact in shown for place in fact.evidence]
        weight = float(len(shown)) + (role.title in shown)
        if house and role.employer and sector.kind.search(house) and not _is_everywhere(role):
            weight += 2
            evidence += role.employer.evidence
        if weight >= 3 and shown and (best is None or weight > best[0]):
            best = weight, sector.name, evidence
    return best[1:] if best else None


def _is_everywhere(role: Role) -> bool:
    """Whether every trade has such people, so that what the employer deals in is not their field: accounts, guards."""
    return role.title is not None and _everywhere().search(role.title.value) is not None


@cache
def _everywhere() -> re.Pattern[str]:
    return _any(_sector_data()["everywhere"], ends=False)


def _line_of_work(resume: Resume, roles: Sequence[int], said: str) -> FieldOfWork | None:
    headline = resume.headline.value if resume.headline and is_certain(resume.headline) else ""
    title = resume.roles[roles[0]].title if roles else resume.headline
    own = None if is_shared(said) or not is_certain(title) else family_of(said)
    unsaid = is_shared(headline) or is_shared(_SEGMENT.split(headline)[0])  # "Site Director, BPO Operations"
    family = own or (None if unsaid else family_of(headline)) or _shared_family(resume, roles)
    if family is None or (own is None and unsaid):
        return None
    if not any(shows_line(resume.roles[index], family) for index in roles) and not _is_learned(
        resume, family
    ):
        return None
    shown = [
        resume.roles[index].title
        for index in roles
        if (title := resume.roles[index].title)
        and is_certain(title)
        and (found := family_of(title.value))
        and found.id == family.id
    ]
    places = (place for title in shown if title for place in title.evidence)
    evidence = (*places, *(resume.headline.evidence if resume.headline and not any(shown) else ()))
    named = dict.fromkeys(family.said_of(title.value) for title in shown if title) or (family.name,)
    told = [family.name] if family.name in named else list(named)  # it says what the others say, and more
    return FieldOfWork(listing(told), evidence) if evidence else None


def shows_line(role: Role, family: Family) -> bool:
    """Whether a job shows what the name of its line of work says, where the title alone does not."""
    stated = (fact.value for fact in (role.title, role.employer, role.note, *role.bullets) if fact)
    return family.is_shown(role.title.value if role.title else "", stated)


def _is_learned(resume: Resume, family: Family) -> bool:
    """Whether skills or credentials show a line of work, more than one of them: "Selenium", "ISTQB Foundation"."""
    words = family.shown
    known = (*(one.name for one in resume.skills), *(one.name.value for one in resume.credentials))
    return (
        words is not None and len({found[0].lower() for name in known if (found := words.search(name))}) > 1
    )


def _shared_family(resume: Resume, roles: Sequence[int]) -> Family | None:
    """The line of work of the titles before, where two or more are of one and none of another."""
    titles = (title.value for index in roles[1:] if (title := resume.roles[index].title))
    found = [family for title in titles if not is_shared(title) and (family := family_of(title))]
    return found[0] if len(found) > 1 and len({family.id for family in found}) == 1 else None


@cache
def _sectors() -> tuple[_Sector, ...]:
    return tuple(
        _Sector(name, _any(row["kind"], ends=True), _any(row["words"], ends=False))
        for name, row in _sector_data()["sectors"].items()
    )


@cache
def _sector_data() -> dict[str, Any]:
    text = (files("functions.summarize.planning") / "data/sectors.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _any(patterns: Sequence[str], *, ends: bool) -> re.Pattern[str]:
    body = "|".join(patterns) or "(?!)"
    end = "$" if ends else r"(?!\w)"
    return re.compile(rf"(?<!\w)(?:{body}){end}", re.IGNORECASE)


def _adds(field: str, title: str) -> bool:
    """Whether the field says something that the title does not."""
    return not stems_in(field) <= stems_in(title)


def _running(text: str) -> str:
    """ "Emergency Department" -> "an emergency department"."""
    small = running_case(text.replace(" & ", " and ")).strip()
    return f"{article(small)} {small}" if _COUNTED.search(small) else small


def _within(fact: Fact[str], text: str) -> tuple[Evidence, ...]:
    place = fact.evidence[0]
    at = place.quote.find(text)
    if at < 0:
        return fact.evidence
    return (Evidence(place.start + at, place.start + at + len(text), text, place.section),)
