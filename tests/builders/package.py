"""DOCX packages written by hand in XML, for constructs and hostile files that no library would write."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SCHEMAS = "http://schemas.openxmlformats.org"
RELATIONSHIP = f"{SCHEMAS}/officeDocument/2006/relationships"
STRICT_RELATIONSHIP = "http://purl.oclc.org/ooxml/officeDocument/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{WORD}.document.main+xml"

NAMESPACES = {
    "w": f"{SCHEMAS}/wordprocessingml/2006/main",
    "r": RELATIONSHIP,
    "a": f"{SCHEMAS}/drawingml/2006/main",
    "dgm": f"{SCHEMAS}/drawingml/2006/diagram",
    "m": f"{SCHEMAS}/officeDocument/2006/math",
    "mc": f"{SCHEMAS}/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "pic": f"{SCHEMAS}/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": f"{SCHEMAS}/drawingml/2006/wordprocessingDrawing",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


@dataclass(frozen=True, slots=True)
class Related:
    """A part beside the main part, or an external target, with the relationship that leads to it."""

    id: str
    kind: str
    target: str
    content: str | bytes | None = None
    content_type: str = "application/xml"


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that goes into a package, each with the default of an ordinary document."""

    body: str
    related: tuple[Related, ...] = ()
    main: str = "word/document.xml"
    main_type: str = DOCUMENT_TYPE
    before_body: str = ""
    section: str = ""
    strict: bool = False
    encoding: str = "utf-8"
    extra: Mapping[str, str | bytes] = field(default_factory=dict)
    """More entries by name; one that is already there is replaced."""


def package(body: str, *related: Related, **options: object) -> bytes:
    """A DOCX with this XML in `w:body` and these parts beside it; `options` are the other fields of `Parts`."""
    return zipped(entries_of(Parts(body, related, **options)))  # type: ignore[arg-type]


def entries_of(parts: Parts) -> dict[str, bytes]:
    """The entries of a package by name, in the order in which a word processor writes them."""
    folder = parts.main.rpartition("/")[0]
    kind = STRICT_RELATIONSHIP if parts.strict else RELATIONSHIP
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(parts, folder),
        "_rels/.rels": _relationships([Related("rId1", "officeDocument", "/" + parts.main)], kind),
        parts.main: _main(parts),
        _name(folder, f"_rels/{parts.main.rpartition('/')[2]}.rels"): _relationships(parts.related, kind),
    }
    for item in parts.related:
        if item.content is not None:
            entries[_name(folder, item.target)] = item.content
    entries.update(parts.extra)
    return {name: text.encode() if isinstance(text, str) else text for name, text in entries.items()}


def zipped(entries: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of these entries; the same bytes every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=compression)
    return buffer.getvalue()


def part(root: str, content: str) -> str:
    """A part whose root is `w:root`."""
    return f"{_DECLARATION}<w:{root}{namespaces()}>{content}</w:{root}>"


def header(content: str, number: int = 1, kind: str = "header") -> Related:
    """A header or footer part with relationship id `header1`, `footer2` ..."""
    name = f"{kind}{number}"
    root = "hdr" if kind == "header" else "ftr"
    return Related(name, kind, f"{name}.xml", part(root, content), f"{WORD}.{kind}+xml")


def styles(content: str) -> Related:
    """A styles part."""
    return Related("styles", "styles", "styles.xml", part("styles", content), f"{WORD}.styles+xml")


def paragraph(content: str = "", properties: str = "") -> str:
    """A paragraph; text that is not markup becomes a run."""
    runs = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table; each cell is text, or XML of paragraphs."""
    return rows_of(*(row(*map(cell, texts)) for texts in rows))


def rows_of(*rows: str) -> str:
    """A table of rows given as XML."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A table row of cells given as XML."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A table cell of text, or of XML of paragraphs."""
    blocks = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"


def control(content: str, properties: str = "") -> str:
    """A content control around anything."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def text_box(content: str, *, left: int = 0, top: int = 0, shape: str = "", about: str = "") -> str:
    """A run with a floating DrawingML text box; `left` and `top` in EMU from the page, `shape` is its `wps:spPr`."""
    graphic = f"<wps:wsp><wps:spPr>{shape}</wps:spPr>{boxed(content)}</wps:wsp>"
    return f"<w:r><w:drawing>{anchored(graphic, left, top, about)}</w:drawing></w:r>"


def boxed(content: str) -> str:
    """The text box of a DrawingML shape."""
    return f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"


def anchored(graphic: str, left: int = 0, top: int = 0, about: str = "", *, behind: bool = False) -> str:
    """A floating drawing, 2 by 1 inches, or 4 by 2 behind the text; `about` are the attributes of its `wp:docPr`."""
    extent = 'cx="3657600" cy="1828800"' if behind else 'cx="1828800" cy="914400"'
    return (
        f'<wp:anchor behindDoc="{int(behind)}">'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f"<wp:extent {extent}/><wp:docPr {about}/><a:graphic><a:graphicData>{graphic}</a:graphicData>"
        "</a:graphic></wp:anchor>"
    )


def vml_box(content: str, style: str = "", attributes: str = "") -> str:
    """A run with a VML text box."""
    return (
        f'<w:r><w:pict><v:shape style="{style}" {attributes}><v:textbox><w:txbxContent>{content}</w:txbxContent>'
        "</v:textbox></v:shape></w:pict></w:r>"
    )


def field_mark(kind: str) -> str:
    """A run with a mark of a complex field: begin, separate or end."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def complex_field(instruction: str, result: str) -> str:
    """The runs of a complex field with one run of result."""
    return (
        f"{field_mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f"{field_mark('separate')}{run(result)}{field_mark('end')}"
    )


def namespaces() -> str:
    """The namespace declarations of a root element."""
    return "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())


def _main(parts: Parts) -> bytes:
    references = "".join(
        f'<w:{item.kind}Reference w:type="default" r:id="{item.id}"/>'
        for item in parts.related
        if item.kind in {"header", "footer"} and f'"{item.id}"' not in parts.section
    )
    section = f"<w:sectPr>{parts.section}{references}</w:sectPr>"
    content = f"{parts.before_body}<w:body>{parts.body}{section}</w:body>"
    text = part("document", content).replace("UTF-8", parts.encoding.upper(), 1)
    if parts.strict:
        text = strict(text)
    return text.encode(parts.encoding)


def strict(text: str) -> str:
    """XML with its Transitional namespaces turned into Strict ones."""
    for family in ("wordprocessingml", "officeDocument", "drawingml"):
        text = text.replace(f"{SCHEMAS}/{family}/2006/", f"http://purl.oclc.org/ooxml/{family}/")
    return text


def _relationships(related: Iterable[Related], kind: str) -> str:
    items = "".join(
        f'<Relationship Id="{item.id}" Type="{kind}/{item.kind}" Target="{item.target}"{_mode(item)}/>'
        for item in related
    )
    return (
        f'{_DECLARATION}<Relationships xmlns="{SCHEMAS}/package/2006/relationships">{items}</Relationships>'
    )


def _mode(item: Related) -> str:
    inside = item.content is not None or item.kind == "officeDocument"
    return "" if inside else ' TargetMode="External"'


def _content_types(parts: Parts, folder: str) -> str:
    overrides = "".join(
        f'<Override PartName="/{_name(folder, item.target)}" ContentType="{item.content_type}"/>'
        for item in parts.related
        if item.content is not None
    )
    return (
        f'{_DECLARATION}<Types xmlns="{SCHEMAS}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{parts.main}" ContentType="{parts.main_type}"/>{overrides}</Types>'
    )


def _name(folder: str, target: str) -> str:
    return f"{folder}/{target}".lstrip("/")
