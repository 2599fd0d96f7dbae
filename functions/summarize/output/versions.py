"""One text from verified sentences, and others of the same resume that really differ from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from functions.summarize.language.words import stems_in
from functions.summarize.models.contract import Model
from functions.summarize.output.assemble import Written, merged
from functions.summarize.output.write import write, write_otherwise
from functions.summarize.sentences import Sentence, SentencePlan, Slot

LABELS: dict[Slot, str] = {
    "now": "Now",
    "before": "Before",
    "years": "Years",
    "skills": "Skills",
    "credentials": "Credentials",
    "highlights": "Highlights",
    "not_stated": "Not stated",
}
"""The lines of a brief in their order."""

_Put = Callable[[Sequence[SentencePlan]], tuple[list[Written], int]]
_SAME = 0.7
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Version:
    """The sentences of one text, in reading order."""

    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """A paragraph; of a brief, a line for each slot that has something to say."""
        if all(sentence.slot is None for sentence in self.sentences):
            return " ".join(sentence.text for sentence in self.sentences)
        lines = {slot: [one.text for one in self.sentences if one.slot == slot] for slot in LABELS}
        return "\n".join(f"{LABELS[slot]}: {' '.join(texts)}" for slot, texts in lines.items() if texts)

    @property
    def model_share(self) -> float:
        """Sentences that the model wrote, of all that it could have written; 0 to 1.

        In a brief it could have written the highlights only.
        """
        writable = [sentence for sentence in self.sentences if sentence.slot in (None, "highlights")]
        return sum(sentence.origin == "model" for sentence in writable) / max(1, len(writable))


class Composer(Protocol):
    """What an output is: what could be said, and how what was written becomes a text."""

    def plan(self, variant: int) -> tuple[SentencePlan, ...]:
        """The sentences to write; another `variant` chooses other facts or another order of them."""

    def arrange(self, written: Sequence[Written]) -> tuple[Sentence, ...]:
        """The sentences of the text in reading order, chosen among those written."""

    def finish(
        self, sentences: Sequence[Sentence], written: Sequence[Written], model: Model
    ) -> tuple[tuple[Sentence, ...], int]:
        """The sentences polished as a whole, and how many of the model's were rejected meanwhile."""

    def lacks(self, sentences: Sequence[Sentence]) -> bool:
        """Whether the text is too short without the sentences held in reserve."""


def first_version(composer: Composer, plans: Sequence[SentencePlan], model: Model) -> tuple[Version, int]:
    """The text for these plans, and how many of the model's sentences were rejected."""
    return _compose(composer, plans, model, partial(write, model=model))


def other_versions(
    composer: Composer, model: Model, first: Version, wanted: int
) -> tuple[tuple[Version, ...], int]:
    """Up to `wanted` more texts, each different from all before it, and how many sentences were rejected.

    Fewer where the resume has no more to say.
    """
    versions, rejected = [first], 0
    for variant in range(1, 1 + wanted * _ATTEMPTS):
        if len(versions) > wanted:
            break
        said = frozenset(sentence.text for version in versions for sentence in version.sentences)
        put = partial(write_otherwise, model=model, said=said)
        version, refused = _compose(composer, composer.plan(variant), model, put)
        rejected += refused
        if all(differs(version, other) for other in versions):
            versions.append(version)
    return tuple(versions[1:]), rejected


def _compose(
    composer: Composer, plans: Sequence[SentencePlan], model: Model, put: _Put
) -> tuple[Version, int]:
    """The plans put into words and arranged; the reserve only where the text lacks it."""
    written, rejected = put([plan for plan in plans if not plan.reserve])
    sentences = composer.arrange(written)
    reserves = [plan for plan in plans if plan.reserve]
    if reserves and composer.lacks(sentences):
        more, refused = put(reserves)
        written = merged(plans, [*written, *more])
        sentences = composer.arrange(written)
        rejected += refused
    finished, refused = composer.finish(sentences, written, model)
    return Version(finished), rejected + refused


def differs(one: Version, other: Version) -> bool:
    """Whether half of the sentences, of those that a model could write, say something else or say it otherwise."""
    own = [sentence for sentence in one.sentences if sentence.slot in (None, "highlights")]
    others = [stems_in(s.text) for s in other.sentences if s.slot in (None, "highlights")]
    new = sum(all(_likeness(stems_in(sentence.text), stems) <= _SAME for stems in others) for sentence in own)
    return 2 * new >= len(own) > 0


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
