"""What the words of a job say of its kind: an internship, unpaid work, work on one's own account."""

import re
from functools import cache

from functions.summarize.parsers.word_lists import pattern
from functions.summarize.resume import Fact
from functions.summarize.text.folding import fold

_VOLUNTEER = re.compile(
    r"(?<![^\W_])(?:volunteers?|benevole|voluntari[oa]|ehrenamtliche[rn]?)(?:$|\s*[,(–-])|^(?:volunteer|unpaid|ehrenamtliche[rn]?)\s"
    r"(?!co-?ordinat|manag|program|service|director|recruit|engage|lead|speciali|administrat|centre|center)"
)


def is_internship(title: str) -> bool:
    """Whether a title names an internship in one of the languages read."""
    return bool(pattern("title/internship").search(fold(title)))


def is_internship_label(text: str) -> bool:
    """Whether the phrase only says that a position is an internship: "Stage" in "Stage : Assistante"."""
    return bool(pattern("title/internship").fullmatch(fold(text)))


def is_volunteer(title: str) -> bool:
    """Whether a title says that nobody was paid; a volunteer manager is, and the Peace Corps is service."""
    plain = fold(title)
    return bool(_VOLUNTEER.search(plain)) and "corps" not in plain


def is_beside(*stated: Fact[str] | None) -> bool:
    """Whether the title or the note of a job says that it is held beside another one."""
    return any(fact and pattern("title/beside").search(fold(fact.value)) for fact in stated)


def is_self_employed(text: str) -> bool:
    """Whether the words stand for work without an employer."""
    return bool(pattern("employer/self").search(fold(text)))


def is_same_employer(text: str) -> bool:
    """Whether the words name nobody, but the employer named before: "in the same house"."""
    return bool(_same().fullmatch(fold(text)))


@cache
def _same() -> re.Pattern[str]:
    where = r"(?:(?:in|at|bei|im|in der|a la|au|en la|en el|na|no|nella|nello|bij)\s+)?(?:the\s+)?"
    return re.compile(rf"[\s,–—-]*{where}{pattern('employer/same').pattern}[\s,.]*")
