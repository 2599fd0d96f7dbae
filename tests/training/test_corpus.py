"""The corpus: what the grammar writes is true to its plan, and the same seed writes the same corpus."""

import random
from dataclasses import replace

import pytest

from functions.summarize.prompts import decode, encode
from functions.summarize.prompts.slots import STYLES
from functions.summarize.sentences import Field, Kind, PlanFact, SentencePlan, Voice
from functions.summarize.verify import verify
from training.corpus.frames import LISTS, Filler, Unfit, enumeration, grammar
from training.corpus.generate import Generator, write
from training.corpus.lines import WRITTEN, written_lines
from training.corpus.written import align, enough, read_written, usable_pairs
from training.figures import is_finished

VOICES: tuple[Voice, ...] = ("implied", "first", "third")


def fill(frame: str, slots: str = "", **lines: str) -> str:
    skills = [slot for slot in slots.split() if "skill" in slot]
    lists: dict[str, list[str]] = {macro: [] for macro in LISTS} | {"K": skills}
    held = {name: text.split() for name, text in lines.items()}
    return Filler(random.Random(1), frozenset(slots.split()), lists, held).fill(frame)


def make_plan(kind: Kind, voice: Voice, *facts: tuple[Field, str], current: bool = True) -> SentencePlan:
    named = (*facts, ("name", "Ana Silva")) if voice == "third" else facts
    return SentencePlan(kind, voice, tuple(PlanFact(*fact) for fact in named), plain="", current=current)


def sentences(plan: SentencePlan) -> list[str | None]:
    """What the grammar writes for a plan in every style."""
    rng = random.Random(1)
    prompts = [encode(plan, manner=manner) for manner in range(STYLES)]
    targets = [write(prompt.text.split(), plan, manner, rng) for manner, prompt in enumerate(prompts)]
    return [
        decode(target, prompt) if target else None for target, prompt in zip(targets, prompts, strict=True)
    ]


def test_an_optional_group_takes_the_first_alternative_that_fits() -> None:
    frame = "<title> [with <years> years|in <domain>] ."

    assert fill(frame, "<title> <years> <domain>") == "<title> with <years> years ."
    assert fill(frame, "<title> <domain>") == "<title> in <domain> ."
    assert fill(frame, "<title>") == "<title> ."


def test_a_fact_is_told_once() -> None:
    assert fill("<title> [in <domain>] [, and in <domain>] .", "<title> <domain>") == "<title> in <domain> ."


def test_a_frame_whose_facts_are_missing_does_not_fit() -> None:
    with pytest.raises(Unfit):
        fill("I have [!<years> years] .", "<title>")


def test_lists_have_commas_and_one_and() -> None:
    assert enumeration(["<skill1>"]) == "<skill1>"
    assert enumeration(["<skill1>", "<skill2>", "<skill3>"]) == "<skill1> , <skill2> and <skill3>"


def test_verbs_of_a_line_take_the_form_of_the_frame() -> None:
    told = fill("(A.past@) .", "<employer>", A="<a1!> <a2> from <a3#> to <a4#> and <a5!> <a6>")

    assert told == "<a1.past> <a2> at <employer> from <a3#> to <a4#> and <a5.past> <a6> ."


PLANS = (
    (
        "opening",
        (("title", "ward sister"), ("years", "8+"), ("employer", "Castle Infirmary"), ("skill", "triage")),
    ),
    ("opening", (("years", "8+"), ("employer", "Castle Infirmary"))),
    ("result", (("bullet", "Cut waiting time from 9 days to 3"), ("employer", "Castle Infirmary"))),
    ("result", (("bullet", "Manage 40 beds"),)),
    ("scope", (("team_size", "team of 12"), ("budget", "$4M budget"))),
    ("skills", (("skill", "triage"), ("skill", "IV therapy"), ("skill", "ECG"), ("skill", "EPIC"))),
    ("credential", (("credential", "ACLS"), ("credential", "CCRN"))),
    (
        "education",
        (("degree", "BSc"), ("field", "nursing"), ("institution", "Penrhos University"), ("year", "2012")),
    ),
    ("education", (("field", "nursing"), ("institution", "Penrhos University"))),
)


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize(("kind", "facts"), PLANS)
@pytest.mark.parametrize("current", [True, False])
def test_every_style_is_supported_by_its_plan(
    kind: Kind, facts: tuple[tuple[Field, str], ...], voice: Voice, *, current: bool
) -> None:
    plan = make_plan(kind, voice, *facts, current=current)

    written = sentences(plan)

    assert [
        (text, verify(text or "", plan).problems)
        for text in written
        if not verify(text or "", plan).supported
    ] == []


def test_a_result_of_an_earlier_role_may_say_so_and_one_of_the_present_role_never() -> None:
    facts: tuple[tuple[Field, str], ...] = (("bullet", "Cut waste by 4%"), ("employer", "Castle Infirmary"))

    earlier = sentences(make_plan("result", "implied", *facts, current=False))
    present = sentences(make_plan("result", "implied", *facts, current=True))

    assert "Earlier, at Castle Infirmary, cut waste by 4%." in earlier
    assert not any("arlier" in (text or "") for text in present)


def test_a_named_thing_with_a_figure_is_a_highlight_and_without_one_experience() -> None:
    figure = sentences(make_plan("result", "implied", ("bullet", "Applications up 22%")))
    thing = sentences(make_plan("result", "implied", ("bullet", "Border crossings and winter roads")))

    assert "Highlights include applications up 22%." in figure
    assert set(thing) == {"Experience includes border crossings and winter roads."}


def test_the_act_comes_first() -> None:
    told = sentences(make_plan("result", "implied", ("bullet", "Cut waste by 4%")))

    assert set(told) == {"Cut waste by 4%."}


def test_the_styles_of_an_opening_differ() -> None:
    plan = make_plan(
        "opening", "implied", ("title", "nurse"), ("years", "8+"), ("employer", "Castle Infirmary")
    )

    assert len(set(sentences(plan))) >= 10


def test_the_same_seed_draws_the_same_pairs_and_another_seed_others() -> None:
    first, again, other = (list(Generator(seed).pairs(40)) for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_every_target_names_only_slots_of_its_prompt_and_ends() -> None:
    assert [pair for pair in Generator(3).pairs(400) if not is_finished(pair.prompt, pair.target)] == []


def test_held_out_lines_are_never_drawn_for_training() -> None:
    trained, held_out = (Generator(1, held_out=side) for side in (False, True))

    assert {*trained.lines, *held_out.lines} == set(written_lines())
    assert not set(trained.lines) & set(held_out.lines)


def test_written_pairs_are_aligned_word_for_word() -> None:
    written = next(pair for pair in read_written() if pair.plan.kind == "skills" and align(pair))
    pair = align(written)
    assert pair is not None

    prompt = encode(written.plan)

    assert decode(pair.target, prompt) == written.target


def test_a_written_pair_that_adds_a_word_of_its_own_is_not_used() -> None:
    prompt = "[opening] [implied] [now] [s1] <title> <years>".split()

    assert enough("opening", prompt, "<title> with <years> years of experience .".split())
    assert not enough("opening", prompt, "brilliant <title> with <years> years of experience .".split())
    assert not enough("opening", prompt, "<title> for <years> years .".split())


def test_the_written_pairs_are_all_there_and_enough_are_usable() -> None:
    rows = [row for path in WRITTEN.glob("*.jsonl") for row in path.read_text(encoding="utf-8").splitlines()]

    assert len(rows) == 2_720
    assert len(usable_pairs(held_out=False)) > 40
    assert not {pair.target for pair in usable_pairs(held_out=True)} & {"", "."}


def test_every_frame_can_be_filled() -> None:
    everything = (
        make_plan("opening", "third", ("title", "a"), ("years", "b"), ("employer", "c"), ("domain", "d")),
        make_plan("result", "third", ("title", "a"), ("employer", "b"), ("bullet", "Cut waste by 4%")),
    )
    for plan in everything:
        for current in (True, False):
            assert None not in sentences(replace(plan, current=current))
    assert set(grammar()) == {"opening", "result", "scope", "skills", "credential", "education"}
