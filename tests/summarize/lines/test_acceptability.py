"""Whether an editor would let a told line stand."""

import tomllib

import pytest

from functions.summarize.lines import read_line
from functions.summarize.lines.acceptability import WEIGHTS_FILE, acceptability


def chance(line: str, told: str, form: str = "past", title: str = "Clerk") -> float:
    return acceptability(read_line(line, title=title, current=form == "present"), told, form)


@pytest.mark.parametrize(
    ("line", "good", "poor"),
    [
        (
            "Trained 12 new starters",
            "trained 12 new starters",
            "trained 12 new starters, with of whom stayed",
        ),
        (
            "Cleaned kitchens, bins and corridors of two schools",
            "cleaned kitchens, bins and corridors of two schools",
            "cleaned kitchens, bins",
        ),
        ("Cut waste from 9% to 4%", "cut waste from 9% to 4%", "cut waste, with 4% 9%, a FEFO KPI"),
    ],
)
def test_what_is_whole_and_in_its_own_words_is_likelier_to_stand(line: str, good: str, poor: str) -> None:
    assert chance(line, good) > chance(line, poor) + 0.1


def test_a_line_of_any_length_and_of_marks_has_a_chance() -> None:
    for line in ("", "x", "— –", "7 7 7 7", "A" * 400, "(" * 90):
        assert 0 < chance(line, line, "noun phrase") < 1


def test_the_better_half_of_lines_left_out_is_better_english_and_truer() -> None:
    """Asked of the weights that ship: of a job the better half of its lines is told."""
    figures = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))["left_out"]

    assert figures["acts_good_of_better_half"] > figures["acts_good"] + 0.1
    assert figures["acts_false_of_better_half"] < figures["acts_false"]
    assert figures["things_good_of_better_half"] > figures["things_good"] + 0.1
