"""The report of the families left out, a part of `docs/reading.md` between two marks."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from training.evaluation.fields import Counts
from training.reading.calibrate import Bin
from training.reading.left_out import FAMILIES
from training.reading.pages import DATA

BEGIN = "<!-- `make evaluate-reading` writes what follows -->"
END = "<!-- end of what `make evaluate-reading` writes -->"
FIRST_DESIGN = DATA / "first_design.json"
Table = Mapping[str, Mapping[str, Counts]]


def first_design() -> dict[str, dict[str, Counts]]:
    """What the reader's first design read of the same pages, by family and field."""
    counts = json.loads(FIRST_DESIGN.read_text("utf-8"))["counts"]
    return {
        family: {name: Counts(*each) for name, each in fields.items()} for family, fields in counts.items()
    }


def summed(table: Table) -> dict[str, Counts]:
    """All families together."""
    sums: dict[str, Counts] = {}
    for fields in table.values():
        for name, counts in fields.items():
            sums[name] = sums.get(name, Counts()) + counts
    return sums


def figures(table: Table, before: Table) -> Iterator[str]:
    """F1 by field and family; the first design's beside the present one's on the families that both read."""
    names = list(FAMILIES)
    heads = ["field", "values", "both: before", "both: now", "all: now", "precision", "recall", *names]
    yield _row(heads)
    yield _row(["---"] * len(heads))
    then, since = summed(before), summed({family: table[family] for family in before})
    for name, counts in summed(table).items():
        compared = [each.get(name, Counts()).f1 for each in (then, since)]
        shares = [*compared, counts.f1, counts.precision, counts.recall]
        by_family = [table[family].get(name, Counts()).f1 for family in names]
        cells = [name, str(counts.right + counts.missed), *map(_percent, (*shares, *by_family))]
        yield _row([*cells[:4], f"**{cells[4]}**", *cells[5:]])


def reliability(table: Sequence[Bin]) -> Iterator[str]:
    """Of the values said with so much, how many are true."""
    yield "| said | values | mean | true |"
    yield "|---|---|---|---|"
    for low, high, count, right, mean in table:
        yield f"| {low:.2f} to {high:.2f} | {count} | {_percent(mean)} | {_percent(right / count)} |"


def told(table: Mapping[str, tuple[int, int, int]]) -> Iterator[str]:
    """Of every kind, how many values are told and how many of these are true."""
    yield "| kind | values read | told | true of those told |"
    yield "|---|---|---|---|"
    for kind, (count, over, right) in table.items():
        yield f"| {kind} | {count} | {_percent(over / count)} | {_percent(right / over) if over else '-'} |"


def replace_part(path: Path, lines: Sequence[str]) -> None:
    """Put the lines between the marks of a document."""
    text = path.read_text("utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    path.write_text(f"{before}{BEGIN}\n\n" + "\n".join(lines) + f"\n\n{END}{after}", "utf-8")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
