"""Functions as processes: what they import, how they start, how they stop."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from functions.summarize import samples
from tests.builders.ports import free_port
from tests.builders.waiting import PATIENCE, until

ENGINES = {"torch", "transformers", "ctranslate2", "tokenizers", "numpy", "clearml"}
GRACE = 30
"""Seconds from the signal until Kubernetes kills a container (`terminationGracePeriodSeconds`, by default)."""


def modules_after(statement: str) -> set[str]:
    program = f"import sys; {statement}; print(*sys.modules)"
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return {name.partition(".")[0] for name in printed.stdout.split()}


@contextmanager
def running(function: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A function as a process with only PORT set, and its address."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", f"functions.{function}"],
        env={"PATH": os.environ["PATH"], "PORT": str(port), **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.communicate()


def wait_until_ready(url: str) -> None:
    until(lambda: is_ready(url))


def is_ready(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/readyz", timeout=PATIENCE):
            return True
    except OSError:
        return False


def test_the_catalog_imports_no_model_library_and_no_reader() -> None:
    loaded = modules_after("from functions.catalog.app import create_app; create_app()")

    assert loaded & (ENGINES | {"lxml"}) == set()


@pytest.mark.parametrize("module", ["functions.summarize.app", "functions.catalog.app"])
def test_importing_an_app_loads_no_engine(module: str) -> None:
    assert modules_after(f"import {module}") & ENGINES == set()


def test_a_process_starts_with_only_a_port_and_stops_when_told() -> None:
    with running("catalog") as (process, url):
        wait_until_ready(url)
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=GRACE)

    assert process.returncode == 0
    assert all(json.loads(line)["severity"] == "INFO" for line in output.splitlines())


@pytest.mark.parametrize("moment", [0.1, 0.2, 0.3, 0.45, 0.6])
def test_a_process_that_is_still_starting_stops_when_told(moment: float) -> None:
    with running("catalog") as (process, _):
        time.sleep(moment)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=GRACE)

    assert process.returncode in {0, -signal.SIGTERM}


def test_a_process_that_is_just_about_to_serve_stops_when_told_and_complains_of_nothing() -> None:
    program = """
import os, signal, uvicorn
from functions.common.serve import serve
uvicorn.Config.get_loop_factory = lambda _: os.kill(os.getpid(), signal.SIGTERM)
serve("functions.catalog.app:create_app")
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=False,
        env={"PATH": os.environ["PATH"], "PORT": str(free_port())},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_wrong_setting_is_named_and_ends_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "functions.catalog"],
        check=False,
        env={"PORT": "eighty"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )

    assert done.returncode == 2
    assert done.stderr.startswith("cannot start: PORT: Input should be a valid integer")
    assert done.stdout == ""


def test_the_process_that_serves_reads_no_document_and_loads_no_model() -> None:
    with running("summarize", WORKERS="1") as (process, url):
        wait_until_ready(url)
        resume = samples.path("charge-nurse").read_bytes()
        assert httpx.post(f"{url}/parse/", files={"file": resume}, timeout=PATIENCE).status_code == 200
        mapped = Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8")

    assert [
        name for name in ("lxml", "ctranslate2", "tokenizers", "pycrfsuite") if f"/{name}/" in mapped
    ] == []
