import pytest

from tests.ui.fakes import SUMMARY
from ui.records import Sentence
from ui.result.shaping import moved

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
