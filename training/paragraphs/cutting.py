"""A composed sentence cut into slots: which words tell which fact, and which words only connect.

The verifier's own alignment says which fact carries each word. What is left between the facts is the writer's: the
connecting words that a model learns to choose.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from functions.summarize.language.verbs import recognise
from functions.summarize.language.words import fold
from functions.summarize.planning.records import Form, SlotKind
from functions.summarize.prompts.alphabet import connecting_words
from functions.summarize.sentences import Part
from functions.summarize.verify.alignment import align
from functions.summarize.verify.entries import Entries, Entry, EntryKind, Statement, StatementField
from functions.summarize.verify.index import Index
from functions.summarize.verify.light import LEADING, OPERATING
from functions.summarize.verify.tokens import Token
from training.composed import Record, Told

_DETERMINERS = frozenset(
    "the its a an around approximately about some nearly over more than up to just".split()
)
_LINES = frozenset({"result", "earlier line"})
_NOUNS = frozenset({"degree", "credential", "award", "strength"})
_MOST_SLOTS = 7
_PLAIN: dict[str, SlotKind] = {"title": "title", "years": "years", "field": "field", "headline": "title"}
_LISTED: dict[str, SlotKind] = {
    "education": "degree", "credentials": "credential", "skills": "strength", "awards": "award",
    "languages": "language",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cut:
    """A slot of a sentence: its fact, what it tells, the words that told it and the form they stand in."""

    place: str
    kind: SlotKind
    text: str
    form: Form


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence as slots and connecting words, in reading order, without its full stop."""

    part: Part
    items: tuple[Cut | str, ...]

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """The slots in reading order."""
        return tuple(item for item in self.items if isinstance(item, Cut))


def templates_of(record: Record, text: str = "close") -> tuple[Template | None, ...]:
    """The sentences of a text as templates; None for those that say something in words of their own."""
    told = record.texts.get(text, ())
    return tuple(_template(record, one, at, len(told)) for at, one in enumerate(told))


def _template(record: Record, told: Told, at: int, of: int) -> Template | None:
    entries, places = _entries(record, frozenset(told.uses))
    aligned = align(told.text, Index(entries))
    if aligned.unknown:
        return None
    spans: list[tuple[str, int, int]] = []
    for run in aligned.runs:
        place = places[run.chosen]
        if spans and spans[-1][0] == place:
            spans[-1] = (place, spans[-1][1], run.last)
        else:
            spans.append((place, run.first, run.last))
    named = [place for place, _, _ in spans]
    if len(set(named)) != len(named) or not 0 < len(named) <= _MOST_SLOTS or "profile" in named:
        return None
    items = tuple(_with_articles(tuple(_items(told.text, aligned.tokens, spans))))
    known = connecting_words()
    if not all(isinstance(item, Cut) or item in known for item in items):
        return None
    return Template(_part(items, at, of), items)


def _with_articles(items: Sequence[Cut | str]) -> Iterator[Cut | str]:
    """ "As senior auditor" -> "as a senior auditor"; which article it is follows from the words that come after."""
    for at, item in enumerate(items):
        before = items[at - 1] if at else ""
        if before == "as" and isinstance(item, Cut) and item.form == "person":
            yield "a"
        yield "a" if item == "an" else item


def _items(text: str, tokens: Sequence[Token], spans: Sequence[tuple[str, int, int]]) -> Iterator[Cut | str]:
    done = 0
    for place, first, last in spans:
        kind = kind_of(place)
        start = _begin(tokens, kind, done, first)
        yield from (_word(token) for token in tokens[done:start])
        end = _end(tokens, kind, last)
        told = text[tokens[start].start : tokens[end].end]
        yield Cut(place, kind, told, _form(kind, told))
        done = end + 1
    yield from (_word(token) for token in tokens[done:])


def _begin(tokens: Sequence[Token], kind: SlotKind, least: int, first: int) -> int:
    """Articles and words of measure belong to the thing, verbs of leading to the line they were added to."""
    start = first
    while start > least:
        token = tokens[start - 1]
        is_verb = token.stem in LEADING | OPERATING or fold(token.text) in ("brought", "has", "have")
        measured = fold(token.text) in _DETERMINERS and (kind in _LINES or kind == "years")
        if (
            measured
            or (kind in _NOUNS and fold(token.text) in ("a", "an", "the"))
            or (kind in _LINES and is_verb)
        ):
            start -= 1
        else:
            break
    return start


def _end(tokens: Sequence[Token], kind: SlotKind, last: int) -> int:
    following = fold(tokens[last + 1].text) if last + 1 < len(tokens) else ""
    is_years = kind == "years" and following in ("years", "year")
    closes = following == ")" and kind in ("language", "credential")
    return last + 1 if is_years or closes else last


def _word(token: Token) -> str:
    return fold(token.text)


def kind_of(place: str) -> SlotKind:
    """What a place tells; of a line of the present job whether it is scope or duty is for the planner to say."""
    name, *rest = place.split(".")
    if name in _PLAIN:
        return _PLAIN[name]
    if name != "roles":
        return _LISTED[name]
    present = rest[0] == "0"
    if rest[1] == "bullets":
        return "result" if present else "earlier line"
    if rest[1] == "title":
        return "title" if present else "earlier title"
    return "employer" if present else "earlier employer"


def _form(kind: SlotKind, told: str) -> Form:
    if kind in ("title", "earlier title"):
        return "person"
    if kind == "years":
        return "phrase"
    if kind not in _LINES:
        adjective = kind == "credential" and told.rsplit(maxsplit=1)[-1].endswith(
            ("certified", "registered", "licensed", "chartered")
        )
        return "adjective" if adjective else "noun phrase"
    first = fold(told.split(maxsplit=1)[0])
    if first in ("has", "have"):
        return "perfect"
    found = recognise(first)
    forms: dict[str, Form] = {"third": "present", "past": "past", "gerund": "gerund"}
    return forms.get(found[1], "noun phrase") if found else "noun phrase"


def _part(items: Sequence[Cut | str], at: int, of: int) -> Part:
    kinds = {item.kind for item in items if isinstance(item, Cut)}
    if at == 0:
        return "opening"
    if kinds & {"earlier line", "earlier employer", "earlier title"}:
        return "earlier"
    if at == of - 1 and not kinds & {"result", "employer"}:
        return "close"
    return "present" if "employer" in kinds or at == 1 else "more"


def _entries(record: Record, uses: frozenset[str]) -> tuple[Entries, tuple[str, ...]]:
    """The facts that a sentence uses as entries, and the place of every statement in their order."""
    found: list[Entry] = []
    places: list[str] = []
    for kind, current, statements in _facts(record):
        held = [(place, one) for place, one in statements if one.text and place in uses]
        found.append(Entry(kind, tuple(one for _, one in held), current=current))
        places += [place for place, _ in held]
    return Entries(tuple(found), 0), tuple(places)


def _facts(record: Record) -> Iterator[tuple[EntryKind, bool, list[tuple[str, Statement]]]]:
    row = record.source["resume"]
    years, field = record.years or {}, record.field or {}
    yield "person", True, [
        ("headline", Statement("headline", row["headline"] or "")),
        ("profile", Statement("profile", row["profile"] or "")),
        ("years", Statement("years", years.get("phrase") or "")),
        ("field", Statement("field", field.get("phrase") or "")),
    ]  # fmt: skip
    for at, role in enumerate(row["roles"]):
        title = "title" if at == 0 else f"roles.{at}.title"
        lines = [
            (f"roles.{at}.bullets.{n}", Statement("line", text)) for n, text in enumerate(role["bullets"])
        ]
        named = [
            (title, Statement("title", role["title"])),
            (f"roles.{at}.employer", Statement("employer", role["employer"] or "")),
        ]
        yield "role", role["end"] == "present", [*named, *lines]
    for at, course in enumerate(row["education"]):
        parts: tuple[tuple[StatementField, str], ...] = (
            ("degree", "degree"), ("subject", "field"), ("institution", "institution"),
        )  # fmt: skip
        yield "education", True, [(f"education.{at}", Statement(f, course[key] or "")) for f, key in parts]
    listed: tuple[tuple[str, EntryKind, StatementField], ...] = (
        ("credentials", "credential", "credential"), ("skills", "skill", "skill"), ("awards", "award", "line"),
        ("languages", "language", "language"),
    )  # fmt: skip
    for key, kind, statement in listed:
        for at, text in enumerate(row[key]):
            yield kind, True, [(f"{key}.{at}", Statement(statement, text))]
