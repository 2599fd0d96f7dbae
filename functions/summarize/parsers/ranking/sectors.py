"""Sector packs, and the sector of a resume by the evidence of its titles and skills.

An employer's name alone never decides: a cook at a bank works in hospitality.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from functions.summarize.parsers.skills.lexicon import Kind
from functions.summarize.parsers.skills.skills import FoundSkill
from functions.summarize.resume import Evidence, Fact, Resume

PACKS = Path(__file__).parent / "data" / "sectors.toml"
GENERAL = "general"

TITLE, FADING = 4.0, 0.5
SKILL, MOST_SKILLS = 0.5, 8
ENOUGH, MARGIN = 2.0, 1.05
MOST_EVIDENCE, MOST_TITLES = 6, 12


@dataclass(frozen=True, slots=True)
class Pack:
    """How a sector speaks: the words of its titles and what it calls its kinds of skill."""

    id: str
    name: str
    titles: re.Pattern[str]
    labels: dict[Kind, str]


@cache
def packs() -> dict[str, Pack]:
    """The sector packs by id."""
    data = tomllib.loads(PACKS.read_text(encoding="utf-8"))
    return {key: _pack(key, values) for key, values in data.items()}


def _pack(key: str, values: dict[str, object]) -> Pack:
    titles, labels = values["titles"], values["labels"]
    if not isinstance(titles, list) or not isinstance(labels, dict):
        raise TypeError(f"{PACKS.name}: {key} needs a list of titles and a table of labels")
    pattern = rf"(?<!\w)(?:{'|'.join(titles)})(?!\w)" if titles else r"(?!)"
    return Pack(key, str(values["name"]), re.compile(pattern, re.IGNORECASE), labels)


def read_sector(resume: Resume, skills: Iterable[FoundSkill]) -> Fact[str] | None:
    """The sector that titles and skills show, with the words that show it; None where they show none.

    The value is the pack's id. The rule says what decided: "titles", "skills" or "titles-and-skills".
    """
    votes: Counter[str] = Counter()
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    rules: defaultdict[str, set[str]] = defaultdict(set)
    for sector, weight, places, rule in (*_title_votes(resume), *_skill_votes(skills)):
        votes[sector] += weight  # type: ignore[assignment]
        evidence[sector] += places
        rules[sector].add(rule)
    ranked = [*votes.most_common(2), ("", 0.0), ("", 0.0)]
    (first, weight), (_, second) = ranked[:2]
    if weight < ENOUGH or weight < second * MARGIN:
        return None
    rule = "-and-".join(sorted(rules[first], reverse=True))
    confidence = round(min(0.95, 0.5 + 0.5 * (weight - second) / weight), 2)
    return Fact(first, tuple(evidence[first][:MOST_EVIDENCE]), confidence, rule)


Vote = tuple[str, float, list[Evidence], str]


def _title_votes(resume: Resume) -> Iterator[Vote]:
    titles = [role.title for role in resume.roles[:MOST_TITLES]] or [resume.headline]
    for position, title in enumerate(titles):
        if title is None:
            continue
        if sector := sector_of(title.value):
            yield sector, TITLE * FADING**position, list(title.evidence), "titles"


def sector_of(title: str) -> str | None:
    """The pack that names a title: its last word that fits decides, for a school nurse is a nurse.

    What stands after a comma, a dash or in brackets only counts where nothing before it fits.
    """
    for part in re.split(r"\s*[,(|/–—]\s*|\s-\s", title):
        fits = [
            (found.end(), len(found.group()), pack.id)
            for pack in packs().values()
            for found in pack.titles.finditer(part)
        ]
        if fits:
            return max(fits)[2]
    return None


def _skill_votes(skills: Iterable[FoundSkill]) -> Iterator[Vote]:
    counted: Counter[str] = Counter()
    for found in skills:
        sector = found.term.sector if found.term else GENERAL
        if sector != GENERAL and counted[sector] < MOST_SKILLS:
            counted[sector] += 1
            yield sector, SKILL, [found.skill.evidence[0]], "skills"
