"""Plans become prompts without a word of the resume in them; outputs become sentences with every word in place."""

import pytest

from functions.summarize.prompts import Prompt, decode, encode
from functions.summarize.prompts.leads import lexicon
from functions.summarize.prompts.lines import cut_line
from functions.summarize.prompts.slots import LINE_SLOTS, STYLES, all_tokens
from functions.summarize.sentences import Field, Kind, PlanFact, SentencePlan, Voice


def make_plan(
    *facts: tuple[Field, str], kind: Kind = "result", voice: Voice = "implied", current: bool = False
) -> SentencePlan:
    return SentencePlan(kind, voice, tuple(PlanFact(*fact) for fact in facts), plain="", current=current)


def cut(line: str, *, current: bool = False, room: int = 24) -> str:
    found = cut_line(line, "a", current=current, room=room)
    return " ".join((found.manner, *found.tokens))


def retell(line: str, form: str = "past", *, voice: Voice = "implied", current: bool = False) -> str | None:
    """The line as a model would copy it, with its verbs in one form."""
    prompt = encode(make_plan(("bullet", line), voice=voice, current=current), manner=0)
    told = prompt.text.split("] ")[-1].replace("!>", f".{form}>")
    return decode(f"{told} .", prompt)


def test_a_prompt_spells_nothing_of_the_resume() -> None:
    plan = make_plan(
        ("employer", "Kestrel Pay"), ("bullet", "Cut invoice time from 9 days to 3 by introducing OCR")
    )

    prompt = encode(plan, manner=4)

    assert prompt == Prompt(
        "[result] [implied] [then] [s4] <employer> [did] <a1!> <a2> from <a3#> to <a4#> by <a5>",
        (
            ("<employer>", "Kestrel Pay"),
            ("<a1.base>", "cut"), ("<a1.third>", "cuts"), ("<a1.past>", "cut"), ("<a1.gerund>", "cutting"),
            ("<a2>", "invoice time"), ("<a3#>", "9 days"), ("<a4#>", "3"), ("<a5>", "introducing OCR"),
        ),
    )  # fmt: skip


def test_every_prompt_token_is_in_the_closed_alphabet() -> None:
    lines = (
        "Led a team of 12 (4 remote), trained 30 nurses and cut falls by 34% in 12 months; wrote the handover sheet",
        "Responsible for managing budgets up to $4M across 6 sites, with and without partners, per region",
        "Portfolio of 115 lifts: callbacks/lift/yr 4.2 → 1.7",
    )
    known = {*all_tokens(), *lexicon().joints, *lexicon().marks}
    plans = [
        make_plan(("bullet", line), ("bullet", line), voice=voice)
        for line in lines
        for voice in ("first", "third")
    ]

    assert {token for plan in plans for token in encode(plan).text.split()} <= known


def test_the_same_plan_always_gets_the_same_prompt() -> None:
    plan = make_plan(("title", "head chef"), ("years", "8+"), kind="opening")

    assert encode(plan) == encode(plan)


def test_styles_differ_between_resumes() -> None:
    plans = [
        make_plan(("title", "head chef"), ("employer", f"Café {number}"), kind="opening")
        for number in range(60)
    ]

    styles = {encode(plan).text.split()[3] for plan in plans}

    assert len(styles) > STYLES / 2


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Reduced churn by 3%", "did <a1!> <a2> by <a3#>"),
        ("Reduction of churn by 3%", "did <a1!> <a2> by <a3#>"),
        ("Responsible for reducing churn by 3%", "did <a1!> <a2> by <a3#>"),
        ("Successfully reduced churn", "did <a1!> <a2>"),
        ("I was able to reduce churn", "did <a1!> <a2>"),
        ("Cut waste and raised output by 9%", "did <a1!> <a2> and <a3!> <a4> by <a5#>"),
        ("Offer turnaround → 9 days", "had <a1> to <a2#>"),
        ("Applications up 22%", "had <a1> up <a2#>"),
        ("Renegotiated contracts (-18%)", "did <a1!> <a2> ( <a3#> )"),
    ],
)
def test_lines_are_cut_at_verbs_figures_and_joints(line: str, expected: str) -> None:
    assert cut(line) == expected


def test_a_standing_duty_of_the_current_role_stays_in_the_present() -> None:
    assert cut("Manage 12 nurses", current=True) == "does <a1!> <a2#>"
    assert cut("Manage 12 nurses", current=False) == "did <a1!> <a2#>"
    assert cut("Managed 12 nurses", current=True) == "did <a1!> <a2#>"


def test_a_long_line_loses_its_tail_and_keeps_its_figure() -> None:
    line = (
        "Rebuilt the intake process for new clients with 40 caseworkers, which made the whole of the office"
        " calmer, while also supporting the helpdesk, using Salesforce and a number of other systems"
    )

    assert cut(line, room=14) == "did <a1!> <a2> for <a3> with <a4#>"


def test_a_line_with_more_joints_than_slots_is_told_whole() -> None:
    line = "Moved " + " and ".join(f"item{number} to shelf{number}" for number in range(20))

    found = cut_line(line, "a", current=False, room=200)

    assert sum(token.startswith("<") for token in found.tokens) in (LINE_SLOTS - 1, LINE_SLOTS)
    assert retell(line) == f"{line}."


@pytest.mark.parametrize(
    "line",
    [
        "Cut invoice processing time from 9 days to 3 by introducing OCR scanning",
        "Grew SME loan book from €11.5M to €19M in 30 months",
        "Re-engineered the nightly job (Celery), 55k invoices now generated in 12 minutes",
        "Trained 34 TVCs and 200+ social cut-downs in 2 yrs, always inside budget",
    ],
)
def test_a_retold_line_keeps_every_word(line: str) -> None:
    assert retell(line) == f"{line}."


def test_verbs_are_told_in_the_form_asked_for() -> None:
    done, standing = (
        "Led 12 engineers and built a payments platform",
        "Lead 12 engineers and build a payments platform",
    )

    assert retell(done, "gerund") == "Leading 12 engineers and building a payments platform."
    assert retell(standing, "third", current=True) == "Leads 12 engineers and builds a payments platform."
    assert (
        retell(standing, "base", voice="first", current=True)
        == "Lead 12 engineers and build a payments platform."
    )


def test_a_form_that_does_not_fit_the_voice_is_none() -> None:
    assert retell("Led 12 engineers", "third") is None
    assert retell("Lead 12 engineers", "third", voice="first", current=True) is None
    assert retell("Lead 12 engineers", "base", current=True) is None


LINE = "Cut stock loss from 4% to 1% and trained 30 chefs"


@pytest.mark.parametrize(
    "told",
    [
        "<a1.past> <a2> from <a3#> to <a4#> and <a5.past> <a6#> .",
        "at <employer> , <a1.past> <a2> from <a3#> to <a4#> and <a5.past> <a6#> .",
        "<a1.past> <a2> at <employer> from <a3#> to <a4#> and <a5.past> <a6#> .",
        "achievements include <a1.gerund> <a2> from <a3#> to <a4#> and <a5.gerund> <a6#> at <employer> .",
    ],
)
def test_a_line_may_stand_in_any_frame(told: str) -> None:
    assert decode(told, encode(make_plan(("bullet", LINE), ("employer", "Kestrel Foods")))) is not None


@pytest.mark.parametrize(
    "told",
    [
        "<a1.past> <a2> to <a3#> from <a4#> and <a5.past> <a6#> .",  # a joint exchanged
        "<a1.past> <a2> from <a4#> to <a3#> and <a5.past> <a6#> .",  # figures exchanged
        "<a1.past> <a2> from <a3#> to <a4#> .",  # cut short
        "<a1.past> <a2> by <employer> from <a3#> to <a4#> and <a5.past> <a6#> .",  # something put between
        "<a1.past> <a2> from <a3#> to <a4#> and <a5.gerund> <a6#> .",  # two forms
        "<a5.past> <a6#> and <a1.past> <a2> from <a3#> to <a4#> .",  # another order
    ],
)
def test_a_line_is_told_as_it_stands_or_not_at_all(told: str) -> None:
    assert decode(told, encode(make_plan(("bullet", LINE), ("employer", "Kestrel Foods")))) is None


@pytest.mark.parametrize("told", ["I works with <skill1> .", "I holds <skill1> and work ."])
def test_a_verb_that_does_not_agree_with_its_subject_is_none(told: str) -> None:
    assert decode(told, encode(make_plan(("skill", "Python"), kind="skills", voice="first"))) is None


@pytest.mark.parametrize("line", ["Dockerised 14 services", "Replatformed the shop"])
def test_a_verb_that_no_table_lists_can_be_told_as_a_gerund(line: str) -> None:
    first, _, rest = line.partition(" ")

    assert retell(line, "gerund") == f"{first[:-2]}ing {rest}."


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("team_size", "team of 12", "Manages a team of 12."),
        ("team_size", "12", "Manages a team of 12."),
        ("team_size", "12 nurses", "Manages 12 nurses."),
        ("budget", "$4M", "Manages a $4M budget."),
        ("budget", "€800k budget", "Manages an €800k budget."),
        ("sites", "6", "Manages 6 sites."),
    ],
)
def test_scope_facts_are_phrases_that_follow_a_verb(field: Field, text: str, expected: str) -> None:
    prompt = encode(make_plan((field, text), kind="scope"), manner=0)

    assert decode(f"manages <{field}1> .", prompt) == expected


def test_articles_capitals_and_possessives_are_put_right() -> None:
    prompt = encode(
        make_plan(
            ("name", "Ana Reyes"),
            ("title", "MBA graduate"),
            ("skill", "Python"),
            kind="opening",
            voice="third",
        )
    )

    assert decode("<name> 's work as a <title> includes <skill1> .", prompt) == (
        "Ana Reyes's work as an MBA graduate includes Python."
    ).replace("Reyes's", "Reyes'")


def test_a_nameless_candidate_has_a_small_letter_inside_a_sentence() -> None:
    prompt = encode(
        make_plan(("name", "The candidate"), ("employer", "Orbit"), ("bullet", "Led 3 teams"), voice="third")
    )

    assert (
        decode("at <employer> , <name> <a1.past> <a2#> .", prompt) == "At Orbit, the candidate led 3 teams."
    )


@pytest.mark.parametrize(
    "output",
    [
        "<title> at <employer> .",  # a slot that the prompt does not have
        "<title> , a <title> .",  # told twice
        "<title> with <a1.past> .",
        "<title> ( <years> .",  # a bracket left open
        "<title> with <years> years",  # no end
        "works hard .",  # no fact at all
        "[opening] <title> .",  # a header token
        "<unk> <title> .",
        "",
    ],
)
def test_what_cannot_be_a_sentence_is_none(output: str) -> None:
    prompt = encode(make_plan(("title", "head chef"), ("years", "8+"), kind="opening"))

    assert decode(output, prompt) is None


def test_more_facts_than_a_prompt_holds_are_left_out() -> None:
    prompt = encode(make_plan(*(("skill", f"skill {number}") for number in range(9)), kind="skills"))

    assert [token for token, _ in prompt.slots] == [f"<skill{number}>" for number in range(1, 7)]


def test_a_noun_after_and_is_no_second_verb() -> None:
    line = "Prepare trial binders and exhibit lists for three attorneys"

    assert (
        retell(line, "third", current=True) == "Prepares trial binders and exhibit lists for three attorneys."
    )
    assert retell("Teach and train chefs", "third", current=True) == "Teaches and trains chefs."


def test_an_item_that_holds_an_and_is_joined_by_as_well_as() -> None:
    prompt = encode(
        make_plan(("skill", "dementia care"), ("skill", "moving and handling"), kind="skills"), manner=0
    )

    assert decode("skilled in <skill1> and <skill2> .", prompt) == (
        "Skilled in dementia care as well as moving and handling."
    )


@pytest.mark.parametrize(
    ("employer", "told"),
    [
        ("US Army", "Cut waste by 4% at the US Army."),
        ("University of Leeds", "Cut waste by 4% at the University of Leeds."),
        ("Leeds University", "Cut waste by 4% at Leeds University."),
    ],
)
def test_an_organisation_takes_its_article(employer: str, told: str) -> None:
    prompt = encode(make_plan(("employer", employer), ("bullet", "Cut waste by 4%")), manner=0)

    assert decode("<a1.past> <a2> by <a3#> at <employer> .", prompt) == told


@pytest.mark.parametrize(
    ("line", "third"),
    [
        ("Hire, train and ride along with new staff", "Hires, trains and rides along with new staff."),
        ("Plan, budget, and run events", "Plans, budgets, and runs events."),
        ("Write lesson plans, mark work and run clubs", "Writes lesson plans, marks work and runs clubs."),
        ("Write lesson plans, exhibit lists and menus", "Writes lesson plans, exhibit lists and menus."),
    ],
)
def test_all_verbs_of_a_leading_series_take_the_form(line: str, third: str) -> None:
    assert retell(line, "third", current=True) == third


@pytest.mark.parametrize(
    ("voice", "form", "told"),
    [
        ("implied", "third", "Responsible for the weekly updates."),
        ("first", "base", "Am responsible for the weekly updates."),
        ("third", "third", "Is responsible for the weekly updates."),
    ],
)
def test_a_responsibility_is_told_as_one(voice: Voice, form: str, told: str) -> None:
    assert cut("Responsible for the weekly updates", current=True) == "does <a1!> <a2>"
    assert retell("Responsible for the weekly updates", form, voice=voice, current=True) == told
    assert retell("Resp. for the weekly updates", form, voice=voice, current=True) == told


def test_a_responsibility_for_an_act_is_the_act() -> None:
    assert retell("Responsible for reducing churn", "past") == "Reduced churn."
