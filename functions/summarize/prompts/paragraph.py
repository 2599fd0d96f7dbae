"""A paragraph's plan as a prompt, and a model's output as the sentences of the plan. Pure; knows no model.

    [implied] [medium] [opening] <title1> ! :s +person <years1> ! :s +phrase [present] <employer1> ! :s +noun ...

The output is for each sentence its part, then slots, each with the form it is told in, and words of a closed
vocabulary; sentences of one part stand in the order of the plan:

    [opening] <title1> .person with <years1> .phrase . [present] at <employer1> .noun , <result1> .past .
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from functions.summarize.language.surface import article, tidy
from functions.summarize.planning.records import ParagraphPlan, SentencePlan, Slot, Variant
from functions.summarize.prompts.alphabet import (
    GIVEN,
    MUST,
    NAME,
    PAST_JOB,
    all_tokens,
    choice_token,
    choices,
    connecting_words,
    header,
    offer_token,
    size_token,
    slot_token,
)
from functions.summarize.resume import Evidence

_CHOICES = frozenset(token for token in all_tokens() if token.startswith(".") and len(token) > 1)
_TIGHT = re.compile(r"^(?:[,;:.)]|['’]s\b)")


@dataclass(frozen=True, slots=True)
class Offer:
    """One sentence of a prompt: its part, what each slot and form stand for, and the slots that must be told."""

    part: str
    told: dict[tuple[str, str], Variant]
    musts: frozenset[str]


@dataclass(frozen=True, slots=True)
class ParagraphPrompt:
    """What a model reads, and what its tokens stand for, sentence by sentence."""

    text: str
    offers: tuple[Offer, ...]
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence that a model wrote for one sentence of the plan, and where the facts stand that it tells."""

    text: str
    evidence: tuple[Evidence, ...]


Draft = tuple[WrittenSentence | None, ...]
"""What a model wrote for each sentence of a plan; None where nothing of it can be used."""


def encode(plan: ParagraphPlan) -> ParagraphPrompt:
    """The prompt of a plan."""
    tokens = [header(plan.voice), header(plan.length)]
    offers = []
    for sentence in plan.sentences:
        names = slot_tokens(sentence.slots)
        tokens.append(header(sentence.part))
        told: dict[tuple[str, str], Variant] = {}
        for at, (name, slot) in enumerate(zip(names, sentence.slots, strict=True)):
            tokens += [name, *_features(slot, must=at in sentence.must)]
            told |= {(name, choice_token(form, nth)): v for form, nth, v in choices(slot.variants)}
        musts = frozenset(names[at] for at in sentence.must)
        offers.append(Offer(header(sentence.part), told, musts))
    called = {NAME: plan.name, GIVEN: plan.given} if plan.voice == "third" else {}
    return ParagraphPrompt(" ".join(tokens), tuple(offers), called)


def slot_tokens(slots: Sequence[Slot]) -> tuple[str, ...]:
    """The token of each slot of one sentence."""
    kinds = [slot.kind for slot in slots]
    return tuple(slot_token(kind, kinds[:at].count(kind)) for at, kind in enumerate(kinds))


def _features(slot: Slot, *, must: bool) -> list[str]:
    marks = [MUST] if must else []
    marks += [] if slot.current else [PAST_JOB]
    offers = [offer_token(form, nth) for form, nth, _ in choices(slot.variants)]
    return [*marks, size_token(slot.variants[0].text), *offers]


def decode(output: str, prompt: ParagraphPrompt) -> Draft:
    """What an output says for each sentence of the plan; None where it says nothing that can be used.

    A sentence is used when all its slots are of its sentence of the plan, none stands twice, all that must be told
    are, each in a form that was offered, and every other word is of the closed vocabulary.
    """
    found: dict[int, WrittenSentence] = {}
    open_offers = dict(enumerate(prompt.offers))
    for part, *words in _sentences(output.split()):
        number = next((number for number, offer in open_offers.items() if offer.part == part), None)
        if number is None:
            continue
        offer = open_offers.pop(number)
        slots = [word for word in words if word.startswith("<")]
        told = _spelled(words, offer, prompt.names) if offer.musts <= set(slots) else None
        if told is not None and slots and len(set(slots)) == len(slots):
            found[number] = told
    return tuple(found.get(number) for number in range(len(prompt.offers)))


def _sentences(words: list[str]) -> list[list[str]]:
    """The words between full stops; what does not end is no sentence."""
    sentences: list[list[str]] = [[]]
    for word in words:
        if word == ".":
            sentences.append([])
        else:
            sentences[-1].append(word)
    return [sentence for sentence in sentences[:-1] if sentence]


def _spelled(words: list[str], offer: Offer, names: dict[str, str]) -> WrittenSentence | None:
    pieces: list[str] = []
    evidence: dict[Evidence, None] = {}
    known = connecting_words()
    following = iter([*words[1:], ""])
    for word in words:
        after = next(following)
        if (word, after) in offer.told:
            variant = offer.told[word, after]
            pieces.append(variant.text)
            evidence |= dict.fromkeys(variant.evidence)
        elif word in known or word in names:
            pieces.append(names.get(word, word))
        elif word not in _CHOICES:
            return None
    told = sum(word.startswith("<") for word in words) == sum(word in _CHOICES for word in words)
    return WrittenSentence(joined(pieces), tuple(sorted(evidence))) if told else None


def joined(pieces: list[str]) -> str:
    """Pieces as a sentence: the article that fits what follows, no space before a mark, a capital, a full stop."""
    text = ""
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else ""
        word = article(following) if piece in ("a", "an") and following else piece
        text += word if not text or _TIGHT.match(word) else f" {word}"
    return tidy(text)


def plain_tokens(sentence: SentencePlan, names: dict[str, str]) -> list[str] | None:
    """The sentence made by rule as tokens; None where it has words of its own."""
    slots = slot_tokens(sentence.slots)
    known = connecting_words()
    tokens: list[str] = []
    for piece in sentence.plain:
        if piece.slot is not None and piece.variant is not None:
            slot = sentence.slots[piece.slot]
            chosen = next(
                (
                    choice_token(f, n)
                    for f, n, v in choices(slot.variants)
                    if v == slot.variants[piece.variant]
                ),
                None,
            )
            if chosen is None:
                return None
            tokens += [slots[piece.slot], chosen]
        else:
            words = re.findall(r"[^\s,;:]+|[,;:]", _with_tokens(piece.text, names))
            small = [word if word == "I" or word in names else word.lower() for word in words]
            if not set(small) <= known | set(names):
                return None
            tokens += small
    return [*tokens, "."]


def _with_tokens(text: str, names: dict[str, str]) -> str:
    """The words with a name in them replaced by its token, the full name before the given one."""
    for token, name in names.items():
        if name:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", token, text)
    return text
