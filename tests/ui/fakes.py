"""Services that remember what they were asked and answer from a script."""

from dataclasses import dataclass, field
from typing import Any, TypeVar

from ui.client import ServiceError
from ui.records import Author, Checked, Choice, Options, Place, Sentence, Shelf, Summary, Verdicts, Warned

RESUME = "Ada Obi\nCharge Nurse at Elm\nLed a team of 12\n<b>*bold*</b> :smile: $x$"
SHELF = Shelf(
    models=(
        Choice(id="bart", name="BART", description="Flows."),
        Choice(id="t5", name="T5", description="Fast."),
    ),
    parsers=(Choice(id="ats", name="ATS", description="Literal."), Choice(id="industry", name="Industry")),
)
T = TypeVar("T")
DOWN = ServiceError("service-unreachable", "The service is not running", "Nothing answers at http://x/")


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
    resume={"basics": {"name": "Ada Obi", "label": "Charge Nurse"}, "skills": [{"name": "<i>Triage</i>"}]},
    model=Author(id="t5", version="1.0.0"),
    parser=Author(id="ats", version="1.0.0"),
    warnings=(Warned(code="hidden-text", message="2 pieces of *hidden* text were ignored."),),
    model_share=0.5,
)


@dataclass
class FakeServices:
    """Each list is answered from its front; an error in it is raised. An empty list gives the usual answer."""

    shelves: list[Shelf | ServiceError] = field(default_factory=list)
    summaries: list[Summary | ServiceError] = field(default_factory=list)
    summarised: list[tuple[str, bytes, Options]] = field(default_factory=list)
    verified: list[tuple[dict[str, Any], str, str]] = field(default_factory=list)

    def shelf(self) -> Shelf:
        return _next(self.shelves, SHELF)

    def summarise(self, name: str, data: bytes, options: Options) -> Summary:
        self.summarised.append((name, data, options))
        return _next(self.summaries, SUMMARY)

    def verify(self, resume: dict[str, Any], text: str, voice: str) -> Verdicts:
        self.verified.append((resume, text, voice))
        wrong = Checked(text="Led <b>99</b>.", supported=False, problems=("number: 99",))
        return Verdicts(sentences=(Checked(text="Charge nurse.", supported=True), wrong), supported=False)


def _next(answers: list[T | ServiceError], usual: T) -> T:
    answer = answers.pop(0) if answers else usual
    if isinstance(answer, ServiceError):
        raise answer
    return answer
