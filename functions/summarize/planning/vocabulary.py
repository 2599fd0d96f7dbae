"""The words by which the facts about a person are told: `data/person.toml`, read once."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from functions.summarize.language.words import fold
from functions.summarize.text.phrases import read_list

_FLUENT = re.compile(
    r"(?<!\w)(?:c[12]|native|fluent|bilingual|mother tongue|muttersprach\w*|courant|fluente|nativ\w+"
    r"|r ?/ ?w ?/ ?s|s ?/ ?r ?/ ?w|read ?/ ?write ?/ ?speak)(?!\w)"
)
"""What says enough whatever else is said of a level: "business fluent, learned at school"."""


_NOT_QUITE = re.compile(r"\b(?:not|no longer|nearly|almost|semi|non|near|working towards)\b")


def _says_fluent(folded: str) -> bool:
    return _FLUENT.search(folded) is not None and _NOT_QUITE.search(folded) is None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What `data/person.toml` holds, as patterns."""

    legal_form: re.Pattern[str]
    shouted_legal_form: re.Pattern[str]
    no_employer: re.Pattern[str]
    with_the: re.Pattern[str]
    employment: re.Pattern[str]
    no_title: re.Pattern[str]
    before_title: frozenset[str]
    title_forms: dict[str, str]
    ranks: dict[str, str]
    person: re.Pattern[str]
    thing_held: re.Pattern[str]
    takes_article: frozenset[str]
    levelled_award: re.Pattern[str]
    scheme_end: re.Pattern[str]
    learned: re.Pattern[str]
    exam: re.Pattern[str]
    body: re.Pattern[str]
    readable_code: re.Pattern[str]
    study_forms: dict[str, dict[str, str]]
    level_forms: dict[str, str]
    plain_start: frozenset[str]
    low_level: re.Pattern[str]
    level_before: re.Pattern[str]
    unspoken_levels: frozenset[str]
    slight_level: re.Pattern[str]
    place_names: frozenset[str]
    training: dict[str, str]
    designations: frozenset[str]
    not_certified: re.Pattern[str]
    weak_credential: re.Pattern[str]
    subject_in_degree: dict[str, str]
    in_charge: re.Pattern[str]
    fields_of_one_word: frozenset[str]

    def training_name(self, title: str) -> str | None:
        """What a title of training is called: "Apprentice Joiner" -> "apprenticeship"."""
        words = re.findall(r"[^\W\d_]+", title.lower())
        return next((name for word, name in self.training.items() if word in words), None)

    def is_spoken(self, level: str) -> bool:
        """Whether somebody of this level speaks the language; of no level, one does."""
        if level.lower() in self.unspoken_levels:
            return False
        folded = fold(level)
        return self.slight_level.search(folded) is None or _says_fluent(folded)

    def is_fluent(self, level: str) -> bool:
        """Whether a level, in any language, is one at which there is nothing to add; no level is."""
        return not level or _says_fluent(fold(level))

    def place_or_language(self, text: str) -> bool:
        """Whether a text is only the name of a country, a city or a language."""
        parts = re.split(r"\s*(?:,|/|&| and )\s*", fold(text))
        return all(part in self.place_names for part in parts if part)


@cache
def vocabulary() -> Vocabulary:
    """Read once per process."""
    data = tomllib.loads(
        (files("functions.summarize.planning") / "data/person.toml").read_text(encoding="utf-8")
    )
    legal_form = rf"(?:(?:^|,?\s+)(?:{_any(data['legal_forms'])})\.?){{1,4}}(?:\s+(?:in|à|im)\s+[A-ZÀ-Þ].*)?$"
    return Vocabulary(
        legal_form=re.compile(legal_form),
        shouted_legal_form=re.compile(legal_form, re.IGNORECASE),
        no_employer=re.compile(rf"^\W*(?:{_any(data['no_employer'])})\b", re.IGNORECASE),
        with_the=re.compile(rf"(?:{_any(data['with_the'])})$"),
        employment=re.compile(rf"(?:{_any(data['employment'])})$", re.IGNORECASE),
        no_title=re.compile(rf"(?:{_any(data['no_title'])})\W*", re.IGNORECASE),
        before_title=frozenset(data["before_title"]),
        title_forms=data["title_forms"],
        ranks=data["ranks"],
        person=re.compile(rf"\b(?:{_any(data['persons'])})$", re.IGNORECASE),
        thing_held=re.compile(rf"\b(?:{_any(data['things_held'])})\b", re.IGNORECASE),
        takes_article=frozenset(data["takes_article"]),
        levelled_award=re.compile(rf"(?:{_any(data['levelled_awards'])})(?![\w-])", re.IGNORECASE),
        scheme_end=re.compile(rf"(?<!\w)(?:{_any(data['scheme_ends'])})$", re.IGNORECASE),
        learned=re.compile(rf"(?:{_any(data['learned'])})$", re.IGNORECASE),
        exam=re.compile(rf"(?<!\w)(?:{_any(data['exams'])})$", re.IGNORECASE),
        body=re.compile(rf"(?:{_any(data['bodies'])})$"),
        readable_code=re.compile(rf"(?:{_any(data['readable_codes'])})$", re.IGNORECASE),
        study_forms=data["study_forms"],
        level_forms=data["level_forms"],
        plain_start=frozenset(data["plain_start"]),
        place_names=_place_names(),
        training=data["training"],
        subject_in_degree=data["subject_in_degree"],
        in_charge=re.compile(rf"\b(?:{_any(data['in_charge'])})\b", re.IGNORECASE),
        fields_of_one_word=frozenset(data["fields_of_one_word"].split()),
        designations=frozenset(data["designations"]),
        not_certified=re.compile(rf"(?:{_any(data['not_certified'])})(?:\W|$)", re.IGNORECASE),
        weak_credential=re.compile(rf"\b(?:{_any(data['weak_credentials'])})\b", re.IGNORECASE),
        unspoken_levels=frozenset(data["unspoken_levels"]),
        slight_level=re.compile(rf"(?<!\w)(?:{_any([fold(one) for one in data['slight_levels']])})(?!\w)"),
        level_before=re.compile(_any(data["levels_before"]), re.IGNORECASE),
        low_level=re.compile(_any(data["low_levels"]), re.IGNORECASE),
    )


def _place_names() -> frozenset[str]:
    lists = ("place/city", "place/region", "place/code", "language/name", "language/level")
    folder = Path(str(files("functions.summarize.parsers"))) / "lexicons"
    return frozenset(fold(word) for name in lists for word in read_list(folder / f"{name}.txt"))


def _any(patterns: Sequence[str]) -> str:
    return "|".join(sorted(patterns, key=len, reverse=True))
