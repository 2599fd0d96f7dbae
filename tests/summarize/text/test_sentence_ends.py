"""Where sentences end: behind no short form of what goes on."""

import pytest

from functions.summarize.text.sentence_ends import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Led Op. Larkfield. Trained 3 officers.", ("Led Op. Larkfield.", "Trained 3 officers.")),
        ("Stelde roosters op. Leidde 4 collega's.", ("Stelde roosters op.", "Leidde 4 collega's.")),
        ("Worked at St. Mary. Ran the ward.", ("Worked at St. Mary.", "Ran the ward.")),
        ("Built it in Node.js. Cut costs.", ("Built it in Node.js.", "Cut costs.")),
        ("Seit dem 1. Januar Leiterin.", ("Seit dem 1. Januar Leiterin.",)),
    ],
)
def test_a_sentence_ends_behind_no_short_form(text: str, sentences: tuple[str, ...]) -> None:
    assert split_sentences(text) == sentences
