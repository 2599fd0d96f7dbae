"""The skills of a resume: those it lists, and those of the lexicon that its other text names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from functions.summarize.docx.document import Line, Notice
from functions.summarize.parsers.lexicon import Lexicon, Term
from functions.summarize.parsers.sections import SectionSpan
from functions.summarize.parsers.skill_list import SEPARATOR, Item, split_skills
from functions.summarize.resume import Evidence, Fact, Resume, Skill

KNOWN, STATED, RECOGNISED = 1.0, 0.9, 0.8
FEWEST_IN_LIST, MOSTLY = 3, 0.6
PERSONAL = "Personal"


@dataclass(slots=True)
class _Found:
    """A skill while its places are collected."""

    name: str
    term: Term | None
    group: str | None
    listed: bool
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def confidence(self) -> float:
        if not self.listed:
            return RECOGNISED
        return KNOWN if self.term else STATED

    def add(self, evidence: Evidence) -> None:
        """One more place, unless it is known already."""
        if all(evidence.end <= other.start or other.end <= evidence.start for other in self.evidence):
            self.evidence.append(evidence)


@dataclass(frozen=True, slots=True)
class FoundSkill:
    """A skill and what a lens orders it by. `role` is the newest role whose text names it, None for none."""

    skill: Skill
    term: Term | None
    role: int | None


def read_skills(sections: Iterable[SectionSpan], resume: Resume, lexicon: Lexicon) -> tuple[FoundSkill, ...]:
    """Every skill once, in the order of the resume, with all places that name it."""
    found: dict[str, _Found] = {}
    for span in sections:
        for item in split_skills(_listing_lines(span, lexicon), lexicon):
            _add_listed(item, resume, lexicon, found)
    texts = tuple(_texts(resume))
    _recognise(texts, lexicon, found)
    _find_stated(texts, found)
    return tuple(_finished(one, resume) for one in found.values())


def unread_skills(sections: Iterable[SectionSpan], skills: Iterable[FoundSkill]) -> Iterator[Notice]:
    """A notice for each skills section with lines of which no skill was read."""
    places = [place for found in skills for place in found.skill.evidence]
    for span in sections:
        read = any(line.start <= place.start < line.end for line in span.lines for place in places)
        if span.section == "skills" and span.lines and span.heading and not read:
            message = "The skills section was seen but nothing could be read from it."
            yield Notice("section-unread", message, span.heading.start, span.heading.end)


def _listing_lines(span: SectionSpan, lexicon: Lexicon) -> tuple[Line, ...]:
    """The lines that list skills: all of a skills section, and lists of known skills under no known heading."""
    if span.section == "skills":
        return span.lines
    if span.section not in ("other", "contact"):
        return ()
    return tuple(line for line in span.lines if _lists_skills(line, lexicon))


def _lists_skills(line: Line, lexicon: Lexicon) -> bool:
    if not SEPARATOR.search(line.text):
        return False
    items = [item.text for item in split_skills([line], lexicon)]
    known = sum(lexicon.lookup(item) is not None for item in items)
    return known >= FEWEST_IN_LIST and known >= MOSTLY * len(items)


def _add_listed(item: Item, resume: Resume, lexicon: Lexicon, found: dict[str, _Found]) -> None:
    places = [(lexicon.lookup(item.text), item.start, item.start + len(item.text))]
    if item.prose:
        places = [(one.form, item.start + one.start, item.start + one.end) for one in lexicon.find(item.text)]
    for known, start, end in places:
        stated = resume.text[start:end]
        name = known.shown(stated) if known else stated
        new = _Found(name, known.term if known else None, item.group, listed=True)
        found.setdefault(name.casefold(), new).add(Evidence(start, end, stated, "skills"))


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
    stated = {name: one for name, one in found.items() if one.term is None and len(name) > 3}
    if not stated:
        return
    names = "|".join(re.escape(name) for name in sorted(stated, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    for text in texts:
        for match in pattern.finditer(text.quote):
            if one := stated.get(match.group().casefold()):
                one.evidence.append(_within(text, match.start(), match.end()))


def _texts(resume: Resume) -> Iterator[Evidence]:
    """The prose of a resume in which skills are recognised: role lines, projects and its own summary."""
    facts: list[Fact[str]] = [bullet for role in resume.roles for bullet in role.bullets]
    facts += [fact for entry in resume.projects for fact in (entry.name, *entry.details)]
    facts += [resume.summary] if resume.summary else []
    for fact in facts:
        yield from fact.evidence


def _within(text: Evidence, start: int, end: int) -> Evidence:
    return Evidence(text.start + start, text.start + end, text.quote[start:end], text.section)


def _finished(one: _Found, resume: Resume) -> FoundSkill:
    group = PERSONAL if one.term and one.term.kind == "personal" else one.group
    skill = Skill(one.name, tuple(one.evidence), group, one.listed, one.confidence)
    roles = (index for index, role in enumerate(resume.roles) if _named_in(one.evidence, role.bullets))
    return FoundSkill(skill, one.term, next(roles, None))


def _named_in(places: Iterable[Evidence], bullets: Iterable[Fact[str]]) -> bool:
    spans = [(text.start, text.end) for bullet in bullets for text in bullet.evidence]
    return any(start <= place.start < end for place in places for start, end in spans)
