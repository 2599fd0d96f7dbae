"""A qualification in a phrase: the degree as stated, and the subject that follows it."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from functions.summarize.parsers.grades import is_grade
from functions.summarize.parsers.words import folded, phrases, word_list

_KIND = (
    r"(?:[^\W\d_]+\s+){0,2}(?:level\s+\d\s+)?(?:[^\W\d_]+\s+){0,2}(?:diploma|certificate|bootcamp|apprenticeship)"
    r"(?![^\W_])"
)
_LONGEST = 600  # characters
_TRAILING = re.compile(r"[\s,;:·|–—-]+$")
_FROM = re.compile(r"\s+(?:from|at|@|an der|an|auf der|à l'|chez|presso)\s+(?=[^\W_a-zß-ÿ])")
_CUT = re.compile(r"\s*[(\t|;]|\s[-–—]\s|,\s")

_OTHER = re.compile(
    r"(?:completed|graduated|expected|anticipated|in progress|ongoing|pending|incomplete|conferred|awarded|earned|"
    r"grades?|passes)(?![^\W_])|[\w.-]+[ -](?:approved|accredited|recogni[sz]ed|equivalent|evaluated)$|(?:dr|prof)\."
)


@dataclass(frozen=True, slots=True)
class FoundDegree:
    """Offsets of the degree in the text, and of its subject where one is stated with it."""

    start: int
    end: int
    subject: tuple[int, int] | None
    academic: bool = True
    """False for what is named by its kind alone: a diploma, a certificate."""


@lru_cache(maxsize=2048)
def find_degree(text: str) -> FoundDegree | None:
    """The first qualification named in the text: "BSc (Hons) Computer Science" is degree and subject."""
    if len(text) > _LONGEST:
        return None
    plain = folded(text)
    for match in _degree().finditer(plain):
        if _is_word_in_prose(match, text):
            continue
        end = match.end()
        if after := _full_name_in_brackets().match(plain, end):
            end = after.end()
        return FoundDegree(match.start(), end, _subject(text, plain, end), academic=match["kind"] is None)
    return None


def _is_word_in_prose(match: re.Match[str], text: str) -> bool:
    """An abbreviation counts in its usual capitals only: "as", "do" and "March" are words."""
    if match["short"] is None or (match.start() == 0 and text[:2].isupper() and not text[:3].isalpha()):
        return False
    letters = [letter for letter in text[match.start() : match.end()] if letter.isalpha()]
    shouted = text.isupper() and (len(letters) <= 2 or "".join(letters) == "MARCH")
    return sum(map(str.isupper, letters)) < 2 or (shouted and match.end() - match.start() == len(letters))


def _subject(text: str, plain: str, start: int) -> tuple[int, int] | None:
    if bracketed := re.match(r"\s*\(([^\W\d_][^()]+)\)", text[start:]):
        if not is_grade(bracketed[1]) and not _says_other(bracketed[1]):
            return start + bracketed.start(1), start + bracketed.end(1)
        start += bracketed.end()
    start += plain.startswith(")", start)
    joint = _joint().match(plain, start)
    begin = joint.end() if joint else start
    source = _FROM.search(text, begin)
    subject = text[begin : source.start() if source else len(text)]
    cut = _CUT.search(subject)
    if cut and cut.start() > 0:
        subject = subject[: cut.start()]
    stripped = _TRAILING.sub("", subject).strip(" \"'“”).,:–—-")
    if (
        not stripped
        or not re.match(r"[^\W\d_]", stripped)
        or len(stripped.split()) > 8
        or _says_other(stripped)
    ):
        return None
    at = text.index(stripped, begin)
    if joint and is_grade(text[start : at + len(stripped)].strip(" ,:")):
        return None
    return at, at + len(stripped)


def _says_other(text: str) -> bool:
    """A state of the course ("completed", "ABA-approved"), a title or grades, which are no subject."""
    return bool(_OTHER.match(folded(text)))


@cache
def _degree() -> re.Pattern[str]:
    full = phrases(word_list("degrees", "names")).pattern
    completions = phrases(word_list("degrees", "completions")).pattern
    honours = phrases(word_list("degrees", "honours")).pattern
    joints = phrases(word_list("degrees", "joints")).pattern
    subject = rf"(?:{completions}|[^\W\d_]+(?:\s+(?!{joints})[^\W\d_]+)?)"
    of = rf"(?:(?<=of)|(?<=degree)\s+of|(?<=associate)\s+of|(?<=certificate)\s+of)\s+{subject}"
    kind = rf"(?P<kind>(?<![^\W_]){_KIND})"
    short = rf"(?P<short>(?<![^\W_])(?:{_short()})\.?(?![^\W_])(?:\s+level\s+\d)?)"
    return re.compile(rf"(?:{kind}|{short}|(?P<full>{full})(?:{of})?)(?:\s*\(?\s*{honours}\s*\)?)?")


@cache
def _short() -> str:
    words = sorted(map(folded, word_list("degrees", "abbreviations")), key=lambda word: (-len(word), word))
    return "|".join(map(_dotted, words))


def _dotted(word: str) -> str:
    return r"\.?\s?".join(map(re.escape, word)) if len(word) <= 3 else r"\.?".join(map(re.escape, word))


@cache
def _joint() -> re.Pattern[str]:
    joints = phrases(word_list("degrees", "joints")).pattern
    again = rf"(?:\s*[-–—,/]\s*(?:{_short()})\.?(?![^\W_]))?"
    article = r"(?:\s+(?:the|la|el|le|der|den|des|dem)(?![^\W_]))?"
    return re.compile(rf"{again}\s*(?:[,:]|[-–—])?\s*(?:{joints}{article}\s*|')?(?=\S)")


@cache
def _full_name_in_brackets() -> re.Pattern[str]:
    honours = phrases(word_list("degrees", "honours")).pattern
    return re.compile(rf"\s*\(\s*(?:{_short()}|{honours}|[a-z]\.\s?[a-z]{{1,4}}\.?)\.?\s*\)")
