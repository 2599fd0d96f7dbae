"""All results of a batch in one file for programs and one for spreadsheets. The same results give the same bytes."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from functions.common.errors import StorageUnavailable
from functions.summarize.batch.cells import harmless
from functions.summarize.batch.folder import CSV, JSONL, Folder
from functions.summarize.batch.manifest import Manifest

COLUMNS = (
    "index", "file", "status", "name", "title", "summary", "model_share", "warnings", "error_code", "error",
    "model", "parser",
)  # fmt: skip
AT_ONCE = 16
"""Results read at one time: each is a round trip to the storage."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How a batch went."""

    documents: int
    completed: int
    failed: int


def write_results(folder: Folder, manifest: Manifest) -> Counts:
    """Write the JSONL and the CSV file of a batch all of whose documents have a result."""
    rows = _Rows()
    folder.write(JSONL, _in_pieces(rows.watch(_results(folder, manifest))))
    folder.write(CSV, rows.csv())
    return Counts(len(manifest.documents), len(manifest.documents) - rows.failed, rows.failed)


def is_failure(body: Mapping[str, Any]) -> bool:
    """Whether a result is a problem detail; otherwise it is the body that tells of a summary."""
    return "summary" not in body


class _Rows:
    """The table, row by row, while the lines go by."""

    def __init__(self) -> None:
        self.failed = 0
        self._text = io.StringIO()
        self._writer = csv.writer(self._text)
        self._writer.writerow(COLUMNS)

    def watch(self, results: Iterable[tuple[int, str, bytes]]) -> Iterator[bytes]:
        """The lines of the JSONL file; each result is noted as it passes."""
        for index, key, result in results:
            row = _row(index, key, json.loads(result))
            self.failed += row["status"] != "ok"
            self._writer.writerow(harmless(row.get(column, "")) for column in COLUMNS)
            status = json.dumps({"index": index, "file": key, "status": row["status"]}, ensure_ascii=False)
            yield status[:-1].encode() + b', "result": ' + result + b"}\n"

    def csv(self) -> bytes:
        """The table."""
        return self._text.getvalue().encode(errors="replace")


def _row(index: int, key: str, body: Mapping[str, Any]) -> dict[str, str]:
    about = {"index": str(index), "file": key}
    if is_failure(body):
        return about | {"status": "failed", "error_code": body["code"], "error": body["detail"]}
    basics = body["resume"].get("basics", {})
    return about | {
        "status": "ok",
        "name": basics.get("name", ""),
        "title": basics.get("label", ""),
        "summary": body["summary"],
        "model_share": f"{body['model_share']:.2f}",
        "warnings": " ".join(warning["message"] for warning in body["warnings"]),
        "model": body["model"]["id"],
        "parser": body["parser"]["id"],
    }


def _results(folder: Folder, manifest: Manifest) -> Iterator[tuple[int, str, bytes]]:
    """Each document's index, key and result, in order, a few of them read ahead."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for start in range(0, len(manifest.documents), AT_ONCE):
            batch = range(start, min(start + AT_ONCE, len(manifest.documents)))
            for index, result in zip(batch, pool.map(folder.result, batch), strict=True):
                if result is None:
                    raise StorageUnavailable("A result that was there is not there any more.")
                yield index, manifest.documents[index].key, result


def _in_pieces(lines: Iterable[bytes], size: int = 1024 * 1024) -> Iterator[bytes]:
    piece = bytearray()
    for line in lines:
        piece += line
        if len(piece) >= size:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)
