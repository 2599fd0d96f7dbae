import pytest

from tests.ui.fakes import BRIEF, SUMMARY
from ui.brief import text_of
from ui.records import Sentence
from ui.result.shaping import _with_line, moved, wordings

A, B, C = (SUMMARY.sentences[0].model_copy(update={"text": text}) for text in ("A.", "B.", "C."))


@pytest.mark.parametrize(
    ("number", "to", "order"),
    [
        (2, 0, (C, A, B)),
        (0, 2, (B, C, A)),
        (1, 1, (A, B, C)),
        (0, -1, (A, B, C)),
        (2, 3, (A, B, C)),
    ],
)
def test_a_sentence_moves_to_the_place_of_another_and_never_out_of_the_text(
    number: int, to: int, order: tuple[Sentence, ...]
) -> None:
    assert moved((A, B, C), number, to) == order


NOW, LED, CUT, MISSING = (
    BRIEF.sentences[0],
    BRIEF.sentences[1],
    BRIEF.sentences[1].model_copy(update={"text": "Cut waiting."}),
    BRIEF.sentences[2],
)


@pytest.mark.parametrize(
    ("number", "to", "order"),
    [
        (2, 1, (NOW, CUT, LED, MISSING)),
        (1, 2, (NOW, CUT, LED, MISSING)),
        (1, 0, (LED, CUT, NOW, MISSING)),
        (2, 3, (NOW, MISSING, LED, CUT)),
        (0, 1, (LED, CUT, NOW, MISSING)),
        (3, 0, (MISSING, NOW, LED, CUT)),
        (3, 4, (NOW, LED, CUT, MISSING)),
    ],
)
def test_a_sentence_of_a_brief_moves_within_its_line_and_beyond_its_end_with_the_line(
    number: int, to: int, order: tuple[Sentence, ...]
) -> None:
    assert moved((NOW, LED, CUT, MISSING), number, to) == order


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((NOW, LED, MISSING), "Now: Charge nurse, Elm\nHighlights: Led a team of 12. Cut waits.\nNot stated: dates"),
        ((NOW,), "Now: Charge nurse, Elm\nHighlights: Cut waits."),
    ],
)  # fmt: skip
def test_a_line_of_the_resume_becomes_the_last_highlight_of_a_brief(
    before: tuple[Sentence, ...], after: str
) -> None:
    shown = BRIEF.model_copy(update={"sentences": before})
    assert text_of(_with_line(shown, "Cut waits.")) == after


def test_a_line_of_the_resume_becomes_the_last_sentence_of_a_summary() -> None:
    assert text_of(_with_line(SUMMARY, "Cut waits.")) == f"{SUMMARY.summary} Cut waits."


def test_another_wording_of_a_highlight_is_a_highlight() -> None:
    listed = LED.model_copy(update={"slot": "credentials", "text": "Team of 12."})
    other = LED.model_copy(update={"text": "Ran a team of 12."})
    answer = BRIEF.model_copy(update={"sentences": (NOW, listed, other)})
    assert wordings(LED, answer) == [other]
