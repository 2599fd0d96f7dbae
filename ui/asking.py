"""Questions to the service, each asked once in a session: one after the other, or many at a time."""

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from functools import partial
from itertools import islice
from time import monotonic

import streamlit as st

from ui.client import ServiceError, Services
from ui.records import Options
from ui.session import Document, Outcome, Question, outcomes, question
from ui.waiting import TICK, wait_for

AT_ONCE = 2
"""Documents of a batch under way at the same time: others use the service too."""

Asked = tuple[Document, Options]


def ask(services: Services, document: Document, options: Options, doing: str) -> Outcome:
    """The answer, from this session's memory or from the service.

    What the page showed of another question stays, greyed, until this one is answered: the wait has a place of its own,
    whether there is one or not, so that it takes nothing else's.
    """
    asked = question(document, options)
    with st.container():
        if asked not in outcomes():
            outcomes()[asked] = wait_for(partial(_answer, services, (document, options)), doing)
    return outcomes()[asked]


def ask_all(services: Services, wanted: Sequence[Asked]) -> Iterator[list[tuple[Question, Outcome]]]:
    """Ask for all of them; whatever was answered since the last look is given, often nothing.

    One that fails does not stop the others. Left early, no further one is begun.
    """
    pool, waiting = ThreadPoolExecutor(max_workers=AT_ONCE), iter(wanted)
    pending = {pool.submit(_answer, services, each): question(*each) for each in islice(waiting, AT_ONCE)}
    try:
        while pending:
            done = wait(pending, TICK, FIRST_COMPLETED).done
            yield [(pending.pop(future), future.result()) for future in done]
            for each in islice(waiting, len(done)):
                pending[pool.submit(_answer, services, each)] = question(*each)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _answer(services: Services, asked: Asked) -> Outcome:
    """The answer with the time that it took, as the one who waits sees it."""
    document, options = asked
    began = monotonic()
    try:
        summary = services.summarise(document.name, document.data, options, document.corrected)
    except ServiceError as error:
        return error
    return summary.model_copy(update={"seconds": monotonic() - began})
