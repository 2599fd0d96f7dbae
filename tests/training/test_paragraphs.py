"""What the paragraph writers learn from: composed sentences as slots, and pairs drawn from a seed."""

from dataclasses import replace

import pytest

from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.records import Slot, Variant
from functions.summarize.prompts.alphabet import all_tokens, connecting_words
from functions.summarize.prompts.paragraph import decode, encode, plain_tokens
from functions.summarize.sentences import Options, Voice
from tests.builders.plans import make_plan_of, make_sentence, make_slot
from training.composed import records
from training.paragraphs.cutting import Cut, templates_of
from training.paragraphs.generate import Generator
from training.paragraphs.joints import common

KNOWN = frozenset(all_tokens())


def test_a_composed_sentence_is_cut_into_slots_and_joints() -> None:
    record = next(one for one in records() if one.id == "tc-017")

    told = templates_of(record)

    earlier, close = told[-2:]
    assert earlier is not None
    assert [item if isinstance(item, str) else (item.kind, item.text) for item in earlier.items] == [
        "at", ("earlier employer", "Umlazi Port Logistics"), ",", "earlier",
        ("earlier line", "brought recovery time from 5 h to 35 min"),
    ]  # fmt: skip
    assert earlier.part == "earlier"
    assert close is not None
    assert [cut.kind for cut in close.cuts] == ["degree", "language", "language"]


def test_only_joints_of_several_writers_are_learned() -> None:
    texts = [[one for one in templates_of(record) if one is not None] for record in records()]

    kept = [one for text in common(texts) for one in text]

    assert 300 < len(kept) < sum(map(len, texts))
    assert not any(item == "brought" for one in kept for item in one.items if not isinstance(item, Cut))


def test_the_same_seed_draws_the_same_pairs_and_only_known_tokens() -> None:
    first, second = (list(Generator(7, held_out=True).pairs(40)) for _ in range(2))

    assert first == second
    assert {token for pair in first for token in f"{pair.prompt} {pair.target}".split()} <= KNOWN


@pytest.mark.parametrize("voice", ["implied", "first", "third"])
def test_what_the_plan_says_in_tokens_is_read_back_as_the_plan_says_it(voice: Voice) -> None:
    record = next(one for one in records() if one.id == "tc-017")
    plan = plan_paragraph(record.resume, Options(record.as_of, voice=voice), record.as_of)
    prompt = encode(plan)
    spelled = [
        plain_tokens(sentence, {"NAME": plan.name, "GIVEN": plan.given}) for sentence in plan.sentences
    ]
    output = " ".join(
        f"[{sentence.part}] {' '.join(tokens or ())}"
        for sentence, tokens in zip(plan.sentences, spelled, strict=True)
    )

    draft = decode(output, prompt)

    assert set(prompt.text.split()) <= KNOWN
    assert [one.text if one else None for one in draft] == [sentence.text for sentence in plan.sentences]


def test_what_breaks_the_rules_of_a_prompt_is_no_sentence() -> None:
    record = next(one for one in records() if one.id == "tc-017")
    plan = plan_paragraph(record.resume, Options(record.as_of), record.as_of)
    prompt = encode(plan)
    first = " ".join(plain_tokens(plan.sentences[0], {}) or ())

    assert decode(f"[opening] {first}", prompt)[0] is not None
    swapped = first.replace("<title1>", "<title2>")
    untold = first.replace("<title1> .person ", "")
    strange, misformed = first.replace("with", "thrilled"), first.replace(".person", ".past")
    for broken in (
        strange,
        misformed,
        untold,
        swapped,
        f"<title1> .person {first}",
        first.removesuffix(" ."),
    ):
        assert decode(f"[opening] {broken}", prompt)[0] is None, broken


@pytest.mark.parametrize(
    ("told", "usable"),
    [
        ("<title1> .person with <years1> .phrase in <field1> .noun-phrase", True),
        ("<title1> .person with in <field1> .noun-phrase and <years1> .phrase", False),
        ("<title1> .person with <field1> .noun-phrase and <years1> .phrase", False),
        ("<title1> .person with <years1> .phrase in experience , <field1> .noun-phrase", False),
        ("<title1> .person with before that , and <years1> .phrase in <field1> .noun-phrase", False),
    ],
)
def test_small_words_that_nobody_puts_so_are_no_sentence(told: str, *, usable: bool) -> None:
    slots = (
        make_slot("title", "plumber", "person"),
        make_slot("years", "nine years", "phrase"),
        make_slot("field", "heating"),
    )
    prompt = encode(make_plan_of(make_sentence("Plumber with nine years in heating.", *slots)))

    assert (decode(f"[opening] {told} .", prompt)[0] is not None) == usable


@pytest.mark.parametrize(
    ("told", "usable"),
    [
        ("at <employer1> .noun-phrase , <result1> .past", True),
        ("works on <result1> .past at <employer1> .noun-phrase", False),
        ("at that , <result1> .past at <employer1> .noun-phrase", False),
        ("before that , <result1> .past at <employer1> .noun-phrase", True),
        ("includes <result1> .past at <employer1> .noun-phrase", False),
    ],
)
def test_an_act_stands_where_no_thing_must(told: str, *, usable: bool) -> None:
    slots = (make_slot("employer", "Acme"), make_slot("result", "led a team", "past"))
    prompt = encode(make_plan_of(make_sentence("At Acme, led a team.", *slots, part="present")))

    assert (decode(f"[present] {told} .", prompt)[0] is not None) == usable


@pytest.mark.parametrize(
    ("told", "usable"),
    [
        ("recognition includes <award1> .noun-phrase , with <degree1> .gerund", False),
        ("holds <award1> .noun-phrase and <degree1> .noun-phrase", False),
        ("<award1> .noun-phrase with <degree1> .noun-phrase", False),
        ("recognition includes <award1> .noun-phrase and <degree1> .noun-phrase", True),
    ],
)
def test_a_prize_is_nobody_and_studying_is_not_held(told: str, *, usable: bool) -> None:
    slots = (
        make_slot("award", "first prize of the guild"),
        Slot("degree", "", (Variant("a BA", "noun phrase", ()), Variant("studying for a BA", "gerund", ()))),
    )
    prompt = encode(make_plan_of(make_sentence("A BA.", *slots, part="close")))

    assert (decode(f"[close] {told} .", prompt)[0] is not None) == usable


@pytest.mark.parametrize(
    ("credential", "told", "usable"),
    [
        ("Gas Safe Registered Engineer", "holds <credential1> .person", False),
        ("Chartered Surveyor", "holds <credential1> .person", False),
        ("Gas Safe Registered Engineer", "a <credential1> .person", True),
        ("MRICS", "holds <credential1> .person", True),
    ],
)
def test_what_somebody_is_is_not_held(credential: str, told: str, *, usable: bool) -> None:
    prompt = encode(
        make_plan_of(
            make_sentence(f"A {credential}.", make_slot("credential", credential, "person"), part="close")
        )
    )

    assert (decode(f"[close] {told} .", prompt)[0] is not None) == usable


@pytest.mark.parametrize(
    ("told", "usable"),
    [
        ("a <credential1> .noun-phrase who speaks <language1> .noun-phrase", False),
        (
            "<credential1> .noun-phrase , with <degree1> .noun-phrase , who speaks <language1> .noun-phrase",
            False,
        ),
        ("a <credential1> .noun-phrase with <degree1> .noun-phrase", False),
        (
            "holds <credential1> .noun-phrase and speaks <language1> .noun-phrase , and <degree1> .noun-phrase",
            False,
        ),
        ("<credential2> .person and speaks <language1> .noun-phrase", False),
        ("holds <credential1> .noun-phrase and <language1> .noun-phrase", False),
        ("a <credential2> .person who speaks <language1> .noun-phrase", True),
        ("a <credential2> .person with <degree1> .noun-phrase , who speaks <language1> .noun-phrase", True),
        (
            "holds <credential1> .noun-phrase and <degree1> .noun-phrase , and speaks <language1> .noun-phrase",
            True,
        ),
        ("speaks <language1> .noun-phrase , and holds <degree1> .noun-phrase", True),
        ("works in <language1> .noun-phrase , with <credential1> .noun-phrase", True),
    ],
)
def test_a_paper_is_nobody_and_hangs_on_what_holds_it(told: str, *, usable: bool) -> None:
    slots = (
        make_slot("credential", "HMS card"),
        make_slot("credential", "Chartered Surveyor", "person"),
        make_slot("degree", "a BA"),
        make_slot("language", "Welsh"),
    )
    ending = replace(make_sentence("A BA.", *slots, part="close"), must=())

    assert (decode(f"[close] {told} .", encode(make_plan_of(ending)))[0] is not None) == usable


@pytest.mark.parametrize(("thing", "usable"), [("payroll", True), ("92% of cases closed on time", False)])
def test_nobody_covers_a_share(thing: str, usable: bool) -> None:
    prompt = encode(make_plan_of(make_sentence("Covers it.", make_slot("duty", thing), part="more")))

    assert (decode("[more] covers <duty1> .noun-phrase .", prompt)[0] is not None) == usable


@pytest.mark.parametrize(("current", "usable"), [(True, True), (False, False)])
def test_a_job_that_ended_is_not_told_as_going_on(current: bool, usable: bool) -> None:
    line = replace(make_slot("duty", "stock counts"), current=current)
    prompt = encode(make_plan_of(make_sentence("Covered stock counts.", line, part="more")))

    assert (decode("[more] the work includes <duty1> .noun-phrase .", prompt)[0] is not None) == usable


def test_connecting_words_name_nothing() -> None:
    assert not any(word[0].isdigit() or (word[0].isupper() and word != "I") for word in connecting_words())


@pytest.mark.parametrize(
    ("told", "usable"),
    [
        ("at <employer1> .noun-phrase , covers <duty1> .noun-phrase", True),
        ("work at <employer1> .noun-phrase includes <duty1> .noun-phrase", True),
        ("at <employer1> .noun-phrase , works on <duty1> .noun-phrase", False),
        ("also at <employer1> .noun-phrase , <duty1> .noun-phrase", False),
    ],
)
def test_of_things_alone_a_verb_says_what_they_are(told: str, *, usable: bool) -> None:
    slots = (make_slot("employer", "Acme"), make_slot("duty", "jury summonses"))
    prompt = encode(make_plan_of(make_sentence("At Acme, covers jury summonses.", *slots, part="present")))

    assert (decode(f"[present] {told} .", prompt)[0] is not None) == usable


@pytest.mark.parametrize(
    ("told", "usable"),
    [
        ("<result1> .past with <duty1> .noun-phrase", True),
        ("<duty1> .noun-phrase , and <result1> .past", False),
        ("<duty1> .noun-phrase and <result1> .past", False),
    ],
)
def test_a_thing_before_an_act_is_joined_to_it(told: str, *, usable: bool) -> None:
    slots = (make_slot("duty", "a void rate of 2%"), make_slot("result", "led a team", "past"))
    prompt = encode(
        make_plan_of(make_sentence("With a void rate of 2%, led a team.", *slots, part="present"))
    )

    assert (decode(f"[present] {told} .", prompt)[0] is not None) == usable
