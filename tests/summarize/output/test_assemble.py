import pytest

from functions.summarize.output.assemble import Written, assemble
from functions.summarize.sentences import Kind, Length, Sentence, SentencePlan


def written(
    text: str, *others: str, kind: Kind = "result", priority: int = 1, essential: bool = False
) -> Written:
    plan = SentencePlan(kind, "implied", (), text, priority=priority, essential=essential)
    return Written(plan, tuple(Sentence(each, kind, "model", ()) for each in (text, *others)))


def words(count: int, tag: str) -> str:
    return " ".join(f"{tag}{number}" for number in range(count)) + "."


def test_sentences_keep_their_reading_order_whatever_their_priority() -> None:
    first, second = (
        written(words(15, "a"), priority=5, essential=True),
        written(words(15, "b"), essential=True),
    )

    assert [sentence.text for sentence in assemble([first, second], "short")] == [
        words(15, "a"),
        words(15, "b"),
    ]


def test_the_least_important_sentence_is_left_out_when_there_is_enough() -> None:
    pieces = [
        written(words(20, tag), priority=rank)
        for rank, tag in ((1, "a"), (9, "b"), (2, "c"), (3, "d"), (4, "e"))
    ]

    chosen = [sentence.text[0] for sentence in assemble(pieces, "medium")]

    assert chosen == ["a", "c", "d", "e"]


def test_a_shorter_wording_is_taken_where_the_best_does_not_fit() -> None:
    opening = written(words(30, "a"), essential=True, priority=0)
    skills = written(words(14, "b"), words(8, "c"), essential=True, priority=2)

    assert [len(sentence.text.split()) for sentence in assemble([opening, skills], "short")] == [30, 8]


def test_no_three_words_stand_in_a_summary_twice() -> None:
    one = written("Led a team of twelve in Accra.", essential=True, priority=0)
    same = written("At Lumen, led a team of nine.", priority=1)

    assert len(assemble([one, same], "medium")) == 1


@pytest.mark.parametrize(
    ("length", "low", "high"), [("short", 25, 40), ("medium", 45, 90), ("long", 90, 130)]
)
def test_words_are_in_range_where_there_is_enough_to_say(length: Length, low: int, high: int) -> None:
    pieces = [written(words(11, chr(97 + rank)), priority=rank) for rank in range(15)]

    total = sum(len(sentence.text.split()) for sentence in assemble(pieces, length))

    assert low <= total <= high
