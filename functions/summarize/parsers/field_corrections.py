"""What is mended of the labels of words before they become fields: what a label asks for, names cut in their middle.

The model of words decides; these few rules hold where something else on the page is certain.
"""

from collections.abc import Iterator
from itertools import takewhile

from functions.summarize.parsers.course_corrections import whole_courses
from functions.summarize.parsers.field_lines import FieldLine
from functions.summarize.parsers.pauses import is_pause
from functions.summarize.parsers.role_kinds import is_internship_label
from functions.summarize.parsers.tokens import Token

Marked = list[tuple[Token, str, float]]
"""The tokens of a line, each with the name of its field and how probable it is."""

OTHER, PERIOD, BREAK = "other", "period", "break"
STOPPED = frozenset(
    {"inc", "co", "ltd", "corp", "st", "bros", "jr", "sr", "hon", "hons", "dept", "univ", "mt", "tas"}
)
"""Abbreviations that keep their full stop at the end of a field."""
_NAMES = frozenset({"title", "employer", "institution"})
_NEAR_FORM = 2  # tokens: a comma or a bracket may stand between a name and its form
_SMALL = frozenset(
    {"of", "for", "the", "and", "&", "de", "del", "della", "di", "da", "do", "des", "der", "van", "für"}
)
_SPOKEN = {"language/name": "language", "language/level": "level"}
_BETWEEN = frozenset({"and", "in", "both", "&", "und", "et", "y", "e", "en", "very"})
_OF_COURSES = frozenset({OTHER, "place", "degree", "subject", "institution"})
_FORCED = 0.9
"""How sure a field is that only its label names."""
_ASKED = {
    "title": "title", "employer": "employer", "place": "place", "degree": "degree", "subject": "subject",
    "institution": "institution", "board": "institution", "certificate": "credential", "issuer": "issuer",
    "period": PERIOD, "start": PERIOD, "end": PERIOD, "issued": PERIOD,
}  # fmt: skip


def corrected(line: FieldLine, marked: Marked) -> Marked:
    """The words of a line with the names that they have for certain."""
    if line.section == "work" and is_pause(
        line.features.text, line.features.words, line.features.mentions, line.features.periods
    ):
        return _pause(line, marked)
    if line.section == "education":
        marked = whole_courses(line, marked)
    marked = _languages(line, marked)
    return _whole_titles(line, _without_label(_partners(_whole_names(line, _forced(line, marked)))))


def _pause(line: FieldLine, marked: Marked) -> Marked:
    """A time without a job stands as the title of its entry, and nobody employs."""
    first = line.pieces[0]
    return [
        (
            token,
            PERIOD if token.period else "title" if first.first <= number <= first.last else OTHER,
            max(sure, _FORCED),
        )
        for number, (token, _, sure) in enumerate(marked)
    ]


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
        following = marked[number + 1][1] if number + 1 < len(marked) else OTHER
        if name == PERIOD:
            whole[number] = (token, PERIOD if token.period else OTHER, _FORCED)
        elif token.kind in ("word", "slash") or (token.kind == "comma" and following != "place"):
            whole[number] = (token, name, _FORCED)
        else:
            break
    return whole


def _after_label(line: FieldLine, marked: Marked) -> int:
    """The number of the first word behind the label; 0 in a cell of its own."""
    if "-" in line.asked:
        return 0
    return 1 + next((n for n, one in enumerate(marked) if one[0].kind in ("colon", "tab")), -1)


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


def _partners(marked: Marked) -> Marked:
    """The comma between the names of partners parts no employers: "Hume, Petrakis & Co"."""
    whole = list(marked)
    for number in range(1, len(whole) - 1):
        around = {whole[number - 1][1], whole[number + 1][1]}
        if whole[number][0].kind == "comma" and around == {"employer"}:
            behind = list(takewhile(lambda one: one[1] == "employer", whole[number + 1 :]))
            if any(token.text in _PARTNERS for token, *_ in behind[1:]):
                whole[number] = (whole[number][0], "employer", behind[0][2])
    return whole


_PARTNERS = frozenset({"&", "and", "und", "et", "y", "e", "en"})


def _begins_name(marked: Marked, number: int, name: str) -> bool:
    """Whether the name begins at that word: marked so, or one with a capital of which only small words part it."""
    if marked[number][1] == name:
        return True
    text = marked[number][0].text
    following = next(n for n in range(number, len(marked)) if marked[n][1] == name)
    between = [one[0].text for one in marked[number + 1 : following]]
    return (
        text[:1].isalpha()
        and not text.islower()
        and all(one[:1].isupper() or one in _SMALL for one in between)
    )


def _forms(line: FieldLine) -> Iterator[int]:
    """The tokens that are words of a legal form."""
    starts = {token.start: number for number, token in enumerate(line.tokens)}
    for mention in line.features.mentions:
        if mention.kind == "employer/form":
            words = line.features.words[mention.first : mention.last + 1]
            yield from (starts[word.start] for word in words if word.start in starts)


def _without_label(marked: Marked) -> Marked:
    """What only says that a position is an internship is not its title: "Internship: Marketing Assistant"."""
    colon = next((number for number, one in enumerate(marked) if one[0].kind == "colon"), 0)
    label = [number for number in range(colon) if marked[number][1] == "title"]
    titled = any(name == "title" for _, name, _ in marked[colon:])
    if not titled or not is_internship_label(" ".join(marked[number][0].text for number in label)):
        return marked
    return [
        (token, OTHER if number in label else name, sure) for number, (token, name, sure) in enumerate(marked)
    ]


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
