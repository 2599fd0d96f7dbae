from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from functions.common.objects import Entry
from functions.summarize.batch.manifest import Manifest, freeze
from functions.summarize.batch.request import BatchRequest
from functions.summarize.sentences import Options
from tests.builders.batches import fill

TODAY = date(2026, 1, 31)
ENTRIES = tuple(Entry(f"{index}.docx", 1, "e") for index in range(10))
MANIFEST = Manifest("b", "file:///in", {"as_of": "2026-01-31"}, 3, ENTRIES)


def keys(request: BatchRequest) -> list[str]:
    return [entry.key for entry in freeze(request, TODAY, window=3, limit=100).documents]


def test_a_manifest_reads_as_it_was_written() -> None:
    named = replace(MANIFEST, documents=(Entry("Jo Dœ.docx", 1, '"e"'),), options={"as_of": "2026-01-31"})

    assert Manifest.from_json(named.to_json()) == named


def test_chains_begin_with_their_first_undone_document() -> None:
    assert MANIFEST.heads(set()) == [0, 1, 2]
    assert MANIFEST.heads({0, 3, 2, 5, 8}) == [6, 1]
    assert MANIFEST.heads(set(range(10))) == []


def test_a_chain_goes_on_with_its_next_undone_document() -> None:
    assert MANIFEST.after(1, {4}) == 7
    assert MANIFEST.after(1, {4, 7}) is None
    assert MANIFEST.after(9, set()) is None


def test_documents_are_the_docx_files_in_the_order_of_their_keys(tmp_path: Path) -> None:
    url = fill(tmp_path / "in", 2)
    for name in ("sub/B.DOCX", "~$001.docx", "sub/~$B.docx", "notes.txt", "a.pdf"):
        (tmp_path / "in" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_bytes(b"x")

    assert keys(BatchRequest(url, "file:///out")) == ["000.docx", "001.docx", "sub/B.DOCX"]


def test_one_document_is_a_batch_of_one(tmp_path: Path) -> None:
    url = fill(tmp_path / "in dir", 2)

    assert keys(BatchRequest(f"{url}/001.docx", "file:///out")) == ["001.docx"]


def test_a_list_names_documents_of_its_folder(tmp_path: Path) -> None:
    url = fill(tmp_path / "in", 4)
    (tmp_path / "in" / "wanted.txt").write_text("003.docx\n001.docx\nabsent.docx\n", encoding="utf-8")

    assert keys(BatchRequest(f"{url}/wanted.txt", "file:///out")) == ["001.docx", "003.docx"]


def test_present_means_the_day_given_or_the_day_the_batch_begins(tmp_path: Path) -> None:
    url = fill(tmp_path / "in", 1)
    begun = freeze(BatchRequest(url, "file:///out", {"voice": "third"}), TODAY, window=3, limit=9)
    told = freeze(BatchRequest(url, "file:///out", {"as_of": "2020-02-29"}), TODAY, window=3, limit=9)

    assert begun.read_options() == Options(TODAY, voice="third")
    assert told.read_options() == Options(date(2020, 2, 29))


def test_the_same_request_is_the_same_batch() -> None:
    request = BatchRequest("s3://b/in", "s3://b/out", {"model": "t5", "voice": "first"})
    same = BatchRequest.read(
        {"input": "s3://b/in/", "output": "s3://b/out/", "options": {"voice": "first", "model": "t5"}}
    )

    assert same == request
    assert same.batch == request.batch


@pytest.mark.parametrize(
    "change",
    [{"input": "s3://b/in2"}, {"output": "s3://b/out2"}, {"options": {"model": "t5"}}, {"name": "march"}],
)
def test_any_other_request_is_another_batch(change: dict[str, object]) -> None:
    request = BatchRequest("s3://b/in", "s3://b/out")
    data = {"input": request.input, "output": request.output}

    assert BatchRequest.read({**data, **change}).batch != request.batch
    assert BatchRequest.read(BatchRequest.read({**data, **change}).data) == BatchRequest.read(
        {**data, **change}
    )
