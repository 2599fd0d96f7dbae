"""A summary as a Word document: one well-set page."""

import io
import re
from collections.abc import Sequence
from typing import Any

from ui.brief import brief_lines
from ui.records import Summary

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_INK, _MUTED, _ACCENT, _RULE = "1D2524", "5A6664", "1F5F5B", "C9C3B6"
_SERIF, _SANS = "Georgia", "Calibri"


def as_docx(summary: Summary) -> bytes:
    """A page with the person's name and title, and the paragraph; a brief has its lines, and their sources."""
    from docx import Document

    document = Document()
    _set_page(document)
    _head(document, summary.resume.get("basics", {}))
    if summary.brief:
        _lines(document, summary)
        _sources(document, summary)
    else:
        _heading(document, "Professional summary")
        document.add_paragraph(_xml(summary.summary))
    _foot(document, summary)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_one_docx(results: Sequence[tuple[str, Summary]]) -> bytes:
    """Everybody's text in one document: the name or, where there is none, the file's, and the lines."""
    from docx import Document

    document = Document()
    _set_page(document)
    document.add_paragraph("Summaries", style="Title")
    for name, summary in results:
        basics = summary.resume.get("basics", {})
        _heading(document, _xml(", ".join(filter(None, (basics.get("name") or name, basics.get("label"))))))
        if summary.brief:
            _brief(document, summary)
        else:
            document.add_paragraph(_xml(summary.summary))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: Any) -> None:
    from docx.shared import Cm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.6)
    page.top_margin, page.bottom_margin = Cm(2.4), Cm(2)
    for name, font, size, colour, after in (
        ("Normal", _SANS, 11.5, _INK, 6),
        ("Title", _SERIF, 24, _INK, 2),
        ("Subtitle", _SANS, 12.5, _ACCENT, 18),
        ("Heading 1", _SANS, 10.5, _ACCENT, 6),
        ("List Bullet", _SANS, 9.5, _MUTED, 2),
        ("Footer", _SANS, 8.5, _MUTED, 0),
    ):
        style = document.styles[name]
        _set_font(style, font)
        style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour)
        style.font.bold, style.font.italic = name == "Heading 1", False
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.3 if name == "Normal" else 1.1
    document.styles["Heading 1"].paragraph_format.space_before = Pt(14)


def _set_font(style: Any, font: str) -> None:
    """Set the font for every script: a style that names only one keeps the template's for the others."""
    from docx.oxml.ns import qn

    style.font.name = font
    fonts = style.element.rPr.rFonts
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)


def _head(document: Any, basics: dict[str, Any]) -> None:
    name, label = _xml(basics.get("name", "")), _xml(basics.get("label", ""))
    if name:
        _rule(document.add_paragraph(name, style="Title"), remove=bool(label))
    if label:
        _rule(document.add_paragraph(label, style="Subtitle"))
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "Professional summary", name, ""


def _rule(paragraph: Any, *, remove: bool = False) -> None:
    """A thin line below a paragraph, or none where the style would draw one."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    line = 'w:val="nil"' if remove else f'w:val="single" w:sz="4" w:space="8" w:color="{_RULE}"'
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}><w:bottom {line}/></w:pBdr>")
    paragraph.paragraph_format.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"
    )


def _heading(document: Any, text: str) -> None:
    document.add_heading(text, level=1)


def _lines(document: Any, summary: Summary) -> None:
    """The brief as two columns: what is told, and the words."""
    _heading(document, "Brief")
    _brief(document, summary)


def _brief(document: Any, summary: Summary) -> None:
    from docx.shared import Cm, Pt

    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    widths = Cm(2.8), Cm(13)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for label, text in brief_lines(summary.sentences):
        cells = table.add_row().cells
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width  # what Word reads; others read the column's
        head = cells[0].paragraphs[0].add_run(label)
        head.bold, head.font.size = True, Pt(10)
        cells[1].paragraphs[0].add_run(_xml(text))


def _sources(document: Any, summary: Summary) -> None:
    """Where each sentence stands in the resume."""
    _heading(document, "Where each statement stands in the resume")
    for sentence in summary.sentences:
        quotes = "; ".join(f"“{' '.join(place.quote.split())}”" for place in sentence.evidence)
        if quotes:
            document.add_paragraph(_xml(f"{sentence.text} — {quotes}"), style="List Bullet")


def _foot(document: Any, summary: Summary) -> None:
    model, parser = summary.model, summary.parser
    checked = "every sentence checked against the resume"
    if summary.unsupported:
        number = f"{summary.unsupported} of {len(summary.sentences)}"
        checked = f"{number} sentences did not pass the check against the resume"
    elif any(sentence.origin == "person" for sentence in summary.sentences):
        checked = "edited by a person; every sentence checked against the resume"
    document.sections[0].footer.paragraphs[0].text = _xml(
        f"AI-assisted: Resume Summary, model {model.id} {model.version}, "
        f"parser {parser.id} {parser.version}; {checked}."
    )


def _xml(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)
