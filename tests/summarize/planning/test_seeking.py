"""What is looked for, from the profile."""

import pytest

from functions.summarize.planning.seeking import sought
from functions.summarize.resume import Evidence, Fact, Resume


def _sought(profile: str, confidence: float = 1.0) -> str | None:
    evidence = (Evidence(0, len(profile), profile, "summary"),)
    slot = sought(Resume(text=profile, summary=Fact(profile, evidence, confidence)))
    return slot.variants[0].text if slot else None


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        ("I left college in June. I'm looking for an apprenticeship in bricklaying or groundworks.",
         "an apprenticeship in bricklaying or groundworks"),
        ("Seeking an entry level position as Food Technologist / QA Officer where I can grow",
         "an entry-level position as a Food Technologist or QA Officer"),
        ("Seeking the post of Assistant Manager Accounts.", "the post of Assistant Manager Accounts"),
        ("I look for a sous chef position in northern Europe, with accommodation.",
         "a sous chef position in northern Europe"),
        ("Looking for a junior sister post closer to home", "a junior sister post"),
        ("I seek a night manager position nearer to the coast", "a night manager position"),
        ("Back on the list and looking for an LTO or permanent contract in the Guelph area",
         "an LTO or permanent contract in the Guelph area"),
    ],
)  # fmt: skip
def test_the_post_is_told_in_its_own_words(profile: str, told: str) -> None:
    assert _sought(profile) == told


@pytest.mark.parametrize(
    "profile",
    [
        "Seeking a challenging position in a well reputed institution",
        "I am looking for a senior role within an hour of Shrewsbury",
        "Looking for something closer to home",
        "Recent graduate looking for my first position",
        "Seeking growth",
        "I am seeking a job in Mechanical maintenance department.",
        "Seeking a position in growing retail company",
        "Recruiter who was looking for a good cook post",
        "Looking for the best in people",
    ],
)
def test_a_hope_is_no_post(profile: str) -> None:
    assert _sought(profile) is None


def test_a_doubtful_profile_is_not_told() -> None:
    assert _sought("Seeking the post of Assistant Manager Accounts.", 0.5) is None
