"""The smoke check: against real processes, and against services that are not well."""

import hashlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from knative.smoke import main
from tests.builders.ports import free_port
from tests.builders.waiting import PATIENCE

KEY = "a-key-for-tests"


@contextmanager
def running(function: str) -> Iterator[str]:
    port = free_port()
    hashes = hashlib.sha256(KEY.encode()).hexdigest()
    environment = {"PATH": os.environ["PATH"], "PORT": str(port), "API_KEY_HASHES": hashes}
    process = subprocess.Popen(
        [sys.executable, "-m", f"functions.{function}"], env=environment, stdout=subprocess.DEVNULL
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


@contextmanager
def answering(status: int, body: bytes) -> Iterator[str]:
    """A server that always answers the same."""

    class Always(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", "0")))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - the base class's name

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Always) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_a_service_that_is_starting_is_waited_for_and_then_passes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("API_KEY", KEY)
    with running("summarize") as summarize, running("catalog") as catalog:
        code = main([summarize, "--catalog", catalog, "--patience", str(PATIENCE)])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0, lines
    assert [line.split()[:3] for line in lines] == [
        ["ok", summarize, "health:"],
        ["ok", summarize, "summaries:"],
        ["ok", summarize, "refusals:"],
        ["ok", catalog, "health:"],
        ["ok", catalog, "catalog:"],
    ]
    assert "401 unauthorised" in lines[2]


def test_a_service_that_answers_wrongly_fails_each_check_and_says_what_it_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with answering(200, b"<html>Welcome</html>") as page, answering(200, b"{}") as other:
        codes = tuple(main([url, "--patience", str(PATIENCE)]) for url in (page, other))

    out = capsys.readouterr().out
    assert codes == (1, 1)
    assert out.count("FAILED") == 6
    assert "not JSON: b'<html>Welcome</html>'" in out
    assert "of another shape: KeyError('models')" in out


def test_a_service_that_never_wakes_up_fails_after_a_while(capsys: pytest.CaptureFixture[str]) -> None:
    with answering(503, b"{}") as url:
        code = main([url, "--patience", "0.1"])

    assert code == 1
    assert "answered 503 instead of 200" in capsys.readouterr().out


def test_nobody_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"http://127.0.0.1:{free_port()}", "--patience", "0.1"]) == 1
    assert "Connection refused" in capsys.readouterr().out


def test_an_address_must_be_http(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["file:///etc/passwd"])
    assert "is not an http address" in capsys.readouterr().err
