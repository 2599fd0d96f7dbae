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
    return [*_inline(), *_blocks(), *_drawings(), *_stories(), *_tracked(), *_hidden(), *_lit(), *_packages()]


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
    even = Related(
        "settings",
        "settings",
        "settings.xml",
        part("settings", "<w:evenAndOddHeaders/>"),
        f"{WORD}.settings+xml",
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
        _document("header of the first page", "", header(paragraph(ONCE), 2), section=both + "<w:titlePg/>"),
        _document("header of even pages", "", header(paragraph(ONCE), 3), even, section=both),
        _document("text box in a header", "", header(paragraph(text_box(paragraph(ONCE))))),
        _document("table in a header", "", header(table((ONCE,)))),
        _document("footnote", referred, footnotes, never=NEVER),
        _document("endnote", paragraph("<w:r><w:endnoteReference w:id='1'/></w:r>"), endnotes),
    ]


def _tracked() -> list[Construct]:
    deleted_row = row(cell(NEVER), properties="<w:del/>")
    alternate = f"<mc:AlternateContent><mc:Choice>{paragraph(ONCE)}</mc:Choice></mc:AlternateContent>"
    return [
        _document("insertion of paragraphs", f"<w:ins>{paragraph(ONCE)}</w:ins>"),
        _document(
            "deletion of paragraphs", paragraph(ONCE) + f"<w:del>{paragraph(NEVER)}</w:del>", never=NEVER
        ),
        _document("inserted row", rows_of(f"<w:ins>{row(cell(ONCE))}</w:ins>")),
        _document("alternatives around paragraphs", alternate),
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
    white = '<w:color w:val="FFFFFF"/>'
    hidden_row = rows_of(row(cell(NEVER), properties="<w:hidden/>"))
    merged = rows_of(row(cell(NEVER, "<w:vMerge/>")))

    painted = '<w:background w:color="203040"/>'
    small = f"<w:r><w:drawing>{anchored(_PICTURE, behind=True)}</w:drawing></w:r>".replace(
        'cy="1828800"', 'cy="90000"'
    )
    path = f'<v:textpath string="{NEVER}"/>'
    word_art = f'<w:r><w:pict><v:shape style="visibility:hidden">{path}</v:shape></w:pict></w:r>'

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
        _document("white on a dark cell", rows_of(row(cell(paragraph(run(ONCE, white)), _DARK)))),
        _document("white on a dark paragraph", paragraph(run(ONCE, white), _DARK)),
        _document("white on a highlight", paragraph(run(ONCE, white + '<w:highlight w:val="black"/>'))),
        _document("one-point text", shown + ghost('<w:sz w:val="2"/>'), never=NEVER),
        _document("text of one and a half points", shown + ghost('<w:sz w:val="3"/>'), never=NEVER),
        _document("text of three points", shown + ghost('<w:sz w:val="6"/>'), never=NEVER),
        _document("text of four points", paragraph(run(ONCE, '<w:sz w:val="8"/>'))),
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
        _document(
            "white on a page whose paint is not shown", shown + ghost(white), before_body=painted, never=NEVER
        ),
        _document(
            "white in a box without fill",
            shown + paragraph(vml_box(ghost(white), attributes='filled="f"')),
            never=NEVER,
        ),
        _document("white by theme", shown + ghost('<w:color w:themeColor="background1"/>'), never=NEVER),
        _document("white beside a small picture", shown + paragraph(small) + ghost(white), never=NEVER),
        _document("one-point text in a Strict measure", shown + ghost('<w:sz w:val="1pt"/>'), never=NEVER),
        _document("hidden WordArt", shown + paragraph(word_art), never=NEVER),
        _document("hidden row", shown + hidden_row, never=NEVER),
        _document("cell covered by a merge", shown + merged, never=NEVER),
    ]


def _lit() -> list[Construct]:
    """Text in white that can be seen, because something dark is or may be behind it."""
    white = paragraph(run(ONCE, '<w:color w:val="FFFFFF"/>'))
    themed = paragraph(
        run(ONCE, '<w:color w:themeColor="background1"/>'), '<w:shd w:fill="auto" w:themeFill="accent1"/>'
    )
    painted = '<w:background w:color="203040"/>'
    settings = Related(
        "settings",
        "settings",
        "settings.xml",
        part("settings", "<w:displayBackgroundShape/>"),
        f"{WORD}.settings+xml",
    )
    striped = '<w:style w:type="table" w:styleId="Dark"><w:tcPr><w:shd w:fill="203040"/></w:tcPr></w:style>'
    banded = '<w:style w:type="paragraph" w:styleId="Dark"><w:pPr><w:shd w:fill="203040"/></w:pPr></w:style>'
    table_style = '<w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr>'
    solid = '<a:solidFill><a:srgbClr val="203040"/></a:solidFill>'
    theme_fill = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
    group = (
        f"<wpg:wgp><wps:wsp><wps:spPr>{solid}</wps:spPr></wps:wsp>"
        f"<wps:wsp><wps:spPr><a:noFill/></wps:spPr>{boxed(white)}</wps:wsp></wpg:wgp>"
    )
    shape = f"<wps:wsp><wps:spPr>{solid}</wps:spPr></wps:wsp>"
    styled = f'<wps:wsp><wps:spPr/><wps:style><a:fillRef idx="1"/></wps:style>{boxed(white)}</wps:wsp>'
    behind = "position:absolute;z-index:-1;width:300pt;height:150pt"
    rectangle = f'<w:r><w:pict><v:rect style="{behind}" fillcolor="#203040"/></w:pict></w:r>'
    return [
        _document("white on a painted page", white, settings, before_body=painted),
        _document("white on a theme colour", themed),
        _document(
            "white on a solid pattern", _shaded('<w:shd w:val="solid" w:color="203040" w:fill="FFFFFF"/>')
        ),
        _document(
            "white on a dotted pattern", _shaded('<w:shd w:val="pct50" w:color="auto" w:fill="auto"/>')
        ),
        _document(
            "white in a table that is shaded", f"<w:tbl><w:tblPr>{_DARK}</w:tblPr>{row(cell(white))}</w:tbl>"
        ),
        _document(
            "white in a table with a dark style",
            f"<w:tbl>{table_style}{row(cell(white))}</w:tbl>",
            styles(striped),
        ),
        _document(
            "white in a paragraph with a dark style",
            paragraph(run(ONCE, '<w:color w:val="FFFFFF"/>'), '<w:pStyle w:val="Dark"/>'),
            styles(banded),
        ),
        _document("white in a dark text box", paragraph(text_box(white, shape=solid))),
        _document("white in a text box of a theme colour", paragraph(text_box(white, shape=theme_fill))),
        _document("white in a gradient", paragraph(text_box(white, shape="<a:gradFill/>"))),
        _document(
            "white in a text box with a style",
            paragraph(f"<w:r><w:drawing>{anchored(styled)}</w:drawing></w:r>"),
        ),
        _document(
            "white in a group with a dark shape",
            paragraph(f"<w:r><w:drawing>{anchored(group)}</w:drawing></w:r>"),
        ),
        _document("white in a dark VML box", paragraph(vml_box(white, attributes='fillcolor="#203040 [1]"'))),
        _document(
            "white in a VML box of a named colour", paragraph(vml_box(white, attributes='fillcolor="navy"'))
        ),
        _document(
            "white above a picture",
            paragraph(f"<w:r><w:drawing>{anchored(_PICTURE, behind=True)}</w:drawing></w:r>") + white,
        ),
        _document(
            "white above a shape",
            paragraph(f"<w:r><w:drawing>{anchored(shape, behind=True)}</w:drawing></w:r>") + white,
        ),
        _document("white above a VML rectangle", paragraph(rectangle) + white),
        _document("a colour that is no colour", paragraph(run(ONCE, '<w:color w:val="red"/>'))),
    ]


_DARK = '<w:shd w:val="clear" w:fill="1F3864"/>'
_PICTURE = '<pic:pic><pic:blipFill><a:blip r:embed="x"/></pic:blipFill></pic:pic>'


def _shaded(shade: str) -> str:
    return paragraph(run(ONCE, '<w:color w:val="FFFFFF"/>'), shade)


def _packages() -> list[Construct]:
    return [
        _document("Strict namespaces", paragraph(ONCE), strict=True),
        _document("main part of another name", paragraph(ONCE), main="content/text.xml"),
        _document("main part at the root", paragraph(ONCE), main="document.xml"),
        _document("UTF-16", paragraph(ONCE), encoding="utf-16"),
    ]


def _inside(run_with_drawing: str) -> str:
    return run_with_drawing.removeprefix("<w:r>").removesuffix("</w:r>")
