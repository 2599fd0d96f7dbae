"""The results of a batch as a table and as an archive."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence

from functions.summarize.batch.cells import harmless
from ui.files.names import distinct, stem
from ui.files.plain import as_json_resume, as_text
from ui.files.word import MEDIA, as_docx, as_one_docx
from ui.records import Options, Summary
from ui.session import Outcome

COLUMNS = (
    "file", "status", "name", "title", "summary", "words", "model_share", "warnings", "error_code", "error",
    "model", "parser", "output", "length", "voice", "blind", "as_of",
)  # fmt: skip
CONTACTS = ("email", "phone")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def as_csv(results: Sequence[tuple[str, Outcome]], options: Options) -> bytes:
    """One row a resume."""
    return _csv(COLUMNS, ({"file": name, **_about(options), **_told(outcome)} for name, outcome in results))


def as_csv_with_contacts(results: Sequence[tuple[str, Outcome]], options: Options) -> bytes:
    """One row a resume, with how the person can be reached."""
    rows = (
        {"file": name, **_about(options), **_told(outcome), **_contacts(outcome)} for name, outcome in results
    )
    return _csv((*COLUMNS, *CONTACTS), rows)


def as_key(names: Sequence[tuple[str, str]]) -> bytes:
    """Which file stands behind each number of a blind review: pairs of both names."""
    return _csv(("resume", "file"), ({"resume": number, "file": file} for number, file in names))


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """In UTF-8 with the mark that spreadsheets ask for; no cell can be taken for a formula."""
    text = io.StringIO()
    table = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    table.writeheader()
    for row in rows:
        table.writerow({column: harmless(str(value)) for column, value in row.items()})
    return text.getvalue().encode("utf-8-sig")


def as_zip(results: Sequence[tuple[str, Outcome]], options: Options) -> bytes:
    """The table, and a folder for each resume that has a summary: Word, text and JSON Resume."""
    written = [(name, outcome) for name, outcome in results if isinstance(outcome, Summary)]
    folders = distinct([stem(name) for name, _ in written])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "results.csv", as_csv(results, options))
        for folder, (_, summary) in zip(folders, written, strict=True):
            _add(archive, f"{folder}/summary.docx", as_docx(summary))
            _add(archive, f"{folder}/summary.txt", as_text(summary))
            _add(archive, f"{folder}/resume.json", as_json_resume(summary))
    return file.getvalue()


def as_briefs(results: Sequence[tuple[str, Outcome]], _: Options) -> bytes:
    """One Word document with everybody's text, a heading each."""
    return as_one_docx([(name, outcome) for name, outcome in results if isinstance(outcome, Summary)])


FILES: tuple[tuple[str, str, str, Callable[[Sequence[tuple[str, Outcome]], Options], bytes]], ...] = (
    ("Table (CSV)", "summaries.csv", "text/csv", as_csv),
    ("All in one Word document", "summaries.docx", MEDIA, as_briefs),
    ("Everything (ZIP)", "summaries.zip", "application/zip", as_zip),
)
WITH_CONTACTS = ("Table with e-mail and telephone (CSV)", "contacts.csv", "text/csv", as_csv_with_contacts)
"""What can be taken away: what it is called, its file, its media type, and what builds it."""


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)


def _about(options: Options) -> dict[str, object]:
    return options.model_dump(mode="json", include={"output", "length", "voice", "blind", "as_of"})


def _contacts(outcome: Outcome) -> dict[str, object]:
    basics = outcome.resume.get("basics", {}) if isinstance(outcome, Summary) else {}
    return {column: basics.get(column, "") for column in CONTACTS}


def _told(outcome: Outcome) -> dict[str, object]:
    if not isinstance(outcome, Summary):
        return {"status": "failed", "error_code": outcome.code, "error": outcome.detail or outcome.title}
    basics = outcome.resume.get("basics", {})
    return {
        "status": "ok",
        "name": basics.get("name", ""),
        "title": basics.get("label", ""),
        "summary": outcome.summary,
        "words": outcome.words,
        "model_share": f"{outcome.model_share:.2f}",
        "warnings": " ".join(warning.message for warning in outcome.warnings),
        "model": outcome.model.id,
        "parser": outcome.parser.id,
    }
