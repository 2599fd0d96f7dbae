"""Paragraphs to learn from, drawn from a seed: composed sentences cut into slots, put together anew, beside our plans.

Half of the paragraphs are those of one composed record; a quarter puts sentences of several together, which keeps
every type and changes every neighbour; the rest are plans of our own planner, told by a composed sentence of the
same slots where there is one and by rule where there is none. Words are never seen: a name is a slot, so that
nothing can be learned by heart.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar, get_args

from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.records import (
    Form,
    ParagraphPlan,
    Piece,
    SentencePlan,
    Slot,
    SlotKind,
    Variant,
)
from functions.summarize.planning.slots import Slots
from functions.summarize.prompts.alphabet import GIVEN, MOST_OF_A_KIND, NAME, choice_token, choices, header
from functions.summarize.prompts.paragraph import encode, plain_tokens, slot_tokens
from functions.summarize.sentences import Length, Options, Part, Voice
from training.composed import records
from training.paragraphs.cutting import Cut, Template, templates_of
from training.paragraphs.joints import common
from training.paragraphs.pair import Pair
from training.paragraphs.voices import in_voice

_LINES = frozenset({"scope", "result", "duty", "earlier line"})
_PARTS: tuple[Part, ...] = get_args(Part)
_VOICES: tuple[tuple[Voice, float], ...] = (("implied", 0.5), ("third", 0.25), ("first", 0.25))
T = TypeVar("T")
MOST_SENTENCES = 8
"""Sentences of a long paragraph, and one more."""
_DISTRACTORS = 0.2
"""How often a slot is offered that the sentence leaves out."""
Tokens = tuple[str | tuple[int, str], ...]
"""A sentence: words, and slots of it by number with the token of the form they are told in."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a plan and one way to tell it; `tokens` count the slots of the sentence."""

    part: Part
    slots: tuple[Slot, ...]
    must: tuple[int, ...]
    tokens: Tokens


class Generator:
    """Draws pairs. The same seed gives the same pairs; records kept out are used for the held-out set alone."""

    def __init__(self, seed: int, *, held_out: bool = False) -> None:
        self._rng = random.Random(f"{seed}-{held_out}")
        self._records = [record for record in records() if record.kept_out == held_out]

    @cached_property
    def _texts(self) -> list[list[Template]]:
        """The composed sentences of each record that could be cut."""
        cut = [[one for one in templates_of(record) if one is not None] for record in self._records]
        return [sentences for sentences in common(cut) if sentences]

    @cached_property
    def _by_part(self) -> dict[Part, list[Template]]:
        found: dict[Part, list[Template]] = defaultdict(list)
        for sentences in self._texts:
            for one in sentences:
                found[one.part].append(one)
        return found

    @cached_property
    def _by_kinds(self) -> dict[tuple[Part, tuple[str, ...]], list[Template]]:
        """Templates by the slots they tell, whatever their order."""
        found: dict[tuple[Part, tuple[str, ...]], list[Template]] = defaultdict(list)
        for one in (template for sentences in self._texts for template in sentences):
            found[one.part, _shape(cut.kind for cut in one.cuts)].append(one)
        return found

    @cached_property
    def _plans(self) -> list[ParagraphPlan]:
        """What our planner makes of each record, in every voice and length, and of variants."""
        lengths: tuple[Length, ...] = ("medium", "medium", "long", "short")
        return [
            plan_paragraph(
                record.resume, Options(record.as_of, voice=voice, length=length), record.as_of, variant
            )
            for record in self._records
            for voice, _ in _VOICES
            for variant, length in enumerate(lengths)
        ]

    @cached_property
    def _offers(self) -> dict[Form, list[tuple[SlotKind, tuple[Form, ...]]]]:
        """Which forms are really on offer beside each form of a line, as the line analysis gives them."""
        found: dict[Form, list[tuple[SlotKind, tuple[Form, ...]]]] = defaultdict(list)
        for record in self._records:
            for line in Slots(record.resume).lines:
                forms = tuple(variant.form for variant in line.slot.variants)
                for form in dict.fromkeys(forms):
                    found[form].append((line.slot.kind, forms))
        return found

    def pairs(self, number: int, most: int = MOST_SENTENCES) -> Iterator[Pair]:
        """Draw this many pairs of at most so many sentences; what cannot be told in the voice drawn is drawn again."""
        made = 0
        while made < number:
            pair = self._pair(most)
            if pair is not None:
                made += 1
                yield pair

    def _pair(self, most: int) -> Pair | None:
        chance = self._rng.random()
        if chance < 0.3:
            return self._composed(self._rng.choice(self._texts), "composed", most)
        if chance < 0.5:
            parts = [part for part in _PARTS if self._by_part[part] and self._rng.random() < 0.8]
            return self._composed(
                [self._rng.choice(self._by_part[part]) for part in parts], "recombined", most
            )
        return self._planned(self._rng.choice(self._plans), most)

    def _some(self, sentences: Sequence[T], most: int) -> Sequence[T]:
        """At most so many of them, side by side."""
        start = self._rng.randint(0, max(0, len(sentences) - most))
        return sentences[start : start + most]

    def _composed(self, templates: Sequence[Template], source: str, most: int) -> Pair | None:
        voice = self._rng.choices(*zip(*_VOICES, strict=True))[0]
        told = [self._sentence(template) for template in templates]
        voiced = [in_voice(one.tokens, one.slots, voice, first=at == 0) for at, one in enumerate(told)]
        kept = self._some(
            [
                replace(one, tokens=tokens)
                for one, tokens in zip(told, voiced, strict=True)
                if tokens is not None
            ],
            most,
        )
        length: Length = "short" if len(kept) < 3 else "medium" if len(kept) < 6 else "long"
        return _pair(kept, voice, length, source) if kept else None

    def _sentence(self, template: Template) -> Sentence:
        """A template with slots in another order, each with its real neighbours among the forms."""
        order = list(range(len(template.cuts)))
        if self._rng.random() < 0.5:
            self._rng.shuffle(order)
        slots: dict[int, Slot] = {old: self._slot(cut) for old, cut in enumerate(template.cuts)}
        offered = [slots[old] for old in order]
        must = [*range(len(offered))]
        if self._rng.random() < _DISTRACTORS:
            other = self._rng.choice(self._rng.choice(self._by_part[template.part]).cuts)
            offered.append(self._slot(other))
        if len(must) > 1 and self._rng.random() < _DISTRACTORS:
            must.remove(self._rng.choice(must))
        tokens: list[str | tuple[int, str]] = []
        told = iter(range(len(template.cuts)))
        for item in template.items:
            if isinstance(item, Cut):
                old = next(told)
                tokens.append((order.index(old), choice_token(item.form, 0)))
            else:
                tokens.append(item)
        return Sentence(template.part, tuple(offered), tuple(must), tuple(tokens))

    def _slot(self, cut: Cut) -> Slot:
        """A slot for a cut: of a line with the forms that such a line really offers, else with the form told."""
        kind = cut.kind
        forms: tuple[Form, ...] = (cut.form,)
        if kind in _LINES and self._offers.get(cut.form):
            drawn, forms = self._rng.choice(self._offers[cut.form])
            kind = (
                "earlier line"
                if cut.kind == "earlier line"
                else "result"
                if drawn == "earlier line"
                else drawn
            )
        current = not kind.startswith("earlier")
        return Slot(kind, "", tuple(Variant(cut.text, form, ()) for form in forms), current)

    def _planned(self, plan: ParagraphPlan, most: int) -> Pair | None:
        kept: list[Sentence] = []
        for at, sentence in enumerate(plan.sentences):
            tokens = self._like_composed(sentence, plan.voice, first=at == 0) or _plain(sentence, plan)
            if tokens is not None:
                kept.append(Sentence(sentence.part, sentence.slots, sentence.must, tokens))
        return _pair(self._some(kept, most), plan.voice, plan.length, "planned") if kept else None

    def _like_composed(self, sentence: SentencePlan, voice: Voice, *, first: bool) -> Tokens | None:
        """The sentence told as a composed sentence of the same slots, if the forms that takes are on offer."""
        alike = self._by_kinds.get((sentence.part, _shape(slot.kind for slot in sentence.slots)), [])
        for template in self._rng.sample(alike, min(len(alike), 6)):
            tokens = _fitted(template, sentence)
            voiced = in_voice(tokens, sentence.slots, voice, first=first) if tokens else None
            if voiced is not None:
                return voiced
        return None


def _shape(kinds: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted("line" if kind in _LINES else kind for kind in kinds))


def _fitted(template: Template, sentence: SentencePlan) -> Tokens | None:
    """The template with the slots of a sentence in its places, each in a form that the slot offers."""
    free = list(range(len(sentence.slots)))
    tokens: list[str | tuple[int, str]] = []
    for item in template.items:
        if not isinstance(item, Cut):
            tokens.append(item)
            continue
        fits = [
            (number, nth)
            for number in free
            if _alike(sentence.slots[number].kind, item.kind)
            for form, nth, _ in choices(sentence.slots[number].variants)
            if form == item.form
        ]
        if not fits:
            return None
        number, nth = fits[0]
        free.remove(number)
        tokens.append((number, choice_token(item.form, nth)))
    return tuple(tokens)


def _alike(kind: SlotKind, other: SlotKind) -> bool:
    return kind == other or (kind in _LINES and other in _LINES)


def _plain(sentence: SentencePlan, plan: ParagraphPlan) -> Tokens | None:
    names = {"NAME": plan.name, "GIVEN": plan.given} if plan.voice == "third" else {}
    words = plain_tokens(sentence, names)
    if words is None:
        return None
    numbers = {name: number for number, name in enumerate(slot_tokens(sentence.slots))}
    tokens: list[str | tuple[int, str]] = []
    at = 0
    while at < len(words) - 1:
        if words[at] in numbers:
            tokens.append((numbers[words[at]], words[at + 1]))
            at += 1
        else:
            tokens.append(words[at])
        at += 1
    return tuple(tokens)


def _pair(sentences: Sequence[Sentence], voice: Voice, length: Length, source: str) -> Pair | None:
    """The pair of some sentences; None where one holds more slots of a kind than a prompt has tokens for."""
    if any(
        count > MOST_OF_A_KIND
        for one in sentences
        for count in Counter(slot.kind for slot in one.slots).values()
    ):
        return None
    plans = tuple(SentencePlan(one.part, one.slots, (Piece(""),), "", (), one.must) for one in sentences)
    prompt = encode(ParagraphPlan(voice, length, "summary", plans, "en", NAME, GIVEN))
    target: list[str] = []
    for one in sentences:
        names = slot_tokens(one.slots)
        target.append(header(one.part))
        for item in one.tokens:
            target += [item] if isinstance(item, str) else [names[item[0]], item[1]]
        target.append(".")
    return Pair(prompt.text, " ".join(target), source)
