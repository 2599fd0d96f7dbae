"""Resumes that say they list but some of the jobs of a kind."""

import pytest

from functions.summarize.planning.unlisted import leaves_out_jobs
from functions.summarize.resume import Evidence, Fact, Resume, Role


@pytest.mark.parametrize(
    "line",
    [
        "Before 2022: 9 contracts as 3/E, 4/E and cadet (list if need)",
        "Earlier: 14 vessels, AB and OS",
        "Plus six seasons at Orvik before that",
        "Prior to 2015 several short contracts with crewing agencies",
        "12 further assignments through agencies",
        "Older positions available on request",
        "Full sea service record on request",
        "40 productions before 2018",
    ],
)
def test_a_line_that_counts_further_jobs_leaves_them_out(line: str) -> None:
    assert leaves_out_jobs(Resume(f"Bosun\n{line}\nEnglish"))


@pytest.mark.parametrize(
    "line",
    [
        "References available on request",
        "Before 2022 the site had 9 lines",
        "Negotiated contracts with 12 suppliers",
        "Before that various: roofing labourer, taxi",
        "Serviced nine vessels in 2021",
        "Portfolio on request",
    ],
)
def test_other_lines_leave_out_none(line: str) -> None:
    assert not leaves_out_jobs(Resume(f"Bosun\n{line}\nEnglish"))


def test_the_deed_of_a_job_counts_no_jobs() -> None:
    line = "Won 5 more contracts than planned"
    deed = Fact(line, (Evidence(0, len(line), line, "experience"),))

    assert leaves_out_jobs(Resume(line))
    assert not leaves_out_jobs(Resume(line, roles=(Role(Fact("Agent", ()), None, bullets=(deed,)),)))
