"""A job description: which of its terms the resume states, and the resume with those facts first.

Nothing of the description enters a summary. It is a text to look terms up in, whatever stands in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from functions.summarize.language.words import stem, words_in
from functions.summarize.parsers.skills.lexicon import Form, Lexicon, fold_all, load_lexicon
from functions.summarize.parsers.skills.lexicon import Term as Known
from functions.summarize.resume import Achievement, Evidence, Fact, Resume, Skill

LONGEST_TEXT = 60_000
"""Characters of a resume in which terms are looked up beside its skills: some thirty pages."""
MOST_TERMS = 100
MOST_PLACES = 12
_SHORTEST_STATED = 2
_SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the description, whether the resume states it, and where."""

    term: str
    stated: bool
    evidence: tuple[Evidence, ...] = ()


def compare(target: str, resume: Resume) -> tuple[Term, ...]:
    """The terms of a description in its order: skills that the lexicon knows, and phrases the resume states."""
    places = _Places(resume)
    found: dict[str, tuple[int, Term]] = {}
    for match in load_lexicon().find(target):
        known, evidence = match.form.term, places.of(match.form.term)
        found.setdefault(known.name.casefold(), (match.start, Term(known.name, bool(evidence), evidence)))
    for start, name, evidence in _stated_phrases(target, resume):
        found.setdefault(name.casefold(), (start, Term(name, stated=True, evidence=evidence)))
    ordered = sorted(found.values(), key=lambda pair: (pair[0], pair[1].term))
    return tuple(term for _, term in ordered[:MOST_TERMS])


def aim(resume: Resume, target: str, terms: Sequence[Term]) -> Resume:
    """The same resume with the skills, results and credentials first that the description asks for."""
    wanted = [place for term in terms for place in term.evidence]
    words = _content(target)

    def relevance(fact: Fact[str]) -> tuple[int, int]:
        named = sum(any(_meets(fact.evidence, place) for place in term.evidence) for term in terms)
        return -named, -len(words & _content(fact.value)) // 2

    def asked(skill: Skill) -> bool:
        return not any(_meets(skill.evidence, place) for place in wanted)

    def result(achievement: Achievement) -> tuple[int, int]:
        return relevance(achievement.text)

    return replace(
        resume,
        skills=tuple(sorted(resume.skills, key=asked)),
        achievements=tuple(sorted(resume.achievements, key=result)),
        credentials=tuple(sorted(resume.credentials, key=lambda one: relevance(one.name))),
    )


class _Places:
    """Where the resume states a term of the lexicon: among its skills, else in its text."""

    def __init__(self, resume: Resume) -> None:
        lexicon = load_lexicon()
        self._found: dict[Known, list[Evidence]] = {}
        for skill in resume.skills:
            for name in dict.fromkeys((skill.name, *(place.quote for place in skill.evidence))):
                if form := lexicon.lookup(name):
                    self._found.setdefault(form.term, list(skill.evidence))
        sections = _sections(resume)
        text = resume.text[:LONGEST_TEXT]
        for match in lexicon.find(text):
            places = self._found.setdefault(match.form.term, [])
            place = Evidence(match.start, match.end, text[match.start : match.end])
            if len(places) >= MOST_PLACES or _meets(places, place):
                continue
            inside = next(
                (one for one in sections if one.start <= place.start and place.end <= one.end), None
            )
            places.append(replace(place, section=inside.section) if inside else place)

    def of(self, term: Known) -> tuple[Evidence, ...]:
        return tuple(sorted(self._found.get(term, ())[:MOST_PLACES]))


def _sections(resume: Resume) -> list[Evidence]:
    facts: list[Fact[str] | None] = [resume.headline, resume.summary]
    for role in (*resume.roles, *resume.volunteering):
        facts += (role.title, role.employer, *role.bullets)
    for entry in (*resume.projects, *resume.publications, *resume.awards):
        facts += (entry.name, *entry.details)
    facts += [credential.name for credential in resume.credentials]
    facts += [
        fact for course in resume.education for fact in (course.degree, course.field, course.institution)
    ]
    return [place for fact in facts if fact for place in fact.evidence]


def _stated_phrases(target: str, resume: Resume) -> Iterator[tuple[int, str, tuple[Evidence, ...]]]:
    """Skills, titles, credentials, subjects and languages of the resume, in its own words, where the text has them."""
    stated = {name.casefold(): (name, evidence) for name, evidence in _named(resume)}
    forms = (
        Form(Known(name, "", "tools"), tokens, name, "anywhere")
        for name, _ in stated.values()
        if len(name) > _SHORTEST_STATED and (tokens := fold_all(name))
    )
    for match in Lexicon(forms).find(target):
        name, evidence = stated[match.form.term.name.casefold()]
        yield match.start, name, tuple(sorted(evidence)[:MOST_PLACES])


def _named(resume: Resume) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    lexicon = load_lexicon()
    facts = [role.title for role in resume.roles]
    facts += [credential.name for credential in resume.credentials]
    facts += [course.field for course in resume.education]
    facts += [language.name for language in resume.languages]
    yield from ((fact.value, fact.evidence) for fact in facts if fact and lexicon.lookup(fact.value) is None)
    yield from ((skill.name, skill.evidence) for skill in resume.skills if lexicon.lookup(skill.name) is None)


def _content(text: str) -> frozenset[str]:
    """Stems of the longer words: enough to see what two texts are both about."""
    return frozenset(stem(word) for word in words_in(text) if len(word) >= _SHORTEST_WORD)


def _meets(places: Iterable[Evidence], other: Evidence) -> bool:
    return any(place.start < other.end and other.start < place.end for place in places)
