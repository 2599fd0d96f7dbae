"""The plan of a paragraph: sentences in reading order, each with the facts it may tell and the forms on offer.

A slot is one fact at one place of the text; its variants are the ways it can be said there. A sentence of the plan
is always sendable: `plain` joins variants with connecting words by rule. A model may choose other variants and other
connecting words of the same sentence; it may add nothing else.
"""

from dataclasses import dataclass
from typing import Literal

from functions.summarize.resume import Evidence
from functions.summarize.sentences import Length, Output, Part, Voice

SlotKind = Literal[
    "name", "title", "years", "field", "credential", "employer", "scope", "result", "duty", "earlier title",
    "earlier employer", "earlier line", "degree", "school", "language", "award", "strength", "change",
]  # fmt: skip
"""What a slot tells. `scope`: how big the job is; `change`: a climb or a change of career."""

Form = Literal[
    "noun phrase", "person", "adjective", "past", "present", "perfect", "gerund", "clause", "participle", "phrase",
]  # fmt: skip
"""How a variant can stand in a sentence.

`noun phrase` follows "with" or a verb; `person` is what someone is ("registered nurse"), without an article;
`adjective` stands before a person ("CCRN-certified"); `past`, `present`, `perfect` and `gerund` begin with a verb
whose subject is the person; `clause` has a subject of its own; `participle` says
what became of the person ("called to the Bar of Ontario"); `phrase` is told as it stands ("more than nine years",
"in retail banking").
"""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to say a fact inside a sentence: small at the start, names in their own letters, no full stop."""

    text: str
    form: Form
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A fact that a sentence may tell.

    `place` says which fact it is, so that none is told twice: `title`, `years`, `field`, `roles.0.employer`,
    `roles.0.bullets.2`, `credentials.0`, `education.0`, `languages.1`, `awards.0`, `skills.3`. `variants` come best
    first. `current` says that it belongs to the job held now.
    """

    kind: SlotKind
    place: str
    variants: tuple[Variant, ...]
    current: bool = True

    def variant(self, *forms: Form) -> Variant | None:
        """The best variant of the first form that there is."""
        return next((one for form in forms for one in self.variants if one.form == form), None)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the plain sentence: a variant of a slot, or connecting words (`slot` is None).

    A piece that begins with a comma, a colon or an apostrophe joins without a space.
    """

    text: str
    slot: int | None = None
    variant: int | None = None


@dataclass(frozen=True, slots=True)
class SentencePlan:
    """One sentence of the paragraph: the slots it may tell in reading order, and the sentence made by rule.

    `must` are the indexes of slots that any wording of the sentence tells. `tail` is the piece from which on the
    sentence is said as it stands, behind any wording of what comes before.
    """

    part: Part
    slots: tuple[Slot, ...]
    plain: tuple[Piece, ...]
    text: str
    evidence: tuple[Evidence, ...]
    must: tuple[int, ...] = ()
    tail: int | None = None


@dataclass(frozen=True, slots=True)
class ParagraphPlan:
    """The whole text as planned. `language` is ISO 639-1; `name` and `given` are how the third person is called."""

    voice: Voice
    length: Length
    output: Output
    sentences: tuple[SentencePlan, ...]
    language: str = "en"
    name: str = ""
    given: str = ""

    @property
    def text(self) -> str:
        """The plain paragraph."""
        return " ".join(sentence.text for sentence in self.sentences)
