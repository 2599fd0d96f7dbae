"""The page in a cluster logs JSON and nothing else."""

import io
import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.builders.ports import free_port
from tests.builders.waiting import PATIENCE, until
from ui.serve import JsonLines


def test_each_line_is_one_object_and_a_line_in_pieces_is_one_line() -> None:
    stream = io.StringIO()
    lines = JsonLines(stream, "INFO")
    lines.write("first ")
    lines.write("line\n\nsecond\nthi")
    lines.flush()
    told = [json.loads(line) for line in stream.getvalue().splitlines()]

    assert [(each["severity"], each["message"]) for each in told] == [
        ("INFO", "first line"),
        ("INFO", "second"),
    ]


def test_the_page_is_served_and_every_line_it_prints_is_json(tmp_path: Path) -> None:
    port = free_port()
    log = tmp_path / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "ui.serve", "--server.port", str(port), "--server.address", "127.0.0.1"],
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
            stdout=output,
            stderr=output,
        )
    try:
        until(lambda: answers(f"http://127.0.0.1:{port}/_stcore/health"))
        until(lambda: log.stat().st_size > 0)  # it may answer before it has printed its addresses
    finally:
        process.terminate()
        process.wait(PATIENCE)

    told = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert told
    assert all({"time", "severity", "message"} <= each.keys() for each in told)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
