"""Skills that are listed, and those that other text names."""

from datetime import date

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.facts import facts_of
from functions.summarize.parsers.reading import Reading, read_document
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.parsers.skills.skills import FoundSkill, read_skills
from tests.builders.bullets import resume_of
from tests.builders.pages import page


def skills_of(*listed: str, bullets: tuple[str, ...] = ()) -> list[FoundSkill]:
    """The skills of a resume of one role, below which the listed lines stand."""
    job = ["*Experience", "Engineer, Acme Ltd, 2019 - 2021", *(f"- {bullet}" for bullet in bullets)]
    lines = ["Ann Example", "ann@example.org", *job, *(["*Skills", *listed] if listed else [])]
    reading = read_document(page("\n".join(lines)))
    return list(read_skills(reading, facts_of(reading, date(2026, 1, 1)), load_lexicon()))


def told(found: list[FoundSkill]) -> list[tuple[str, bool, int]]:
    return [(one.skill.name, one.skill.listed, len(one.skill.evidence)) for one in found]


def test_a_skill_is_told_once_with_every_place_that_names_it() -> None:
    found = skills_of("Python, K8s", bullets=("Ran Python on Kubernetes", "More Python in Terraform"))
    assert told(found) == [("Python", True, 3), ("Kubernetes", True, 2), ("Terraform", False, 1)]
    assert [place.quote for place in found[1].skill.evidence] == ["K8s", "Kubernetes"]


def test_every_place_quotes_the_document() -> None:
    bullets = ("Kept the general ledger in NetSuite", "Cut month-end close to 5 days")
    head = ("Ann Example", "ann@example.org", "Experience", "Engineer, Acme Ltd, 2019 - 2021")
    text = document_of(*head, *bullets, "Skills", "Tools: NetSuite, Excel").text
    for found in skills_of("Tools: NetSuite, Excel", bullets=bullets):
        assert all(text[place.start : place.end] == place.quote for place in found.skill.evidence)


def test_a_stated_term_outside_of_the_lexicon_is_found_in_the_roles_too() -> None:
    assert told(skills_of("GCSS-Army", bullets=("Kept records in GCSS-ARMY",))) == [("GCSS-Army", True, 2)]


def test_the_newest_role_that_names_a_skill_is_kept() -> None:
    resume = resume_of(("Chef", ("Led a brigade",)), ("Cook", ("Learnt butchery", "Taught butchery")))
    (found,) = read_skills(Reading(document_of(resume.text), ()), resume, load_lexicon())
    assert (found.skill.name, found.role, found.skill.listed, found.skill.confidence) == (
        "butchery",
        1,
        False,
        0.8,
    )


def test_a_method_of_a_foreign_sector_is_not_recognised_beside_listed_skills() -> None:
    bullets = ("Built the route planning service in Go and PostgreSQL",)
    assert [name for name, _, _ in told(skills_of("Python, SQL, Docker", bullets=bullets))] == [
        "Python", "SQL", "Docker", "Go", "PostgreSQL",
    ]  # fmt: skip


def test_personal_qualities_are_marked_so_that_they_can_be_put_last() -> None:
    found = skills_of("Team player, Excel")
    assert [(one.skill.name, one.skill.group) for one in found] == [
        ("team player", "Personal"),
        ("Excel", None),
    ]


def test_a_label_is_the_group_of_a_skill() -> None:
    assert [one.skill.group for one in skills_of("Databases: Redis, MySQL")] == ["Databases", "Databases"]


def test_a_listed_synonym_is_one_skill_under_the_usual_name() -> None:
    assert told(skills_of("JS, JavaScript, ReactJS")) == [("JavaScript", True, 2), ("React", True, 1)]


def test_an_endless_list_is_read_to_a_limit() -> None:
    assert len(skills_of(", ".join(f"gadget {number}" for number in range(2000)))) == 400


def test_a_skill_repeated_without_end_keeps_its_first_places() -> None:
    assert told(skills_of("Python, " * 1000)) == [("Python", True, 40)]
