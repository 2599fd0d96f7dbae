"""Batches from the first event to the last, over a folder, with a broker that does as it is told."""

import csv
import io
import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.common import errors
from functions.common.events.types import (
    BATCH_COMPLETED,
    DOCUMENT_COMPLETED,
    DOCUMENT_FAILED,
    DOCUMENT_REQUESTED,
)
from functions.summarize.batch.request import BatchRequest
from functions.summarize.sentences import Options
from tests.builders.batches import (
    TODAY,
    Bus,
    batch_requested,
    batches_over,
    fill,
    is_complete,
    results_of,
    summarise,
)

SUMMARY = summarise(b"", Options(TODAY)).body


@pytest.fixture
def request_(tmp_path: Path) -> BatchRequest:
    """Seven documents, the fourth of them bad."""
    return BatchRequest(fill(tmp_path / "in", 7, bad=(3,)), f"file://{tmp_path}/out")


@pytest.fixture
def bus() -> Bus:
    return Bus()


def test_every_document_has_the_answer_the_api_would_give(bus: Bus, request_: BatchRequest) -> None:
    bus.deliver(batch_requested(request_))
    bus.run(batches_over(bus))

    results = results_of(request_)
    problem = json.loads(results["documents/000003.json"])
    assert sorted(results) == [
        "completed.json",
        *(f"documents/{index:06}.json" for index in range(7)),
        "results.csv",
        "results.jsonl",
    ]
    assert all(results[f"documents/{index:06}.json"] == SUMMARY for index in range(7) if index != 3)
    assert problem == {
        "type": "urn:resume-summary:problem:not-a-docx",
        "title": "Not a DOCX file",
        "status": 415,
        "detail": "The file is a PDF. Save it as DOCX and send that.",
        "instance": f"urn:resume-summary:batch:{request_.batch}:3",
        "code": "not-a-docx",
    }


def test_the_results_come_as_lines_and_as_a_table(bus: Bus, request_: BatchRequest) -> None:
    bus.deliver(batch_requested(request_))
    bus.run(batches_over(bus))

    results = results_of(request_)
    lines = [json.loads(line) for line in results["results.jsonl"].splitlines()]
    rows = list(csv.DictReader(io.StringIO(results["results.csv"].decode())))
    assert [(line["index"], line["file"], line["status"]) for line in lines] == [
        (index, f"{index:03}.docx", "failed" if index == 3 else "ok") for index in range(7)
    ]
    assert lines[0]["result"] == json.loads(SUMMARY)
    assert rows[0] == {
        "index": "0",
        "file": "000.docx",
        "status": "ok",
        "name": "Jo Doe",
        "title": "Nurse",
        "summary": "Nurse at St Mary's. Ran a ward of 12 beds.",
        "model_share": "0.50",
        "warnings": "Hidden text was ignored.",
        "error_code": "",
        "error": "",
        "model": "bart",
        "parser": "ats",
    }
    assert (rows[3]["status"], rows[3]["error_code"], rows[3]["summary"]) == ("failed", "not-a-docx", "")


def test_no_cell_of_the_table_is_a_formula(bus: Bus, tmp_path: Path) -> None:
    names = ["+1.docx", "-1.docx", "=1.docx", "@1.docx"]
    (tmp_path / "in").mkdir()
    for name in names:
        (tmp_path / "in" / name).write_bytes(b"x")
    request = BatchRequest(f"file://{tmp_path}/in", f"file://{tmp_path}/out")
    bus.deliver(batch_requested(request))
    bus.run(batches_over(bus))

    rows = csv.DictReader(io.StringIO(results_of(request)["results.csv"].decode()))
    assert [row["file"] for row in rows] == [f"'{name}" for name in names]


def test_completion_is_told_with_the_counts_and_where_the_results_are(
    bus: Bus, request_: BatchRequest
) -> None:
    bus.deliver(batch_requested(request_))
    bus.run(batches_over(bus))

    (told,) = bus.of(BATCH_COMPLETED)
    folder = f"{request_.output}/{request_.batch}"
    assert told.data == {
        "batch": request_.batch,
        "documents": 7,
        "completed": 6,
        "failed": 1,
        "results": {"jsonl": f"{folder}/results.jsonl", "csv": f"{folder}/results.csv"},
    }
    assert told.extensions["correlationid"] == "1"


def test_the_events_tell_figures_and_neither_text_nor_file_names(bus: Bus, request_: BatchRequest) -> None:
    bus.deliver(batch_requested(request_))
    bus.run(batches_over(bus, k_revision="summarize-00007", host="127.0.0.1"))

    done = {event.data["index"]: event for event in bus.of(DOCUMENT_COMPLETED)}
    (failed,) = bus.of(DOCUMENT_FAILED)
    figures = dict(done[0].data)
    assert figures.pop("seconds") > 0
    assert len(figures.pop("object").pop("sha256")) == 64
    assert figures == {
        "batch": request_.batch,
        "index": 0,
        "dataref": f"{request_.output}/{request_.batch}/documents/000000.json",
        "revision": "summarize-00007",
        "model": {"id": "bart", "version": "1.0.0", "sha256": json.loads(SUMMARY)["model"]["sha256"]},
        "parser": "ats",
        "output": "summary",
        "length": "medium",
        "voice": "implied",
        "timings": {"read": 1.0, "write": 20.0},
        "words": 10,
        "sentences": 2,
        "model_share": 0.5,
        "rejected": 1,
        "warnings": ["hidden-text"],
        "sizes": {"bytes": 10, "characters": 45},
    }
    assert (failed.data["code"], failed.data["status"], failed.data["sizes"]) == (
        "not-a-docx",
        415,
        {"bytes": 3},
    )
    spoken = json.dumps([[event.subject, event.data, event.extensions] for event in bus.taken], default=dict)
    assert not any(word in spoken for word in ("Jo Doe", "Nurse", "ward", ".docx"))


def test_no_more_documents_are_on_their_way_than_the_window_allows(bus: Bus, tmp_path: Path) -> None:
    request = BatchRequest(fill(tmp_path / "in", 20), f"file://{tmp_path}/out")
    batches = batches_over(bus, batch_window=4)
    bus.deliver(batch_requested(request))
    most = 0
    while bus.waiting:
        bus.hand_over(batches)
        most = max(most, sum(event.type == DOCUMENT_REQUESTED for event in bus.waiting))

    assert most == 4
    assert len(bus.of(DOCUMENT_REQUESTED)) == 20


def test_a_window_wider_than_the_batch_is_no_wider_than_the_batch(bus: Bus, request_: BatchRequest) -> None:
    bus.deliver(batch_requested(request_))
    bus.run(batches_over(bus, batch_window=50))

    assert len(bus.of(DOCUMENT_REQUESTED)) == 7
    assert len(bus.of(BATCH_COMPLETED)) == 1


def test_duplicates_do_not_breed(bus: Bus, tmp_path: Path) -> None:
    request = BatchRequest(fill(tmp_path / "in", 30), f"file://{tmp_path}/out")
    batches = batches_over(bus)
    bus.deliver(batch_requested(request))
    while bus.waiting:
        event = bus.hand_over(batches, again=True)
        bus.hand_over(batches, bus.waiting.index(event))

    asked = [event.data["index"] for event in bus.of(DOCUMENT_REQUESTED)]
    assert sorted(set(asked)) == list(range(30))
    assert len(asked) == 30 + 3  # only those that batch.requested itself, coming twice, releases twice


def test_a_duplicate_tells_the_same_event_again(bus: Bus, request_: BatchRequest) -> None:
    batches = batches_over(bus)
    bus.deliver(batch_requested(request_))
    bus.hand_over(batches)
    first = batches.document_requested(bus.waiting[0])
    second = batches.document_requested(bus.waiting[0])

    assert (first.id, first.source, first.type) == (second.id, second.source, second.type)
    assert (second.data["timings"], second.data["rejected"]) == ({}, 0)
    assert second.data["words"] == first.data["words"]


def test_a_lost_document_stops_its_chain_until_the_batch_is_asked_for_again(
    bus: Bus, request_: BatchRequest
) -> None:
    bus.deliver(batch_requested(request_))
    bus.hand_over(batches_over(bus))
    lost = bus.waiting.pop(1)
    bus.run(batches_over(bus))
    assert lost.data["index"] == 1
    assert sorted(results_of(request_)) == [f"documents/{index:06}.json" for index in (0, 2, 3, 5, 6)]

    bus.deliver(batch_requested(request_, id="2"))
    bus.run(batches_over(bus))

    assert len(bus.of(BATCH_COMPLETED)) == 1
    assert json.loads(results_of(request_)["completed.json"]) == {"documents": 7, "completed": 6, "failed": 1}


def test_a_lost_document_that_is_replayed_sets_its_chain_going(bus: Bus, request_: BatchRequest) -> None:
    bus.deliver(batch_requested(request_))
    bus.hand_over(batches_over(bus))
    lost = bus.waiting.pop(1)
    bus.run(batches_over(bus))

    bus.deliver(lost)
    bus.run(batches_over(bus))

    assert is_complete(request_)


def test_a_chain_passes_over_what_is_done_already(bus: Bus, request_: BatchRequest) -> None:
    batches = batches_over(bus, batch_window=1)
    bus.deliver(batch_requested(request_))
    bus.hand_over(batches)
    first = bus.waiting[0]
    for index in (1, 2):
        batches.document_requested(replace(first, data={**first.data, "index": index}))
    bus.run(batches)

    assert [event.data["index"] for event in bus.of(DOCUMENT_REQUESTED)] == [0, 3, 4, 5, 6]
    assert is_complete(request_)


def test_of_two_attempts_at_a_document_the_first_result_stays(bus: Bus, request_: BatchRequest) -> None:
    batches = batches_over(bus)
    batches.requested(batch_requested(request_))
    folder = batches.storage.folder(request_.output, request_.batch)

    assert folder.keep(0, b"first") == b"first"
    assert folder.keep(0, b"second") == b"first"
    assert folder.result(0) == b"first"


def test_a_batch_that_is_complete_is_told_again_and_not_done_again(bus: Bus, request_: BatchRequest) -> None:
    bus.deliver(batch_requested(request_))
    bus.run(batches_over(bus))
    before = len(bus.of(DOCUMENT_REQUESTED))

    bus.deliver(batch_requested(request_, id="2"))
    bus.run(batches_over(bus))

    first, second = bus.of(BATCH_COMPLETED)
    assert (first.id, first.data) == (second.id, second.data)
    assert len(bus.of(DOCUMENT_REQUESTED)) == before


def test_new_documents_do_not_join_a_batch_that_has_begun(bus: Bus, request_: BatchRequest) -> None:
    batches = batches_over(bus)
    bus.deliver(batch_requested(request_))
    bus.hand_over(batches)
    source = Path(request_.input.removeprefix("file://"))
    (source / "000-new.docx").write_bytes(b"came later")
    bus.deliver(batch_requested(request_, id="2"))
    bus.run(batches_over(bus))

    assert json.loads(results_of(request_)["completed.json"])["documents"] == 7


def test_a_document_that_was_replaced_or_removed_fails_alone(bus: Bus, request_: BatchRequest) -> None:
    bus.deliver(batch_requested(request_))
    batches = batches_over(bus)
    bus.hand_over(batches)
    source = Path(request_.input.removeprefix("file://"))
    (source / "000.docx").write_bytes(b"another text")
    (source / "001.docx").unlink()
    bus.run(batches)

    results = results_of(request_)
    codes = [json.loads(results[f"documents/{index:06}.json"]).get("code") for index in range(4)]
    assert codes == ["object-changed", "object-missing", None, "not-a-docx"]


def test_a_document_over_the_upload_limit_is_not_read(bus: Bus, tmp_path: Path) -> None:
    request = BatchRequest(fill(tmp_path / "in", 1), f"file://{tmp_path}/out")
    (tmp_path / "in" / "001.docx").write_bytes(bytes(2000))
    bus.deliver(batch_requested(request))
    bus.run(batches_over(bus, upload_limit=1024))

    problem = json.loads(results_of(request)["documents/000001.json"])
    assert (problem["code"], problem["status"]) == ("upload-too-large", 413)


def test_present_means_the_day_the_batch_began(bus: Bus, request_: BatchRequest) -> None:
    bus.deliver(batch_requested(request_))
    bus.run(batches_over(bus))

    body = json.loads(results_of(request_)["documents/000000.json"])
    assert body["options"]["as_of"] == "2026-01-31"


def test_a_batch_that_was_deleted_begins_anew_in_the_same_process(bus: Bus, request_: BatchRequest) -> None:
    batches = batches_over(bus)
    bus.deliver(batch_requested(request_))
    bus.run(batches)
    shutil.rmtree(Path(request_.output.removeprefix("file://")))
    (Path(request_.input.removeprefix("file://")) / "003.docx").unlink()

    bus.deliver(batch_requested(request_, id="2"))
    bus.run(batches)

    assert json.loads(results_of(request_)["completed.json"]) == {"documents": 6, "completed": 6, "failed": 0}


def test_nothing_is_acknowledged_that_could_not_be_sent_on(bus: Bus, request_: BatchRequest) -> None:
    batches = batches_over(bus)
    bus.deliver(batch_requested(request_))
    bus.down = True
    with pytest.raises(errors.SinkUnavailable):
        bus.hand_over(batches, again=True)

    bus.down = False
    bus.run(batches)
    assert is_complete(request_)


@settings(max_examples=25)
@given(
    st.integers(1, 9),
    st.integers(1, 4),
    st.lists(
        st.tuples(st.integers(0, 99), st.sampled_from(["once", "twice", "lost", "restart"])), max_size=60
    ),
)
def test_whatever_happens_on_the_way_every_document_ends_with_the_same_result(
    documents: int, window: int, mishaps: list[tuple[int, str]]
) -> None:
    bus = Bus()
    with tempfile.TemporaryDirectory() as folder:
        bad = tuple(range(0, documents, 4))
        request = BatchRequest(fill(Path(folder) / "in", documents, bad), f"file://{folder}/out")
        batches = batches_over(bus, batch_window=window)
        bus.deliver(batch_requested(request))
        for place, mishap in mishaps:
            if not bus.waiting:
                break
            position = place % len(bus.waiting)
            if mishap == "lost":
                bus.waiting.pop(position)
            elif mishap == "restart":
                batches = batches_over(bus, batch_window=window + 1)
            else:
                bus.hand_over(batches, position, again=mishap == "twice")
        bus.deliver(batch_requested(request, id="2"))
        bus.run(batches)

        results = results_of(request)
        assert json.loads(results["completed.json"]) == {
            "documents": documents,
            "completed": documents - len(bad),
            "failed": len(bad),
        }
        assert len(results) == documents + 3
