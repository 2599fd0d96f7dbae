"""Every construct of the format: visible words are read exactly once, hidden ones never."""

import pytest

from functions.summarize.docx import read
from tests.builders.constructs import Construct, constructs


@pytest.mark.parametrize("construct", constructs(), ids=lambda construct: construct.name)
def test_visible_words_are_read_once_and_hidden_ones_never(construct: Construct) -> None:
    text = read(construct.data).text

    assert {word: text.count(word) for word in construct.once} == dict.fromkeys(construct.once, 1)
    assert [word for word in construct.never if word in text] == []
