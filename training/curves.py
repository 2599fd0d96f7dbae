"""The curves of the training runs as one plot and one table: docs/training/curves.png and curves.md.

    python -m training.curves [RUN ...]

A run is a folder with `curve.jsonl`; by default every one under `runs/`. Its points are kept beside the table, so that
the other models' stand where one is trained anew.
"""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

FIGURES = ("held_out_loss", "sentences", "whole", "same")
OUT = Path(__file__).parents[1] / "docs" / "training"


_GIVEN_UP = """
`make train MODEL=...` draws the pairs, trains, converts, measures and writes card and curve; about five minutes of one
core for each model. The card names the fingerprint of the pairs, which follow what the planner says: those of the
shipped weights (73133a36...) are drawn by commit df181ec.

When a plan is served, what it does not offer is forbidden while decoding, several drafts are looked through, and what
none of them tells is asked for alone, so that far more of a paragraph can be used than these greedy figures say:
[prose.md](../prose.md) has what is.

Tried before, and given up: slots numbered through the paragraph (`<1>` ... `<24>`) instead of named by what they tell
were not told apart after 1,200 steps by any of the three; BART at the learning rate of the others wrote one and the
same paragraph whatever the plan said; bfloat16 took longer than float32, at this size; of pairs that held sentences
which serving would not accept, one in six, all three learned to write such.
"""


def read_curve(curve: Path) -> list[dict[str, float]]:
    """The points of a run in the order of its steps."""
    lines = curve.read_text(encoding="utf-8").splitlines()
    return sorted((json.loads(line) for line in lines), key=lambda point: float(point["step"]))


def table(curves: Mapping[str, Sequence[Mapping[str, float]]]) -> str:
    """The last point of each run as a Markdown table."""
    lines = [
        "# Training curves",
        "",
        "Greedy paragraphs on held-out plans: `sentences` is the share of their sentences that are told with all",
        "that must be told, in forms that were offered; `whole` the share of paragraphs of which every sentence is;",
        "`same` is word for word the reference, one of many that would do.",
        "",
        f"| run | steps | {' | '.join(FIGURES)} |",
        f"|---|---|{'---|' * len(FIGURES)}",
    ]
    for name, points in curves.items():
        last = points[-1]
        lines.append(
            f"| {name} | {last['step']:.0f} | {' | '.join(f'{last[figure]:.3f}' for figure in FIGURES)} |"
        )
    return "\n".join(lines) + "\n" + _GIVEN_UP


def plot(curves: Mapping[str, Sequence[Mapping[str, float]]], path: Path) -> None:
    """Loss on the left, usable sentences on the right, one line for each run."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 3.6), layout="constrained")
    for axes, name in zip(figure.subplots(1, 2), ("held_out_loss", "sentences"), strict=True):
        for run, points in curves.items():
            axes.plot([point["step"] for point in points], [point[name] for point in points], label=run)
        axes.set(xlabel="step", title=name.replace("_", " "))
        axes.grid(visible=True, alpha=0.3)
        axes.legend()
    figure.savefig(path, dpi=120)


def main() -> None:
    """Command line."""
    runs = [Path(name) for name in sys.argv[1:]] or [
        path.parent for path in Path("runs").glob("*/curve.jsonl")
    ]
    OUT.mkdir(parents=True, exist_ok=True)
    for run in runs:
        shutil.copyfile(run / "curve.jsonl", OUT / f"{run.name}.jsonl")
    curves = {path.stem: read_curve(path) for path in sorted(OUT.glob("*.jsonl"))}
    (OUT / "curves.md").write_text(table(curves), encoding="utf-8")
    plot(curves, OUT / "curves.png")


if __name__ == "__main__":
    main()
