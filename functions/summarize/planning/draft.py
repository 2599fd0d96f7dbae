"""A sentence as it is put together: slots told in one of their forms, and the words between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from functions.summarize.language.surface import tidy
from functions.summarize.planning.records import Form, Piece, SentencePlan, Slot, Variant
from functions.summarize.sentences import Part, Voice

_NO_SPACE = re.compile(r"^(?:[,;:)]|\.(?!\w)|['’]s\b)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks of whom: nobody, "I", or a name."""

    voice: Voice
    name: str = ""
    given: str = ""

    def verb(self, third: str, base: str) -> str:
        """The form of a verb of ours that agrees: "holds", but "I hold"."""
        return base if self.voice == "first" else third

    def subject(self, *, introduced: bool) -> str:
        """The subject of a sentence; nobody in the implied voice."""
        if self.voice == "implied":
            return ""
        return "I" if self.voice == "first" else (self.given if introduced else self.name)


@dataclass
class Draft:
    """One sentence under way. `said` and `told` return the draft, so that a sentence reads as it is built."""

    part: Part
    slots: list[Slot] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    tail: int | None = None

    def say(self, text: str) -> Self:
        """Connecting words; none where the text is empty."""
        if text:
            self.pieces.append(Piece(text))
        return self

    def end(self, text: str) -> Self:
        """Connecting words from which on the sentence is said as it stands."""
        self.tail = len(self.pieces)
        return self.say(text)

    def tell(self, slot: Slot, *forms: Form, text: Variant | None = None) -> Self:
        """A slot in the best of the forms, or in the variant given."""
        variant = text or slot.variant(*forms) or slot.variants[0]
        if slot not in self.slots:
            self.slots.append(slot)
        self.pieces.append(Piece(variant.text, self.slots.index(slot), slot.variants.index(variant)))
        return self

    def join(self, parts: list[tuple[Slot, Variant]], *, conjunction: str = "and") -> Self:
        """Several slots as one list: "a", "a and b", "a, b and c"; ", and" where one of them holds an "and"."""
        inner = any(re.search(r"\band\b|,", variant.text) for _, variant in parts)
        for index, (slot, variant) in enumerate(parts):
            if index:
                last = index == len(parts) - 1
                self.say((f", {conjunction}" if inner else conjunction) if last else ",")
            self.tell(slot, text=_without_verb(slot, variant, parts[index - 1][1]) if index else variant)
        return self

    @property
    def words(self) -> int:
        """How many words it has so far."""
        return sum(len(piece.text.split()) for piece in self.pieces)

    def finish(self) -> SentencePlan:
        """The sentence with its capital, its full stop and where its facts stand."""
        text = put_together(self.pieces)
        evidence = {
            place
            for piece in self.pieces
            if piece.slot is not None and piece.variant is not None
            for place in self.slots[piece.slot].variants[piece.variant].evidence
        }
        return SentencePlan(
            self.part,
            tuple(self.slots),
            tuple(self.pieces),
            tidy(text),
            tuple(sorted(evidence)),
            tuple(range(len(self.slots))),
            self.tail,
        )


def put_together(pieces: Sequence[Piece]) -> str:
    """Pieces side by side, with no space before a mark."""
    text = ""
    for piece in pieces:
        text += piece.text if not text or _NO_SPACE.match(piece.text) else f" {piece.text}"
    return text


def _without_verb(slot: Slot, variant: Variant, before: Variant) -> Variant:
    """ "handles stock, [handles] deliveries": the thing alone where the clause before it has the same verb."""
    verb, _, thing = variant.text.partition(" ")
    if verb != before.text.partition(" ")[0]:
        return variant
    return next((one for one in slot.variants if one.form == "noun phrase" and one.text == thing), variant)
