"""What the second reading of header lines sees of the first."""

from functions.summarize.parsers.features import line_features
from functions.summarize.parsers.field_context import with_context
from functions.summarize.parsers.field_lines import FieldLine, field_runs
from functions.summarize.parsers.labels import Label
from functions.summarize.parsers.reader_model import Decoded
from tests.builders.pages import page

JOBS = "Baker (Kornhaus), 2015\nBaker (Mehl & Mohn), 2012\nCourier (Radwerk), 2010"
FOUND = (("title", "employer"), ("title", "employer"), ("title", "note"))


def test_a_piece_is_seen_with_what_stands_at_its_place_in_the_other_lines() -> None:
    *_, radwerk = _of_last_pieces()
    assert {"1=note", "2v0=employer:3", "2v0=employer:3:2:note"} <= radwerk


def test_a_piece_has_no_vote_on_itself() -> None:
    kornhaus, _ = _of_last_pieces("Baker (Kornhaus), 2015\nBaker (Mehl & Mohn), 2012")
    assert "2v0=employer:3:1:employer" in kornhaus, "the other line alone says so"


def test_what_stands_once_at_its_place_is_told_so() -> None:
    (alone,) = _of_last_pieces("Baker (Kornhaus), 2015")
    assert "2v0=none:employer" in alone


def test_words_and_breaks_keep_what_was_observed_of_them() -> None:
    lines = _lines(JOBS)
    decoded = _decoded(lines)
    observed = [[f"token {number}"] for number in range(len(decoded))]
    again = list(with_context(lines, observed, decoded))
    assert [row[0] for row in again] == [row[0] for row in observed]
    assert again[0] == observed[0], "the break before the first line"


def _of_last_pieces(text: str = JOBS) -> list[set[str]]:
    """What is seen of the first word of the last piece of each line."""
    lines = _lines(text)
    decoded = _decoded(lines)
    rows = iter(with_context(lines, [[] for _ in decoded], decoded))
    found = []
    for line in lines:
        next(rows)
        of_line = [next(rows) for _ in line.tokens]
        found.append(set(of_line[line.pieces[-1].first]))
    return found


def _lines(text: str) -> tuple[FieldLine, ...]:
    features = line_features(page(text))
    (run,) = field_runs(features, [Label("work", "head")] * len(features))
    return run


def _decoded(lines: tuple[FieldLine, ...]) -> list[Decoded]:
    """As a first reading finds it: a title, then what stands in brackets."""
    found: list[Decoded] = []
    for line, names in zip(lines, FOUND, strict=False):
        tags = ["other"] * len(line.tokens)
        for piece, name in zip(line.pieces, names, strict=True):
            tags[piece.first : piece.last + 1] = [name] * (piece.last - piece.first + 1)
        found += [("break", 1.0, ""), *((tag, 0.95, "") for tag in tags)]
    return found
