"""One text from verified sentences, and others of the same resume that really differ from it."""

from dataclasses import dataclass

from functions.summarize.language.words import stems_in
from functions.summarize.sentences import Sentence, Slot

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

_SAME = 0.7


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


def differs(one: Version, other: Version) -> bool:
    """Whether half of the sentences, of those that a model could write, say something else or say it otherwise."""
    own = [sentence for sentence in one.sentences if sentence.slot in (None, "highlights")]
    others = [stems_in(s.text) for s in other.sentences if s.slot in (None, "highlights")]
    new = sum(all(_likeness(stems_in(sentence.text), stems) <= _SAME for stems in others) for sentence in own)
    return 2 * new >= len(own) > 0


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
