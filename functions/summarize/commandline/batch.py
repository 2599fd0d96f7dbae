"""A folder of resumes into one CSV, row by row, so that a kill at any moment loses at most one row.

A row is one line: it is written with one write, and a line without its line end was cut short. Starting
again keeps the rows that succeeded for the same bytes and the same options, and does the others.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from functions.common.errors import MalformedRequest, ResumeSummaryError
from functions.summarize.batch.cells import harmless
from functions.summarize.commandline.at_once import at_once
from functions.summarize.commandline.backend import Backend, Body
from functions.summarize.commandline.console import Failure
from functions.summarize.options import NAMES, options_as_text
from functions.summarize.sentences import Options

COLUMNS = (
    "file", "status", "name", "title", "summary", "model_share", "warnings", "error_code", "error",
    "other_summaries", *NAMES, "sha256",
)  # fmt: skip
_IDENTITY = ("file", "sha256", *NAMES)

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Progress:
    """One file dealt with: its row, and whether an earlier run had done it."""

    row: Row
    done_before: bool = False

    @property
    def failed(self) -> bool:
        """Whether the row is an error row."""
        return self.row["status"] != "ok"


def resumes(folder: Path) -> list[Path]:
    """The DOCX files below a folder by name, without the lock files Word leaves beside an open document."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() == ".docx" and path.is_file())
    return sorted(path for path in found if not path.name.startswith("~$"))


def run(folder: Path, out: Path, backend: Backend, options: Options, *, jobs: int = 1) -> Iterator[Progress]:
    """Summarise every resume below `folder` into `out`, `jobs` at once, yielding each file as its row is safe on disk.

    Raises `MalformedRequest` when `out` holds something that is not a result of this command.
    """
    done = {_identity(row): row for row in _rows(out) if row["status"] == "ok"}
    plan = [(path, _about(path, folder, options)) for path in resumes(folder)]
    kept = [done[_identity(row)] for _, row in plan if _identity(row) in done]
    _restart(out, kept)
    yield from (Progress(row, done_before=True) for row in kept)
    with out.open("ab", buffering=0) as sink:
        todo = [(path, row) for path, row in plan if _identity(row) not in done]
        results = at_once(lambda path: _result(path, backend, options), (path for path, _ in todo), jobs)
        for (_, row), result in zip(todo, results, strict=True):
            yield Progress(_append(sink, row | result))


def _about(path: Path, folder: Path, options: Options) -> Row:
    """The columns that say what a row is about, as they stand in the file; of the target its SHA-256."""
    target = hashlib.sha256(options.target.encode()).hexdigest() if options.target else ""
    row = {
        "file": path.relative_to(folder).as_posix(),
        **options_as_text(options),
        "target": target,
        "sha256": _digest(path),
    }
    return {column: harmless(value) for column, value in row.items()}


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""  # the attempt to summarise it will say why


def _result(path: Path, backend: Backend, options: Options) -> Row:
    try:
        body = backend.summarise(path.name, path.read_bytes(), options)
    except (OSError, ResumeSummaryError) as error:
        return {"status": "failed", **_failure(error)}
    return {"status": "ok", **_success(body)}


def _failure(error: Failure) -> Row:
    if isinstance(error, ResumeSummaryError):
        return {"error_code": error.code, "error": str(error)}
    return {"error_code": "unreadable-file", "error": error.strerror or str(error)}


def _success(body: Body) -> Row:
    basics = body["resume"].get("basics", {})
    return {
        "name": basics.get("name", ""),
        "title": basics.get("label", ""),
        "summary": body["summary"],
        "other_summaries": " || ".join(other["summary"] for other in body["alternatives"]),
        "model_share": f"{body['model_share']:.2f}",
        "warnings": " ".join(warning["message"] for warning in body["warnings"]),
    }


def _identity(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[column] for column in _IDENTITY)


def _rows(out: Path) -> list[Row]:
    """The whole rows of an earlier run; a last line that was cut short is left out."""
    if not out.exists() or not out.stat().st_size:
        return []
    lines = out.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
    reader = csv.DictReader(line for line in lines if line.endswith("\n"))
    if tuple(reader.fieldnames or COLUMNS) != COLUMNS:
        raise MalformedRequest(
            f"{out} exists and is no result of this command; choose another name for --out."
        )
    return [row for row in reader if None not in row.values()]


def _restart(out: Path, kept: Iterable[Row]) -> None:
    """Replace the file by its header and the rows to keep, in one step."""
    draft = out.with_name(out.name + ".part")
    draft.write_bytes(_line(COLUMNS) + b"".join(_line(_cells(row)) for row in kept))
    draft.replace(out)


def _append(sink: BinaryIO, row: Row) -> Row:
    safe = {column: harmless(row.get(column, "")) for column in COLUMNS}
    sink.write(_line(_cells(safe)))
    return safe


def _cells(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[column] for column in COLUMNS)


def _line(cells: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue().encode("utf-8", errors="replace")
