import json
from pathlib import Path
from typing import Any

import jsonschema

from tests.ui.fakes import BRIEF, SUMMARY
from ui.files.plain import as_json, as_json_resume, as_text

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "data" / "jsonresume" / "schema.json").read_text("utf-8")
)


def test_the_text_is_the_paragraph() -> None:
    assert as_text(SUMMARY) == b"Charge nurse at Elm. Led a team of 12.\n"


def test_the_text_of_a_brief_is_its_lines() -> None:
    assert as_text(BRIEF) == b"Now: Charge nurse, Elm\nHighlights: Led a team of 12.\nNot stated: dates\n"


def test_the_json_resume_is_valid_and_holds_the_summary_in_its_place() -> None:
    body = json.loads(as_json_resume(SUMMARY))
    assert body["basics"] == {"name": "Ada Obi", "label": "Charge Nurse", "summary": SUMMARY.summary}
    assert body["skills"] == SUMMARY.resume["skills"]
    jsonschema.validate(body, SCHEMA)


def test_the_json_holds_sentences_sources_and_facts_but_not_the_whole_resume_text() -> None:
    body = json.loads(as_json(SUMMARY))
    assert body["summary"] == SUMMARY.summary
    assert body["sentences"][1]["evidence"] == [
        {"start": 34, "end": 44, "quote": "team of 12", "section": "experience"}
    ]
    assert body["resume"] == SUMMARY.resume
    assert not {"text", "timings", "seconds"} & set(body)
