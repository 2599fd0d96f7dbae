"""Words that a sentence may add to a line that has none: "brought", "speaks", "leads" before a team, "team of"."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from functions.summarize.language.words import fold, stem, wording
from functions.summarize.lines import read_line, tellings
from functions.summarize.lines.first_words import names_a_person
from functions.summarize.lines.supplied_tables import supplied_verbs
from functions.summarize.lines.verbs import verb_form
from functions.summarize.verify.changes import shown_by
from functions.summarize.verify.index import Index, Indexed
from functions.summarize.verify.tokens import Token

NEUTRAL = frozenset(
    map(
        stem,
        "bring work speak spend begin serve hold take deal talk start stand be have come go do make see turn put"
        " return carry live join move began begun spoke deals dealt handle".split(),
    )
)
"""Verbs that say no more than that a thing was there: "brought waste from 9% to 4%"."""
OPERATING = frozenset(map(stem, "run ran manage".split()))
"""Verbs for a thing that goes on ("runs a claims dashboard"); of people they are said by those in charge only."""
LEADING = frozenset(map(stem, "lead head direct supervise oversee chair captain".split()))
"""Verbs that say who is in charge; added only where a title or the line says so."""
GROUPS = frozenset(
    map(stem, "team people staff group crew squad brigade member colleague unit department".split())
)
"""Words for those one leads or belongs to; added only before a number of people."""
_TAUGHT = frozenset({stem("train"), stem("qualify"), stem("register")})
_LEARNT = frozenset({"credential", "degree", "subject", "institution", "skill"})
"""One is trained in what a course or a certificate is about."""
_IN_CHARGE = re.compile(
    r"\b(?:lead(?:er|ing)?|head|chief|manager|management|director|supervis\w+|captain|owner|founder|partner"
    r"|president|chef|foreman|forewoman|charge|chair\w*|superintendent|coordinator|officer|commander|sergeant"
    r"|consultant|self-employed|freelance\w*|responsib\w+|reports|headcount|team of|professor|administrator"
    r"|matron|secretary|controller|editor|sister|master|c[etfio]o|vp|mayor|dean|rector"
    r")\b",
    re.IGNORECASE,
)
_PERSONS = re.compile(
    r"(?:ers?|ors?|ists?|ians?|ants?|ents?|men|women|staff|people|ftes?|reports|nurses|chefs|cooks)$"
)

Found = Sequence[tuple[int, frozenset[int]]]


def light_words(tokens: Sequence[Token], found: Found, index: Index) -> frozenset[int]:
    """The places of the words that the sentence only puts its lines together with: verbs of English ones."""
    if not index.function_words.is_english:
        return frozenset()
    light: set[int] = set()
    known = _known()
    for (at, options), following in zip(found, [*found[1:], None], strict=False):
        token = tokens[at]
        if token.stem not in known or not following or following[1] & options:
            continue
        lines = [index.all[place] for place in following[1]]
        people = any(_people_after(tokens[following[0]], line) for line in lines)
        if (
            (token.stem in NEUTRAL and token.stem not in GROUPS)
            or (token.stem in _TAUGHT and all(line.statement.field in _LEARNT for line in lines))
            or (token.stem in OPERATING and not people and any(line.is_line for line in lines))
            or any(token.stem in shown_by(line.statement.text) for line in lines if line.is_line)
            or any(_is_supplied(token, line, index) for line in lines if line.is_line)
            or (token.stem in OPERATING | LEADING and any(_in_charge(line, index) for line in lines))
            or (token.stem in GROUPS and any(_counts_people(tokens[following[0]], line) for line in lines))
        ):
            light.add(at)
    return frozenset(light)


@cache
def _known() -> frozenset[str]:
    """The stems of all words that may be light."""
    return NEUTRAL | OPERATING | LEADING | GROUPS | _TAUGHT | wording().up | wording().down | _supplied()


@cache
def _supplied() -> frozenset[str]:
    """The stems of all forms of the verbs that a thing without one may take."""
    known = filter(None, map(verb_form, supplied_verbs()))
    return frozenset(stem(form) for verb in known for cell in verb.row for form in cell.split("/"))


def _is_supplied(token: Token, line: Indexed, index: Index) -> bool:
    """Whether the line, read as a thing, takes this verb: "GST returns" are prepared, "Reviewed GST returns" not."""
    entry = index.entries.all[line.entry]
    verb = verb_form(token.text)
    title = " ".join(entry.texts("title")[:1])
    return verb is not None and verb.base in _verbs_of(line.statement.text, title, current=entry.current)


@lru_cache(maxsize=256)
def _verbs_of(text: str, title: str, *, current: bool) -> frozenset[str]:
    told = tellings(read_line(text, title=title, current=current)).whole
    ours = [
        verb_form(piece.text)
        for form in (told.past, told.present, told.perfect, told.gerund)
        for piece in (form.pieces[:2] if form else ())
        if piece.start is None or piece.rule == "nominal"
    ]
    return frozenset(verb.base for verb in ours if verb)


def _in_charge(line: Indexed, index: Index) -> bool:
    """Whether the line, or a title of its entry, speaks of leading; a language or a skill is never led."""
    entry = index.entries.all[line.entry]
    if entry.kind not in ("role", "volunteering", "project"):
        return False
    return bool(_IN_CHARGE.search(line.statement.text)) or any(
        _IN_CHARGE.search(title) for title in entry.texts("title")
    )


def _people_after(token: Token, line: Indexed) -> bool:
    """Whether a figure of the line counts people."""
    return token.meaning is not None and _counts_people(token, line)


def _counts_people(token: Token, line: Indexed) -> bool:
    """Whether the figure counts people in the line, or nothing that it names ("Headcount: 17")."""
    if token.meaning is None:
        return True
    at = next((at for at, other in enumerate(line.tokens) if other.meaning == token.meaning), None)
    if at is None:
        return False
    following = [other for other in line.tokens[at + 1 : at + 4] if other.is_content and other.stem]
    return not following or any(
        _PERSONS.search(fold(other.text)) or names_a_person(other.text) for other in following
    )
