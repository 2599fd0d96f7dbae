"""What nobody sees is never read as visible, and is reported; what only looks alike is read."""

import pytest

from functions.summarize.docx import read
from tests.builders.package import (
    Related,
    anchored,
    cell,
    field_mark,
    header,
    package,
    paragraph,
    part,
    row,
    rows_of,
    run,
    styles,
    text_box,
    vml_box,
)

SHOWN = paragraph("Ann Example, software engineer")
SECRET = "Sentinel"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
WHITE = '<w:color w:val="FFFFFF"/>'
PICTURE = '<pic:pic><pic:blipFill><a:blip r:embed="x"/></pic:blipFill></pic:pic>'


def looking(properties: str) -> str:
    return paragraph(run(SECRET, properties))


def placed(properties: str) -> str:
    return paragraph(SECRET, properties)


def in_table(about: str = "", of_row: str = "", of_cell: str = "", text: str = SECRET) -> str:
    inner = row(cell(text, of_cell), properties=of_row)
    return f"<w:tbl><w:tblPr>{about}</w:tblPr>{inner}</w:tbl>"


def styled(properties: str) -> tuple[str, Related]:
    style = f'<w:style w:type="paragraph" w:styleId="X"><w:name w:val="X"/>{properties}</w:style>'
    return paragraph(SECRET, '<w:pStyle w:val="X"/>'), styles(style)


def table_styled(properties: str, look: str = "", text: str = SECRET) -> tuple[str, Related]:
    style = f'<w:style w:type="table" w:styleId="T"><w:name w:val="T"/>{properties}</w:style>'
    return in_table(f'<w:tblStyle w:val="T"/>{look}', text=text), styles(style)


def boxed(width: int, height: int, attributes: str = "") -> str:
    return text_box(paragraph(SECRET)).replace(
        'cx="1828800" cy="914400"', f'cx="{width}" cy="{height}" {attributes}'
    )


def drawn(graphic: str, *, behind: bool = False) -> str:
    return paragraph(f"<w:r><w:drawing>{anchored(graphic, behind=behind)}</w:drawing></w:r>")


def choice(requires: str, declared: str = "") -> str:
    return (
        f'<mc:AlternateContent {declared}><mc:Choice Requires="{requires}">{paragraph(SECRET)}</mc:Choice>'
        f"<mc:Fallback>{paragraph('ok')}</mc:Fallback></mc:AlternateContent>"
    )


def math(properties: str) -> str:
    return paragraph(f"<m:oMath><m:r><w:rPr>{properties}</w:rPr><m:t>{SECRET}</m:t></m:r></m:oMath>")


def diagram(properties: str) -> tuple[str, Related]:
    body = paragraph(
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="d1"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    data = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r>'
        f"<a:rPr{properties}</a:rPr><a:t>{SECRET}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    )
    return body, Related("d1", "diagramData", "d.xml", data)


def textpath(shape: str, path: str = "") -> str:
    return paragraph(
        f'<w:r><w:pict><v:shape style="width:100pt;height:100pt" {shape}><v:textpath {path} string="{SECRET}"/>'
        "</v:shape></w:pict></w:r>"
    )


def note(properties: str) -> tuple[str, Related]:
    mark = f'<w:r><w:rPr>{properties}</w:rPr><w:footnoteReference w:id="5"/></w:r>'
    notes = part("footnotes", f'<w:footnote w:id="5">{paragraph(SECRET)}</w:footnote>')
    return paragraph(run("Text") + mark), Related("fn", "footnotes", "footnotes.xml", notes)


def off_header(kind: str, of: str = "header") -> tuple[str, Related, str]:
    reference = f'<w:{of}Reference w:type="{kind}" r:id="{of}1"/>'
    return "", header(paragraph(SECRET), 1, of), reference


Parts = str | tuple[str, Related] | tuple[str, Related, str]

UNSEEN: dict[str, Parts] = {
    "near-white": looking('<w:color w:val="EEEEEE"/>'),
    "white beside a small picture": drawn(PICTURE) + looking(WHITE),
    "white under a large picture that is in front": drawn(PICTURE) + looking(WHITE),
    "the page's theme colour under another value": looking('<w:color w:val="000000" w:themeColor="background1"/>'),
    "black tinted to white": looking('<w:color w:val="000000" w:themeColor="text1" w:themeTint="00"/>'),
    "white shaded to near-white": looking('<w:color w:val="F2F2F2" w:themeColor="background1" w:themeShade="F2"/>'),
    "letters of one percent": looking('<w:w w:val="1"/>'),
    "letters of eight percent": looking('<w:w w:val="8%"/>'),
    "letters upon each other": looking('<w:spacing w:val="-2000"/>'),
    "raised off the page": looking('<w:position w:val="2000"/>'),
    "lowered off the page": looking('<w:position w:val="-400"/>'),
    "fitted into nothing": looking('<w:fitText w:val="1"/>'),
    "no fill": looking(f"<w14:textFill {W14}><w14:noFill/></w14:textFill>"),
    "white fill": looking(
        f'<w14:textFill {W14}><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>'
    ),
    "theme white fill": looking(
        f'<w14:textFill {W14}><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>'
    ),
    "transparent fill": looking(
        f'<w14:textFill {W14}><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="99000"/></w14:srgbClr>'
        "</w14:solidFill></w14:textFill>"
    ),
    "hidden for the web": looking("<w:webHidden/>"),
    "hidden mark": looking("<w:specVanish/>"),
    "deleted": looking("<w:del/>"),
    "indented off the page": placed('<w:ind w:left="31000"/>'),
    "indented off its left side": placed('<w:ind w:start="-31000"/>'),
    "a frame without height": placed('<w:framePr w:w="1" w:h="1" w:hRule="exact"/>'),
    "lines of two points": placed('<w:spacing w:line="40" w:lineRule="exact"/>'),
    "a style with lines of no height": styled('<w:pPr><w:spacing w:line="1" w:lineRule="exact"/></w:pPr>'),
    "a style off the page": styled(
        '<w:pPr><w:framePr w:x="30000" w:y="30000" w:hAnchor="page" w:vAnchor="page"/></w:pPr>'
    ),
    "a style that is indented off the page": styled('<w:pPr><w:ind w:left="31000"/></w:pPr>'),
    "a style without fill": styled(f"<w:rPr><w14:textFill {W14}><w14:noFill/></w14:textFill></w:rPr>"),
    "header of a first page that has none": off_header("first"),
    "footer of a first page that has none": off_header("first", "footer"),
    "header of even pages that have none": off_header("even"),
    "a choice that nobody understands": choice("zzz"),
    "a choice of an unknown namespace": choice("zzz", 'xmlns:zzz="urn:nobody"'),
    "a note referred to by hidden text": note("<w:vanish/>"),
    "a box in hidden text": paragraph(
        text_box(paragraph(SECRET)).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    ),
    "a box of no size": paragraph(boxed(1, 1)),
    "a box of no height": paragraph(boxed(3_657_600, 12_700)),
    "a box behind a picture": paragraph(
        text_box(paragraph(SECRET)).replace('behindDoc="0"', 'behindDoc="1"')
    ) + drawn(PICTURE),
    "hidden mathematics": math("<w:vanish/>"),
    "white mathematics": math(WHITE),
    "a table style that hides": table_styled("<w:rPr><w:vanish/></w:rPr>"),
    "a table style in white": table_styled(f"<w:rPr>{WHITE}</w:rPr>"),
    "white under a format that the table does not show": table_styled(
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr></w:tblStylePr>',
        text=looking(WHITE),
    ),
    "white in a cell that paints nothing": in_table(
        '<w:shd w:val="clear" w:fill="000000"/>', of_cell='<w:shd w:val="clear" w:fill="auto"/>', text=looking(WHITE)
    ),
    "a row of no height": in_table(of_row='<w:trHeight w:val="1" w:hRule="exact"/>'),
    "a hidden row": in_table(of_row="<w:hidden/>"),
    "a table indented off the page": in_table('<w:tblInd w:w="30000" w:type="dxa"/>'),
    "a table placed off the page": in_table(
        '<w:tblpPr w:horzAnchor="page" w:vertAnchor="page" w:tblpX="30000" w:tblpY="30000"/>'
    ),
    "white on the page's theme colour": looking(
        f'{WHITE}<w:shd w:val="clear" w:fill="auto" w:themeFill="background1"/>'
    ),
    "an instruction beside a stray mark": paragraph(
        field_mark("begin") + run(SECRET) + field_mark("separate") + run("ok") + field_mark("end")
    ) + paragraph(field_mark("begin")),
    "VML that is not displayed": paragraph(vml_box(paragraph(SECRET), "position:absolute;display:none")),
    "white words along a path": textpath('fillcolor="white" stroked="f"'),
    "words along a path that is off": textpath("", 'on="f"'),
    "a diagram without fill": diagram("><a:noFill/>"),
    "a diagram of one point": diagram(' sz="100">'),
}  # fmt: skip

SEEN: dict[str, Parts] = {
    "pale grey": looking('<w:color w:val="D0D0D0"/>'),
    "a theme colour that is dark": looking('<w:color w:val="1F3864" w:themeColor="accent1"/>'),
    "grey of the theme": looking('<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="7F"/>'),
    "black tinted to grey": looking('<w:color w:val="595959" w:themeColor="text1" w:themeTint="A6"/>'),
    "narrow letters": looking('<w:w w:val="80"/>'),
    "tight letters": looking('<w:spacing w:val="-20"/>'),
    "raised a little": looking('<w:position w:val="6"/>'),
    "a dark fill": looking(
        f'<w14:textFill {W14}><w14:solidFill><w14:srgbClr w14:val="203040"/></w14:solidFill></w14:textFill>'
    ),
    "an indented paragraph": placed('<w:ind w:left="1440" w:hanging="360"/>'),
    "a frame that grows": placed('<w:framePr w:w="1" w:h="1" w:hRule="atLeast"/>'),
    "lines of ten points": placed('<w:spacing w:line="200" w:lineRule="exact"/>'),
    "a choice that word processors understand": choice("wps"),
    "a note": note(""),
    "a box in front of a picture": paragraph(text_box(paragraph(SECRET))) + drawn(PICTURE),
    "mathematics": math(""),
    "white on a large picture behind the text": drawn(PICTURE, behind=True) + looking(WHITE),
    "white under a format that the table shows": table_styled(
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr></w:tblStylePr>',
        '<w:tblLook w:val="0020"/>',
        looking(WHITE),
    ),
    "white in a dark cell": in_table(of_cell='<w:shd w:val="clear" w:fill="000000"/>', text=looking(WHITE)),
    "a row of exact height": in_table(of_row='<w:trHeight w:val="400" w:hRule="exact"/>'),
    "a table indented a little": in_table('<w:tblInd w:w="-108" w:type="dxa"/>'),
    "text after a stray mark": paragraph(field_mark("begin") + run("x")) + paragraph(SECRET),
    "words along a path": textpath('fillcolor="#203040"'),
    "a diagram": diagram(' sz="1400">'),
    "an insertion": paragraph(f"<w:ins>{run(SECRET)}</w:ins>"),
}  # fmt: skip


def document(parts: Parts) -> bytes:
    if isinstance(parts, str):
        return package(SHOWN + parts)
    section = parts[2] if len(parts) == 3 else ""
    return package(SHOWN + parts[0], parts[1], section=section)


@pytest.mark.parametrize("parts", UNSEEN.values(), ids=UNSEEN)
def test_what_nobody_sees_is_not_read(parts: Parts) -> None:
    found = read(document(parts))
    assert SECRET not in found.text
    assert "Ann Example" in found.text


NEVER_SHOWN = ("header", "footer", "choice", "instruction", "deleted", "a note")
"""Text that is in no part of what word processors show: there is nothing to report."""


@pytest.mark.parametrize(
    "parts", [parts for name, parts in UNSEEN.items() if not any(one in name for one in NEVER_SHOWN)]
)
def test_what_somebody_hid_is_reported(parts: Parts) -> None:
    found = read(document(parts))
    assert [notice.code for notice in found.notices if notice.code == "hidden-text"]
    assert SECRET in "".join(found.hidden)


@pytest.mark.parametrize("parts", SEEN.values(), ids=SEEN)
def test_what_only_looks_alike_is_read(parts: Parts) -> None:
    assert SECRET in read(document(parts)).text


@pytest.mark.parametrize("mark", ["strike", "dstrike"])
def test_struck_through_text_is_left_out_with_a_notice(mark: str) -> None:
    found = read(package(SHOWN + paragraph(run("Saved £2m. ") + run(SECRET, f"<w:{mark}/>"))))
    assert found.text.endswith("Saved £2m.")
    assert [notice.code for notice in found.notices] == ["struck-through"]


def test_a_style_strikes_text_through_and_a_run_may_take_it_back() -> None:
    body, style = styled("<w:rPr><w:strike/></w:rPr>")
    assert SECRET not in read(package(SHOWN + body, style)).text
    back = paragraph(run(SECRET, '<w:strike w:val="0"/>'), '<w:pStyle w:val="X"/>')
    assert SECRET in read(package(SHOWN + back, style)).text


def test_rows_keep_their_cells_when_one_is_hidden() -> None:
    body = rows_of(row(cell("Forklift"), cell(looking("<w:vanish/>")), cell("Crane")))
    assert read(package(SHOWN + body)).text.splitlines()[1:] == ["Forklift", "Crane"]
