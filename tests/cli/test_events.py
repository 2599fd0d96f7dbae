import json
from pathlib import Path
from typing import Any

import pytest

from functions.common.events import TYPES, write_event
from functions.summarize.cli import main
from tests.builders.event_data import completed
from tests.builders.sinks import receiving


def run(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in argv])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def written(folder: Path, **changes: Any) -> Path:
    file = folder / "event.json"
    file.write_bytes(write_event(completed("7", **changes), "structured")[1])
    return file


def test_an_event_is_sent_as_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with receiving() as recipient:
        code, out, _ = run(capsys, "events", "send", written(tmp_path), "--to", recipient.url)

    assert (code, out) == (0, "dev.resumesummary.summary.completed.v1 7 sent\n")
    assert [(event.id, event.data) for event in recipient.events] == [("7", completed().data)]


def test_data_that_its_type_does_not_allow_is_not_sent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with receiving() as recipient:
        file = written(tmp_path, words="sixty")
        code, _, err = run(capsys, "events", "send", file, "--to", recipient.url)

    assert (code, recipient.got) == (1, [])
    assert err == 'resume-summary: events: data/words is wrong; type: "integer". [invalid-event]\n'


def test_an_event_that_is_not_taken_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with receiving(400) as recipient:
        code, _, err = run(capsys, "events", "send", written(tmp_path), "--to", recipient.url)

    assert code == 1
    assert "it answered 400. [sink-unavailable]" in err


def test_every_type_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "events", "schema")

    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(TYPES)


@pytest.mark.parametrize("name", ["batch.requested", "batch.requested.v1", TYPES[0]])
def test_a_schema_is_shown_by_any_name_of_its_type(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "events", "schema", name)

    assert (code, json.loads(out)["$id"]) == (0, f"urn:resume-summary:schema:{TYPES[0]}")


def test_an_unknown_type_is_answered_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "events", "schema", "batch")

    assert code == 1
    assert "TYPE is 'batch'; allowed: dev.resumesummary.batch.requested.v1, " in err
