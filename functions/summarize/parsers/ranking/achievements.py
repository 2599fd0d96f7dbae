"""Achievements: the lines of the roles, what was done, to what, with what result, and how much each tells."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from functions.summarize.language.verbs import recognise
from functions.summarize.parsers.ranking.figures import Figure, FigureKind, find_figures
from functions.summarize.parsers.ranking.role_lines import LONGEST_LINE, role_lines
from functions.summarize.parsers.word_lists import any_of
from functions.summarize.resume import Achievement, Fact, Resume

VERBS = Path(__file__).parent / "data" / "verbs.toml"

METRIC: dict[FigureKind, float] = {
    "change": 3.0, "percent": 2.6, "multiple": 2.5, "money": 2.3, "time": 1.8, "count": 1.2,
}  # fmt: skip
OUTCOME, DONE, DUTY = 1.6, 0.5, -2.5
NEWEST, FADING = 1.5, 0.65
FEW_WORDS, MANY_WORDS = 4, 38
SHORT, LONG = -0.8, -0.4
WORD_COUNT = 0.7

FIRST_WORD = re.compile(
    r"(?:I |We )?(?:also |successfully |personally |consistently |jointly )?([A-Za-z-]{3,})\b"
)


@dataclass(frozen=True, slots=True)
class _Verbs:
    outcome: frozenset[str]
    outcome_phrase: re.Pattern[str]
    duty: re.Pattern[str]
    object_end: re.Pattern[str]


@cache
def _verbs() -> _Verbs:
    data = tomllib.loads(VERBS.read_text(encoding="utf-8"))
    return _Verbs(
        frozenset(data["outcome"]),
        re.compile(rf"\b(?:{'|'.join(data['outcome_phrases'])})", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(data['duties'])})\b", re.IGNORECASE),
        re.compile(rf"[;:(.]|,(?!\d)|(?:^|\s){any_of(data['object_ends'])}(?:\s|$)"),
    )


def read_achievements(resume: Resume) -> tuple[Achievement, ...]:
    """Every line of the roles in the order of the resume, scored; the parser orders them."""
    return tuple(_achievement(line, role) for role, line in role_lines(resume))


def is_duty(text: str) -> bool:
    """Whether a line names a duty ("Responsible for ...") rather than something done."""
    return _verbs().duty.match(text) is not None


def tier(achievement: Achievement) -> int:
    """0 for a result with a figure, 1 for another line with a figure, 2 for a line without, 3 for a duty."""
    text = achievement.text.value[:LONGEST_LINE]
    if is_duty(text):
        return 3
    if not achievement.quantified:
        return 2
    strong = any(figure.kind != "count" for figure in find_figures(text))
    return 0 if strong or _tells_outcome(text, achievement.action) else 1


def _achievement(bullet: Fact[str], role: int) -> Achievement:
    text = bullet.value[:LONGEST_LINE]
    best = max(find_figures(text), key=_telling, default=None)
    action = _action(text)
    quantified = best is not None and (not is_duty(text) or best.kind in ("change", "percent", "multiple"))
    score = round(sum(_weights(text, role, best, action)), 3)
    subject = _object(text, action, best)
    return Achievement(bullet, role, quantified, score, action, best.text if best else None, subject)


def _telling(figure: Figure) -> float:
    """How much a figure tells: a change most, a count in words ("two wards") least."""
    return WORD_COUNT if figure.kind == "count" and figure.text.isalpha() else METRIC[figure.kind]


def _weights(text: str, role: int, best: Figure | None, action: str | None) -> Iterator[float]:
    yield _telling(best) if best else 0.0
    yield NEWEST * FADING**role
    if is_duty(text):
        yield DUTY
    elif _tells_outcome(text, action):
        yield OUTCOME
    elif action:
        yield DONE
    words = len(text.split())
    yield SHORT if words < FEW_WORDS else LONG if words > MANY_WORDS else 0.0


def _tells_outcome(text: str, action: str | None) -> bool:
    verb = recognise(action) if action else None
    verbs = _verbs()
    return (verb is not None and verb[0].base in verbs.outcome) or bool(verbs.outcome_phrase.search(text))


def _action(text: str) -> str | None:
    """The verb that opens the line, as stated; None where a line opens otherwise ("Store of the year")."""
    found = FIRST_WORD.match(text)
    if found is None or is_duty(text) or text[found.end() :].startswith(" of "):
        return None
    return found.group(1) if recognise(found.group(1)) else None


def _object(text: str, action: str | None, best: Figure | None) -> str | None:
    """The words between the action and the next preposition, figure or comma: what it was done to."""
    if action is None:
        return None
    start = text.index(action) + len(action)
    end = best.start if best and best.start > start else len(text)
    words = _verbs().object_end.split(text[start:end].strip(), maxsplit=1)[0]
    return words.strip(" –—-") or None
