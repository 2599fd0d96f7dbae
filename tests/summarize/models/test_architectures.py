import pytest

from functions.summarize.models.architecture import Architecture
from functions.summarize.models.bart import BART
from functions.summarize.models.checkpoint import SpecialTokens
from functions.summarize.models.gpt2 import GPT2
from functions.summarize.models.t5 import T5

OURS = SpecialTokens("<s>", "</s>", "<pad>", "<unk>", "<pad>", "<sep>")
HUB_GPT2 = SpecialTokens("<|end|>", "<|end|>", None, "<|end|>", None, None)


@pytest.mark.parametrize(
    ("architecture", "special", "expected"),
    [
        (T5, OURS, ["a", "b", "</s>"]),
        (BART, OURS, ["<s>", "a", "b", "</s>"]),
        (GPT2, OURS, ["a", "b", "<sep>"]),
        (GPT2, HUB_GPT2, ["a", "b"]),
    ],
    ids=["t5", "bart", "gpt2", "gpt2 from a hub"],
)
def test_each_architecture_frames_a_prompt_as_it_was_trained(
    architecture: Architecture, special: SpecialTokens, expected: list[str]
) -> None:
    assert architecture.frame(["a", "b"], special) == expected


def test_only_gpt2_has_no_encoder() -> None:
    assert [each.decoder_only for each in (GPT2, T5, BART)] == [True, False, False]
