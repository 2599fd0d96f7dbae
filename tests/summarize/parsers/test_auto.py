from datetime import date

import pytest

from functions.summarize import samples
from functions.summarize.docx import read
from functions.summarize.docx.document import Document, document_of
from functions.summarize.parsers.auto import read_resume
from functions.summarize.parsers.factory import load_parser
from functions.summarize.sentences import ParserName

AS_OF = date(2026, 1, 1)


def nurse() -> Document:
    return read(samples.path("charge-nurse").read_bytes())


@pytest.mark.parametrize("parser", ["ats", "industry"])
def test_a_parser_that_was_asked_for_needs_no_reason(parser: ParserName) -> None:
    reading = read_resume(nurse(), parser, AS_OF)

    assert (reading.parser, reading.reason) == (parser, None)
    assert reading.resume == load_parser(parser).parse(nurse(), AS_OF)


def test_a_resume_of_one_sector_with_figures_is_read_by_the_industry_parser() -> None:
    reading = read_resume(nurse(), "auto", AS_OF)

    assert reading.parser == "industry"
    assert reading.resume == load_parser("industry").parse(nurse(), AS_OF)
    figures = sum(one.quantified for one in reading.resume.achievements)
    assert reading.reason == (
        f"Job titles and skills show one sector (Healthcare), and {figures} lines hold a figure to rank results by."
    )


def test_a_resume_of_no_sector_is_read_literally() -> None:
    plain = document_of("Jo Doe", "Experience", "Assistant, Acme, Jan 2019 - present", "Answered 40 letters")

    reading = read_resume(plain, "auto", AS_OF)

    assert reading.parser == "ats"
    assert reading.resume == load_parser("ats").parse(plain, AS_OF)
    assert reading.reason == "Neither job titles nor skills show one sector, so the resume is read literally."


def test_a_resume_without_figures_is_read_literally() -> None:
    plain = document_of(
        "Jo Doe", "Experience", "Charge Nurse, Elm Hospital, Jan 2019 - present", "Ran the ward"
    )

    assert read_resume(plain, "auto", AS_OF).reason == (
        "No line holds a figure to rank results by, so the resume is read literally."
    )
