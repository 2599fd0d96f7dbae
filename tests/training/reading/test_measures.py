"""What of a page's facts was read right."""

from datetime import date

import pytest

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.calibration import probability
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.experience import experience_of
from functions.summarize.resume import Education, Evidence, Fact, PartialDate, Period, Resume, Role, Skill
from training.evaluation.fields import Counts
from training.reading.calibrate import fit, reliability, threshold
from training.reading.measures import paired, score_page
from training.reading.pages import LabelledPage

PERIOD = Fact(Period(PartialDate(2019, 3), None, current=True), ())


def role(title: str, employer: str) -> Role:
    return Role(Fact(title, ()), Fact(employer, ()), period=PERIOD)


def page(*roles: str) -> LabelledPage:
    return LabelledPage(
        "one", "west", document_of("x"), ("work.head",), tuple(("role", each) for each in roles)
    )


def test_a_job_is_right_when_title_employer_and_dates_are() -> None:
    stated = page("Cook | Acme | 2019-03 | now | |", "Baker | Bread Ltd | 2019-03 | now | |")
    resume = Resume(text="", roles=(role("COOK", "Acme"), role("Baker", "Bread")))
    counts = score_page(resume, stated).counts
    assert counts["roles together"] == Counts(1, 1, 1)
    assert (counts["titles"], counts["employers"]) == (Counts(2), Counts(1, 1, 1))


def test_a_title_at_the_wrong_employer_is_a_wrong_value() -> None:
    stated = page("Cook | Acme | 2019-03 | now | |", "Baker | Bread | 2019-03 | now | |")
    resume = Resume(text="", roles=(role("Baker", "Acme"), role("Cook", "Bread")))
    judged = {
        (one.value.text, one.right) for one in score_page(resume, stated).judged if one.value.kind == "title"
    }
    assert len(judged) == 2
    assert sum(right for _, right in judged) <= 1


@pytest.mark.parametrize(
    ("months", "counts"), [("36", Counts(1)), ("48", Counts(1)), ("42", Counts(0, 1, 1))]
)
def test_years_are_right_with_the_internships_and_without_them(months: str, counts: Counts) -> None:
    job = Role(Fact("Cook", ()), None, period=Fact(Period(PartialDate(2015), PartialDate(2018)), ()))
    stage = Role(
        Fact("Stage", ()),
        None,
        period=Fact(Period(PartialDate(2014), PartialDate(2015)), ()),
        kind="internship",
    )
    counted = experience_of([job, stage], date(2026, 1, 1), Source("", "experience"))
    resume = Resume(text="", roles=(job, stage), experience=counted)
    stated = LabelledPage("one", "west", document_of("x"), ("work.head",), (("months", months),))
    assert score_page(resume, stated).counts["years within 3 months"] == counts


def course(degree: str, subject: str, institution: str) -> Education:
    return Education(Fact(degree, ()), Fact(subject, ()) if subject else None, Fact(institution, ()))


@pytest.mark.parametrize(
    ("stated", "read", "untrue"),
    [
        ("degree: Bachelor | Nursing | Bay College", ("Bachelor of Nursing", "", "Bay College"), set()),
        ("degree: MD (Research) | | Bay College", ("MD", "Research", "Bay College"), set()),
        ("credential: Diploma in Law | Bar Council", ("Diploma", "Law", "Bar Council"), set()),
        ("credential: Diploma in Law | Bar Council", ("Diploma", "Law", "Bay College"), {"institution"}),
        ("credential: Diploma in Law | Bar", ("Master", "Law", "Bar"), {"degree", "subject", "institution"}),
        ("degree: Bachelor | Nursing | Bay College", ("Bachelor of Law", "", "Bay College"), {"degree"}),
    ],
)  # fmt: skip
def test_a_course_is_true_however_the_page_cuts_it(
    stated: str, read: tuple[str, str, str], untrue: set[str]
) -> None:
    key, _, value = stated.partition(": ")
    one = LabelledPage("one", "west", document_of("x"), ("education.head",), ((key, value),))
    judged = score_page(Resume(text="", education=(course(*read),)), one).judged
    assert {each.value.kind for each in judged if not each.true} == untrue


def test_a_skill_is_true_by_the_words_of_the_page() -> None:
    skills = tuple(
        Skill(name, (Evidence(0, 9, quote),))
        for name, quote in (("Microsoft Office", "MS Office"), ("Excel", "Exel"))
    )
    one = LabelledPage(
        "one", "west", document_of("x"), ("skills.body",), (("skill", "MS Office"), ("skill", "Word"))
    )
    assert [each.true for each in score_page(Resume(text="", skills=skills), one).judged] == [True, False]


def test_each_stated_job_is_paired_once() -> None:
    assert paired([("Cook", "A"), ("Cook", "A")], [("Cook", "A")]) == [("Cook", "A"), None]


def test_confidence_that_says_too_much_is_brought_down() -> None:
    sure = [
        score_page(Resume(text="", roles=(role(title, "Acme"),)), page("Cook | Acme | 2019-03 | now | |"))
        for title in ("Cook", "Chef") * 40
    ]
    judged = [one for each in sure for one in each.judged if one.value.kind == "title"]
    weights = fit(judged)
    assert 0.3 < probability(judged[0].value, weights) < 0.7


def test_reliability_counts_the_right_ones_of_each_bin_and_the_threshold_keeps_the_precision() -> None:
    one = score_page(
        Resume(text="", roles=(role("Cook", "Acme"),)), page("Cook | Acme | 2019-03 | now | |")
    ).judged[0]
    wrong = score_page(
        Resume(text="", roles=(role("Chef", "Acme"),)), page("Cook | Acme | 2019-03 | now | |")
    ).judged[0]
    values = [(one, 0.96), (one, 0.96), (wrong, 0.6)]
    assert [(low, count, right) for low, _, count, right, _ in reliability(values)] == [
        (0.5, 1, 0),
        (0.95, 2, 2),
    ]
    assert threshold(values, 0.99) == 0.96
