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
from functions.summarize.models.prompting import encode_document
from functions.summarize.models.t5 import T5
from functions.summarize.models.writer import Writer
from functions.summarize.prompts import encode
from functions.summarize.resume import Evidence
from functions.summarize.sentences import PlanFact, SentencePlan

SPECIAL = SpecialTokens("<s>", "</s>", "<pad>", "<unk>", "<pad>", "<sep>")
CARD = Card("t5", "T5", "1", "t5", 1, "MIT", "slots", "ctranslate2", "int8", 512)
OPENING = SentencePlan(
    "opening",
    "implied",
    (PlanFact("title", "theatre nurse"), PlanFact("years", "8+")),
    "Theatre nurse of 8+ years.",
)
SKILLS = SentencePlan(
    "skills", "implied", (PlanFact("skill", "triage"), PlanFact("skill", "Epic")), "Skilled in triage."
)


class RecordedEngine:
    """Records what it is given and answers each prompt with the same token lists."""

    def __init__(self, *answers: str) -> None:
        self.answers = [answer.split() for answer in answers]
        self.calls: list[tuple[list[list[str]], dict[str, int]]] = []

    def generate(self, prompts: Sequence[Sequence[str]], **settings: int) -> list[list[list[str]]]:
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
    texts = [encode(plan, CARD.architecture).text for plan in (OPENING, SKILLS)] + [
        plan.plain for plan in (OPENING, SKILLS)
    ]
    answers = [" ".join(answer) for answer in engine.answers]
    return Writer(
        card=replace(CARD, **changes),
        architecture=architecture,
        engine=engine,
        tokenizer=tokenizer_of(*texts, *answers, "summarize: TL;DR: kind"),
        special=SPECIAL,
    )


def slot(plan: SentencePlan, value: str) -> str:
    return next(token for token, text in encode(plan, CARD.architecture).slots if value in text)


def test_all_plans_are_one_engine_call() -> None:
    engine = RecordedEngine(". ")
    make_writer(engine).write([OPENING, SKILLS], candidates=3)
    expected = [[*encode(plan, CARD.architecture).text.split(), "</s>"] for plan in (OPENING, SKILLS)]
    assert engine.calls == [(expected, {"max_tokens": 64, "beams": 3, "candidates": 3})]


def test_without_plans_the_engine_rests() -> None:
    engine = RecordedEngine()
    assert make_writer(engine).write([], candidates=3) == []
    assert engine.calls == []


def test_slot_tokens_become_the_words_of_the_facts() -> None:
    engine = RecordedEngine(f"{slot(OPENING, 'nurse')} with {slot(OPENING, '8+')} years of experience .")
    written = make_writer(engine).write([OPENING], candidates=1)
    assert written == [["Theatre nurse with 8+ years of experience."]]


def test_framing_tokens_never_reach_a_sentence() -> None:
    engine = RecordedEngine(f"<s> {slot(OPENING, 'nurse')} <pad> .")
    assert make_writer(engine).write([OPENING], candidates=1) == [["Theatre nurse."]]


def test_equal_sentences_are_given_once_in_the_order_of_the_engine() -> None:
    title = slot(OPENING, "nurse")
    engine = RecordedEngine(f"a {title} .", f"{title} .", f"a {title} <pad> .")
    assert make_writer(engine).write([OPENING], candidates=3) == [["A theatre nurse.", "Theatre nurse."]]


@pytest.mark.parametrize(
    "answer",
    ["{title} <unk> .", "{title} with <nobody> .", "{title}" + " and" * 63, ""],
    ids=["unknown token", "slot that the prompt lacks", "cut off", "empty"],
)
def test_what_is_no_whole_sentence_is_left_out(answer: str) -> None:
    engine = RecordedEngine(answer.format(title=slot(OPENING, "nurse")))
    assert make_writer(engine).write([OPENING], candidates=1) == [[]]


@pytest.mark.parametrize(
    ("architecture", "expected"),
    [
        (T5, "summarize: Theatre nurse of 8+ years. </s>"),
        (BART, "<s> Theatre nurse of 8+ years. </s>"),
        (GPT2, "Theatre nurse of 8+ years. TL;DR: <sep>"),
    ],
)
def test_a_summariser_from_a_hub_gets_prose_as_it_expects_it(
    architecture: Architecture, expected: str
) -> None:
    engine = RecordedEngine("Theatre nurse. years. of")
    written = make_writer(engine, architecture, prompt="document").write([OPENING], candidates=1)
    assert engine.calls[0][0] == [expected.split()]
    assert written == [["Theatre nurse."]]


def test_a_facts_checkpoint_gets_its_facts_tagged_on_one_line() -> None:
    engine = RecordedEngine("Theatre nurse.")
    prompt = "opening implied current | title: theatre nurse | years: 8+ =>"
    writer = Writer(
        card=replace(CARD, prompt="facts"),
        architecture=T5,
        engine=engine,
        tokenizer=tokenizer_of(prompt, "Theatre nurse."),
        special=SPECIAL,
    )
    assert writer.write([OPENING], candidates=1) == [["Theatre nurse."]]
    assert engine.calls[0][0] == [[*prompt.split(), "</s>"]]


def test_a_prompt_longer_than_the_window_is_cut_and_reported(caplog: pytest.LogCaptureFixture) -> None:
    engine = RecordedEngine("Theatre nurse.")
    with caplog.at_level(logging.WARNING):
        make_writer(engine, prompt="document", window=4).write([OPENING], candidates=1)
    assert engine.calls[0][0] == [["summarize:", "Theatre", "nurse", "</s>"]]
    assert [record.message for record in caplog.records] == ["prompt truncated"]


def test_a_decoder_keeps_room_for_the_sentence_in_its_window() -> None:
    engine = RecordedEngine("Theatre nurse.")
    make_writer(engine, GPT2, prompt="document", window=96 + 4).write([OPENING], candidates=1)
    assert engine.calls[0][0] == [["Theatre", "nurse", "TL;DR:", "<sep>"]]


def test_a_summariser_is_given_the_lines_of_the_resume_after_the_plain_sentence() -> None:
    line = "Cut waste by 4% over two years by weighing every bin"
    fact = PlanFact("bullet", "Cut waste by 4%", (Evidence(0, len(line), line, "experience"),))
    place = PlanFact("employer", "Castle Foods", (Evidence(90, 102, "Castle Foods", "experience"),))
    plan = SentencePlan("result", "implied", (fact, place), "At Castle Foods, cut waste by 4%.")

    assert encode_document(plan).text == f"At Castle Foods, cut waste by 4%. {line}."
