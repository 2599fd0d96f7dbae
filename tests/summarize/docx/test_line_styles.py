from functions.summarize.docx import read
from functions.summarize.docx.line_styles import line_styles
from tests.builders.page_docx import docx_of
from tests.builders.pages import page

PAGE = """#1 Ada Obi
*Charge Nurse
Leeds⏎07700 900682
EXPERIENCE
WORKED AT ELM AND OAK AND ASH AND YEW
- Led a team of 12⏎with two deputies
[0,0,0] Skills
[0,0,1] Triage"""


def test_each_line_has_the_look_that_it_has_in_the_document() -> None:
    document = read(docx_of(page(PAGE)))
    assert list(zip(document.text.split("\n"), line_styles(document), strict=True)) == [
        ("Ada Obi", "heading"),
        ("Charge Nurse", "strong"),
        ("Leeds", "text"),
        ("07700 900682", "text"),
        ("EXPERIENCE", "heading"),
        ("WORKED AT ELM AND OAK AND ASH AND YEW", "text"),
        ("Led a team of 12", "item"),
        ("with two deputies", "text"),
        ("Skills", "cell"),
        ("Triage", "cell"),
    ]
