"""The app over real worker processes."""

from collections.abc import Iterator

import httpx
import pytest

from functions.summarize import samples
from functions.summarize.app import create_app
from functions.summarize.settings import SummarizeSettings
from functions.summarize.worker_processes import InProcesses
from tests.api.transports import AsgiTransport
from tests.builders.hostile import hostile
from tests.builders.waiting import PATIENCE

DATA = samples.path("charge-nurse").read_bytes()


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    settings = SummarizeSettings(workers=1, deadline=PATIENCE)
    summariser = InProcesses(settings)
    summariser.load()
    summariser.warm()
    app = create_app(settings, summariser=summariser)
    with httpx.Client(transport=AsgiTransport(app), base_url="http://localhost", timeout=PATIENCE) as opened:
        yield opened
    summariser.close()


def test_every_kind_of_work_is_answered_from_a_worker(client: httpx.Client) -> None:
    summary = client.post("/generate-summary/", files={"file": DATA}).json()
    parsed = client.post("/parse/", files={"file": DATA}).json()
    verified = client.post("/verify/", json={"resume": parsed["resume"], "text": "Charge nurse."}).json()

    assert summary["sentences"]
    assert parsed["facts"]
    assert verified["supported"] is True
    metrics = client.get("/metrics").text
    assert 'resume_summary_summaries_total{model="bart"' in metrics
    assert "resume_summary_workers_replaced 0.0" in metrics


def test_a_refusal_in_a_worker_keeps_its_code_and_its_sentence(client: httpx.Client) -> None:
    bomb = next(file for file in hostile() if file.code == "too-many-elements")
    answer = client.post("/parse/", files={"file": bomb.data})

    assert (answer.status_code, answer.json()["code"]) == (422, bomb.code)
    assert "XML elements" in answer.json()["detail"]


@pytest.mark.parametrize("depth", [100, 300, 900, 5000])
@pytest.mark.parametrize("way", ["verify", "facts"])
def test_no_depth_of_a_resume_in_json_brings_the_service_down(
    client: httpx.Client, way: str, depth: int
) -> None:
    resume = '{"basics": ' + "[" * depth + "]" * depth + "}"
    if way == "verify":
        body = '{"text": "Led 7.", "resume": ' + resume + "}"
        answer = client.post("/verify/", content=body, headers={"Content-Type": "application/json"})
    else:
        answer = client.post("/generate-summary/", files={"resume": (None, resume)})

    assert answer.status_code in {400, 422}
