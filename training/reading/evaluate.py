"""Measure the reader on families that its models were not trained on: `python -m training.reading.evaluate`.

Trains once without each family, reads the family with that, fits what the confidences are worth, and writes the report
in `docs/reading.md`, the calibration beside the models and the figures into their card.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from functions.summarize.confidence import TELLING
from functions.summarize.docx.document import Document
from functions.summarize.parsers.ats import AtsParser
from functions.summarize.parsers.facts import facts_of
from functions.summarize.parsers.reader_card import read_reader_card, write_reader_card
from functions.summarize.parsers.reader_model import SHIPPED, load_reader
from functions.summarize.parsers.reading import read_document
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.parsers.skills.skills import read_skills
from functions.summarize.resume import Resume
from training.reading import calibrate, report
from training.reading.left_out import FOLDS, Read, Scored, folder_of, pages_without, score_families
from training.reading.measures import Judged, all_judged, total
from training.reading.train import train_reader

DOCS = Path(__file__).parents[2] / "docs" / "reading.md"
MODELS = Path("build/reader")
PRECISION = 0.99
"""What is told should be true in so many of 100 values."""

Said = list[tuple[Judged, float]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, read, calibrate and write the report."""
    parser = argparse.ArgumentParser(prog="python -m training.reading.evaluate", description=__doc__)
    parser.add_argument("--models", type=Path, default=MODELS, help="folder of the models without a family")
    parser.add_argument("--reuse", action="store_true", help="read with the models that are there")
    chosen = parser.parse_args(arguments)
    if not chosen.reuse:
        train_without(chosen.models)
    scored = list(score_families(lambda family: reader(folder_of(family, chosen.models))))
    write(scored)
    return 0


def train_without(root: Path) -> None:
    """The models without the families of each fold."""
    for fold in FOLDS:
        train_reader(pages_without(fold), folder_of(fold[0], root))
        print(f"Trained without {', '.join(fold)}.", flush=True)


def reader(folder: Path) -> Read:
    """The reader with the models of a folder; its confidences are the models' own, not calibrated."""
    model = load_reader(folder)

    def read(document: Document, as_of: date) -> Resume:
        reading = read_document(document, model)
        facts = facts_of(reading, as_of)
        return AtsParser().rank(facts, read_skills(reading, facts, load_lexicon()))

    return read


def write(scored: Sequence[Scored]) -> None:
    """The calibration, the report and the card."""
    judged = {each.family: list(all_judged(each.scores)) for each in scored}
    calibrate.write(calibrate.fit([one for each in judged.values() for one in each]), SHIPPED)
    said = list(said_left_out(judged))
    table = {each.family: total(each.scores) for each in scored}
    report.replace_part(DOCS, list(_lines(table, said, len([p for each in scored for p in each.pages]))))
    shares = {name: round(counts.f1, 4) for name, counts in report.summed(table).items()}
    write_reader_card(replace(read_reader_card(SHIPPED), left_out=shares), SHIPPED)
    print(
        f"Told from {calibrate.threshold(said, PRECISION)} on, {PRECISION:.0%} of the values told are true."
    )


def said_left_out(judged: Mapping[str, Sequence[Judged]]) -> Iterator[tuple[Judged, float]]:
    """Every value with the probability that weights of the other families give it."""
    for family, own in judged.items():
        others = [one for name, each in judged.items() if name != family for one in each]
        yield from calibrate.chances(own, calibrate.fit(others))


def told_by_kind(said: Iterable[tuple[Judged, float]]) -> dict[str, tuple[int, int, int]]:
    """Of each kind: the values read, those told, and those told that are true."""
    table: dict[str, tuple[int, int, int]] = {}
    for one, chance in said:
        count, over, right = table.get(one.value.kind, (0, 0, 0))
        tells = chance >= TELLING
        table[one.value.kind] = (count + 1, over + tells, right + (tells and one.true))
    return table


def _lines(table: report.Table, said: Said, pages: int) -> Iterator[str]:
    over = [(one, chance) for one, chance in said if chance >= TELLING]
    true = sum(one.true for one, _ in over)
    before = report.first_design()
    yield f"{pages} pages, each read by models that were trained without its family. F1 in percent, strict match."
    yield f'The first design read the families {", ".join(before)}: "both" are these, "all" are all families.'
    yield ""
    yield from report.figures(table, before)
    yield ""
    yield (
        "Confidence is a probability that a value is true: equal to what is stated, a part of it, or with a part more."
        " It is fitted on the other families than the one that is judged."
        f" Told is what is sure to {TELLING}: {len(over)} of {len(said)} values,"
        f" of which {100 * true / max(1, len(over)):.1f} % are true."
    )
    yield ""
    yield from report.reliability(calibrate.reliability(said))
    yield ""
    yield from report.told(told_by_kind(said))


if __name__ == "__main__":
    sys.exit(main())
