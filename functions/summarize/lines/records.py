"""The parts of a resume line, and the forms in which it can be told: frozen records, offsets into the line."""

from dataclasses import dataclass
from typing import Literal

Head = Literal["act", "duty", "state", "thing", "fragment", "label"]
"""What a line is.

`act`: something the person finished ("Cut costs by 9%"). `duty`: what the person does or did standing. `state`: what
was or became so, without a doer ("Average handling time fell ..."). `thing`: a noun phrase ("Member of the works
council"). `fragment`: a figure or a participle without a verb of its own ("52 technicians signed off"). `label`: a
word and its value ("Team size: 12").
"""

Tag = Literal[
    "label", "subject", "verb", "object", "change", "extent", "result", "method", "purpose", "place", "time", "with",
    "compare", "bracket", "and", "filler", "mark",
]  # fmt: skip
"""What a stretch of words does in its line; `data/lines/README.md` beside the training data says what each means."""

Shape = Literal["verb phrase", "clause", "participle", "noun phrase"]
"""What a telling is grammatically, that is where it can stand.

`verb phrase`: follows its subject, the person ("cut costs by 9%", "has cut", "leads"). `clause`: has a subject of its
own ("average handling time fell by 9%"). `participle`: "leading a team of nine". `noun phrase`: follows "with".
"""

Tense = Literal["past", "present", "perfect"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the line: `line.text[start:end]`."""

    tag: Tag
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LineReading:
    """A line cut into its parts. `probability` is that of the head and of every cut together, 0 to 1.

    A reading that is not `certain` is told as it stands or not at all.
    """

    text: str
    title: str
    current: bool
    head: Head
    parts: tuple[Part, ...]
    probability: float
    certain: bool

    def words(self, part: Part) -> str:
        """The words of a part, as the line has them."""
        return self.text[part.start : part.end]

    @property
    def begins_with_verb(self) -> bool:
        """Whether the person is the subject of its first word (or of the one after "Successfully", "I")."""
        told = [part for part in self.parts if part.tag not in ("filler", "mark", "label")]
        return self.certain and self.head in ("act", "duty") and bool(told) and told[0].tag == "verb"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a telling, in order; the texts of all pieces, joined by spaces, are the telling.

    `start` and `end` are the words of the line that it comes from; both None for joining words of ours. `rule` names
    what was done to them (an entry of `rules.toml`), None where they stand as written.
    """

    text: str
    start: int | None
    end: int | None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One form of a line: its words, small at the start (names keep their capitals), without a full stop."""

    text: str
    shape: Shape
    tense: Tense | None
    pieces: tuple[Piece, ...]
    dropped: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms in which the same words can be told; None where a form would be false or no English."""

    past: Telling | None = None
    present: Telling | None = None
    perfect: Telling | None = None
    gerund: Telling | None = None
    noun: Telling | None = None


@dataclass(frozen=True, slots=True)
class Tellings:
    """The ways to tell a line: `whole`, and the `half` that is its result with the one comparison that weighs it.

    `short` is the half in the tense that fits: present for a standing duty of the present job, past for what is done.
    """

    reading: LineReading
    whole: Forms
    half: Forms
    short: Telling | None

    @property
    def past(self) -> Telling | None:
        """ "cut", "led"; the person is the subject."""
        return self.whole.past

    @property
    def present(self) -> Telling | None:
        """ "leads"; only of what still goes on."""
        return self.whole.present

    @property
    def perfect(self) -> Telling | None:
        """ "has cut"; only under the present job."""
        return self.whole.perfect

    @property
    def gerund(self) -> Telling | None:
        """ "leading", after "and", "including" or a comma."""
        return self.whole.gerund

    @property
    def noun(self) -> Telling | None:
        """What can follow "with" or "including": "costs cut by 9%"."""
        return self.whole.noun
