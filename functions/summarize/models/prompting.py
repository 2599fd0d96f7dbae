"""The three ways of putting a paragraph's plan to a checkpoint; its card says which one it was trained on."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from functions.summarize.models.card import PromptKind
from functions.summarize.planning.records import ParagraphPlan, SentencePlan
from functions.summarize.prompts import Draft, WrittenSentence, decode, encode
from functions.summarize.sentences import Part, Voice


@dataclass(frozen=True, slots=True)
class Prompt:
    """A plan as a checkpoint reads it, and `decode`, which turns an answer to each text into what it says.

    No answer may hold what is `forbidden`.
    """

    texts: tuple[str, ...]
    decode: Callable[[Sequence[str]], Draft]
    forbidden: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PromptStyle:
    """A way of asking; `max_tokens` leaves room for the longest answer to one text."""

    prompt: Callable[[ParagraphPlan], Prompt]
    max_tokens: int


def slots_prompt(plan: ParagraphPlan) -> Prompt:
    """The whole paragraph as one prompt of typed slots."""
    encoded = encode(plan)
    return Prompt((encoded.text,), lambda outputs: decode(outputs[0], encoded), encoded.forbidden())


def facts_prompts(plan: ParagraphPlan) -> Prompt:
    """For each sentence its part and the voice, then `kind: text` for each slot in the order of the plan.

    On one line, since T5's vocabulary has no line break; the arrow tells a decoder where the sentence starts.
    """
    texts = tuple(
        facts_prompt(one.part, plan.voice, (f"{slot.kind}: {slot.variants[0].text}" for slot in one.slots))
        for one in plan.sentences
    )
    return Prompt(texts, lambda outputs: _sentences(plan, outputs))


def facts_prompt(part: Part, voice: Voice, facts: Iterable[str]) -> str:
    """The prompt of one sentence from its facts, as `kind: text` each."""
    return " | ".join((f"{part} {voice}", *facts)) + " =>"


def document_prompts(plan: ParagraphPlan) -> Prompt:
    """For each sentence the one made by rule and the resume's own lines that it draws on, for summarisers of prose.

    The most important first: what a window has no room for is cut from the end.
    """
    return Prompt(tuple(map(_document, plan.sentences)), lambda outputs: _sentences(plan, outputs))


def _document(sentence: SentencePlan) -> str:
    told = sentence.text.casefold()
    lines = dict.fromkeys(" ".join(place.quote.split()) for place in sentence.evidence)
    more = (line if line.endswith(".") else f"{line}." for line in lines if line.casefold() not in told)
    return " ".join((sentence.text, *more))


def _sentences(plan: ParagraphPlan, outputs: Sequence[str]) -> Draft:
    """The first complete sentence of each output; what was cut off by the token limit is none."""
    return tuple(_first(output, one) for output, one in zip(outputs, plan.sentences, strict=True))


def _first(output: str, sentence: SentencePlan) -> WrittenSentence | None:
    found = re.match(r".+?[.!?](?=\s|$)", " ".join(output.split()))
    return WrittenSentence(found[0], sentence.evidence) if found else None


STYLES: dict[PromptKind, PromptStyle] = {
    "slots": PromptStyle(slots_prompt, max_tokens=160),
    "facts": PromptStyle(facts_prompts, max_tokens=96),
    "document": PromptStyle(document_prompts, max_tokens=96),
}
