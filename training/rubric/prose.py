"""A simple reading of prose for the rubric: sentences, words, stems and figures.

It shares no code with the verifier, which the rubric has to judge.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

_WORD = re.compile(r"[^\W_]+(?:[’'.&/+#-]*[^\W_]+)*[+#]*")
_FIGURE = re.compile(
    r"(?P<money>[$£€₹¥]|US\$|C\$|A\$|\b(?:AED|USD|EUR|GBP|NOK|PKR|INR|CAD|AUD)\s?)?\s?"
    r"(?P<number>\d+(?:[.,]\d+)*)\s?(?P<scale>k\b|m\b|bn\b|b\b|thousand|million|millones|billion|lakh|crore)?"
    r"\s?(?P<percent>%|per\s?cent)?",
    re.IGNORECASE,
)
_SCALES = {
    "k": 3,
    "thousand": 3,
    "m": 6,
    "million": 6,
    "millones": 6,
    "b": 9,
    "bn": 9,
    "billion": 9,
    "lakh": 5,
    "crore": 7,
}
_ENDINGS = ("ations", "ation", "ings", "ing", "ments", "ment", "ers", "er", "ed", "es", "s", "ly")
Kind = Literal["plain", "money", "percent"]


@dataclass(frozen=True)
class Figure:
    """A number of a text by its value and kind: 1,200,000 as money for "$1.2M"."""

    value: Decimal
    kind: Kind
    written: str

    @property
    def meaning(self) -> tuple[Decimal, Kind]:
        """What must agree for two figures to be the same."""
        return self.value, self.kind


@dataclass(frozen=True)
class Grammar:
    """`english.toml`, ready to ask."""

    framing: frozenset[str]
    irregular: dict[str, str]
    same_sense: tuple[frozenset[str], ...]
    causes: tuple[str, ...]
    unfinished: frozenset[str]
    abbreviations: frozenset[str]
    languages: dict[str, frozenset[str]]
    numbers: dict[str, int]
    spelt: frozenset[str]


@cache
def grammar() -> Grammar:
    """The word lists, read once."""
    table = tomllib.loads(Path(__file__).with_name("english.toml").read_text("utf-8"))
    pairs = ((pair.split()[0], pair.split()[1]) for pair in re.split(r"[|\n]", table["irregular"].strip()))
    return Grammar(
        framing=frozenset((table["framing"] + table["framing_elsewhere"]).split()),
        irregular=dict(pairs),
        same_sense=tuple(frozenset(line.split()) for line in table["same_sense"]),
        causes=tuple(table["causes"]),
        unfinished=frozenset(table["unfinished"].split()),
        abbreviations=frozenset(table["abbreviations"].split()),
        spelt=frozenset(table["spelt"].split()),
        numbers={word: value for value, word in enumerate(table["numbers"].split())},
        languages={name: frozenset(words.split()) for name, words in table["languages"].items()},
    )


def folded(text: str) -> str:
    """Lower case without accents, curly quotes straightened: how two spellings are compared."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def words(text: str) -> list[str]:
    """The words of a text as written; "C++", "A/B" and "O'Sullivan" are one word each."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text. An abbreviation's full stop ends none."""
    found: list[str] = []
    start = 0
    for stop in re.finditer(r"[.!?][)\"”]?\s+(?=[^a-z\s])", text):
        last = text[start : stop.start()].split()[-1:]
        if last and (folded(last[0]) in grammar().abbreviations or re.fullmatch(r"[A-Z]", last[0])):
            continue
        found.append(text[start : stop.end()].strip())
        start = stop.end()
    return [*found, text[start:].strip()] if text[start:].strip() else found


@cache
def stem(word: str) -> str:
    """A crude root of a word, the same for its usual forms: "reducing", "reduced" and "reduces" agree."""
    plain = folded(word).removesuffix("'s").removesuffix("'")
    if plain in grammar().irregular:
        plain = grammar().irregular[plain]
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            plain = plain.removesuffix(ending)
            break
    if len(plain) > 3 and plain[-1] == plain[-2] and plain[-1] not in "ls":
        plain = plain[:-1]
    plain = plain[:-1] + "i" if plain.endswith("y") else plain
    return plain.removesuffix("e")


def figures(text: str) -> tuple[Figure, ...]:
    """The numbers of a text, in digits or spelt to twenty."""
    found = [_figure(match) for match in _FIGURE.finditer(text)]
    spelt = grammar().numbers
    said = (word for word in words(text) if folded(word) in spelt)
    return (*found, *(Figure(Decimal(spelt[folded(word)]), "plain", word) for word in said))


def _figure(match: re.Match[str]) -> Figure:
    number = match["number"]
    if re.search(r",\d{3}(?!\d)", number) or number.count(",") > 1:
        number = number.replace(",", "")
    if number.count(".") > 1 or re.search(r"\.\d{3}\.", number):
        number = number.replace(".", "")
    value = Decimal(number.replace(",", ".")).scaleb(_SCALES.get((match["scale"] or "").casefold(), 0))
    kind: Kind = "percent" if match["percent"] else "money" if match["money"] else "plain"
    return Figure(value.normalize(), kind, match.group().strip())


def language_of(text: str) -> str:
    """The language whose function words are the most frequent; English when none is."""
    said = [folded(word) for word in words(text)]
    counts = {
        name: sum(said.count(folded(word)) for word in known) for name, known in grammar().languages.items()
    }
    return max(counts, key=lambda name: (counts[name], name == "en"))
