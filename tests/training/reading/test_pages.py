"""Labelled pages."""

from training.reading.harmonise import harmonised
from training.reading.pages import LABELLED, labelled_pages


def test_every_line_of_every_page_has_a_label() -> None:
    for page in labelled_pages(*LABELLED):
        assert len(page.labels) == len(page.document.lines), page.name


def test_a_line_that_names_a_credential_heads_it_whoever_wrote_the_page() -> None:
    lines = ("First Aid at Work, Red Cross, 2021", "Registered no. 123456")
    facts = (("credential", "First Aid at Work | Red Cross | 2021 | "),)
    assert harmonised(lines, ("credentials.body",) * 2, facts) == ("credentials.head", "credentials.body")


def test_nothing_is_told_apart_of_which_nothing_is_read() -> None:
    labels = ("references.head", "references.field", "references.heading", "contact.field")
    assert harmonised(("",) * 4, labels, ()) == (
        "references.body",
        "references.body",
        "references.heading",
        "contact.body",
    )
