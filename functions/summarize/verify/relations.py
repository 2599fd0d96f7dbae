"""Who stands to whom in a line: "from MySQL to PostgreSQL" is no "from PostgreSQL to MySQL".

A text is read as relations: a word, the preposition after it (none for the object of a verb), and what follows.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from functions.summarize.language.function_words import FunctionWords
from functions.summarize.language.verbs import recognise
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
def read(text: str, function_words: FunctionWords) -> Reading:
    """The relations of a text."""
    tokens = tokens_of(text, function_words)
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
        word = token.word
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
        word = token.word
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
