import io
import json

import pytest
from docx import Document

from tests.ui.fakes import SUMMARY
from ui import downloads


def test_the_text_is_the_paragraph() -> None:
    assert downloads.as_text(SUMMARY) == b"Charge nurse at Elm. Led a team of 12.\n"


def test_the_word_document_has_name_title_and_paragraph() -> None:
    document = Document(io.BytesIO(downloads.as_docx(SUMMARY)))
    assert [(each.style.name, each.text) for each in document.paragraphs] == [
        ("Heading 1", "Ada Obi"),
        ("Subtitle", "Charge Nurse"),
        ("Normal", "Charge nurse at Elm. Led a team of 12."),
    ]
    assert (document.core_properties.author, document.core_properties.title) == (
        "Ada Obi",
        "Professional summary",
    )


def test_a_resume_without_a_name_has_no_heading() -> None:
    document = Document(io.BytesIO(downloads.as_docx(SUMMARY.model_copy(update={"resume": {}}))))
    assert [each.text for each in document.paragraphs] == ["Charge nurse at Elm. Led a team of 12."]


def test_characters_that_xml_cannot_hold_are_left_out_of_the_word_document() -> None:
    odd = SUMMARY.model_copy(update={"summary": "Led\x00 a\x0b team\ufffe."})
    document = Document(io.BytesIO(downloads.as_docx(odd)))
    assert document.paragraphs[-1].text == "Led a team."


def test_the_json_holds_sentences_sources_and_facts_but_not_the_whole_resume_text() -> None:
    body = json.loads(downloads.as_json(SUMMARY))
    assert body["summary"] == SUMMARY.summary
    assert body["sentences"][1]["evidence"] == [
        {"start": 34, "end": 44, "quote": "team of 12", "section": "experience"}
    ]
    assert body["resume"] == SUMMARY.resume
    assert "text" not in body


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ada Obi CV.docx", "Ada-Obi-CV-summary.txt"),
        ("../../etc/passwd", "resume-summary.txt"),
        ('a"b\r\nc.docx', "a-b-c-summary.txt"),
        ("Zoë Müller.docx", "Zoë-Müller-summary.txt"),
        (".docx", "resume-summary.txt"),
        ("x" * 300 + ".docx", "x" * 80 + "-summary.txt"),
    ],
)
def test_a_download_is_named_after_the_resume_and_nothing_else(source: str, name: str) -> None:
    assert downloads.file_name(source, "txt") == name
