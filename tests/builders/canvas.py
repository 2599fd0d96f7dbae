"""Puts lines on a Word page: a thin layer over python-docx, with raw XML where it has no words for it."""

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

_INK = RGBColor(0x1F, 0x3A, 0x5F)
_TEXTBOX = Path(__file__).with_name("textbox.xml")
_STYLES = ("Normal", "Heading1", "Title", "ListBullet", "Header", "TableNormal")
_SHED = ("thumbnail", "/theme", "/customXml", "/webSettings", "/fontTable", "stylesWithEffects")


class Span(NamedTuple):
    """A piece of a line. A `link` makes it a hyperlink."""

    text: str
    bold: bool = False
    link: str = ""


class Canvas:
    """A place that takes paragraphs: the page, a table cell, a page header."""

    def __init__(self, place: Any, *, width: float = 17, fresh: bool = True) -> None:
        """Write into `place`, `width` cm wide; a fresh cell or header starts with one empty paragraph."""
        self.place = place
        self.width = width
        self._fresh = fresh

    def line(self, *spans: Span, style: str | None = None, size: float | None = None) -> Any:
        """Add one paragraph. A tab inside a span jumps to the right margin, a newline is a soft break."""
        paragraph = self._paragraph()
        if style:
            paragraph.style = style
        for span in spans:
            _add_span(paragraph, span, size)
        if any("\t" in span.text for span in spans):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(self.width), WD_TAB_ALIGNMENT.RIGHT)
        return paragraph

    def heading(self, text: str, shape: str) -> None:
        """A section heading of the given shape; "none" leaves it out."""
        if shape == "styles":
            self.line(Span(text), style="Heading 1")
        elif shape != "none":
            shown = text.upper() if shape == "capitals" else text
            self.line(Span(shown, bold=shape == "bold"), size=12).paragraph_format.space_before = Pt(10)

    def bullet(self, text: str, shape: str) -> None:
        """A list item: a real list paragraph, a typed bullet, or a bare line."""
        if shape == "real":
            self.line(Span(text), style="List Bullet")
        else:
            self.line(Span(f"• {text}" if shape == "typed" else text))

    def table(self, *widths: float) -> list["Canvas"]:
        """A row of cells without borders, widths in cm."""
        table = self.place.add_table(rows=1, cols=len(widths))
        table.autofit = False
        for cell, width in zip(table.rows[0].cells, widths, strict=True):
            cell.width = Cm(width)
        return [Canvas(cell, width=width) for cell, width in zip(table.rows[0].cells, widths, strict=True)]

    def textbox(self, *lines: str) -> None:
        """A floating text box, as Word writes it: a drawing with its VML twin as the fallback."""
        self._paragraph().add_run()._r.append(parse_xml(_textbox(lines)))

    def _paragraph(self) -> Any:
        if self._fresh:
            self._fresh = False
            return self.place.paragraphs[0]
        return self.place.add_paragraph()


def _add_span(paragraph: Any, span: Span, size: float | None) -> None:
    run = paragraph.add_run(span.text)
    run.bold = span.bold or None
    run.font.size = Pt(size) if size else None
    if span.link:
        link = OxmlElement("w:hyperlink")
        link.set(
            qn("r:id"), paragraph.part.relate_to(span.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )
        run._r.addprevious(link)
        link.append(run._r)


def _textbox(lines: tuple[str, ...]) -> str:
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    return _TEXTBOX.read_text("utf-8").replace("PARAGRAPHS", paragraphs)


def blank_page() -> Any:
    """An empty python-docx document with the type and spacing of an ordinary resume."""
    return Document(io.BytesIO(_template()))


@cache
def _template() -> bytes:
    page = Document()
    for style in [each for each in page.styles.element if each.get(qn("w:styleId"), "") not in _STYLES]:
        if style.tag != qn("w:docDefaults") and not style.get(qn("w:default")):
            page.styles.element.remove(style)
    for each in page.sections:
        each.left_margin = each.right_margin = each.top_margin = each.bottom_margin = Cm(2)
    for name, size in (("Normal", 10.5), ("Heading 1", 13), ("Title", 22)):
        style = page.styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.paragraph_format.space_after = Pt(3)
        fonts = style.element.rPr.rFonts
        for attribute in [each for each in fonts.attrib if each.endswith("Theme")]:
            del fonts.attrib[attribute]
        if name != "Normal":
            style.font.color.rgb = _INK
    _shed(page)
    raw = io.BytesIO()
    page.save(raw)
    return raw.getvalue()


def _shed(page: Any) -> None:
    """Leave out the parts of the template that say nothing: its thumbnail, theme, font table and the like."""
    for owner in (page.part.package.rels, page.part.rels):
        for key in [key for key, each in owner.items() if any(word in each.reltype for word in _SHED)]:
            del owner[key]


def wrap_in_controls(page: Any) -> None:
    """Put every paragraph of the page into a content control of its own, as form templates do."""
    for paragraph in list(page.element.body.iterchildren(qn("w:p"))):
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        paragraph.addprevious(control)
        control.append(content)
        content.append(paragraph)


def packed(page: Any, title: str) -> bytes:
    """The document's bytes: the same page always gives the same bytes, without what no reader needs."""
    page.core_properties.title, page.core_properties.author, page.core_properties.comments = title, "", ""
    raw, out = io.BytesIO(), io.BytesIO()
    page.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", compresslevel=9) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
