"""The shape of JSON from outside: every refusal names the place and what is allowed there."""

import re
from collections.abc import Mapping

from functions.common.errors import MalformedRequest
from functions.summarize.docx.characters import clean
from functions.summarize.resume import PartialDate

MOST_ENTRIES = 500
"""Entries of one list: several times what the longest resumes hold."""
LONGEST_VALUE = 10_000
"""Characters of one value."""

_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<month>0[1-9]|1[0-2])(?:-\d\d)?)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def as_object(value: object, place: str) -> Mapping[str, object]:
    """A JSON object."""
    if isinstance(value, Mapping):
        return value
    raise MalformedRequest(f"{place} must be a JSON object, as JSON Resume has it; it is {kind_of(value)}.")


def as_list(value: object, place: str) -> list[object]:
    """A JSON list of at most `MOST_ENTRIES`; empty where the value is null."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise MalformedRequest(f"{place} must be a list, as JSON Resume has it; it is {kind_of(value)}.")
    if len(value) > MOST_ENTRIES:
        raise MalformedRequest(f"{place} holds {len(value)} entries; allowed: up to {MOST_ENTRIES}.")
    return value


def as_text(value: object, place: str) -> str:
    """Text as a reader sees it, on one line for each line of the value; empty where it is null."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise MalformedRequest(f"{place} must be text, as JSON Resume has it; it is {kind_of(value)}.")
    if len(value) > LONGEST_VALUE:
        raise MalformedRequest(f"{place} has {len(value)} characters; allowed: up to {LONGEST_VALUE}.")
    # Half a surrogate pair, which no encoding can carry, becomes "?".
    whole = value.encode("utf-8", errors="replace").decode("utf-8")
    lines = (" ".join(clean(_CONTROL.sub(" ", line)).split()) for line in whole.splitlines())
    return "\n".join(line for line in lines if line)


def as_date(value: object, place: str) -> PartialDate | None:
    """A date as JSON Resume writes it, to the month; None where the value is null or empty."""
    text = as_text(value, place)
    if not text:
        return None
    found = _DATE.fullmatch(text)
    if found is None:
        raise MalformedRequest(
            f"{place} is no date of JSON Resume; write 2020, 2020-03 or 2020-03-15, of 1900 to 2099, or leave it out."
        )
    return PartialDate(int(found["year"]), int(found["month"]) if found["month"] else None)


def kind_of(value: object) -> str:
    """What a JSON value is, in words."""
    names = {dict: "an object", list: "a list", str: "text", bool: "a boolean", type(None): "null"}
    return names.get(type(value), "a number")
