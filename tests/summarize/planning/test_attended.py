"""A course stays one: what stands under courses alone, or says so in its line, is told as training and no paper."""

import pytest

from functions.summarize.language.function_words import function_words
from functions.summarize.planning.attended import all_attended
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.slots import Slots
from functions.summarize.resume import Credential, Evidence, Fact, Resume
from functions.summarize.verify.checking import check_sentence
from functions.summarize.verify.index import Index
from functions.summarize.verify.planned import index_of
from functions.summarize.verify.sources import entries_of_resume
from tests.builders.resumes import AS_OF, options


def of(text: str, *names: str, language: str = "en") -> Resume:
    """A resume of credentials in the places where its text names them first."""
    facts = (Fact(name, (Evidence(text.index(name), text.index(name) + len(name), name),)) for name in names)
    return Resume(text=text, language=language, credentials=tuple(map(Credential, facts)))


def told(text: str, name: str) -> str | None:
    slot = Slots(of(text, name)).credential(0)
    return slot.variants[0].text if slot else None


@pytest.mark.parametrize(
    ("heading", "name", "said"),
    [
        ("TRAINING", "Chemical handling", "chemical handling training"),
        ("OTHER TRAININGS", "COMPUTER PACKAGES", "computer packages training"),
        ("Professional learning", "Restorative practice", "restorative practice training"),
        ("Seminars and workshops attended:", "Time Management", "Time Management training"),
        ("5. Short courses", "Manual Handling", "manual handling training"),
        ("CPD", "ACLS", "ACLS training"),
        ("In-house courses", "Two-day workshop on Lean", "a two-day workshop on Lean"),
        ("Training attended", "Supervisory Development Programme", "the Supervisory Development Programme"),
        ("COURSES", "Hemodialysis Training", "Hemodialysis Training"),
    ],
)
def test_under_courses_alone_a_name_is_that_of_training(heading: str, name: str, said: str) -> None:
    assert told(f"Ana Lima\n{heading}\n{name}, 2019\n", name) == said


@pytest.mark.parametrize(
    ("heading", "name", "said"),
    [
        ("CERTIFICATES", "Manual Handling", "a manual handling certificate"),
        ("Training & certificates", "Manual Handling", "a manual handling certificate"),
        ("Tickets and training", "Team Teach", "Team Teach certification"),
        ("Training", "Food Hygiene Certificate", "a Food Hygiene Certificate"),
        ("Training", "SMSTS", "SMSTS-certified"),
        ("Courses", "Full driving licence", "a full driving licence"),
        ("Memberships and courses", "Otago exercise leader", "otago exercise leader"),
        (
            "Professional development",
            "Payroll Compliance Practitioner (PCP)",
            "Payroll Compliance Practitioner",
        ),
    ],
)
def test_a_paper_stays_one(heading: str, name: str, said: str) -> None:
    assert told(f"Ana Lima\n{heading}\n{name}, 2019\n", name) == said


@pytest.mark.parametrize(
    ("line", "name", "said"),
    [
        ("Training: Primavera P6, 2021", "Primavera P6", "Primavera P6 training"),
        ("Courses | Wound Care", "Wound Care", "Wound Care training"),
        ("Primavera P6 (Course), Engineers Syndicate", "Primavera P6", "Primavera P6 training"),
        ("Effective Branch Leadership (in-house), 2023", "Effective Branch Leadership",
         "Effective Branch Leadership training"),
        ("Clinical Trials for Translators, 40 hours, 2018", "Clinical Trials for Translators",
         "Clinical Trials for Translators training"),
        ("SAFE (2-day workshop)", "SAFE", "SAFE training"),
        ("SAFE, 2024", "SAFE", "SAFE-certified"),
        ("SAFE, refresher 2026", "SAFE", "SAFE-certified"),
        ("SAFE (course, certificate awarded)", "SAFE", "SAFE-certified"),
    ],
)  # fmt: skip
def test_the_line_says_what_it_was(line: str, name: str, said: str) -> None:
    assert told(f"Ana Lima\nOther\n{line}\n", name) == said


def test_what_stands_behind_the_next_name_is_said_of_that() -> None:
    resume = of("Other\nSAFE, PROMPT (2-day workshop)\n", "SAFE", "PROMPT")

    assert [one.course for one in all_attended(resume)] == [False, True]


@pytest.mark.parametrize(
    ("language", "heading", "names", "said"),
    [
        ("fr", "Formations complémentaires", ("Humanitude",), "Formation suivie : Humanitude."),
        ("es", "Cursos", ("Tango Gestión",), "Ha realizado el curso Tango Gestión."),
        ("es", "CAPACITACIONES", ("Tango Gestión", "Nóminas"), "Ha realizado los cursos Tango Gestión y Nóminas."),
        ("pt", "CURSOS COMPLEMENTARES", ("Feridas",), "Fez o curso Feridas."),
        ("it", "corsi e workshop", ("Type design", "Serigrafia"), "Ha seguito i corsi Type design e Serigrafia."),
        ("nl", "Cursussen", ("Coachend leidinggeven",), "Volgde de cursus Coachend leidinggeven."),
        ("nl", "Cursussen en certificaten", ("Mediation",), "Heeft het certificaat Mediation."),
        ("de", "Weiterbildung", ("Basale Stimulation",), "Zusatzqualifikation: Basale Stimulation."),
    ],
)  # fmt: skip
def test_every_language_has_words_for_a_course(
    language: str, heading: str, names: tuple[str, ...], said: str
) -> None:
    resume = of(f"Ana Lima\n{heading}\n" + "\n".join(names), *names, language=language)
    plan = plan_paragraph(resume, options(), AS_OF)

    index = Index(entries_of_resume(resume), function_words(language))

    assert said in plan.text.replace("\xa0", " ")
    assert not check_sentence(said, index).faults


def test_a_certificate_made_of_training_is_refused() -> None:
    resume = of("Ana Lima\nTraining\nChemical handling\nRigging", "Chemical handling", "Rigging")
    index = index_of(resume, plan_paragraph(resume, options(), AS_OF))

    assert not check_sentence("Completed chemical handling training.", index).faults
    for false in ("Holds a chemical handling certificate.", "Holds a certificate in chemical handling.",
                  "Chemical handling-certified.", "Is certified in chemical handling."):  # fmt: skip
        assert check_sentence(false, index).faults
