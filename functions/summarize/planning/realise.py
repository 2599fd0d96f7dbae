"""The plain realisation: a sentence by rules for every sentence plan. Dull, grammatical, always supported.

A subject is one of three: nobody (implied voice), "I", or the person's name. Each rule below writes the
predicate once and lets `_Subject` supply the words that differ.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from functions.summarize.language.bullets import (
    Clause,
    is_sentence,
    is_verb_before,
    names_a_person,
    read_clauses,
    start_small,
)
from functions.summarize.language.numbers import numbers_in
from functions.summarize.language.surface import article, in_sentence, listing, tidy
from functions.summarize.language.verbs import recognise
from functions.summarize.sentences import Field, Kind, PlanFact, Voice

_PLURAL_END = re.compile(
    r"(?<=[a-z])(?<![siu])s$|\b(sq ?ft|sqm|m2|m²|km|ha|tonnes)$|\b([Pp]eople|[Ss]taff|children|men|women)$"
)


@dataclass(frozen=True, slots=True)
class _Subject:
    voice: Voice
    name: str

    def says(self, implied: str, first: str, third: str) -> str:
        """The sentence part for the voice; `third` is written for the name as its subject."""
        if self.voice == "implied":
            return implied
        return f"I {first}" if self.voice == "first" else f"{self.name} {third}"

    def owns(self, thing: str) -> str:
        """ "Current role", "My current role", "Ana's current role"."""
        if self.voice == "implied":
            return thing
        owner = "my" if self.voice == "first" else f"{self.name}'{'' if self.name.endswith('s') else 's'}"
        return f"{owner} {thing}"


@dataclass(frozen=True, slots=True)
class _Facts:
    facts: Sequence[PlanFact]
    current: bool

    def all(self, field: Field) -> list[str]:
        return [fact.text for fact in self.facts if fact.field == field]

    def one(self, field: Field) -> str:
        return next(iter(self.all(field)), "")


def realise(kind: Kind, voice: Voice, facts: Sequence[PlanFact], *, current: bool) -> str:
    """One sentence that uses only the facts. Facts of fields that the kind does not use are left out."""
    held = _Facts(facts, current)
    return tidy(_RULES[kind](held, _Subject(voice, held.one("name") or "The candidate")))


def _opening(held: _Facts, subject: _Subject) -> str:
    title, years, employer = held.one("title"), held.one("years"), held.one("employer")
    with_years = f" with {years} years of experience" if years else ""
    where = (
        f"{', ' if years or not held.current else ' '}{_time(held, years)}at {in_sentence(employer)}"
        if employer
        else ""
    )
    skills = held.all("specialty") or held.all("skill")
    focus = f", skilled in {listing(skills)}" if skills else ""
    if not title:
        background = with_years.removeprefix(" with ") or "experience"
        return (
            subject.says(f"Brings {background}", f"bring {background}", f"brings {background}")
            + where
            + focus
        )
    noun = f"{article(title)} {title}"
    return subject.says(title, f"am {noun}", f"is {noun}") + with_years + where + focus


def _time(held: _Facts, years: str) -> str:
    if not held.current:
        return "most recently "
    return "currently " if years else ""


def _result(held: _Facts, subject: _Subject) -> str:
    clauses = [clause for bullet in held.all("bullet") for clause in read_clauses(bullet)[:1]]
    title, employer = held.one("title"), held.one("employer")
    place = f"at {in_sentence(employer)}" if employer else ""
    prefix = f"as {title} {place}".strip() if title else place
    first = clauses[0]
    if first.shape == "noun":
        return _noun_result(first, place, subject, held)
    told = [_predicate(clause, held, subject.voice) for clause in clauses if clause.shape != "noun"]
    body = ", and ".join(told)
    whole = subject.says(body, body, body)
    return f"{prefix}, {whole}" if prefix else whole


def _noun_result(clause: Clause, place: str, subject: _Subject, held: _Facts) -> str:
    """A thing and no act: told as it stands, as what the person is, as a highlight in figures, or as experience."""
    text = start_small(clause.text)
    if is_sentence(clause.text) or (subject.voice == "implied" and numbers_in(clause.text)):
        return f"{place}, {text}" if place else text
    if names_a_person(clause.text):
        noun = f"{article(text)} {text}"
        told = subject.says(
            text, f"{'am' if held.current else 'was'} {noun}", f"{'is' if held.current else 'was'} {noun}"
        )
        return f"{place}, {told}" if place else told
    noun, verb = ("highlights", "include") if numbers_in(clause.text) else ("experience", "includes")
    return " ".join(f"{subject.owns(noun)} {place} {verb}".split()) + f" {text}"


def _predicate(clause: Clause, held: _Facts, voice: Voice) -> str:
    if clause.shape == "duty":
        be = {
            "implied": "",
            "first": "am " if held.current else "was ",
            "third": "is " if held.current else "was ",
        }
        return be[voice] + start_small(clause.text)
    if clause.verb is None or clause.shape == "past":
        return start_small(clause.text)
    form = "past" if not held.current else ("base" if voice == "first" else "third")
    return _inflect(clause, form)


def _inflect(clause: Clause, form: str) -> str:
    """The clause with its verb in another form, and with it the verbs coordinated with it.

    "lead and train chefs" -> "led and trained chefs". A coordinated verb is one in the same form as the first,
    straight after "and", "or" or a comma.
    """
    words = clause.text.split(" ")
    leading = recognise(words[0].strip(","))
    if leading is None:
        return start_small(clause.text)
    for index, word in enumerate(words):
        found = recognise(word.strip(",;"))
        joined = index > 0 and (words[index - 1] in ("and", "or") or words[index - 1].endswith(","))
        if found and (index == 0 or (joined and found[1] == leading[1] and _governs(words, index))):
            words[index] = word.replace(word.strip(",;"), getattr(found[0], form))
    return start_small(" ".join(words))


def _governs(words: Sequence[str], index: int) -> bool:
    """Whether a coordinated word is a verb there: not the first half of a noun ("and exhibit lists")."""
    following = words[index + 1].lower() if index + 1 < len(words) else ""
    in_series = all(word == "and" or recognise(word.strip(",")) for word in words[:index])
    return (
        (in_series and following != "of")
        or following[:1].isdigit()
        or is_verb_before(words[index], following)
    )


def _scope(held: _Facts, subject: _Subject) -> str:
    fields: tuple[Field, ...] = ("team_size", "budget", "sites", "volume")
    things = [with_article(_scoped(field, text)) for field in fields for text in held.all(field)]
    place = f" at {in_sentence(held.one('employer'))}" if held.one("employer") else ""
    verbs = ("oversees", "oversee", "oversees") if held.current else ("oversaw",) * 3
    return f"{subject.says(*verbs)} {listing(things)}{place}"


def _scoped(field: Field, text: str) -> str:
    """A bare figure with the noun it counts: "12" -> "team of 12"."""
    return _BARE[field].format(text) if _FIGURE.fullmatch(text) else text


_FIGURE = re.compile(r"[$£€₹]?[\d.,]+\s?(?:[kKmMbB]|bn|million|billion)?\+?")
_BARE: dict[Field, str] = {
    "team_size": "team of {}",
    "budget": "{} budget",
    "sites": "{} sites",
    "volume": "volume of {}",
}


def _skills(held: _Facts, subject: _Subject) -> str:
    things = listing(held.all("skill") + held.all("specialty"))
    return subject.says(f"skilled in {things}", f"am skilled in {things}", f"is skilled in {things}")


def _credential(held: _Facts, subject: _Subject) -> str:
    return f"{subject.owns('credentials')} include {listing(held.all('credential'))}"


def _education(held: _Facts, subject: _Subject) -> str:
    degree, field, school, year = (held.one(name) for name in _EDUCATION_FIELDS)
    where = f" {'at' if held.current or not degree else 'from'} {in_sentence(school)}" if school else ""
    when = f" ({year})" if year else ""
    if not degree:
        subject_matter = f" {field}" if field else ""
        return (
            subject.says(f"studied{subject_matter}", f"studied{subject_matter}", f"studied{subject_matter}")
            + where
            + when
        )
    award = with_article(degree) + (f" in {field}" if field else "")
    if held.current:
        return subject.says("studying for", "am studying for", "is studying for") + f" {award}{where}"
    return subject.says("holds", "hold", "holds") + f" {award}{where}{when}"


_EDUCATION_FIELDS: tuple[Field, ...] = ("degree", "field", "institution", "year")

_RULES: dict[Kind, Callable[[_Facts, _Subject], str]] = {
    "opening": _opening,
    "result": _result,
    "scope": _scope,
    "skills": _skills,
    "credential": _credential,
    "education": _education,
}


def with_article(phrase: str) -> str:
    """A noun phrase fit for a list: "team of 12" -> "a team of 12"; plurals, names and articled ones stay."""
    head = re.split(r"\s(?:of|in|for|across|with|from|per|by|and|a)\s|/", phrase, maxsplit=1)[0]
    first = phrase.split(" ", 1)[0].lower()
    if first in (
        "a",
        "an",
        "the",
        "all",
        "over",
        "up",
        "more",
        "about",
        "some",
        "several",
    ) or _PLURAL_END.search(head):
        return phrase
    return f"{article(phrase)} {phrase}"
