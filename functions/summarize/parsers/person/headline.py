"""The headline: what the person calls himself or herself, beside or beneath the name."""

import re
from collections.abc import Sequence

from functions.summarize.docx.document import Line
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.person.contact import has_contact
from functions.summarize.parsers.person.phrase_kinds import is_title
from functions.summarize.parsers.word_lists import word_set
from functions.summarize.resume import Fact
from functions.summarize.text.folding import fold

_LINES_READ = 6
_MOST_WORDS = 14


def read_headline(lines: Sequence[Line], name: Fact[str] | None, source: Source) -> Fact[str] | None:
    """The first title at or below the name."""
    if name is None:
        return None
    at = name.evidence[0].end
    for line in [line for line in lines if line.end > at][:_LINES_READ]:
        start = max(line.start, at)
        text = source.text[start : line.end].strip(" ,|–—-·•\t:()")
        if _may_be_title(text) and is_title(text):
            begin = source.text.index(text, start)
            return source.stated(begin, begin + len(text), 0.9)
    return None


def _may_be_title(text: str) -> bool:
    """Whether it is no sentence and no contact data, nor letters: RN, BSN after a name are no work."""
    if not text or has_contact(text) or len(text.split()) > _MOST_WORDS or text.endswith("."):
        return False
    return not all(fold(part) in word_set("name/letters") for part in re.split(r"[\s,|/]+", text))
