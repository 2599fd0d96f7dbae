"""Mixed traffic whose every right answer is known beforehand."""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from benchmarks.load import Upload
from functions.summarize import samples
from functions.summarize.options import read_options
from functions.summarize.pipeline import Pipeline
from functions.summarize.schemas import summary_body
from tests.builders.costly import PARSING, READING
from tests.builders.hostile import hostile

AS_OF = "2026-01-31"
LONGEST_REFUSED = 2_000_000
"""Bytes: what is refused by its size alone is tried elsewhere; here it would only slow the rest down."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and what it must be answered: the status and, of a summary, the SHA-256 of the body."""

    name: str
    upload: Upload
    status: frozenset[int]
    digest: str = ""
    code: str = ""
    cut: bool = False
    """Whether the caller leaves in the middle of its upload."""


def exchanges(every: int = 1) -> list[Exchange]:
    """Good resumes in every combination of options, every `every`-th of them; hostile files; callers who leave."""
    good = list(_good())[::every]
    leaving = [Exchange("leaves", exchange.upload, frozenset(), cut=True) for exchange in good[::7]]
    mixed = [*good, *_refused(), *_mistaken(good[0]), *leaving, *_costly()]
    random.Random(7).shuffle(mixed)
    return mixed


def _good() -> Iterator[Exchange]:
    pipeline = Pipeline()
    names = samples.names()
    combinations = product(("t5", "gpt2", "bart"), ("ats", "industry"), ("implied", "first", "third"))
    for number, (model, parser, voice) in enumerate(combinations):
        for name in (names[number % len(names)], names[(5 * number + 1) % len(names)]):
            data = samples.path(name).read_bytes()
            options = {"model": model, "parser": parser, "voice": voice, "as_of": AS_OF}
            summary = pipeline.summarise(data, read_options(options, date(2026, 1, 31)))
            digest = hashlib.sha256(summary_body(summary).model_dump_json().encode()).hexdigest()
            yield Exchange(name, Upload.of(data, options, {}), frozenset({200}), digest)


def _refused() -> Iterator[Exchange]:
    for file in hostile():
        if file.data and len(file.data) < LONGEST_REFUSED:
            yield Exchange(
                file.name, Upload.of(file.data, {}, {}), frozenset({413, 415, 422}), code=file.code
            )


def _costly() -> Iterator[Exchange]:
    """Inputs that once stopped the service: each may be answered, refused, or given up, and nobody else may notice."""
    for name, (make, size) in {**READING, **PARSING}.items():
        yield Exchange(name, Upload.of(make(10 * size), {}, {}), frozenset({200, 422, 504}))


def _mistaken(good: Exchange) -> Iterator[Exchange]:
    data = samples.path(samples.names()[0]).read_bytes()
    yield Exchange(
        "unknown model", Upload.of(data, {"model": "gpt9"}, {}), frozenset({422}), code="invalid-option"
    )
    yield Exchange(
        "no form", Upload(b"{}", {"Content-Type": "text/plain"}), frozenset({400}), code="malformed-request"
    )
    cut_off = Upload(good.upload.body[:-40], good.upload.headers)
    yield Exchange("cut off", cut_off, frozenset({400}), code="malformed-request")
