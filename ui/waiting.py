"""A wait on the page: it says what is going on, and it can be left at any moment."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from time import monotonic
from typing import TypeVar

import streamlit as st

from ui.wording import words

QUIET = 0.6
"""Seconds in which nothing is said: a warm service has answered, and what flickers is read as slow."""
TICK = 0.25
"""Seconds between two looks. Streamlit takes notice of a click only when the page says something."""
LONG = 4.0
"""Seconds after which a wait is explained: a warm service has long answered by then."""

T = TypeVar("T")


def wait_for(work: Callable[[], T], doing: str) -> T:
    """The result of `work`, done in a thread of its own while the page says `doing`; its errors are raised here.

    What stood below stays where it is until the answer is there.
    """
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(work)
    pool.shutdown(wait=False)
    began = monotonic()
    if wait([future], QUIET).done:
        return future.result()
    place = st.empty()
    with place.container(), st.spinner(doing, show_time=True):
        note = st.empty()
        while not _finished(future):
            note.caption(words("waiting")["long"] if monotonic() - began > LONG else "")
    place.empty()  # what was said while it lasted must not stay over what has come
    return future.result()


def _finished(future: Future[T]) -> bool:
    return bool(wait([future], TICK).done)
