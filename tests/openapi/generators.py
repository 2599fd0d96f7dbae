"""What a schema cannot say of a valid request. Loaded by Schemathesis through SCHEMATHESIS_HOOKS.

An upload is a DOCX, and a day lies in the range that its description gives: JSON Schema has no limits for dates.
"""

import schemathesis
from hypothesis import strategies as st

from functions.summarize import samples
from functions.summarize.options import EARLIEST, LATEST

DOCUMENTS = [samples.path(name).read_bytes() for name in samples.names()]

schemathesis.openapi.format("binary", st.sampled_from(DOCUMENTS))
schemathesis.openapi.format("date", st.dates(EARLIEST, LATEST).map(str))
