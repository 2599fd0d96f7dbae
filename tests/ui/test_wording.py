from pathlib import Path
from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

import ui
from functions.catalog.shelf import read_shelf
from functions.common.settings import MEBIBYTE, Settings
from functions.summarize import samples
from functions.summarize.output.versions import LABELS
from functions.summarize.resume import Section
from functions.summarize.sentences import CHOICES, LONGEST_TARGET, MOST_ALTERNATIVES, WORDS, Options
from tests.builders.waiting import PATIENCE
from ui.choices import LARGEST_READ
from ui.choices import LONGEST_TARGET as LONGEST_ASKED
from ui.choices import MOST_ALTERNATIVES as MOST_ASKED
from ui.files.archive import LARGEST_FILE
from ui.records import Options as Asked
from ui.wording import advice, faults, plain_markdown, short_names, words


def test_every_choice_of_the_services_has_words() -> None:
    assert tuple(words("length")) == CHOICES["length"]
    assert tuple(words("voice")) == CHOICES["voice"]
    assert tuple(words("output")) == CHOICES["output"]
    assert "auto" in CHOICES["parser"]
    assert words("slot") == LABELS
    assert set(words("section")) == set(get_args(Section))


def test_what_can_be_chosen_is_what_the_service_takes() -> None:
    assert set(Asked.model_fields) == set(Options.__dataclass_fields__)
    assert (LONGEST_ASKED, MOST_ASKED) == (LONGEST_TARGET, MOST_ALTERNATIVES)
    assert Settings.model_fields["upload_limit"].default == LARGEST_READ * MEBIBYTE
    assert LARGEST_FILE > LARGEST_READ * MEBIBYTE  # enough of a file for the service to refuse it


def test_every_figure_of_the_shipped_cards_has_words() -> None:
    for card in read_shelf().models.values():
        assert {*card.quality, *card.speed} <= set(words("figure"))


def test_the_lengths_are_told_as_they_are() -> None:
    for length, (low, high) in WORDS.items():
        assert f"· {low}–{high}" in words("length")[length]


def test_the_samples_offered_exist() -> None:
    assert set(words("sample")) <= set(samples.names())


def test_an_unknown_problem_has_the_usual_advice() -> None:
    assert advice("never-heard-of-it") == words("advice")["other"]


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        ("number moved: 7", "The resume gives “7”, but of something else."),
        ("contact", "Contact details do not belong in a summary."),
        ("word: a: b {}", "“a: b {}” is not in the resume."),
        ("new code: x", "new code: x"),
    ],
)
def test_a_fault_is_told_in_a_sentence(problem: str, sentence: str) -> None:
    assert faults([problem], {}) == [sentence]


def test_a_fault_says_what_the_resume_says_instead() -> None:
    problem = "place: Led a team at Elm"
    [sentence] = faults([problem], {problem: "at Oak, not at Elm"})
    assert sentence.endswith("It says: at Oak, not at Elm.")


@pytest.mark.parametrize(
    "text", ["*a* _b_ `c`", "[x](http://y) <b>", ":red[x] :smile:", "$x^2$", "# h\n- i", "a\\*b"]
)
def test_markdown_in_a_text_is_shown_as_it_stands(text: str) -> None:
    escaped = plain_markdown(text)
    assert escaped.replace("\\", "") == text.replace("\\", "")
    assert all(escaped[at - 1] == "\\" for at, char in enumerate(escaped) if char in "*_`[]()<>:$#-" and at)


def test_the_page_runs_as_a_script() -> None:
    app = AppTest.from_file(str(Path(ui.__file__).parent / "app.py"), default_timeout=PATIENCE).run()
    assert not app.exception
    assert app.title[0].value == "A true summary of your resume"


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Resume Summary T5", "Resume Summary GPT-2"], ["T5", "GPT-2"]),
        (["T5", "T5 large"], ["T5", "T5 large"]),
        (["Only one"], ["Only one"]),
        ([], []),
    ],
)
def test_names_are_told_apart_by_what_they_do_not_share(names: list[str], short: list[str]) -> None:
    assert short_names(names) == short
