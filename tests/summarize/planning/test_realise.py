import pytest

from functions.summarize.planning.realise import realise, with_article
from functions.summarize.sentences import Field, Kind, PlanFact, Voice


def facts(**texts: str | list[str]) -> list[PlanFact]:
    """Plan facts by field; a list gives several of one field."""
    pairs = [
        (field, item)
        for field, value in texts.items()
        for item in ([value] if isinstance(value, str) else value)
    ]
    return [PlanFact(field, text) for field, text in pairs]  # type: ignore[arg-type]


OPENING = facts(title="head chef", years="9+", employer="Bistro Malabar", name="Ana Ruiz")
RESULT = facts(bullet="Cut food waste by 12%", employer="Bistro Malabar", name="Ana Ruiz")


@pytest.mark.parametrize(
    ("voice", "sentence"),
    [
        ("implied", "Head chef with 9+ years of experience, currently at Bistro Malabar."),
        ("first", "I am a head chef with 9+ years of experience, currently at Bistro Malabar."),
        ("third", "Ana Ruiz is a head chef with 9+ years of experience, currently at Bistro Malabar."),
    ],
)
def test_an_opening_in_every_voice(voice: Voice, sentence: str) -> None:
    assert realise("opening", voice, OPENING, current=True) == sentence


@pytest.mark.parametrize(
    ("voice", "sentence"),
    [
        ("implied", "At Bistro Malabar, cut food waste by 12%."),
        ("first", "At Bistro Malabar, I cut food waste by 12%."),
        ("third", "At Bistro Malabar, Ana Ruiz cut food waste by 12%."),
    ],
)
def test_a_result_in_every_voice(voice: Voice, sentence: str) -> None:
    assert realise("result", voice, RESULT, current=False) == sentence


@pytest.mark.parametrize(
    ("bullet", "current", "sentence"),
    [
        ("Manage and train 14 chefs", True, "Ana Ruiz manages and trains 14 chefs."),
        ("Manage and train 14 chefs", False, "Ana Ruiz managed and trained 14 chefs."),
        ("Managing 14 chefs", True, "Ana Ruiz manages 14 chefs."),
        ("Responsible for 14 chefs", True, "Ana Ruiz is responsible for 14 chefs."),
        ("Responsible for 14 chefs", False, "Ana Ruiz was responsible for 14 chefs."),
        ("Stock control and ordering", True, "Ana Ruiz's experience includes stock control and ordering."),
    ],
)
def test_verbs_agree_and_take_the_tense_of_the_role(bullet: str, current: bool, sentence: str) -> None:
    told = facts(bullet=bullet, name="Ana Ruiz")

    assert realise("result", "third", told, current=current) == sentence


@pytest.mark.parametrize(
    ("kind", "told", "sentence"),
    [
        ("opening", facts(title="head chef"), "Head chef."),
        ("opening", facts(title="head chef", employer="Bistro"), "Head chef, most recently at Bistro."),
        ("opening", facts(years="9+"), "Brings 9+ years of experience."),
        ("scope", facts(team_size="team of 12", budget="$4M budget", sites="3 sites"),
         "Oversaw a team of 12, a $4M budget and 3 sites."),
        ("scope", facts(team_size="12", budget="£61m"), "Oversaw a team of 12 and a £61m budget."),
        ("skills", facts(skill=["Python", "Go", "SQL"]), "Skilled in Python, Go and SQL."),
        ("credential", facts(credential=["RN", "BLS"]), "Credentials include RN and BLS."),
        ("education", facts(degree="BSc", field="computer science", institution="University of Ghana", year="2014"),
         "Holds a BSc in computer science from the University of Ghana (2014)."),
        ("education", facts(institution="University of Ghana"), "Studied at the University of Ghana."),
    ],
)  # fmt: skip
def test_missing_facts_leave_no_gap(kind: Kind, told: list[PlanFact], sentence: str) -> None:
    assert realise(kind, "implied", told, current=False) == sentence


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("team of 12", "a team of 12"),
        ("8-person team", "an 8-person team"),
        ("3 sites", "3 sites"),
        ("£7.8m fee income", "a £7.8m fee income"),
        ("offices in Bristol and Porto", "offices in Bristol and Porto"),
        ("7,200 alarms/day", "7,200 alarms/day"),
        ("the Leeds office", "the Leeds office"),
    ],
)
def test_noun_phrases_take_an_article_where_they_need_one(phrase: str, expected: str) -> None:
    assert with_article(phrase) == expected


def test_every_kind_has_a_rule_for_every_voice() -> None:
    everything: dict[Field, str] = {
        "title": "head chef", "years": "9+", "employer": "Bistro", "bullet": "Cut waste by 12%", "skill": "Excel",
        "credential": "RN", "degree": "BSc", "field": "law", "institution": "Lund", "year": "2014",
        "team_size": "team of 12", "name": "Ana Ruiz",
    }  # fmt: skip
    told = [PlanFact(field, text) for field, text in everything.items()]
    kinds: tuple[Kind, ...] = ("opening", "result", "scope", "skills", "credential", "education")
    voices: tuple[Voice, ...] = ("implied", "first", "third")

    sentences = [realise(kind, voice, told, current=True) for kind in kinds for voice in voices]

    assert all(sentence.endswith(".") and sentence[0].isupper() for sentence in sentences)


@pytest.mark.parametrize(
    ("line", "voice", "sentence"),
    [
        ("Recordable injuries fell from 41 to 9", "implied", "Recordable injuries fell from 41 to 9."),
        ("Recordable injuries fell from 41 to 9", "third", "Recordable injuries fell from 41 to 9."),
        ("Member of the works council", "implied", "Member of the works council."),
        ("Member of the works council", "first", "I am a member of the works council."),
        ("98% of orders on time", "implied", "98% of orders on time."),
        ("98% of orders on time", "first", "My highlights include 98% of orders on time."),
        (
            "Border crossings and winter roads",
            "implied",
            "Experience includes border crossings and winter roads.",
        ),
        ("Hire, train and mentor staff", "third", "Ana Ruiz hires, trains and mentors staff."),
    ],
)
def test_a_line_is_told_as_what_it_is(line: str, voice: Voice, sentence: str) -> None:
    told = realise("result", voice, facts(bullet=line, name="Ana Ruiz"), current=True)

    assert told == sentence
