"""Labelled pages."""

import pytest

from training.reading.harmonise import harmonised, harmonised_fact
from training.reading.pages import LABELLED, UNREAD, labelled_pages
from training.reading.variants import variants


def test_every_line_of_every_page_has_a_label() -> None:
    for page in labelled_pages(*LABELLED, *UNREAD):
        assert len(page.labels) == len(page.document.lines), page.name


def test_no_model_learns_from_the_pages_that_are_read_once() -> None:
    assert not {page.family for page in labelled_pages()} & set(UNREAD)


def test_a_line_that_names_a_credential_heads_it_whoever_wrote_the_page() -> None:
    lines = ("First Aid at Work, Red Cross, 2021", "Registered no. 123456")
    facts = (("credential", "First Aid at Work | Red Cross | 2021 | "),)
    assert harmonised(lines, ("credentials.body",) * 2, facts) == ("credentials.head", "credentials.body")


@pytest.mark.parametrize(
    ("school", "named"),
    [
        ("Shivaji University, Kolhapur", "Shivaji University"),
        ("Liceo teorico, Buhuși", "Liceo teorico"),
        ("North-West University, Mafikeng Campus", "North-West University, Mafikeng Campus"),
        ("ETSAB, UPC Barcelona", "ETSAB, UPC Barcelona"),
        ("Howard College", "Howard College"),
    ],
)
def test_a_school_is_named_without_its_place(school: str, named: str) -> None:
    key, value = harmonised_fact("degree", f"B.E. | Civil | {school} | 2019 | ")
    assert (key, value.split("|")[2].strip()) == ("degree", named)
    assert harmonised_fact("role", f"Cook | {school} | 2019") == ("role", f"Cook | {school} | 2019")


def test_nothing_is_told_apart_of_which_nothing_is_read() -> None:
    labels = ("references.head", "references.field", "references.heading", "contact.field")
    assert harmonised(("",) * 4, labels, ()) == (
        "references.body",
        "references.body",
        "references.heading",
        "contact.body",
    )


def test_a_variant_says_the_same_in_another_layout_every_time() -> None:
    page = labelled_pages("second")[0]
    first, again = variants(page, 2), variants(page, 2)
    assert [(each.document.text, each.labels) for each in first] == [
        (each.document.text, each.labels) for each in again
    ]
    assert all(len(each.labels) == len(each.document.lines) for each in first)


def test_variants_of_all_pages_keep_a_label_for_every_line() -> None:
    for page in labelled_pages("third", "first"):
        for each in variants(page, 3):
            assert len(each.labels) == len(each.document.lines)
            assert each.document.lines, each.name
