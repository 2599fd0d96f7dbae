"""Human languages and how well they are spoken, as stated."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from functions.summarize.docx.document import Line
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.words import folded, languages_in, pattern
from functions.summarize.resume import Fact, Language

_BETWEEN = re.compile(r"[,;|\t/•·)(:–-]|\.\s")


def read_languages(lines: Iterable[Line], source: Source) -> tuple[Language, ...]:
    """Each language once, in the order written; its fluency is what is said before the next one."""
    found: dict[str, Language] = {}
    for line in lines:
        for language in _languages(line, source):
            found.setdefault(folded(language.name.value), language)
    return tuple(found.values())


def _languages(line: Line, source: Source) -> Iterator[Language]:
    spans = languages_in(line.text)
    for number, (start, end) in enumerate(spans):
        stop = spans[number + 1][0] if number + 1 < len(spans) else len(line.text)
        begin = spans[number - 1][1] if number else 0
        name = source.stated(line.start + start, line.start + end)
        yield Language(name, _fluency(line, (begin, start), (end, stop), source))


def _fluency(line: Line, before: tuple[int, int], after: tuple[int, int], source: Source) -> Fact[str] | None:
    """Right before the name ("fluent French"), else after it ("French (B2)")."""
    leading = list(_level().finditer(folded(line.text), *before))
    beside = leading and not _BETWEEN.search(line.text[leading[-1].end() : before[1]])
    level = leading[-1] if beside else _level().search(folded(line.text), *after)
    return source.stated(line.start + level.start(), line.start + level.end(), 0.9) if level else None


@cache
def _level() -> re.Pattern[str]:
    words = pattern("languages", "fluency").pattern
    return re.compile(rf"{words}(?:\s*\(?\s*(?:[abc][12]\+?|{words})\s*\)?)*")
