"""The three ways of putting a paragraph's plan to a checkpoint; its card says which one it was trained on."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from functions.summarize.models.card import PromptKind
from functions.summarize.planning.records import ParagraphPlan, SentencePlan
from functions.summarize.prompts import Draft, WrittenSentence, decode, encode
from functions.summarize.sentences import Part, Voice


@dataclass(frozen=True, slots=True)
class PromptStyle:
    """A plan into prompts, and what was generated for each of them back into what it says for each sentence.

    `max_tokens` leaves room for the longest answer to one prompt; `forbid` gives what no answer may hold.
    """

    encode: Callable[[ParagraphPlan], tuple[str, ...]]
    decode: Callable[[ParagraphPlan, Sequence[str]], Draft]
    max_tokens: int
    forbid: Callable[[ParagraphPlan], tuple[tuple[str, ...], ...]] = lambda _: ()


def encode_slots(plan: ParagraphPlan) -> tuple[str, ...]:
    """The whole paragraph as one prompt of typed slots."""
    return (encode(plan).text,)


def decode_slots(plan: ParagraphPlan, outputs: Sequence[str]) -> Draft:
    """The sentences that the output spells."""
    return decode(outputs[0], encode(plan))


def encode_facts(plan: ParagraphPlan) -> tuple[str, ...]:
    """For each sentence its part and the voice, then `kind: text` for each slot in the order of the plan.

    On one line, since T5's vocabulary has no line break; the arrow tells a decoder where the sentence starts.
    """
    return tuple(
        facts_prompt(one.part, plan.voice, (f"{slot.kind}: {slot.variants[0].text}" for slot in one.slots))
        for one in plan.sentences
    )


def facts_prompt(part: Part, voice: Voice, facts: Iterable[str]) -> str:
    """The prompt of one sentence from its facts, as `kind: text` each."""
    return " | ".join((f"{part} {voice}", *facts)) + " =>"


def encode_document(plan: ParagraphPlan) -> tuple[str, ...]:
    """For each sentence the one made by rule and the resume's own lines that it draws on, for summarisers of prose.

    The most important first: what a window has no room for is cut from the end.
    """
    return tuple(map(_document, plan.sentences))


def _document(sentence: SentencePlan) -> str:
    told = sentence.text.casefold()
    lines = dict.fromkeys(" ".join(place.quote.split()) for place in sentence.evidence)
    more = (line if line.endswith(".") else f"{line}." for line in lines if line.casefold() not in told)
    return " ".join((sentence.text, *more))


def decode_sentences(plan: ParagraphPlan, outputs: Sequence[str]) -> Draft:
    """The first complete sentence of each output; what was cut off by the token limit is none."""
    return tuple(_first(output, one) for output, one in zip(outputs, plan.sentences, strict=True))


def _first(output: str, sentence: SentencePlan) -> WrittenSentence | None:
    found = re.match(r".+?[.!?](?=\s|$)", " ".join(output.split()))
    return WrittenSentence(found[0], sentence.evidence) if found else None


STYLES: dict[PromptKind, PromptStyle] = {
    "slots": PromptStyle(encode_slots, decode_slots, 160, lambda plan: encode(plan).forbidden()),
    "facts": PromptStyle(encode_facts, decode_sentences, max_tokens=96),
    "document": PromptStyle(encode_document, decode_sentences, max_tokens=96),
}
