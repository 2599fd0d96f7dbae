"""The figures of the summaries as one picture: each model's bars side by side."""

from collections.abc import Callable, Mapping
from pathlib import Path

from training.evaluation.writing import Figures

_PANELS: tuple[tuple[str, Callable[[Figures], float]], ...] = (
    ("free of faults", lambda each: each.clean),
    ("without the verifier", lambda each: each.clean_unverified),
    ("model share", lambda each: each.model_share),
    ("milliseconds, median", lambda each: sum(each.milliseconds.values())),
)


def plot(writing: Mapping[tuple[str, ...], Figures], path: Path) -> None:
    """One panel a figure, one group of bars for each parser, output, length and voice."""
    from matplotlib.figure import Figure

    models = list(dict.fromkeys(key[0] for key in writing))
    settings = list(dict.fromkeys(key[1:] for key in writing))
    figure = Figure(figsize=(12, 6.4), layout="constrained")
    for axes, (title, value) in zip(figure.subplots(2, 2).flat, _PANELS, strict=True):
        for index, model in enumerate(models):
            places = [at + (index - (len(models) - 1) / 2) * 0.26 for at in range(len(settings))]
            known = (writing.get((model, *setting)) for setting in settings)
            axes.bar(places, [value(each) if each else 0.0 for each in known], width=0.24, label=model)
        axes.set_xticks(range(len(settings)), ["\n".join(setting) for setting in settings], fontsize=7)
        axes.set_title(title)
        axes.grid(axis="y", alpha=0.3)
    figure.axes[0].legend(loc="lower right")
    figure.savefig(path, dpi=110)
