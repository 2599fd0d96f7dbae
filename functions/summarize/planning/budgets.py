"""How much a text tells of each part of a resume, by its length and by what it dwells on."""

from dataclasses import dataclass
from typing import Literal

from functions.summarize.sentences import Length

Emphasis = Literal["work", "skills", "history"]
"""What a text dwells on: the present job as the first one does, skills beside the best of each, or an earlier job."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much is told: lines of the present job in its first sentence and in a further one, lines of an earlier job.

    `close` says of how many kinds the ending tells; `award` whether a prize is told; `jobs` how many earlier jobs have
    a sentence, where the present one has but one; `seeks` whether what is looked for is told. `strengths` is how many
    skills are told, of a text that is short without them; None of any other. Of such a text `spare` says that there is
    room for what is else left out: further credentials, and an earlier job of which only that it was held is known.
    """

    first: int
    further: int
    back: int
    close: Literal["rich", "full", "one", "none"] = "full"
    award: bool = True
    jobs: int = 1
    seeks: bool = False
    strengths: int | None = None
    spare: bool = False


_WORK: dict[Length, tuple[Budget, ...]] = {
    "short": (
        Budget(2, 0, 0, "none", award=False),
        Budget(3, 0, 0, "none", award=False),
        Budget(1, 0, 0, "none", award=False),
        Budget(2, 0, 0, "one", award=False),
        Budget(1, 0, 0, "one", award=False),
        Budget(1, 0, 1, "none", award=False),
        Budget(0, 0, 1, "one", award=False),
        Budget(0, 0, 0, "one", award=False),
    ),
    "medium": (
        Budget(3, 2, 2, jobs=2),
        Budget(3, 2, 2),
        Budget(3, 1, 2),
        Budget(3, 0, 2),
        Budget(3, 0, 1),
        Budget(2, 0, 1),
        Budget(2, 0, 1, award=False),
        Budget(2, 0, 0, award=False),
        Budget(2, 0, 1, "one", award=False),
        Budget(1, 0, 1, "one", award=False),
        Budget(3, 2, 2, "rich"),
    ),
    "long": (
        Budget(4, 5, 3, "rich"),
        Budget(4, 5, 3),
        Budget(4, 4, 3),
        Budget(3, 4, 3),
        Budget(3, 3, 3),
        Budget(3, 3, 2),
        Budget(3, 2, 2),
    ),
}
"""From rich to lean, by length: the first that fits is taken."""
_SKILLS: dict[Length, tuple[Budget, ...]] = {
    "short": (
        Budget(1, 0, 0, "one", award=False, strengths=3),
        Budget(1, 0, 0, "none", award=False, strengths=3),
        Budget(1, 0, 0, "none", award=False, strengths=2),
    ),
    "medium": (
        Budget(1, 0, 1, strengths=3),
        Budget(2, 0, 1, strengths=3),
        Budget(1, 0, 1, "one", strengths=3),
        Budget(1, 0, 0, "one", strengths=3),
    ),
    "long": (
        Budget(3, 3, 2, "rich", strengths=4),
        Budget(3, 2, 2, strengths=4),
        Budget(3, 2, 1, strengths=3),
        Budget(2, 1, 1, strengths=3),
    ),
}
"""Fewer lines of each job, and skills at the end."""
_HISTORY: dict[Length, tuple[Budget, ...]] = {
    "short": (Budget(1, 0, 1, "none", award=False),),
    "medium": (
        Budget(2, 0, 2, jobs=2),
        Budget(1, 0, 2, jobs=2),
        Budget(2, 0, 2),
        Budget(1, 0, 2),
        Budget(1, 0, 2, "one"),
    ),
    "long": (Budget(3, 1, 3, "rich", jobs=2), Budget(3, 1, 3, jobs=2), Budget(2, 0, 3, jobs=2)),
}
"""Fewer lines of the present job, and another earlier one."""
BUDGETS: dict[Emphasis, dict[Length, tuple[Budget, ...]]] = {
    "work": _WORK, "skills": _SKILLS, "history": _HISTORY,
}  # fmt: skip
