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


_BESIDE = re.compile(
    r"\b(?:freelanc\w*|freiberuflich\w*|nebenberuflich\w*|minijob|part[- ]time|teilzeit|evenings?|weekends?"
    r"|saturdays?|relief|casual(?! (?:wear|dining|cloth\w+|fashion|footwear|shoes?|apparel|games?|restaurants?))"
    r"|on[- ]call(?=(?: basis| contract| work)?\W*$)|per diem|prn"
    r"|bank (?:nurse|staff|work|worker|hca|care|carer|support|health ?care|midwife|shifts?)"
    r"|(?:private|online) tutor|trustee"
    r"|non-executive|board member|councillor|external examiner|side)\b"
)


def is_beside(*stated: Fact[str] | None) -> bool:
    """Whether the title or the note of a job says that it is held beside another one."""
    return any(fact is not None and _BESIDE.search(fold(fact.value)) is not None for fact in stated)


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
