"""What a summary says in words of its own is supported, and what a person makes of it in small edits."""

from typing import Any

import pytest

from functions.summarize.pipeline import Pipeline

DRIVER: dict[str, Any] = {
    "basics": {"name": "Zbigniew Nowak"},
    "work": [
        {
            "name": "Orvik Trans Sp. z o.o.",
            "position": "Sr. Driver",
            "startDate": "2019-03",
            "highlights": [
                "Cut fuel cost by EUR 12,000 per year",
                "Organised the colour labelling of 40 pallets for the north depot",
                "Damage on 5% of pours and 12 loads",
            ],
        }
    ],
    "education": [
        {"institution": "University of Vire", "studyType": "BSc", "area": "Logistics"},
        {"institution": "University of Lagos", "studyType": "MSc", "area": "Transport"},
    ],
    "certificates": [{"name": "Driving licence B, T"}, {"name": "Driving licence cat. C"}],
    "languages": [
        {"language": "English", "fluency": "communicative"},
        {"language": "French", "fluency": "medium"},
    ],
    "meta": {"yearsExperience": {"asOf": "2026-11-01"}},
}
LEADER: dict[str, Any] = {
    "work": [
        {
            "name": "Klinikum Elstertal",
            "position": "Stv. Stationsleitung",
            "startDate": "2019-03",
            "highlights": ["Dienstplanung für 14 Pflegekräfte", "Anleitung von Auszubildenden"],
        }
    ],
    "languages": [{"language": "Deutsch", "fluency": "Muttersprache"}],
    "meta": {"yearsExperience": {"asOf": "2026-11-01"}},
}


def _doubted(resume: dict[str, Any], text: str) -> list[str]:
    return [
        problem for check in Pipeline().verify(resume, text, "implied") for problem in check.verdict.problems
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Speaks conversational English and intermediate French.",
        "Holds a driving licence for categories B and T.",
        "Holds a category C driving licence.",
        "Senior driver at Orvik Trans.",
        "Has cut fuel cost by EUR 12,000 per year.",
        "Damage on 5% of pours and 12 loads.",
        "Holds a BSc from the University of Vire, and an MSc from the University of Lagos.",
        # small edits
        "Lowered fuel cost by EUR 12,000 a year.",
        "Organized the color labeling of 40 pallets.",
        "Organised the labelling of pallets. Cut fuel cost by EUR 12,000 per year.",
        "Senior driver at Orvik Trans since 2019.",
    ],
)
def test_words_that_mean_what_the_resume_says_are_supported(text: str) -> None:
    assert _doubted(DRIVER, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Speaks conversational French.",
        "Speaks fluent English.",
        "Holds a driving licence for categories B, T and D.",
        "Holds a category D driving licence.",
        "Senior manager at Orvik Trans.",
        "Senior driver at Falcon Trans.",
        "Has cut fuel cost by EUR 40,000 per year.",
        "Has cut fuel cost by EUR 12,000 per year by labelling pallets.",
        "Holds an MSc from the University of Vire.",
        "Senior driver at Orvik Trans since 2017.",
        "Delivered the post.",
    ],
)
def test_what_it_does_not_say_is_doubted(text: str) -> None:
    assert _doubted(DRIVER, text)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Stellvertretende Stationsleitung, derzeit im Klinikum Elstertal.", False),
        ("Stellvertretende Pflegedienstleitung, derzeit im Klinikum Elstertal.", True),
        ("Leitende Stationsleitung, derzeit im Klinikum Elstertal.", True),
    ],
)
def test_a_title_in_full_is_that_of_its_abbreviation(text: str, doubted: bool) -> None:
    assert bool(_doubted(LEADER, text)) is doubted


def test_a_document_that_no_summary_can_be_made_of_is_checked_as_it_stands() -> None:
    job = {"name": "Orvik", "position": "Driver", "startDate": "2019-03", "endDate": "2017-01"}

    assert _doubted({"work": [job]}, "Driver at Orvik with Falcon.") == ["word: Falcon"]
