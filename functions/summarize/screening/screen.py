"""Refusals of what is not one resume, each with its code and what to do."""

from functions.common.errors import UnusableDocument
from functions.summarize.docx.document import Document
from functions.summarize.screening.documents import OtherDocument, other_document
from functions.summarize.screening.people import second_person

_WHAT: dict[OtherDocument, str] = {
    "advert": "a job advertisement",
    "letter": "a letter",
    "certificate": "a certificate",
    "article": "an article or a report",
}


def refuse_what_is_no_resume(document: Document) -> None:
    """Raise `UnusableDocument` for two people in one file (`two-people`) and for another document (`not-a-resume`)."""
    if second_person(document) is not None:
        raise UnusableDocument(
            "two-people",
            "The document seems to hold the resumes of two people; send one file for each person.",
        )
    other = other_document(document)
    if other is not None:
        raise UnusableDocument(
            "not-a-resume",
            f"The document looks like {_WHAT[other]}, not like a resume; send the resume itself. If it is one, give its"
            " parts the usual headings (Experience, Education, Skills).",
        )
