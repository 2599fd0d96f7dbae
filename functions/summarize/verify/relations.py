"""Who stands to whom in a line: "from MySQL to PostgreSQL" is no "from PostgreSQL to MySQL".

A text is read as relations: a word, the preposition after it (none for the object of a verb), and what follows. A
sentence may leave relations of its line out and add some by moving a phrase; it may not give a word what the line
gives to another, turn a relation round, or put a preposition's opposite in its place.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from functions.summarize.language.verbs import recognise
from functions.summarize.language.words import fold
from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment
from functions.summarize.verify.index import Index
from functions.summarize.verify.tokens import Meaning, Token, tokens_of

_SAME = {
    "into": "to", "onto": "to", "→": "to", "->": "to", "using": "by", "via": "by", "through": "by",
    "towards": "toward", "upon": "on", "w": "with",
}  # fmt: skip
"""Prepositions that say the same of what follows them."""
_PREPOSITIONS = frozenset(
    "from to by of for with without before after over under above below between against than on in at within during"
    " until since as per toward across among behind instead despite versus".split()
) | frozenset(_SAME)
_OPPOSITES = frozenset(
    frozenset(pair.split("/"))
    for pair in "from/to before/after with/without over/under above/below for/against".split()
)
_STATED = frozenset("without before after against despite".split())
"""What a line must say itself: no sentence adds it."""
_CHANGING = frozenset(("from", "to", "by"))
_DETERMINERS = frozenset("the a an its their all both each every his her my".split())
_BREAKING = frozenset(
    "and or but that who whom whose which where when while as is are was were be been has have had also plus i it this"
    " these those there then now".split()
)
"""Words that begin something new; whatever else says nothing of a person stands before what is told."""
_LISTING = frozenset({"and", "or", ",", "&", "/", "plus"}) | _DETERMINERS
_ACTS = ("past", "third", "base", "gerund", "participle")
_YEAR = re.compile(r"(?:19|20)\d\d")
Key = str | Meaning


@dataclass(frozen=True, slots=True)
class Relation:
    """`head` and `what` are stems or figures; `link` is empty for the object of a verb.

    `what` are all members of a list and `tokens` the first of them; `tail` is all that follows up to the next
    preposition or mark, where `what` ends at a figure or an act.
    """

    head: Key
    link: str
    what: frozenset[Key]
    tail: frozenset[Key]
    tokens: tuple[Token, ...]

    @property
    def first(self) -> frozenset[Key]:
        """The first member of the list that follows."""
        return frozenset(map(_key, self.tokens))


@dataclass(frozen=True, slots=True)
class Reading:
    """The relations of a text in reading order, all its words, and those that stand in it more than once."""

    relations: tuple[Relation, ...]
    keys: frozenset[Key]
    repeated: frozenset[Key]


@lru_cache(maxsize=512)
def read(text: str) -> Reading:
    """The relations of a text."""
    tokens = tokens_of(text)
    counted = Counter(_key(token) for token in tokens if token.is_content)
    return Reading(
        tuple(_relations(tokens)),
        frozenset(counted),
        frozenset(key for key, times in counted.items() if times > 1),
    )


def _relations(tokens: Sequence[Token]) -> Iterator[Relation]:
    head: Token | None = None
    link: str | None = ""
    for at, token in enumerate(tokens):
        word = fold(token.text)
        if word in _PREPOSITIONS:
            link = _SAME.get(word, word)
        elif token.is_content:
            if head is not None and link is not None and (link or (_is_act(head) and not _is_done(token))):
                told, tail = _phrase(tokens, at), _phrase(tokens, at, whole=True)
                first = tuple(_first_member(tokens, at, told))
                yield Relation(
                    _key(head), link, frozenset(map(_key, told)), frozenset(map(_key, tail)), first
                )
            head, link = token, ""
        elif not token.stem or word in _BREAKING:
            link = None


def _phrase(tokens: Sequence[Token], start: int, *, whole: bool = False) -> tuple[Token, ...]:
    """The content words from a place on, over the members of a list, to the next preposition or act."""
    found: list[Token] = []
    for token in tokens[start:]:
        word = fold(token.text)
        if word in _PREPOSITIONS or (not token.is_content and word not in _LISTING):
            break
        if found and not whole and ((token.meaning and not _YEAR.fullmatch(token.text)) or _is_done(token)):
            break
        if token.is_content:
            found.append(token)
    return tuple(found)


def _first_member(tokens: Sequence[Token], start: int, told: Sequence[Token]) -> Iterator[Token]:
    """What is told from a place on without anything between."""
    for token, one in zip(tokens[start:], told, strict=False):
        if token != one:
            return
        yield token


def _is_act(token: Token) -> bool:
    known = recognise(token.text)
    return known is not None and known[1] in _ACTS


def _is_done(token: Token) -> bool:
    """Whether a word says what was done to the one before it: "waiting time cut", "nurses trained"."""
    known = recognise(token.text)
    return known is not None and known[1] == "past"


def _key(token: Token) -> Key:
    return token.meaning or token.stem


def turned(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """A fault for each relation of the sentence that every line which has its words contradicts."""
    held = {token.start for run in alignment.runs for token in run.tokens}
    lines = {at for run in alignment.runs for at in run.options if index.all[at].is_line}
    for one in read(alignment.text).relations:
        if not all(token.start in held for token in one.tokens):
            continue
        texts = [index.all[at].statement.text for at in sorted(lines)]
        needed = one.first if one.link in _STATED else one.first | {one.head}
        stated = [text for text in texts if needed <= read(text).keys]
        if stated and all(_contradicts(one, read(text)) for text in stated):
            start, end = one.tokens[0].start, one.tokens[-1].end
            yield Fault("order", alignment.text[start:end], start, end, stated[0])


def _contradicts(one: Relation, line: Reading) -> bool:
    """Whether a line gives the word something else and this to another, or says it the other way round."""
    stated = line.relations
    alike = [other for other in stated if one.head == other.head and _say_the_same(one.link, other.link)]
    if any(_telling(one) & _reach(other, stated) for other in alike):
        return False
    if one.link in _STATED and not any(
        other.link == one.link and _telling(one) & other.what for other in stated
    ):
        return True
    if _begins_a_change(one, stated):
        return True
    taken = any(_compete(one, other) for other in alike if other.link == one.link)
    around = one.link and any(
        other.head in one.tail and one.head in other.tail and one.link == other.link for other in stated
    )
    links = {other.link for other in stated if _telling(one) & other.what and other.link}
    opposed = links and not one.first & line.repeated
    return bool(
        taken or around or (opposed and all(frozenset((one.link, link)) in _OPPOSITES for link in links))
    )


def _begins_a_change(one: Relation, stated: Sequence[Relation]) -> bool:
    """Whether a line says "14 days to 6" of what the sentence says "14 days from" something else."""
    return one.link == "from" and any(other.link == "to" and other.head == one.head for other in stated)


def _reach(one: Relation, stated: Sequence[Relation]) -> frozenset[Key]:
    """What follows a preposition, and what belongs to that: "with a pool of six banks"."""
    return one.what.union(*(other.what for other in stated if other.link == "of" and other.head in one.what))


def _say_the_same(link: str, other: str) -> bool:
    """ "Repairs boards", "repair of boards"."""
    return link == other or {link, other} == {"", "of"}


def _compete(one: Relation, other: Relation) -> bool:
    """Whether only one of two can follow the same word: things, or figures, but "from etch" beside "from 2.3%"."""
    named, others = (any(isinstance(key, str) for key in each.first) for each in (one, other))
    if not one.link:
        return not (one.tokens[0].meaning or other.tokens[0].meaning)
    return named == others or one.link not in _CHANGING


def _telling(one: Relation) -> frozenset[Key]:
    """What tells a phrase from another: its figures where it has any, since units are shared, else its words."""
    return frozenset(key for key in one.first if not isinstance(key, str)) or one.first
