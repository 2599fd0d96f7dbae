"""The words of header lines, lists and labelled lines -> fields: a linear-chain conditional random field over words.

A line states a title, an employer, a place, a degree, a skill ...; which words are which is learned from written
pages (`training/reading/fields.py`) and decided for all lines of a section at once. What a label, the cell beside it
or the name of its column asks for is seen like anything else: "Position:" before a title settles it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from functions.summarize.docx.document import Line
from functions.summarize.parsers.features import LONGEST, LineFeatures
from functions.summarize.parsers.field_features import observations_of
from functions.summarize.parsers.field_lines import FieldLine, field_runs
from functions.summarize.parsers.labels import LabelledLine
from functions.summarize.parsers.periods import FoundPeriod, find_periods
from functions.summarize.parsers.reader_model import ReaderModel
from functions.summarize.parsers.tokens import Token
from functions.summarize.parsers.word_lists import word_index
from functions.summarize.privacy.particulars import is_particular
from functions.summarize.resume import Period
from functions.summarize.text.words import words_of

Marked = list[tuple[Token, str, float]]
"""The tokens of a line, each with the name of its field and how probable it is."""

OTHER, PERIOD, BREAK = "other", "period", "break"
_STOPPED = frozenset(
    {"inc", "co", "ltd", "corp", "st", "bros", "jr", "sr", "hon", "hons", "dept", "univ", "mt", "tas"}
)
"""Abbreviations that keep their full stop at the end of a field."""
_NAMES = frozenset({"title", "employer", "institution"})
_LONGEST_ABBREVIATION = 4  # letters
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
    for run in field_runs(features, [one.label for one in labelled]):
        decoded = iter(model.fields_of(run[0].section).decode(list(observations_of(run))))
        for line in run:
            next(decoded)  # the break before the line
            words = [(token, *next(decoded)) for token in line.tokens]
            marked = [(token, name, sure) for token, name, sure, _ in words]
            read = read_line(line, labelled[line.number], marked)
            seconds = {read.line.start + token.start: second for token, _, _, second in words}
            fields = tuple(replace(one, second=seconds.get(one.start, "")) for one in read.fields)
            found[line.number] = replace(read, fields=fields)
    return tuple(found)


def read_line(line: FieldLine, labelled: LabelledLine, marked: Marked) -> ReadLine:
    """The line with the fields that its labelled words make; none of one that tells personal particulars."""
    if is_particular(labelled.line.text[:LONGEST]):
        return ReadLine(labelled, (), line.gap, line.asked)
    marked = _languages(line, _place_after_stop(marked))
    marked = _whole_titles(line, _whole_names(line, _forced(line, marked)))
    fields = tuple(_fields(labelled.line, marked)) or tuple(_until_now(line, labelled.line))
    fields = tuple(
        replace(_spoken(one), probability=one.probability * labelled.probability) for one in fields
    )
    return ReadLine(labelled, fields, line.gap, line.asked)


def _forced(line: FieldLine, marked: Marked) -> Marked:
    """What the name of a column, a label or the cell to the left asks for is there, whatever the model makes of it."""
    asked = line.asked.removeprefix("column-").removeprefix("cell-")
    if line.asked == "column-other":
        return [(token, OTHER, 1.0) for token, *_ in marked]
    if asked == "project":
        return [(token, "note" if tag == "employer" else tag, sure) for token, tag, sure in marked]
    if line.beside_known:
        return [(token, OTHER if tag in ("title", "employer") else tag, sure) for token, tag, sure in marked]
    name = _ASKED.get(asked)
    first = _after_label(line, marked)
    found = {tag for _, tag, _ in marked[first:]}
    weak = line.asked.startswith("column-") or found <= {OTHER, "place", "note"}
    weak = weak or (line.asked.startswith("cell-") and found <= _OF_COURSES)
    if name is None or name in found or not weak:
        return marked
    whole = list(marked)
    for number in range(first, len(whole)):
        token = whole[number][0]
        if name == PERIOD:
            whole[number] = (token, PERIOD if token.period else OTHER, _FORCED)
        elif token.kind in ("word", "slash") or (
            token.kind == "comma" and not _place_follows(marked, number)
        ):
            whole[number] = (token, name, _FORCED)
        else:
            break
    return whole


def _after_label(line: FieldLine, marked: Marked) -> int:
    """The number of the first word behind the label; 0 in a cell of its own."""
    if "-" in line.asked:
        return 0
    return 1 + next((n for n, one in enumerate(marked) if one[0].kind in ("colon", "tab")), -1)


def _place_follows(marked: Marked, number: int) -> bool:
    return number + 1 < len(marked) and marked[number + 1][1] == "place"


_OF_COURSES = frozenset({OTHER, "place", "degree", "subject", "institution"})
_FORCED = 0.9
"""How sure a field is that only its label names."""
_ASKED = {
    "title": "title", "employer": "employer", "place": "place", "degree": "degree", "subject": "subject",
    "institution": "institution", "board": "institution", "certificate": "credential", "issuer": "issuer",
    "period": PERIOD, "start": PERIOD, "end": PERIOD, "issued": PERIOD,
}  # fmt: skip


def _whole_names(line: FieldLine, marked: Marked) -> Marked:
    """A name is not begun in its middle, nor cut off before its legal form: "Palisade Systems, Inc."."""
    whole = list(marked)
    for piece in line.pieces:
        tags = {whole[number][1] for number in range(piece.first, piece.last + 1)}
        name = next(iter(tags - {OTHER}), OTHER)
        if len(tags) == 2 and OTHER in tags and name in _NAMES and whole[piece.last][1] == name:
            first = next(n for n in range(piece.first, piece.last + 1) if _begins_name(whole, n, name))
            sure = whole[piece.last][2]
            whole[first : piece.last + 1] = [(one[0], name, sure) for one in whole[first : piece.last + 1]]
    for number in _forms(line):
        before = next((n for n in range(number - 1, -1, -1) if whole[n][0].kind == "word"), -1)
        if before >= 0 and whole[before][1] == "employer" and number - before <= _NEAR_FORM:
            _, _, sure = whole[before]
            whole[before + 1 : number + 1] = [
                (one[0], "employer", sure) for one in whole[before + 1 : number + 1]
            ]
    return whole


_NEAR_FORM = 2  # tokens: a comma or a bracket may stand between a name and its form


def _begins_name(marked: Marked, number: int, name: str) -> bool:
    """Whether the name begins at that word: marked so, or a capital of which only small words part it."""
    if marked[number][1] == name:
        return True
    text = marked[number][0].text
    following = next(n for n in range(number, len(marked)) if marked[n][1] == name)
    between = [one[0].text for one in marked[number + 1 : following]]
    return text[:1].isupper() and all(one[:1].isupper() or one in _SMALL for one in between)


_SMALL = frozenset(
    {"of", "for", "the", "and", "&", "de", "del", "della", "di", "da", "do", "des", "der", "van", "für"}
)


def _forms(line: FieldLine) -> Iterator[int]:
    """The tokens that are words of a legal form."""
    starts = {token.start: number for number, token in enumerate(line.tokens)}
    for mention in line.features.mentions:
        if mention.kind == "employer/form":
            words = line.features.words[mention.first : mention.last + 1]
            yield from (starts[word.start] for word in words if word.start in starts)


def _languages(line: FieldLine, marked: Marked) -> Marked:
    """A list of skills that names nothing but human languages and their levels is one of languages."""
    kinds: dict[int, str] = {}
    for mention in line.features.mentions:
        if mention.kind in _SPOKEN:
            kinds |= dict.fromkeys(range(mention.first, mention.last + 1), _SPOKEN[mention.kind])
    words = line.features.words
    told = [kinds.get(number) for number, word in enumerate(words) if word.folded not in _BETWEEN]
    if line.section not in ("skills", "languages") or not told or None in told or "language" not in told:
        return marked
    at = {word.start: kinds[number] for number, word in enumerate(words) if number in kinds}
    return [(token, at.get(token.start, OTHER), max(sure, _FORCED)) for token, _, sure in marked]


def _spoken(one: Field) -> Field:
    """Spanish among skills is a language."""
    spoken = one.name == "skill" and "language/name" in word_index().kinds_of(words_of(one.text))
    return replace(one, name="language") if spoken else one


_SPOKEN = {"language/name": "language", "language/level": "level"}
_BETWEEN = frozenset({"and", "in", "both", "&", "und", "et", "y", "e", "en", "very"})


def _place_after_stop(marked: Marked) -> Marked:
    """Northwind Technology. San Jose, California: a full stop parts an employer from the place after it."""
    tags = [name for _, name, _ in marked]
    stop = next(
        (n for n, one in enumerate(marked) if tags[n] == "employer" and _ends_sentence(one[0].text)), None
    )
    if stop is None or "place" not in tags[stop:] or "employer" not in tags[stop + 1 : stop + 2]:
        return marked
    last = tags.index("place", stop)
    return [
        (token, "place" if stop < number < last and token.kind in ("word", "comma") else name, sure)
        for number, (token, name, sure) in enumerate(marked)
    ]


def _ends_sentence(word: str) -> bool:
    bare = word[:-1].lower()
    return (
        word.endswith(".") and len(bare) > _LONGEST_ABBREVIATION and bare not in _STOPPED and "." not in bare
    )


def _whole_titles(line: FieldLine, marked: Marked) -> Marked:
    """What a label asks for as the title is the title to its end: "Position: Manager, Fund Reporting"."""
    if line.asked != "title":
        return marked
    whole = list(marked)
    for number in range(1, len(whole)):
        token, name, sure = whole[number]
        before = whole[number - 1]
        goes_on = before[1] == "title" and (name == "note" or (name == OTHER and token.kind == "comma"))
        if goes_on and token.kind in ("word", "comma"):
            whole[number] = (token, "title", sure)
    return whole


def _fields(line: Line, marked: Marked) -> Iterator[Field]:
    """Neighbouring words of one name are one field; a date is a field of its own."""
    for name, group in groupby(marked, lambda one: one[1]):
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
    probability = min(probability for _, _, probability in words)
    period = words[0][0].period if name == PERIOD else None
    found = Field(name, line.start + start, line.start + end, line.text[start:end], line, probability, period)
    return _without_stop(found) if name != PERIOD else found


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
    return start + len(kept) - len(kept.lstrip(" ,;:|–—-")), start + len(kept.rstrip(" ,;:|–—-("))


def _without_stop(found: Field) -> Field:
    """The full stop of a sentence goes, that of an abbreviation stays."""
    last = found.text.split(" ")[-1]
    bare = last.rstrip(".").lower()
    if not last.endswith(".") or "." in last[:-1] or bare in _STOPPED or len(bare) <= 2:
        return found
    return replace(found, text=found.text[:-1], end=found.end - 1)
