"""Train the model of articles and write its weights and card: part of `make train-lines`. The same bytes each time.

A finished text without its articles is the input, where they stood is the answer: the texts of the composed records
and the forms in which writers told the labelled lines. Measured on the composed records that are kept out.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from functions.summarize.lines.articles import (
    MARGIN,
    SHIPPED,
    WEIGHTS,
    ArticleModel,
    article_features,
    opens_phrase,
    words_of,
)
from functions.summarize.parsers.reader_card import ReaderCard, write_reader_card
from training.composed import records
from training.lines.acceptability import read_judged
from training.lines.corpus import read_lines

SETTINGS = {"c1": 0.2, "c2": 0.05, "max_iterations": 100, "feature.minfreq": 2}
_ARTICLES = {"a": "a", "an": "a", "the": "the"}
_TELLINGS = ("past", "present", "gerund", "noun")

Sentence = tuple[tuple[str, ...], tuple[str, ...]]


def without_articles(text: str) -> Sentence:
    """The words of a text without its articles, and for each word the article that stood before it."""
    words: list[str] = []
    labels: list[str] = []
    waiting = ""
    for word, _ in words_of(text.rstrip(".")):
        if word.lower() in _ARTICLES:
            waiting = _ARTICLES[word.lower()]
            continue
        words.append(word if words else word[:1].lower() + word[1:])
        labels.append(waiting or "none")
        waiting = ""
    return tuple(words), tuple(labels)


def sentences(*, kept_out: bool) -> Iterator[Sentence]:
    """Every sentence of the composed records, without its articles."""
    for record in records():
        if record.kept_out == kept_out:
            for told in record.texts.values():
                for one in told:
                    yield without_articles(one.text)


def tellings() -> Iterator[Sentence]:
    """The forms in which the labelled lines were told, and the judged ones as an editor lets them stand."""
    for line in read_lines("lines-1", "lines-2"):
        yield from (without_articles(text) for name in _TELLINGS if (text := line.told.get(name)))
    yield from (without_articles(one.better) for one in read_judged() if one.better)


def train(path: Path) -> ArticleModel:
    """Train on everything that is not kept out; write the model file."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for words, labels in dict.fromkeys((*sentences(kept_out=False), *tellings())):
        if words:
            trainer.append(article_features(words), list(labels))
    trainer.train(str(path))
    return ArticleModel(path)


def figures(model: ArticleModel, held_out: Sequence[Sentence]) -> dict[str, float]:
    """Of the articles put, how many stood there, and were the same; of those that stood there, how many are put."""
    put = right = same = stood = 0
    for words, labels in held_out:
        for at, (chances, label) in enumerate(zip(model.chances(words), labels, strict=True)):
            stood += label != "none"
            if sum(chances.values()) >= MARGIN and opens_phrase(words, at):
                put += 1
                right += label != "none"
                same += max(chances, key=lambda one: chances[one]) == label
    return {
        "articles_right": round(right / max(1, put), 4),
        "articles_same": round(same / max(1, put), 4),
        "articles_found": round(right / max(1, stood), 4),
    }


def main() -> None:
    """Train, measure on what is kept out, write weights and card."""
    SHIPPED.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        path = Path(folder) / WEIGHTS
        measured = figures(train(path), [one for one in sentences(kept_out=True) if one[0]])
        (SHIPPED / WEIGHTS).write_bytes(path.read_bytes())
    digest = hashlib.sha256((SHIPPED / WEIGHTS).read_bytes()).hexdigest()
    write_reader_card(card(measured, digest), SHIPPED)
    for name, value in measured.items():
        print(f"{name:24} {value:.3f}")


def card(measured: dict[str, float], digest: str) -> ReaderCard:
    """The card of the weights."""
    return ReaderCard(
        id="articles",
        name="Articles of resume lines",
        version="1.0.0",
        licence="MIT",
        description="A conditional random field that says where a clause without articles lacks one.",
        source="training/lines/articles.py in this repository",
        training_data=(
            "machine-written texts of training/data/composed and told forms of training/lines/data, without articles",
            "lines of training/lines/data/judged.tsv as an editor lets them stand, likewise",
            "word kinds of lemminflect (MIT), after the SPECIALIST lexicon of the U.S. National Library of Medicine",
        ),
        left_out=measured,
        files={WEIGHTS: digest},
    )


if __name__ == "__main__":
    main()
