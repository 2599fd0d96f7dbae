"""Twice as much to check takes twice the work, whatever there is more of."""

from typing import Any

import pytest

from functions.summarize.pipeline import Pipeline
from tests.builders.work import growth, steps

MOST = 2.5
"""Of what a doubling adds, where 2 is even and 4 squared: room for what the larger figures have more of."""
PIPELINE = Pipeline()

Case = tuple[dict[str, Any], str]


def job(*lines: str) -> dict[str, Any]:
    return {"name": "Acme", "position": "Engineer", "startDate": "2015-01", "highlights": list(lines)}


def line(number: int) -> str:
    return f"Led a team of {number} people and saved ${number}M in costs"


LINES = [line(number) for number in range(30)]
RESUME = {"work": [job(*LINES)]}


def facts(n: int) -> Case:
    lines = (line(number) for number in range(20 * n))
    return {"work": [job(*lines)], "skills": [{"name": f"Skill{i}"} for i in range(20 * n)]}, line(3) + "."


def jobs(n: int) -> Case:
    roles = [job("Led teams") | {"name": f"Acme{i}", "position": f"Engineer {i}"} for i in range(20 * n)]
    return {"work": roles}, "Engineer 3 at Acme3 with 12 years of experience."


def sentences(n: int) -> Case:
    return RESUME, " ".join(f"{line(number % 30)} at Acme." for number in range(10 * n))


def skills_and_sentences(n: int) -> Case:
    """Each sentence speaks of one fact only: the others are indexed once, not for each of them."""
    skills = [{"name": f"Zorb{chr(97 + i % 26)}{chr(97 + i // 26)}"} for i in range(20 * n)]
    return {"skills": skills}, " ".join(f"Skilled in {skill['name']}." for skill in skills)


def lines_in_a_sentence(n: int) -> Case:
    return RESUME, ", ".join(line(number % 30) for number in range(10 * n)) + "."


def words_in_a_line(n: int) -> Case:
    return {
        "work": [job(" and ".join(line(number) for number in range(10 * n)))]
    }, "Led a team of 7 people at Acme."


def figures(n: int) -> Case:
    return RESUME, f"Led {' '.join(map(str, range(20 * n)))} people."


def spelt_figures(n: int) -> Case:
    return RESUME, f"Led {' '.join(f'{number} three' for number in range(20 * n))} people."


def years(n: int) -> Case:
    return RESUME, f"Led {' '.join(f'over {1 + number % 50} years' for number in range(20 * n))} people."


def unknown_words(n: int) -> Case:
    return RESUME, f"Led {' '.join(f'zorbl{number} and 4{number}x' for number in range(20 * n))} people."


def levels(n: int) -> Case:
    resume = {"languages": [{"language": "German", "fluency": "C1"}]}
    return resume, f"Speaks {', '.join(['fluent German'] * (20 * n))}."


def causes(n: int) -> Case:
    return RESUME, ", ".join(f"saved ${number % 30}M by a team" for number in range(20 * n)) + "."


@pytest.mark.parametrize(
    "make",
    [
        facts, jobs, sentences, skills_and_sentences, lines_in_a_sentence, words_in_a_line, figures, spelt_figures,
        years, unknown_words, levels, causes,
    ],
)  # fmt: skip
def test_twice_as_much_takes_twice_the_work(make: Any) -> None:
    def work(n: int) -> int:
        resume, text = make(n)
        PIPELINE.verify(resume, text, "implied")  # what is done only once is done now
        return steps(lambda: PIPELINE.verify(resume, text, "implied"))

    assert growth(work, 2) <= MOST
