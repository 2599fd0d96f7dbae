"""Both engines on the same random checkpoints."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from functions.common.errors import ModelUnavailable
from functions.summarize.models import ctranslate2_engine, transformers_engine
from functions.summarize.models.bart import BART
from functions.summarize.models.checkpoint import read_special_tokens, read_tokenizer
from functions.summarize.models.contract import Engine
from functions.summarize.models.factory import load_model
from functions.summarize.models.gpt2 import GPT2
from functions.summarize.models.t5 import T5
from tests.builders.checkpoints import WORDS, make_checkpoint, write_layout

ARCHITECTURES = {"gpt2": GPT2, "t5": T5, "bart": BART}

pytestmark = pytest.mark.torch


@pytest.fixture(scope="module", params=ARCHITECTURES)
def engines(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Engine, Engine]:
    """The same weights on CTranslate2 and on transformers, in float32."""
    from training.convert import convert

    root = tmp_path_factory.mktemp("engines")
    source = make_checkpoint(root / "source" / request.param, request.param)
    convert(source, root / request.param, "float32")
    tokenizer = read_tokenizer(source)
    architecture = ARCHITECTURES[request.param]
    return (
        ctranslate2_engine.open_engine(root / request.param, architecture, tokenizer, threads=2),
        transformers_engine.open_engine(source, architecture, tokenizer, threads=1),
    )


@pytest.fixture
def prompts(request: pytest.FixtureRequest, tmp_path: Path) -> list[list[str]]:
    """Twenty framed prompts of 1 to 25 random words."""
    name = request.node.callspec.params["engines"]
    architecture = ARCHITECTURES[name]
    folder = write_layout(tmp_path / name, eos_token="</s>", bos_token="<s>")
    special = read_special_tokens(folder, read_tokenizer(folder))
    draw = Random(11)
    drawn = [draw.choices(WORDS, k=draw.randint(1, 25)) for _ in range(20)]
    return [architecture.frame(words, special) for words in drawn]


def test_both_engines_write_the_same_greedy_tokens(
    engines: tuple[Engine, Engine], prompts: list[list[str]]
) -> None:
    ours, reference = (engine.generate(prompts, max_tokens=20, beams=1, candidates=1) for engine in engines)
    assert ours == reference
    assert len({tuple(answer[0]) for answer in ours}) > 10  # a test of one repeated answer would prove little


def test_a_prompt_gets_the_same_answer_alone_and_in_a_batch(
    engines: tuple[Engine, Engine], prompts: list[list[str]]
) -> None:
    engine = engines[0]
    together = engine.generate(prompts, max_tokens=20, beams=3, candidates=3)
    alone = [engine.generate([prompt], max_tokens=20, beams=3, candidates=3)[0] for prompt in prompts]
    assert together == alone


def test_parallel_calls_get_the_answers_of_calls_in_turn(
    engines: tuple[Engine, Engine], prompts: list[list[str]]
) -> None:
    def ask(prompt: list[str]) -> list[list[list[str]]]:
        return engines[0].generate([prompt], max_tokens=12, beams=2, candidates=2)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, prompts)) == [ask(prompt) for prompt in prompts]


def test_both_engines_give_as_many_candidates_as_asked_for_and_no_end_token(
    engines: tuple[Engine, Engine], prompts: list[list[str]]
) -> None:
    for engine in engines:
        answers = engine.generate(prompts, max_tokens=8, beams=4, candidates=2)
        assert [len(candidates) for candidates in answers] == [2] * len(prompts)
        assert all("</s>" not in tokens and len(tokens) <= 8 for pair in answers for tokens in pair)


def test_no_prompts_no_answers(engines: tuple[Engine, Engine]) -> None:
    assert [engine.generate([], max_tokens=8, beams=1, candidates=1) for engine in engines] == [[], []]


def test_a_hugging_face_folder_is_served_as_found(tmp_path: Path) -> None:
    make_checkpoint(tmp_path / "t5", "t5")
    model = load_model("t5", weights=tmp_path, engine="transformers")
    assert (model.card.format, model.card.prompt, model.card.window) == ("transformers", "document", 512)


def test_a_hugging_face_folder_without_weights_is_refused(tmp_path: Path) -> None:
    folder = write_layout(tmp_path / "t5", model_type="t5", eos_token_id=1)
    with pytest.raises(ModelUnavailable, match=r"^transformers cannot load t5: "):
        transformers_engine.open_engine(folder, T5, read_tokenizer(folder), threads=1)


def test_a_checkpoint_that_names_no_end_token_is_refused(tmp_path: Path) -> None:
    folder = make_checkpoint(tmp_path / "gpt2", "gpt2", eos_token_id=None)
    with pytest.raises(ModelUnavailable, match=r"^gpt2/config\.json names no end token\.$"):
        transformers_engine.open_engine(folder, GPT2, read_tokenizer(folder), threads=1)


def test_the_default_engine_imports_neither_torch_nor_transformers_where_they_are_installed(
    tmp_path: Path,
) -> None:
    from training.convert import convert

    convert(make_checkpoint(tmp_path / "source", "t5"), tmp_path / "t5")
    code = (
        "import sys, pathlib; from functions.summarize.models.factory import load_model\n"
        "from tests.summarize.models.test_shipped import PLAN\n"
        "model = load_model('t5', weights=pathlib.Path(sys.argv[1]))\n"
        "model.compose([PLAN], candidates=2)\n"
        "print([m for m in ('torch', 'transformers', 'ctranslate2') if m in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "['ctranslate2']\n"
