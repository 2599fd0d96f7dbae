"""Every figure keeps what it counts, its side of a change, its floor and its place in the line."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from functions.summarize.language.function_words import FunctionWords
from functions.summarize.language.words import fold, stem, wording
from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment, Run
from functions.summarize.verify.index import Index, Indexed
from functions.summarize.verify.light import LEADING
from functions.summarize.verify.tokens import Token, lead, place_of

_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"(?:[A-Z]{1,3})?[$£€₹¥₦₪]?\s*$")
_BARE = 2
"""Content words of a line that is hardly more than its figure: "Headcount: 17"."""
_SHORT = 4
"""Tokens of a line in which a figure can only be of one thing."""
_FAR = 30
"""Tokens from a figure: a word that so many marks, figures and small words part from it is not next to it."""
_GROUPS = frozenset(map(stem, "team squad crew group department staff unit workforce headcount".split()))


def moved_figures(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """A figure keeps what it counts, its side of a change and its floor, in a line that carries its run."""
    for run in alignment.runs:
        for token in run.tokens:
            if token.number is None:
                continue
            carriers = [index.all[at] for at in sorted(run.options) if _figure_in(index.all[at], token)]
            if carriers and not any(_same_place(alignment, run, token, one) for one in carriers):
                yield Fault("number moved", token.text, token.start, token.end, carriers[0].statement.text)
            elif carriers and _loses_floor(alignment, token, carriers):
                yield Fault("floor", token.text, token.start, token.end, carriers[0].statement.text)


def disordered(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """The figures of a line stand in the line's order: "from 9 to 4" is no "from 4 to 9", whatever joins them."""
    for run in alignment.runs:
        figures = [token for token in run.tokens if token.meaning or _DIGIT.search(token.text)]
        lines = [index.all[at] for at in sorted(run.options)]
        if len(figures) > 1 and not any(_in_order(figures, line) for line in lines):
            start, end = figures[0].start, figures[-1].end
            yield Fault("number moved", alignment.text[start:end], start, end, lines[0].statement.text)


def _in_order(figures: list[Token], line: Indexed) -> bool:
    rest = iter([token.meaning or fold(token.text) for token in line.tokens])
    return all(any(known == (figure.meaning or fold(figure.text)) for known in rest) for figure in figures)


def _loses_floor(alignment: Alignment, token: Token, carriers: list[Indexed]) -> bool:
    words = carriers[0].function_words
    return all(_is_floor(one, token) for one in carriers) and not _keeps_floor(alignment.text, token, words)


def _figure_in(one: Indexed, token: Token) -> bool:
    return any(other.meaning == token.meaning for other in one.tokens)


def _is_floor(one: Indexed, token: Token) -> bool:
    return all(
        other.number is None or other.number.floor for other in one.tokens if other.meaning == token.meaning
    )


def _keeps_floor(text: str, token: Token, function_words: FunctionWords) -> bool:
    floor = token.number is not None and token.number.floor
    return floor or _floors(function_words).search(lead(text, token.start)) is not None


@cache
def _floors(function_words: FunctionWords) -> re.Pattern[str]:
    said = function_words.any_of("at least", "over", "more than", "above", "beyond")
    return re.compile(rf"(?:{said})\s*$", re.IGNORECASE)


def _same_place(alignment: Alignment, run: Run, token: Token, line: Indexed) -> bool:
    if len(run.tokens) == 1 and not _stands_alone(alignment, run, line):
        return False
    known = [other for other in line.tokens if other.meaning == token.meaning]
    return any(_agrees(alignment.text, alignment.tokens, token, line, other) for other in known)


def _stands_alone(alignment: Alignment, run: Run, line: Indexed) -> bool:
    """Whether a figure that nothing beside it shares with its line may stand there: a year, a headcount."""
    if line.statement.field == "date":
        return True
    ahead = range(max(0, run.first - 3), run.first)
    framed = any(at in alignment.light or alignment.tokens[at].stem in LEADING for at in ahead)
    if framed or (line.is_line and sum(one.is_content for one in line.tokens) <= _BARE):
        return True
    near = _near(alignment.tokens, run.tokens[0])
    return any(
        near & _near(line.tokens, other) for other in line.tokens if other.meaning == run.tokens[0].meaning
    )


def _agrees(text: str, tokens: tuple[Token, ...], token: Token, line: Indexed, other: Token) -> bool:
    """Whether a figure of the sentence stands to its neighbours as that of the line does."""
    source, words = line.text, line.function_words
    ours, theirs = _direction(text, token, words), _direction(source, other, words)
    reached = not words.is_english and (ours, theirs) == ("to", "by")
    if reached or _turned(ours, theirs) or _is_anothers(tokens, token, line, other):
        return False
    in_bracket = source[: other.start].count("(") > source[: other.start].count(")")
    if len(line.tokens) <= _SHORT or in_bracket:
        return True
    near, theirs_near = _near(tokens, token), _near(line.tokens, other)
    return bool(near & theirs_near) or not (near and theirs_near)


def _turned(ours: str | None, theirs: str | None) -> bool:
    """ "From" never becomes "to", and neither becomes "by"; "by" may be left unsaid."""
    pair = {ours, theirs}
    return pair == {"from", "to"} or (ours == "by" and theirs in ("from", "to")) or pair == {"from", "by"}


def _is_anothers(tokens: tuple[Token, ...], token: Token, line: Indexed, other: Token) -> bool:
    """Whether what stands beside a figure belongs to another figure of the line."""
    counted, theirs = _counted(tokens, token), _counted(line.tokens, other)
    figures = [one for one in line.tokens if one.meaning]
    if counted and counted != theirs:
        owners = [one for one in figures if _counted(line.tokens, one) == counted]
        if owners and all(one.meaning != token.meaning for one in owners):
            return True
    before, theirs_before = _before(tokens, token), _before(line.tokens, other)
    if before in _GROUPS and theirs == before and theirs_before not in _GROUPS:
        return True
    if before and before != theirs_before and not (counted and counted == theirs):
        owners = [one for one in figures if not _is_year(one) and _before(line.tokens, one) == before]
        return bool(owners) and all(one.meaning != token.meaning for one in owners)
    return False


def _is_year(token: Token) -> bool:
    return token.meaning is not None and re.fullmatch(r"(?:19|20)\d\d", token.text) is not None


def _direction(text: str, token: Token, function_words: FunctionWords) -> str | None:
    """ "from", "to" or "by" where the text says so right before a figure."""
    found = _directions(function_words).search(_SIGN.sub("", lead(text, token.start)))
    if found is None:
        return None
    of_other_things = found["by"] and function_words.in_english(fold(found["by"])) != "by"
    return None if of_other_things and not _is_share(token) else found.lastgroup


def _is_share(token: Token) -> bool:
    """Whether a figure is a percentage: "de 30 %" says by how much, "de 30 factures" of how many."""
    return token.number is not None and token.number.unit == "percent"


@cache
def _directions(function_words: FunctionWords) -> re.Pattern[str]:
    start, end, change = (function_words.any_of(word) for word in ("from", "to", "by"))
    return re.compile(
        rf"(?:\b(?:(?P<from>{start})|(?P<by>{change}))|(?P<to>\b(?:{end})|→|->|–>))\s*$", re.IGNORECASE
    )


def _counted(tokens: tuple[Token, ...], token: Token) -> str | None:
    """The content word right after a figure."""
    at = place_of(token, tokens)
    following = tokens[at + 1 : at + 2]
    return following[0].stem if following and following[0].is_content and not following[0].meaning else None


def _before(tokens: tuple[Token, ...], token: Token) -> str | None:
    """The content word before a figure, small words between them left out; none across a mark or a figure."""
    for other in map(tokens.__getitem__, reversed(range(place_of(token, tokens)))):
        if other.meaning or (not other.stem and not other.free):
            return None
        if not other.stem:
            return None
        if other.is_content:
            return other.stem
        if other.word in ("and", "with", "to", "from", "or"):
            return None
    return None


def _near(tokens: tuple[Token, ...], token: Token) -> set[str]:
    """The content words next to a figure: three before it and three after it, synonyms included."""
    at = place_of(token, tokens)
    near: set[str] = set()
    for side in (range(at - 1, max(-1, at - _FAR), -1), range(at + 1, min(len(tokens), at + _FAR))):
        near.update(islice((tokens[i].stem for i in side if tokens[i].is_content and tokens[i].stem), 3))
    return near.union(*(wording().synonyms.get(word, frozenset()) for word in near))
