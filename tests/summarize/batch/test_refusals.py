"""What a batch function refuses, and how it says so."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from functions.common import errors
from functions.common.errors import InvalidEvent, InvalidOption, StorageUnavailable, TooMuchWork
from functions.common.events.event import Event, new_event
from functions.common.events.types import (
    BATCH_REQUESTED,
    DOCUMENT_COMPLETED,
    DOCUMENT_FAILED,
    DOCUMENT_REQUESTED,
)
from functions.common.problems import status_of
from functions.summarize.answers import SummaryAnswer
from functions.summarize.batch.handlers import make_batches
from functions.summarize.batch.request import BatchRequest
from functions.summarize.options import NAMES
from functions.summarize.sentences import Options
from functions.summarize.settings import SummarizeSettings
from tests.builders.batches import Bus, batch_requested, batches_over, fill, summarise


def asked(kind: str, **data: Any) -> Event:
    return new_event(kind, id="1", source="/tests", data=data)


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"input": "{tmp}/absent"}, "There is no folder with the address given."),
        ({"input": "{tmp}/empty"}, "input holds no .docx file; check its address."),
        ({"input": "{tmp}/in/absent.docx"}, "input holds no .docx file; check its address."),
        ({"output": "{tmp}/in"}, "output is inside input; choose a place for results outside it."),
        ({"output": "{tmp}/in/out"}, "output is inside input; choose a place for results outside it."),
        ({"options": {"tone": "warm"}}, f"There is no option 'tone'; known: {', '.join(NAMES)}."),
        ({"options": {"model": "gpt9"}}, "model is 'gpt9'; allowed: gpt2, t5, bart."),
        (
            {"input": "file://host/in"},
            "input is 'file://host/in'; allowed: file:///folder, s3://bucket/prefix.",
        ),
        ({"input": "{tmp}/in/../in"}, "input has a '.' or '..' in its path; write it without."),
    ],
)
def test_a_request_that_cannot_be_served_says_what_to_mend(
    bus: Bus, tmp_path: Path, data: dict[str, Any], told: str
) -> None:
    fill(tmp_path / "in", 2)
    (tmp_path / "empty").mkdir()
    good = {"input": "{tmp}/in", "output": "{tmp}/out"}
    described = {
        key: value.replace("{tmp}", f"file://{tmp_path}") if isinstance(value, str) else value
        for key, value in (good | data).items()
    }
    with pytest.raises(InvalidOption) as caught:
        batches_over(bus).requested(asked(BATCH_REQUESTED, **described))

    assert str(caught.value) == told
    assert status_of(type(caught.value)) == 422
    assert bus.taken == []


def test_a_batch_has_a_limit(bus: Bus, tmp_path: Path) -> None:
    request = BatchRequest(fill(tmp_path / "in", 3), f"file://{tmp_path}/out")
    with pytest.raises(InvalidOption, match=r"input holds 3 documents; a batch may have 2\. Split it\."):
        batches_over(bus, batch_limit=2).requested(batch_requested(request))


@pytest.mark.parametrize(
    "call",
    [
        lambda it, request: it.requested(batch_requested(request)),
        lambda it, request: it.document_requested(
            asked(DOCUMENT_REQUESTED, batch="b", index=0, output=request.output)
        ),
        lambda it, request: it.document_done(
            asked(
                DOCUMENT_COMPLETED,
                batch="b",
                index=0,
                dataref=f"{request.output}/b/documents/000000.json",
            )
        ),
    ],
)
def test_only_the_storage_that_is_allowed_is_touched(
    bus: Bus, tmp_path: Path, call: Callable[..., object]
) -> None:
    fill(tmp_path / "in", 1)
    request = BatchRequest(f"file://{tmp_path}/in", f"file://{tmp_path}/out")
    batches = batches_over(bus, batch_storage=(f"file://{tmp_path}/i", "s3://resumes/"))
    with pytest.raises(InvalidOption, match="is outside the storage that batches may use: file://"):
        call(batches, request)

    assert not (tmp_path / "out").exists()


def test_folders_are_no_storage_where_others_can_call(tmp_path: Path) -> None:
    key = "0" * 64
    exposed = SummarizeSettings(host="0.0.0.0", api_key_hashes=key)
    own = SummarizeSettings(host="127.0.0.1")

    assert exposed.storage_allowed == ("s3://",)
    assert own.storage_allowed == ("s3://", "file://")


@pytest.mark.parametrize("place", ["input", "output"])
def test_storage_that_does_not_answer_is_worth_another_try(
    bus: Bus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    folder = fill(tmp_path / "in", 1)
    places = {"input": folder, "output": f"file://{tmp_path}/out", place: "s3://bucket/x"}
    request = BatchRequest(places["input"], places["output"])
    with pytest.raises(StorageUnavailable) as caught:
        batches_over(bus).requested(batch_requested(request))

    assert status_of(type(caught.value)) == 503
    assert str(caught.value) == "s3://bucket/x cannot be reached or does not answer."


def test_a_document_of_a_batch_that_never_began_is_a_dead_letter(bus: Bus, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    event = asked(DOCUMENT_REQUESTED, batch="b", index=0, output=f"file://{tmp_path}/out")
    with pytest.raises(InvalidOption, match="There is no such batch in output"):
        batches_over(bus).document_requested(event)

    assert list((tmp_path / "out").iterdir()) == []


def test_a_document_beyond_the_last_is_a_dead_letter(bus: Bus, tmp_path: Path) -> None:
    request = BatchRequest(fill(tmp_path / "in", 2), f"file://{tmp_path}/out")
    batches = batches_over(bus)
    batches.requested(batch_requested(request))
    event = asked(DOCUMENT_REQUESTED, batch=request.batch, index=2, output=request.output)
    with pytest.raises(InvalidEvent, match="data/index is 2; the batch has 2 documents"):
        batches.document_requested(event)


@pytest.mark.parametrize(
    "dataref",
    ["file:///out/b/documents/000001.json", "file:///out/c/documents/000000.json", "file:///out/b/x"],
)
def test_a_result_that_is_not_the_documents_own_is_a_dead_letter(bus: Bus, dataref: str) -> None:
    with pytest.raises(InvalidEvent, match="data/dataref is not the address of this document's result"):
        batches_over(bus).document_done(asked(DOCUMENT_COMPLETED, batch="b", index=0, dataref=dataref))


@pytest.mark.parametrize(
    "passing",
    [errors.ModelUnavailable, errors.DeadlineExceeded, errors.WorkerLost, errors.ResumeSummaryError],
)
def test_what_may_pass_is_no_result(
    tmp_path: Path, bus: Bus, passing: type[errors.ResumeSummaryError]
) -> None:
    def unavailable(data: bytes, options: object) -> Any:
        raise passing("Not now.")

    request = BatchRequest(fill(tmp_path / "in", 1), f"file://{tmp_path}/out")
    settings = SummarizeSettings()
    broken = make_batches(settings, unavailable, bus.deliver, source="/s", today=lambda: date(2026, 1, 31))
    broken.requested(batch_requested(request))
    (event,) = bus.waiting
    with pytest.raises(passing):
        broken.document_requested(event)

    mended = make_batches(settings, summarise, bus.deliver, source="/s", today=lambda: date(2026, 1, 31))
    assert mended.document_requested(event).type == DOCUMENT_COMPLETED


GOOD = {
    "batch": "evil",
    "input": "file://{tmp}/in",
    "options": {"as_of": "2026-01-31"},
    "window": 3,
    "documents": [{"key": "000.docx", "size": 10, "etag": ""}],
}


def ask_for_one(bus: Bus, tmp_path: Path, manifest: bytes) -> Event:
    """Ask for a document of a batch whose manifest somebody else has put into the storage."""
    for folder in ("in", "secret"):
        fill(tmp_path / folder, 1)
    (tmp_path / "in" / "evil").mkdir()
    (tmp_path / "in" / "evil" / "manifest.json").write_bytes(manifest)
    batches = batches_over(bus, batch_storage=(f"file://{tmp_path}/in",))
    data = {"batch": "evil", "index": 0, "output": f"file://{tmp_path}/in"}
    return batches.document_requested(asked(DOCUMENT_REQUESTED, **data))


def test_a_manifest_of_ours_is_believed(bus: Bus, tmp_path: Path) -> None:
    manifest = json.dumps(GOOD).replace("{tmp}", str(tmp_path)).encode()

    assert ask_for_one(bus, tmp_path, manifest).type == DOCUMENT_COMPLETED


@pytest.mark.parametrize(
    "change",
    [
        {"input": "file://{tmp}/secret"},
        {"input": "file://{tmp}/in/..%2fsecret"},
        {"input": "file:///etc"},
        {"batch": "other"},
        {"window": 0},
        {"window": "many"},
        {"documents": [1]},
        {"documents": []},
        {"documents": [{"key": "../secret/000.docx", "size": 10, "etag": ""}]},
        {"documents": [{"key": "000.docx"}]},
        {"options": {}},
        {"options": {"as_of": "yesterday"}},
        {"options": {"as_of": "2026-01-31", "model": "gpt9"}},
    ],
    ids=str,
)
def test_a_forged_manifest_is_refused(bus: Bus, tmp_path: Path, change: dict[str, Any]) -> None:
    manifest = json.dumps(GOOD | change).replace("{tmp}", str(tmp_path)).encode()
    try:
        reply = ask_for_one(bus, tmp_path, manifest)
    except InvalidOption:
        return
    assert reply.type == DOCUMENT_FAILED
    assert "secret" not in str(reply.data)


@pytest.mark.parametrize("manifest", [b"", b"{", b"[]", b"null", b"{}", b"\xff", b'{"batch": "evil"}'])
def test_a_damaged_manifest_is_refused(bus: Bus, tmp_path: Path, manifest: bytes) -> None:
    with pytest.raises(InvalidOption, match="manifest"):
        ask_for_one(bus, tmp_path, manifest)


@pytest.mark.parametrize("result", [b"", b"{", b"[]", b"{}"])
def test_a_damaged_result_is_refused(bus: Bus, tmp_path: Path, result: bytes) -> None:
    (tmp_path / "in" / "evil" / "documents").mkdir(parents=True)
    (tmp_path / "in" / "evil" / "documents" / "000000.json").write_bytes(result)
    (tmp_path / "in" / "evil" / "manifest.json").write_text(json.dumps(GOOD).replace("{tmp}", str(tmp_path)))
    fill(tmp_path / "in", 1)
    data = {"batch": "evil", "index": 0, "output": f"file://{tmp_path}/in"}
    with pytest.raises(InvalidOption, match="damaged"):
        batches_over(bus).document_requested(asked(DOCUMENT_REQUESTED, **data))


@pytest.mark.parametrize("place", ["in/..%2fsecret", "link", "link/deeper"])
def test_a_place_outside_the_storage_is_refused_however_it_is_reached(
    bus: Bus, tmp_path: Path, place: str
) -> None:
    for folder in ("in", "secret", "secret/deeper"):
        fill(tmp_path / folder, 1)
    (tmp_path / "in" / "link").symlink_to(tmp_path / "secret")
    batches = batches_over(bus, batch_storage=(f"file://{tmp_path}/in", f"file://{tmp_path}/out"))
    address = f"file://{tmp_path}/{place}" if "%2f" in place else f"file://{tmp_path}/in/{place}"
    with pytest.raises(InvalidOption):
        batches.requested(asked(BATCH_REQUESTED, input=address, output=f"file://{tmp_path}/out"))


def test_what_needed_too_much_work_once_is_tried_again_before_that_is_kept(bus: Bus, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    attempts = 0

    def summarise_at_the_second_attempt(data: bytes, options: Options) -> SummaryAnswer:
        nonlocal attempts
        attempts += 1
        if attempts == 1:
            raise TooMuchWork("It needs more processor time than one request may have.")
        return summarise(data, options)

    settings, today = SummarizeSettings(), date(2026, 1, 31)
    batches = make_batches(
        settings, summarise_at_the_second_attempt, bus.deliver, source="/s", today=lambda: today
    )
    bus.deliver(batch_requested(BatchRequest(fill(tmp_path / "in", 1), f"file://{tmp_path}/out")))
    bus.run(batches)

    assert len(bus.of(DOCUMENT_COMPLETED)) == 1
