"""How a line is told: not denied, not without its hedge, not in the present when it is over."""

import re
from collections.abc import Iterator
from functools import cache

from functions.summarize.language.function_words import FunctionWords
from functions.summarize.language.verbs import recognise
from functions.summarize.language.words import fold
from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment, Run
from functions.summarize.verify.index import Index, Indexed
from functions.summarize.verify.tokens import Token

_JOBS = frozenset({"role", "volunteering"})
_ALWAYS = frozenset("includes speaks has is".split())
"""Verbs of the sentence's own that are said of the whole career."""
_HEDGES = re.compile(
    r"\b(?:help(?:ed|s|ing)?|assist(?:ed|s|ing|ant)?|support(?:ed|s|ing)?|contribut\w+|participat\w+|part of|member of|"
    r"shadow\w+|involved in|took part|co-\w+|under supervision|supervised by|one of|observ\w+|prepar\w+ to)\b",
    re.IGNORECASE,
)


@cache
def _denials(function_words: FunctionWords) -> re.Pattern[str]:
    denying = function_words.any_of(
        "not", "never", "no", "without", "nor", "neither", "cannot", "failed to", "failed"
    )
    return re.compile(rf"\b(?:{denying})\b|n['’]t\b", re.IGNORECASE)


def denied(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """A denial stands in the sentence and in its lines, or in neither."""
    own = list(_denials(index.function_words).finditer(alignment.text))
    lines = [index.all[at] for run in alignment.runs for at in run.options]
    quoted = " \n ".join(dict.fromkeys(fold(one.text) for one in lines))
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
    before = line.text[: first.start]
    clause = re.split(r"[.;,]", before)[-1]
    return bool(_denials(line.function_words).search(clause))


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
        left_out = re.split(r"[.;,]", chosen.text[: first.start])[-1]
        hedge = _HEDGES.search(left_out)
        stated = alignment.text[max(0, run.start - 40) : run.end]
        if hedge and not _HEDGES.search(stated) and _tells_an_act(run):
            yield Fault("hedge", _text(alignment, run), run.start, run.end, chosen.statement.text)


def _tells_an_act(run: Run) -> bool:
    found = recognise(run.tokens[0].text)
    return found is not None and found[1] in ("past", "third", "base", "participle")


def tense(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """A job that is over is not told in the present, which only the verbs of English show.

    What the resume lists as a skill one still works with, whatever job it was used in.
    """
    if not index.function_words.is_english:
        return
    for run in alignment.runs:
        told = [at for at in sorted(run.options) if index.all[at].is_line]
        over = told and all(index.entry(at).kind in _JOBS and not index.entry(at).current for at in told)
        if not over:
            continue
        chosen = index.all[told[0]]
        inside = [token for token in alignment.tokens[run.first : run.last + 1] if token.free]
        listed = any(index.all[at].statement.field == "skill" for at in run.options)
        ahead = [token for token in _ahead(alignment, run) if not (listed and token.free)]
        for token in (*ahead, run.tokens[0], *inside):
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


def _text(alignment: Alignment, run: Run) -> str:
    return alignment.text[run.start : run.end]
