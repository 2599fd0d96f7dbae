import docx

from functions.summarize import samples
from ui.example import example_html, marked


def test_what_the_example_marks_stands_in_the_sample() -> None:
    lines = [each.text for each in docx.Document(str(samples.path("head-chef"))).paragraphs]
    assert len(marked()) == 3
    assert [place for place in marked() if not any(place in line for line in lines)] == []


def test_the_places_are_marked_and_nothing_else() -> None:
    assert "<p><mark>The Copper Lantern</mark>, Leeds</p>" in example_html()
