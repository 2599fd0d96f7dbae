from functions.summarize.docx import read
from functions.summarize.docx.document import Notice
from tests.builders.constructs import constructs
from tests.builders.package import Related, control, package, paragraph, run, text_box


def notices(body: str, *related: Related) -> list[Notice]:
    return list(read(package(paragraph("Ann Example") + body, *related)).notices)


def codes(name: str) -> list[str]:
    construct = next(construct for construct in constructs() if construct.name == name)
    return [notice.code for notice in read(construct.data).notices]


def test_an_ordinary_document_has_no_notices() -> None:
    assert notices(paragraph("Nurse")) == []


def test_every_hidden_passage_is_counted_and_none_is_quoted() -> None:
    hidden = paragraph(run("secret", "<w:vanish/>") + run("words", "<w:vanish/>"))
    beside = paragraph(text_box(paragraph("secret"), left=-9_000_000))

    assert notices(hidden + beside) == [
        Notice("hidden-text", "Hidden text was ignored (2 passages).", 0, len("Ann Example"))
    ]


def test_hidden_text_and_tracked_changes_point_at_the_visible_text_beside_them() -> None:
    hidden = paragraph(run("Nurse") + run("secret", "<w:vanish/>"))
    changed = paragraph(run("Cook") + f"<w:ins>{run(' and baker')}</w:ins>")
    document = read(package(paragraph("Ann Example") + hidden + changed + paragraph("Leeds")))

    assert [(each.code, document.text[each.start : each.end]) for each in document.notices] == [
        ("hidden-text", "Nurse"),
        ("tracked-changes", "Cook and baker"),
    ]


def test_a_change_far_from_visible_text_has_no_place() -> None:
    deleted = f"<w:del>{paragraph('gone')}</w:del>"

    assert [(each.code, each.start) for each in notices(deleted)] == [("tracked-changes", None)]


def test_what_was_left_out_is_told() -> None:
    assert {
        name: codes(name) for name in ("comment", "altChunk", "insertion", "deletion", "move", "SmartArt")
    } == {
        "comment": ["comments-ignored"],
        "altChunk": ["foreign-part"],
        "insertion": ["tracked-changes"],
        "deletion": ["tracked-changes"],
        "move": ["tracked-changes"],
        "SmartArt": ["diagram-text"],
    }


def test_the_text_of_a_diagram_is_pointed_at() -> None:
    construct = next(construct for construct in constructs() if construct.name == "SmartArt")
    document = read(construct.data)
    (notice,) = document.notices

    assert document.text[notice.start : notice.end] == "Sentinel"


def test_template_prompts_are_told_and_not_read() -> None:
    prompt = control(paragraph("[Job]"), "<w:showingPlcHdr/>")

    assert notices(prompt) == [
        Notice("placeholder-text", "Template prompts that nobody filled in were ignored.")
    ]


def test_content_outside_the_document_is_counted_but_links_are_not() -> None:
    related = (
        Related("a", "image", "https://example.org/pixel.png"),
        Related("b", "hyperlink", "https://example.org"),
        Related("c", "hyperlink", "javascript:alert(1)"),
    )

    assert notices("", *related) == [
        Notice("external-content", "References to content outside the document were not followed (2).")
    ]
