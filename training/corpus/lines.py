"""Resume lines to train on: our own patterns, the written pairs' lines, and the task statements of O*NET.

Models never see the words of a line, only how it is cut, so lines need variety of shape, not of vocabulary.
"""

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from functions.summarize.language.verbs import all_verbs, recognise

WRITTEN = Path(__file__).parents[1] / "data" / "written"
# So many lines begin with three verbs: "hire, train and mentor ...".
_SERIES = 0.06
_NOUNS = (
    "invoice processing time|stock loss|customer complaints|average handling time|overtime|monthly sales|energy use|"
    "a training programme|new onboarding materials|the reporting process|test coverage|staff turnover|"
    "supplier contracts|a client portfolio|weekly rotas|patient records|site inspections|a data pipeline|"
    "the booking system|lesson plans|the maintenance schedule|grant applications|a mobile app|waste"
).split("|")
_GROUPS = (
    "12 engineers|8 nurses|three branches|240 guests|15 volunteers|6 regional teams|40 schools|25 contractors|"
    "a team of 12|the night crew|junior colleagues|local suppliers|1,200 members"
).split("|")
_TAILS = (
    "by introducing {noun}|through {noun}|across 6 sites|within 9 months|over two years|for {group}|with {group}|"
    "in 2023|during peak season|using new software|while keeping {noun} below 4%|, saving $40K a year|from scratch|"
    ", on time and under budget|per quarter|as part of {noun}|(previously 18 days)|to meet demand|on 14 projects"
).split("|")
_OBJECTS = (
    "{noun}|{noun} by 31%|{noun} from 9 days to 3|{noun} from 12% to 4%|{noun} to 97%|{group}|$2.4M in {noun}|"
    "120 {plain} a week|{noun} and {noun}|{noun}, {noun} and {noun}|{noun} for {group}|over 300 {plain}|"
    "up to 60 {plain}|{noun} between sites|{noun} at {group}|about 25 {plain} a month"
).split("|")
_PLAINS = "orders|claims|tickets|calls|lessons|deliveries|audits|articles|samples|meals".split("|")
_NAMED = (
    "{noun} up 22% year on year|{noun} down to 4% from 9%|{noun}: 14 to 5 a month|{noun} 31 days to 12|"
    "{noun} for {group}|portfolio of 115 {plain}|60 {plain} a week|{noun}, {noun}|employee of the month, twice|"
    "1st place in a regional contest|{noun} with {group}|98% of {plain} on time|winner of a company award for {noun}"
).split("|")


def written_lines() -> Iterator[str]:
    """Every resume line of the written pairs."""
    for path in sorted(WRITTEN.glob("*.jsonl")):
        for row in path.read_text(encoding="utf-8").splitlines():
            yield from json.loads(row)["facts"].get("bullets", [])


def task_lines(extra: Path) -> Iterator[str]:
    """The task statements of `onet_occupations.jsonl.gz` in a folder of openly licensed files."""
    with gzip.open(extra / "onet_occupations.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            for task in json.loads(row)["tasks"]:
                yield task["task"].rstrip(".")


def composed_line(rng: random.Random) -> str:
    """A line of our own pattern."""
    if rng.random() < 0.12:
        return _filled(rng.choice(_NAMED), rng)
    form = rng.choices(("past", "base", "gerund", "third"), (70, 14, 12, 4))[0]
    verbs = [getattr(verb, form) for verb in rng.sample(all_verbs(), 3 if rng.random() < _SERIES else 1)]
    clauses = [f"{' and '.join(filter(None, (', '.join(verbs[:-1]), verbs[-1])))} {rng.choice(_OBJECTS)}"]
    if rng.random() < 0.2:
        clauses.append(f"{getattr(rng.choice(all_verbs()), form)} {rng.choice(_OBJECTS)}")
    text = " and ".join(clauses)
    for _ in range(rng.choices((0, 1, 2), (35, 45, 20))[0]):
        text += f" {rng.choice(_TAILS)}"
    return _filled(text.replace(" ,", ","), rng).capitalize()


def retold(line: str, rng: random.Random) -> str:
    """A task statement as people write it on a resume: often in the past, sometimes with a figure at its end."""
    first, _, rest = line.partition(" ")
    known = recognise(first)
    if known is None:
        return line
    form = rng.choices(("past", "base", "gerund"), (60, 25, 15))[0]
    text = f"{getattr(known[0], form).capitalize()} {rest}"
    return _filled(f"{text} {rng.choice(_TAILS)}", rng).replace(" ,", ",") if rng.random() < 0.3 else text


def _filled(pattern: str, rng: random.Random) -> str:
    for name, words in (("noun", _NOUNS), ("group", _GROUPS), ("plain", _PLAINS)):
        while f"{{{name}}}" in pattern:
            pattern = pattern.replace(f"{{{name}}}", rng.choice(words), 1)
    return pattern
