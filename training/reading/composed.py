"""Sections composed of names and layouts: courses, credentials and skills as they are written in seven languages.

A few hundred written pages show few degrees, schools and certificates of each country. These sections combine names of
each kind (`composed/names`) with the ways of writing them (`composed/templates.txt`), so that the model of fields knows
more of both; no line of labels is learned from them.
"""

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.text.phrases import read_list
from tests.builders.pages import page
from training.reading.pages import LabelledPage

DATA = Path(__file__).parent / "composed"
FAMILY = "composed"
SECTIONS = ("education", "credentials", "skills")
_SLOT = re.compile(r"\{(=?\w+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_KINDS = {
    "D": "degree", "S": "subject", "I": "institution", "P": "place", "G": "grade", "C": "credential", "O": "issuer",
    "K": "skill",
}  # fmt: skip
_WORDS = {"in": "in", "from": "from", "and": "and", "L": "levels", "B": "openings", "E": "endings", "R": "groups",
          "H": "licences", "U": "until"}  # fmt: skip
_PRESENT = {"S": 0.8, "P": 0.6, "Y": 0.9, "G": 0.4, "N": 1.0, "O": 1.0}
"""How often a slot that may be empty is filled."""
_ACRONYMS = 0.12
_LOWER = {"D": 0.1, "S": 0.15}
"""How often an institution is known by its letters, and a degree or a subject is written without capitals."""
_MARKS = ("A", "B", "C", "A*", "B2", "H1", "6")

Random = random.Random


def composed_pages(count: int) -> Iterator[LabelledPage]:
    """So many pages of one section in each language; the same ones each time."""
    for language in connectors():
        for section in SECTIONS:
            for number in range(count):
                yield _page(language, section, Random(f"{language} {section} {number}"), number)


@cache
def connectors() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The words between the parts, by language."""
    return tomllib.loads((DATA / "connectors.toml").read_text("utf-8"))


@cache
def templates(section: str) -> tuple[str, ...]:
    """The ways of writing an entry of a section."""
    lines = read_list(DATA / "templates.txt")
    return tuple(line.partition(": ")[2] for line in lines if line.startswith(f"{section}: "))


@cache
def names(kind: str, language: str) -> tuple[str, ...]:
    """The names of a kind in a language; skills of the lexicon besides."""
    if kind == "skill" and language == "en":
        return tuple(sorted(term.name for term in load_lexicon().terms))
    path = DATA / "names" / kind / f"{language}.txt"
    return read_list(path if path.exists() else DATA / "names" / kind / "en.txt")


def known_names() -> Iterator[tuple[str, str]]:
    """Kind and language of every list of names of courses and certificates."""
    for path in sorted((DATA / "names").glob("*/*.txt")):
        if path.parent.name in ("degree", "subject", "institution", "credential", "issuer"):
            yield path.parent.name, path.stem


def _page(language: str, section: str, chance: Random, number: int) -> LabelledPage:
    template = chance.choice(templates(section))
    upper, between = chance.random() < 0.1, chance.choice(connectors()[language]["in"])
    lines: list[tuple[str, str]] = []
    facts: list[tuple[str, str]] = []
    head, _, rest = template.partition(" >> ") if template.startswith("@ ") else ("", "", template)
    row = 0
    if head:
        cells = [_words(cell, language, chance) for cell in head.removeprefix("@ ").split(" ¦ ")]
        lines += [(f"[0,0,{column}]{cell}", f"{section}.columns") for column, cell in enumerate(cells)]
        row = 1
    for _ in range(chance.choice((1, 2, 2, 3, 3, 4))):
        if chance.random() < 0.15 and not head and "¦" not in rest:
            rest = chance.choice([each for each in templates(section) if "¦" not in each])
        values = _Values(language, chance, upper=upper, between=between)
        for part in rest.split(" >> "):
            written = values.fill(part)
            cells = [cell.strip(" ") for cell in written.split("¦")]
            for column, cell in enumerate(cells):
                mark = f"[0,{row},{column}]" if len(cells) > 1 else ""
                for line in filter(None, (each.strip(" ,–-|") for each in cell.split("//"))):
                    lines.append((mark + line, _label(section, line)))
            row += 1
        facts += values.facts(section)
    document = page("\n".join(line for line, _ in lines))
    labels = [label for (line, label) in lines if line]
    by_line = tuple(labels[line.block.index] for line in document.lines)
    return LabelledPage(f"{language} {section} {number}", FAMILY, document, by_line, tuple(facts))


def _label(section: str, line: str) -> str:
    if section == "skills":
        return "skills.body"
    return f"{section}.field" if re.match(r"[^\d:⇥]{3,30}: ", line) else f"{section}.head"


def _words(text: str, language: str, chance: Random) -> str:
    """The text with the labels that it asks for."""
    known = connectors()[language]
    return _SLOT.sub(lambda found: chance.choice(known[f"label-{found[1].removeprefix('=')}"]), text)


class _Values:
    """The values of one entry as its template asks for them."""

    def __init__(self, language: str, chance: Random, *, upper: bool, between: str) -> None:
        self._language, self._chance, self._upper, self._between = language, chance, upper, between
        self._used: list[tuple[str, str]] = []

    def fill(self, template: str) -> str:
        """The template with its slots filled; what is optional and empty is left out."""
        template = _OPTIONAL.sub(self._optional, template)
        return _SLOT.sub(lambda found: self._value(found[1]), template)

    def facts(self, section: str) -> list[tuple[str, str]]:
        """What the entry states."""
        found = dict(reversed(self._used))
        if section == "education":
            cells = (found.get("D", ""), found.get("S", ""), found.get("I", ""), found.get("Y", ""))
            return [("degree", " | ".join((*cells, "")))]
        if section == "credentials":
            told = [value for slot, value in self._used if slot == "C"]
            years = [value for slot, value in self._used if slot == "Y"] or [""]
            issuers = [value for slot, value in self._used if slot == "O"] or [""]
            return [
                (
                    "credential",
                    f"{one} | {issuers[min(n, len(issuers) - 1)]} | {years[min(n, len(years) - 1)]} |",
                )
                for n, one in enumerate(told)
            ]
        return [("skill", value) for slot, value in self._used if slot == "K"]

    def _optional(self, found: re.Match[str]) -> str:
        slots = [slot for slot in _SLOT.findall(found[1]) if slot in _PRESENT]
        return found[1] if all(self._chance.random() < _PRESENT[slot] for slot in slots) else ""

    def _value(self, slot: str) -> str:
        if slot.startswith("="):
            return _words(f"{{{slot}}}", self._language, self._chance)
        if slot in _WORDS:
            return self._between if slot == "in" else self._choice(_WORDS[slot])
        made = {"X": self._exams, "N": self._number, "Y": self._year, "T": self._note}
        if slot in made:
            return made[slot]()
        value = self._name(slot)
        self._used.append((slot, value))
        return value

    def _number(self) -> str:
        return self._chance.choice(
            ("no. 4471203", "No: 88120", "#20391", "ID 5521-88", "Reg. 10022", "licence 77810")
        )

    def _name(self, slot: str) -> str:
        value = self._chance.choice(names(_KINDS[slot], self._language))
        if "{S}" in value:
            value = value.format(S=self._chance.choice(names("subject", self._language)))
        if slot == "I" and self._chance.random() < _ACRONYMS:
            value = "".join(self._chance.choices("ABCDEFHIKLMNOPRSTUV", k=self._chance.choice((3, 3, 4, 5))))
        if self._upper and slot in "DSIC":
            return value.upper()
        return value.lower() if slot in "DS" and self._chance.random() < _LOWER[slot] else value

    def _note(self) -> str:
        """What stands beside a course and is none: a thesis, a minor, a semester elsewhere, who supervised."""
        opening = self._choice("notes")
        return opening.format(
            S=self._chance.choice(names("subject", self._language)),
            I=self._chance.choice(names("institution", self._language)),
            P=self._chance.choice(names("place", self._language)),
            Y=self._chance.randrange(1985, 2027),
        )

    def _choice(self, key: str) -> str:
        return self._chance.choice(connectors()[self._language][key])

    def _exams(self) -> str:
        degree = self._chance.choice(names("exams", self._language))
        pool = [
            each for each in names("subject", self._language) if "," not in each and len(each.split()) < 3
        ]
        subjects = self._chance.sample(pool, self._chance.choice((2, 3, 4)))
        style = self._chance.choice(("{} ({})", "{} {}", "{}: {}", "{}"))
        told = ", ".join(style.format(each, self._chance.choice(_MARKS)) for each in subjects)
        self._used += [("D", degree), ("S", ", ".join(subjects))]
        return self._chance.choice(
            (f"{degree}: {told}", f"{degree} – {told}", f"{degree} ({told})", f"{degree} {told}")
        )

    def _year(self) -> str:
        end = self._chance.randrange(1985, 2027)
        start = end - self._chance.choice((1, 2, 3, 4))
        month, other = self._chance.randrange(1, 13), self._chance.randrange(1, 13)
        self._used.append(("Y", str(end)))
        return self._chance.choice(
            (
                f"{end}",
                f"{end}",
                f"{start}–{end}",
                f"{start} - {end}",
                f"{start}-{end}",
                f"{month:02}/{start} – {other:02}/{end}",
                f"{month:02}.{start} - {other:02}.{end}",
                f"{other:02}/{end}",
            )
        )
