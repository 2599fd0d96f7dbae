from functions.summarize.docx import read
from functions.summarize.docx.document import Block
from functions.summarize.docx.placement import Float, by_place
from tests.builders.package import package, paragraph, text_box

_TEXT = "".join(
    map(paragraph, ["Ann Example", "Experience", "Acme Hospital, Oslo", "Led a ward of thirty people"])
)


def texts(body: str) -> list[str]:
    return [block.text for block in read(package(body)).blocks]


def box(*lines: str, left: int = 0, top: int = 0) -> str:
    return paragraph(text_box("".join(map(paragraph, lines)), left=left, top=top))


def test_a_banner_above_the_text_is_read_first() -> None:
    assert texts(box("ANN EXAMPLE", "Nurse") + _TEXT)[:3] == ["ANN EXAMPLE", "Nurse", "Ann Example"]


def test_a_contact_box_above_the_text_is_read_first() -> None:
    contact = ("Contact", "ann@example.org", "Oslo", "Norway")

    assert texts(box(*contact) + _TEXT)[:5] == [*contact, "Ann Example"]


def test_a_side_column_is_read_after_the_text() -> None:
    skills = ("Skills", "Triage", "Rotas", "Beds")

    assert texts(box(*skills) + _TEXT)[-5:] == ["Led a ward of thirty people", *skills]


def test_a_side_column_in_the_middle_does_not_tear_a_section_apart() -> None:
    skills = ("Skills", "Triage", "Rotas")

    assert texts(_TEXT + box(*skills) + paragraph("Cut waits"))[-4:] == ["Cut waits", *skills]


def test_a_short_note_stays_where_it_is_anchored() -> None:
    assert texts(paragraph("Experience") + box("2019 – 2021") + paragraph("Acme Hospital")) == [
        "Experience",
        "2019 – 2021",
        "Acme Hospital",
    ]


def test_a_page_of_boxes_is_read_column_by_column() -> None:
    body = (
        "<w:p>"
        + text_box(paragraph("Skills"), left=0, top=2_000_000)
        + text_box(paragraph("Experience"), left=3_000_000, top=2_000_000)
        + text_box(paragraph("Triage"), left=0, top=3_000_000)
        + text_box(paragraph("Acme Hospital"), left=3_000_000, top=3_000_000)
        + "</w:p>"
    )

    assert texts(body) == ["Skills", "Triage", "Experience", "Acme Hospital"]


def test_a_banner_across_the_page_comes_before_its_columns() -> None:
    banner = _float("banner", left=0, top=0, width=100)
    left, right = _float("left", left=0, top=20, width=40), _float("right", left=50, top=20, width=50)

    assert by_place([right, left, banner]) == [banner, left, right]


def test_boxes_without_a_place_keep_the_order_of_the_file() -> None:
    floats = [_float("second", left=50), Float(0, (), None, None), _float("first", left=0)]

    assert by_place(floats) == floats


def _float(text: str, left: int, top: int = 0, width: int = 10) -> Float:
    return Float(0, (Block(0, 0, text),), left, top, width, 10)
