"""The records between planning, writing and verifying a sentence."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from functions.summarize.resume import Evidence

ModelName = Literal["gpt2", "t5", "bart"]
FIRST_MODEL: ModelName = "bart"
"""The one that is used where none is asked for: the best of the three on composed records that were kept out."""
ParserName = Literal["ats", "industry"]
ParserChoice = Literal["ats", "industry", "auto"]
Output = Literal["summary", "brief"]
Length = Literal["short", "medium", "long"]
Voice = Literal["implied", "first", "third"]
Kind = Literal["opening", "result", "scope", "skills", "credential", "education"]
Part = Literal["opening", "present", "more", "earlier", "close"]
"""Which place of the story a sentence has: who · the present job · more of it · back in time · the ending."""
BriefKind = Literal["history", "omission"]
"""What only a brief says: positions held before, and what the resume does not state."""
Slot = Literal["now", "before", "years", "skills", "credentials", "highlights", "not_stated"]
Field = Literal[
    "title", "level", "years", "employer", "domain", "specialty", "bullet", "team_size", "budget", "sites",
    "volume", "skill", "credential", "degree", "field", "institution", "year", "name",
]  # fmt: skip

CHOICES: dict[str, tuple[str, ...]] = {
    "model": get_args(ModelName),
    "parser": get_args(ParserChoice),
    "output": get_args(Output),
    "length": get_args(Length),
    "voice": get_args(Voice),
}
WORDS: dict[Length, tuple[int, int]] = {"short": (25, 40), "medium": (45, 90), "long": (90, 130)}
LONGEST_TARGET = 20_000
"""Characters of a job description: some ten pages."""
MOST_ALTERNATIVES = 5


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller chose. `as_of` is the day that "present" means.

    `target` is the text of a job description, which decides what is told first. `alternatives` says how many
    different summaries are wanted in all. `blind` leaves out who the person is.
    """

    as_of: date
    model: ModelName = FIRST_MODEL
    parser: ParserChoice = "ats"
    length: Length = "medium"
    voice: Voice = "implied"
    output: Output = "summary"
    target: str = ""
    alternatives: int = 1
    blind: bool = False


@dataclass(frozen=True, slots=True)
class PlanFact:
    """One fact that a sentence may use, as it would stand inside a sentence, and where it comes from.

    `text` is sentence-ready: "senior backend engineer", "8+", "RN", "Cut stock loss from 4% to 1%". A bullet
    is the whole line as the resume has it, without its full stop. Several skills are several facts.
    """

    field: Field
    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a sentence: a stable code, the offending words with their offsets, and the truth.

    `truth` is for people: "at N26, not at Zalando SE"; empty where there is nothing to point at.
    """

    code: str
    words: str = ""
    start: int = 0
    end: int = 0
    truth: str = ""

    def __str__(self) -> str:
        """ "code: words", as `Verdict.problems` lists them."""
        return f"{self.code}: {self.words}" if self.words else self.code


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the verifier says of a sentence. `problems` are short stable codes with the offending words.

    `faults` say the same with places in the sentence and what the resume says instead.
    """

    supported: bool
    problems: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the finished summary, who wrote it, and where its facts stand in the resume.

    `slot` is the line of a brief that it stands on; None in a summary.
    """

    text: str
    kind: Kind | Part | BriefKind
    origin: Literal["model", "plan"]
    evidence: tuple[Evidence, ...]
    slot: Slot | None = None
