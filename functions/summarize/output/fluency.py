"""Whether a model's sentence reads at least as well as the plan's: what is true may still be told worse.

Of sixty texts that readers compared without knowing whose they were, a model's lost where it hung on with "with" what
the plan told with a verb ("with the policy written"), repeated "Earlier", or strung acts on one "and" after another.
"""

import re

_BACK = re.compile(r"(?:Earlier|Previously|Before that)\b")
_COVERS_ACT = re.compile(
    r"\b(?:covers?|covered|includes?|included) (?:has|have|had|is|are|was|were|did|does|also|now)\b"
)
_WITH = re.compile(r"\bwith\b", re.IGNORECASE)
_ODD = re.compile(r"\bwhere the work (?:includes?|included)\b|^Works? in (?=[A-Z]\w+(?: \(|,| and ))")
_YEARS_OF = re.compile(r"\byears? of (?!experience\b)")
_CHAIN = 2
"""Joints from which on a series needs the comma that the plan has."""


def reads_as_well(written: str, planned: str) -> bool:
    """Whether a sentence that a model wrote may stand instead of the plan's own."""
    return (
        _marker(written) == _marker(planned)
        and len(_WITH.findall(written)) <= len(_WITH.findall(planned))
        and not _COVERS_ACT.search(written)
        and not _ODD.search(written)
        and len(_YEARS_OF.findall(written)) <= len(_YEARS_OF.findall(planned))
        and not (", and " in planned and ", and " not in written and written.count(" and ") >= _CHAIN)
    )


def _marker(sentence: str) -> str:
    found = _BACK.match(sentence)
    return found.group() if found else ""
