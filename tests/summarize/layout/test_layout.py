import pytest

from functions.summarize.docx import read
from functions.summarize.docx.document import Document, Notice, document_of
from functions.summarize.layout import arrange
from tests.builders.package import (
    cell,
    control,
    package,
    paragraph,
    row,
    rows_of,
    run,
    text_box,
)
from tests.builders.pages import page
from tests.builders.work import steps

BOLD = "<w:b/>"
BREAK = '<w:r><w:br w:type="column"/></w:r>'
TWO_COLUMNS = '<w:cols w:num="2"/>'
NEW_SECTION = "<w:sectPr/>"


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def arranged(body: str, section: str = "") -> list[str]:
    document = arrange(read(package(body, section=section)))
    assert all(document.text[block.start : block.end] == block.text for block in document.blocks)
    return texts(document)


def bold(text: str) -> str:
    return paragraph(run(text, BOLD))


EMPTY = paragraph()


def test_headings_in_a_narrow_first_column_head_the_groups_of_the_second() -> None:
    body = (
        bold("Ann Example")
        + paragraph("", NEW_SECTION)
        + bold("Work") + EMPTY + bold("Studies") + EMPTY + paragraph(run("Languages", BOLD) + BREAK)
        + paragraph("Welder, Tidewater") + paragraph("2018 – 2021") + EMPTY
        + paragraph("BA, Hull") + EMPTY + paragraph("French")
    )  # fmt: skip
    assert arranged(body, TWO_COLUMNS) == [
        "Ann Example", "Work", "Welder, Tidewater", "2018 – 2021", "Studies", "BA, Hull", "Languages", "French",
    ]  # fmt: skip


def test_two_columns_of_text_stay_one_after_the_other() -> None:
    body = (
        bold("Skills") + paragraph("Welding, 3 processes") + paragraph(run("Rigging") + BREAK)
        + bold("Work") + paragraph("Welder, Tidewater")
    )  # fmt: skip
    assert arranged(body, TWO_COLUMNS) == [
        "Skills",
        "Welding, 3 processes",
        "Rigging",
        "Work",
        "Welder, Tidewater",
    ]


def test_headings_that_are_not_as_many_as_the_groups_stay_where_they_are() -> None:
    body = (
        bold("Work") + paragraph(run("Studies", BOLD) + BREAK) + paragraph("Welder") + paragraph("BA, Hull")
    )
    assert arranged(body, TWO_COLUMNS) == ["Work", "Studies", "Welder", "BA, Hull"]


def test_dates_of_one_cell_stand_beside_what_their_empty_lines_say() -> None:
    dates = paragraph("2018 – 2021") + EMPTY + paragraph("Jan 2015 – Mar 2018")
    jobs = paragraph("Welder") + paragraph("Tidewater") + paragraph("Rigger") + paragraph("Docks Ltd")
    document = arrange(read(package(rows_of(row(cell(dates), cell(jobs))))))
    assert [(block.cell and (block.cell.row, block.cell.column), block.text) for block in document.blocks] == [
        ((0, 0), "2018 – 2021"), ((0, 1), "Welder"), ((0, 1), "Tidewater"),
        ((1, 0), "Jan 2015 – Mar 2018"), ((1, 1), "Rigger"), ((1, 1), "Docks Ltd"),
    ]  # fmt: skip


def test_a_cell_that_holds_more_than_dates_is_no_column_of_dates() -> None:
    body = rows_of(row(cell(paragraph("2018 – 2021") + paragraph("Leeds")), cell(paragraph("Welder") * 3)))
    assert arranged(body) == ["2018 – 2021", "Leeds", "Welder", "Welder", "Welder"]


def test_dates_in_the_last_cell_come_before_the_entry_they_date() -> None:
    body = rows_of(row(cell(paragraph("Rigger") + paragraph("Docks Ltd")), cell("May 2015 – June 2018")))
    assert arranged(body) == ["May 2015 – June 2018", "Rigger", "Docks Ltd"]


@pytest.mark.parametrize("last", ["Leeds", "2019", "3"])
def test_a_row_stays_as_it_is_where_its_dates_stand_elsewhere(last: str) -> None:
    body = rows_of(row(cell(paragraph("Rigger, 2015 – 2018") + paragraph("Docks Ltd")), cell(last)))
    assert arranged(body) == ["Rigger, 2015 – 2018", "Docks Ltd", last]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Feb 2018 –\tWelder", "Present\tWelds hulls"], ["Feb 2018 – Present\tWelder", "Welds hulls"]),
        (["2014 -\t\tRigger", "2018\t\tDocks Ltd"], ["2014 – 2018\tRigger", "Docks Ltd"]),
        (["Mai 2014 –\tSchweißer", "heute\tWerft"], ["Mai 2014 – heute\tSchweißer", "Werft"]),
        (["Welder –\tTidewater", "Present\tWelds hulls"], ["Welder –\tTidewater", "Present\tWelds hulls"]),
        (["Feb 2018 –\tWelder", "Tidewater\tLeeds"], ["Feb 2018 –\tWelder", "Tidewater\tLeeds"]),
    ],
)
def test_a_range_that_is_broken_over_two_lines_is_whole(lines: list[str], told: list[str]) -> None:
    assert texts(arrange(document_of(*lines))) == told


def test_a_heading_that_still_shows_its_prompt_is_a_heading_and_other_prompts_are_none() -> None:
    placeholder = "<w:showingPlcHdr/>"
    heading = '<w:pStyle w:val="Heading1"/>'
    body = (
        paragraph("Ann Example, ann@mail.example, Leeds")
        + control(paragraph("Education", heading), placeholder)
        + paragraph("BA, Hull")
        + control(paragraph("[Job Title]", heading), placeholder)
        + control(paragraph("Education"), placeholder)
    )
    assert arranged(body) == ["Ann Example, ann@mail.example, Leeds", "Education", "BA, Hull"]


def grouped(*boxes: tuple[str, int, int]) -> str:
    shapes = "".join(
        f'<wps:wsp><wps:spPr><a:xfrm><a:off x="{left}" y="{top}"/></a:xfrm></wps:spPr><wps:txbx><w:txbxContent>'
        f"{paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp>"
        for text, left, top in boxes
    )
    single = text_box(paragraph("x"))
    start, end = single.index("<wps:wsp>"), single.index("</wps:wsp>") + len("</wps:wsp>")
    return paragraph(f"{single[:start]}<wpg:wgp>{shapes}</wpg:wgp>{single[end:]}")


def test_the_boxes_of_a_group_are_read_from_the_top_column_by_column() -> None:
    body = grouped(
        ("Welding", 0, 400_000), ("Ann", 3_000_000, 500_000), ("SKILLS", 10, 0), ("CONTACT", 3_000_000, 90)
    )
    assert arranged(body) == ["SKILLS", "Welding", "CONTACT", "Ann"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("☐ Oracle", []),
        ("☒ Payroll", ["Payroll"]),
        ("Languages: ☐ German ☒ French", ["Languages: French"]),
        ("Languages: ☐ German", []),
        ("[x] Forklift [ ] Crane [x] First aid", ["Forklift, First aid"]),
        ("Forklift ☒ Crane ☐", ["Forklift"]),
        ("Welding (arc) and rigging", ["Welding (arc) and rigging"]),
    ],
)
def test_only_what_is_ticked_is_told(text: str, told: list[str]) -> None:
    document = arrange(document_of(text))
    assert texts(document) == told
    assert bool(document.notices) is ("☐" in text or "[ ]" in text)


def test_rows_that_answer_no_are_left_out_with_a_notice() -> None:
    form = page(
        "#1 Licences\n[0,0,0]Forklift\n[0,0,1]Yes\n[0,1,0]HGV\n[0,1,1]No\n[0,2,0]First aid\n[0,2,1]Ja"
    )
    document = arrange(form)
    assert texts(document) == ["Licences", "Forklift", "First aid"]
    assert [notice.code for notice in document.notices] == ["unticked-options"]


def test_one_answer_makes_no_form() -> None:
    assert texts(arrange(page("[0,0,0]Relocate\n[0,0,1]No"))) == ["Relocate", "No"]


def test_notices_move_with_their_text() -> None:
    document = document_of("☐ Oracle", "Tracked here")
    moved = arrange(Document(document.blocks, (), (Notice("tracked-changes", "m", 9, 21),)))
    assert moved.text[moved.notices[0].start : moved.notices[0].end] == "Tracked here"


def test_a_document_that_needs_nothing_is_the_same_document() -> None:
    document = document_of("Ann Example", "Welder, Tidewater", "2018 – 2021")
    assert arrange(document) is document


def test_twice_as_many_blocks_take_about_twice_the_work() -> None:
    def work(count: int) -> int:
        document = page("\n".join(f"[{at // 20},{at // 2 % 10},{at % 2}]line {at}" for at in range(count)))
        return steps(lambda: arrange(document))

    work(200)
    assert work(2_000) <= 2.2 * work(1_000)
