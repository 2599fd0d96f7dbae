"""Composed sections: every value they state stands on their lines, and the same ones come each time."""

from collections.abc import Iterator, Sequence

from functions.summarize.parsers.features import line_features
from functions.summarize.parsers.field_corrections import OTHER
from functions.summarize.parsers.field_lines import FieldLine
from training.reading.composed import composed_pages
from training.reading.fields import gold_tags, runs_of


def test_the_same_number_gives_the_same_pages() -> None:
    once, again = list(composed_pages(3)), list(composed_pages(3))
    assert [page.document.text for page in once] == [page.document.text for page in again]
    assert [page.facts for page in once] == [page.facts for page in again]


def test_every_composed_page_has_words_of_fields() -> None:
    for page in composed_pages(4):
        named = {
            tag for run in runs_of(page, line_features(page.document)) for tag in gold_tags(run, page.facts)
        }
        assert named - {OTHER, "break", "period"}, page.document.text


def test_subjects_that_stand_apart_are_each_found() -> None:
    pages = [page for page in composed_pages(40) if "education" in page.name]
    apart = [
        (page, value.split(" | ")[1])
        for page in pages
        for key, value in page.facts
        if value.split(" | ")[1].count(", ") > 1 and value.split(" | ")[1] not in page.document.text
    ]
    assert apart
    for page, subjects in apart[:5]:
        tagged = [
            token.text
            for run in runs_of(page, line_features(page.document))
            for line, tags in _by_line(run, gold_tags(run, page.facts))
            for token, tag in zip(line.tokens, tags, strict=True)
            if tag == "subject"
        ]
        assert {subject.split()[0] for subject in subjects.split(", ")} <= set(tagged)


def _by_line(run: Sequence[FieldLine], tags: Sequence[str]) -> Iterator[tuple[FieldLine, Sequence[str]]]:
    place = 0
    for line in run:
        yield line, tags[place + 1 : place + 1 + len(line.tokens)]
        place += 1 + len(line.tokens)
