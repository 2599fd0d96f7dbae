"""Which credential decides a hire: by the trade, before what anybody holds."""

import pytest

from functions.summarize.planning.credentials import Weight, is_known, titles_of, weight
from functions.summarize.resume import Fact, Resume, Role


@pytest.mark.parametrize(
    ("title", "credential", "weighs"),
    [
        ("Staff Nurse", "Nursing and Midwifery Council registration", Weight.DECIDES_THE_TRADE),
        ("Staff Nurse", "NCLEX-RN", Weight.DECIDES_THE_TRADE),
        ("Staff Nurse", "Driving licence", Weight.WEAK),
        ("Staff Nurse", "Wound care workshop", Weight.COURSE),
        ("Truck Driver", "Driving licence C, CE", Weight.DECIDES_THE_TRADE),
        ("Truck Driver", "ADR basic", Weight.DECIDES_THE_TRADE),
        ("HVAC Technician", "NATE Air Conditioning Service", Weight.DECIDES_THE_TRADE),
        ("HVAC Technician", "Ohio driver license", Weight.ASKED),
        ("HVAC Technician", "OSHA 10 Construction", Weight.ASKED),
        ("Accountant", "ACCA affiliate", Weight.DECIDES_THE_TRADE),
        ("Accountant", "Advanced Excel course", Weight.COURSE),
        ("Primary Teacher", "Full Practising Certificate", Weight.DECIDES),
        ("Second Officer", "STCW Officer of the Watch", Weight.DECIDES_THE_TRADE),
        ("Chef de partie", "Red Seal Cook", Weight.DECIDES_THE_TRADE),
        ("Chef de partie", "Manual handling", Weight.COURSE),
        ("Marketing Manager", "Chartered Marketer", Weight.DECIDES),
        ("Marketing Manager", "Google Ads Search", Weight.OTHER),
        ("Marketing Manager", "NYSC Discharge Certificate", Weight.WEAK),
        ("HR Officer", "Certificate of Good Conduct", Weight.WEAK),
        ("Lead STNA", "State Tested Nurse Aide", Weight.DECIDES_THE_TRADE),
        ("Nursing Assistant", "CNA training", Weight.COURSE),
        ("Senior Associate, Real Estate", "Solicitor (England & Wales)", Weight.DECIDES),
        ("Administrative Officer", "Justice of the Peace", Weight.DECIDES),
        ("Staff Nurse", "BLS/ACLS", Weight.ASKED),
        ("Staff Nurse", "BLS", Weight.WEAK),
        ("Care Assistant", "Enhanced DBS", Weight.ASKED),
        ("Room Leader and Educator", "Working with Children Check", Weight.ASKED),
        ("Project Manager", "Occupational safety card", Weight.WEAK),
        ("HR Officer", "Police clearance", Weight.WEAK),
        ("HR Officer", "Long Service and Good Conduct Medal", Weight.OTHER),
    ],
)
def test_a_credential_weighs_what_it_says_in_the_trade(title: str, credential: str, weighs: Weight) -> None:
    assert weight(credential, (title,)) == weighs


@pytest.mark.parametrize(
    ("name", "titles", "known"),
    [
        ("SHRM-CP", ("HR Generalist",), True),
        ("CompTIA Security+", ("Detective",), True),
        ("Called to the Nigerian Bar", (), True),
        ("Advanced licence", ("Baker",), False),
        ("Team Teach", ("Teaching Assistant",), False),
    ],
)
def test_a_scheme_is_known_by_its_letters_in_any_trade(
    name: str, titles: tuple[str, ...], known: bool
) -> None:
    assert is_known(name, titles) == known


def test_the_trade_is_that_of_the_latest_title_unless_it_is_unlikely() -> None:
    now, before = Role(Fact("Baker", (), 0.9), None), Role(Fact("Nurse", (), 0.9), None)
    doubtful = Role(Fact("Northern Bay", (), 0.3), None)

    assert titles_of(Resume(text="", roles=(now, before)), 0) == ("Baker",)
    assert titles_of(Resume(text="", roles=(doubtful, before)), 0) == ("Nurse",)
