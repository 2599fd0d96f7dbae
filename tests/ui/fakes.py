"""Services that remember what they were asked and answer from a script."""

from dataclasses import dataclass, field
from typing import Any, TypeVar

from ui.client import ServiceError
from ui.records import (
    Author,
    Checked,
    ModelCard,
    Options,
    ParserCard,
    Place,
    Sentence,
    Shelf,
    Summary,
    Target,
    Term,
    Verdicts,
    Version,
    Warned,
)

RESUME = "Ada Obi\nCharge Nurse at Elm\nLed a team of 12\n<b>*bold*</b> :smile: $x$"
SHELF = Shelf(
    models=(
        ModelCard(
            id="bart",
            name="Resume Summary BART",
            description="Flows.",
            version="1.0.0",
            architecture="bart",
            quantisation="int8",
            parameters=2_200_000,
            licence="MIT",
            training_data=("pairs", "lines"),
            quality={"whole": 0.9967},
            speed={"paragraph_ms": 41.4},
            sha256="0123456789abcdef0123",
        ),
        ModelCard(
            id="t5",
            name="Resume Summary T5",
            description="Fast.",
            quality={"whole": 0.9833},
            speed={"paragraph_ms": 18.9},
        ),
    ),
    parsers=(
        ParserCard(id="ats", name="ATS", description="Literal.", never="A <b>guess</b>."),
        ParserCard(id="industry", name="Industry"),
    ),
)
T = TypeVar("T")
DOWN = ServiceError("service-unreachable", "The service is not running", "Nothing answers at http://x/")
BUSY = ServiceError("saturated", "The service is busy", "Too many ask at once.")
PROTECTED = ServiceError(
    "encrypted-document", "The document cannot be used", "It is protected by a *password*."
)


def place(quote: str, section: str = "experience") -> Place:
    start = RESUME.index(quote)
    return Place(start=start, end=start + len(quote), quote=quote, section=section)


SUMMARY = Summary(
    summary="Charge nurse at Elm. Led a team of 12.",
    sentences=(
        Sentence(text="Charge nurse at Elm.", origin="model", evidence=(place("Charge Nurse at Elm"),)),
        Sentence(text="Led a team of 12.", origin="plan", evidence=(place("team of 12"),)),
    ),
    text=RESUME,
    looks=("heading", "strong", "item", "text"),
    resume={"basics": {"name": "Ada Obi", "label": "Charge Nurse"}, "skills": [{"name": "<i>Triage</i>"}]},
    model=Author(id="t5", version="1.0.0"),
    parser=Author(id="ats", version="1.0.0"),
    warnings=(Warned(code="hidden-text", message="2 pieces of *hidden* text were ignored."),),
    model_share=0.5,
    timings={"write": 40.0},
)
SECOND = Version(
    summary="Led a team of 12.",
    sentences=(Sentence(text="Led a team of 12.", origin="model", evidence=(place("team of 12"),)),),
    model_share=1,
)
BRIEF = SUMMARY.model_copy(
    update={
        "summary": "Now: Charge nurse, Elm\nHighlights: Led a team of 12.\nNot stated: dates",
        "sentences": (
            Sentence(
                text="Charge nurse, Elm", origin="plan", slot="now", evidence=(place("Charge Nurse at Elm"),)
            ),
            Sentence(
                text="Led a team of 12.", origin="model", slot="highlights", evidence=(place("team of 12"),)
            ),
            Sentence(text="dates", origin="plan", slot="not_stated"),
        ),
        "target": Target(
            terms=(
                Term(term="charge nurse", stated=True, evidence=(place("Charge Nurse"),)),
                Term(term="ICU", stated=False),
            )
        ),
        "warnings": (Warned(code="section-unread", message="A section was not read.", start=0, end=7),),
    }
)


@dataclass
class FakeServices:
    """Each list is answered from its front; an error in it is raised. An empty list gives the usual answer.

    What a person writes is supported unless it holds a 9.
    """

    shelves: list[Shelf | ServiceError] = field(default_factory=list)
    summaries: list[Summary | ServiceError] = field(default_factory=list)
    summarised: list[tuple[str, bytes, Options]] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)
    verdicts: list[Verdicts | ServiceError] = field(default_factory=list)
    verified: list[tuple[dict[str, Any], str, str | None]] = field(default_factory=list)

    def shelf(self) -> Shelf:
        return _next(self.shelves, SHELF)

    def summarise(self, name: str, data: bytes, options: Options, corrected: str = "") -> Summary:
        self.summarised.append((name, data, options))
        self.corrected.append(corrected)
        return _next(self.summaries, BRIEF if options.output == "brief" else SUMMARY)

    def verify(self, resume: dict[str, Any], text: str, voice: str | None) -> Verdicts:
        self.verified.append((resume, text, voice))
        sentences = tuple(_verdict(f"{piece.strip('.')}.") for piece in text.strip().split(". "))
        usual = Verdicts(sentences=sentences, supported=all(each.supported for each in sentences))
        return _next(self.verdicts, usual)


def _verdict(text: str) -> Checked:
    wrong = "9" in text
    return Checked(text=text, supported=not wrong, problems=("number: 99",) if wrong else ())


def _next(answers: list[T | ServiceError], usual: T) -> T:
    answer = answers.pop(0) if answers else usual
    if isinstance(answer, ServiceError):
        raise answer
    return answer
