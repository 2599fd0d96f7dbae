import io
import zipfile

import docx
import pytest

from tests.builders.package import header, package, paragraph, run
from tests.ui.fakes import SUMMARY
from ui.files.own import with_summary
from ui.files.paragraphs import NoPlaceError
from ui.records import Summary

LINE = "Led the night shift of a busy emergency ward with twelve nurses and four porters."


def written(*lines: str, profile: str = "") -> tuple[bytes, Summary]:
    data = package("".join(paragraph(run(line)) for line in lines))
    basics = {"email": "ada@example.org", **({"summary": profile} if profile else {})}
    return data, SUMMARY.model_copy(
        update={"resume": {"basics": basics}, "summary": "Charge nurse at R&D <Elm>."}
    )


def texts(data: bytes) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(data)).paragraphs]


def test_the_summary_takes_the_place_of_the_profile() -> None:
    data, summary = written(
        "Ada",
        "ada@example.org",
        "Profile",
        "Hard worker.",
        "Team player!",
        "Work",
        LINE,
        profile="Hard worker. Team player!",
    )
    assert texts(with_summary(data, summary)) == [
        "Ada", "ada@example.org", "Profile", "Charge nurse at R&D <Elm>.", "Work", LINE,
    ]  # fmt: skip


def test_without_a_profile_it_stands_under_the_contact_data() -> None:
    data, summary = written("Ada", "ada@example.org | Leeds", "Work", LINE)
    assert texts(with_summary(data, summary)) == [
        "Ada", "ada@example.org | Leeds", "Charge nurse at R&D <Elm>.", "Work", LINE,
    ]  # fmt: skip


def test_a_profile_of_which_a_headline_stands_apart_is_replaced_where_most_of_it_stands() -> None:
    data, summary = written(
        "Ada", "Nurse", "Contact", "ada@example.org", "Leeds", "About me", "Calm and quick,", "", "at work.", "Work",
        profile="Nurse Calm and quick, at work.",
    )  # fmt: skip
    assert texts(with_summary(data, summary)) == [
        "Ada", "Nurse", "Contact", "ada@example.org", "Leeds", "About me", "Charge nurse at R&D <Elm>.", "", "Work",
    ]  # fmt: skip


def test_it_does_not_part_the_contact_data() -> None:
    data, summary = written(
        "Ada", "ada@example.org", "12 Elm Road, Leeds", "linkedin.com/in/ada", LINE, "Leeds"
    )
    beside = {"location": {"city": "Leeds"}, "profiles": [{"url": "linkedin.com/in/ada"}]}
    basics = {**summary.resume["basics"], **beside}
    summary = summary.model_copy(update={"resume": {"basics": basics}})
    assert texts(with_summary(data, summary))[2:5] == [
        "12 Elm Road, Leeds", "linkedin.com/in/ada", "Charge nurse at R&D <Elm>.",
    ]  # fmt: skip


def test_everything_else_stays_byte_for_byte_as_it_was() -> None:
    data = package(
        "".join(paragraph(run(line)) for line in ("Ada", "ada@example.org", LINE)),
        header(paragraph(run("Page"))),
    )
    summary = written()[1]
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, with_summary(data, summary)))
    assert before.namelist() == after.namelist()
    changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["word/document.xml"]
    old, new = before.read("word/document.xml"), after.read("word/document.xml")
    put_in = next(at for at, byte in enumerate(old) if new[at] != byte)
    assert new.endswith(old[put_in:])
    assert len(old) < len(new)


def test_it_is_written_in_the_style_of_the_text() -> None:
    bold = paragraph(run(LINE, '<w:i/><w:sz w:val="19"/>'), '<w:jc w:val="both"/>')
    data = package(paragraph(run("ada@example.org")) + bold)
    made = docx.Document(io.BytesIO(with_summary(data, written()[1]))).paragraphs[1]
    assert (made.runs[0].italic, made.runs[0].font.size.pt, made.alignment) == (True, 9.5, 3)


@pytest.mark.parametrize("lines", [("Ada", LINE), ("Ada", "ada@example.org", "Work")])
def test_a_document_without_a_place_says_so(lines: tuple[str, ...]) -> None:
    with pytest.raises(NoPlaceError, match="neither a profile nor contact data"):
        with_summary(*written(*lines))


def test_many_empty_paragraphs_take_no_time_of_their_own() -> None:
    data, summary = written("ada@example.org", *[""] * 20_000, "Hard worker.", LINE, profile="Hard worker.")
    assert "Hard worker." not in texts(with_summary(data, summary))
