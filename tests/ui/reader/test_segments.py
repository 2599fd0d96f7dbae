from hypothesis import given, settings
from hypothesis import strategies as st

from ui.reader.segments import Segment, segments


def test_a_text_without_marks_is_one_piece() -> None:
    assert segments("Led 12.", [[], []]) == [Segment("Led 12.")]


def test_overlapping_marks_are_cut_where_they_begin_and_end() -> None:
    assert segments("Led a team", [[(0, 5)], [(4, 10)]]) == [
        Segment("Led ", (0,)),
        Segment("a", (0, 1)),
        Segment(" team", (1,)),
    ]


def test_offsets_count_characters_not_bytes_or_utf_16() -> None:
    assert segments("😀é led", [[(3, 6)]]) == [Segment("😀é "), Segment("led", (0,))]


def test_no_text_has_no_pieces() -> None:
    assert segments("", [[]]) == []


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=30),
    st.lists(st.lists(st.tuples(st.integers(-3, 35), st.integers(-3, 35)), max_size=3), max_size=3),
)
def test_the_pieces_joined_are_the_text(text: str, spans: list[list[tuple[int, int]]]) -> None:
    pieces = segments(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    position = 0
    for piece in pieces:
        for number, places in enumerate(spans):
            covered = any(start <= position and position + len(piece.text) <= end for start, end in places)
            assert (number in piece.items) is covered
        position += len(piece.text)
