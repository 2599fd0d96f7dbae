"""What a model's paragraphs are worth, told without the words: slots, forms and joints only."""

from collections.abc import Iterable, Sequence

from functions.summarize.planning.records import Variant
from functions.summarize.prompts.alphabet import MUST
from functions.summarize.prompts.paragraph import Offer, ParagraphPrompt, decode
from training.paragraphs.pair import Pair


def score(pairs: Sequence[Pair], outputs: Sequence[str]) -> dict[str, float]:
    """Shares, 0 to 1.

    `sentences`: of the sentences of the plans, those that the output tells with all that must be told, in forms that
    were offered; `whole`: paragraphs of which every sentence is; `same`: word for word the reference.
    """
    told = [
        [sentence is not None for sentence in decode(output, read_prompt(pair.prompt))]
        for pair, output in zip(pairs, outputs, strict=True)
    ]
    return {
        "sentences": _share(each for one in told for each in one),
        "whole": _share(all(one) for one in told),
        "same": _share(pair.target == output for pair, output in zip(pairs, outputs, strict=True)),
    }


def read_prompt(text: str) -> ParagraphPrompt:
    """A prompt from its text alone: every slot stands for its own name."""
    offers: list[Offer] = []
    told: dict[tuple[str, str], Variant] = {}
    musts: set[str] = set()
    part = slot = ""
    for token in [*text.split()[2:], "["]:
        if token.startswith("["):
            if part:
                offers.append(Offer(part, told, frozenset(musts)))
            part, told, musts = token, {}, set()
        elif token.startswith("<"):
            slot = token
        elif token == MUST:
            musts.add(slot)
        elif token.startswith("+"):
            told[slot, f".{token[1:]}"] = Variant(slot, "phrase", ())
    return ParagraphPrompt(text, tuple(offers), {"NAME": "NAME", "GIVEN": "GIVEN"})


def _share(flags: Iterable[bool]) -> float:
    found = list(flags)
    return sum(found) / max(1, len(found))
