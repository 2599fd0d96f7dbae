"""Prizes as a sentence says them."""

import pytest

from functions.summarize.planning.awards import award_variant
from functions.summarize.resume import Evidence

PLACE = (Evidence(0, 1, "x"),)


@pytest.mark.parametrize(
    ("stated", "form", "said"),
    [
        ("DAISY Award, 2022", "noun phrase", "the DAISY Award 2022"),
        ("Hotelier of the Year 2024, Atlas Hospitality Awards", "person", "Hotelier of the Year 2024"),
        ("Finalist, Prix Taittinger France 2013", "person", "a finalist for the Prix Taittinger France 2013"),
        ("Winner, Leeds Access Award 2023", "noun phrase", "the Leeds Access Award 2023"),
        ("Winner, Orvik Hackathon", "person", "a winner in the Orvik Hackathon"),
        (
            "Second prize, Trois-Lacs Chamber Competition",
            "noun phrase",
            "second prize in the Trois-Lacs Chamber Competition",
        ),
        (
            "Shortlisted, Young Underwriter of the Year 2017",
            "participle",
            "shortlisted for Young Underwriter of the Year 2017",
        ),
        (
            "First prize, Stories, Press Photo 2023",
            "noun phrase",
            "first prize for Stories, Press Photo 2023",
        ),
        (
            "Best Teacher Award from District Education in",
            "noun phrase",
            "the Best Teacher Award from District Education",
        ),
        ("Silver medal, Skills Canada", "noun phrase", "a silver medal from Skills Canada"),
        (
            "2nd place, national hackathon 2024 (bus app)",
            "noun phrase",
            "2nd place in the national hackathon 2024",
        ),
        (
            "1st place, nail art, Gulf Beauty Expo 2016",
            "noun phrase",
            "1st place in nail art, Gulf Beauty Expo 2016",
        ),
        ("Dean's List, 2019", "participle", "on the Dean's List"),
        ("Prémio Jovem Mar, honourable mention, 2020", "noun phrase",
         "an honourable mention for the Prémio Jovem Mar 2020"),
        ("Publishing Prize 2019, finalist", "person", "a finalist for the Publishing Prize 2019"),
        ("Commendation letter for a seizure", "noun phrase", "a commendation letter for a seizure"),
        ("Grand Jury Prize, Sundance", "noun phrase", "the Grand Jury Prize, Sundance"),
        ("Special Jury Award 2019", "noun phrase", "the Special Jury Award 2019"),
        ("Speaker of the Year Award", "person", "Speaker of the Year"),
        ("Employee of the Month x3", "person", "Employee of the Month three times"),
        ("DAISY Award (team) 2022", "noun phrase", "the DAISY Award 2022 with a team"),
        ("Innovation Prize, team", "noun phrase", "the Innovation Prize, team"),
        ('Heart of Maumee" Award', "noun phrase", "the Heart of Maumee Award"),
    ],
)  # fmt: skip
def test_a_prize_is_held_or_is_what_somebody_was(stated: str, form: str, said: str) -> None:
    variant = award_variant(stated, PLACE)

    assert variant is not None
    assert (variant.form, variant.text) == (form, said)


@pytest.mark.parametrize(
    "stated",
    [
        "Estuary mud and carbon",
        "4th, national cup",
        "Dean",
        "European patent on a pump 2024",
        "Speaker, CEDEC 2023",
        "Jury member, Booker Prize 2020",
        "Speaker at the Retail Awards 2021",
        "Keynote speaker, Woman of the Year 2020",
    ],
)
def test_what_is_no_prize_is_not_told_as_one(stated: str) -> None:
    assert award_variant(stated, PLACE) is None
