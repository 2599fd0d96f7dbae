"""What a person calls themselves in the first words of the profile: "Registered nurse with ..." -> registered nurse.

Told where no title of a job is sure enough. Only words that titles are made of are taken; who is looked for, who one
was and who one is to become is nobody that one is (`data/self_description.toml`).
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from functions.summarize.parsers.person.phrase_kinds import (
    ends_in_title_noun,
    ends_in_trade_noun,
    title_words,
)
from functions.summarize.planning.families import family_of, is_shared
from functions.summarize.planning.titles import is_occupation, read_title
from functions.summarize.resume import Evidence, Resume
from functions.summarize.text.folding import fold
from functions.summarize.text.sentence_ends import split_sentences

_MOST_WORDS = 14
"""Words before the first mark of a sentence that says who somebody is."""


@dataclass(frozen=True, slots=True)
class SelfDescription:
    """Who a person says to be, small inside a sentence, and where."""

    text: str
    evidence: tuple[Evidence, ...]


def self_description(resume: Resume) -> SelfDescription | None:
    """What the headline, else the first line of the profile calls the person; None where it is no known occupation."""
    stated = (resume.headline, resume.summary)
    places = [fact.evidence[0] for fact in stated if fact is not None and fact.evidence]
    found = [(_named(place.quote) or _as_jobs_say(place.quote, resume), place) for place in places]
    return next((SelfDescription(text, (place,)) for text, place in found if text), None)


def _as_jobs_say(line: str, resume: Resume) -> str | None:
    """A line that is nothing but a title and its papers, where a job has a title of the same noun.

    "Rope access technician IRATA L3" of somebody who was a technician.
    """
    words = line.split()
    while words and len(words) > 1 and (words[-1].isupper() or re.search(r"\d", words[-1])):
        words.pop()
    text = " ".join(words)
    if not 1 < len(words) <= _MOST_OF_A_LINE or not ends_in_trade_noun(fold(text)) or not text[-1].isalpha():
        return None
    denied = any(_words()[name].search(line) for name in ("denied", "belied")) or _words()["end"].search(text)
    noun = fold(words[-1])
    titles = [role.title for role in resume.roles if role.title and role.title.confidence >= _SURE]
    if denied or all(fold(title.value).split()[-1:] != [noun] for title in titles):
        return None
    read = read_title(text)
    return read.text if read else None


_MOST_OF_A_LINE, _SURE = 4, 0.85
"""Words of a line that is a title, and the probability from which on the title of a job is taken for one."""


def _named(line: str) -> str | None:
    words, whole = _words(), line[:_SPAN].strip(" *#•-–—/\t\n")
    first = words["lead"].sub("", next(iter(split_sentences(whole)), ""), count=1)
    if words["denied"].search(first) or words["belied"].search(first):
        return None
    said = words["end"].split(first, maxsplit=1)[0].strip(" ,.")
    if len(said.split()) > _MOST_WORDS:
        return None
    for part in words["joint"].split(said):
        found = _occupation(part)
        if found or is_occupation(part):  # of two occupations the first, be it one that can be told or not
            return found
    return None


_SPAN = 300
"""Letters of a profile in which it says who somebody is, and what denies that."""


def _occupation(said: str) -> str | None:
    """The words of a title at the end of a phrase, without what is praised: "caring and gentle staff nurse"."""
    words = said.split()
    if not words or not ends_in_title_noun(fold(words[-1])):
        return None
    start = len(words) - 1
    while start and _belongs(words[start - 1], words[start:]):
        start -= 1
    if not all(map(_changes_nothing, words[:start])):
        return None
    text = " ".join(words[start:])
    vague = len(words) - start == 1 and is_shared(text)
    read = read_title(text) if family_of(text) and not vague else None
    return read.text if read else None


def _belongs(word: str, behind: list[str]) -> bool:
    """Whether a word is part of the title that stands behind it."""
    plain = fold(word.strip(","))
    if word.endswith(",") or plain in _data()["praise"] or re.fullmatch(r"[a-z]|[ivx]+", plain):
        return False
    letters = word.isupper() and word.isalpha() and 1 < len(word) < len("ABCDE")
    alone, both = family_of(" ".join(behind)), family_of(f"{word} {' '.join(behind)}")
    return letters or plain in title_words() or (both is not None and alone is None)


def _changes_nothing(word: str) -> bool:
    """Whether somebody with this word before an occupation has it all the same: "caring", "PMP-certified"."""
    plain = fold(word.strip(","))
    return plain in _data()["praise"] or plain in _data()["beside"] or _SUFFIX.search(plain) is not None


_SUFFIX = re.compile(
    r"\w-(?:certified|qualified|oriented|driven|focused|minded|trained|registered|licensed)$"
)


@cache
def _data() -> dict[str, list[str]]:
    text = (files("functions.summarize.planning") / "data/self_description.toml").read_text(encoding="utf-8")
    data: dict[str, list[str]] = tomllib.loads(text)
    return data


@cache
def _words() -> dict[str, re.Pattern[str]]:
    data = _data()
    return {
        "lead": re.compile(rf"^(?:(?:{'|'.join(data['lead'])})\s+)+", re.IGNORECASE),
        "denied": re.compile(rf"^to |(?<!\w)(?:{'|'.join(data['denied'])})(?!\w)", re.IGNORECASE),
        "belied": re.compile("|".join(data["belied"]), re.IGNORECASE),
        "end": re.compile("|".join(data["end"]), re.IGNORECASE),
        "joint": re.compile("|".join(data["joint"]), re.IGNORECASE),
    }
