"""Following a training run: an On class that feeds ClearML and an Off class that does nothing, chosen once."""

from collections.abc import Mapping
from types import TracebackType
from typing import Protocol, Self


class Tracking(Protocol):
    """Takes the figures of a run as they arise. Failing to pass them on never stops the run."""

    def __enter__(self) -> Self:
        """Begin the run."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """End the run and send what is left."""

    def figures(self, step: int, values: Mapping[str, float]) -> None:
        """Figures of one step, each a point of the curve of its name."""


class TrackingOff:
    """Tracks nothing and imports nothing."""

    def __enter__(self) -> Self:
        """Nothing to begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Nothing to end."""

    def figures(self, step: int, values: Mapping[str, float]) -> None:
        """Forget them."""


def choose_tracking(*, enabled: bool, run: str, settings: Mapping[str, object]) -> Tracking:
    """Off unless asked for; `settings` are shown with the run."""
    if not enabled:
        return TrackingOff()
    from functions.tracker.tracking_on import TrackingOn

    return TrackingOn(run=run, settings=settings)
