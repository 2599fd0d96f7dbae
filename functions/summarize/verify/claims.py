"""Does everything a sentence says stand in the resume? Words, figures, names, negations, time, causes."""

import re
from collections.abc import Iterator

from functions.summarize.language.numbers import numbers_in
from functions.summarize.language.verbs import recognise
from functions.summarize.language.words import fold, stem, wording
from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment, Run
from functions.summarize.verify.changes import changes_in
from functions.summarize.verify.index import Index, Indexed
from functions.summarize.verify.light import LEADING
from functions.summarize.verify.tokens import Token

_CONTACT = re.compile(r"https?://|www\.|\S+@\S+\.\w|(?<!\w)\+?\d[\d ()./-]{8,}\d(?!\w)", re.IGNORECASE)
_JOBS = frozenset({"role", "volunteering"})
_ALWAYS = frozenset("includes holds speaks has is".split())
"""Verbs of the sentence's own that are said of the whole career."""
_TWO_YEARS = re.compile(r"(?:19|20)\d\d\D+(?:19|20)\d\d")
_DIRECTION = re.compile(r"\b(from|to|by)\s*$|(→|->|–>)\s*$", re.IGNORECASE)
_HEDGES = re.compile(
    r"\b(?:help(?:ed|s|ing)?|assist(?:ed|s|ing|ant)?|support(?:ed|s|ing)?|contribut\w+|participat\w+|part of|member of|"
    r"shadow\w+|involved in|took part|co-\w+|under supervision|supervised by|one of|observ\w+|prepar\w+ to)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[A-Z]*[\d$£€₹]|(?:over|about|up|nearly|almost|a|more than|some|\w+teen|\w+ty|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve)\b"
)

_BARE = 2
"""Content words of a line that is hardly more than its figure: "Headcount: 17"."""
_SHORT = 4
"""Tokens of a line in which a figure can only be of one thing."""
_GROUPS = frozenset(map(stem, "team squad crew group department staff unit workforce headcount".split()))
_DENIED = re.compile(
    r"\b(?:not|never|no|without|nor|neither|cannot|failed to|failed)\b|n['’]t\b", re.IGNORECASE
)


def unknown_words(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """Words and figures that no statement holds."""
    trends = trend_words(alignment, index)
    for token in alignment.unknown:
        if token.meaning:
            yield _unknown_figure(token, index)
        elif token.stem not in trends and not _is_number_word(token):
            yield Fault("level" if token.stem in LEADING else "word", token.text, token.start, token.end)


def _is_number_word(token: Token) -> bool:
    return any(number.spelt for number in numbers_in(token.text))


def _unknown_figure(token: Token, index: Index) -> Fault:
    """A figure that is known in another currency says so."""
    assert token.meaning is not None
    others = index.figures_of(token.meaning)
    for at in sorted(others):
        for other in index.all[at].tokens:
            if other.meaning and other.meaning[:2] == token.meaning[:2]:
                return Fault("currency", token.text, token.start, token.end, index.all[at].statement.text)
    return Fault("number", token.text, token.start, token.end)


def trend_words(alignment: Alignment, index: Index) -> frozenset[str]:
    """Words for a change that the figures of the lines told show: "34 days → 9 days" may be said to have fallen."""
    known = wording()
    lines = {at for run in alignment.runs for at in run.options if index.all[at].is_line}
    trends = {
        later.value > earlier.value
        for at in lines
        for earlier, later in changes_in(index.all[at].statement.text)
    }
    shown = known.moves if trends else frozenset()
    return (
        shown
        | (known.up if True in trends else frozenset())
        | (known.down if False in trends else frozenset())
    )


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
        figures = [token for token in run.tokens if token.meaning or re.search(r"\d", token.text)]
        lines = [index.all[at] for at in sorted(run.options)]
        if len(figures) > 1 and not any(_in_order(figures, line) for line in lines):
            start, end = figures[0].start, figures[-1].end
            yield Fault("number moved", alignment.text[start:end], start, end, lines[0].statement.text)


def _in_order(figures: list[Token], line: Indexed) -> bool:
    rest = iter([token.meaning or fold(token.text) for token in line.tokens])
    return all(any(known == (figure.meaning or fold(figure.text)) for known in rest) for figure in figures)


def _loses_floor(alignment: Alignment, token: Token, carriers: list[Indexed]) -> bool:
    return all(_is_floor(one, token) for one in carriers) and not _keeps_floor(alignment.text, token)


def _figure_in(one: Indexed, token: Token) -> bool:
    return any(other.meaning == token.meaning for other in one.tokens)


def _is_floor(one: Indexed, token: Token) -> bool:
    return all(
        other.number is None or other.number.floor for other in one.tokens if other.meaning == token.meaning
    )


def _keeps_floor(text: str, token: Token) -> bool:
    floor = token.number is not None and token.number.floor
    return floor or bool(
        re.search(r"(?:at least|over|more than|above|beyond)\s*$", text[: token.start], re.IGNORECASE)
    )


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
    source = line.statement.text
    if _turned(_preposition(text, token), _preposition(source, other)) or _is_anothers(
        tokens, token, line, other
    ):
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


def _preposition(text: str, token: Token) -> str | None:
    match = _DIRECTION.search(re.sub(r"(?:[A-Z]{1,3})?[$£€₹¥₦₪]?\s*$", "", text[: token.start]))
    if match is None:
        return None
    return "to" if match[2] else match[1].lower()


def _counted(tokens: tuple[Token, ...], token: Token) -> str | None:
    """The content word right after a figure."""
    following = tokens[tokens.index(token) + 1 :][:1]
    return following[0].stem if following and following[0].is_content and not following[0].meaning else None


def _before(tokens: tuple[Token, ...], token: Token) -> str | None:
    """The content word before a figure, small words between them left out; none across a mark or a figure."""
    for other in reversed(tokens[: tokens.index(token)]):
        if other.meaning or (not other.stem and not other.free):
            return None
        if not other.stem:
            return None
        if other.is_content:
            return other.stem
        if fold(other.text) in ("and", "with", "to", "from", "or"):
            return None
    return None


def _near(tokens: tuple[Token, ...], token: Token) -> set[str]:
    """The content words next to a figure: three before it and three after it, synonyms included."""
    at = tokens.index(token)
    before = [one.stem for one in tokens[:at] if one.is_content and one.stem][-3:]
    after = [one.stem for one in tokens[at + 1 :] if one.is_content and one.stem][:3]
    near = {*before, *after}
    return near.union(*(wording().synonyms.get(word, frozenset()) for word in near))


def denied(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """A denial stands in the sentence and in its lines, or in neither."""
    own = list(_DENIED.finditer(alignment.text))
    lines = [index.all[at] for run in alignment.runs for at in run.options]
    quoted = " \n ".join(dict.fromkeys(fold(one.statement.text) for one in lines))
    for found in own:
        if not re.search(rf"\b{re.escape(fold(found.group()))}", quoted):
            yield Fault("negation", found.group(), found.start(), found.end())
    for run in alignment.runs:
        chosen = index.all[run.chosen]
        if chosen.is_line and not own and all(_denies(index.all[at], run) for at in run.options):
            yield Fault("negation", _text(alignment, run), run.start, run.end, chosen.statement.text)


def _denies(line: Indexed, run: Run) -> bool:
    """Whether the line denies the first word told of it: "Was not promoted to Senior Director"."""
    first = _place_in(line, run)
    if first is None:
        return False
    before = line.statement.text[: first.start]
    clause = re.split(r"[.;,]", before)[-1]
    return bool(_DENIED.search(clause))


def _place_in(line: Indexed, run: Run) -> Token | None:
    return next(
        (
            token
            for token in line.tokens
            if token.stem == run.tokens[0].stem and token.meaning == run.tokens[0].meaning
        ),
        None,
    )


def hedged(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """What the person only helped with is not told as their own."""
    for run in alignment.runs:
        chosen = index.all[run.chosen]
        first = _place_in(chosen, run)
        if not chosen.is_line or first is None:
            continue
        left_out = re.split(r"[.;,]", chosen.statement.text[: first.start])[-1]
        hedge = _HEDGES.search(left_out)
        stated = alignment.text[max(0, run.start - 40) : run.end]
        if hedge and not _HEDGES.search(stated) and _tells_an_act(run):
            yield Fault("hedge", _text(alignment, run), run.start, run.end, chosen.statement.text)


def _tells_an_act(run: Run) -> bool:
    found = recognise(run.tokens[0].text)
    return found is not None and found[1] in ("past", "third", "base", "participle")


def tense(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """A job that is over is not told in the present."""
    for run in alignment.runs:
        told = [at for at in sorted(run.options) if index.all[at].is_line]
        over = told and all(index.entry(at).kind in _JOBS and not index.entry(at).current for at in told)
        if not over:
            continue
        chosen = index.all[told[0]]
        inside = [token for token in alignment.tokens[run.first : run.last + 1] if token.free]
        for token in (*_ahead(alignment, run), run.tokens[0], *inside):
            known = recognise(token.text)
            quoted = token.text.lower() in chosen.statement.text.lower().split()
            if known and known[1] == "third" and not quoted and fold(token.text) not in _ALWAYS:
                yield Fault("tense", token.text, token.start, token.end, chosen.statement.text)


def _ahead(alignment: Alignment, run: Run) -> list[Token]:
    """The small words right before a run, and the verbs that the sentence only puts it together with."""
    found: list[Token] = []
    for at in reversed(range(run.first)):
        token = alignment.tokens[at]
        if not (token.free or at in alignment.light) or not token.stem:
            break
        found.append(token)
    return found


def causes(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """Both sides of a cause stand in one line that claims it too."""
    text = alignment.text
    for match in wording().causes.finditer(text):
        after = text[match.end() :].lstrip()
        if match.group().lower() in ("by", "to", "through", "after", "via") and _NUMBER.match(after):
            continue
        left = [run for run in alignment.runs if run.start < match.start()][-1:]
        right = [run for run in alignment.runs if run.end > match.end()][:1]
        sides = [*left, *right]
        first = stem(match.group().split()[0])
        shared = frozenset.intersection(*(run.options for run in sides)) if sides else frozenset()
        claimed = any(first in index.all[at].stems for at in shared)
        if right and not claimed and not _in_a_name(right, index):
            yield Fault("cause", match.group(), match.start(), match.end())


def _in_a_name(runs: list[Run], index: Index) -> bool:
    """ "After nearly eight years", "through Kestrel Foods": no line, no cause."""
    return not any(index.all[at].is_line for run in runs for at in run.options)


def directions(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """Nothing goes up that went down."""
    known = wording()
    shown = trend_words(alignment, index)
    for run in alignment.runs:
        for token in run.tokens:
            for said, opposite in ((known.up, known.down), (known.down, known.up)):
                if token.stem not in said or token.stem in shown:
                    continue
                lines = [index.all[at] for at in run.options]
                if all(not one.stems & said and one.stems & opposite for one in lines):
                    yield Fault("direction", token.text, token.start, token.end, lines[0].statement.text)


def contacts(sentence: str) -> Iterator[Fault]:
    """Mail, links and telephone numbers."""
    found = _CONTACT.search(sentence)
    if found and not _TWO_YEARS.fullmatch(found.group()):
        yield Fault("contact", found.group(), found.start(), found.end())


def _text(alignment: Alignment, run: Run) -> str:
    return alignment.text[run.start : run.end]
