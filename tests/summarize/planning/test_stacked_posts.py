"""Posts one above the other with one list below them."""

from datetime import date

import pytest

from functions.summarize.parsers.facts import read_facts
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.stacked_posts import with_shared_list
from functions.summarize.sentences import Options
from tests.builders.pages import page

AS_OF = date(2026, 11, 30)
HEAD = "Ann Example\nann@example.org\n*Work Experience\n"


def lines_by_title(text: str) -> list[tuple[str, list[str]]]:
    resume = with_shared_list(read_facts(page(HEAD + text), AS_OF))
    return [
        (role.title.value if role.title else "", [line.value.strip("-• ") for line in role.bullets])
        for role in resume.roles
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "*Orvik Foods Ltd\nQC Team Leader, Jan 2024 – Present\nQC Technician, Jun 2022 – Dec 2023\n"
            "- Manage 8 technicians by shift"
        ),
        (
            "*Orvik Foods Ltd\nSenior Buyer, 03/2022 – now\nBuyer, 01/2019 – 02/2022\nJunior Buyer, 01/2017 – 12/2018\n"
            "- Manage 8 technicians by shift"
        ),
    ],
)
def test_one_list_below_several_posts_is_of_the_latest(text: str) -> None:
    told = lines_by_title(text)

    assert told[0][1] == ["Manage 8 technicians by shift"]


@pytest.mark.parametrize(
    "text",
    [
        # each post with its own list
        (
            "*Orvik Foods Ltd\nQC Team Leader, Jan 2024 – Present\n- Lead the shift\n"
            "QC Technician, Jun 2022 – Dec 2023\n- Took 40 samples a day"
        ),
        # another work, and training
        (
            "*Royal Hotel\nGeneral Manager, Jan 2022 – Present\nCleaner, Jun 2016 – Dec 2021\n"
            "- Took 40 samples a day"
        ),
        (
            "*Bix School\nHead Teacher, Jan 2021 – Present\nTrainee Teacher, Jun 2019 – Dec 2020\n"
            "- Took 40 samples a day"
        ),
        # another employer
        (
            "*Orvik Foods Ltd\nQC Team Leader, Jan 2024 – Present\n*Tamar Dairy Ltd\n"
            "QC Technician, Jun 2022 – Dec 2023\n- Took 40 samples a day"
        ),
        # the employer named anew
        (
            "QC Team Leader, Orvik Foods Ltd, Jan 2024 – Present\nQC Technician, Orvik Foods Ltd, Jun 2022 – Dec 2023\n"
            "- Took 40 samples a day"
        ),
    ],
)
def test_a_list_of_an_earlier_post_stays_there(text: str) -> None:
    told = lines_by_title(text)

    assert told[-1][1] == ["Took 40 samples a day"]
    assert "Took 40 samples a day" not in told[0][1]


def test_what_is_still_done_is_not_told_as_done_earlier() -> None:
    posts = "QC Team Leader, Jan 2024 – Present\nQC Technician, Jun 2022 – Dec 2023\n"
    text = f"*Orvik Foods Ltd\n{posts}- Manage 8 technicians"
    resume = with_shared_list(read_facts(page(HEAD + text), AS_OF))
    summary = plan_paragraph(resume, Options(AS_OF), AS_OF).text

    assert "Manages eight technicians" in summary
    assert "managed" not in summary
    assert "Earlier" not in summary


@pytest.mark.parametrize("heading", ["Job Description:", "Duties", "Main responsibilities:"])
def test_a_list_under_a_heading_of_duties_is_of_the_latest_post_too(heading: str) -> None:
    told = lines_by_title(
        "*Orvik Bank Ltd\nBranch Manager, March 2020 – Present\nHead of Credit, August 2017 – February 2020\n"
        f"{heading}\n- Supervision of 15 staff\n- Recovered 40 loans"
    )

    assert told[0][1] == ["Supervision of 15 staff", "Recovered 40 loans"]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("General Manager", "Operations Manager"), ("Foreman", "Carpenter"), ("Of Counsel", "Senior Associate")],
)
def test_nobody_says_in_which_of_two_posts_something_was_done(upper: str, lower: str) -> None:
    text = (
        f"*Orvik Hotels Ltd\n{upper}, January 2024 – Present\n{lower}, March 2019 – December 2023\n"
        "- Opened the rooftop bar with 60 seats\n- Cut staff turnover from 74% to 41%"
    )
    resume = with_shared_list(read_facts(page(HEAD + text), AS_OF))
    told = " ".join(one.text for one in plan_paragraph(resume, Options(AS_OF), AS_OF).sentences)

    assert "turnover from 74% to 41%" in told
    assert lower.lower() not in told.lower()
    assert not any(word in told for word in ("Earlier", "Previously", "Before that"))
