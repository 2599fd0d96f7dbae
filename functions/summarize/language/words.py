"""Words reduced to what can be compared: spelling variants, plural and verb endings, accents."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from functions.summarize.language.nominals import nominals
from functions.summarize.language.verbs import recognise

WORD = re.compile(r"[^\W\d_][\w'’]*(?:[-&/+#.][\w+#'’]+)*[+#]*")
_JOINT = re.compile(r"[-/&]")
_PLURAL = re.compile(r"[^aious]s$")
_HISSED = re.compile(r"(ch|sh|x|ss|z)e$")
_ENDINGS = (
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"),
    ("our", "or"), ("ours", "ors"), ("tre", "ter"), ("lled", "led"), ("lling", "ling"), ("ogue", "og"),
)  # fmt: skip
_ABBREVIATIONS = {
    "hr": "hour", "hrs": "hour", "h": "hour", "min": "minute", "mins": "minute", "sec": "second", "secs": "second",
    "yr": "year", "yrs": "year", "mo": "month", "mos": "month", "wk": "week", "wks": "week", "avg": "average",
    "approx": "about", "dept": "department", "mgmt": "management", "pa": "year", "p.a": "year", "ops": "operation",
    "rep": "representative", "reps": "representative", "person": "people", "persons": "people", "annum": "year",
    "annual": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
}  # fmt: skip


def fold(text: str) -> str:
    """Small letters without accents, straight quotes and plain hyphens."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‑", "-").replace("–", "-"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The comparable form: "organised" and "organizes" -> "organize", "teams" -> "team", "Café's" -> "cafe"."""
    folded = fold(word).removesuffix("'s").removesuffix("'")
    folded = _ABBREVIATIONS.get(folded.rstrip("."), folded)
    found = recognise(folded)
    if found:
        folded = found[0].base
    elif _PLURAL.search(folded) and len(folded) > 3:
        folded = re.sub(r"ies$", "y", folded) if folded.endswith("ies") else folded.removesuffix("s")
        folded = _HISSED.sub(r"\1", folded)
    for british, american in _ENDINGS:
        if folded.endswith(british) and len(folded) > len(british) + 2:
            return folded.removesuffix(british) + american
    return folded


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text as written, numbers left out; "full-stack", "C++" and "R&D" are one word each."""
    return tuple(match.group().rstrip(".") for match in WORD.finditer(text))


@lru_cache(maxsize=512)
def stems_in(text: str) -> frozenset[str]:
    """Stems of all words, and of the parts of hyphenated and slashed ones."""
    found: set[str] = set()
    for word in words_in(text):
        found.add(stem(word))
        found.update(stem(part) for part in _JOINT.split(word) if part)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Wording:
    """The vocabulary that is not facts; data in `data/wording.toml`."""

    function_words: frozenset[str]
    frame_words: frozenset[str]
    scope_words: frozenset[str]
    moves: frozenset[str]
    synonyms: dict[str, frozenset[str]]
    down: frozenset[str]
    up: frozenset[str]
    causes: re.Pattern[str]


@cache
def wording() -> Wording:
    """Read once per process."""
    data = tomllib.loads(
        (files("functions.summarize.language") / "data/wording.toml").read_text(encoding="utf-8")
    )
    synonyms: dict[str, set[str]] = {}
    for line in data["synonyms"]:
        group = {stem(word) for word in line.split()}
        for member in group:
            synonyms.setdefault(member, set()).update(group)
    for noun, nominal in nominals().items():
        for one, other in ((noun, nominal.verb), (nominal.verb, noun)):
            synonyms.setdefault(stem(one), set()).update((stem(one), stem(other)))
    return Wording(
        function_words=frozenset(data["function_words"].split()),
        frame_words=frozenset(data["frame_words"].split()),
        scope_words=frozenset(data["scope_words"].split()),
        moves=frozenset(map(stem, data["moves"].split())),
        synonyms={word: frozenset(group) for word, group in synonyms.items()},
        down=frozenset(map(stem, data["down"].split())),
        up=frozenset(map(stem, data["up"].split())),
        causes=re.compile(rf"\b(?:{'|'.join(map(re.escape, data['causes']))})\b", re.IGNORECASE),
    )
