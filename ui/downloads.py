"""A summary as files: text, Word and JSON."""

import io
import json
import re

from ui.records import Summary

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def file_name(source: str, suffix: str) -> str:
    """A name for a download after the resume's own, of characters that every system takes."""
    stem = re.sub(r"[^\w]+", "-", source.rsplit(".", 1)[0]).strip("-_") or "resume"
    return f"{stem[:80]}-summary.{suffix}"


def as_text(summary: Summary) -> bytes:
    """The paragraph, with a line end."""
    return f"{summary.summary}\n".encode()


def as_json(summary: Summary) -> bytes:
    """The summary, its sentences with their sources, and the JSON Resume."""
    body = summary.model_dump(mode="json", exclude={"text"})
    return json.dumps(body, ensure_ascii=False, indent=2).encode() + b"\n"


def as_docx(summary: Summary) -> bytes:
    """A one-page Word document: the person's name and title, and the paragraph."""
    from docx import Document
    from docx.shared import Cm, Pt

    document = Document()
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.line_spacing = 1.2
    basics = summary.resume.get("basics", {})
    if name := basics.get("name"):
        document.add_heading(_xml(name), level=1)
    if label := basics.get("label"):
        document.add_paragraph(_xml(label), style="Subtitle")
    document.add_paragraph(_xml(summary.summary))
    properties = document.core_properties
    properties.title, properties.author, properties.comments = (
        "Professional summary",
        _xml(basics.get("name", "")),
        "",
    )
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _xml(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)
