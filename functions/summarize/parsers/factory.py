"""The parsers by name."""

from importlib import import_module

from functions.common.errors import InvalidOption
from functions.summarize.parsers.contract import Parser

PARSERS = {
    "ats": "functions.summarize.parsers.ats:AtsParser",
    "industry": "functions.summarize.parsers.industry:IndustryParser",
}


def load_parser(name: str) -> Parser:
    """The parser of that name, imported on first use; raises `InvalidOption` listing the known names."""
    if name not in PARSERS:
        raise InvalidOption.value("parser", name, PARSERS)
    module, attribute = PARSERS[name].split(":")
    parser: Parser = getattr(import_module(module), attribute)()
    return parser
