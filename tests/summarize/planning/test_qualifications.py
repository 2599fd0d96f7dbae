"""Licences, memberships and codes: which are told, and which say nothing or something else."""

import pytest

from functions.summarize.planning.licence_classes import licence_of_classes
from functions.summarize.planning.memberships import member_of_body
from functions.summarize.planning.qualifications import credential_variants
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.resume import Credential, Fact


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("Driving licence B, T", "a driving licence for categories B and T"),
        ("Full driving licence C1E", "a category C1E full driving licence"),
        ("Driver licence HR", "a category HR driver licence"),
        ("Category C", "a category C licence"),
        ("Licence class LF", "a class LF licence"),
        ("C, CE, B", "a licence for categories C, CE and B"),
        ("C+E", "a category C+E licence"),
        ("C1 and D1", "a licence for categories C1 and D1"),
        ("Permis/Licence: B, C", "a driving licence for categories B and C"),
        ("Licence / Permis CE", "a category CE driving licence"),
        ("Licence:\tC+E", "a category C+E licence"),
        ("HR truck", "an HR truck licence"),
        ("MC heavy vehicle", "an MC heavy vehicle licence"),
    ],
)
def test_a_licence_is_told_with_its_classes(stated: str, told: str) -> None:
    assert licence_of_classes(stated) == told


@pytest.mark.parametrize(
    "stated",
    ["Driver's License CA", "Full driving licence UK", "Driver licence NSW", "License LCSW", "License: RN",
     "Licence UEFA", "Licence B", "CE", "B, C", "C", "HR, MC", "CPA, CE"],
)  # fmt: skip
def test_a_place_a_register_or_a_scheme_is_no_class(stated: str) -> None:
    assert licence_of_classes(stated) is None


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("Student member ICAN", "student member of ICAN"),
        ("MEMBER, ICAN", "member of ICAN"),
        ("Member Of The Royal Society", "member of the Royal Society"),
        ("Fellow, Chartered Engineers Ireland", "fellow of Chartered Engineers Ireland"),
        ("Fellow Chartered Accountant (FCA)", None),
        ("Fellow Member ICAP", None),
        ("Member relations certificate", None),
        ("MEMBER RELATIONS CERTIFICATE", None),
    ],
)
def test_a_member_is_one_of_a_body(stated: str, told: str | None) -> None:
    assert member_of_body(stated) == told


@pytest.mark.parametrize(
    "stated",
    [
        "Permis/Licence",
        "Licence",
        "Certificate / Diploma",
        "Licences & Tickets",
        "Patente",
        "Führerschein",
        "C",
        "B, C",
    ],
)
def test_a_heading_or_a_letter_is_no_credential(stated: str) -> None:
    assert not list(credential_variants(Credential(Fact(stated, ()))))


@pytest.mark.parametrize(
    ("stated", "held"),
    [
        ("Gas Safe registered", "Gas Safe registration"),
        ("RECI registered", "RECI registration"),
        ("Forklift certified", "Forklift certification"),
        ("SC cleared", "SC clearance"),
        ("NVQ qualified", None),
    ],
)
def test_who_is_registered_holds_a_registration(stated: str, held: str | None) -> None:
    told = {variant.form: variant.text for variant in credential_variants(Credential(Fact(stated, ())))}

    assert told.get("noun phrase") == held


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("Workshop on e-Records Management", "a workshop on e-Records Management"),
        ("Seminar on Leases", "a seminar on Leases"),
        ("Masterclass in Sourdough", "a masterclass in Sourdough"),
        ("Seaman's Book", "a Seaman's Book"),
        ("Pilot's Logbook", "a Pilot's Logbook"),
        ("Certifying Plumber", "certifying plumber"),
        ("Workshop Safety Certificate", "a Workshop Safety Certificate"),
        ("Training for Trainers", "Training for Trainers"),
        ("Enhanced DBS", "an Enhanced DBS check"),
        ("Solicitor of the Senior Courts of Ireland", "solicitor of the Senior Courts of Ireland"),
        ("A barrister and solicitor of the High Court", "barrister and solicitor of the High Court"),
        ("Justice of the Peace", "Justice of the Peace"),
    ],
)
def test_what_is_held_has_its_article(stated: str, told: str) -> None:
    assert next(credential_variants(Credential(Fact(stated, ())))).text == told


@pytest.mark.parametrize(
    "stated",
    ["AZ-104", "DP-203", "PL-300", "NVQ 3", "JLPT N2", "HSK 5", "IELTS 7.5", "TS/SCI", "CPR/AED", "BLS/ACLS", "HNC/HND",
     "EN 287-1"],
)  # fmt: skip
def test_a_code_of_a_scheme_is_told(stated: str) -> None:
    assert list(credential_variants(Credential(Fact(stated, ()))))


@pytest.mark.parametrize("stated", ["CoC II/1 OOW", "HLTAID011"])
def test_a_code_that_nobody_can_read_is_not_told(stated: str) -> None:
    assert not list(credential_variants(Credential(Fact(stated, ()))))


@pytest.mark.parametrize(
    ("stated", "passed"),
    [("Nursing boards", True), ("Medical board exam", True), ("Licensed by the Texas Medical Board", False)],
)
def test_a_board_is_no_exam(stated: str, passed: bool) -> None:
    assert bool(vocabulary().exam.search(stated)) == passed


def _told(stated: str) -> list[str]:
    return [one.text for one in credential_variants(Credential(Fact(stated, ())))]


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("NCLEX-RN", ["NCLEX-RN"]),
        ("OET", ["OET"]),
        ("CDC", ["CDC"]),
        ("IFRS-Update", ["IFRS-Update"]),
        ("AMA (Associate of the Museums Association)", ["associate of the Museums Association"]),
        ("FSA Scot (Fellow of the Society of Antiquaries)", ["fellow of the Society of Antiquaries"]),
        ("Moving Handling (24 hours)", ["Moving Handling training"]),
        ("DBS checked", ["DBS-checked"]),
        ("Basic Training w/ PDSD", ["Basic Training"]),
    ],
)
def test_an_exam_a_membership_and_a_course_certify_nobody(stated: str, told: list[str]) -> None:
    assert _told(stated) == told


@pytest.mark.parametrize("stated", ["PMP", "CISSP", "CCRN"])
def test_a_scheme_of_letters_certifies(stated: str) -> None:
    assert _told(stated)[0] == f"{stated}-certified"


@pytest.mark.parametrize(
    "stated",
    [
        "Slysavarnaskóli sjómanna (sea safety)",
        "Dublin School of Grooming",
        "Academia Buenos Oficios",
        "Barista Academy",
        "Escuela Taller Norte",
        "Volkshochschule Köln",
        "Centre for Food Safety",
    ],
)
def test_who_teaches_is_nothing_that_is_held(stated: str) -> None:
    assert not _told(stated)


@pytest.mark.parametrize(
    "stated",
    [
        "Police Academy Certificate",
        "School bus driver licence",
        "Preschool First Aid",
        "NVQ 3 School Support",
    ],
)
def test_a_paper_that_names_a_school_is_held(stated: str) -> None:
    assert _told(stated)


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("IV Cannulation and Venepuncture", "an IV cannulation and venepuncture certificate"),
        ("Medical fitness", "a medical fitness certificate"),
        ("sea survival", "a sea survival certificate"),
        ("Level 3 Food Safety", "a Level 3 Food Safety certificate"),
        ("Manual Handling cert", "a Manual Handling certificate"),
        ("radiation protection", "a radiation protection certificate"),
        ("HACCP hygiene", "HACCP hygiene certification"),
        ("HACCP Level 1 & 2", "HACCP Level 1 and 2 certification"),
        ("Informatics level B", "Informatics level B certification"),
        ("Power BI", "Power BI certification"),
    ],
)
def test_what_was_learned_is_held_as_a_certificate(stated: str, told: str) -> None:
    assert [one.text for one in credential_variants(Credential(Fact(stated, ())))] == [told]


@pytest.mark.parametrize(
    "stated",
    ["Seaman's Book", "CoC Chief Engineer III/2", "HR truck", "GMDSS GOC", "PMP Exam Prep", "Enhanced DBS"],
)
def test_a_paper_or_letters_are_called_no_certificate(stated: str) -> None:
    assert all("certificate" not in one.text for one in credential_variants(Credential(Fact(stated, ()))))
