"""Between plans and models: a plan as a short prompt of slot tokens, and a model's answer as a sentence."""

from functions.summarize.prompts.prompt import Prompt, decode, encode

__all__ = ["Prompt", "decode", "encode"]
