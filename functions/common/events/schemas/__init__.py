"""The JSON Schemas of event data: `<type>.json`, one for each type of `TYPES`."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from functions.common.errors import InvalidEvent
from functions.common.events.types import TYPES

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError


def schema_uri(event_type: str) -> str:
    """The identifier of a type's schema: the `dataschema` of its events and the `$id` of the schema."""
    return f"urn:resume-summary:schema:{event_type}"


def read_schema(event_type: str) -> dict[str, Any]:
    """The JSON Schema of a type's data."""
    schema: dict[str, Any] = json.loads(files(__name__).joinpath(f"{event_type}.json").read_bytes())
    return schema


def check_data(event_type: str, data: Mapping[str, Any]) -> None:
    """Raise `InvalidEvent` for data that its type does not allow. A type that is not ours allows anything.

    The message says where and what is allowed, never what stands there.
    """
    if event_type not in TYPES:
        return
    from jsonschema.exceptions import best_match

    error = best_match(_validator(event_type).iter_errors(data))
    if error is not None:
        raise InvalidEvent(_complaint(error))


@cache
def _validator(event_type: str) -> "Draft202012Validator":
    """Imported and made when the first event of a type arrives: no start waits for it."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    strict: type[Draft202012Validator] = extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]
    return strict(read_schema(event_type))


def _pattern(_: object, pattern: str, instance: object, __: object) -> "Iterator[ValidationError]":
    """`pattern` as JSON Schema has it (ECMA-262), where `$` is the very end; Python's lets a newline follow."""
    from jsonschema import ValidationError

    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield ValidationError("It does not match.")


def _complaint(error: "ValidationError") -> str:
    expected: Any = error.validator_value
    instance: Any = error.instance
    schema: Any = error.schema
    where = "/".join(("data", *(str(step)[:40] for step in error.absolute_path)))
    match error.validator:
        case "required":
            missing = [name for name in expected if name not in instance]
            return f"{where} has no {', no '.join(missing)}."
        case "additionalProperties":
            known = sorted(schema.get("properties", {}))
            return f"{where} has a member that is not known; known: {', '.join(known)}."
    return f"{where} is wrong; {error.validator}: {json.dumps(expected)[:200]}."
