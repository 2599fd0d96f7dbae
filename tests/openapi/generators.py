"""What a schema cannot say of a valid request. Loaded by Schemathesis through SCHEMATHESIS_HOOKS.

An upload is a DOCX, corrected facts are a JSON Resume, and a day lies in the range that its description gives: JSON
Schema has no limits for dates.
"""

import json
from typing import Any

import schemathesis
from hypothesis import strategies as st

from functions.summarize import samples
from functions.summarize.openapi import EXAMPLES
from functions.summarize.options import EARLIEST, LATEST

DOCUMENTS = [samples.path(name).read_bytes() for name in samples.names()]

schemathesis.openapi.format("binary", st.sampled_from(DOCUMENTS))
schemathesis.openapi.format("json-resume", st.just(json.dumps(EXAMPLES["verify"]["resume"])))
schemathesis.openapi.format("date", st.dates(EARLIEST, LATEST).map(str))


@schemathesis.hook  # type: ignore[untyped-decorator]
def filter_body(_context: schemathesis.HookContext, body: Any) -> bool:
    """A form has text only: what is meant as a wrong target, the boolean true, arrives as the good target "true".

    Examples are put together without the `oneOf` that keeps a file and corrected facts apart.
    """
    if not isinstance(body, dict):
        return True
    return isinstance(body.get("target", ""), str) and not {"file", "resume"} <= body.keys()
