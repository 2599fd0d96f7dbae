"""The real pipeline behind the app; only the model is a fake, which writes the plan's own sentences."""

import io
import logging
import zipfile
from datetime import date
from pathlib import Path

import httpx
import pytest

import functions.summarize.samples
from functions.summarize.answers import InProcess
from functions.summarize.app import create_app
from functions.summarize.models.card import Card
from functions.summarize.pipeline import Pipeline
from functions.summarize.sentences import CHOICES
from functions.summarize.settings import SummarizeSettings
from tests.api.conftest import DOCX, Connect
from tests.api.fakes import CARD
from tests.builders.plans import Parrot
from tests.fuzz.inputs import numbered

SAMPLES = sorted(Path(functions.summarize.samples.__file__).parent.glob("*.docx"))
NURSE = next(path for path in SAMPLES if path.stem == "charge-nurse").read_bytes()


class PlainModel(Parrot):
    """Writes what the plan says."""

    card: Card = CARD


@pytest.fixture
def client(connect: Connect) -> httpx.Client:
    pipeline = Pipeline(load=lambda _: PlainModel())
    return connect(
        create_app(SummarizeSettings(), summariser=InProcess(pipeline), today=lambda: date(2026, 1, 31))
    )


def upload(data: bytes) -> dict[str, tuple[str, bytes, str]]:
    return {"file": ("resume.docx", data, DOCX)}


def zipped(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("parser", CHOICES["parser"])
@pytest.mark.parametrize("voice", CHOICES["voice"])
def test_a_resume_is_summarised_with_quotes_that_stand_in_it(
    client: httpx.Client, parser: str, voice: str
) -> None:
    body = client.post(
        "/generate-summary/", data={"parser": parser, "voice": voice}, files=upload(NURSE)
    ).json()

    assert body["summary"] == " ".join(sentence["text"] for sentence in body["sentences"])
    assert body["options"]["voice"] == voice
    places = [place for sentence in body["sentences"] for place in sentence["evidence"]]
    assert places
    assert all(body["text"][place["start"] : place["end"]] == place["quote"] for place in places)


def test_a_blind_brief_with_alternatives_for_a_job_tells_how_it_came_about(client: httpx.Client) -> None:
    options = {
        "output": "brief",
        "blind": "true",
        "parser": "auto",
        "target": "Epic, Kafka",
        "alternatives": "2",
    }
    response = client.post("/generate-summary/", data=options, files=upload(NURSE))

    body = response.json()
    assert "Folasade" not in response.text
    assert body["summary"].splitlines()[0].startswith("Now: Charge Nurse, Saint Brannoc Medical Center")
    assert [(term["term"], term["stated"]) for term in body["target"]["terms"]] == [
        ("Epic", True),
        ("Kafka", False),
    ]
    assert (body["parser"]["id"], body["options"]["parser"]) == ("industry", "auto")
    assert body["parser"]["reason"].startswith("Job titles and skills show one sector (Healthcare)")
    assert [other["summary"].splitlines()[0] for other in body["alternatives"]] == [
        body["summary"].splitlines()[0]
    ]
    assert {sentence["slot"] for sentence in body["sentences"]} >= {"now", "before", "highlights"}


def test_facts_are_read_blind_and_compared_with_a_job(client: httpx.Client) -> None:
    response = client.post("/parse/", data={"blind": "true", "target": "Epic, Kafka"}, files=upload(NURSE))

    assert "Folasade" not in response.text
    assert response.json()["report"]["keyword_coverage"] == {"stated": ["Epic"], "not_stated": ["Kafka"]}
    assert [term["stated"] for term in response.json()["target"]["terms"]] == [True, False]


def test_the_facts_of_a_resume_can_be_verified_against_it(client: httpx.Client) -> None:
    parsed = client.post("/parse/", files=upload(NURSE)).json()
    title = parsed["resume"]["work"][0]["position"]
    checked = client.post(
        "/verify/", json={"resume": parsed["resume"], "text": f"{title}. Won a Nobel Prize."}
    )

    assert [sentence["supported"] for sentence in checked.json()["sentences"]] == [True, False]


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"%PDF-1.7 ...", 415, "not-a-docx"),
        (rb"{\rtf1 resume}", 415, "not-a-docx"),
        (b"\xff\xd8\xff\xe0 a photograph", 415, "not-a-docx"),
        (b"<html>resume</html>", 415, "not-a-docx"),
        (b"plain text", 415, "not-a-docx"),
        (b"PK\x03\x04 and nothing more", 422, "damaged-package"),
        (NURSE[: len(NURSE) // 2], 422, "damaged-package"),
        (zipped(**{"readme.txt": "no document"}), 415, "not-a-docx"),
    ],
    ids=["pdf", "rtf", "jpeg", "html", "text", "zip header", "half a docx", "other zip"],
)
@pytest.mark.parametrize("path", ["/generate-summary/", "/parse/"])
def test_what_is_no_whole_docx_is_refused(
    client: httpx.Client, path: str, data: bytes, status: int, code: str
) -> None:
    response = client.post(path, files=upload(data))

    assert (response.status_code, response.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    "resume",
    [{}, {"work": "nurse"}, {"work": [[]]}, {"basics": [1]}, {"skills": [{"keywords": 5}]}, {"x": None}],
)
def test_a_resume_of_the_wrong_shape_is_no_fault_of_ours(
    client: httpx.Client, resume: dict[str, object]
) -> None:
    assert client.post("/verify/", json={"resume": resume, "text": "Nurse."}).status_code in {200, 400, 422}


@pytest.mark.parametrize("number", range(8))
def test_random_facts_are_told_in_the_same_bytes_twice_or_refused(client: httpx.Client, number: int) -> None:
    facts = {"resume": ("facts.json", numbered(5, number, "facts").data, "application/json")}
    first, again = (client.post("/generate-summary/", files=facts) for _ in range(2))

    assert first.status_code in {200, 400, 413, 422}
    assert (again.status_code, again.content) == (first.status_code, first.content)


@pytest.mark.parametrize("path", ["/generate-summary/", "/parse/"])
def test_nothing_of_a_resume_gets_into_the_log(
    client: httpx.Client, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        body = client.post(path, files=upload(NURSE)).json()

    name = body["resume"]["basics"]["name"]
    assert name in body["text"]
    logged = "\n".join(f"{record.getMessage()} {vars(record)}" for record in caplog.records)
    assert not [word for word in name.split() if word in logged]
    assert "resume.docx" not in logged
