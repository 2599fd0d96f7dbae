"""A pipeline that records what it is asked and answers with a fixed resume."""

import threading
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from functions.summarize.docx.document import Notice
from functions.summarize.models.card import Card
from functions.summarize.parsers.card import ParserCard, read_card
from functions.summarize.pipeline import Parsed, SentenceCheck, Summary
from functions.summarize.resume import Evidence, Experience, Fact, Resume, Role
from functions.summarize.sentences import Fault, Options, Sentence, Verdict, Voice

TEXT = "Jo Doe\nNurse, St Mary's\nRan a ward of 12 beds"
TITLE = Evidence(7, 12, "Nurse", "experience")
BULLET = Evidence(24, 45, "Ran a ward of 12 beds", "experience")
DOCTOR = Fault("word", "Doctor", 0, 6)
NOTICE = Notice("hidden-text", "Hidden text was ignored.", 0, 6)
RESUME = Resume(
    text=TEXT,
    name=Fact("Jo Doe", (Evidence(0, 6, "Jo Doe", "contact"),)),
    roles=(
        Role(
            title=Fact("Nurse", (TITLE,)),
            employer=Fact("St Mary's", (Evidence(14, 23, "St Mary's", "experience"),)),
            bullets=(Fact("Ran a ward of 12 beds", (BULLET,)),),
        ),
    ),
    experience=Experience(30, date(2026, 1, 31), "union of employment periods", (TITLE,)),
    years_stated=Fact(12, (BULLET,)),
    unused=(TITLE,),
    report={"missing": ["phone"]},
    notices=(NOTICE,),
)
CARD = Card(
    id="tiny-t5-of-march",
    name="Tiny T5",
    version="1.0.0",
    architecture="t5",
    parameters=1_000_000,
    licence="MIT",
    prompt="slots",
    format="ctranslate2",
    quantisation="int8",
    window=512,
    files={"model.bin": "0" * 64},
)
SENTENCES = (
    Sentence("Nurse at St Mary's.", "opening", "model", (TITLE,)),
    Sentence("Ran a ward of 12 beds.", "scope", "plan", (BULLET,)),
)
TIMINGS = {"read": 1.0, "write": 20.0}


@dataclass
class FakePipeline:
    """Implements `Steps`. `error` is raised by every call; work waits until `gate` is set."""

    error: Exception | None = None
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    started: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    model_ids: tuple[str, ...] = ("gpt2", "t5", "bart")

    def __post_init__(self) -> None:
        self.gate.set()

    def load(self, name: str | None = None) -> None:
        self.calls.append(("load",))

    def warm(self) -> None:
        self._work("warm")

    def summarise(self, data: bytes, options: Options) -> Summary:
        self._work("summarise", data, options)
        return Summary(SENTENCES, RESUME, CARD, _card(options), options, (NOTICE,), TIMINGS, rejected=1)

    def summarise_facts(self, resume: dict[str, Any], options: Options) -> Summary:
        self._work("summarise_facts", resume, options)
        return Summary(SENTENCES, RESUME, CARD, _card(options), options, (NOTICE,), TIMINGS, rejected=1)

    def parse(self, data: bytes, options: Options) -> Parsed:
        self._work("parse", data, options)
        return Parsed(RESUME, _card(options), {"read": 1.0})

    def verify(self, resume: dict[str, Any], text: str, voice: Voice | None) -> tuple[SentenceCheck, ...]:
        self._work("verify", resume, text, voice)
        return (
            SentenceCheck("Nurse.", Verdict(supported=True, evidence=(TITLE,))),
            SentenceCheck("Doctor.", Verdict(supported=False, problems=("word: doctor",), faults=(DOCTOR,))),
        )

    def _work(self, *call: Any) -> None:
        self.calls.append(call)
        self.started.release()
        self.gate.wait()
        if self.error is not None:
            raise self.error


def _card(options: Options) -> ParserCard:
    return read_card("ats" if options.parser == "auto" else options.parser)
