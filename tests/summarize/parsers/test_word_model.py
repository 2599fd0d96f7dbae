"""Words in context: their pieces, what they show, and the network that names them."""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
import pytest

from functions.summarize.parsers.features import line_features
from functions.summarize.parsers.field_lines import FieldLine, field_runs
from functions.summarize.parsers.labels import Label
from functions.summarize.parsers.reader_model import load_reader
from functions.summarize.parsers.word_features import Shown, shown
from functions.summarize.parsers.word_model import LONGEST, TOGETHER, best_way, marginals, parts_of
from tests.builders.pages import page

JOBS = "Baker (Kornhaus), 2015\nBaker (Mehl & Mohn), 2012\nCourier (Radwerk), 2010"


def _run(text: str, label: str = "work.head") -> tuple[FieldLine, ...]:
    features = line_features(page(text))
    (run,) = field_runs(features, [Label.of(label)] * len(features))
    return run


def _likeness(one: str, other: str) -> float:
    pieces = load_reader().pieces
    first, second = (pieces.vectors_of(word)[: pieces.width] for word in (one, other))
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


@pytest.mark.parametrize(
    ("one", "other", "far"), [("London", "Paris", "Nurse"), ("nurses", "nurse", "London")]
)
def test_words_that_are_used_alike_have_like_vectors(one: str, other: str, far: str) -> None:
    assert _likeness(one, other) > _likeness(one, far) + 0.1


def test_a_word_in_capitals_is_the_word_and_a_short_one_an_abbreviation() -> None:
    assert _likeness("ENGINEER", "Engineer") == pytest.approx(1)
    assert _likeness("HR", "Hr") < 0.9


@pytest.mark.parametrize("word", ["", "漢字", "\N{ZERO WIDTH SPACE}", "x" * 10_000])
def test_any_word_has_finite_vectors(word: str) -> None:
    vectors = load_reader().pieces.vectors_of(word)
    assert vectors.shape == (3 * load_reader().pieces.width,)
    assert np.isfinite(vectors).all()


def test_a_word_shows_lists_marks_brackets_and_what_it_is_asked_for() -> None:
    (line,) = shown(_run("Employer: Baker (Kornhaus), 2015"))
    before, *tokens = line
    assert not before.word
    assert {"gap=first", "line=work.head", "asked=employer"} <= set(before.features)
    baker = next(one for one in tokens if one.word == "Baker")
    assert {"asked=employer", "word=title/head", "case=title", "mark=word"} <= set(baker.features)
    assert "in-brackets" not in baker.features
    assert "in-brackets" in next(one for one in tokens if one.word == "Kornhaus").features
    assert "period=alone" in tokens[-1].features


def test_the_names_of_a_run_do_not_depend_on_what_is_read_with_it() -> None:
    runs = [
        _run(JOBS),
        _run("Teacher, Kantonsschule Uri\n2001 – 2004"),
        _run("Cook at Hotel Ritz, Mar 2010 – May 2012\n" * 9),
    ]
    model = load_reader().jobs
    together = list(model.decode(runs))
    alone = [next(iter(model.decode([run]))) for run in runs]
    assert [[name for name, *_ in one] for one in together] == [[name for name, *_ in one] for one in alone]
    for one, other in zip(together, alone, strict=True):
        assert [sure for _, sure, _ in one] == pytest.approx([sure for _, sure, _ in other], abs=1e-4)


def test_every_break_and_token_of_a_run_has_a_name() -> None:
    run = _run(JOBS)
    (names,) = load_reader().jobs.decode([run])
    assert len(names) == sum(1 + len(line.tokens) for line in run)
    assert all(0 < sure <= 1 for _, sure, _ in names)


def test_a_long_section_is_read_in_parts_of_whole_lines() -> None:
    run = _run("Cook at Hotel Ritz, Mar 2010 – May 2012\n" * 300)
    parts = list(parts_of(run))
    assert len(parts) > 1
    assert all(len(part) <= LONGEST for part in parts)
    assert sum(map(len, parts)) == sum(1 + len(line.tokens) for line in run)
    assert all(part[0].features[0].startswith("gap=") for part in parts)


def test_what_is_computed_at_a_time_does_not_grow_with_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [_run("Cook at Hotel Ritz, Mar 2010 – May 2012\n" * 60) for _ in range(40)]
    model, sizes = load_reader().jobs, list[int]()
    scores = model.scores

    def counted(parts: Sequence[Sequence[Shown]]) -> Iterator[np.ndarray]:
        sizes.append(sum(map(len, parts)))
        return scores(parts)

    monkeypatch.setattr(model, "scores", counted)
    names = list(model.decode(runs))
    assert len(sizes) > 1
    assert max(sizes) <= TOGETHER
    assert len({tuple(name for name, *_ in one) for one in names}) == 1, "every run keeps its own names"


def test_nothing_to_read_has_no_names() -> None:
    assert list(load_reader().jobs.decode([])) == []


def test_names_and_their_probabilities_are_those_of_all_sequences_together() -> None:
    chance = np.random.default_rng(7)
    scores, moves = chance.normal(size=(4, 3)), chance.normal(size=(3, 3))
    weights = {
        way: np.exp(scores[range(4), way].sum() + moves[way[:-1], way[1:]].sum())
        for way in product(range(3), repeat=4)
    }
    wanted = np.zeros((4, 3))
    for way, weight in weights.items():
        wanted[range(4), way] += weight / sum(weights.values())
    assert tuple(best_way(scores, moves)) == max(weights, key=lambda way: weights[way])
    assert marginals(scores, moves) == pytest.approx(wanted)
