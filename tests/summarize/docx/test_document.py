import gc

from functions.summarize.docx import read
from functions.summarize.docx.document import Block, Document, Line, document_of
from functions.summarize.docx.styles import Styles
from tests.builders.package import package, paragraph, styles


def test_lines_are_the_pieces_between_soft_line_breaks_without_outer_spaces() -> None:
    block = Block(0, 0, "Nurse \n\n\tOslo")
    document = Document((block, Block(1, 14, "End")))

    assert document.lines == (
        Line(block, 0, "Nurse"),
        Line(block, 9, "Oslo"),
        Line(document.blocks[1], 14, "End"),
    )
    assert [document.text[line.start : line.end] for line in document.lines] == ["Nurse", "Oslo", "End"]


def test_a_plain_document_has_one_block_per_text() -> None:
    assert document_of("Ann", "Nurse") == Document((Block(0, 0, "Ann"), Block(1, 4, "Nurse")))


def test_nothing_of_a_document_is_kept_when_it_has_been_read() -> None:
    read(package(paragraph("Ann Example"), styles('<w:style w:styleId="S"><w:name w:val="Ann"/></w:style>')))
    gc.collect()

    assert not [kept for kept in gc.get_objects() if isinstance(kept, Styles)]
