import pytest

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.ranking.sectors import GENERAL, packs, read_sector, sector_of
from functions.summarize.parsers.reading import Reading
from functions.summarize.parsers.skills.lexicon import DATA, load_lexicon
from functions.summarize.parsers.skills.skills import read_skills
from functions.summarize.resume import Fact, Resume
from tests.builders.bullets import resume_of


def sector(resume: Resume) -> Fact[str] | None:
    return read_sector(resume, read_skills(Reading(document_of(resume.text), ()), resume, load_lexicon()))


def test_every_sector_of_the_lexicon_has_a_pack() -> None:
    assert sorted(packs()) == sorted(path.stem for path in DATA.glob("*.txt"))


def test_every_pack_names_the_kinds_of_its_skills() -> None:
    kinds = {"credentials", "tools", "methods", "domain"}
    assert [set(pack.labels) - {"personal"} for pack in packs().values()] == [kinds] * len(packs())


@pytest.mark.parametrize(
    ("title", "pack"),
    [
        ("Senior Backend Engineer", "technology"),
        ("Data Analyst", "technology"),
        ("IT Recruiter", "human-resources"),
        ("School Nurse", "healthcare"),
        ("Hotel Accountant", "finance"),
        ("Hotel Manager", "hospitality"),
        ("Sous Chef", "hospitality"),
        ("Legal Counsel, Banking", "legal"),
        ("Professor of Aquatic Science", "education"),
        ("Warehouse Manager", "logistics"),
        ("CNC Machinist", "operations-and-manufacturing"),
        ("Approved Electrician", "engineering-and-trades"),
        ("Policy Officer", "public-sector"),
        ("Graphic Designer", "design-and-media"),
        ("Research Chemist", "science"),
        ("Dairy Farm Worker", "agriculture"),
        ("Regional Sales Manager", "sales-and-marketing"),
        ("Küchenchef", "hospitality"),
        ("Infirmière", "healthcare"),
        ("Consultant", None),
    ],
)
def test_a_title_names_its_sector(title: str, pack: str | None) -> None:
    assert sector_of(title) == pack


def test_titles_and_skills_are_the_evidence() -> None:
    read = sector(resume_of(("Head Chef", ("Wrote HACCP plans",))))
    assert read is not None
    assert (read.value, read.rule) == ("hospitality", "titles-and-skills")
    assert [place.quote for place in read.evidence] == ["Head Chef", "HACCP plans"]


def test_an_employer_alone_shows_no_sector() -> None:
    resume = resume_of(("Consultant", ()))
    bank = Fact("First National Bank", resume.roles[0].title.evidence)  # type: ignore[union-attr]
    role = type(resume.roles[0])(resume.roles[0].title, bank)
    assert sector(Resume(text=resume.text, roles=(role,))) is None


def test_equal_evidence_for_two_sectors_is_none_for_either() -> None:
    assert (
        sector(resume_of((None, ("Python, SQL, Docker and Redis; triage, phlebotomy, dialysis and MRI",))))
        is None
    )


def test_skills_of_every_sector_are_evidence_for_none() -> None:
    assert GENERAL not in {sector_of(title) for title in ("Assistant", "Manager", "Clerk")}
    assert sector(resume_of((None, ("Used PowerPoint, Excel, Word, Outlook and SharePoint",)))) is None


def test_the_newest_title_outweighs_the_one_before() -> None:
    read = sector(resume_of(("Software Tester", ()), ("Restaurant Owner", ())))
    assert read is not None
    assert (read.value, read.rule) == ("technology", "titles")
