"""What a model's sentences are worth, told without the words: slots only."""

import re
from collections.abc import Iterable, Sequence

from training.corpus.pair import Pair

_SLOT = re.compile(r"<[^>\s]+>")


def score(pairs: Sequence[Pair], outputs: Sequence[str]) -> dict[str, float]:
    """Shares of outputs, 0 to 1.

    `exact_slots`: the slots of the reference, all of them and no other, resume lines in their order;
    `finished`: ends in a full stop, names only slots of its prompt, none twice; `same`: word for word.
    """
    both = list(zip(pairs, outputs, strict=True))
    return {
        "exact_slots": _share(_slots(pair.target) == _slots(output) for pair, output in both),
        "finished": _share(is_finished(pair.prompt, output) for pair, output in both),
        "same": _share(pair.target == output for pair, output in both),
    }


def is_finished(prompt: str, output: str) -> bool:
    """Whether `decode` would take it."""
    told = [_stem(slot) for slot in _SLOT.findall(output)]
    have = {_stem(slot) for slot in _SLOT.findall(prompt)}
    return output.endswith(" .") and len(told) == len(set(told)) and set(told) <= have


def _slots(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The slots of facts in alphabetical order, those of resume lines in the order of the text."""
    slots = _SLOT.findall(text)
    lines = tuple(_stem(slot) for slot in slots if re.match(r"<[ab]\d", slot))
    return tuple(sorted(slot for slot in slots if not re.match(r"<[ab]\d", slot))), lines


def _stem(slot: str) -> str:
    return slot.strip("<>").partition(".")[0].rstrip("!")


def _share(flags: Iterable[bool]) -> float:
    found = list(flags)
    return sum(found) / max(1, len(found))
