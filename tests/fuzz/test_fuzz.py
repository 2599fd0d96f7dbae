"""What fuzzing found stays mended, and the fuzzer itself would notice."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.builders.package import package, paragraph
from tests.fuzz.bases import bases
from tests.fuzz.inputs import Input, minimised, numbered
from tests.fuzz.mutations import MUTATIONS
from tests.fuzz.oracle import failure
from tests.fuzz.shrink import shrunk

FINDS = sorted((Path(__file__).parent / "finds").glob("*.docx"))


@pytest.mark.parametrize("find", FINDS, ids=lambda path: path.stem)
def test_a_file_that_once_broke_reading_is_read_or_refused(find: Path) -> None:
    assert failure(find.read_bytes(), seconds=30) is None


@pytest.mark.parametrize("number", range(12))
def test_a_mutated_file_is_read_or_refused(number: int) -> None:
    assert failure(numbered(0, number).data, seconds=30) is None


def test_the_same_number_of_a_seed_is_the_same_input() -> None:
    assert numbered(3, 5) == numbered(3, 5)
    assert numbered(3, 5).data == numbered(3, 5).data
    assert len({numbered(3, number).data for number in range(8)}) > 1


@pytest.mark.parametrize("name", MUTATIONS)
def test_every_mutation_changes_some_file(name: str) -> None:
    assert any(
        Input(base, ((name, dice),)).data != bases()[base]
        for base in range(0, len(bases()), 9)
        for dice in range(3)
    )


def test_an_escaped_exception_is_a_failure() -> None:
    def fail(_: bytes) -> None:
        raise KeyError

    assert failure(b"", answer=fail) == "KeyError in ?"


def test_a_refusal_is_none() -> None:
    assert failure(b"%PDF-1.7") is None


def test_an_input_without_end_is_a_failure() -> None:
    def spin(_: bytes) -> None:
        while True:
            pass

    assert failure(b"", seconds=0.05, answer=spin) == "took too long in ?"


def test_a_misquotation_is_a_failure() -> None:
    assert failure(b"", answer=lambda _: "ats misquotes the document") == "ats misquotes the document"


def test_a_find_keeps_only_the_mutations_it_needs() -> None:
    both = Input(0, (("flip", 1), ("drop-entry", 2)))
    kept = minimised(both, lambda data: data == both.data or data == Input(0, (("drop-entry", 2),)).data)
    assert kept.steps in ((("drop-entry", 2),), both.steps)


def test_a_find_keeps_only_the_paragraphs_it_needs() -> None:
    data = package("".join(paragraph(f"line {number}") for number in range(9)))
    small = shrunk(data, lambda changed: b"line 4" in _main(changed))
    assert [number for number in range(9) if f"line {number}".encode() in _main(small)] == [4]


def _main(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")


@pytest.mark.parametrize(
    "piece", ["a", "a-", "a.", "A ", "Ltd, ", "x@", "x@y.", " ", "\t", "Cut 12% - ", "(", "2020 - "]
)
def test_a_line_without_end_is_read_in_time(piece: str) -> None:
    page = "".join(
        map(
            paragraph, ("Ann Example", "EXPERIENCE", "Cook, Savoy, 2019 - 2021", escape("a" + piece * 20_000))
        )
    )
    assert failure(package(page), seconds=30) is None
