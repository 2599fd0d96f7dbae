import pytest

from functions.summarize.docx import read
from tests.builders.constructs import Construct, constructs


@pytest.mark.parametrize("construct", constructs(), ids=lambda construct: construct.name)
def test_visible_text_is_read_exactly_once_and_other_text_never(construct: Construct) -> None:
    text = read(construct.data).text

    assert {word: text.count(word) for word in construct.once} == dict.fromkeys(construct.once, 1)
    assert {word: text.count(word) for word in construct.never} == dict.fromkeys(construct.never, 0)


def test_hidden_text_is_kept_apart_and_told_as_a_count() -> None:
    hiding = [construct for construct in constructs() if construct.name == "vanish"]
    document = read(hiding[0].data)

    assert document.hidden == ("Phantom",)
    assert [(notice.code, notice.message) for notice in document.notices] == [
        ("hidden-text", "Hidden text was ignored (1 passage).")
    ]
