"""Relations that a sentence turns round.

A sentence may leave relations of its line out and add some by moving a phrase; it may not give a word what the line
gives to another, turn a relation round, or put a preposition's opposite in its place.
"""

from collections.abc import Iterator, Sequence

from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment
from functions.summarize.verify.index import Index
from functions.summarize.verify.relations import Key, Reading, Relation, read

_OPPOSITES = frozenset(
    frozenset(pair.split("/"))
    for pair in "from/to before/after with/without over/under above/below for/against".split()
)
_STATED = frozenset("without before after against despite".split())
"""What a line must say itself: no sentence adds it."""
_CHANGING = frozenset(("from", "to", "by"))


def misrelated(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """A fault for each relation of the sentence that every line which has its words contradicts."""
    held = {token.start for run in alignment.runs for token in run.tokens}
    lines = {at for run in alignment.runs for at in run.options if index.all[at].is_line}
    told = [index.all[at] for at in sorted(lines)]
    for one in read(alignment.text, index.function_words).relations:
        if not all(token.start in held for token in one.tokens):
            continue
        needed = one.first if one.link in _STATED else one.first | {one.head}
        stated = [line for line in told if needed <= line.reading.keys]
        if stated and all(_contradicts(one, line.reading) for line in stated):
            start, end = one.tokens[0].start, one.tokens[-1].end
            yield Fault("order", alignment.text[start:end], start, end, stated[0].statement.text)


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
