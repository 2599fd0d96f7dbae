import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from functions.summarize.models.architecture import Architecture
from functions.summarize.models.bart import BART
from functions.summarize.models.card import Card
from functions.summarize.models.checkpoint import SpecialTokens
from functions.summarize.models.gpt2 import GPT2
from functions.summarize.models.prompting import document_prompts
from functions.summarize.models.t5 import T5
from functions.summarize.models.writer import Writer
from functions.summarize.prompts import Draft, encode
from tests.builders.plans import make_plan_of, make_sentence, make_slot

SPECIAL = SpecialTokens("<s>", "</s>", "<pad>", "<unk>", "<pad>", "<sep>")
CARD = Card("t5", "T5", "1", "t5", 1, "MIT", "slots", "ctranslate2", "int8", 512)
OPENING = make_plan_of(
    make_sentence(
        "Theatre nurse of eight years.",
        make_slot("title", "theatre nurse", "person"),
        make_slot("years", "eight years", "phrase"),
    )
)
CLOSE = make_plan_of(make_sentence("Holds a BSc.", make_slot("degree", "a BSc"), part="close"))


class RecordedEngine:
    """Records what it is given and answers each prompt with the same token lists."""

    def __init__(self, *answers: str) -> None:
        self.answers = [answer.split() for answer in answers]
        self.calls: list[tuple[list[list[str]], dict[str, Any]]] = []

    def generate(self, prompts: Sequence[Sequence[str]], **settings: Any) -> list[list[list[str]]]:
        self.calls.append(([list(prompt) for prompt in prompts], settings))
        return [self.answers for _ in prompts]


def tokenizer_of(*texts: str) -> Tokenizer:
    """Whole words: those of the texts; slot tokens are special, as in the trained tokenizer."""
    words = list(dict.fromkeys(" ".join(("<s> </s> <pad> <unk> <sep>", *texts)).split()))
    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(words)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.add_special_tokens([word for word in words if word.startswith("<")])
    return tokenizer


def make_writer(engine: RecordedEngine, architecture: Architecture = T5, **changes: Any) -> Writer:
    plans = (OPENING, CLOSE)
    texts = [text for plan in plans for text in (encode(plan).text, plan.text)]
    answers = [" ".join(answer) for answer in engine.answers]
    return Writer(
        card=replace(CARD, **changes),
        architecture=architecture,
        engine=engine,
        tokenizer=tokenizer_of(*texts, *answers, "summarize: TL;DR: kind"),
        special=SPECIAL,
    )


def told(drafts: Sequence[Draft]) -> list[list[str | None]]:
    return [[one.text if one else None for one in draft] for draft in drafts]


def written(*answers: str, candidates: int = 1) -> list[list[str | None]]:
    return told(make_writer(RecordedEngine(*answers)).compose([OPENING], candidates=candidates)[0])


def test_a_plan_is_one_engine_call_that_forbids_what_the_plan_has_not() -> None:
    engine = RecordedEngine(". ")
    make_writer(engine).compose([OPENING, CLOSE], candidates=3)
    (first, settings), (second, _) = engine.calls
    forbidden = settings.pop("forbidden")
    assert [first, second] == [[[*encode(plan).text.split(), "</s>"]] for plan in (OPENING, CLOSE)]
    assert settings == {"max_tokens": 160, "beams": 3, "candidates": 3}
    assert {("<degree1>",), ("[close]",), ("I",), ("NAME",), ("<title1>", ".past")} <= set(forbidden)
    assert not {("<title1>",), ("[opening]",), ("<title1>", ".person")} & set(forbidden)


def test_without_plans_the_engine_rests() -> None:
    engine = RecordedEngine()
    assert make_writer(engine).compose([], candidates=3) == []
    assert engine.calls == []


def test_slot_tokens_become_the_words_of_the_facts() -> None:
    answer = "[opening] <title1> .person with <years1> .phrase of experience ."
    assert written(answer) == [["Theatre nurse with eight years of experience."]]


def test_framing_tokens_never_reach_a_sentence() -> None:
    answer = "<s> [opening] <title1> .person with <pad> <years1> .phrase ."
    assert written(answer) == [["Theatre nurse with eight years."]]


def test_equal_drafts_are_given_once_in_the_order_of_the_engine() -> None:
    with_years, after = (
        f"[opening] <title1> .person {word} <years1> .phrase ." for word in ("with", "after")
    )
    assert written(with_years, after, f"{with_years} <pad>", candidates=3) == [
        ["Theatre nurse with eight years."],
        ["Theatre nurse after eight years."],
    ]


@pytest.mark.parametrize(
    "answer",
    [
        "[opening] <title1> .person with <years1> <unk> .",
        "[opening] <title1> .person with <degree1> .noun-phrase .",
        "[opening] <title1> .person and <title1> .person with <years1> .phrase .",
        "[opening] <title1> .past with <years1> .phrase .",
        "[opening] <title1> .person .",
        "[opening] <title1> .person with <years1> .phrase" + " and" * 63,
        "[opening] thrilled <title1> .person with <years1> .phrase .",
        "<title1> .person with <years1> .phrase .",
        "",
    ],
    ids=[
        "unknown token", "slot that the prompt lacks", "slot told twice", "form not offered", "untold slot",
        "cut off", "word of its own", "no part", "empty",
    ],
)  # fmt: skip
def test_what_is_no_whole_sentence_is_left_out(answer: str) -> None:
    assert written(answer) == [[None]]


@pytest.mark.parametrize(
    ("architecture", "expected"),
    [
        (T5, "summarize: Theatre nurse of eight years. </s>"),
        (BART, "<s> Theatre nurse of eight years. </s>"),
        (GPT2, "Theatre nurse of eight years. TL;DR: <sep>"),
    ],
)
def test_a_summariser_from_a_hub_gets_prose_as_it_expects_it(
    architecture: Architecture, expected: str
) -> None:
    engine = RecordedEngine("Theatre nurse. years. of")
    drafts = make_writer(engine, architecture, prompt="document").compose([OPENING], candidates=1)
    assert engine.calls[0][0] == [expected.split()]
    assert told(drafts[0]) == [["Theatre nurse."]]


def test_a_facts_checkpoint_gets_its_facts_tagged_on_one_line() -> None:
    engine = RecordedEngine("Theatre nurse.")
    prompt = "opening implied | title: theatre nurse | years: eight years =>"
    writer = Writer(
        card=replace(CARD, prompt="facts"),
        architecture=T5,
        engine=engine,
        tokenizer=tokenizer_of(prompt, "Theatre nurse."),
        special=SPECIAL,
    )
    assert told(writer.compose([OPENING], candidates=1)[0]) == [["Theatre nurse."]]
    assert engine.calls[0][0] == [[*prompt.split(), "</s>"]]


def test_a_prompt_longer_than_the_window_is_cut_and_reported(caplog: pytest.LogCaptureFixture) -> None:
    engine = RecordedEngine("Theatre nurse.")
    with caplog.at_level(logging.WARNING):
        make_writer(engine, prompt="document", window=4).compose([OPENING], candidates=1)
    assert engine.calls[0][0] == [["summarize:", "Theatre", "nurse", "</s>"]]
    assert [record.message for record in caplog.records] == ["prompt truncated"]


def test_a_decoder_keeps_room_for_the_sentence_in_its_window() -> None:
    engine = RecordedEngine("Theatre nurse.")
    make_writer(engine, GPT2, prompt="document", window=96 + 4).compose([OPENING], candidates=1)
    assert engine.calls[0][0] == [["Theatre", "nurse", "TL;DR:", "<sep>"]]


def test_a_summariser_is_given_the_lines_of_the_resume_after_the_plain_sentence() -> None:
    line = "Cut waste by 4% over two years by weighing every bin"
    plan = make_plan_of(
        make_sentence(
            "At Castle Foods, cut waste by 4%.",
            make_slot("result", "cut waste by 4%", "past", line),
            make_slot("employer", "Castle Foods", quote="Castle Foods"),
            part="present",
        )
    )

    assert document_prompts(plan).texts == (f"At Castle Foods, cut waste by 4%. {line}.",)
