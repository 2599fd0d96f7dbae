"""What must hold for any bytes: a document, its resume and a summary, or a refusal, in time; every quotation exact.

The same of facts that are sent instead of a file; told twice, they are told in the same bytes.
"""

import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date
from types import FrameType

from functions.common.errors import RequestRefused
from functions.summarize.docx import read
from functions.summarize.jsonresume import resume_of_json
from functions.summarize.parsers.factory import PARSERS, load_parser
from functions.summarize.pipeline import Pipeline, Summary
from functions.summarize.requests import read_facts
from functions.summarize.resume import Evidence
from functions.summarize.schemas import summary_body
from functions.summarize.sentences import Options

AS_OF = date(2026, 1, 1)
SECONDS = 10.0
"""Of processor time, what a request may have (`PROCESSOR_SECONDS`); wall-clock time would depend on the neighbours."""
PIPELINE = Pipeline()


class TookTooLong(Exception):  # noqa: N818 - what happened, not an error of the program
    """The input used up its processor time."""


def wrong_answer(data: bytes) -> str | None:
    """What is wrong with the document and the resumes made of these bytes; None for nothing."""
    document = read(data)
    for name in PARSERS:
        resume = load_parser(name).parse(document, AS_OF)
        if any(resume.text[place.start : place.end] != place.quote for place in _places(resume)):
            return f"{name} misquotes the document"
    summary = PIPELINE.summarise(data, options_for(data))
    return None if summary.text else "an empty summary"


def wrong_summary(data: bytes, tell: Callable[..., Summary] = PIPELINE.summarise_facts) -> str | None:
    """What is wrong with the summary of these facts, as `tell` makes it; None for nothing."""
    facts, options = read_facts(data, {}).resume or {}, options_for(data)
    resume = resume_of_json(facts, options.as_of)
    if any(resume.text[place.start : place.end] != place.quote for place in _places(resume)):
        return "the facts misquote their own text"
    first, again = (tell(facts, options) for _ in range(2))
    if summary_body(first).model_dump_json() != summary_body(again).model_dump_json():
        return "two answers to the same facts"
    return None if first.text else "an empty summary"


def options_for(data: bytes) -> Options:
    """Options that the bytes decide, so that the same find is the same failure."""
    chance = random.Random(data)
    return Options(
        AS_OF,
        model=chance.choice(["t5", "gpt2", "bart"]),
        parser=chance.choice(["auto", "ats", "industry"]),
        output=chance.choice(["summary", "brief"]),
        length=chance.choice(["short", "medium", "long"]),
        voice=chance.choice(["implied", "first", "third"]),
        blind=chance.random() < 0.5,
        target=chance.choice(["", "Python, leadership, night shifts and budgets"]),
        alternatives=chance.choice([1, 1, 3]),
    )


def failure(
    data: bytes, seconds: float = SECONDS, answer: Callable[[bytes], str | None] = wrong_answer
) -> str | None:
    """What is wrong with the answer to these bytes, the same words for the same fault; None for nothing."""
    try:
        with _within(seconds):
            return answer(data)
    except RequestRefused:
        return None
    except TookTooLong as late:
        return f"took too long in {_place(late)}"
    except Exception as error:  # noqa: BLE001 - any escape is what this looks for
        return f"{type(error).__name__} in {_place(error)}"


def facts_failure(data: bytes, seconds: float = 2 * SECONDS) -> str | None:
    """The same of facts, which are told twice."""
    return failure(data, seconds, wrong_summary)


def _places(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _places(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _places(getattr(value, each.name))


def _place(error: BaseException) -> str:
    """The innermost line of ours in the traceback, as `module.function`."""
    found = "?"
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "/functions/" in code.co_filename:
            found = f"{code.co_filename.rpartition('/functions/')[2]}:{code.co_name}"
        trace = trace.tb_next
    return found


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
