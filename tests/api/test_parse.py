from datetime import date

import httpx

from functions.summarize.sentences import Options
from tests.api.conftest import DOCX
from tests.api.fakes import TEXT, FakePipeline

FILE = {"file": ("cv.docx", b"the bytes", DOCX)}


def test_a_docx_becomes_facts_with_evidence(client: httpx.Client, pipeline: FakePipeline) -> None:
    response = client.post("/parse/", data={"parser": "industry", "as_of": "2025-06-30"}, files=FILE)

    body = response.json()
    assert response.status_code == 200
    assert pipeline.calls == [("parse", b"the bytes", Options(date(2025, 6, 30), parser="industry"))]
    assert body.pop("resume")["basics"]["name"] == "Jo Doe"
    assert body.pop("facts")["/basics/name"] == {
        "evidence": [{"quote": "Jo Doe", "section": "contact", "start": 0, "end": 6, "source": "document"}],
        "confidence": 1.0,
        "rule": None,
    }
    assert body == {
        "years_experience": {
            "value": 2,
            "months": 30,
            "as_of": "2026-01-31",
            "rule": "union of employment periods",
        },
        "report": {"missing": ["phone"]},
        "parser": {"id": "industry", "version": "1.0.0", "reason": None},
        "target": None,
        "unused": [{"quote": "Nurse", "section": "experience", "start": 7, "end": 12, "source": "document"}],
        "years_stated": {
            "value": 12,
            "evidence": [
                {
                    "quote": "Ran a ward of 12 beds",
                    "section": "experience",
                    "start": 24,
                    "end": 45,
                    "source": "document",
                }
            ],
        },
        "warnings": [{"code": "hidden-text", "message": "Hidden text was ignored.", "start": 0, "end": 6}],
        "text": TEXT,
    }


def test_parsing_takes_no_writing_options(client: httpx.Client, pipeline: FakePipeline) -> None:
    response = client.post("/parse/", data={"voice": "third"}, files=FILE)

    assert response.status_code == 422
    assert (
        response.json()["detail"] == "There is no option 'voice'; known: file, parser, as_of, target, blind."
    )
    assert pipeline.calls == []
