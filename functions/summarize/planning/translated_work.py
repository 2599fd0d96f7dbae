"""What somebody does and did at a job, in another language than English: told in sentences, or not at all.

A line is told where a frame of the language fits it: a task or a result that is a thing, a team that is led, an act
whose verb ends the line. A list of which that would be less than half stands behind the word for tasks as it is
written; bare figures ("60 couverts midi, 90 soir") are not told.
"""

import re
from collections.abc import Iterator, Sequence

from functions.summarize.planning.records import SentencePlan
from functions.summarize.planning.translated_lines import lines_of
from functions.summarize.planning.translated_words import Told, Words
from functions.summarize.resume import Role

_SPLIT = re.compile(r"[,;]\s+(?![^()]*\))")
_MOST_ITEMS, _MOST_WORDS = 5, 14
"""Things that one sentence names, and words of one of them."""
_MOST_OF_ITEM = 5
"""Words of one thing of a list that is told as it is written."""
_TRADE = re.compile(r"\w/\w|\b[A-ZÄÖÜ]{3,}\b")
"""How work is written in short: "Kreditoren/Debitoren", "MWST"."""
_LEAST_WORDS = 3
"""Words of a task that is told alone: "la caisse" says little."""
_UNFIT = re.compile(r"[:→+=?!…]|\.\s|\s[–-]\s")
_WHOLE = 20
"""Words of a line that is a sentence of its own."""


_Telling = tuple[str, list[Told]]
"""How a line can be told ("task", "result", "act", "led"), and the things or the sentence that it becomes."""


def present(role: Role, most: int, words: Words, title: str, *, current: bool) -> Iterator[SentencePlan]:
    """The sentences of a job that tells who somebody is: its tasks, the team, what came of it."""
    lines = lines_of(role, words)
    if not words.table["sentence"]:
        if side_by_side := words.joined(lines[:most]):
            yield words.plan("present", side_by_side[0], {"lines": side_by_side})
        return
    told = [(line, _told(line, words, title, current=current)) for line in lines]
    whole = _list_of(told[:most], words)
    chosen = [one for _, one in told if one and not (whole and one[0] == "task")][
        : most - (whole is not None)
    ]
    yield from _said(chosen, "led", words)
    if whole:
        yield words.plan(
            "present", words.table["list"].format(lines=words.inside(whole[0])), {"lines": whole}
        )
    tasks = [line for kind, lines in chosen if kind == "task" for line in lines][:_MOST_ITEMS]
    if len(tasks) == 1 and len(tasks[0][0].split()) < _LEAST_WORDS:
        tasks = []
    results = [line for kind, lines in chosen if kind == "result" for line in lines][:_MOST_ITEMS]
    for frames, things in ((words.table["sentence"], tasks), (words.table["results"], results)):
        if things:
            text = frames[not current if things is tasks else len(things) > 1]
            listed = words.listed(_shortest_first(things))
            yield words.plan("present", text.format(lines=listed[0]), {"lines": listed})
        if things is tasks:
            yield from _said(chosen, "act", words)


def _list_of(told: Sequence[tuple[Told, _Telling | None]], words: Words) -> Told | None:
    """The first list of short things of which no frame tells half, where it names more than all frames would."""
    framed = sum(len(one[1]) for _, one in told if one and one[0] == "task")
    for line, one in told:
        items = [item.strip() for item in _SPLIT.split(line[0])]
        short = all(item[:1].isalpha() and len(item.split()) <= _MOST_OF_ITEM for item in items)
        fits = short and framed < len(items) <= _MOST_ITEMS and not _UNFIT.search(line[0])
        work = any(words.is_task(item) or _TRADE.search(item) for item in items)
        half = one is None or (one[0] == "task" and 2 * len(one[1]) <= len(items))
        if len(items) > 1 and fits and work and half:
            return line
    return None


def _said(chosen: Sequence[_Telling], kind: str, words: Words) -> Iterator[SentencePlan]:
    """The lines of a kind that are sentences of their own."""
    for line in (line for one, lines in chosen if one == kind for line in lines):
        yield words.plan("present", line[0], {"lines": line})


def tasks_before(role: Role, most: int, words: Words) -> Told | None:
    """The tasks of an earlier job, where there are two at least, so that they can be told in the plural."""
    told = (_things(line, words, "task") for line in lines_of(role, words))
    chosen = [things for things in told if things][:most]
    tasks = [one for things in chosen for one in things][:_MOST_ITEMS]
    return words.listed(_shortest_first(tasks)) if len(tasks) > 1 else None


def _shortest_first(things: Sequence[Told]) -> list[Told]:
    """Bare things before those with an addition, which would be read as theirs: "mit Betriebsrat und Logistik"."""
    return sorted(things, key=lambda one: len(one[0].split()) >= _LEAST_WORDS)


def _told(line: Told, words: Words, title: str, *, current: bool) -> _Telling | None:
    """How a line can be told; None where no frame fits."""
    act = words.act(line[0], current=current)
    if act and len(act.split()) <= _WHOLE:
        return "act", [(act, line[1])]
    if current and words.says("leads", title) and (team := _team(line, words)):
        return "led", [team]
    for kind in ("result", "task"):
        if things := _things(line, words, kind):
            return kind, things
    return None


def _team(line: Told, words: Words) -> Told | None:
    """Who is led: "Equipo de 5 comerciales" of a head of sales."""
    head = _SPLIT.split(line[0])[0]
    for begins, frame in words.table["teams"]:
        if (found := re.match(begins, head, re.IGNORECASE)) and not _UNFIT.search(head):
            return f"{frame}{words.inside(head[found.end() :])}", line[1]
    return None


def _things(line: Told, words: Words, kind: str) -> list[Told]:
    """The things of a line that are tasks, or what came of the work, each with its article; of a list only those."""
    if kind == "task" and (pair := _pair(line[0], words)):
        return [(pair, line[1])]
    found = (words.thing(item, kind) for item in _items(line[0], words))
    return [(thing, line[1]) for thing in found if thing and len(thing.split()) <= _MOST_WORDS]


def _pair(text: str, words: Words) -> str | None:
    """Two tasks of one object, which stay together: "la rédaction et la mise en forme des conclusions"."""
    found = re.fullmatch(rf"(?P<one>\w+) (?P<and>{words.ands()}) (?P<other>[^,;:()]+)", text)
    if found is None or _UNFIT.search(text):
        return None
    one, other = words.thing(found["one"], "task"), words.thing(found["other"], "task")
    return f"{one} {found['and']} {other}" if one and other else None


def _items(text: str, words: Words) -> Iterator[str]:
    for item in _SPLIT.split(text):
        if not _UNFIT.search(item) and item.count("(") == item.count(")"):
            yield from _parts(item.strip(" .;,"), words)


def _parts(item: str, words: Words) -> Sequence[str]:
    """Two tasks that are joined, apart: "Pflege und Dienstplanung", not "Planung von Pflege und Reinigung"."""
    of = re.compile(rf"\b(?:{words.table['of']})(?!\w)", re.IGNORECASE)
    for joint in re.finditer(rf" (?:{words.ands()}) (?![^()]*\))", item):
        one, other = item[: joint.start()], item[joint.end() :]
        if words.is_task(one) and words.is_task(other) and (not of.search(one) or of.search(other)):
            return [one, *_parts(other, words)]
    return [item]
