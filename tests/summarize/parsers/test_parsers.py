import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.summarize.docx import read
from functions.summarize.docx.document import Document, document_of
from functions.summarize.parsers.ats import AtsParser
from functions.summarize.parsers.card import read_card
from functions.summarize.parsers.industry import IndustryParser
from functions.summarize.resume import Evidence, Resume
from functions.summarize.samples import names, path

AS_OF = date(2026, 1, 1)
RESUME = document_of(
    "Giancarlo D'Amico",
    "giancarlo@example.net | 07700 900418 | Leeds",
    "EXPERIENCE",
    "Head Chef, The Copper Lantern, May 2018 - present",
    "Responsible for the daily order",
    "Lead a brigade of 14 serving 220 covers a day",
    "Wrote seasonal menus",
    "Brought food cost down from 36% to 28% of sales",
    "Sous Chef, Porto Azzurro, Sep 2013 - Apr 2018",
    "Trained seven commis chefs in butchery",
    "SKILLS",
    "Team player, Excel, Menu development, Butchery, Level 3 Food Safety",
)
LINES = (
    "Amina Diallo", "SKILLS", "EXPERIENCE", "EDUCATION", "CERTIFICATIONS", "amina@example.org", "+44 7700 900123",
    "Senior Nurse, St Ann's Hospital, Jan 2015 - Mar 2020", "Software Engineer | Lumen Ltd | 2020 - present",
    "Cut waiting time from 40 to 9 minutes", "Led a team of 12", "Python, SQL, triage", "BSc Nursing, 2014",
    "University of Leeds", "RN", "Responsible for \u0000 rotas", "\t|\t", "Skills: Excel (advanced)", "日本語 5年", "•",
)  # fmt: skip


def shared(resume: Resume) -> Resume:
    """The resume without what a parser selects, ranks, derives or reports."""
    return replace(
        resume,
        skills=(),
        achievements=(),
        scope=Resume("").scope,
        level=None,
        sector=None,
        report={},
        notices=(),
    )


def evidence_in(value: Any) -> list[Evidence]:
    """Every piece of evidence anywhere in a record."""
    if isinstance(value, Evidence):
        return [value]
    if isinstance(value, tuple):
        return [place for one in value for place in evidence_in(one)]
    fields = getattr(value, "__dataclass_fields__", {})
    return [place for name in fields for place in evidence_in(getattr(value, name))]


def check(document: Document) -> None:
    ats, industry = AtsParser().parse(document, AS_OF), IndustryParser().parse(document, AS_OF)
    assert shared(ats) == shared(industry)
    assert sorted(skill.name for skill in ats.skills) == sorted(skill.name for skill in industry.skills)
    for resume in (ats, industry):
        json.dumps(resume.report)
        assert all(resume.text[one.start : one.end] == one.quote for one in evidence_in(resume))
        assert [one.score for one in resume.achievements] == sorted(
            (one.score for one in resume.achievements), reverse=True
        )


@pytest.mark.parametrize("name", names())
def test_both_parsers_read_the_same_facts_of_a_sample(name: str) -> None:
    check(read(path(name).read_bytes()))


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=25))
def test_both_parsers_read_the_same_facts_of_any_lines(lines: list[str]) -> None:
    check(document_of(*(line.replace("\n", " ") for line in lines)))


@pytest.mark.parametrize("parser", [AtsParser(), IndustryParser()])
def test_the_same_document_gives_the_same_resume(parser: AtsParser | IndustryParser) -> None:
    assert parser.parse(RESUME, AS_OF) == parser.parse(RESUME, AS_OF)


def test_ats_keeps_the_words_of_the_resume_and_derives_nothing() -> None:
    resume = AtsParser().parse(RESUME, AS_OF)
    assert (resume.level, resume.sector) == (None, None)
    assert [one.text.value for one in resume.achievements] == [
        "Brought food cost down from 36% to 28% of sales",
        "Lead a brigade of 14 serving 220 covers a day",
        "Trained seven commis chefs in butchery",
        "Wrote seasonal menus",
        "Responsible for the daily order",
    ]


def test_ats_orders_skills_by_section_frequency_and_recency_and_qualities_last() -> None:
    resume = AtsParser().parse(RESUME, AS_OF)
    assert [(skill.name, skill.listed, len(skill.evidence)) for skill in resume.skills] == [
        ("butchery", True, 2),
        ("Excel", True, 1),
        ("menu development", True, 1),
        ("Level 3 Food Safety", True, 1),
        ("food cost", False, 1),
        ("team player", True, 1),
    ]


def test_industry_groups_skills_by_the_sector_with_licences_first() -> None:
    resume = IndustryParser().parse(RESUME, AS_OF)
    assert [(skill.name, skill.group) for skill in resume.skills] == [
        ("Level 3 Food Safety", "Certificates"),
        ("butchery", "Kitchen, service and operations"),
        ("menu development", "Kitchen, service and operations"),
        ("Excel", "Systems"),
        ("food cost", "Kitchen, service and operations"),
        ("team player", "Personal"),
    ]


def test_industry_reads_level_sector_and_scope_with_their_rules() -> None:
    resume = IndustryParser().parse(RESUME, AS_OF)
    assert resume.level is not None
    assert resume.sector is not None
    assert (resume.level.value, resume.level.rule) == ("manager", "title-word")
    assert (resume.sector.value, resume.sector.rule) == ("Hospitality", "titles-and-skills")
    assert [fact.value for fact in resume.scope.team_size] == ["brigade of 14"]
    assert [fact.value for fact in resume.scope.volume] == ["220 covers a day"]


def test_industry_ranks_by_metric_and_recency() -> None:
    resume = IndustryParser().parse(RESUME, AS_OF)
    ranked = [one.text.value for one in resume.achievements]
    assert (ranked[0], ranked[-1]) == (
        "Brought food cost down from 36% to 28% of sales",
        "Responsible for the daily order",
    )


def test_a_larger_figure_of_the_same_kind_ranks_higher() -> None:
    document = document_of(
        "EXPERIENCE",
        "Sales Manager, Acme Ltd, 2019 - present",
        "Won $2,000 of work",
        "Won $2,000,000 of work",
    )
    best = IndustryParser().parse(document, AS_OF).achievements[0]
    assert best.text.value == "Won $2,000,000 of work"


def test_a_skills_section_of_which_nothing_is_read_is_a_notice() -> None:
    document = document_of("Amina Diallo", "SKILLS", "★★★★", "EXPERIENCE", "Nurse, St Ann's, 2019 - 2021")
    for parser in (AtsParser(), IndustryParser()):
        codes = [(notice.code, notice.start) for notice in parser.parse(document, AS_OF).notices]
        assert ("section-unread", 13) in codes


def test_the_ats_report_tells_what_a_plain_system_reads() -> None:
    lines = document_of(
        "Amina Diallo", "amina@example.org", "WHERE I HAVE BEEN OF USE", "Nurse, St Ann's Hospital"
    )
    boxed = tuple(replace(block, part="textbox") if block.index == 1 else block for block in lines.blocks)
    report = AtsParser().parse(Document(boxed, hidden=("keywords",)), AS_OF).report
    assert set(report) - {"kind", "advice"} <= set(read_card("ats").report) - {"advice"} | {"kind"}
    assert (report["outside_body"], report["hidden_texts"]) == ({"textbox": 1}, 1)
    assert "phone" in report["missing"]  # type: ignore[operator]
    assert "No phone was found." in report["advice"]  # type: ignore[operator]
    assert "Hidden text was found and ignored: it is best removed." in report["advice"]  # type: ignore[operator]


def test_each_card_names_the_keys_of_its_report() -> None:
    for name, parser in (("ats", AtsParser()), ("industry", IndustryParser())):
        report = parser.parse(RESUME, AS_OF).report
        of_a_target = {"keyword_coverage"} if name == "ats" else set()
        assert set(report) - {"kind"} | of_a_target == set(read_card(name).report)


def test_the_scope_card_tells_sector_level_scope_results_and_gaps() -> None:
    report = IndustryParser().parse(RESUME, AS_OF).report
    assert report["level"] == {
        "value": "manager",
        "rule": "title-word",
        "confidence": 0.9,
        "evidence": ["Head Chef"],
    }
    assert report["scope"] == {
        "team_size": ["brigade of 14"],
        "budget": [],
        "sites": [],
        "volume": ["220 covers a day"],
    }
    assert report["top_results"][0] == {  # type: ignore[index]
        "text": "Brought food cost down from 36% to 28% of sales",
        "action": "Brought",
        "metric": "from 36% to 28%",
        "object": "food cost",
    }
    assert report["missing"] == ["budget", "sites", "credentials"]


def test_nothing_at_all_gives_an_empty_resume_and_honest_reports() -> None:
    for parser in (AtsParser(), IndustryParser()):
        resume = parser.parse(document_of("Shopping", "Milk"), AS_OF)
        assert (resume.skills, resume.achievements, resume.sector, resume.level) == ((), (), None, None)
    assert resume.report["sector"] is None
