import pytest

from functions.summarize.parsers.ranking.achievements import is_duty, read_achievements, tier
from functions.summarize.resume import Achievement
from tests.builders.bullets import resume_of


def achievement(text: str) -> Achievement:
    (read,) = read_achievements(resume_of((None, (text,))))
    return read


@pytest.mark.parametrize(
    ("text", "action", "subject", "metric"),
    [
        ("Cut stock loss from 4% to 1%", "Cut", "stock loss", "from 4% to 1%"),
        ("Reduced p99 latency of the API by 80%", "Reduced", "p99 latency", "80%"),
        ("Reviewed 48,000 documents for a $9M case", "Reviewed", "48,000 documents", "$9M"),
        ("Lead a brigade of 14 serving dinner", "Lead", "a brigade", "14"),
        ("Wrote the bus fares review", "Wrote", "the bus fares review", None),
        ("Store of the year", None, None, None),
    ],
)
def test_a_line_is_an_action_an_object_and_a_metric(
    text: str, action: str | None, subject: str | None, metric: str | None
) -> None:
    read = achievement(text)
    assert (read.action, read.object, read.metric) == (action, subject, metric)


@pytest.mark.parametrize(
    ("text", "quantified"),
    [
        ("Cut stock loss from 4% to 1%", True),
        ("Opened 22 dealerships", True),
        ("Responsible for 12 staff", False),
        ("Responsible for waste, which fell from 9% to 4%", True),
        ("Joined in 2019", False),
        ("Taught to Grade 8", False),
    ],
)
def test_quantified_means_a_result_with_a_figure(text: str, *, quantified: bool) -> None:
    assert achievement(text).quantified is quantified


def test_a_line_keeps_its_role_its_words_and_its_place() -> None:
    resume = resume_of(("Chef", ("Cut waste by 40%",)), ("Cook", ("Ran the grill",)))
    read = read_achievements(resume)
    assert [(one.role, one.text) for one in read] == [
        (0, resume.roles[0].bullets[0]),
        (1, resume.roles[1].bullets[0]),
    ]


def test_a_result_outranks_a_count_a_plain_line_and_a_duty() -> None:
    lines = (
        "Responsible for the daily order",
        "Wrote the menu",
        "Trained 7 cooks",
        "Cut waste from 9% to 4%",
    )
    read = read_achievements(resume_of((None, lines)))
    assert [one.text.value for one in sorted(read, key=lambda one: -one.score)] == [*reversed(lines)]
    assert [tier(one) for one in read] == [3, 2, 1, 0]


def test_the_same_result_counts_more_in_a_newer_role() -> None:
    read = read_achievements(resume_of(("Chef", ("Cut waste by 40%",)), ("Cook", ("Cut loss by 40%",))))
    assert read[0].score > read[1].score


@pytest.mark.parametrize(
    "text", ["Responsible for stock", "Duties included cleaning", "Verantwortlich für Einkauf"]
)
def test_a_duty_is_told_from_a_deed(text: str) -> None:
    assert is_duty(text)


def test_only_so_much_of_an_endless_resume_is_ranked() -> None:
    read = read_achievements(
        resume_of((None, tuple(f"Sold {number} cars " + "and more " * 10 for number in range(2000))))
    )
    assert 400 < len(read) < 700
