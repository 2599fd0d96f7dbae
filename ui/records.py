"""What the services answer, typed. Fields the page does not show are not repeated here."""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """A frozen answer; what is unknown to the page is left out."""

    model_config = ConfigDict(frozen=True)


NOT_CHECKED = "not checked"
"""The problem of a text that the service has not seen."""
HIGHLIGHTS = "highlights"
"""The line of a brief that is told rather than listed."""


class ModelCard(Record):
    """A model as its card in the catalog describes it: `quality` in shares, `speed` named with its unit."""

    id: str
    name: str
    description: str = ""
    version: str = ""
    architecture: str = ""
    parameters: int = 0
    licence: str = ""
    quantisation: str = ""
    training_data: tuple[str, ...] = ()
    quality: dict[str, float] = {}
    speed: dict[str, float] = {}
    sha256: str = ""


class ParserCard(Record):
    """A parser as its card in the catalog describes it."""

    id: str
    name: str
    description: str = ""
    version: str = ""
    stance: str = ""
    skills: str = ""
    achievements: str = ""
    never: str = ""


class Shelf(Record):
    """What can be chosen from. Empty lists mean that the service's own defaults are used."""

    models: tuple[ModelCard, ...] = ()
    parsers: tuple[ParserCard, ...] = ()


class Place(Record):
    """A place in the visible text of the resume: offsets in characters, the words there, their section."""

    start: int
    end: int
    quote: str
    section: str


class Fault(Record):
    """Words of a sentence that the resume does not support: their offsets in it, and what the resume says instead."""

    code: str
    words: str
    start: int
    end: int
    truth: str = ""


class Sentence(Record):
    """A sentence, who wrote it, and the places that support it.

    `slot` is the line of a brief it stands in. `problems` say why a person's sentence is not supported, `faults` which
    of its words are meant, where it is some and not the whole. `passed` is whether the check of a text was asked about
    it and found its words, figures and joins in the resume.
    """

    text: str
    origin: Literal["model", "plan", "person"]
    evidence: tuple[Place, ...] = ()
    slot: str | None = None
    problems: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    passed: bool = Field(False, exclude=True)

    @property
    def writable(self) -> bool:
        """Whether a model could have written it: all of a summary, of a brief the highlights."""
        return self.slot in (None, HIGHLIGHTS)

    @property
    def truths(self) -> dict[str, str]:
        """What the resume says instead, by the problem; empty where it says nothing of it."""
        return {f"{fault.code}: {fault.words}": fault.truth for fault in self.faults}


class Warned(Record):
    """Something a person should know of the document or of the result, with its place where it has one."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class Author(Record):
    """The model or parser that did the work; `reason` says why a parser was chosen, where the service chose."""

    id: str
    version: str
    reason: str | None = None


class Term(Record):
    """A term of the job description, whether the resume states it, and where."""

    term: str
    stated: bool
    evidence: tuple[Place, ...] = ()


class Target(Record):
    """The job description's terms."""

    terms: tuple[Term, ...] = ()


class YearsStated(Record):
    """Years of experience that the resume states and its dates do not bear out."""

    value: int


class Version(Record):
    """One wording: a paragraph or a brief, its sentences, and the share of them that a model wrote."""

    summary: str
    sentences: tuple[Sentence, ...]
    model_share: float

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.summary.split())

    @property
    def unsupported(self) -> int:
        """How many sentences the resume does not support: only a person's can be such."""
        return sum(bool(sentence.problems) for sentence in self.sentences)


class Summary(Version):
    """A finished summary. `text` is the visible text of the resume that every offset refers to.

    `unused` are the lines that nothing understood. `looks` tell how each line of `text` looks in the document.
    `timings` are milliseconds by stage as the service measured them, `seconds` what passed for the one who asked;
    they are no part of the answer.
    """

    alternatives: tuple[Version, ...] = ()
    text: str
    looks: tuple[str, ...] = ()
    resume: dict[str, Any]
    model: Author
    parser: Author
    target: Target | None = None
    unused: tuple[Place, ...] = ()
    years_stated: YearsStated | None = None
    warnings: tuple[Warned, ...] = ()
    timings: dict[str, float] = Field({}, exclude=True)
    seconds: float = Field(0, exclude=True)

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every wording, this one first."""
        return (self, *self.alternatives)

    @property
    def brief(self) -> bool:
        """Whether it is a brief of labelled lines."""
        return any(sentence.slot for sentence in self.sentences)

    @property
    def years(self) -> int | None:
        """The years of experience that are told; None where there are none."""
        value: int | None = self.resume.get("meta", {}).get("yearsExperience", {}).get("value")
        return value

    def unchecked(self, text: str) -> Version:
        """A person's text before it was checked: one piece, of which nothing is known yet."""
        own = Sentence(text=text.strip(), origin="person", problems=(NOT_CHECKED,))
        return Version(summary=text.strip(), sentences=(own,), model_share=0)

    def taking(self, version: Version) -> "Summary":
        """The same answer in another wording."""
        return self.model_copy(
            update={
                "summary": version.summary,
                "sentences": version.sentences,
                "model_share": version.model_share,
                "alternatives": (),
            }
        )


class Checked(Record):
    """A sentence that a person wrote, and what the service says of it."""

    text: str
    supported: bool
    problems: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


class Verdicts(Record):
    """The sentences of an edited summary, checked."""

    sentences: tuple[Checked, ...]
    supported: bool


class Options(Record):
    """What the person chose. None leaves the choice to the service."""

    model: str | None = None
    parser: str | None = None
    output: Literal["summary", "brief"] = "summary"
    length: str = "medium"
    voice: str = "implied"
    target: str = ""
    alternatives: int = 1
    blind: bool = False
    as_of: date
