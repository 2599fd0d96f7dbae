"""The skills of a resume: those it lists, and those of the lexicon that its other text names."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from functions.summarize.docx.document import Notice
from functions.summarize.parsers.ranking.role_lines import places_of, role_lines
from functions.summarize.parsers.reading import Reading
from functions.summarize.parsers.skills.lexicon import Form, Lexicon, Term, fold_all
from functions.summarize.parsers.skills.skill_list import Item, listed_skills
from functions.summarize.resume import Evidence, Fact, Resume, Skill, Status

RECOGNISED = 0.8
"""How sure a skill is that only a text names."""
FEWEST_IN_LIST = 3
MOST_SKILLS, MOST_PLACES, MOST_CHARACTERS = 400, 40, 60_000
SHORTEST_STATED = 3
PERSONAL = "Personal"


@dataclass(slots=True)
class _Found:
    """A skill while its places are collected."""

    name: str
    term: Term | None
    group: str | None
    listed: bool
    sure: float = RECOGNISED
    status: Fact[Status] | None = None
    evidence: list[Evidence] = field(default_factory=list)

    def add(self, evidence: Evidence) -> None:
        """One more place, unless it is known already or there are enough."""
        if len(self.evidence) < MOST_PLACES and all(
            evidence.end <= other.start or other.end <= evidence.start for other in self.evidence
        ):
            self.evidence.append(evidence)


@dataclass(frozen=True, slots=True)
class FoundSkill:
    """A skill and what a parser orders it by. `role` is the newest role whose text names it, None for none."""

    skill: Skill
    term: Term | None
    role: int | None


def read_skills(reading: Reading, resume: Resume, lexicon: Lexicon) -> tuple[FoundSkill, ...]:
    """Every skill once, in the order of the resume, with all places that name it; one that is denied is none."""
    found: dict[str, _Found] = {}
    for item in islice(listed_skills(reading, lexicon, resume.language), MOST_SKILLS):
        _add_listed(item, lexicon, found)
    texts = tuple(_texts(resume))
    _recognise(texts, lexicon, found)
    _find_stated(texts, found)
    roles = _Roles(resume)
    return tuple(
        _finished(one, roles) for one in found.values() if not (one.status and one.status.value == "negated")
    )


def unread_skills(reading: Reading, skills: Iterable[FoundSkill]) -> Iterator[Notice]:
    """A notice for each skills section with lines of which no skill was read."""
    places = [place.start for found in skills for place in found.skill.evidence]
    for span in reading.spans:
        if span.section != "skills" or not span.lines or not span.heading:
            continue
        if not any(span.lines[0].line.start <= place < span.lines[-1].line.end for place in places):
            message = "The skills section was seen but nothing could be read from it."
            yield Notice("section-unread", message, span.heading.start, span.heading.end)


def _add_listed(item: Item, lexicon: Lexicon, found: dict[str, _Found]) -> None:
    stated = item.place.quote
    known = lexicon.lookup(stated)
    name = known.shown(stated) if known else stated
    new = _Found(name, known.term if known else None, item.group, listed=True, sure=item.sure)
    one = found.setdefault(name.casefold(), new)
    one.add(item.place)
    if item.status is not None:
        one.status = one.status or item.status


def _recognise(texts: Iterable[Evidence], lexicon: Lexicon, found: dict[str, _Found]) -> None:
    """Skills in prose: another place of a listed skill of the same term, or a skill of its own."""
    by_term = {one.term: one for one in found.values() if one.term}
    sectors = {term.sector for term in by_term}
    at_home = sectors | {"general"} if len(by_term) >= FEWEST_IN_LIST else None
    for text in texts:
        for match in lexicon.find(text.quote):
            evidence, term = _within(text, match.start, match.end), match.form.term
            name = match.form.shown(evidence.quote)
            one = found.get(name.casefold()) or by_term.get(term)
            if one is None and _is_foreign(term, at_home):
                continue
            if one is None:
                one = _Found(name, term, None, listed=False)
                found[name.casefold()] = by_term[term] = one
            one.add(evidence)


def _is_foreign(term: Term, at_home: set[str] | None) -> bool:
    """Whether a method belongs to a sector of which no skill is listed.

    The developer of a route planning service plans no routes; a tool or a licence is the same everywhere.
    """
    return at_home is not None and term.kind in ("methods", "domain") and term.sector not in at_home


def _find_stated(texts: Iterable[Evidence], found: dict[str, _Found]) -> None:
    """Where role text repeats a listed skill that the lexicon does not know."""
    names = [one.name for one in found.values() if one.term is None and len(one.name) > SHORTEST_STATED]
    stated = Lexicon(
        Form(Term(name, "", "tools"), fold_all(name), name, "anywhere") for name in names if fold_all(name)
    )
    for text in texts:
        for match in stated.find(text.quote):
            found[match.form.term.name.casefold()].add(_within(text, match.start, match.end))


def _texts(resume: Resume) -> Iterator[Evidence]:
    """The prose of a resume in which skills are recognised: role lines, projects and its own summary."""
    facts: list[Fact[str]] = [bullet for _, bullet in role_lines(resume)]
    facts += [fact for entry in resume.projects for fact in (entry.name, *entry.details)]
    facts += [resume.summary] if resume.summary else []
    left = MOST_CHARACTERS
    for place in (place for fact in facts for place in places_of(fact)):
        left -= len(place.quote)
        if left > 0:
            yield place


def _within(text: Evidence, start: int, end: int) -> Evidence:
    return Evidence(text.start + start, text.start + end, text.quote[start:end], text.section)


def _finished(one: _Found, roles: "_Roles") -> FoundSkill:
    group = PERSONAL if one.term and one.term.kind == "personal" else one.group
    skill = Skill(one.name, tuple(one.evidence), group, one.listed, one.sure, one.status)
    return FoundSkill(skill, one.term, roles.newest(one.evidence))


class _Roles:
    """Which role's lines hold a place of the document."""

    def __init__(self, resume: Resume) -> None:
        spans = ((place, role) for role, line in role_lines(resume) for place in line.evidence)
        self._spans = sorted((place.start, place.end, role) for place, role in spans)

    def newest(self, places: Iterable[Evidence]) -> int | None:
        """The newest role whose lines hold one of the places; None where none does."""
        return min((role for place in places for role in self._holding(place)), default=None)

    def _holding(self, place: Evidence) -> Iterator[int]:
        before = bisect_right(self._spans, (place.start, float("inf"), 0)) - 1
        if before >= 0 and place.start < self._spans[before][1]:
            yield self._spans[before][2]
