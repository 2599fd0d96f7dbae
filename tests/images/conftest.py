"""The images, which `make images` has built, as running containers; what they weigh is printed at the end."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import httpx
import pytest

from benchmarks.engine import Container, Engine, choose_engine

KEY = "a key of the tests"
HASHES = {"API_KEY_HASHES": hashlib.sha256(KEY.encode()).hexdigest()}
MEMORY = {"summarize": "256m", "catalog": "128m", "tracker": "256m", "ui": "512m"}
"""What each container may use at most; the engine kills it if it takes more."""
PORT = {"ui": 8502}
READY = {"ui": "/_stcore/health"}

Start = Callable[[str], AbstractContextManager[tuple[Container, httpx.Client]]]

_rows: list[str] = []


@pytest.fixture(scope="session")
def engine() -> Engine:
    return choose_engine()


def image(target: str) -> str:
    return f"{os.environ.get('IMAGE_PREFIX', 'resume-summary-')}{target}:{os.environ.get('TAG', 'latest')}"


@pytest.fixture
def start(engine: Engine) -> Start:
    """Starts a target with no way to write but /tmp, waits until it is ready, and measures it when done with."""

    @contextmanager
    def started(target: str) -> Iterator[tuple[Container, httpx.Client]]:
        limits = ("--memory", MEMORY[target])
        with engine.running(image(target), HASHES, limits, port=PORT.get(target, 8080)) as container:
            seconds = container.wait_until_ready(READY.get(target, "/readyz"))
            headers = {"Authorization": f"Bearer {KEY}"}
            with httpx.Client(base_url=container.url, headers=headers, timeout=30) as client:
                yield container, client
            now, peak = (size / 2**20 for size in container.memory())
            megabytes = engine.size(image(target)) / 1e6
            _rows.append(
                f"| {target} | {megabytes:.0f} | {seconds:.2f} | {now:.0f} | {peak:.0f} | {MEMORY[target]} |"
            )

    return started


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _rows:
        terminalreporter.section("images")
        terminalreporter.write_line("| image | size, MB | run to ready, s | RSS, MiB | peak, MiB | limit |")
        terminalreporter.write_line("| --- | --- | --- | --- | --- | --- |")
        for row in _rows:
            terminalreporter.write_line(row)
