"""The literal parser: what a plain applicant tracking system can read back."""

from dataclasses import replace
from datetime import date

from functions.summarize.docx.document import Document
from functions.summarize.parsers.calibration import calibrated
from functions.summarize.parsers.facts import facts_of
from functions.summarize.parsers.ranking.achievements import read_achievements, tier
from functions.summarize.parsers.ranking.readability import readability_report
from functions.summarize.parsers.reading import Reading, read_document
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.parsers.skills.skills import FoundSkill, read_skills, unread_skills
from functions.summarize.resume import Achievement, Resume, Skill

NO_ROLE = 99


class AtsParser:
    """Stated values only; skills by section, frequency and recency; achievements verbatim."""

    def parse(self, document: Document, as_of: date) -> Resume:
        """The resume as it states itself, with a readability report."""
        return self.of(read_document(document), as_of)

    def of(self, reading: Reading, as_of: date) -> Resume:
        """See `Parser.of`."""
        facts = facts_of(reading, as_of)
        skills = read_skills(reading, facts, load_lexicon())
        resume = replace(
            self.rank(facts, skills),
            report=readability_report(reading.document, reading.spans, facts),
            notices=(*facts.notices, *unread_skills(reading, skills)),
        )
        return calibrated(resume)

    def rank(self, facts: Resume, skills: tuple[FoundSkill, ...]) -> Resume:
        """See `Parser.rank`."""
        return replace(facts, skills=_ordered(skills), achievements=_verbatim(read_achievements(facts)))


def _ordered(skills: tuple[FoundSkill, ...]) -> tuple[Skill, ...]:
    """Listed before recognised, often before seldom, in newer roles before older; personal qualities last."""
    return tuple(found.skill for found in sorted(skills, key=_rank))


def _rank(found: FoundSkill) -> tuple[bool, bool, int, int]:
    personal = found.term is not None and found.term.kind == "personal"
    role = NO_ROLE if found.role is None else found.role
    return personal, not found.skill.listed, -len(found.skill.evidence), role


def _verbatim(achievements: tuple[Achievement, ...]) -> tuple[Achievement, ...]:
    """Results with a figure, other figures, other lines, duties; within each as the resume has them.

    The scores follow this order, so that both parsers can be read alike.
    """
    ordered = sorted(achievements, key=tier)
    return tuple(replace(one, score=float(len(ordered) - place)) for place, one in enumerate(ordered))
