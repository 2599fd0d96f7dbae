"""The product as real processes: everything at once, or the page and a service apart."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

import ui
from tests.builders.ports import free_port
from tests.builders.waiting import PATIENCE, until

ROOT = Path(__file__).parents[3]
PAGE = Path(ui.__file__).parent / "app.py"
_NAMES = ("--summarize", "--catalog", "--tracker", "--page")


@contextmanager
def launched(scratch: Path) -> Iterator[str]:
    """Everything, as `make run` starts it, on free ports; `scratch` is the only place for temporary files."""
    ports = [free_port() for _ in _NAMES]
    options = [word for name, port in zip(_NAMES, ports, strict=True) for word in (name, str(port))]
    with subprocess.Popen(
        [sys.executable, "-m", "functions.launch", *options],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        text=True,
    ) as launcher:
        assert launcher.stdout is not None
        said = ""
        for line in launcher.stdout:
            said += line
            if line.startswith("Ready after"):
                break
        assert "Ready after" in said, said
        try:
            yield f"http://127.0.0.1:{ports[-1]}"
        finally:
            launcher.send_signal(signal.SIGINT)
            assert launcher.wait(PATIENCE) == 0


@contextmanager
def page_alone(summarize: int, catalog: int) -> Iterator[str]:
    """The page, pointed at services that may or may not be there."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(PAGE)]
    services = {
        "SUMMARIZE_URL": f"http://127.0.0.1:{summarize}",
        "CATALOG_URL": f"http://127.0.0.1:{catalog}",
    }
    with _running(
        [*command, "--server.port", str(port), "--server.address", "127.0.0.1"],
        services,
        f"http://127.0.0.1:{port}/_stcore/health",
    ):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def summarize_alone(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The summarize function, as the process that it is."""
    environment = {"HOST": "127.0.0.1", "PORT": str(port)}
    url = f"http://127.0.0.1:{port}/readyz"
    with _running([sys.executable, "-m", "functions.summarize"], environment, url) as process:
        yield process


@contextmanager
def _running(
    command: list[str], environment: dict[str, str], health: str
) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            until(lambda: _answers(health))
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _answers(health: str) -> bool:
    try:
        return httpx.get(health).is_success
    except httpx.TransportError:
        return False
