"""What the program itself writes in the languages other than English is supported by what it read."""

from functools import cache

import pytest

from functions.summarize.confidence import sure_enough
from functions.summarize.jsonresume import to_json_resume
from functions.summarize.pipeline import Pipeline
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.understand import Understood, understand
from tests.builders.resumes import AS_OF, options
from training.reading.pages import labelled_pages

_FAMILIES = ("german", "romance", "continent")
_EVERY = 6
"""One of so many pages is read: four to a language, in two seconds."""


@cache
def _read() -> tuple[tuple[str, Understood], ...]:
    """A sample of the pages with their names."""
    sample = labelled_pages(*_FAMILIES)[::_EVERY]
    return tuple((page.name, understand(page.document, options())) for page in sample)


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt", "it", "nl"])
def test_every_sentence_of_an_unedited_summary_is_supported(language: str) -> None:
    told = [
        (name, known, text)
        for name, known in _read()
        if known.source.language == language
        and (text := plan_paragraph(sure_enough(known.source)[0], options(length="long"), AS_OF).text)
    ]
    refused = [
        (name, check.text, check.verdict.problems)
        for name, known, text in told
        for check in Pipeline().verify(to_json_resume(known.resume), text, "implied")
        if not check.verdict.supported
    ]

    assert len(told) > 1
    assert refused == []
