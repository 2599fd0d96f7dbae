"""A backend that remembers what it was asked and answers from a script."""

from dataclasses import dataclass, field
from typing import Any

from functions.common.errors import NotADocx, ResumeSummaryError
from functions.summarize.commandline.backend import Body
from functions.summarize.sentences import Options, Voice

WARNING = {"code": "hidden-text", "message": "Hidden text was ignored.", "start": None, "end": None}


def summary_body(name: str = "Ada Obi", summary: str = "Charge nurse with 8+ years of experience.") -> Body:
    return {
        "summary": summary,
        "sentences": [{"text": summary, "kind": "opening", "origin": "model", "evidence": []}],
        "resume": {"basics": {"name": name, "label": "Charge Nurse"}},
        "alternatives": [],
        "parser": {"id": "ats", "version": "1.0.0", "reason": None},
        "target": None,
        "model_share": 0.75,
        "warnings": [WARNING],
    }


def facts_body() -> Body:
    return {
        "resume": {
            "basics": {"name": "Ada Obi", "label": "Charge Nurse", "email": "ada@example.org"},
            "work": [
                {
                    "position": "Charge Nurse",
                    "name": "Elm Hospital",
                    "startDate": "2018-03",
                    "highlights": ["Led 12"],
                }
            ],
            "skills": [{"name": "Triage"}, {"name": "Tools", "keywords": ["Epic", "Excel"]}],
        },
        "years_experience": {"value": 8, "months": 97, "as_of": "2026-04-01", "rule": "union-of-employment"},
        "parser": {"id": "ats", "version": "1.0.0", "reason": None},
        "target": None,
        "warnings": [],
    }


@dataclass
class FakeBackend:
    """Answers every call; `refuse` maps a file's name to the error it gets, `stop_after` ends the program."""

    refuse: dict[str, ResumeSummaryError] = field(default_factory=dict)
    stop_after: int | None = None
    summary: Body = field(default_factory=summary_body)
    calls: list[tuple[Any, ...]] = field(default_factory=list)

    def summarise(self, name: str, data: bytes, options: Options) -> Body:
        if self.stop_after is not None and len(self.calls) >= self.stop_after:
            raise KeyboardInterrupt
        self.calls.append(("summarise", name, data, options))
        if data == b"not a docx":
            raise NotADocx("This is plain text; save it as .docx.")
        if name in self.refuse:
            raise self.refuse[name]
        return self.summary

    def summarise_facts(self, resume: Body, options: Options) -> Body:
        self.calls.append(("summarise_facts", resume, options))
        return self.summary

    def parse(self, name: str, data: bytes, options: Options) -> Body:
        self.calls.append(("parse", name, data, options))
        return facts_body()

    def verify(self, resume: Body, text: str, voice: Voice | None) -> Body:
        self.calls.append(("verify", resume, text, voice))
        sentences = [_checked(sentence) for sentence in text.strip().rstrip(".").split(". ")]
        return {"sentences": sentences, "supported": all(sentence["supported"] for sentence in sentences)}

    def close(self) -> None:
        """Nothing is open."""

    def models(self) -> Body:
        return {
            "models": [
                {"id": "t5", "name": "Compact T5", "description": "Writes."},
                {"id": "bart", "name": "BART"},
            ]
        }

    def parsers(self) -> Body:
        return {"parsers": [{"id": "ats", "name": "ATS", "description": "Reads."}]}


def _checked(sentence: str) -> Body:
    problems = ["unsupported: invented"] if "invented" in sentence else []
    return {"text": f"{sentence}.", "supported": not problems, "problems": problems, "evidence": []}
