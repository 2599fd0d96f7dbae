"""The last gate: what no text may show, however true it is."""

import pytest

from functions.summarize.verify.form import malformed
from functions.summarize.verify.gate import gated, holds, is_finite, unclean
from functions.summarize.verify.index import Index
from functions.summarize.verify.sources import entries_of_document

INDEX = Index(
    entries_of_document(
        {
            "work": [
                {
                    "name": "Kestrel Pay Ltd",
                    "position": "Backend Engineer",
                    "startDate": "2020-01",
                    "highlights": ["Cut payment failures from 4.2% to 0.9%", "Moved 12 services to AWS"],
                }
            ],
            "skills": [{"name": "PostgreSQL"}, {"name": "AWS"}],
            "languages": [{"language": "French"}],
        }
    )
)


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("Cut payment failures (from 4.2% to 0.9%.", "open bracket"),
        ("Cut payment failures from {{figure}} to 0.9%.", "template mark: {{"),
        ("Cut payment failures from [figure] to 0.9%.", "template mark: [figure]"),
        ("Cut payment failures and and moved 12 services.", "doubled: and and"),
        (", cut payment failures from 4.2% to 0.9%.", "leading mark"),
        ("Backend engineer at Kestrel Pay, with five years.", "years of nothing: with five years."),
        ("Backend engineer with a year and a half.", "years of nothing: with a year and a half."),
        ("Before that, as a security guard grade D at Bluff Shopping Centre.", "nothing done"),
        ("Earlier, at Kestrel Pay.", "nothing done"),
        ("Previously, as an engineer.", "nothing done"),
        ("Previously, as a lead engineer at Kestrel Pay and Orvik.", "nothing done"),
        ("Before that, at the Kestrel Pay office in Porto.", "nothing done"),
        ("Earlier, as a nurse on a ward of 30 beds.", "nothing done"),
    ],
)
def test_debris_is_found(sentence: str, problem: str) -> None:
    assert problem in unclean(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Earlier worked as an engineer at Kestrel Pay.",
        "Before that, as an engineer, cut payment failures.",
        "Previously, at Kestrel Pay, moved 12 services.",
    ],
)
def test_an_earlier_job_with_an_act_is_no_debris(sentence: str) -> None:
    assert not list(unclean(sentence))


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("Moved 12 services to aws.", "spelling: aws"),
        ("Works with Postgresql.", "spelling: Postgresql"),
        ("Speaks french.", "spelling: french"),
        ("Cut payment failures from 4.2% to 0.9%, mail a@b.example.", "contact: a@b.example."),
    ],
)
def test_a_sentence_is_spelled_as_the_resume_spells_and_true(sentence: str, problem: str) -> None:
    found = list(gated(sentence, INDEX))

    assert any(one.startswith(problem.partition(":")[0]) for one in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "Backend engineer at Kestrel Pay.",
        "Cut payment failures from 4.2% to 0.9% and moved 12 services to AWS.",
        "Uses PostgreSQL and AWS.",
        "Speaks French, and moved 12 services to AWS.",
    ],
)
def test_what_is_true_and_finished_is_shown(sentence: str) -> None:
    assert holds(sentence, "implied", INDEX)


def test_a_verb_makes_a_sentence() -> None:
    assert is_finite("Holds a licence.")
    assert not is_finite("A licence for lorries.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Works on manages seven analysts.",
        "Previously, worked on served as a charge nurse.",
        "Earlier, at ran a smart metering programme.",
    ],
)
def test_no_act_stands_where_a_thing_belongs(sentence: str) -> None:
    assert any(problem.startswith("grammar: ") for problem in malformed(sentence, "implied", ""))


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("Licensed physiotherapist and OMT level 1 certification, with a Bachelor of Health Care.", True),
        ("Chartered engineer and a CSCS card, with a BEng in Architectural Engineering.", True),
        ("Associate member of the Institute of Accountants and CMA Sri Lanka, with a BSc.", True),
        ("A licensed physiotherapist with OMT level 1 certification and a Bachelor.", False),
        ("An associate fellow of Advance HE with a PhD in Plant Pathology.", False),
        ("Called to the Bar of Ontario and New York, with a JD.", False),
    ],
)
def test_nobody_is_joined_with_what_they_hold(sentence: str, joined: bool) -> None:
    assert any(map("grammar: ".__eq__, (one[:9] for one in malformed(sentence, "implied", "")))) == joined


@pytest.mark.parametrize(
    "sentence",
    [
        "Worked on finished goods and reports for the board.",
        "Earlier, handled queues of calls a day with reduced staff.",
    ],
)
def test_a_noun_that_looks_like_a_verb_may_stand_there(sentence: str) -> None:
    assert list(malformed(sentence, "implied", "")) == []


@pytest.mark.parametrize(
    "years",
    [
        "with one year of experience", "with over one year in clinics", "with more than one year of experience",
        "after one year abroad", "who ran a clinic for one year",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("end", "held"), [("2024-01", True), ("2019-03", False)])
def test_one_year_is_a_claim_as_two_years_are(years: str, end: str, held: bool) -> None:
    """The word "one" is no figure where words are compared, and was a fault of ours where years are."""
    work = {"name": "Leeds Hospital", "position": "Nurse", "startDate": "2019-01", "endDate": end}
    lines = {"highlights": ["Ran a clinic abroad", "Trained clinics in experience"]}
    index = Index(entries_of_document({"basics": {"label": "Nurse"}, "work": [work | lines]}))

    found = list(gated(f"Nurse {years}.", index))

    assert ("years: one year" not in found) is held
