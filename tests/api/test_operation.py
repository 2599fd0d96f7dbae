"""Health, readiness, keys, headers: what operators and browsers see."""

import asyncio
import hashlib
import logging
import re
from functools import partial
from pathlib import Path

import httpx
import pytest

from functions.common import auth
from functions.common.errors import ModelUnavailable
from functions.common.limits import Allowance
from functions.common.version import VERSION
from tests.api.conftest import DOCX, Connect, MakeApp
from tests.api.fakes import FakePipeline
from tests.api.transports import AsgiTransport
from tests.builders.waiting import until

FILE = {"file": ("Jo Doe's resume.docx", b"the bytes", DOCX)}
KEY, OTHER = "k-1", "k-2"


def hash_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def test_health_tells_state_version_and_models(client: httpx.Client) -> None:
    assert client.get("/health").json() == {
        "status": "starting",
        "version": VERSION,
        "models": ["gpt2", "t5", "bart"],
    }


def test_ready_means_the_model_has_answered_once(make_app: MakeApp, pipeline: FakePipeline) -> None:
    async def scenario() -> list[int]:
        app = make_app()
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            pipeline.gate.clear()
            async with app.router.lifespan_context(app):
                await asyncio.to_thread(pipeline.started.acquire)
                before = await client.get("/readyz")
                pipeline.gate.set()
                while (after := await client.get("/readyz")).status_code != 200:
                    pass
                metrics = await client.get("/metrics")
        assert before.json()["code"] == "not-ready"
        assert before.headers["retry-after"] == "1"
        assert re.search(r"^process_ready_time_seconds [1-9]", metrics.text, re.MULTILINE)
        return [before.status_code, after.status_code]

    assert asyncio.run(scenario()) == [503, 200]
    assert pipeline.calls == [("load",), ("warm",)]


def test_a_model_that_does_not_load_keeps_the_service_unready_and_alive(
    connect: Connect, make_app: MakeApp, pipeline: FakePipeline
) -> None:
    pipeline.error = ModelUnavailable("t5/model.bin does not match its checksum.")
    client = connect(make_app())
    client.get("/readyz")
    while (ready := client.get("/readyz")).json()["code"] == "not-ready":
        pass

    assert (ready.status_code, ready.json()["code"]) == (503, "model-unavailable")
    assert ready.json()["detail"] == "t5/model.bin does not match its checksum."
    assert client.get("/livez").json() == {"status": "ok"}
    assert client.get("/health").json()["status"] == "failed"


def test_why_a_model_failed_in_an_unforeseen_way_stays_in_the_log(
    connect: Connect, make_app: MakeApp, pipeline: FakePipeline
) -> None:
    pipeline.error = ValueError("/models/t5 is a directory")
    client = connect(make_app())
    client.get("/readyz")
    while (ready := client.get("/readyz")).json()["code"] == "not-ready":
        pass

    assert (ready.status_code, ready.json()["code"]) == (503, "model-unavailable")
    assert ready.json()["detail"] == "The model did not load; the log says why."


def test_nobody_is_redirected(client: httpx.Client) -> None:
    assert client.get("/health/").status_code == 404


def test_keys_guard_everything_but_health_and_the_description(connect: Connect, make_app: MakeApp) -> None:
    client = connect(make_app(api_key_hashes=f"{hash_of(KEY)}, {hash_of(OTHER)}"))

    assert client.post("/generate-summary/", files=FILE, headers=bearer(KEY)).status_code == 200
    assert client.post("/generate-summary/", files=FILE, headers=bearer(OTHER)).status_code == 200
    for path in ("/health", "/livez", "/openapi.json", "/docs"):
        assert client.get(path).status_code == 200
    for answer in (
        client.post("/generate-summary/", files=FILE),
        client.post("/parse/", files=FILE, headers=bearer("wrong")),
        client.post("/verify/", json={}, headers={"Authorization": f"Basic {KEY}"}),
        client.get("/metrics"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthorised")
        assert answer.headers["www-authenticate"] == "Bearer"


def test_keys_rotate_without_a_restart(connect: Connect, make_app: MakeApp, tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text(hash_of(KEY))
    client = connect(make_app(api_key_file=file))
    statuses = [client.get("/metrics", headers=bearer(key)).status_code for key in (KEY, OTHER)]
    replacement = tmp_path / "new"
    replacement.write_text(hash_of(OTHER) + "\n")
    replacement.replace(file)
    statuses += [client.get("/metrics", headers=bearer(key)).status_code for key in (KEY, OTHER)]
    file.unlink()
    statuses.append(client.get("/metrics", headers=bearer(OTHER)).status_code)

    assert statuses == [200, 401, 401, 200, 200]


def test_a_key_has_an_allowance_of_its_own(
    connect: Connect, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auth, "Allowance", partial(Allowance, clock=lambda: 0.0))
    client = connect(make_app(api_key_hashes=f"{hash_of(KEY)} {hash_of(OTHER)}", requests_per_minute=2))
    answers = [client.get("/metrics", headers=bearer(key)) for key in (KEY, KEY, KEY, OTHER)]

    assert [answer.status_code for answer in answers] == [200, 200, 429, 200]
    assert answers[2].json()["code"] == "rate-limited"
    assert answers[2].headers["retry-after"] == "30"


def test_every_answer_has_the_security_headers_and_an_id(client: httpx.Client) -> None:
    for answer in (client.get("/health"), client.get("/nowhere"), client.post("/parse/")):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert len(answer.headers["x-request-id"]) == 32
        assert answer.headers["server-timing"].startswith("total;dur=")


@pytest.mark.parametrize(("given", "kept"), [("req-1.a_B", True), ("a b", False), ("x" * 65, False)])
def test_a_harmless_request_id_is_kept(client: httpx.Client, given: str, kept: bool) -> None:
    answered = client.get("/health", headers={"X-Request-ID": given}).headers["x-request-id"]

    assert (answered == given) is kept


def test_only_named_origins_may_call_from_a_browser(connect: Connect, make_app: MakeApp) -> None:
    client = connect(make_app(cors_origins="https://app.example.org"))
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    good = client.options("/generate-summary/", headers={"Origin": "https://app.example.org", **asked})
    bad = client.options("/generate-summary/", headers={"Origin": "https://evil.example", **asked})

    assert good.headers["access-control-allow-origin"] == "https://app.example.org"
    assert "access-control-allow-credentials" not in good.headers
    assert "access-control-allow-origin" not in bad.headers


def test_a_fault_of_ours_can_be_read_by_a_browser(
    connect: Connect, make_app: MakeApp, pipeline: FakePipeline
) -> None:
    pipeline.error = ValueError()
    client = connect(make_app(cors_origins="https://app.example.org"))
    answer = client.post("/parse/", files=FILE, headers={"Origin": "https://app.example.org"})

    assert answer.status_code == 500
    assert answer.headers["access-control-allow-origin"] == "https://app.example.org"


def test_the_log_has_one_line_a_request_and_nothing_of_the_resume(
    make_app: MakeApp, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.INFO, "functions"),
        httpx.Client(transport=AsgiTransport(make_app()), base_url="http://localhost") as client,
    ):
        client.post("/generate-summary/?model=t5", files=FILE, headers={"X-Request-ID": "r1"})
        client.get("/livez")
        client.get("/health", headers={"User-Agent": "kube-probe/1.34"})
        client.get("/nowhere/Jo%20Doe")

    lines = [vars(record)["fields"] for record in caplog.records if record.name == "functions.access"]
    assert [line.pop("ms") >= 0 for line in lines] == [True, True]
    lines[1].pop("request_id")
    assert lines == [
        {
            "request_id": "r1",
            "method": "POST",
            "route": "/generate-summary/",
            "status": 200,
            "problem": None,
        },
        {"method": "GET", "route": "other", "status": 404, "problem": "not-found"},
    ]


@pytest.mark.parametrize("path", ["/health", "/livez", "/readyz", "/metrics", "/openapi.json", "/docs"])
def test_head_is_answered_as_get_is_without_the_body(client: httpx.Client, path: str) -> None:
    until(lambda: client.get("/readyz").status_code == 200)
    head, get = client.head(path), client.get(path)

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == get.headers["content-type"]


def test_a_route_that_takes_uploads_has_no_head(client: httpx.Client) -> None:
    answer = client.head("/generate-summary/")

    assert (answer.status_code, answer.headers["allow"], answer.content) == (405, "POST", b"")
    assert client.post("/health").headers["allow"] == "GET, HEAD"


def test_the_page_of_the_api_needs_no_other_host(client: httpx.Client) -> None:
    page = client.get("/docs")
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page.text)

    assert [url for url in loaded if ":" in url] == ["data:,"]
    for url in loaded:
        if not url.startswith("data:"):
            assert client.get(f"/{url}").status_code == 200
    assert "http" not in page.headers["content-security-policy"]
    assert "openapi.json" in client.get("/docs/start.js").text
