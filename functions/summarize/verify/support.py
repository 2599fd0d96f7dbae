"""Does everything a sentence says stand in its facts? Numbers, words, names, causes and directions."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from functions.summarize.language.numbers import Number, numbers_in
from functions.summarize.language.words import fold, stem, stems_in, wording, words_in
from functions.summarize.sentences import Field, PlanFact

NAMES: frozenset[Field] = frozenset({"title", "employer", "institution", "credential", "degree"})
_LEGAL_SUFFIX = re.compile(
    r"[,\s]+(?:inc|ltd|llc|llp|plc|gmbh|ag|kg|s\.?a|s\.?l|b\.?v|pty|co|corp|limited)\.?$", re.IGNORECASE
)
_CONTACT = re.compile(r"https?://|www\.|\S+@\S+\.\w|(?<!\w)\+?\d[\d ()./-]{8,}\d(?!\w)", re.IGNORECASE)
_DIRECTION = re.compile(r"\b(from|to|by)\s*$|(→|->|–>)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """The facts of a sentence, indexed for the checks."""

    facts: tuple[PlanFact, ...]

    @cached_property
    def text(self) -> str:
        return " \n ".join(fact.text for fact in self.facts)

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        return stems_in(self.text)

    @cached_property
    def owners(self) -> Counter[str]:
        """How many facts each stem stands in."""
        return Counter(word for fact in self.facts for word in stems_in(fact.text))

    @cached_property
    def supported_stems(self) -> frozenset[str]:
        synonyms = wording().synonyms
        return self.stems.union(*(synonyms[word] for word in self.stems if word in synonyms))

    @cached_property
    def numbers(self) -> tuple[tuple[str, Number], ...]:
        return tuple((fact.text, number) for fact in self.facts for number in numbers_in(fact.text))

    @cached_property
    def bullets(self) -> tuple[str, ...]:
        return tuple(fact.text for fact in self.facts if fact.field == "bullet")


def unsupported(sentence: str, source: Source, *, scope: bool) -> Iterator[str]:
    """A problem for everything that the facts do not support, as "code: words".

    `scope` allows the words of leading and running that a scope sentence is made with.
    """
    yield from _unknown_numbers(sentence, source)
    yield from _unknown_words(sentence, source, scope=scope)
    yield from _broken_names(sentence, source)
    yield from _invented_causes(sentence, source)
    yield from _reversed_directions(sentence, source)
    if _CONTACT.search(sentence):
        yield "contact"


def _unknown_numbers(sentence: str, source: Source) -> Iterator[str]:
    for number in numbers_in(sentence):
        if number.spelt and number.value == 1:
            continue  # "one of", "one-stop": a word before it is a figure
        same = [(text, known) for text, known in source.numbers if known.meaning == number.meaning]
        if not same:
            yield f"number: {sentence[number.start : number.end].strip()}"
        elif all(known.floor for _, known in same) and not _keeps_floor(sentence, number):
            yield f"floor: {sentence[number.start : number.end].strip()}"
        elif _counts_what_another_does(sentence, number, source) or not any(
            _same_place(sentence, number, text, known) for text, known in same
        ):
            yield f"number moved: {sentence[number.start : number.end].strip()}"


def _counts_what_another_does(sentence: str, number: Number, source: Source) -> bool:
    """Whether the thing right after a figure is what other figures of the facts count, and not this one."""
    thing = _counted(sentence, number)
    owners = [known.meaning for text, known in source.numbers if thing and _counted(text, known) == thing]
    return bool(owners) and number.meaning not in owners


def _counted(text: str, number: Number) -> str | None:
    following = re.match(r"\s+([^\W\d_]{2,})", text[number.end :])
    return stem(following[1]) if following and content_stems(following[1]) else None


def _keeps_floor(sentence: str, number: Number) -> bool:
    return number.floor or bool(re.search(r"at least\s*$", sentence[: number.start], re.IGNORECASE))


def _same_place(sentence: str, number: Number, text: str, known: Number) -> bool:
    """A figure keeps its neighbour: what it counts, or what it is a figure of; and "from" never becomes "to"."""
    ours, theirs = _preposition(sentence, number), _preposition(text, known)
    if ours and theirs and ours != theirs:
        return False
    if len(text.split()) <= 4:
        return True  # the fact is the figure: "8+", "$4M budget", "2019"
    ours_near, theirs_near = _neighbours(sentence, number), _neighbours(text, known)
    return bool(ours_near & theirs_near) or not (ours_near and theirs_near)


def _preposition(text: str, number: Number) -> str | None:
    match = _DIRECTION.search(text[: number.start].rstrip("$£€ "))
    if match is None:
        return None
    return "to" if match[2] else match[1].lower()


def _neighbours(text: str, number: Number) -> set[str]:
    """The content words next to a figure: two before it and two after it, synonyms included."""
    near = [*content_stems(text[: number.start])[-2:], *content_stems(text[number.end :])[:2]]
    return set(near).union(*(wording().synonyms.get(word, frozenset()) for word in near))


def _unknown_words(sentence: str, source: Source, *, scope: bool) -> Iterator[str]:
    known = wording()
    free = known.function_words | known.frame_words | (known.scope_words if scope else frozenset())
    for word in words_in(sentence):
        lower = fold(word).removesuffix("'s")
        if lower in free or lower == "i" or _supported(word, source) or stem(word) in _trend_words(source):
            continue
        if any(number.spelt for number in numbers_in(word)):
            continue
        yield f"word: {word}"


def _trend_words(source: Source) -> frozenset[str]:
    """Words for a change that the figures themselves show: "34 days → 9 days" may be said to have fallen."""
    known = wording()
    trends = {later.value > earlier.value for text in source.bullets for earlier, later in _changes(text)}
    if not trends:
        return frozenset()
    return (
        known.moves
        | (known.up if True in trends else frozenset())
        | (known.down if False in trends else frozenset())
    )


def _changes(text: str) -> Iterator[tuple[Number, Number]]:
    """Pairs of figures of one unit that a line joins as before and after."""
    figures = numbers_in(text)
    for earlier, later in pairwise(figures):
        between = text[earlier.end : later.start]
        if earlier.unit == later.unit and re.fullmatch(r"[^.;,]{0,25}?(\bto\b|→|[-=]>|>)\s*[$£€₹]?", between):
            yield earlier, later


def _supported(word: str, source: Source) -> bool:
    if stem(word) in source.supported_stems or fold(word) in source.folded.split():
        return True
    parts = [part for part in re.split(r"[-/]", word) if part]
    known = wording()
    return len(parts) > 1 and all(
        stem(part) in source.supported_stems or part.lower() in known.function_words or part.isdigit()
        for part in parts
    )


def _broken_names(sentence: str, source: Source) -> Iterator[str]:
    """A name is told whole: an employer, title or credential of which one word stands must stand in full."""
    folded = fold(sentence)
    cut = [fact for fact in source.facts if fact.field in NAMES and core_name(fact.text) not in folded]
    said = stems_in(sentence) if cut else frozenset()
    for fact in cut:
        own = [
            word
            for word in words_in(fact.text)
            if word[0].isupper() and stem(word) in said and source.owners[stem(word)] == 1
        ]
        if any(re.search(rf"\b{re.escape(word)}\b", sentence) for word in own):
            yield f"name cut: {fact.text}"


def _invented_causes(sentence: str, source: Source) -> Iterator[str]:
    for match in wording().causes.finditer(sentence):
        after = sentence[match.end() :].lstrip()
        if match.group().lower() in ("by", "to") and re.match(
            r"[\d$£€]|(?:over|about|up|nearly|almost)\b", after
        ):
            continue
        left = content_stems(sentence[: match.start()])[-3:]
        right = content_stems(after)[:3]
        needed = [left or right, right]
        connector = fold(match.group())
        if not any(
            re.search(rf"\b{re.escape(connector)}\b", fold(fact.text)) and _holds(fact, needed)
            for fact in source.facts
        ):
            yield f"cause: {match.group()}"


def _holds(fact: PlanFact, sides: Sequence[Sequence[str]]) -> bool:
    """Both sides of a cause stand in one bullet; any other fact ("After Effects") needs to hold one of them."""
    held = [not side or bool(set(side) & stems_in(fact.text)) for side in sides]
    return all(held) if fact.field == "bullet" else any(held)


def content_stems(text: str) -> list[str]:
    known = wording()
    return [
        stem(word) for word in words_in(text) if word.lower() not in known.function_words | known.frame_words
    ]


def _reversed_directions(sentence: str, source: Source) -> Iterator[str]:
    known = wording()
    stems = stems_in(sentence)
    shown = _trend_words(source)
    for said, opposite in ((known.up, known.down), (known.down, known.up)):
        claimed = (stems & said) - shown
        if claimed and not source.stems & said and source.stems & opposite:
            yield f"direction: {min(claimed)}"


def core_name(name: str) -> str:
    """A name to be looked for: small letters, without accents and legal form ("Kestrel Pay Ltd" -> "kestrel pay")."""
    return _LEGAL_SUFFIX.sub("", fold(name))
