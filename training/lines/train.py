"""Train the reader of lines and write its weights and card: `make train-lines`. The same bytes each time.

    python -m training.lines.train

First each half of the labelled lines is read by a model trained on the other, for the figures of the card; then the
model that ships is trained on everything.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from functions.summarize.lines.features import shown_of
from functions.summarize.lines.labels import to_labels
from functions.summarize.lines.model import SHIPPED, WEIGHTS, LineModel
from functions.summarize.lines.reading import read_with
from functions.summarize.lines.tokens import tokenize
from functions.summarize.parsers.reader_card import ReaderCard, write_reader_card
from functions.summarize.parsers.reader_model import load_reader
from training.lines import acceptability, articles, kept_out, salience
from training.lines.corpus import KEPT_OUT, LabelledLine, read_lines, read_sketched
from training.lines.measure import figures
from training.lines.swaps import swapped
from training.tagging import Settings, train_networks

SETTINGS = Settings(width=96, epochs=9, batch=48, networks=2)
COPIES = 1
HALVES = ("lines-1", "lines-2")


def train(lines: Sequence[LabelledLine], path: Path, settings: Settings = SETTINGS) -> LineModel:
    """Train on the lines, what is made of them, and the lines added here; write the model file."""
    everything = [*lines, *read_sketched()]
    examples = []
    for line in (*everything, *swapped(everything, COPIES)):
        tokens = tokenize(line.line)
        shown = shown_of(tokens, line.title, current=line.current)
        examples.append((shown, [f"H-{line.head}", *to_labels(tokens, line.parts)]))
    pieces = load_reader().pieces
    train_networks(examples, pieces, path, settings)
    return LineModel(path, pieces)


def left_out(folder: Path) -> dict[str, float]:
    """Figures on each half, read by a model that was trained on the other."""
    rows = []
    for mine, other in (HALVES, HALVES[::-1]):
        model = train(read_lines(other), folder / f"{mine}.npz")
        rows += [
            (line, read_with(model, line.line, title=line.title, current=line.current))
            for line in read_lines(mine)
        ]
    return figures(rows)


def main() -> None:
    """Measure, train on everything, write weights and card."""
    with TemporaryDirectory() as folder:
        measured = left_out(Path(folder))
    model = train(read_lines(*HALVES), SHIPPED / WEIGHTS)
    for kind in KEPT_OUT:
        measured |= kept_out.figures(kept_out.read_rows(model, kind), kind)
    digest = hashlib.sha256((SHIPPED / WEIGHTS).read_bytes()).hexdigest()
    write_reader_card(card(measured, digest), SHIPPED)
    for name, value in measured.items():
        print(f"{name:24} {value:.3f}")
    articles.main()
    salience.main()
    acceptability.main()


def card(measured: dict[str, float], digest: str) -> ReaderCard:
    """The card of the weights."""
    return ReaderCard(
        id="lines",
        name="Reader of resume lines",
        version="2.0.0",
        licence="MIT",
        description="Two small recurrent networks over the words of a line: what the line is and what its parts do.",
        source="training/lines/ in this repository",
        training_data=(
            "1,200 resume lines of training/lines/data, cut and told by a large language model for this project",
            "lines whose first word is a verb or a noun by what follows, and lines of composed resumes, cut likewise",
            "lines of ordinary jobs, cut likewise; a hundred more of them only measure (ordinary_*)",
            "lines as people write them in resumes, cut likewise; three hundred more only measure (resumes_*)",
            "two thousand lines of the pages of the reader of resumes, cut likewise; 394 more only measure (pages_*)",
            "lines of resumes of all trades only measure (trades_*)",
            "variants of both with other verbs, tails and capitals",
            "vectors of word pieces from SmolLM2-135M-Instruct (Apache-2.0), as the reader of resumes has them",
            "word kinds of lemminflect (MIT), after the SPECIALIST lexicon of the U.S. National Library of Medicine",
        ),
        left_out=measured,
        files={WEIGHTS: digest},
    )


if __name__ == "__main__":
    main()
