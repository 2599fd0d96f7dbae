"""Between plans and models: a plan as a prompt of typed slots, and a model's output as sentences."""

from functions.summarize.prompts.paragraph import Draft, ParagraphPrompt, WrittenSentence, decode, encode

__all__ = ["Draft", "ParagraphPrompt", "WrittenSentence", "decode", "encode"]
