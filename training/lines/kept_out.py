"""Measure the reader on ordinary lines that were kept out: how they are read, and how they would be told.

    python -m training.lines.kept_out [--all]

prints the figures and each line that is told otherwise than a careful editor tells it; with `--all` every line.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from functions.summarize.lines import LineReading, tellings
from functions.summarize.lines.model import LineModel, load_line_model
from functions.summarize.lines.reading import read_with
from training.lines.corpus import KEPT_OUT, LabelledLine, read_kept_out
from training.lines.measure import compare, same_head

NO_ACT = "-"
Verdict = Literal["right", "silent", "other", "invented"]
"""`silent`: no act is told where an editor tells one. `other`: another one. `invented`: one where there is none."""

Row = tuple[LabelledLine, tuple[str, ...], LineReading]


def read_rows(model: LineModel, kind: str) -> list[Row]:
    """Every line of a kind of `KEPT_OUT`, read."""
    return [
        (line, ways, read_with(model, line.line, title=line.title, current=line.current))
        for line, ways in read_kept_out(kind)
    ]


def act_of(reading: LineReading) -> str | None:
    """The line as the act or duty of the person: present where that goes on, else past."""
    forms = tellings(reading)
    told = forms.present or forms.past
    return told.text if told else None


def verdict(ways: tuple[str, ...], act: str | None) -> Verdict:
    """Whether a line is told as an editor would tell it."""
    if act is None:
        return "right" if NO_ACT in ways else "silent"
    if any(compare(way, act) in ("exact", "acceptable") for way in ways if way != NO_ACT):
        return "right"
    return "invented" if ways == (NO_ACT,) else "other"


def first_is_verb(line: LabelledLine) -> bool:
    """Whether the person is the subject of the first word."""
    told = [part for part in line.parts if part.tag not in ("filler", "mark", "label")]
    return line.head in ("act", "duty") and told[0].tag == "verb"


def figures(rows: Iterable[Row], kind: str) -> dict[str, float]:
    """Shares of all lines; `first_word_wrong` is of the certain ones: a verb taken for a noun or the reverse."""
    rows = list(rows)
    certain = [(line, reading) for line, _, reading in rows if reading.certain]
    wrong = sum(reading.begins_with_verb != first_is_verb(line) for line, reading in certain)
    told = Counter(verdict(ways, act_of(reading)) for _, ways, reading in rows)
    return {
        f"{kind}_certain": round(len(certain) / len(rows), 4),
        f"{kind}_head": round(sum(same_head(line, reading) for line, _, reading in rows) / len(rows), 4),
        f"{kind}_first_word_wrong": round(wrong / max(1, len(certain)), 4),
        **{
            f"{kind}_told_{way}": round(told[way] / len(rows), 4)
            for way in ("right", "silent", "other", "invented")
        },
    }


def main() -> None:
    """Print the figures and the lines that are told otherwise."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--all", action="store_true", help="print every line")
    chosen = parser.parse_args()
    for kind in KEPT_OUT:
        rows = read_rows(load_line_model(), kind)
        for line, ways, reading in rows:
            found = verdict(ways, act_of(reading))
            if chosen.all or found != "right":
                print(f"{found:8} {reading.head:8} {line.line}  =>  {act_of(reading)}  [{' // '.join(ways)}]")
        for name, value in figures(rows, kind).items():
            print(f"{name:28} {value:.3f}")


if __name__ == "__main__":
    main()
