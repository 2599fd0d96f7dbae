"""Sentences made untrue in one thing, by every kind of join: what the verifier must refuse, all of it.

A mutant is drawn only where it is certainly false: an employer is put in the place of another one that the resume
does not share with the line, a figure in the place of one that no line has there.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from functions.summarize.language.numbers import numbers_in
from functions.summarize.language.verbs import recognise
from functions.summarize.planning.records import ParagraphPlan, SentencePlan
from functions.summarize.sentences import Voice
from functions.summarize.verify.index import Index

_ADDED = (
    ", resulting in record profits.",
    " in Ulan Bator.",
    " and won an award.",
    " thanks to weekly audits.",
)
_PERSON: dict[Voice, tuple[str, ...]] = {"implied": ("I ", "He "), "first": ("She ",), "third": ("I ",)}
_STRANGERS = {"employer": "Falcon Holdings", "institution": "Ravenscar University", "title": "harbour pilot"}
_SIGNS = {"€": "$", "$": "€", "£": "$"}
_TIMES = {"Earlier": "Currently", "Previously": "Currently", "Before that": "Currently"}
_LINKS = "from|to|into|by|before|after|for|with|without|under|over|of|on|in|at|against"
_PHRASE = re.compile(
    rf"\b(?P<link>{_LINKS}) (?:(?:the|an?|its) )?(?P<what>(?!(?:the|an?|its)\b)[^\s,;:()]+"
    rf"(?: (?!(?:and|or|{_LINKS})\b)[^\s,;:()]+){{0,3}})(?=[,;.]|$| (?:{_LINKS})\b)",
    re.IGNORECASE,
)
_TURNED = {"before": "after", "after": "before", "with": "without", "without": "with"}
_LEVELS = ("native", "fluent", "basic", "conversational", "intermediate", "A2", "B1", "B2", "C1", "C2")


def mutants_of(
    sentence: str, plan: SentencePlan, whole: ParagraphPlan, index: Index
) -> Iterator[tuple[str, str]]:
    """The kind of each mutant and the mutant."""
    seen = {sentence}
    for kind, mutant in _all(sentence, plan, whole, index):
        if mutant not in seen:
            seen.add(mutant)
            yield kind, mutant


def _all(sentence: str, plan: SentencePlan, whole: ParagraphPlan, index: Index) -> Iterator[tuple[str, str]]:
    yield from (("figure", one) for one in _figures(sentence))
    yield from (
        ("currency", sentence.replace(sign, other)) for sign, other in _SIGNS.items() if sign in sentence
    )
    yield from (("strange name", one) for one in _strangers(sentence, index))
    yield from (("name of another entry", one) for one in _swapped(sentence, plan, index))
    yield from (("time", one) for one in _times(sentence, plan))
    yield from (("tense", one) for one in _tenses(sentence, plan))
    yield from (("negation", one) for one in _denials(sentence, plan))
    yield from (("level", one) for one in _levels(sentence, plan, index))
    yield from (("order", one) for one in _reordered(sentence, plan))
    yield from (("addition", f"{sentence[:-1]}{added}") for added in _ADDED)
    yield from (("person", f"{one}{sentence[:1].lower()}{sentence[1:]}") for one in _PERSON[whole.voice])
    if plan.part == "opening":
        yield from (("years", one) for one in _years(sentence))


def _figures(sentence: str) -> Iterator[str]:
    """Each figure seven more, and each two figures of one kind in each other's place."""
    numbers = [one for one in numbers_in(sentence) if not sentence[one.end : one.end + 1].isalpha()]
    for number in numbers:
        digits = re.search(r"\d+", sentence[number.start : number.end])
        if digits:
            at = number.start + digits.start()
            yield f"{sentence[:at]}{int(digits.group()) + 7}{sentence[at + len(digits.group()) :]}"
    for one, other in permutations(numbers, 2):
        if (
            one.end <= other.start
            and one.unit == other.unit
            and one.value != other.value
            and not one.spelt | other.spelt
        ):
            first, second = sentence[one.start : one.end], sentence[other.start : other.end]
            yield (
                f"{sentence[: one.start]}{second}{sentence[one.end : other.start]}{first}{sentence[other.end :]}"
            )


def _strangers(sentence: str, index: Index) -> Iterator[str]:
    for one in index.all:
        stranger = _STRANGERS.get(one.statement.field)
        if stranger and one.statement.text in sentence:
            yield sentence.replace(one.statement.text, stranger)


def _swapped(sentence: str, plan: SentencePlan, index: Index) -> Iterator[str]:
    """A name of the sentence's own entry replaced by that of another one, where something else of it is told."""
    told = {".".join(slot.place.split(".")[:2]) for slot in plan.slots if slot.place}
    for slot in plan.slots:
        if slot.kind not in ("employer", "earlier employer", "earlier title", "degree") or not _has_company(
            slot.place, plan
        ):
            continue
        own = slot.variants[0].text
        field = {"degree": "institution", "earlier title": "title"}.get(slot.kind, "employer")
        for entry in index.entries.all:
            others = entry.texts(field)  # type: ignore[arg-type]
            mine = [text for one in index.entries.all if one.place in told for text in one.texts(field)]  # type: ignore[arg-type]
            if (
                entry.place in told
                or not others
                or set(others) & set(mine)
                or not re.search(r"\w", others[0])
            ):
                continue
            written = own if field != "institution" else next((text for text in mine if text in sentence), "")
            if written and written in sentence and not _shares(written, others):
                yield sentence.replace(written, others[0])


def _has_company(place: str, plan: SentencePlan) -> bool:
    """Whether the sentence tells something else of the same entry, which the swap makes untrue."""
    entry = ".".join(place.split(".")[:2])
    return place.startswith("education") or sum(slot.place.startswith(f"{entry}.") for slot in plan.slots) > 1


def _shares(name: str, others: Sequence[str]) -> bool:
    """Whether two names are told apart by a word at all."""
    words = set(re.findall(r"\w+", name.lower()))
    return any(words & set(re.findall(r"\w+", other.lower())) - {"of", "and", "the"} for other in others)


def _times(sentence: str, plan: SentencePlan) -> Iterator[str]:
    if plan.part == "earlier":
        for said, other in _TIMES.items():
            if sentence.startswith(said):
                yield other + sentence[len(said) :]
    if plan.part == "present" and any(slot.kind == "employer" and slot.current for slot in plan.slots):
        yield f"Earlier, {sentence[0].lower()}{sentence[1:]}"


def _tenses(sentence: str, plan: SentencePlan) -> Iterator[str]:
    """ "Led a team" of a job that is over as "leads a team"."""
    for slot in plan.slots:
        if slot.kind != "earlier line":
            continue
        for variant in slot.variants:
            known = (
                recognise(variant.text.split()[0])
                if variant.form == "past" and variant.text in sentence
                else None
            )
            quoted = {word for place in variant.evidence for word in place.quote.lower().split()}
            if (
                known
                and known[0].third not in quoted
                and known[1] == "past"
                and known[0].past != known[0].base
            ):
                rest = variant.text.split(" ", 1)[1:]
                yield sentence.replace(variant.text, " ".join([known[0].third, *rest]))


def _denials(sentence: str, plan: SentencePlan) -> Iterator[str]:
    for slot in plan.slots:
        for variant in slot.variants:
            if variant.form == "past" and variant.text in sentence:
                yield sentence.replace(variant.text, f"never {variant.text}")


def _reordered(sentence: str, plan: SentencePlan) -> Iterator[str]:
    """What stands after two prepositions of a line in each other's place, and an opposite for a preposition."""
    for slot in plan.slots:
        for variant in slot.variants:
            if ".bullets." not in slot.place or variant.text not in sentence:
                continue
            yield from (sentence.replace(variant.text, one) for one in exchanged(variant.text))


def exchanged(line: str) -> Iterator[str]:
    """The line with two of its phrases exchanged, or with a preposition turned round."""
    phrases = list(_PHRASE.finditer(line))
    for one, other in pairwise(phrases):
        same = other["link"].lower() == "of" and re.search(r"\d", one["what"] + other["what"])
        if one["what"].lower() != other["what"].lower() and other.start() - one.end() <= 1 and not same:
            yield (
                f"{line[: one.start('what')]}{other['what']}{line[one.end('what') : other.start('what')]}"
                f"{one['what']}{line[other.end('what') :]}"
            )
    for one in phrases:
        turned = _TURNED.get(one["link"].lower())
        if turned:
            yield f"{line[: one.start('link')]}{turned}{line[one.end('link') :]}"


def _levels(sentence: str, plan: SentencePlan, index: Index) -> Iterator[str]:
    for slot in plan.slots:
        if slot.kind != "language":
            continue
        name = slot.variants[0].text
        stated = {
            text.lower()
            for entry in index.entries.all
            if entry.place == slot.place
            for text in entry.texts("level")
        }
        if name in sentence and " " not in name:
            yield from (
                sentence.replace(name, f"{name} ({level})")
                for level in _LEVELS
                if not any(level.lower() in text for text in stated)
            )


def _years(sentence: str) -> Iterator[str]:
    """More years than were worked, the same years in something else, and those of a career at one employer."""
    career = re.search(r" at (?P<house>[^,.]+?) with (?P<years>[^,.]+ years) of experience", sentence)
    if career:
        at_one = f" with {career['years']} at {career['house']}"
        yield f"{sentence[: career.start()]}{at_one}{sentence[career.end() :]}"
    found = re.search(r"\b(\w+(?:-\w+)?)( and a half)? years\b", sentence)
    if found:
        yield f"{sentence[: found.start(1)]}fifty-nine{sentence[found.end(1) :]}"
        yield f"{sentence[: found.end()]} in falconry{sentence[found.end() :]}"
