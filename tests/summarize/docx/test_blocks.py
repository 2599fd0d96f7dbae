from dataclasses import replace

import pytest

from functions.summarize.docx import read
from functions.summarize.docx.document import Block, Cell, Link
from tests.builders.package import (
    Related,
    complex_field,
    control,
    header,
    package,
    paragraph,
    run,
    styles,
    table,
    text_box,
    vml_box,
)

_BREAK = "<w:r><w:br/></w:r>"
_STYLES = styles(
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Loud"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:basedOn w:val="a"/>'
    '<w:rPr><w:b/><w:caps/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Section"><w:name w:val="Section"/>'
    '<w:basedOn w:val="berschrift2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quiet"><w:name w:val="Quiet"/><w:basedOn w:val="berschrift2"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Points"><w:name w:val="List Bullet"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Pool"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Pool"><w:name w:val="Pool"/><w:basedOn w:val="Loop"/></w:style>'
)


def blocks(body: str, *related: Related) -> list[Block]:
    return list(read(package(body, *related)).blocks)


def only(body: str, *related: Related) -> Block:
    (block,) = blocks(body, *related)
    return block


def styled(style: str, text: str = "Ann", properties: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>{properties}')


def test_every_block_says_where_it_stands_in_the_text() -> None:
    document = read(
        package(paragraph("Ann Example") + paragraph() + table(("Nurse", "2019")) + paragraph("End"))
    )

    assert document.text == "Ann Example\nNurse\n2019\nEnd"
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        block.text for block in document.blocks
    ]
    assert [block.index for block in document.blocks] == [0, 1, 2, 3]


def test_a_heading_is_known_by_the_outline_level_of_its_style_whatever_its_language() -> None:
    assert only(styled("berschrift2"), _STYLES) == Block(
        0, 0, "Ann", style="heading 2", heading_level=2, bold=True, caps=True, size=14.0
    )


@pytest.mark.parametrize(
    ("body", "level"),
    [
        (styled("Section"), 2),
        (styled("Quiet"), None),
        (styled("Titel"), 0),
        (styled("Section", properties='<w:outlineLvl w:val="9"/>'), None),
        (styled("Loud", properties='<w:outlineLvl w:val="0"/>'), 1),
        (styled("Loop"), None),
        (paragraph("Ann"), None),
    ],
    ids=[
        "inherited",
        "switched off by style",
        "title",
        "switched off",
        "direct",
        "styles based on each other",
        "plain",
    ],
)
def test_heading_level(body: str, level: int | None) -> None:
    assert only(body, _STYLES).heading_level == level


def test_a_heading_style_is_known_by_its_name_when_the_document_has_no_styles() -> None:
    assert [block.heading_level for block in blocks(styled("Heading3") + styled("Title"))] == [3, 0]


@pytest.mark.parametrize(
    ("body", "level"),
    [
        (styled("Points"), 0),
        (styled("Points", properties='<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'), 2),
        (styled("Points", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'), None),
        (paragraph("Ann", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>'), 1),
        (styled("berschrift2", properties='<w:numPr><w:numId w:val="4"/></w:numPr>'), None),
    ],
    ids=["by style", "by style, deeper", "taken out of the list", "direct", "a numbered heading is no item"],
)
def test_list_level(body: str, level: int | None) -> None:
    assert only(body, _STYLES).list_level == level


@pytest.mark.parametrize(
    "bullet", ["• ", "•", "- ", "– ", "*\t", "▪ ", "· ", "o\t", "➢", "⮚ ", "★ ", "\uf0b7\t", "  • "]
)
def test_a_typed_bullet_is_stripped_and_makes_a_list_item(bullet: str) -> None:
    block = only(paragraph(bullet + "Cut costs by 20%"))

    assert (block.text, block.list_level) == ("Cut costs by 20%", 0)


@pytest.mark.parametrize(
    "text", ["-5% attrition", "o brother", "*starred", "on-call", "+44 20 7946 0000", "2019 – 2021"]
)
def test_what_only_looks_like_a_bullet_stays(text: str) -> None:
    block = only(paragraph(text))

    assert (block.text, block.list_level) == (text, None)


def test_a_bullet_in_a_symbol_font_is_stripped_however_it_is_written() -> None:
    typed = run("§", '<w:rFonts w:ascii="Wingdings"/>') + "<w:r><w:tab/></w:r>" + run("Led a ward")
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + run(" Led a ward")

    assert [(block.text, block.list_level) for block in blocks(paragraph(typed) + paragraph(sign))] == [
        ("Led a ward", 0),
        ("Led a ward", 0),
    ]


def test_a_sign_of_an_ordinary_font_is_the_character_it_names() -> None:
    signs = "".join(
        f'<w:r><w:sym w:font="Arial" w:char="{code}"/></w:r>' for code in ("00E9", "2013", "nonsense")
    )

    assert only(paragraph(run("Caf") + signs + run("Oslo"))).text == "Café– Oslo"


def test_text_typed_in_the_symbol_font_keeps_its_digits() -> None:
    assert only(paragraph(run("2019-2021", '<w:rFonts w:ascii="Symbol"/>'))).text == "2019-2021"


def test_an_icon_is_dropped_without_gluing_its_neighbours() -> None:
    icon = '<w:r><w:sym w:font="Wingdings" w:char="F02A"/></w:r>'

    assert only(paragraph(run("Ann") + icon + run("Oslo"))).text == "Ann Oslo"


def test_lines_with_typed_bullets_become_blocks_of_their_own() -> None:
    body = paragraph(
        _BREAK.join(
            [
                run("Nurse", "<w:b/>"),
                run("Ward 4"),
                run("• Led a team"),
                run("• Cut waits"),
                run("Driver", "<w:b/>"),
            ]
        )
    )

    assert [(block.text, block.list_level, block.bold) for block in blocks(body)] == [
        ("Nurse\nWard 4", None, False),
        ("Led a team", 0, False),
        ("Cut waits", 0, False),
        ("Driver", None, True),
    ]


def test_a_soft_line_break_is_a_line_and_a_tab_is_a_tab() -> None:
    tabbed = run("Jan 2020") + "<w:r><w:tab/></w:r>" + run("Mar 2021") + _BREAK + run("Oslo")

    assert only(paragraph(tabbed)).text == "Jan 2020\tMar 2021\nOslo"


def test_a_non_breaking_hyphen_never_glues_dates() -> None:
    element = run("Jan 2020") + "<w:r><w:noBreakHyphen/></w:r>" + run("Mar 2021")

    assert [block.text for block in blocks(paragraph(element) + paragraph("Jan 2020\u2011Mar 2021"))] == [
        "Jan 2020-Mar 2021"
    ] * 2


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ann\u00a0Example", "Ann Example"),
        ("Ann\u200b Exam\u00adple\ufeff", "Ann Example"),
        ("\u202eAnn\u202c", "Ann"),
        ("ef\ufb01cient o\ufb03ce", "efficient office"),
        ("Jose\u0301", "José"),
        ("\n    Ann\n    Example\n", "Ann Example"),
        ("Łukasz 王芳 محمد", "Łukasz 王芳 محمد"),
        ("C++ &amp; C#  R&amp;D", "C++ & C#  R&D"),
        ("Ann \ue8a1 Example", "Ann   Example"),
    ],
)
def test_characters_are_read_as_they_are_seen(written: str, shown: str) -> None:
    assert only(paragraph(run(written))).text == shown


def test_composing_accents_takes_linear_time() -> None:
    # In one go, the standard library needs minutes for this.
    marks = "\u0315\u0300" * 100_000

    assert len(only(paragraph(run("a" + marks))).text) == 200_000


def test_bold_and_capitals_hold_only_for_the_whole_text() -> None:
    body = (
        paragraph(run("Ann", "<w:b/>") + run(" ") + run("Example", "<w:b/>"))
        + paragraph(run("Ann", "<w:b/>") + run(" Example"))
        + paragraph(run("Skills", "<w:smallCaps/>") + run(" 2019"))
        + paragraph(run("SKILLS"))
        + paragraph(run("2019"))
    )

    assert [(block.bold, block.caps) for block in blocks(body)] == [
        (True, False),
        (False, False),
        (False, True),
        (False, True),
        (False, False),
    ]


def test_bold_set_by_two_styles_cancels_itself_out() -> None:
    strong = '<w:rStyle w:val="Strong"/>'
    body = paragraph(run("Ann", strong)) + paragraph(run("Ann", strong), '<w:pStyle w:val="Loud"/>')

    assert [block.bold for block in blocks(body, _STYLES)] == [True, False]


def test_the_size_is_that_of_the_first_visible_run_in_points() -> None:
    body = paragraph(run(" ", '<w:sz w:val="8"/>') + run("Ann", '<w:sz w:val="31"/>') + run("Example"))

    assert (only(body).size, only(paragraph("Ann"), _STYLES).size, only(paragraph("Ann")).size) == (
        15.5,
        11.0,
        None,
    )


def test_a_link_keeps_its_text_and_its_address() -> None:
    link = Related("l", "hyperlink", "https://www.linkedin.com/in/ann")
    body = paragraph(
        run("See ") + f'<w:hyperlink r:id="l">{run("my ")}{run("profile")}</w:hyperlink>' + run(" page")
    )

    assert only(body, link) == Block(
        0, 0, "See my profile page", links=(Link(4, 14, "https://www.linkedin.com/in/ann"),)
    )


def test_a_link_made_by_a_field_keeps_its_address() -> None:
    complex_one = complex_field(' HYPERLINK "mailto:ann@example.org" ', "write")
    simple = f'<w:fldSimple w:instr="HYPERLINK https://example.org">{run("site")}</w:fldSimple>'

    assert [block.links for block in blocks(paragraph(complex_one) + paragraph(simple))] == [
        (Link(0, 5, "mailto:ann@example.org"),),
        (Link(0, 4, "https://example.org"),),
    ]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "https://a b"]
)
def test_other_addresses_are_dropped_and_their_text_is_kept(target: str) -> None:
    body = paragraph(f'<w:hyperlink r:id="l">{run("Ann")}</w:hyperlink>')

    assert only(body, Related("l", "hyperlink", target)) == Block(0, 0, "Ann")


def test_a_link_is_counted_from_where_its_block_begins() -> None:
    link = Related("l", "hyperlink", "https://example.org")
    body = paragraph(run("Jobs") + _BREAK + run("• ") + f'<w:hyperlink r:id="l">{run("Shop")}</w:hyperlink>')

    assert blocks(body, link)[1] == Block(
        1, 5, "Shop", list_level=0, links=(Link(0, 4, "https://example.org"),)
    )


def test_a_cell_has_an_address_and_spans_are_counted() -> None:
    nested = table(("inner",)) + paragraph()
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("wide") + "</w:tc>"
    body = f"<w:tbl><w:tr>{wide}<w:tc>{paragraph('third')}</w:tc></w:tr></w:tbl>" + table((nested,))

    assert [(block.text, block.cell) for block in blocks(body)] == [
        ("wide", Cell(0, 0, 0)),
        ("third", Cell(0, 0, 2)),
        ("inner", Cell(2, 0, 0)),
    ]


def test_every_block_is_tagged_with_the_part_it_comes_from() -> None:
    body = paragraph(run("Body") + text_box(paragraph("Box")))
    related = (header(paragraph("Head")), header(paragraph("Foot"), kind="footer"))

    assert [(block.text, block.part) for block in blocks(body, *related)] == [
        ("Head", "header"),
        ("Box", "textbox"),
        ("Body", "body"),
        ("Foot", "footer"),
    ]


def test_what_a_text_box_says_may_repeat_what_the_body_says() -> None:
    body = paragraph("Ann") + paragraph(text_box(paragraph("Ann")))

    assert [block.part for block in blocks(body)] == ["body", "textbox"]


def test_reading_twice_gives_the_same_document() -> None:
    data = package(styled("Loud") + table(("a", "b")), _STYLES)

    assert read(data) == read(data)


def test_strict_and_transitional_files_read_alike() -> None:
    body = styled("Heading1") + paragraph(control(run("Nurse", "<w:b/>"))) + table(("a", "b"))

    assert read(package(body, strict=True)) == read(package(body))


def test_the_style_of_a_plain_paragraph_has_no_name() -> None:
    assert only(paragraph("Ann"), _STYLES) == replace(Block(0, 0, "Ann"), size=11.0)


def test_styles_of_any_size_are_read() -> None:
    spare = "".join(f'<w:style w:type="table" w:styleId="T{number}"/>' for number in range(12_000))
    big = styles(f'{spare}<w:style w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>')

    assert only(styled("Loud"), big) == Block(0, 0, "Ann", style="Loud", bold=True)


def test_documents_with_the_same_styles_do_not_learn_from_each_other() -> None:
    assert only(styled("Loud"), _STYLES) == only(styled("Loud"), _STYLES)
    assert only(styled("Loud")) == Block(0, 0, "Ann", style="Loud")


@pytest.mark.parametrize("number", ["9" * 4000, "1e999", "nan", "", "-", "١٢", "0x10"])
def test_measures_that_are_no_measures_are_ignored(number: str) -> None:
    sized = paragraph(run("Ann", f'<w:sz w:val="{number}"/>'), f'<w:outlineLvl w:val="{number}"/>')
    placed = paragraph(vml_box(paragraph("Box"), f"position:absolute;left:{number}pt;width:{number}"))
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="{number}"/></w:tcPr>{paragraph("Cell")}</w:tc>'
    spanning = f"<w:tbl><w:tr>{wide}</w:tr></w:tbl>"

    assert [(block.text, block.size) for block in blocks(sized + placed + spanning)] == [
        ("Ann", None),
        ("Box", None),
        ("Cell", None),
    ]
