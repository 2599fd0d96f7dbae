import pytest

from functions.summarize.planning.realise import realise
from functions.summarize.resume import Evidence
from functions.summarize.sentences import Kind, PlanFact, SentencePlan, Voice
from functions.summarize.verify import verify

BULLET = "Cut payment failures from 4.2% to 0.9% by rewriting the retry queue"
RESULT = (
    PlanFact("bullet", BULLET, (Evidence(10, 10 + len(BULLET), BULLET, "experience"),)),
    PlanFact("employer", "Kestrel Pay Ltd", (Evidence(100, 115, "Kestrel Pay Ltd", "experience"),)),
    PlanFact("name", "Amara Diallo"),
)
OPENING = (
    PlanFact("title", "senior backend engineer"),
    PlanFact("years", "11+"),
    PlanFact("employer", "Kestrel Pay Ltd"),
    PlanFact("skill", "Python"),
    PlanFact("skill", "Kafka"),
)
SKILLS = tuple(PlanFact("skill", name) for name in ("Python", "PostgreSQL", "Kafka", "stream processing"))


def plan(
    kind: Kind, facts: tuple[PlanFact, ...], voice: Voice = "implied", *, current: bool = True
) -> SentencePlan:
    return SentencePlan(kind, voice, facts, realise(kind, voice, facts, current=current), current)


def problems(sentence: str, planned: SentencePlan) -> list[str]:
    return [problem.split(":")[0] for problem in verify(sentence, planned).problems]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cut payment failures from 4.2% to 0.9% by rewriting the retry queue.",
        "Reduced payment failures from 4.2% to 0.9%.",
        "At Kestrel Pay, lowered payment failures from 4.2% to 0.9% by rewriting the retry queue.",
        "Cut payment failures from 4.2 percent to 0.9 percent.",
    ],
)
def test_a_true_sentence_passes(sentence: str) -> None:
    assert verify(sentence, plan("result", RESULT)).problems == ()


@pytest.mark.parametrize(
    ("mutant", "problem"),
    [
        ("Cut payment failures from 4.2% to 0.8%.", "number"),
        ("Cut payment failures from 0.9% to 4.2%.", "number moved"),
        ("Cut payment failures by 4.2%.", "number moved"),
        ("Cut payment failures from 4.2 to 0.9.", "number"),
        ("At Falcon Pay, cut payment failures from 4.2% to 0.9%.", "word"),
        ("At Kestrel, cut payment failures from 4.2% to 0.9%.", "name cut"),
        ("Cut card fraud from 4.2% to 0.9%.", "word"),
        ("Raised payment failures from 4.2% to 0.9%.", "direction"),
        ("Cut payment failures from 4.2% to 0.9% through automation.", "cause"),
        ("Cut payment failures from 4.2% to 0.9%, resulting in savings.", "cause"),
        ("I cut payment failures from 4.2% to 0.9%.", "pronoun"),
        ("Cut our payment failures from 4.2% to 0.9%.", "pronoun"),
        ("She cut payment failures from 4.2% to 0.9%.", "pronoun"),
        ("Results-driven, cut payment failures from 4.2% to 0.9%.", "cliche"),
        ("Cut payment failures from 4.2% to 0.9% by", "unfinished"),
        ("Cut payment failures from 4.2% to.", "unfinished"),
        ("Rewriting the retry queue.", "omits"),
        ("Cut payment failures from 4.2% to 0.9%, mail a@b.com.", "contact"),
        ("Cut payment payment failures from 4.2% to 0.9%.", "repeated"),
        ("Cut <1> failures from 4.2% to 0.9%.", "debris"),
    ],
)
def test_every_mutant_of_a_result_is_rejected_for_its_own_reason(mutant: str, problem: str) -> None:
    assert problem in problems(mutant, plan("result", RESULT))


@pytest.mark.parametrize(
    ("mutant", "problem"),
    [
        ("Senior backend engineer with 12+ years of experience at Kestrel Pay Ltd.", "number"),
        ("Senior backend engineer with 11 years of experience at Kestrel Pay Ltd.", "floor"),
        ("Backend engineer with 11+ years of experience.", "omits"),
        ("Senior backend engineer at Kestrel Pay Ltd.", "omits"),
        ("Senior backend engineer with 11+ years of experience in Java.", "word"),
        ("Senior backend engineer with 11+ years of experience and an PhD.", "article"),
        ("Senior backend engineer with 11+ years of experience, certified in AWS.", "word"),
    ],
)
def test_every_mutant_of_an_opening_is_rejected_for_its_own_reason(mutant: str, problem: str) -> None:
    assert problem in problems(mutant, plan("opening", OPENING))


def test_two_bullets_are_not_joined_by_a_cause() -> None:
    facts = (PlanFact("bullet", "Rewrote the billing service"), PlanFact("bullet", "Raised revenue by 12%"))

    assert "cause" in problems(
        "Raised revenue by 12% by rewriting the billing service.", plan("result", facts)
    )
    assert problems("Rewrote the billing service and raised revenue by 12%.", plan("result", facts)) == []


def test_a_past_role_is_not_told_as_present() -> None:
    assert "tense" in problems(
        "Senior backend engineer with 11+ years of experience, currently at Kestrel Pay Ltd.",
        plan("opening", OPENING, current=False),
    )


def test_an_arrow_between_figures_supports_the_words_for_its_direction() -> None:
    facts = (PlanFact("bullet", "Offer turnaround 34 days → 9 days"),)

    assert problems("Shortened offer turnaround from 34 days to 9 days.", plan("result", facts)) == []
    assert "word" in problems("Raised offer turnaround from 34 days to 9 days.", plan("result", facts))


def test_a_skill_sentence_needs_three_skills() -> None:
    assert problems("Skilled in Python, Kafka and PostgreSQL.", plan("skills", SKILLS)) == []
    assert problems("Skilled in Python and Kafka.", plan("skills", SKILLS)) == ["omits"]


@pytest.mark.parametrize("voice", ["implied", "first", "third"])
@pytest.mark.parametrize(("kind", "facts"), [("opening", OPENING), ("result", RESULT), ("skills", SKILLS)])
def test_every_plain_realisation_passes(kind: Kind, facts: tuple[PlanFact, ...], voice: Voice) -> None:
    facts = (
        facts if any(fact.field == "name" for fact in facts) else (*facts, PlanFact("name", "Amara Diallo"))
    )
    planned = plan(kind, facts, voice)

    assert verify(planned.plain, planned).problems == ()


def test_evidence_names_the_facts_that_the_sentence_uses() -> None:
    verdict = verify("Reduced payment failures from 4.2% to 0.9%.", plan("result", RESULT))

    assert [place.quote for place in verdict.evidence] == [BULLET]


def test_a_registered_nurse_is_not_held() -> None:
    nurse = plan("credential", (PlanFact("credential", "Registered Nurse (RN)"),))
    licence = plan("credential", (PlanFact("credential", "Registered Nurse licence"),))

    assert problems("Holds Registered Nurse (RN).", nurse) == ["held"]
    assert problems("Credentials include Registered Nurse (RN).", nurse) == []
    assert problems("Holds Registered Nurse licence.", licence) == []


@pytest.mark.parametrize(
    ("credential", "held"),
    [("Gas Safe Registered Engineer", True), ("PRINCE2 Practitioner", True), ("Red Seal Welder", True),
     ("ServSafe Manager certification", False), ("RN", False), ("HAZWOPER", False), ("Forklift ticket", False)],
)  # fmt: skip
def test_what_names_a_person_is_not_held(credential: str, held: bool) -> None:
    planned = plan("credential", (PlanFact("credential", credential),))

    assert ("held" in problems(f"Holds {credential}.", planned)) == held


def test_what_is_included_is_no_past() -> None:
    facts = (PlanFact("bullet", "Looked after 300 servers"),)

    assert "grammar" in problems("Work includes looked after 300 servers.", plan("result", facts))
    assert problems("Experience includes looking after 300 servers.", plan("result", facts)) == []


EARLIER = (PlanFact("bullet", "Cut waste by 4%"), PlanFact("employer", "Castle Foods"))


def test_earlier_is_said_only_of_a_role_that_is_over_and_of_its_employer() -> None:
    sentence = "Earlier, at Castle Foods, cut waste by 4%."

    assert problems(sentence, plan("result", EARLIER, current=False)) == []
    assert problems(sentence, plan("result", EARLIER, current=True)) == ["tense"]
    assert problems("Earlier cut waste by 4%.", plan("result", EARLIER[:1], current=False)) == ["tense"]


def test_an_opening_says_previously_only_of_a_role_that_is_over() -> None:
    sentence = "Senior backend engineer with 11+ years of experience, previously at Kestrel Pay."

    assert problems(sentence, plan("opening", OPENING, current=False)) == []
    assert problems(sentence, plan("opening", OPENING, current=True)) == ["tense"]


@pytest.mark.parametrize(
    ("kind", "facts", "sentence"),
    [
        ("credential", (PlanFact("credential", "Red Seal Welder"),), "Experienced with Red Seal Welder."),
        ("skills", SKILLS, "Holds Python, PostgreSQL and Kafka."),
        ("education", (PlanFact("degree", "BSc"),), "Skilled in a BSc."),
    ],
)
def test_a_fact_is_told_as_what_it_is(kind: Kind, facts: tuple[PlanFact, ...], sentence: str) -> None:
    assert problems(sentence, plan(kind, facts)) == ["out of place"]


def test_a_word_of_another_kind_may_stand_where_the_resume_has_it() -> None:
    facts = (PlanFact("credential", "Certificate in Experienced Hire Training"),)

    assert problems("Holds Certificate in Experienced Hire Training.", plan("credential", facts)) == []


def test_a_word_on_both_sides_of_a_comma_is_no_repetition() -> None:
    facts = tuple(PlanFact("skill", name) for name in ("dementia care", "care plans", "first aid"))

    assert problems("Skilled in dementia care, care plans and first aid.", plan("skills", facts)) == []
    assert problems("Skilled in dementia care care plans and first aid.", plan("skills", facts)) == [
        "repeated"
    ]


def test_a_status_is_held_and_a_person_is_not() -> None:
    names = ("Qualified Teacher Status (QTS)", "Registered Nurse")
    status, person = ((PlanFact("credential", name),) for name in names)

    assert problems("Holds Qualified Teacher Status (QTS).", plan("credential", status)) == []
    assert problems("Holds Registered Nurse.", plan("credential", person)) == ["held"]
    assert problems("Earned Registered Nurse.", plan("credential", person)) == ["held"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Injuries fell from 41 a year to 9", "Highlights include injuries fell from 41 a year to 9."),
        ("Member of the works council", "Experience includes member of the works council."),
        ("Looked after 12 horses", "Work includes looked after 12 horses."),
    ],
)
def test_what_is_included_is_a_thing(line: str, sentence: str) -> None:
    assert problems(sentence, plan("result", (PlanFact("bullet", line),))) == ["grammar"]


def test_a_figure_counts_what_it_counts_in_the_facts() -> None:
    shift = (PlanFact("bullet", "Run the night shift with 11 nurses and 4 technicians"),)

    assert problems("Runs the night shift with 11 nurses and 4 technicians.", plan("result", shift)) == []
    assert problems("Runs the night shift with 11 nurses and 11 technicians.", plan("result", shift)) == [
        "number moved"
    ]


def test_a_thing_may_begin_with_a_participle() -> None:
    facts = (PlanFact("bullet", "Refrigerated and frozen goods, winter roads"),)

    assert (
        problems("Experience includes refrigerated and frozen goods, winter roads.", plan("result", facts))
        == []
    )


def test_what_includes_something_has_a_name() -> None:
    facts = (PlanFact("credential", "CCRN"),)

    assert problems("Also include CCRN.", plan("credential", facts)) == ["grammar"]
    assert problems("Credentials include CCRN.", plan("credential", facts)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Results include cutting payment failures from 4.2% to 0.9%.",
        "Work at Kestrel Pay Ltd included cutting payment failures from 4.2% to 0.9%.",
    ],
)
def test_what_is_true_and_stilted_is_not_written(sentence: str) -> None:
    assert problems(sentence, plan("result", RESULT)) == ["stilted"]


def test_most_recently_is_not_said_of_a_present_role() -> None:
    sentence = "Most recently a senior backend engineer at Kestrel Pay, with 11+ years of experience."

    assert problems(sentence, plan("opening", OPENING, current=False)) == []
    assert problems(sentence, plan("opening", OPENING, current=True)) == ["tense"]


@pytest.mark.parametrize(
    ("told", "found"), [("I skills", ["grammar"]), ("My skills", []), ("My key skills", [])]
)
def test_skills_have_an_owner(told: str, found: list[str]) -> None:
    planned = plan("skills", SKILLS, "first")

    assert problems(f"{told} include Python, PostgreSQL and Kafka.", planned) == found
