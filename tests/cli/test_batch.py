import csv
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from functions.common.errors import Saturated
from functions.summarize import cli
from functions.summarize.batch.cells import harmless
from tests.cli.fakes import FakeBackend, summary_body

Batch = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "resumes"
    (folder / "more").mkdir(parents=True)
    for name in ("a.docx", "b.DOCX", "more/c.docx"):
        (folder / name).write_bytes(name.encode())
    for name in ("~$a.docx", "notes.txt"):
        (folder / name).write_bytes(b"ignored")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "results.csv"


def batch(folder: Path, out: Path, backend: FakeBackend, *more: str) -> int:
    arguments = ["batch", str(folder), "--out", str(out), "--as-of", "2026-01-31", *more]
    return cli.main(arguments, connect=lambda url: backend)


def rows(out: Path) -> list[dict[str, str]]:
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def asked(backend: FakeBackend) -> list[str]:
    return sorted(call[1] for call in backend.calls)  # several are asked for at once


def test_a_folder_becomes_one_row_a_resume(
    folder: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert batch(folder, out, FakeBackend(), "--length", "short") == 0
    first, *others = rows(out)
    assert first == {
        "file": "a.docx",
        "status": "ok",
        "name": "Ada Obi",
        "title": "Charge Nurse",
        "summary": "Charge nurse with 8+ years of experience.",
        "model_share": "0.75",
        "warnings": "Hidden text was ignored.",
        "error_code": "",
        "error": "",
        "other_summaries": "",
        "model": "bart",
        "parser": "ats",
        "output": "summary",
        "length": "short",
        "voice": "implied",
        "target": "",
        "alternatives": "1",
        "blind": "false",
        "as_of": "2026-01-31",
        "sha256": hashlib.sha256(b"a.docx").hexdigest(),
    }
    assert [row["file"] for row in others] == ["b.DOCX", "more/c.docx"]
    assert capsys.readouterr() == (f"3 of 3 summarised; results in {out}\n", "")


def test_a_bad_file_gets_an_error_row_and_does_not_stop_the_rest(
    folder: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b.DOCX").write_bytes(b"not a docx")
    assert batch(folder, out, FakeBackend()) == 1
    assert [row["status"] for row in rows(out)] == ["ok", "failed", "ok"]
    bad = rows(out)[1]
    assert (bad["error_code"], bad["error"], bad["summary"]) == (
        "not-a-docx",
        "This is plain text; save it as .docx.",
        "",
    )
    out_text, err = capsys.readouterr()
    assert out_text == f"2 of 3 summarised; results in {out}\n"
    assert err == "resume-summary: b.DOCX: This is plain text; save it as .docx. [not-a-docx]\n"


def test_a_second_run_goes_on_where_the_first_was_stopped(
    folder: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # One at a time: of several, any could be the one at which it stops.
    assert batch(folder, out, FakeBackend(stop_after=2), "--jobs", "1") == cli.INTERRUPTED
    assert capsys.readouterr().err == (
        f"{out}: note: not complete; give the same command again to go on.\nresume-summary: batch: stopped\n"
    )
    assert [row["file"] for row in rows(out)] == ["a.docx", "b.DOCX"]
    second = FakeBackend()
    assert batch(folder, out, second) == 0
    assert asked(second) == ["c.docx"]
    assert [row["file"] for row in rows(out)] == ["a.docx", "b.DOCX", "more/c.docx"]


@pytest.mark.parametrize("lost", [1, 2, 40, 140])
def test_a_row_cut_short_by_a_kill_is_done_again(folder: Path, out: Path, lost: int) -> None:
    batch(folder, out, FakeBackend())
    whole = out.read_bytes()
    out.write_bytes(whole[:-lost])
    second = FakeBackend()
    assert batch(folder, out, second) == 0
    assert asked(second) == ([] if lost == len(b"\n") else ["c.docx"])
    assert out.read_bytes() == whole


def test_rows_that_failed_are_tried_again(folder: Path, out: Path) -> None:
    batch(folder, out, FakeBackend(refuse={"b.DOCX": Saturated("Busy.")}))
    assert [row["error_code"] for row in rows(out)] == ["", "saturated", ""]
    second = FakeBackend()
    assert batch(folder, out, second) == 0
    assert asked(second) == ["b.DOCX"]
    assert sorted((row["file"], row["status"]) for row in rows(out)) == [
        ("a.docx", "ok"),
        ("b.DOCX", "ok"),
        ("more/c.docx", "ok"),
    ]


def test_a_changed_file_or_option_is_done_again(folder: Path, out: Path) -> None:
    batch(folder, out, FakeBackend())
    (folder / "a.docx").write_bytes(b"changed")
    second, third = FakeBackend(), FakeBackend()
    batch(folder, out, second)
    batch(folder, out, third, "--voice", "first")
    assert asked(second) == ["a.docx"]
    assert asked(third) == ["a.docx", "b.DOCX", "c.docx"]


def test_formula_cells_are_neutralised_and_still_recognised(folder: Path, out: Path) -> None:
    (folder / "=a.docx").write_bytes(b"formula")
    body = summary_body(name='=HYPERLINK("http://x")', summary="Led a\nteam.")
    assert batch(folder, out, FakeBackend(summary=body)) == 0
    first = rows(out)[0]
    assert (first["file"], first["name"], first["summary"]) == (
        "'=a.docx",
        '\'=HYPERLINK("http://x")',
        "Led a team.",
    )
    second = FakeBackend()
    batch(folder, out, second)
    assert asked(second) == []


@pytest.mark.parametrize("value", ["=1", "+1", "-1", "@x", "\tx", "\rx", " =1", "\n=1"])
def test_no_cell_starts_a_formula(value: str) -> None:
    assert harmless(value).startswith("'")


def test_an_out_file_of_something_else_is_left_alone(
    folder: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.write_text("my,notes\n1,2\n", encoding="utf-8")
    assert batch(folder, out, FakeBackend()) == 1
    assert out.read_text(encoding="utf-8") == "my,notes\n1,2\n"
    assert f"{out} exists and is no result of this command" in capsys.readouterr().err


def test_a_folder_without_resumes_is_an_error(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert batch(tmp_path, out, FakeBackend()) == 1
    assert (
        capsys.readouterr().err
        == f"resume-summary: batch: {tmp_path} holds no .docx file. [malformed-request]\n"
    )
    assert not out.exists()
