import csv
import io
import zipfile
from datetime import date

from tests.ui.fakes import BRIEF, PROTECTED, SUMMARY
from ui.files.batch import as_csv, as_csv_with_contacts, as_key, as_zip
from ui.records import Options

OPTIONS = Options(as_of=date(2026, 1, 31))
FORMULA = SUMMARY.model_copy(
    update={"summary": "=HYPERLINK(1)", "resume": {"basics": {"name": "@Ada", "label": "+1"}}}
)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_table_has_a_row_for_each_resume_whatever_became_of_it() -> None:
    good, bad = rows(as_csv([("ada.docx", SUMMARY), ("locked.docx", PROTECTED)], OPTIONS))
    assert good == {
        "file": "ada.docx", "status": "ok", "name": "Ada Obi", "title": "Charge Nurse",
        "summary": "Charge nurse at Elm. Led a team of 12.", "words": "9", "model_share": "0.50",
        "warnings": "2 pieces of *hidden* text were ignored.", "error_code": "", "error": "",
        "model": "t5", "parser": "ats", "output": "summary", "length": "medium", "voice": "implied",
        "blind": "False", "as_of": "2026-01-31",
    }  # fmt: skip
    assert {name: value for name, value in bad.items() if value} == {
        "file": "locked.docx", "status": "failed", "error_code": "encrypted-document",
        "error": "It is protected by a *password*.", "output": "summary", "length": "medium",
        "voice": "implied", "blind": "False", "as_of": "2026-01-31",
    }  # fmt: skip


def test_no_cell_is_taken_for_a_formula_and_none_breaks_its_row() -> None:
    data = as_csv([("=cmd.docx", FORMULA), ("-1.docx", BRIEF)], OPTIONS)
    first, second = rows(data)
    assert [first[name] for name in ("file", "name", "title", "summary")] == [
        "'=cmd.docx",
        "'@Ada",
        "'+1",
        "'=HYPERLINK(1)",
    ]
    assert second["file"] == "'-1.docx"
    assert "\n" not in second["summary"]


def test_the_archive_has_the_table_and_the_files_of_every_summary() -> None:
    locked = ("locked.docx", PROTECTED)
    data = as_zip([("ada.docx", SUMMARY), locked, ("Ada.docx", BRIEF)], OPTIONS)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == [
            "results.csv",
            "ada/summary.docx", "ada/summary.txt", "ada/resume.json",
            "Ada-2/summary.docx", "Ada-2/summary.txt", "Ada-2/resume.json",
        ]  # fmt: skip
        assert archive.read("results.csv") == as_csv(
            [("ada.docx", SUMMARY), locked, ("Ada.docx", BRIEF)], OPTIONS
        )
        assert archive.read("Ada-2/summary.txt").decode().startswith("Now: Charge nurse")


def test_who_can_be_reached_where_is_a_table_of_its_own() -> None:
    reachable = SUMMARY.model_copy(
        update={"resume": {"basics": {"email": "ada@elm.example", "phone": "+44 113 496"}}}
    )
    one, failed = rows(as_csv_with_contacts([("ada.docx", reachable), ("locked.docx", PROTECTED)], OPTIONS))
    assert (one["email"], one["phone"]) == ("ada@elm.example", "'+44 113 496")
    assert (failed["email"], failed["phone"]) == ("", "")
    assert "email" not in rows(as_csv([("ada.docx", reachable)], OPTIONS))[0]


def test_the_key_of_a_blind_review_says_whose_number_is_whose() -> None:
    assert rows(as_key([("Resume 1", "ada.docx"), ("Resume 2", "=bo.docx")])) == [
        {"resume": "Resume 1", "file": "ada.docx"},
        {"resume": "Resume 2", "file": "'=bo.docx"},
    ]
