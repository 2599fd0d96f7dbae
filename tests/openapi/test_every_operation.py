"""Every operation of every function against its own OpenAPI document, by Schemathesis (`make test-openapi`).

Generated requests, valid and not, must get an answer that is documented: status, media type, headers, body. Valid
ones must be accepted and others refused; none may meet a 500, and none may pass without its key.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.builders.ports import free_port
from tests.builders.waiting import PATIENCE
from tests.common.test_processes import wait_until_ready

pytestmark = pytest.mark.openapi

ROOT = Path(__file__).parents[2]
TOOL = ROOT / ".venv" / "tools" / "bin" / "schemathesis"
KEY = "a-key-of-this-test"
OPTIONS = ("--header", f"Authorization: Bearer {KEY}", "--max-examples", "40", "--seed", "1", "--no-color")
PATIENT = ("--request-timeout", f"{PATIENCE:g}", "--suppress-health-check", "too_slow")
EVENTS = ("/events", "/dead-letters")
"""What an event must be is more than a schema can say: CloudEvents' own rules have tests of their own."""
SITE_PACKAGES = next(path for path in sys.path if path.endswith("site-packages"))
ENVIRONMENT = {"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT}{os.pathsep}{SITE_PACKAGES}"}


LOOSELY = ["--exclude-checks", "positive_data_acceptance,negative_data_rejection"]
SUMMARY = "/generate-summary/"
"""A file or corrected facts, and not both, with something in them to tell: more than forms made from a schema know."""

REQUESTS = [option for path in EVENTS for option in ("--exclude-path", path)]
OTHERS = [*REQUESTS, "--exclude-path", SUMMARY]
SUMMARIES = ["--include-path", SUMMARY, *LOOSELY]
TAKING_EVENTS = [*(option for path in EVENTS for option in ("--include-path", path)), *LOOSELY]


@pytest.mark.parametrize(
    ("function", "operations"),
    [
        ("summarize", OTHERS),
        ("summarize", SUMMARIES),
        ("summarize", TAKING_EVENTS),
        ("catalog", []),
        ("tracker", REQUESTS),
        ("tracker", TAKING_EVENTS),
    ],
    ids=["summarize", "summarize, summaries", "summarize, events", "catalog", "tracker", "tracker, events"],
)
def test_the_answers_are_those_that_are_documented(
    function: str, operations: list[str], tmp_path: Path
) -> None:
    with served(function, tmp_path) as url:
        report = subprocess.run(
            [TOOL, "run", f"{url}/openapi.json", *OPTIONS, *PATIENT, *operations],
            env={**ENVIRONMENT, "SCHEMATHESIS_HOOKS": "tests.openapi.generators"},
            cwd=tmp_path,
            check=False,
            capture_output=True,
            text=True,
        )
    assert report.returncode == 0, report.stdout + report.stderr


@contextmanager
def served(function: str, folder: Path) -> Iterator[str]:
    """A function as it stands where others can reach it: with a key. Its log goes to a file, never to a full pipe."""
    port = free_port()
    hashes = hashlib.sha256(KEY.encode()).hexdigest()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", f"functions.{function}"],
            env={**ENVIRONMENT, "PORT": str(port), "API_KEY_HASHES": hashes, "TMPDIR": str(folder)},
            stdin=subprocess.DEVNULL,
            stdout=log,
        )
        try:
            wait_until_ready(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()
            process.wait()
