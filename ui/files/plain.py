"""A summary as text and as JSON."""

import json
from typing import Any

from ui.records import Summary

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def as_text(summary: Summary) -> bytes:
    """The paragraph or the lines, with a line end."""
    return f"{summary.summary}\n".encode()


def as_json_resume(summary: Summary) -> bytes:
    """The facts as a JSON Resume document, with the summary where the format has a place for it."""
    basics = {**summary.resume.get("basics", {}), "summary": summary.summary}
    return _json({"$schema": SCHEMA, **summary.resume, "basics": basics})


def as_json(summary: Summary) -> bytes:
    """The summary, its sentences with their sources, and the facts; without the text of the resume."""
    return _json(summary.model_dump(mode="json", exclude={"text"}))


def _json(body: dict[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False, indent=2).encode() + b"\n"
