"""The parser of a person of the sector: what kind of job, how big, and what came of it."""

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from functions.summarize.docx.document import Document
from functions.summarize.parsers.calibration import calibrated
from functions.summarize.parsers.facts import facts_of
from functions.summarize.parsers.ranking.achievements import read_achievements
from functions.summarize.parsers.ranking.levels import read_level
from functions.summarize.parsers.ranking.scope import read_scope
from functions.summarize.parsers.ranking.scope_card import scope_card
from functions.summarize.parsers.ranking.sectors import GENERAL, Pack, packs, read_sector
from functions.summarize.parsers.reading import Reading, read_document
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.parsers.skills.skills import FoundSkill, read_skills, unread_skills
from functions.summarize.resume import Achievement, Resume, Skill


class IndustryParser:
    """Literal facts, and sector, level and scope derived from them with rule and evidence."""

    def parse(self, document: Document, as_of: date) -> Resume:
        """The resume as the sector reads it, with a scope card."""
        return self.of(read_document(document), as_of)

    def of(self, reading: Reading, as_of: date) -> Resume:
        """See `Parser.of`."""
        facts = facts_of(reading, as_of)
        skills = read_skills(reading, facts, load_lexicon())
        notices = (*facts.notices, *unread_skills(reading, skills))
        return calibrated(replace(self.rank(facts, skills), notices=notices))

    def rank(self, facts: Resume, skills: tuple[FoundSkill, ...]) -> Resume:
        """See `Parser.rank`."""
        sector = read_sector(facts, skills)
        pack = packs()[sector.value if sector else GENERAL]
        resume = replace(
            facts,
            skills=_grouped(skills, pack),
            achievements=_ranked(read_achievements(facts)),
            scope=read_scope(facts),
            level=read_level(facts),
            sector=replace(sector, value=pack.name) if sector else None,
        )
        return replace(resume, report=scope_card(resume))


def _grouped(skills: Iterable[FoundSkill], pack: Pack) -> tuple[Skill, ...]:
    """Licences first, then the pack's own skills by kind, then those of other sectors and unknown ones."""
    ordered = sorted(skills, key=lambda found: _rank(found, pack))
    return tuple(replace(found.skill, group=_label(found, pack)) for found in ordered)


def _rank(found: FoundSkill, pack: Pack) -> tuple[bool, bool, bool, bool, int]:
    term = found.term
    return (
        term is not None and term.kind == "personal",
        term is None or term.kind != "credentials",
        not found.skill.listed,
        term is None or term.sector != pack.id,
        -len(found.skill.evidence),
    )


def _label(found: FoundSkill, pack: Pack) -> str | None:
    if found.term is None:
        return found.skill.group
    general = packs()[GENERAL].labels
    return pack.labels.get(found.term.kind, general[found.term.kind])


def _ranked(achievements: Iterable[Achievement]) -> tuple[Achievement, ...]:
    """By metric, recency and size of what was moved."""
    sized = (replace(one, score=round(one.score + _size(one.metric), 3)) for one in achievements)
    return tuple(sorted(sized, key=lambda one: -one.score))


def _size(metric: str | None) -> float:
    """A little more for a larger figure: 0 to 0.5 over six orders of magnitude."""
    digits = re.findall(r"\d[\d,]*", metric or "")
    largest = max((int(number.replace(",", "")) for number in digits), default=0)
    return min(0.5, math.log10(largest + 1) / 12)
