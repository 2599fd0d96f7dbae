"""A model's sentence that holds may still read worse than the plan's."""

import pytest

from functions.summarize.output.fluency import reads_as_well


@pytest.mark.parametrize(
    ("written", "planned"),
    [
        (
            "Leads a room of 12 toddlers with two assistants, with the play policy written.",
            "Leads a room of 12 toddlers with two assistants, and has written the play policy.",
        ),
        ("Earlier, as a second chef, fed 36 guests.", "Before that, as a second chef, fed 36 guests."),
        ("At Orvik, covers has had no accidents.", "At Orvik, has had no accidents."),
        (
            "Ran the grill and larder and wrote the menus and did the stocktake.",
            "Ran the grill and larder and wrote the menus, and did the stocktake.",
        ),
        ("Nurse with ten years of nursing.", "Nurse with ten years in nursing."),
        ("Works in English (good) and Tagalog.", "Speaks English (good) and Tagalog."),
        (
            "Earlier worked at Orvik, where the work included two kids.",
            "Earlier worked at Orvik, covering two kids.",
        ),
        ("As an inspector before that, raised demand notices.", "As an inspector, raised demand notices."),
        ("Store manager with six years of experience.", "Store manager with six years in the post."),
        ("Nurse with six years at Orvik.", "Nurse at Orvik with six years of experience."),
        ("Driver with ten years in driving at Orvik.", "Driver at Orvik with ten years in driving."),
        ("Work at Silver Cod.", "Works at Silver Cod."),
        ("Work at Silver Cod.", "Worked at Silver Cod."),
        (
            "A PRINCE2 Practitioner who a BSc in Biology, and is skilled in Jira.",
            "Holds PRINCE2 Practitioner and a BSc in Biology, and is skilled in Jira.",
        ),
        (
            "PRINCE2 Practitioner and a BSc in Biology, and is skilled in Jira.",
            "Holds PRINCE2 Practitioner and a BSc in Biology, and is skilled in Jira.",
        ),
        (
            "Before that, started the breakfast club, still running and served as lead for literacy.",
            "Before that, started the breakfast club, still running, and served as lead for literacy.",
        ),
        (
            "Head of infrastructure with nearly fourteen years in Orvik Data.",
            "Head of infrastructure with nearly fourteen years at Orvik Data.",
        ),
        ("Earlier, as a baker at Orvik.", "Earlier worked as a baker at Orvik."),
        ("Earlier, as a manager at Orvik, 12 staff.", "Earlier worked as a manager at Orvik, of 12 staff."),
        ("Earlier, as a dealer at Orvik, 12 tables.", "Earlier worked as a dealer at Orvik, of 12 tables."),
        ("Earlier, in the workshop at Orvik.", "Earlier worked at Orvik, in the workshop."),
        (
            "Support to two partners and an associate, and has trained three juniors.",
            "Covers support to two partners and an associate, and has trained three juniors.",
        ),
        (
            "I a group of nine researchers on enzymes, and have raised two grants.",
            "I lead a group of nine researchers on enzymes, and have raised two grants.",
        ),
        (
            "VAT remittance, and liaison, and recovered arrears.",
            "Covers VAT remittance and liaison, and has recovered arrears.",
        ),
    ],
)
def test_a_sentence_that_reads_worse_is_not_taken(written: str, planned: str) -> None:
    assert not reads_as_well(written, planned)
    assert reads_as_well(planned, planned)


@pytest.mark.parametrize(
    ("written", "planned"),
    [
        (
            "Holds a BSc and speaks French, and has cut waste by 4%.",
            "Has cut waste by 4%, holds a BSc, and speaks French.",
        ),
        ("At Orvik, leads nine.", "Leads nine at Orvik."),
        ("Nurse with ten years of experience.", "Nurse, with ten years of experience."),
        (
            "Earlier, as a baker at Orvik, led 12 staff.",
            "Earlier worked as a baker at Orvik, leading 12 staff.",
        ),
        ("Earlier managed a shop at Orvik.", "Earlier worked as a manager of a shop at Orvik."),
        (
            "Handles VAT remittance, and has recovered arrears.",
            "Covers VAT remittance, and has recovered arrears.",
        ),
        ("Work at Orvik includes VAT returns.", "At Orvik, covers VAT returns."),
    ],
)
def test_other_words_and_another_order_are_welcome(written: str, planned: str) -> None:
    assert reads_as_well(written, planned)
