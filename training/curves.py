"""The curves of the training runs as one plot and one table: docs/training/curves.png and curves.md.

    python -m training.curves [RUN ...]

A run is a folder with `curve.jsonl`; by default every one under `runs/`.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

FIGURES = ("held_out_loss", "sentences", "whole", "same")
OUT = Path(__file__).parents[1] / "docs" / "training"


def read_curve(run: Path) -> list[dict[str, float]]:
    """The points of a run in the order of its steps."""
    lines = (run / "curve.jsonl").read_text(encoding="utf-8").splitlines()
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
    return "\n".join(lines) + "\n"


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
    runs = [Path(name) for name in sys.argv[1:]] or sorted(
        path.parent for path in Path("runs").glob("*/curve.jsonl")
    )
    curves = {run.name: read_curve(run) for run in runs}
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "curves.md").write_text(table(curves), encoding="utf-8")
    plot(curves, OUT / "curves.png")


if __name__ == "__main__":
    main()
