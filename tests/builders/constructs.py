"""One small document per construct of the format, each with sentinel words: read exactly once, or never."""

from dataclasses import dataclass

from tests.builders.package import (
    WORD,
    Related,
    anchored,
    boxed,
    cell,
    complex_field,
    control,
    field_mark,
    header,
    namespaces,
    package,
    paragraph,
    part,
    row,
    rows_of,
    run,
    styles,
    table,
    text_box,
    vml_box,
)

ONCE, NEVER = "Sentinel", "Phantom"


@dataclass(frozen=True, slots=True)
class Construct:
    """A document whose visible text holds every word of `once` one time and no word of `never`."""

    name: str
    data: bytes
    once: tuple[str, ...] = (ONCE,)
    never: tuple[str, ...] = ()


def constructs() -> list[Construct]:
    """All constructs, in the order of the format."""
    return [*_inline(), *_blocks(), *_drawings(), *_stories(), *_tracked(), *_hidden(), *_packages()]


def _document(name: str, body: str, *related: Related, never: str = "", **options: object) -> Construct:
    data = package(paragraph("Ann Example") + body, *related, **options)
    return Construct(name, data, never=(never,) if never else ())


def _inline() -> list[Construct]:
    link = Related("link", "hyperlink", "https://example.org/ann")
    ruby = f"<w:r><w:ruby><w:rt>{run(NEVER)}</w:rt><w:rubyBase>{run(ONCE)}</w:rubyBase></w:ruby></w:r>"
    return [
        _document("run", paragraph(ONCE)),
        _document("text across runs", paragraph(run("Senti") + run("nel"))),
        _document("smart tag", paragraph(f"<w:smartTag>{run(ONCE)}</w:smartTag>")),
        _document("custom XML, inline", paragraph(f"<w:customXml>{run(ONCE)}</w:customXml>")),
        _document(
            "simple field",
            paragraph(f'<w:fldSimple w:instr="AUTHOR {NEVER}">{run(ONCE)}</w:fldSimple>'),
            never=NEVER,
        ),
        _document("complex field", paragraph(complex_field(f" AUTHOR {NEVER} ", ONCE)), never=NEVER),
        _document(
            "text in an instruction",
            paragraph(
                field_mark("begin") + run(NEVER) + field_mark("separate") + run(ONCE) + field_mark("end")
            ),
            never=NEVER,
        ),
        _document("field that never ends", paragraph(field_mark("begin") + run(ONCE))),
        _document("ruby", paragraph(ruby), never=NEVER),
        _document("hyperlink", paragraph(f'<w:hyperlink r:id="link">{run(ONCE)}</w:hyperlink>'), link),
        _document("right-to-left embedding", paragraph(f'<w:bdo w:val="ltr">{run(ONCE)}</w:bdo>')),
        _document("mathematics", paragraph(f"<m:oMath><m:r><m:t>{ONCE}</m:t></m:r></m:oMath>")),
        _document("content control, inline", paragraph(control(run(ONCE)))),
        _document(
            "placeholder, inline",
            paragraph(run(ONCE) + control(run(NEVER), "<w:showingPlcHdr/>")),
            never=NEVER,
        ),
        _document(
            "comment",
            paragraph(run(ONCE) + '<w:r><w:commentReference w:id="0"/></w:r>'),
            Related(
                "comments",
                "comments",
                "comments.xml",
                part("comments", f"<w:comment>{paragraph(NEVER)}</w:comment>"),
            ),
            never=NEVER,
        ),
        _document("zero-width characters", paragraph("Sen\u200bti\u00adn\ufeffel")),
        _document(
            "symbol font", paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>' + run(ONCE))
        ),
    ]


def _blocks() -> list[Construct]:
    inner = table((ONCE,))
    merged = rows_of(row(cell(ONCE, '<w:vMerge w:val="restart"/>')), row(cell(paragraph(), "<w:vMerge/>")))
    return [
        _document("table cell", table((ONCE, "other"))),
        _document("nested table", table((inner + paragraph(),))),
        _document("cell over two columns", rows_of(row(cell(ONCE, '<w:gridSpan w:val="2"/>')))),
        _document("cell over two rows", merged),
        _document("content control, block", control(paragraph(ONCE))),
        _document("content control around a table", control(table((ONCE,)))),
        _document("content control around a row", rows_of(control(row(cell(ONCE))))),
        _document("content control around a cell", rows_of(row(control(cell(ONCE))))),
        _document("content control in a cell", table((control(paragraph(ONCE)),))),
        _document(
            "placeholder, block",
            paragraph(ONCE) + control(paragraph(NEVER), "<w:showingPlcHdr/>"),
            never=NEVER,
        ),
        _document("custom XML, block", f"<w:customXml>{paragraph(ONCE)}</w:customXml>"),
        _document(
            "altChunk",
            paragraph(ONCE) + '<w:altChunk r:id="chunk"/>',
            Related("chunk", "aFChunk", "chunk.html", f"<!DOCTYPE html><p>{NEVER}</p>", "text/html"),
            never=NEVER,
        ),
    ]


def _drawings() -> list[Construct]:
    alternate = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{_inside(text_box(paragraph(ONCE)))}</mc:Choice>'
        f"<mc:Fallback>{_inside(vml_box(paragraph(ONCE)))}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    group = anchored(f"<wpg:wgp><wpg:grpSp><wps:wsp>{boxed(paragraph(ONCE))}</wps:wsp></wpg:grpSp></wpg:wgp>")
    vml_group = f"<w:r><w:pict><v:group><v:shape><v:textbox><w:txbxContent>{paragraph(ONCE)}</w:txbxContent>"
    diagram = (
        f"<dgm:dataModel{namespaces()}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>{ONCE}</a:t></a:r></a:p></dgm:t>"
        f'</dgm:pt><dgm:pt type="pres"><dgm:t><a:p><a:r><a:t>{ONCE}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>'
        "</dgm:dataModel>"
    )
    graphic = (
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>{}</a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )
    word_art = f'<w:r><w:pict><v:shape id="art"><v:textpath string="{ONCE}"/></v:shape></w:pict></w:r>'
    watermark = (
        f'<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="{NEVER}"/></v:shape>'
        "</w:pict></w:r>"
    )
    return [
        _document("text box", paragraph(text_box(paragraph(ONCE)))),
        _document("text box with an alternative", paragraph(alternate)),
        _document("text box in VML", paragraph(vml_box(paragraph(ONCE)))),
        _document("text box in a group", paragraph(f"<w:r><w:drawing>{group}</w:drawing></w:r>")),
        _document(
            "text box in a VML group",
            paragraph(f"{vml_group}</v:textbox></v:shape></v:group></w:pict></w:r>"),
        ),
        _document("text box in a text box", paragraph(text_box(paragraph(text_box(paragraph(ONCE)))))),
        _document("table in a text box", paragraph(text_box(table((ONCE,)) + paragraph()))),
        _document("text box in a cell", table((paragraph(text_box(paragraph(ONCE))),))),
        _document(
            "SmartArt",
            paragraph(graphic.format('<dgm:relIds r:dm="data"/>')),
            Related("data", "diagramData", "diagrams/data1.xml", diagram),
        ),
        _document("WordArt", paragraph(word_art)),
        _document("watermark", paragraph(ONCE) + paragraph(watermark), never=NEVER),
    ]


def _stories() -> list[Construct]:
    both = (
        '<w:headerReference w:type="first" r:id="header2"/><w:headerReference w:type="even" r:id="header3"/>'
    )
    notes = "<w:footnote w:type='separator' w:id='0'>{}</w:footnote><w:footnote w:id='2'>{}</w:footnote>"
    footnotes = Related(
        "notes",
        "footnotes",
        "footnotes.xml",
        part("footnotes", notes.format(paragraph(NEVER), paragraph(ONCE))),
        f"{WORD}.footnotes+xml",
    )
    endnotes = Related(
        "ends",
        "endnotes",
        "endnotes.xml",
        part("endnotes", f"<w:endnote w:id='1'>{paragraph(ONCE)}</w:endnote>"),
    )
    referred = paragraph(run("Text") + "<w:r><w:footnoteReference w:id='2'/></w:r>")
    return [
        _document("header", "", header(paragraph(ONCE))),
        _document("footer", "", header(paragraph(ONCE), kind="footer")),
        _document("header that repeats the body", paragraph(ONCE), header(paragraph(f" {ONCE} "))),
        _document(
            "headers that repeat each other",
            "",
            header(paragraph(ONCE)),
            header(paragraph(ONCE), 2),
            section=both,
        ),
        _document("header of the first page", "", header(paragraph(ONCE), 2), section=both),
        _document("header of even pages", "", header(paragraph(ONCE), 3), section=both),
        _document("text box in a header", "", header(paragraph(text_box(paragraph(ONCE))))),
        _document("table in a header", "", header(table((ONCE,)))),
        _document("footnote", referred, footnotes, never=NEVER),
        _document("endnote", paragraph("<w:r><w:endnoteReference w:id='1'/></w:r>"), endnotes),
    ]


def _tracked() -> list[Construct]:
    deleted_row = row(cell(NEVER), properties="<w:del/>")
    return [
        _document("insertion", paragraph(f"<w:ins>{run(ONCE)}</w:ins>")),
        _document(
            "deletion",
            paragraph(run(ONCE) + f"<w:del><w:r><w:delText>{NEVER}</w:delText></w:r></w:del>"),
            never=NEVER,
        ),
        _document(
            "deletion of ordinary text", paragraph(run(ONCE) + f"<w:del>{run(NEVER)}</w:del>"), never=NEVER
        ),
        _document(
            "move",
            paragraph(f"<w:moveFrom>{run(ONCE)}</w:moveFrom>")
            + paragraph(f"<w:moveTo>{run(ONCE)}</w:moveTo>"),
        ),
        _document("deleted row", rows_of(row(cell(ONCE)), deleted_row), never=NEVER),
        _document("deleted cell", rows_of(row(cell(ONCE), cell(NEVER, "<w:cellDel/>"))), never=NEVER),
    ]


def _hidden() -> list[Construct]:
    shown = paragraph(ONCE)
    style = '<w:style w:type="{}" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>'
    dark = '<w:shd w:val="clear" w:fill="1F3864"/>'
    white = '<w:color w:val="FFFFFF"/>'
    banner = '<pic:pic><pic:blipFill><a:blip r:embed="x"/></pic:blipFill></pic:pic>'
    hidden_row = rows_of(row(cell(NEVER), properties="<w:hidden/>"))
    merged = rows_of(row(cell(NEVER, "<w:vMerge/>")))
    solid = '<a:solidFill><a:srgbClr val="203040"/></a:solidFill>'

    def ghost(properties: str) -> str:
        return paragraph(run(NEVER, properties))

    return [
        _document("vanish", shown + ghost("<w:vanish/>"), never=NEVER),
        _document("vanish switched off", paragraph(run(ONCE, '<w:vanish w:val="0"/>'))),
        _document(
            "vanish by paragraph style",
            shown + paragraph(NEVER, '<w:pStyle w:val="Ghost"/>'),
            styles(style.format("paragraph")),
            never=NEVER,
        ),
        _document(
            "vanish by character style",
            shown + ghost('<w:rStyle w:val="Ghost"/>'),
            styles(style.format("character")),
            never=NEVER,
        ),
        _document("white on white", shown + ghost(white), never=NEVER),
        _document("nearly white on white", shown + ghost('<w:color w:val="FDFEFD"/>'), never=NEVER),
        _document(
            "black on black",
            shown + ghost('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'),
            never=NEVER,
        ),
        _document("white on a dark cell", rows_of(row(cell(paragraph(run(ONCE, white)), dark)))),
        _document("white on a dark paragraph", paragraph(run(ONCE, white), dark)),
        _document("white on a highlight", paragraph(run(ONCE, white + '<w:highlight w:val="black"/>'))),
        _document("white in a dark text box", paragraph(text_box(paragraph(run(ONCE, white)), shape=solid))),
        _document(
            "white above a banner",
            paragraph(f"<w:r><w:drawing>{anchored(banner)}</w:drawing></w:r>" + run(ONCE, white)),
        ),
        _document("one-point text", shown + ghost('<w:sz w:val="2"/>'), never=NEVER),
        _document("text of one and a half points", shown + ghost('<w:sz w:val="3"/>'), never=NEVER),
        _document("text of two points", paragraph(run(ONCE, '<w:sz w:val="4"/>'))),
        _document(
            "lines of one point",
            shown + paragraph(NEVER, '<w:spacing w:line="20" w:lineRule="exact"/>'),
            never=NEVER,
        ),
        _document(
            "box beside the page", shown + paragraph(text_box(paragraph(NEVER), left=-9_000_000)), never=NEVER
        ),
        _document(
            "box below the page", shown + paragraph(text_box(paragraph(NEVER), top=90_000_000)), never=NEVER
        ),
        _document(
            "hidden box", shown + paragraph(text_box(paragraph(NEVER), about='hidden="1"')), never=NEVER
        ),
        _document(
            "VML box beside the page",
            shown + paragraph(vml_box(paragraph(NEVER), "position:absolute;margin-left:-2000pt;width:100pt")),
            never=NEVER,
        ),
        _document(
            "hidden VML box", shown + paragraph(vml_box(paragraph(NEVER), "visibility:hidden")), never=NEVER
        ),
        _document(
            "frame beside the page",
            shown + paragraph(NEVER, '<w:framePr w:x="-20000" w:hAnchor="page"/>'),
            never=NEVER,
        ),
        _document("hidden row", shown + hidden_row, never=NEVER),
        _document("cell covered by a merge", shown + merged, never=NEVER),
    ]


def _packages() -> list[Construct]:
    return [
        _document("Strict namespaces", paragraph(ONCE), strict=True),
        _document("main part of another name", paragraph(ONCE), main="content/text.xml"),
        _document("main part at the root", paragraph(ONCE), main="document.xml"),
        _document("UTF-16", paragraph(ONCE), encoding="utf-16"),
    ]


def _inside(run_with_drawing: str) -> str:
    return run_with_drawing.removeprefix("<w:r>").removesuffix("</w:r>")
