"""Train the models that name words in context: one for header lines of jobs, one for what is learned and certified.

A page's facts are found again among its words (`fields.py`). The pages of the test suite and of the labelled set name
no issuers, notes, places and levels: a word of theirs that no fact names is one of these or nothing.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from torch import nn

from functions.summarize.parsers.features import line_features
from functions.summarize.parsers.field_corrections import OTHER, PERIOD
from functions.summarize.parsers.field_lines import HEADED
from functions.summarize.parsers.reader_model import QUALIFYING
from functions.summarize.parsers.word_features import Shown
from functions.summarize.parsers.word_model import parts_of
from functions.summarize.parsers.word_pieces import WordPieces
from training.reading.fields import gold_tags, runs_of, states
from training.reading.pages import OWN, LabelledPage
from training.reading.specified import FAMILY as SPECIFIED
from training.tagging import Settings, train_networks

EMPLOYING = HEADED - QUALIFYING
SETTINGS = Settings()
_PARTLY = frozenset({*OWN, SPECIFIED})
_UNSTATED = frozenset({OTHER, PERIOD, "place", "note", "issuer", "level"})


def train_words(
    pages: Sequence[LabelledPage],
    sections: frozenset[str],
    pieces: WordPieces,
    path: Path,
    settings: Settings = SETTINGS,
) -> list[nn.Module]:
    """Train on what the pages say in these sections, write the weights, and return the networks."""
    examples = [one for page in pages for one in examples_of(page, sections)]
    return train_networks(examples, pieces, path, settings, _UNSTATED)


def examples_of(page: LabelledPage, sections: frozenset[str]) -> Iterator[tuple[list[Shown], list[str]]]:
    """The parts of a page's sections with the name of each token; "" where the page names none."""
    partly = page.family in _PARTLY
    for run in runs_of(page, line_features(page.document)):
        if run[0].section not in sections:
            continue
        tags = gold_tags(run, page.facts)
        if not states(tags):
            continue
        tags = ["" if partly and tag == OTHER else tag for tag in tags]
        at = 0
        for part in parts_of(run):
            yield part, tags[at : at + len(part)]
            at += len(part)
