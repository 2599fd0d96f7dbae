"""How well lines are told: against the forms that a writer gave, from gold parts or from the reader's own."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from functions.summarize.lines import LineReading, Telling, Tellings, tellings
from training.lines.corpus import LabelledLine

FORMS = ("past", "present", "gerund", "noun", "short")
_ARTICLES = frozenset("a an the".split())


@dataclass
class Score:
    """Of one form: how many agree with gold exactly, acceptably, differ, are missing, or are told against gold."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[str, str, str, str]] = field(default_factory=list)


def gold_reading(line: LabelledLine) -> LineReading:
    """The reading that the labels give."""
    return LineReading(line.line, line.title, line.current, line.head, line.parts, 1.0, certain=True)


def told(forms: Tellings, name: str) -> Telling | None:
    """A form by the name that the labelled lines have; their `present` of a finished act is our perfect."""
    if name == "present":
        return forms.present or forms.perfect
    found: Telling | None = getattr(forms, name)
    return found


def compare(gold: str | None, ours: str | None) -> str:
    """exact; acceptable (articles, brackets, commas, a dropped tail); other; missing; extra; none."""
    if ours is None or gold is None:
        return "none" if ours is gold else "missing" if ours is None else "extra"
    if ours == gold:
        return "exact"
    mine, theirs = _words(ours), _words(gold)
    if mine == theirs or mine == theirs[: len(mine)] or theirs == mine[: len(theirs)]:
        return "acceptable"
    missing = Counter(theirs) - Counter(mine)
    more = Counter(mine) - Counter(theirs)
    same_order = (not more and _within(mine, theirs)) or (not missing and _within(theirs, mine))
    return "acceptable" if same_order else "other"


def _within(few: list[str], many: list[str]) -> bool:
    rest = iter(many)
    return few[:1] == many[:1] and all(word in rest for word in few)


def _words(text: str) -> list[str]:
    bare = re.sub(r"\([^)]*\)", " ", text.lower()).replace(" & ", " and ")
    words = (word.strip(".,") for word in re.findall(r"[\w%$£€¥₹₱.&+/'’-]+", bare))
    return [word for word in words if word and word not in _ARTICLES]


def score(lines: Iterable[tuple[LabelledLine, LineReading]]) -> dict[str, Score]:
    """Every form of every line, compared."""
    scores = {name: Score() for name in FORMS}
    for line, reading in lines:
        forms = tellings(reading)
        for name in FORMS:
            telling = told(forms, name)
            mine, gold = (telling.text if telling else None), line.told.get(name)
            kind = compare(gold, mine)
            scores[name].counts[kind] += 1
            if kind not in ("exact", "none"):
                scores[name].examples.append((kind, line.line, str(gold), str(mine)))
    return scores


def figures(rows: Iterable[tuple[LabelledLine, LineReading]]) -> dict[str, float]:
    """The figures of the card: of the reading, and of the forms told."""
    rows = list(rows)
    certain = [(line, reading) for line, reading in rows if reading.certain]
    measured = {
        "certain": len(certain) / len(rows),
        "head_of_certain": _share(same_head(line, reading) for line, reading in certain),
        "verbs_of_certain": _share(same_verbs(line, reading) for line, reading in certain),
        "head": _share(same_head(line, reading) for line, reading in rows),
        "verbs": _share(same_verbs(line, reading) for line, reading in rows),
    }
    for name, each in score(rows).items():
        counts = each.counts
        gold = sum(counts[kind] for kind in ("exact", "acceptable", "other", "missing"))
        told_at_all = sum(counts[kind] for kind in ("exact", "acceptable", "other", "extra"))
        measured[f"{name}_exact"] = counts["exact"] / gold
        measured[f"{name}_acceptable"] = (counts["exact"] + counts["acceptable"]) / gold
        measured[f"{name}_missing"] = counts["missing"] / gold
        measured[f"{name}_other"] = (counts["other"] + counts["extra"]) / max(1, told_at_all)
    return {name: round(value, 4) for name, value in measured.items()}


def _share(right: Iterable[bool]) -> float:
    answers = list(right)
    return sum(answers) / max(1, len(answers))


def same_head(line: LabelledLine, reading: LineReading) -> bool:
    """Whether the head is the labelled one; an act and a duty are told alike."""
    verbal = {"act", "duty"}
    return reading.head == line.head or {reading.head, line.head} <= verbal


def same_verbs(line: LabelledLine, reading: LineReading) -> bool:
    """Whether verbs and subjects begin where the labels say."""
    mine = {(part.tag, part.start) for part in reading.parts if part.tag == "verb"}
    return mine == {(part.tag, part.start) for part in line.parts if part.tag == "verb"}
