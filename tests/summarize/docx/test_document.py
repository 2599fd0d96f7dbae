from functions.summarize.docx.document import Block, Document, Line, document_of


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
