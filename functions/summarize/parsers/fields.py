"""The words of header lines, lists and labelled lines -> fields.

A line states a title, an employer, a place, a degree, a skill ...; which words are which is learned from written
pages (`training/reading/words.py`) and decided for all lines of a section at once (`word_model.py`). What a label, the
cell beside it or the name of its column asks for is seen like anything else: "Position:" before a title settles it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from functions.summarize.docx.document import Line
from functions.summarize.language.verbs import recognise
from functions.summarize.parsers.dates.periods import FoundPeriod, find_periods
from functions.summarize.parsers.features import LONGEST, LineFeatures
from functions.summarize.parsers.field_corrections import BREAK, OTHER, PERIOD, STOPPED, Marked, corrected
from functions.summarize.parsers.field_lines import FieldLine, field_runs
from functions.summarize.parsers.labels import LabelledLine
from functions.summarize.parsers.reader_model import QUALIFYING, ReaderModel
from functions.summarize.parsers.tokens import Token
from functions.summarize.parsers.word_lists import word_index
from functions.summarize.privacy.particulars import is_particular
from functions.summarize.resume import Period
from functions.summarize.text.words import words_of

_LONGEST_BRACKET = 40  # characters


@dataclass(frozen=True, slots=True)
class Field:
    """What the words at `start:end` of the document state.

    `probability` is that of the line's label times the least of its words': how sure the reader is before calibration.
    `second` is the next best name of its first word, "" where the first is beyond doubt.
    """

    name: str
    start: int
    end: int
    text: str
    line: Line
    probability: float
    period: FoundPeriod | None = None
    second: str = ""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A labelled line with its fields in the order written; none for text. `gap` and `asked` as in `FieldLine`."""

    labelled: LabelledLine
    fields: tuple[Field, ...] = ()
    gap: str = "next"
    asked: str = ""

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.labelled.line

    @property
    def section(self) -> str:
        """The section of its label."""
        return self.labelled.label.section

    @property
    def kind(self) -> str:
        """What its label says that the line does there."""
        return self.labelled.label.kind


def read_fields(
    features: Sequence[LineFeatures], labelled: Sequence[LabelledLine], model: ReaderModel
) -> tuple[ReadLine, ...]:
    """Every line once, in order."""
    found = [ReadLine(one) for one in labelled]
    runs = list(field_runs(features, [one.label for one in labelled]))
    qualifying = [run for run in runs if run[0].section in QUALIFYING]
    employing = [run for run in runs if run[0].section not in QUALIFYING]
    for model_of, some in ((model.jobs, employing), (model.qualifications, qualifying)):
        for run, names in zip(some, model_of.decode(some), strict=True):
            decoded = iter(names)
            for line in run:
                next(decoded)  # the break before the line
                words = [(token, *next(decoded)) for token in line.tokens]
                found[line.number] = _read(line, labelled[line.number], words)
    return tuple(found)


def _read(
    line: FieldLine, labelled: LabelledLine, words: Sequence[tuple[Token, str, float, str]]
) -> ReadLine:
    read = read_line(line, labelled, [(token, name, sure) for token, name, sure, _ in words])
    seconds = {read.line.start + token.start: second for token, _, _, second in words}
    fields = tuple(replace(one, second=seconds.get(one.start, "")) for one in read.fields)
    return replace(read, fields=fields)


def read_line(line: FieldLine, labelled: LabelledLine, marked: Marked) -> ReadLine:
    """The line with the fields that its labelled words make; none of one that tells personal particulars."""
    if is_particular(labelled.line.text[:LONGEST]):
        return ReadLine(labelled, (), line.gap, line.asked)
    fields = tuple(_fields(labelled.line, corrected(line, marked)))
    if not any(one.name == PERIOD for one in fields):
        fields = tuple(_until_now(line, labelled.line)) or fields
    fields = tuple(
        replace(_spoken(one), probability=one.probability * labelled.probability) for one in fields
    )
    return ReadLine(labelled, fields, line.gap, line.asked)


def _spoken(one: Field) -> Field:
    """Spanish among skills is a language."""
    spoken = one.name == "skill" and "language/name" in word_index().kinds_of(words_of(one.text))
    return replace(one, name="language") if spoken else one


def _fields(line: Line, marked: Marked) -> Iterator[Field]:
    """Neighbouring words of one name are one field; a date is a field of its own."""
    for name, group in groupby(marked, itemgetter(1)):
        words = list(group)
        if name == PERIOD:
            yield from (_field(line, PERIOD, [one]) for one in words if one[0].period is not None)
        elif name not in (OTHER, BREAK):
            yield from _trimmed(line, name, words)


def _until_now(line: FieldLine, of: Line) -> Iterator[Field]:
    """ "Present" in the column, or behind the label, of when something ended."""
    if not line.asked.endswith("end"):
        return
    colon = of.text.find(":") + 1
    for found in find_periods(f"2000 - {of.text[colon:].strip()}"):
        if found.period is not None and found.period.current:
            now = FoundPeriod(0, 0, Period(None, None, current=True))
            yield Field(PERIOD, of.start + colon, of.end, of.text[colon:], of, 1.0, now)


def _trimmed(line: Line, name: str, words: Marked) -> Iterator[Field]:
    """Without separators at its edges."""
    while words and words[0][0].kind not in ("word", "open", "period"):
        words.pop(0)
    while words and words[-1][0].kind not in ("word", "close", "period"):
        words.pop()
    if any(token.kind != "close" for token, *_ in words):
        yield _field(line, name, words)


def _field(line: Line, name: str, words: Marked) -> Field:
    start, end = _with_whole_brackets(line.text, words[0][0].start, words[-1][0].end)
    form = _FORM.search(line.text, start, end) if name == "employer" else None
    if form and recognise(line.text[form.end() : end].split(maxsplit=1)[0].lower()):
        end = form.end(1)
    probability = min(probability for _, _, probability in words)
    period = words[0][0].period if name == PERIOD else None
    found = Field(name, line.start + start, line.start + end, line.text[start:end], line, probability, period)
    return _without_stop(found) if name != PERIOD else found


_FORM = re.compile(r"\b((?:Ltd|Inc|Corp|Co|LLC|LLP|PLC|plc|GmbH|AG|Pty)\.)\s+(?=[A-Z])")
"""The end of a name of a house, behind which a sentence may begin: "Orvik Ltd. Run a team"."""


def _with_whole_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A bracket is never cut open: closed where the text closes it, left out where it does not."""
    for opening, closing in ("()", "[]"):
        inside = text[start:end]
        if inside.count(opening) > inside.count(closing):
            at = text.find(closing, end)
            rest = text[end:at] if at >= 0 else opening
            whole = opening not in rest and len(rest) <= _LONGEST_BRACKET
            end = at + 1 if whole else start + inside.rindex(opening)
        elif inside.count(closing) > inside.count(opening):
            end = start + inside.index(closing)
    kept = text[start:end]
    bare = kept.rstrip(" ,;:|–—-(")
    remark = bare.rstrip("*")  # "Farm Manager*", but "Resort 5*"
    bare = bare if remark[-1:].isdigit() else remark
    return start + len(kept) - len(kept.lstrip(" ,;:|–—-")), start + len(bare)


def _without_stop(found: Field) -> Field:
    """The full stop of a sentence goes, that of an abbreviation stays."""
    last = found.text.split(" ")[-1]
    bare = last.rstrip(".").lower()
    if not last.endswith(".") or "." in last[:-1] or bare in STOPPED or len(bare) <= 2:
        return found
    return replace(found, text=found.text[:-1], end=found.end - 1)
