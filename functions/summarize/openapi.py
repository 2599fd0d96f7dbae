"""What OpenAPI says of bodies: requests, which the handlers read themselves, and examples of answers."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from functions.summarize.options import EARLIEST, LATEST, NAMES, READING
from functions.summarize.schemas import VerifyRequest
from functions.summarize.sentences import CHOICES, LONGEST_TARGET, MOST_ALTERNATIVES, Options

EXAMPLES: dict[str, Any] = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))

Answers = dict[int | str, dict[str, Any]]

_DEFAULTS = Options(as_of=date.max)
_ABOUT = {
    "model": "Who writes the sentences.",
    "parser": "How the resume is read; auto chooses and says why in `parser.reason`.",
    "output": "summary: a paragraph for the person; brief: fixed lines without the name, for a recruiter.",
    "length": "Words: short 25-40, medium 45-90, long 90-130.",
    "voice": "implied: 'Led a team'; first: 'I led a team'; third: 'Jo Doe led a team'.",
}
_FILE = {"type": "string", "format": "binary", "description": "The resume, a DOCX."}
_FACTS = {
    "type": "string",
    "format": "json-resume",
    "contentMediaType": "application/json",
    "description": "Instead of a file: a JSON Resume document, as `resume` of /parse/, corrected by the person. The"
    " evidence of its facts has the source `person`, and `text` is made of its values.",
}
_OTHERS: dict[str, dict[str, Any]] = {
    "target": {
        "type": "string",
        "maxLength": LONGEST_TARGET,
        "default": _DEFAULTS.target,
        "description": "The text of a job description: what it asks for and the resume states is told first.",
    },
    "alternatives": {
        "type": "integer",
        "minimum": 1,
        "maximum": MOST_ALTERNATIVES,
        "default": _DEFAULTS.alternatives,
        "description": "How many different summaries to give in all.",
    },
    "blind": {
        "type": "boolean",
        "default": _DEFAULTS.blind,
        "description": "Leave out name, contact data, links, institutions and pronouns, everywhere.",
    },
    "as_of": {
        "type": "string",
        "format": "date",
        "description": f"The day that 'present' means, {EARLIEST} to {LATEST}; today (UTC) if left out.",
        "examples": ["2026-01-31"],
    },
}


def _choice(name: str) -> dict[str, Any]:
    return {
        "type": "string",
        "enum": list(CHOICES[name]),
        "default": getattr(_DEFAULTS, name),
        "description": _ABOUT[name],
    }


def _form(*options: str, facts: bool = False) -> dict[str, Any]:
    fields = {"file": _FILE, **{name: _OTHERS.get(name) or _choice(name) for name in options}}
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": fields}
    if facts:
        fields["resume"] = _FACTS
        schema["oneOf"] = [{"required": ["file"]}, {"required": ["resume"]}]
    else:
        schema["required"] = ["file"]
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


SUMMARY_FORM = _form(*NAMES, facts=True)
PARSE_FORM = _form(*READING)
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
