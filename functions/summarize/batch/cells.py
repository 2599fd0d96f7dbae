"""Text in the cells of a CSV file."""

import re
import unicodedata

_SIGNS = "=+@\\-"
_FORMULA = re.compile(f"[{_SIGNS}]")
_WITHIN = re.compile(f"([;\\t|]['\"\\s]*)(?=[{_SIGNS}])")
"""A formula after another separator than the comma: a spreadsheet may cut the row there."""
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zs", "Zl", "Zp")
"""Unicode categories of what shows nothing: controls, byte-order marks, joiners, spaces."""


def harmless(value: str) -> str:
    """The value on one line, and quoted so that no spreadsheet takes it for a formula (CWE-1236).

    A sign counts in every width that Unicode has for it, and behind whatever shows nothing.
    """
    line = " ".join(value.splitlines()).replace("\0", "")
    shown = line.lstrip("".join({letter for letter in line if unicodedata.category(letter) in _UNSEEN}))
    begins = _FORMULA.match(unicodedata.normalize("NFKC", shown[:1]))
    quoted = _WITHIN.sub(r"\1'", _narrowed(line))
    return f"'{quoted}" if begins or value.startswith(("\t", "\r")) else quoted


def _narrowed(line: str) -> str:
    """Signs of other widths as the plain ones that they stand for, where they follow a separator."""
    return re.sub(
        "([;\t|；｜]['\"\\s]*)([＝＋＠－﹦﹢﹫﹣])",
        lambda match: unicodedata.normalize("NFKC", match[1]) + unicodedata.normalize("NFKC", match[2]),
        line,
    )
