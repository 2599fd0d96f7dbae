"""Lines of a document -> labelled lines."""

import shutil
from pathlib import Path

import pytest

from functions.common.errors import ModelUnavailable
from functions.summarize.parsers.features import line_features
from functions.summarize.parsers.labels import Label, LabelledLine, label_lines
from functions.summarize.parsers.reader_model import SHIPPED, load_reader
from tests.builders.pages import page

PAGE = """*Nora Whitfield
nora.whitfield@example.com | +44 20 7946 0190
*Employment
*Store Manager, Farrow Stores Ltd⇥March 2019 – Present
- Runs a shop of 14 people
*Assistant Manager, Belden & Co⇥2015 – 2019
- Kept the stock
*Education
BA History, University of Leeds⇥2015
*Skills
Stock control, rotas, tills"""


def labelled(text: str) -> tuple[LabelledLine, ...]:
    return label_lines(line_features(page(text)), load_reader().lines)


def test_an_ordinary_page_is_labelled_line_by_line() -> None:
    assert [str(each.label) for each in labelled(PAGE)] == [
        "name.head", "contact.body", "work.heading", "work.head", "work.body", "work.head", "work.body",
        "education.heading", "education.head", "skills.heading", "skills.body",
    ]  # fmt: skip


def test_a_probability_stands_beside_every_label() -> None:
    assert all(0 < each.probability <= 1 for each in labelled(PAGE))


def test_no_lines_are_no_labels() -> None:
    assert label_lines((), load_reader().lines) == ()


def test_a_label_is_written_as_in_the_training_data() -> None:
    assert str(Label.of("work.head")) == "work.head"


def test_a_model_that_is_not_what_its_card_declares_is_refused(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "reader")
    (tmp_path / "reader" / "lines.bin").write_bytes(b"something else")
    with pytest.raises(ModelUnavailable, match=r"lines\.bin"):
        load_reader(tmp_path / "reader")
