"""What fuzzing found stays mended, and the fuzzer itself would notice."""

import io
import json
import zipfile
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from functions.common.errors import RequestRefused
from functions.summarize import samples
from functions.summarize.sentences import Options
from tests.builders.package import package, paragraph
from tests.fuzz.__main__ import CHECKS, FINDS
from tests.fuzz.inputs import KINDS, Input, KindName, minimised, numbered
from tests.fuzz.oracle import AS_OF, PIPELINE, failure, wrong_summary
from tests.fuzz.shrink import shrunk, shrunk_facts


@pytest.mark.parametrize("find", sorted(FINDS.iterdir()), ids=lambda path: path.stem)
def test_what_once_broke_reading_or_telling_is_answered_or_refused(find: Path) -> None:
    (check,) = (check for check in CHECKS.values() if check.suffix == find.suffix)
    assert check.failure(find.read_bytes(), 30) is None


@pytest.mark.parametrize("number", range(12))
@pytest.mark.parametrize("kind", KINDS)
def test_a_mutated_input_is_answered_or_refused(kind: KindName, number: int) -> None:
    assert CHECKS[kind].failure(numbered(0, number, kind).data, 30) is None


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_number_of_a_seed_is_the_same_input(kind: KindName) -> None:
    assert numbered(3, 5, kind) == numbered(3, 5, kind)
    assert numbered(3, 5, kind).data == numbered(3, 5, kind).data
    assert len({numbered(3, number, kind).data for number in range(8)}) > 1


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in KINDS for name in KINDS[kind].mutations])
def test_every_mutation_changes_some_input(kind: KindName, name: str) -> None:
    bases = KINDS[kind].bases()
    assert any(
        Input(base, ((name, dice),), kind).data != bases[base]
        for base in range(0, len(bases), 9)
        for dice in range(3)
    )


def test_most_random_facts_are_told() -> None:
    """What is refused for its shape teaches nothing of what is told."""
    told = 0
    for number in range(20):
        made = Input(0, (("new-document", number),), "facts")
        with suppress(RequestRefused):
            told += wrong_summary(made.data) is None
    assert told > 10


def test_two_answers_to_the_same_facts_are_a_failure() -> None:
    one, other = (
        PIPELINE.summarise(samples.path(name).read_bytes(), Options(AS_OF)) for name in samples.names()[:2]
    )
    told = iter((one, other))

    assert wrong_summary(KINDS["facts"].bases()[0], lambda *_: next(told)) == "two answers to the same facts"


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


def test_a_find_keeps_only_the_facts_it_needs() -> None:
    document = {"basics": {"name": "Ann Example"}, "work": [{"position": f"Cook {n}"} for n in range(9)]}
    small = shrunk_facts(json.dumps(document).encode(), lambda changed: b"k 4" in changed)

    (left,) = json.loads(small)["work"]
    assert list(json.loads(small)) == ["work"]
    assert len(left["position"]) <= len("ok 4")


def test_what_is_no_json_is_kept_as_it_is() -> None:
    assert shrunk_facts(b'{"work": [', lambda _: True) == b'{"work": ['


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
