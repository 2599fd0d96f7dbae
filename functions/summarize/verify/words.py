"""Words, figures and contact data that no statement of the resume holds."""

import re
from collections.abc import Iterator

from functions.summarize.language.numbers import numbers_in
from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment
from functions.summarize.verify.index import Index
from functions.summarize.verify.light import LEADING
from functions.summarize.verify.tokens import Token
from functions.summarize.verify.trends import trend_words

_CONTACT = re.compile(r"https?://|www\.|\S+@\S+\.\w|(?<!\w)\+?\d[\d ()./-]{8,}\d(?!\w)", re.IGNORECASE)
_TWO_YEARS = re.compile(r"(?:19|20)\d\d\D+(?:19|20)\d\d")


def unknown_words(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """Words and figures that no statement holds."""
    trends = trend_words(alignment, index)
    for token in alignment.unknown:
        if token.meaning:
            yield _unknown_figure(token, index)
        elif token.stem not in trends and not _is_number_word(token, index):
            yield Fault("level" if token.stem in LEADING else "word", token.text, token.start, token.end)


def _is_number_word(token: Token, index: Index) -> bool:
    return any(number.spelt for number in numbers_in(token.text, index.function_words.language))


def _unknown_figure(token: Token, index: Index) -> Fault:
    """A figure that is known in another currency says so."""
    assert token.meaning is not None
    others = index.figures_of(token.meaning)
    for at in sorted(others):
        for other in index.all[at].tokens:
            if other.meaning and other.meaning[:2] == token.meaning[:2]:
                return Fault("currency", token.text, token.start, token.end, index.all[at].statement.text)
    return Fault("number", token.text, token.start, token.end)


def contacts(sentence: str) -> Iterator[Fault]:
    """Mail, links and telephone numbers."""
    found = _CONTACT.search(sentence)
    if found and not _TWO_YEARS.fullmatch(found.group()):
        yield Fault("contact", found.group(), found.start(), found.end())
