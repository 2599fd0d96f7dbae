"""What OpenAPI says of bodies: requests, which the handlers read themselves, and examples of answers."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from functions.summarize.options import EARLIEST, LATEST
from functions.summarize.schemas import VerifyRequest
from functions.summarize.sentences import CHOICES, Options

EXAMPLES: dict[str, Any] = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))

Answers = dict[int | str, dict[str, Any]]

_DEFAULTS = Options(as_of=date.max)
_ABOUT = {
    "model": "Who writes the sentences.",
    "parser": "How the resume is read.",
    "length": "Words: short 25-40, medium 45-90, long 90-130.",
    "voice": "implied: 'Led a team'; first: 'I led a team'; third: 'Jo Doe led a team'.",
}
_FILE = {"type": "string", "format": "binary", "description": "The resume, a DOCX."}
_AS_OF = {
    "type": "string",
    "format": "date",
    "description": f"The day that 'present' means, {EARLIEST} to {LATEST}; today (UTC) if left out.",
    "examples": ["2026-01-31"],
}


def _choice(name: str) -> dict[str, Any]:
    return {
        "type": "string",
        "enum": list(CHOICES[name]),
        "default": getattr(_DEFAULTS, name),
        "description": _ABOUT[name],
    }


def _form(*choices: str) -> dict[str, Any]:
    fields = {"file": _FILE, **{name: _choice(name) for name in choices}, "as_of": _AS_OF}
    schema = {"type": "object", "required": ["file"], "additionalProperties": False, "properties": fields}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


SUMMARY_FORM = _form(*CHOICES)
PARSE_FORM = _form("parser")
VERIFY_JSON: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": VerifyRequest.model_json_schema(), "example": EXAMPLES["verify"]}
        },
    }
}


def answered(example: str, description: str) -> Answers:
    """The documentation of a 200 in JSON; its schema comes from the route's response model."""
    return {
        200: {"description": description, "content": {"application/json": {"example": EXAMPLES[example]}}}
    }


SUMMARY_ANSWER = answered("summary", "The summary, or the paragraph alone with Accept: text/plain.")
SUMMARY_ANSWER[200]["content"]["text/plain"] = {
    "schema": {"type": "string"},
    "example": EXAMPLES["summary"]["summary"],
}
PARSE_ANSWER = answered("parsed", "The facts, each with its evidence.")
VERIFY_ANSWER = answered("verified", "A verdict for each sentence.")
