"""Whether the process can answer: loading happens once, in a thread, and asking costs nothing."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Literal

from functions.common.errors import ModelUnavailable, NotReady

State = Literal["starting", "ready", "failed"]

logger = logging.getLogger(__name__)


class Readiness:
    """Runs `load` once in the background. Ready when it has returned, failed for good when it has raised."""

    def __init__(self, load: Callable[[], None]) -> None:
        """Nothing runs before `start`."""
        self._load = load
        self._loading: Future[None] | None = None

    def start(self) -> None:
        """Begin loading, if nobody has."""
        if self._loading is None:
            with_one_thread = ThreadPoolExecutor(1, thread_name_prefix="load")
            self._loading = with_one_thread.submit(self._load)
            self._loading.add_done_callback(_log_failure)
            with_one_thread.shutdown(wait=False)

    @property
    def state(self) -> State:
        """Where the loading stands."""
        if self._loading is None or not self._loading.done():
            return "starting"
        return "failed" if self._loading.exception() else "ready"

    def check(self) -> None:
        """Return when ready; else raise `NotReady` while loading, `ModelUnavailable` after a failure."""
        if self._loading is None or not self._loading.done():
            raise NotReady("The model is still loading; ask again in a second.")
        error = self._loading.exception()
        if isinstance(error, ModelUnavailable):
            raise error
        if error is not None:
            raise ModelUnavailable("The model did not load; the log says why.") from error


def _log_failure(loading: Future[None]) -> None:
    if error := loading.exception():
        logger.error("loading failed", exc_info=error)
