"""The three ways of putting a sentence plan to a checkpoint; its card says which one it was trained on."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from functions.summarize import prompts
from functions.summarize.models.card import PromptKind
from functions.summarize.prompts import Prompt
from functions.summarize.sentences import SentencePlan


@dataclass(frozen=True, slots=True)
class PromptStyle:
    """A plan into a prompt, and what was generated back into a sentence, or None where there is none.

    `encode` is also told who writes, so that two models need not choose the same style.
    `max_tokens` leaves room for twice the longest sentence wanted (32 words).
    """

    encode: Callable[[SentencePlan, str], Prompt]
    decode: Callable[[str, Prompt], str | None]
    max_tokens: int


def encode_facts(plan: SentencePlan, _writer: str = "") -> Prompt:
    """Kind, voice and tense, then `field: value` for each fact in the order of the plan.

    On one line, since T5's vocabulary has no line break; the arrow tells a decoder where the sentence starts.
    """
    head = f"{plan.kind} {plan.voice} {'current' if plan.current else 'past'}"
    facts = [f"{fact.field}: {fact.text}" for fact in plan.facts]
    return Prompt(" | ".join([head, *facts]) + " =>", ())


def encode_document(plan: SentencePlan, _writer: str = "") -> Prompt:
    """The plain sentence and after it the resume's own lines that it draws on, for summarisers that know prose only.

    The most important first: what a window has no room for is cut from the end.
    """
    told = plan.plain.casefold()
    lines = dict.fromkeys(" ".join(place.quote.split()) for fact in plan.facts for place in fact.evidence)
    more = (line if line.endswith(".") else f"{line}." for line in lines if line.casefold() not in told)
    return Prompt(" ".join((plan.plain, *more)), ())


def decode_first_sentence(output: str, _prompt: Prompt) -> str | None:
    """The first complete sentence; what was cut off by the token limit is none."""
    text = " ".join(output.split())
    found = re.match(r".+?[.!?](?=\s|$)", text)
    return found[0] if found else None


STYLES: dict[PromptKind, PromptStyle] = {
    "slots": PromptStyle(prompts.encode, prompts.decode, max_tokens=64),
    "facts": PromptStyle(encode_facts, decode_first_sentence, max_tokens=96),
    "document": PromptStyle(encode_document, decode_first_sentence, max_tokens=96),
}
