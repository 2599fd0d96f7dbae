import io
from typing import Any

import docx

from tests.ui.fakes import BRIEF, SUMMARY
from ui.files.word import as_docx
from ui.records import Sentence, Summary

FOOT = "AI-assisted: Resume Summary, model t5 1.0.0, parser ats 1.0.0; "


def opened(summary: Summary) -> Any:
    return docx.Document(io.BytesIO(as_docx(summary)))


def paragraphs(document: Any) -> list[tuple[str, str]]:
    return [(each.style.name, each.text) for each in document.paragraphs]


def foot(document: Any) -> str:
    text: str = document.sections[0].footer.paragraphs[0].text
    return text


def test_the_document_has_name_title_and_paragraph() -> None:
    document = opened(SUMMARY)
    assert paragraphs(document) == [
        ("Title", "Ada Obi"),
        ("Subtitle", "Charge Nurse"),
        ("Heading 1", "Professional summary"),
        ("Normal", "Charge nurse at Elm. Led a team of 12."),
    ]
    assert (document.core_properties.author, document.core_properties.title) == (
        "Ada Obi",
        "Professional summary",
    )
    assert foot(document) == f"{FOOT}every sentence checked against the resume."


def test_a_brief_has_its_lines_and_where_each_stands() -> None:
    document = opened(BRIEF)
    [table] = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Now", "Charge nurse, Elm"],
        ["Highlights", "Led a team of 12."],
        ["Not stated", "dates"],
    ]
    narrow, wide = (column.width for column in table.columns)
    assert narrow * 4 < wide
    assert paragraphs(document)[2:] == [
        ("Heading 1", "Brief"),
        ("Heading 1", "Where each statement stands in the resume"),
        ("List Bullet", "Charge nurse, Elm — “Charge Nurse at Elm”"),
        ("List Bullet", "Led a team of 12. — “team of 12”"),
    ]


def test_a_resume_without_a_name_has_no_title() -> None:
    assert paragraphs(opened(SUMMARY.model_copy(update={"resume": {}})))[0] == (
        "Heading 1",
        "Professional summary",
    )


def test_a_text_that_a_person_changed_says_what_of_it_is_not_supported() -> None:
    own = Sentence(text="Led 99.", origin="person")
    kept = SUMMARY.sentences[0]
    good = SUMMARY.model_copy(update={"sentences": (kept, own)})
    bad = SUMMARY.model_copy(
        update={"sentences": (kept, own.model_copy(update={"problems": ("number: 99",)}))}
    )
    assert foot(opened(good)) == f"{FOOT}edited by a person; every sentence checked against the resume."
    assert foot(opened(bad)) == f"{FOOT}1 of 2 sentences did not pass the check against the resume."


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    odd = SUMMARY.model_copy(update={"summary": "Led\x00 a\x0b team\ufffe."})
    assert opened(odd).paragraphs[-1].text == "Led a team."
