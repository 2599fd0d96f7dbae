"""The words of a line as pieces of a telling: abbreviations written out, capitals of a shouted line calmed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from functions.summarize.language.surface import article, common_words
from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.records import Part, Piece
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.verbs import verb_form

_WORD = re.compile(r"\S+")
_WRITTEN_OUT = {
    "w/": "with", "&": "and", "+": "and", "incl.": "including", "incl": "including", "inc.": "including",
    "yr": "year", "yrs": "years", "hrs": "hours", "mins": "minutes", "secs": "seconds", "wks": "weeks", "mos": "months",
    "avg": "average", "avg.": "average", "dept": "department", "dept.": "department", "dept's": "department's",
    "depts": "departments", "mgmt": "management", "approx": "around", "approx.": "around", "c.": "around",
    "ca.": "around", "circa": "around", "#1": "first", "p.a.": "a year", "pa": "a year", "w/out": "without",
    "1/3": "a third", "1/4": "a quarter", "1/2": "half", "2/3": "two thirds",
    "our": "the", "my": "the", "→": "to", "->": "to", "➔": "to", "➜": "to", "=>": "to", "w/o": "without",
}  # fmt: skip
_FRACTIONS = frozenset(("1/2", "1/3", "1/4", "2/3"))
_PER = re.compile(
    r"^(?P<what>[^/]*)/\s?(?P<unit>yr|year|mo|month|wk|week|day|night|shift|hr|hour)(?P<mark>[,;.]?)$",
    re.IGNORECASE,
)
"""A rate with a stroke: "people/yr", "/ day"."""
_HYPHENED = re.compile(r"(?P<n>\d+)-(?P<unit>yr|mo|wk|hr)$", re.IGNORECASE)
"""A unit in an adjective: "4-yr"."""
_UNIT = re.compile(r"(?:yr|year|mo|month|wk|week|day|night|shift|hr|hour)\b", re.IGNORECASE)
_BEFORE_FIGURES = frozenset(("c.", "ca.", "circa", "approx", "approx."))
_UNITS = {"yr": "year", "mo": "month", "wk": "week", "hr": "hour"}
_PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves he him his she her hers you your yours".split()
)
_LEADING = re.compile(r"^(?:[\s.;:,!•*]|[-–—](?=\s))+")
_TRAILING = re.compile(r"[\s.;:,!–—-]+$")


@lru_cache(maxsize=64)  # the forms of one line ask for the same stretches; a line has some ten
def words_between(line: str, start: int, end: int) -> tuple[Piece, ...]:
    """The words of a stretch, without the marks at its ends; stretches as written are one piece."""
    pieces: list[Piece] = []
    text = line[start:end]
    led = _LEADING.match(text)
    start += led.end() if led else 0
    inner = line[start:end].rstrip()
    inner = inner if inner.endswith("p.a.") else _TRAILING.sub("", inner)
    calm = is_shouted(line)
    names = _names(inner) if calm and not line.isupper() else frozenset()
    for match in _WORD.finditer(inner):
        at = start + match.start()
        for word, written, first in _told(inner, match):
            if word.lower() == "own" and pieces and pieces[-1].rule == "written out":
                continue
            small = (
                calmed(written, shouted=line.isupper()) if calm and match.start() not in names else written
            )
            rule = None if small == word else "capitals" if written == word else "written out"
            _add(pieces, Piece(small, at + first, at + first + len(word), rule))
    return tuple(pieces)


def _names(text: str) -> frozenset[int]:
    """Where a word with a capital goes on a name that no list of words knows: "Foyleside Homes", "Errigal Schools"."""
    found: set[int] = set()
    named = False
    for match in _WORD.finditer(text):
        word = match.group().strip("()\"'")
        capital = word[:1].isupper() and word.rstrip(",;").lower() not in word_classes()
        unknown = capital and not word.isupper() and calmed(word, shouted=False) == word
        if capital and named:
            found.add(match.start())
        named = (capital and named) or unknown
        named = named and not word.endswith((",", ";"))
    return frozenset(found)


def _add(pieces: list[Piece], piece: Piece) -> None:
    """The piece behind the others; words as written go on with the stretch before them."""
    last = pieces[-1] if pieces else None
    if piece.rule is None and last is not None and last.rule is None and last.end is not None:
        pieces[-1] = Piece(f"{last.text} {piece.text}", last.start, piece.end)
    else:
        pieces.append(piece)


def _told(text: str, match: re.Match[str]) -> Iterator[tuple[str, str, int]]:
    """A word as (its letters, how it is told, its place in the word): abbreviations and strokes written out."""
    word = match.group()
    per = _PER.match(word)
    following = text[match.end() :].split(None, 1)[:1]
    if per and (per["what"][-1:].isalnum() or not per["what"]):
        unit = _UNITS.get(per["unit"].lower(), per["unit"].lower())
        if per["what"]:
            yield per["what"], per["what"], 0
        rest = word[len(per["what"]) :]
        yield rest, f"{article(unit)} {unit}{per['mark']}", len(per["what"])
    elif word == "/":
        yield word, _stroke(text[: match.start()].rstrip(), following[0] if following else ""), 0
    elif word == "&" and _is_name(text, match):
        yield word, word, 0
    else:
        yield word, _written_out(word, text[: match.start()].rstrip(), following[0] if following else ""), 0


_MEASURED = re.compile(
    r"(?:[$£€¥₹]\s?\d[\d.,]*|\d[\d.,]*\s?(?:hrs?|hours?|h|mins?|minutes|secs?|seconds|s|days|kg|t|tonnes|tons|km|k?Wh))$"
)


def _stroke(before: str, following: str) -> str:
    """A stroke between spaces: of a rate where a measure stands before it, "41 hrs / panel"; else one more thing."""
    if _UNIT.match(following):
        return article(following)
    word = following.rstrip(".,;)")
    one = word.isalpha() and word.islower() and not word.endswith("s") and word not in word_classes()
    return "per" if one and _MEASURED.search(before) else "and"


def _written_out(word: str, before: str, following: str) -> str:
    """The word in full where it is an abbreviation; "c." only before a figure, "pa" only behind one."""
    bare, mark = (word[:-1], word[-1]) if word[-1:] in ",;" else (word, "")
    lower = bare.lower()
    counts = re.match(r"\W*\d", following) is not None
    if lower in _BEFORE_FIGURES and not counts:
        return word
    if lower == "pa" and not before[-1:].isdigit():
        return word
    hyphened = _HYPHENED.match(bare)
    if hyphened:
        return f"{hyphened['n']}-{_UNITS[hyphened['unit'].lower()]}{mark}"
    if bare.isupper() and len(bare) > 1 and re.search(r"\b[A-Z]{2,}(?: (?:/|and|&|or))?$", before):
        return word  # "AVF / AVG": letters of a name beside those of another
    if lower in _FRACTIONS and re.search(r"\bby$", before) is None:
        return word  # "Years 1/2"
    written = _WRITTEN_OUT.get(lower)
    return word if written is None else f"{written}{mark}"


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether an "&" stands between capitals: "Salt & Silk"."""
    before, after = text[: match.start()].rsplit(None, 1)[-1:], text[match.end() :].split(None, 1)[:1]
    return bool(before and after) and before[0].strip('"“').istitle() and after[0].strip(',"”').istitle()


def is_shouted(line: str) -> bool:
    """Whether nearly every word has a capital, so that capitals say nothing."""
    if line.isupper():
        return True
    if sum(map(str.isupper, line)) < 4:
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 3 and capitals / len(words) > 0.9 and verb_form(words[0]) is not None


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october"
    " november december".split()
)


def calmed(word: str, *, shouted: bool) -> str:
    """A common word in small letters; any other word as it is."""
    lower = word.lower()
    bare = lower.strip(",.;:()'\"")
    stems = bare.split("-")
    titled = word[:1].isupper() and word[1:].islower()
    if not (titled or (shouted and word.isupper())) or not all(stem.isalpha() for stem in stems):
        return word
    if lower.strip(",.;:()").removesuffix("s") in _DAYS:
        return word
    known = all(_is_common(stem) or _is_common(stem.removesuffix("s")) for stem in stems)
    if shouted and len(bare) == _PAIR and bare not in word_classes():
        return word  # "RF", "PT"
    return lower if known else word


_PAIR = 2
"""Letters of a word that in a shouted line is an abbreviation."""


_DERIVED = re.compile(
    r"(?P<stem>[a-z]{4,})(?:ary|less|ness|able|ible|ship|wise|ful|ment|al|ist|er|ing|ed|ly|ity|ive|ure|ist|ant|ent)s?$"
)
_NEGATED = re.compile(
    r"(?:un|mis|dis|ante|post|intra|non|over|under|pre|re|sub|inter|multi|out)(?P<stem>[a-z]{4,})$"
)


def _is_common(word: str) -> bool:
    known = word in noun_kinds() or verb_form(word) is not None or len(word) < 3
    known = known or not common_words().isdisjoint((word, f"{word}s"))
    made = (_DERIVED.match(word) or _NEGATED.match(word)) if not known else None
    return known or (made is not None and made["stem"] in common_words())


def small_at_start(text: str) -> str:
    """A text with a small first letter as inside a sentence; names keep theirs."""
    return joined(start_small((Piece(text, None, None),))) if text else text


def start_small(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with a small first letter as inside a sentence; names keep theirs ("Employee of the Month" too)."""
    first, *others = pieces
    word, *following = first.text.split(" ")
    if word == "No." and following and following[0][:1].isdigit():
        return tuple(pieces)
    name = word.lower() not in _role_words() and _goes_on_as_name(following)
    article = word == "A" and following[:1] != [] and following[0][:1].islower()  # and no grade or vitamin
    small = "a" if article else word if name else calmed(word, shouted=False)
    if small == word:
        return tuple(pieces)
    return (replace(first, text=" ".join((small, *following)), rule=first.rule or "small"), *others)


def _goes_on_as_name(following: Sequence[str]) -> bool:
    """Whether the next word, over "of the", has a capital as well: "Employee of the Month", not "Visits with HR"."""
    rest = [word for word in following[:3] if word not in ("of", "the", "for", "&")]
    over = following[:3].index(rest[0]) if rest else 0
    next_word = rest[0] if rest and (over == 0 or following[0] in ("of", "for", "&")) else ""
    return len(next_word) > 1 and next_word.istitle() and next_word.lower() in common_words()


def _role_words() -> frozenset[str]:
    return rule_words("role") | rule_words("role", "alone")


def has_pronoun(pieces: Iterable[Piece]) -> bool:
    """Whether a pronoun of the writer is left, which no telling may have."""
    return any(word.lower().strip(",.;()") in _PRONOUNS for piece in pieces for word in piece.text.split())


def part_words(line: str, part: Part) -> tuple[Piece, ...]:
    """The words of a part."""
    return words_between(line, part.start, part.end)


def ours(*words: str) -> tuple[Piece, ...]:
    """Joining words of ours."""
    return tuple(Piece(word, None, None) for word in words)


def with_comma(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with a comma behind the last."""
    return (*pieces[:-1], replace(pieces[-1], text=f"{pieces[-1].text},")) if pieces else pieces


def joined(pieces: Iterable[Piece]) -> str:
    """The text of the pieces: one space between them."""
    return " ".join(piece.text for piece in pieces)


_FIRST_NAME = re.compile(r" (?:in|at|across|for|from|of|with) (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*$")
_NEXT_NAME = re.compile(r"(?:, | and |, and )(?:the )?[A-Z]")


def before_names(text: str, end: int) -> int:
    """Where to end so that no series of names is cut: of "in Egypt, Oman" the first is not the place of them all."""
    names = _FIRST_NAME.search(text[:end])
    return names.start() if names and _NEXT_NAME.match(text[end:]) else end
