"""Right words, wrong join: what belongs to one entry of a resume is not said of another."""

from typing import Any

import pytest

from functions.common.errors import MalformedRequest
from functions.summarize.pipeline import MOST_SENTENCES, MOST_STATEMENTS, Pipeline
from functions.summarize.sentences import Fault
from functions.summarize.verify.checking import check_sentence, faults_of
from functions.summarize.verify.index import Index
from functions.summarize.verify.sources import entries_of_document
from tests.builders.work import steps

ENGINEER: dict[str, Any] = {
    "basics": {
        "name": "Daniel Okafor",
        "label": "Principal Engineer",
        "summary": "Engineer with 17 years of experience in distributed systems, payments and developer platforms.",
    },
    "work": [
        {
            "name": "Zalando SE",
            "position": "Principal Engineer",
            "startDate": "2019-01",
            "highlights": [
                "Moved 3 monoliths to 140 services on Kubernetes, cutting deployment time from 2 hours to 9 minutes",
                "Mentor 6 staff engineers and chair the architecture review board",
                "Saved €2.4M a year by rightsizing AWS clusters",
                "Introduced SLOs across 40 teams; incidents fell by 31%",
            ],
        },
        {
            "name": "N26",
            "position": "Staff Engineer",
            "startDate": "2015-04",
            "endDate": "2018-12",
            "highlights": [
                "Led a team of 8 through PCI DSS Level 1 certification",
                "Helped write the fraud-scoring pipeline on Kafka",
                "Was not promoted to head of payments",
            ],
        },
        {
            "name": "SoundCloud",
            "position": "Senior Software Engineer",
            "startDate": "2012-02",
            "endDate": "2015-03",
            "highlights": ["Reduced page latency by 60%", "On call for 30 services"],
        },
        {
            "name": "Nokia",
            "position": "Software Engineer",
            "startDate": "2008-08",
            "endDate": "2012-01",
            "highlights": ["Developed map rendering in C++ for Symbian", "Filed 2 patents"],
        },
    ],
    "education": [
        {
            "institution": "Tampere University of Technology",
            "studyType": "MSc",
            "area": "Computer Science",
            "endDate": "2008",
        },
        {
            "institution": "University of Lagos",
            "studyType": "BSc",
            "area": "Computer Science",
            "endDate": "2006",
        },
    ],
    "languages": [
        {"language": "English", "fluency": "native"},
        {"language": "German", "fluency": "C1"},
        {"language": "Finnish", "fluency": "B1"},
    ],
    "meta": {"yearsExperience": {"value": 17, "months": 214, "asOf": "2026-06-01"}},
}
INDEX = Index(entries_of_document(ENGINEER))


def codes(sentence: str) -> list[str]:
    return list(dict.fromkeys(fault.code for fault in faults_of(sentence, INDEX)))


@pytest.mark.parametrize(
    ("sentence", "code", "truth"),
    [
        ("Led a team of 8 at Zalando SE.", "place", "at N26, not at Zalando SE"),
        ("Staff engineer at Zalando SE.", "place", "at N26, not at Zalando SE"),
        ("Principal engineer at Nokia.", "place", "at Zalando SE, not at Nokia"),
        (
            "MSc in Computer Science from the University of Lagos.",
            "place",
            "MSc in Computer Science at Tampere University of Technology",
        ),
        ("Reduced page latency by 60% at N26.", "place", "at SoundCloud, not at N26"),
        ("Introduced SLOs across 40 teams at N26.", "place", "at Zalando SE, not at N26"),
        ("At N26, saved €2.4M a year.", "place", "at Zalando SE, not at N26"),
        ("Currently at N26.", "time", "at N26, 2015 to 2018"),
        ("Now a staff engineer at N26.", "time", "at N26, 2015 to 2018"),
        ("Earlier, at Zalando, saved €2.4M a year.", "time", "at Zalando SE, since 2019"),
        ("Most recently at N26, led a team of 8.", "time", "at N26, 2015 to 2018"),
        ("Leads a team of 8 at N26.", "tense", "Led a team of 8 through PCI DSS Level 1 certification"),
        ("Saved $2.4M a year.", "currency", "Saved €2.4M a year by rightsizing AWS clusters"),
        ("Saved £2.4M a year.", "currency", "Saved €2.4M a year by rightsizing AWS clusters"),
        ("German (native).", "level", "German (C1)"),
        ("Native German.", "level", "German (C1)"),
        ("Finnish (C1).", "level", "Finnish (B1)"),
        ("Works in German and Finnish.", "level", "B1"),
    ],
)
def test_a_wrong_join_is_refused_and_the_truth_is_named(sentence: str, code: str, truth: str) -> None:
    found = faults_of(sentence, INDEX)

    assert [fault.truth for fault in found if fault.code == code] == [truth]
    assert all(sentence[fault.start : fault.end] == fault.words for fault in found)


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Led a team of 40.", "number moved"),
        ("Led 40 engineers.", "number moved"),
        ("Mentors 8.", "number moved"),
        ("Moved four monoliths.", "number"),
        ("Cut deployment time from 9 minutes to 2 hours.", "number moved"),
        ("18+ years of experience in payments.", "years"),
        ("18+ years of experience.", "years"),
        ("More than eighteen years as an engineer.", "years"),
        ("17 years of experience in payments at N26.", "years"),
        ("Principal engineer with more than seventeen years at Zalando.", "years"),
        ("Principal engineer with seventeen years of experience at N26.", "years"),
        ("Never led a team of 8.", "negation"),
        ("Did not introduce SLOs across 40 teams.", "negation"),
        ("Promoted to head of payments.", "negation"),
        ("Wrote the fraud-scoring pipeline on Kafka.", "hedge"),
        ("Led SLOs across 40 teams.", "join"),
        ("Saved €2.4M a year by introducing SLOs.", "cause"),
        ("Saved €2.4M a year at N26 and led a team of 8 at Zalando.", "place"),
        ("At Zalando, led a team of 8 through PCI DSS certification and saved €2.4M a year.", "place"),
        ("Saved €2.4M a year, mail daniel@example.com.", "contact"),
        ("Won a prize.", "word"),
    ],
)
def test_what_the_resume_does_not_say_is_refused(sentence: str, code: str) -> None:
    assert code in codes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Led a team of 8 at N26.",
        "Principal engineer at Zalando SE.",
        "Staff engineer at N26.",
        "MSc in Computer Science from Tampere University of Technology.",
        "Holds an MSc from Tampere University of Technology and a BSc from the University of Lagos.",
        "At Zalando, saved €2.4M a year by rightsizing AWS clusters and introduced SLOs across 40 teams.",
        "Reduced page latency by 60% at SoundCloud.",
        "Currently at Zalando.",
        "Speaks German (C1) and Finnish (B1).",
        "More than seventeen years of experience.",
        "Principal engineer with seven years at Zalando.",
        "Engineer with 17 years of experience in distributed systems, payments and developer platforms.",
        "Earlier, at N26, led a team of eight through PCI DSS Level 1 certification.",
        "At SoundCloud, reduced page latency by 60%, and before that, at Nokia, developed map rendering in C++.",
        "Principal engineer with more than seventeen years of experience and a focus on AWS and Kubernetes.",
        "Mentors six staff engineers and chairs the architecture review board.",
        "Helped write the fraud-scoring pipeline at N26.",
        "Was not promoted to head of payments.",
    ],
)
def test_what_the_resume_joins_may_be_joined(sentence: str) -> None:
    assert codes(sentence) == []


def test_a_verdict_lists_faults_and_says_them_as_codes() -> None:
    verdict = check_sentence("Led a team of 8 at Zalando SE.", INDEX)

    fault = Fault("place", "at Zalando SE", 16, 29, "at N26, not at Zalando SE")
    assert (verdict.supported, verdict.faults) == (False, (fault,))
    assert verdict.problems == ("place: at Zalando SE",)


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("At N26, saved €2.4M a year.", "At N26"),
        ("Reduced page latency by 60% at N26.", "at N26"),
        ("Principal engineer at Nokia.", "at Nokia"),
        ("Saved €2.4M a year at N26 and led a team of 8 at Zalando.", "at N26"),
        ("MSc in Computer Science from the University of Lagos.", "from the University of Lagos"),
    ],
)
def test_of_a_wrong_place_only_its_name_is_marked(sentence: str, marked: str) -> None:
    assert next(fault.words for fault in faults_of(sentence, INDEX) if fault.code == "place") == marked


def test_the_voice_is_looked_at_where_one_is_asked_for() -> None:
    assert check_sentence("I led a team of 8 at N26.", INDEX).supported
    assert check_sentence("I led a team of 8 at N26.", INDEX, "implied").problems == ("pronoun: I",)


def test_many_sentences_cost_one_index() -> None:
    lines = [f"Led a team of {number} people saving ${number}M" for number in range(300)]
    resume = {"work": [{"name": "Acme", "position": "Engineer", "highlights": lines}]}
    pipeline = Pipeline()

    def work(sentences: int) -> int:
        return steps(lambda: pipeline.verify(resume, " ".join(["Led 7."] * sentences)))

    work(1)
    assert work(20) < 2 * work(1)


_JOBS = [
    {"name": "Acme", "highlights": [f"{year} {n}" for n in range(100)]}
    for year in range(MOST_STATEMENTS // 100 + 1)
]


@pytest.mark.parametrize(
    ("resume", "text", "said"),
    [
        (ENGINEER, "   \n", "text holds no sentence"),
        (ENGINEER, " ".join(["Led 7."] * (MOST_SENTENCES + 1)), "at most 200"),
        ({"work": _JOBS}, "Led 7.", "at most 3,000"),
    ],
)
def test_what_no_summary_is_like_is_refused(resume: dict[str, Any], text: str, said: str) -> None:
    with pytest.raises(MalformedRequest, match=said):
        Pipeline().verify(resume, text)


MOVER = {
    "work": [
        {
            "name": "Acme",
            "position": "Engineer",
            "startDate": "2019-01",
            "highlights": [
                "Moved 140 million ledger rows from MySQL to PostgreSQL",
                "Reduced claim backlog by using triage rules",
                "Trained nurses for the surgeons of the north clinic",
                "Audited suppliers before contract renewal",
                "TV -> regional radio for 35% of media spend",
                "Built 11 boards without respin",
            ],
        }
    ]
}


@pytest.mark.parametrize(
    "sentence",
    [
        "Moved 140 million ledger rows from PostgreSQL to MySQL.",
        "Moved 140 million ledger rows to MySQL.",
        "Moved 140 million PostgreSQL rows to MySQL.",
        "Reduced triage rules by using claim backlog.",
        "Trained surgeons for the nurses of the north clinic.",
        "Trained nurses for the north clinic of the surgeons.",
        "Audited suppliers after contract renewal.",
        "Audited contract renewal before suppliers.",
        "Moved 35% of media spend from regional radio to TV.",
        "Built 11 boards with respin.",
        "Moved 140 million ledger rows without PostgreSQL.",
    ],
)
def test_what_stands_after_a_preposition_changes_places_with_nothing(sentence: str) -> None:
    found = faults_of(sentence, Index(entries_of_document(MOVER)))

    assert "order" in [fault.code for fault in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Moved 140 million ledger rows to PostgreSQL from MySQL.",
        "Moved 140 million rows of the ledger from MySQL to PostgreSQL.",
        "Reduced the claim backlog with triage rules.",
        "Trained nurses for surgeons.",
        "Before contract renewal, audited suppliers.",
        "Moved 35% of media spend from TV to regional radio.",
        "Built 11 boards without respin and audited suppliers before contract renewal.",
    ],
)
def test_a_phrase_may_move_as_long_as_it_says_the_same(sentence: str) -> None:
    assert faults_of(sentence, Index(entries_of_document(MOVER))) == ()


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("Now an internship at Zalando SE.", True),
        ("Principal engineer with more than fourteen years of engineering, including a traineeship.", True),
        ("Principal engineer, including an internship at Nokia.", False),
    ],
)
def test_training_is_said_only_of_who_was_trained(sentence: str, refused: bool) -> None:
    jobs = [*ENGINEER["work"][:3], {**ENGINEER["work"][3], "position": "Software Engineering Intern"}]
    index = Index(entries_of_document({**ENGINEER, "work": jobs}))

    assert bool(faults_of(sentence, index)) == refused
