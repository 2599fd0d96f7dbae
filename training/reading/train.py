"""Train the reader's models from the pages of the repository: `python -m training.reading.train`.

The same pages give the same bytes. Evaluation trains without a family into a folder of its own and reads with that.
"""

import argparse
import hashlib
import shutil
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import pycrfsuite

from functions.summarize.models.card import CARD_FILE
from functions.summarize.parsers.features import line_features
from functions.summarize.parsers.forced_labels import forced_labels
from functions.summarize.parsers.line_observations import observations
from functions.summarize.parsers.reader_card import ReaderCard, read_reader_card, write_reader_card
from functions.summarize.parsers.reader_model import JOBS, LINES, PIECES, QUALIFICATIONS, QUALIFYING, SHIPPED
from functions.summarize.parsers.word_pieces import WordPieces
from training.reading.composed import composed_pages
from training.reading.pages import LabelledPage, labelled_pages
from training.reading.specified import FAMILY as SPECIFIED
from training.reading.specified import specified_pages
from training.reading.variants import variants
from training.reading.words import EMPLOYING, train_words

PARAMETERS = {"c1": 0.05, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": False}
"""c1 and c2 weigh the absolute and the squared weights: more of both is a smaller and blunter model."""

VARIANTS = 1
"""Layout variants of every page: with them more sections of left-out families are right (with two, 91.3 for 90.7 %)."""

_OF_SPECIFIED = 60
"""Pages of the labelled set that the models of words learn from: it has several hundred, all of one hand."""

_COMPOSED = 60
"""Composed pages of each section and language that the model of qualifications learns from."""


def train_reader(pages: Sequence[LabelledPage], folder: Path) -> None:
    """Train on the pages and the labelled set, and write the models with their card into the folder."""
    specified = list(specified_pages())
    folder.mkdir(parents=True, exist_ok=True)
    train_lines([*pages, *specified], folder / LINES)
    if folder != SHIPPED:
        shutil.copyfile(SHIPPED / PIECES, folder / PIECES)
    pieces, some = (
        WordPieces(folder / PIECES),
        [*pages, *specified[:: max(1, len(specified) // _OF_SPECIFIED)]],
    )
    train_words(some, EMPLOYING, pieces, folder / JOBS)
    train_words([*some, *composed_pages(_COMPOSED)], QUALIFYING, pieces, folder / QUALIFICATIONS)
    write_reader_card(_card(folder, [*pages, *specified]), folder)


def train_lines(pages: Iterable[LabelledPage], path: Path) -> None:
    """The model of the labels of lines."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for page in chain.from_iterable((page, *_variants(page)) for page in pages):
        features = line_features(page.document)
        trainer.append(observations(features, forced_labels(features)), page.labels)
    trainer.train(str(path))


def _variants(page: LabelledPage) -> list[LabelledPage]:
    """None of the labelled set, which is in every layout already."""
    return [] if page.family == SPECIFIED else variants(page, VARIANTS)


def _card(folder: Path, pages: Sequence[LabelledPage]) -> ReaderCard:
    families = sorted({page.family for page in pages})
    names = (JOBS, LINES, PIECES, QUALIFICATIONS)
    files = {name: _sha256(folder / name) for name in names if (folder / name).exists()}
    return ReaderCard(
        id="reader",
        name="Resume Summary Reader",
        version="1.0.0",
        licence="MIT; pieces.npz, made from SmolLM2-135M-Instruct, Apache-2.0",
        description="A conditional random field that labels the lines of a resume, and recurrent networks over"
        " vectors of word pieces that name the words of its header lines.",
        source="training/reading/ in this repository",
        training_data=tuple(
            f"{sum(page.family == family for page in pages)} pages of the family {family}"
            for family in families
        ),
        left_out=read_reader_card(folder).left_out if (folder / CARD_FILE).exists() else {},
        files=files,
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Train on all pages, or on all but one family."""
    parser = argparse.ArgumentParser(prog="python -m training.reading.train", description=__doc__)
    parser.add_argument("--without", metavar="FAMILY", help="leave the pages of this family out")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder of the models")
    chosen = parser.parse_args(arguments)
    pages = [page for page in labelled_pages() if page.family != chosen.without]
    train_reader(pages, chosen.out)
    print(f"Trained on {len(pages)} pages; wrote {chosen.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
