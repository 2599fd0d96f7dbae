"""Paragraphs to learn from, drawn from a seed: composed sentences cut into slots, put together anew, beside our plans.

A fifth of the paragraphs are those of one composed record; a sixth puts sentences of several together, which keeps
every type and changes every neighbour; the rest are plans of our own planner, half of their sentences told by a
composed sentence of the same slots where there is one, the others by rule. No sentence is taught that serving would
not accept. Words are never seen: a name is a slot, so that nothing can be learned by heart.
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
from functions.summarize.prompts.paragraph import decode, encode, fullest, plain_tokens, slot_tokens
from functions.summarize.sentences import Length, Options, Part, Voice
from training.composed import Record, records
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
_COMPOSED, _RECOMBINED = 0.2, 0.15
"""Of the paragraphs, how many are composed ones, and how many are put together of them."""
_AS_COMPOSED = 0.5
"""Of the sentences of our plans, how many are told as composed ones where there are any."""
_DISTRACTORS = 0.2
"""How often a slot is offered that the sentence leaves out."""
Tokens = tuple[str | tuple[int, str], ...]
"""A sentence: words, and slots of it by number with the token of the form they are told in."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a plan and one way to tell it; `tokens` count the slots of the sentence.

    `plain` is what the plan itself says, which a prompt offers first.
    """

    part: Part
    slots: tuple[Slot, ...]
    must: tuple[int, ...]
    tokens: Tokens
    plain: tuple[Piece, ...] = (Piece(""),)


class Generator:
    """Draws pairs. The same seed gives the same pairs; records kept out are used for the held-out set alone."""

    def __init__(self, seed: int, *, held_out: bool = False) -> None:
        self._rng = random.Random(f"{seed}-{held_out}")
        self._records = [record for record in records() if record.kept_out == held_out]
        self._made: dict[int, tuple[ParagraphPlan, tuple[Sentence | None, ...]]] = {}

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
    def _wanted(self) -> list[tuple[Record, Voice, Length, int]]:
        """Plans of each record: every voice and length, and variants."""
        lengths: tuple[Length, ...] = ("medium", "medium", "long", "short")
        return [
            (record, voice, length, variant)
            for record in self._records
            for voice, _ in _VOICES
            for variant, length in enumerate(lengths)
        ]

    def _plan_of(self, number: int) -> tuple[ParagraphPlan, tuple[Sentence | None, ...]]:
        """What our planner makes of what is wanted, and its sentences as the plan says them; made once."""
        if number not in self._made:
            record, voice, length, variant = self._wanted[number]
            options = Options(record.as_of, voice=voice, length=length)
            plan = plan_paragraph(record.resume, options, record.as_of, variant)
            self._made[number] = plan, tuple(_by_rule(one, plan) for one in plan.sentences)
        return self._made[number]

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
        if chance < _COMPOSED:
            return self._composed(self._rng.choice(self._texts), "composed", most)
        if chance < _COMPOSED + _RECOMBINED:
            parts = [part for part in _PARTS if self._by_part[part] and self._rng.random() < 0.8]
            return self._composed(
                [self._rng.choice(self._by_part[part]) for part in parts], "recombined", most
            )
        return self._planned(*self._plan_of(self._rng.choice(range(len(self._wanted)))), most)

    def _some(self, sentences: Sequence[T], most: int) -> Sequence[T]:
        """At most so many of them, side by side."""
        start = self._rng.randint(0, max(0, len(sentences) - most))
        return sentences[start : start + most]

    def _composed(self, templates: Sequence[Template], source: str, most: int) -> Pair | None:
        voice = self._rng.choices(*zip(*_VOICES, strict=True))[0]
        told = [self._sentence(template) for template in templates]
        voiced = [in_voice(one.tokens, one.slots, voice, first=at == 0) for at, one in enumerate(told)]
        usable = [
            sentence
            for one, tokens in zip(told, voiced, strict=True)
            if tokens is not None and is_usable(sentence := replace(one, tokens=tokens), voice)
        ]
        kept = self._some(usable, most)
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

    def _planned(self, plan: ParagraphPlan, by_rule: Sequence[Sentence | None], most: int) -> Pair | None:
        kept: list[Sentence] = []
        for at, (sentence, ruled) in enumerate(zip(plan.sentences, by_rule, strict=True)):
            composed = self._rng.random() < _AS_COMPOSED
            told = self._like_composed(sentence, plan.voice, first=at == 0) if composed else None
            chosen = told or ruled
            if chosen is not None:
                kept.append(chosen)
        return _pair(self._some(kept, most), plan.voice, plan.length, "planned") if kept else None

    def _like_composed(self, sentence: SentencePlan, voice: Voice, *, first: bool) -> Sentence | None:
        """The sentence told as a composed sentence of the same slots, if the forms that takes are on offer."""
        alike = self._by_kinds.get((sentence.part, _shape(slot.kind for slot in sentence.slots)), [])
        for template in self._rng.sample(alike, min(len(alike), 6)):
            tokens = _fitted(template, sentence)
            voiced = in_voice(tokens, sentence.slots, voice, first=first) if tokens else None
            if voiced is not None:
                told = Sentence(sentence.part, sentence.slots, sentence.must, voiced, sentence.plain)
                if is_usable(told, voice):
                    return told
        return None


def _shape(kinds: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted("line" if kind in _LINES else kind for kind in kinds))


def _fitted(template: Template, sentence: SentencePlan) -> Tokens | None:
    """The template with the slots of a sentence in its places, each in a form that the slot offers."""
    offered = tuple(fullest(sentence))
    free = list(range(len(offered)))
    tokens: list[str | tuple[int, str]] = []
    for item in template.items:
        if not isinstance(item, Cut):
            tokens.append(item)
            continue
        fits = [
            (number, nth)
            for number in free
            if _alike(offered[number].kind, item.kind)
            for form, nth, _ in choices(offered[number].variants)
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


def _by_rule(sentence: SentencePlan, plan: ParagraphPlan) -> Sentence | None:
    """The sentence as the plan says it, where the closed vocabulary has its words."""
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
    told = Sentence(sentence.part, sentence.slots, sentence.must, tuple(tokens), sentence.plain)
    return told if is_usable(told, plan.voice) else None


def is_usable(sentence: Sentence, voice: Voice) -> bool:
    """Whether serving would accept the sentence: all told that must be, in forms on offer, acts told as acts."""
    if _has_too_many(sentence):
        return False
    prompt = encode(_plan((sentence,), voice, "short"))
    return decode(" ".join(_target((sentence,))), prompt)[0] is not None


def _has_too_many(sentence: Sentence) -> bool:
    """Whether it holds more slots of a kind than a prompt has tokens for."""
    return any(count > MOST_OF_A_KIND for count in Counter(slot.kind for slot in sentence.slots).values())


def _pair(sentences: Sequence[Sentence], voice: Voice, length: Length, source: str) -> Pair:
    return Pair(encode(_plan(sentences, voice, length)).text, " ".join(_target(sentences)), source)


def _plan(sentences: Sequence[Sentence], voice: Voice, length: Length) -> ParagraphPlan:
    """The plan whose prompt asks for the sentences; what each of them says by rule is not seen."""
    plans = tuple(SentencePlan(one.part, one.slots, one.plain, "", (), one.must) for one in sentences)
    return ParagraphPlan(voice, length, "summary", plans, "en", NAME, GIVEN)


def _target(sentences: Sequence[Sentence]) -> Iterator[str]:
    """The tokens of the sentences."""
    for one in sentences:
        names = slot_tokens(one.slots)
        yield header(one.part)
        for item in one.tokens:
            yield from (item,) if isinstance(item, str) else (names[item[0]], item[1])
        yield "."
