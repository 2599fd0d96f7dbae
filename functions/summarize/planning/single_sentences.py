"""The lines of jobs as single sentences: people write what they did as bullets or as a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import replace

from functions.summarize.resume import Evidence, Fact, Resume, Role
from functions.summarize.text.sentence_ends import sentence_spans

_NUMBER = re.compile(r"^\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})[.)]\s+(?=\S)")
"""What numbers the lines of a list: "ii. ", "3) "."""


def in_single_sentences(resume: Resume) -> Resume:
    """The resume with each sentence of a job's lines as a line of its own, at its own place in the document."""
    return replace(resume, roles=tuple(map(_divided, resume.roles)))


def _divided(role: Role) -> Role:
    is_list = sum(_NUMBER.match(line.value) is not None for line in role.bullets) > 1
    lines = (one for line in role.bullets for one in _sentences(line, numbered=is_list))
    return replace(role, bullets=tuple(lines))


_MARK = re.compile(r"[+>»›~]\s+(?=[^\W\d])")
"""A mark that is typed before the lines of a list; before a figure it is a sign: "+ 5% sales"."""


def _sentences(line: Fact[str], *, numbered: bool) -> Iterator[Fact[str]]:
    """The sentences of a line, without a typed mark, nor its number where others have one, too ("2. Bürgermeister")."""
    mark = _MARK.match(line.value) or (_NUMBER.match(line.value) if numbered else None)
    begin = mark.end() if mark else 0
    spans = [(begin + start, begin + end) for start, end in sentence_spans(line.value[begin:])]
    if begin == 0 and len(spans) < 2:
        yield line
        return
    for start, end in spans:
        text = line.value[start:end]
        yield replace(line, value=text, evidence=tuple(_within(place, text) for place in line.evidence))


def _within(place: Evidence, text: str) -> Evidence:
    """The part of a place that holds the text; the whole of it where that is worded otherwise."""
    at = place.quote.find(text)
    if at < 0:
        return place
    return replace(place, start=place.start + at, end=place.start + at + len(text), quote=text)
