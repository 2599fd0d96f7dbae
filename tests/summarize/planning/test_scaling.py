"""Twice as many facts are planned, told and checked with at most twice the work, whatever there is more of."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from functions.summarize.pipeline import Pipeline
from functions.summarize.sentences import Options
from tests.builders.work import growth, steps

MOST = 2.1
"""Of what a doubling adds, where 2 is even and 4 squared."""
OPTIONS = Options(date(2026, 1, 1), length="long", target="Python, leadership and night shifts")
PIPELINE = Pipeline()

Resume = dict[str, Any]


def job(number: int, *lines: str) -> Resume:
    return {
        "name": f"Acme{number} Ltd",
        "position": f"Engineer {number}",
        "startDate": f"{1975 + number % 45}-01",
        "endDate": f"{1976 + number % 45}-06",
        "highlights": list(lines) or ["Led a team of 4 people"],
    }


def jobs(n: int) -> Resume:
    return {"work": [job(number) for number in range(n)]}


def lines(n: int) -> Resume:
    return {"work": [job(1, *(f"Led a team of {number} people and saved ${number}M" for number in range(n)))]}


def plain_lines(n: int) -> Resume:
    return {
        "work": [job(1, *(f"Worked with customers on project {number} in the office" for number in range(n)))]
    }


def one_long_line(n: int) -> Resume:
    return {"work": [job(1, " and ".join(f"led a team of {number} people" for number in range(n)))]}


def skills(n: int) -> Resume:
    return {"work": [job(1)], "skills": [{"name": f"Skill{number}"} for number in range(n)]}


def courses(n: int) -> Resume:
    degrees = (
        {"institution": f"University {number}", "studyType": "BSc", "area": f"Physics {number}"}
        for number in range(n)
    )
    return {"work": [job(1)], "education": list(degrees)}


def credentials(n: int) -> Resume:
    return {"work": [job(1)], "certificates": [{"name": f"Certified Thing {number}"} for number in range(n)]}


def languages(n: int) -> Resume:
    return {
        "work": [job(1)], "languages": [{"language": f"Language{number}", "fluency": "C1"} for number in range(n)]
    }  # fmt: skip


def sentences_of_the_profile(n: int) -> Resume:
    told = " ".join(f"Engineer who led a team of {number} people." for number in range(n))
    return {"basics": {"summary": told}, "work": [job(1)]}


def projects(n: int) -> Resume:
    built = ({"name": f"Project {number}", "highlights": [f"Built {number} machines"]} for number in range(n))
    return {"work": [job(1)], "projects": list(built)}


@pytest.mark.parametrize(
    "make",
    [
        jobs, lines, plain_lines, one_long_line, skills, courses, credentials, languages, sentences_of_the_profile,
        projects,
    ],
)  # fmt: skip
def test_twice_as_many_facts_take_twice_the_work(make: Callable[[int], Resume]) -> None:
    def work(n: int) -> int:
        resume = {"basics": {"name": "Ann Example"}} | make(n)
        PIPELINE.summarise_facts(resume, OPTIONS)  # what is done only once is done now
        return min(steps(lambda: PIPELINE.summarise_facts(resume, OPTIONS)) for _ in range(2))

    assert growth(work, 30) <= MOST


@pytest.mark.parametrize(
    "make",
    [
        {"work": [job(40) | {"name": "LTD " * 60 + "X"}]},
        {"work": [job(40, "level-" * 60 + "x")]},
        {"work": [job(40, "Raised output from 90 " + "ab" * 120 + "! 130 units")]},
        {"work": [job(40)], "basics": {"label": "Engineer | " + "A/" * 40 + "xx"}},
    ],
)
def test_a_word_said_many_times_ends(make: Resume) -> None:
    """Were there two ways to match each of them, this would never end."""
    PIPELINE.summarise_facts({"basics": {"name": "Ann Example"}} | make, OPTIONS)
