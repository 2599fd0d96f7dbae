"""Plans of paragraphs, and models that answer them without weights."""

from collections.abc import Sequence

from functions.summarize.models.card import Card
from functions.summarize.planning.records import ParagraphPlan, Piece, SentencePlan, Slot, Variant
from functions.summarize.prompts import Draft, WrittenSentence
from functions.summarize.resume import Evidence
from functions.summarize.sentences import Voice


def make_slot(kind: str, text: str, form: str = "noun phrase", quote: str = "") -> Slot:
    """A slot with one variant; where a quote is given, that is the line it comes from."""
    places = (Evidence(0, len(quote), quote, "experience"),) if quote else ()
    return Slot(kind, "", (Variant(text, form, places),))  # type: ignore[arg-type]


def make_sentence(text: str, *slots: Slot, part: str = "opening") -> SentencePlan:
    """A sentence of a plan whose plain telling is the text."""
    evidence = tuple(place for slot in slots for variant in slot.variants for place in variant.evidence)
    return SentencePlan(part, slots, (Piece(text),), text, evidence, tuple(range(len(slots))))  # type: ignore[arg-type]


def make_plan_of(*sentences: SentencePlan, voice: Voice = "implied") -> ParagraphPlan:
    """A medium summary of these sentences."""
    return ParagraphPlan(voice, "medium", "summary", sentences, "en", "Ana Silva", "Ana")


class Parrot:
    """A model that writes the plain sentences, and before them, where told so, the same with an invention."""

    card = Card("parrot", "Parrot", "1", "t5", 1, "MIT", "slots", "ctranslate2", "int8", 64)

    def __init__(self, *inventions: str) -> None:
        self.inventions = inventions

    def compose(self, plans: Sequence[ParagraphPlan], *, candidates: int) -> list[list[Draft]]:
        """As many drafts as asked for, inventions first."""
        return [[_repeat(plan, each) for each in (*self.inventions, "")][:candidates] for plan in plans]


class Silent(Parrot):
    """A model that has nothing to say."""

    def compose(self, plans: Sequence[ParagraphPlan], *, candidates: int) -> list[list[Draft]]:
        """No draft."""
        return [[] for _ in plans]


def _repeat(plan: ParagraphPlan, invention: str) -> Draft:
    added = f" {invention}" if invention else ""
    return tuple(WrittenSentence(f"{one.text[:-1]}{added}.", one.evidence) for one in plan.sentences)
