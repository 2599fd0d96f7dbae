import json
from datetime import date
from typing import Any

import httpx
import pytest

from functions.summarize.sentences import Options
from tests.api.conftest import DOCX, Connect, MakeApp
from tests.api.fakes import TEXT, FakePipeline

FILE = {"file": ("cv.docx", b"the bytes", DOCX)}
SUMMARY_BODY = {
    "summary": "Nurse at St Mary's. Ran a ward of 12 beds.",
    "sentences": [
        {
            "text": "Nurse at St Mary's.",
            "kind": "opening",
            "origin": "model",
            "evidence": [
                {"quote": "Nurse", "section": "experience", "start": 7, "end": 12, "source": "document"}
            ],
            "slot": None,
        },
        {
            "text": "Ran a ward of 12 beds.",
            "kind": "scope",
            "origin": "plan",
            "evidence": [
                {
                    "quote": "Ran a ward of 12 beds",
                    "section": "experience",
                    "start": 24,
                    "end": 45,
                    "source": "document",
                }
            ],
            "slot": None,
        },
    ],
    "alternatives": [],
    "text": TEXT,
    "looks": [],
    "model": {"id": "bart", "version": "1.0.0"},
    "parser": {"id": "ats", "version": "1.0.0", "reason": None},
    "options": {
        "model": "bart",
        "parser": "ats",
        "length": "medium",
        "voice": "implied",
        "output": "summary",
        "target": "",
        "alternatives": 1,
        "blind": False,
        "as_of": "2026-01-31",
    },
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
    "model_share": 0.5,
}


def test_a_docx_becomes_a_summary_with_evidence(client: httpx.Client, pipeline: FakePipeline) -> None:
    response = client.post("/generate-summary/", files=FILE)

    body = response.json()
    assert response.status_code == 200
    assert pipeline.calls == [("summarise", b"the bytes", Options(as_of=date(2026, 1, 31)))]
    assert body.pop("resume")["work"][0]["position"] == "Nurse"
    assert len(body["model"].pop("sha256")) == 64
    assert body == SUMMARY_BODY
    assert all(
        body["text"][place["start"] : place["end"]] == place["quote"]
        for sentence in body["sentences"]
        for place in sentence["evidence"]
    )


def test_options_reach_the_pipeline_from_form_and_query(client: httpx.Client, pipeline: FakePipeline) -> None:
    form = {"model": "bart", "parser": "industry", "voice": "third", "target": "A nurse.", "blind": "true"}
    query = {"length": "long", "as_of": "2020-02-29", "output": "brief", "alternatives": "3"}
    response = client.post("/generate-summary/", params=query, data=form, files=FILE)

    chosen = Options(
        date(2020, 2, 29),
        "bart",
        "industry",
        "long",
        "third",
        "brief",
        "A nurse.",
        alternatives=3,
        blind=True,
    )
    assert pipeline.calls == [("summarise", b"the bytes", chosen)]
    assert response.json()["options"] == {
        "model": "bart",
        "parser": "industry",
        "length": "long",
        "voice": "third",
        "output": "brief",
        "target": "A nurse.",
        "alternatives": 3,
        "blind": True,
        "as_of": "2020-02-29",
    }


def test_a_rerun_gives_the_same_bytes(client: httpx.Client) -> None:
    first, second = (client.post("/generate-summary/", files=FILE) for _ in range(2))

    assert first.content == second.content
    assert first.headers["x-request-id"] != second.headers["x-request-id"]


def test_the_path_works_without_its_slash(client: httpx.Client) -> None:
    with_slash, without = (
        client.post(path, files=FILE) for path in ("/generate-summary/", "/generate-summary")
    )

    assert (without.status_code, without.content) == (200, with_slash.content)


@pytest.mark.parametrize(
    ("accept", "plain"),
    [
        ("text/plain", True),
        ("text/plain, application/json;q=0.5", True),
        ("application/json, text/plain, */*", False),
        ("*/*", False),
        ("image/png", False),
    ],
)
def test_accept_text_gives_the_paragraph_alone(client: httpx.Client, accept: str, plain: bool) -> None:
    response = client.post("/generate-summary/", files=FILE, headers={"Accept": accept})

    assert response.headers["vary"] == "Accept"
    if plain:
        assert response.headers["content-type"] == "text/plain; charset=utf-8"
        assert response.text == "Nurse at St Mary's. Ran a ward of 12 beds."
    else:
        assert response.headers["content-type"] == "application/json"


def test_stage_times_go_into_a_header(client: httpx.Client) -> None:
    timing = client.post("/generate-summary/", files=FILE).headers["server-timing"]

    read, write, total = timing.split(", ")
    assert (read, write) == ("read;dur=1.0", "write;dur=20.0")
    assert total.startswith("total;dur=")


def test_figures_of_a_summary_are_counted(connect: Connect, make_app: MakeApp) -> None:
    client = connect(make_app())
    client.post("/generate-summary/", files=FILE)
    metrics = client.get("/metrics").text

    assert 'resume_summary_summaries_total{model="bart",parser="ats"} 1.0' in metrics
    assert 'resume_summary_sentences_total{origin="plan"} 1.0' in metrics
    assert "resume_summary_rejected_total 1.0" in metrics
    assert 'resume_summary_stage_seconds_count{stage="write"} 1.0' in metrics
    assert 'http_requests_total{method="POST",route="/generate-summary/",status="200"} 1.0' in metrics
    assert "resume_summary_places_taken 0.0" in metrics


def test_corrected_facts_take_the_place_of_the_file(client: httpx.Client, pipeline: FakePipeline) -> None:
    facts = {"basics": {"name": "Jo Doe"}}

    response = client.post(
        "/generate-summary/", files={"resume": (None, json.dumps(facts))}, data={"length": "short"}
    )

    assert response.status_code == 200
    assert pipeline.calls == [("summarise_facts", facts, Options(as_of=date(2026, 1, 31), length="short"))]


def test_corrected_facts_may_be_sent_as_a_file(client: httpx.Client, pipeline: FakePipeline) -> None:
    files = {"resume": ("facts.json", b'{"work": []}', "application/json")}
    assert client.post("/generate-summary/", files=files).status_code == 200
    assert pipeline.calls == [("summarise_facts", {"work": []}, Options(as_of=date(2026, 1, 31)))]


@pytest.mark.parametrize(
    ("files", "code", "words"),
    [
        ({"resume": (None, "{")}, "malformed-request", "resume is not JSON"),
        ({"resume": (None, "[1]")}, "malformed-request", "resume is not a JSON object"),
        ({"resume": (None, "[" * 100_000)}, "malformed-request", "resume is not JSON"),
        ({"resume": (None, "{}"), **FILE}, "malformed-request", "a file and a resume"),
        (
            {"resume": ("x.json", b'"' + b"x" * 1_000_000 + b'"')},
            "upload-too-large",
            "resume has 1000002 bytes",
        ),
        ({"other": (None, "{}")}, "invalid-option", "There is no option 'other'"),
    ],
)
def test_facts_that_are_no_json_object_are_refused(
    client: httpx.Client,
    pipeline: FakePipeline,
    files: dict[str, tuple[str | None, Any]],
    code: str,
    words: str,
) -> None:
    response = client.post("/generate-summary/", files=files)

    assert (response.json()["code"], pipeline.calls) == (code, [])
    assert words in response.json()["detail"]


def test_a_docx_is_the_only_thing_that_parse_reads(client: httpx.Client) -> None:
    response = client.post("/parse/", files={"resume": (None, "{}")})
    assert response.json()["code"] == "invalid-option"
