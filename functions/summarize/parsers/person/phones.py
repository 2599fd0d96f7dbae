"""Telephone numbers in a line: told by their label or by their form from dates, postcodes and other numbers."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from functions.summarize.parsers.dates.dates import find_dates
from functions.summarize.parsers.word_lists import any_of
from functions.summarize.text.folding import fold

_FEWEST, _MOST = 7, 15  # digits of a telephone number, by E.164
_NATIONAL = 9  # digits from which on a number needs neither label nor prefix
_NEAR = 40  # characters in which a label stands beside its number
_PHONE = re.compile(
    r"(?<![\w/.@-])(?:\(\+?\d|\+\s?\d|\d)[\d ().\-/‑–\u00a0\u202f]{5,24}\d"
    r"(?:\s*(?:x|ext\.?|poste|durchwahl)\s*\d{1,5})?(?![\w@])",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"\s*(?:x|ext|poste|durch)", re.IGNORECASE)
_AFTER_POSTCODE = re.compile(r"^[1-9]\d{3,4}\s+[/–-]\s+(?=[+(\d])")
"""A postcode before the number: "Parramatta 2150 / 0491 570 158"."""
_SECOND = re.compile(r"(?<=\d{3})\s+/\s+(?=[+(\d][\d ().-]{6})")
"""Where a second number may follow the first."""
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
"""The number of an identity card in Latin America: 1.024.567.890."""


def find_phones(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each number begins and ends, and whether a label says that it is one."""
    for match in _PHONE.finditer(text):
        number = _AFTER_POSTCODE.sub("", match[0])
        begin = match.end() - len(number)
        first = _SECOND.split(number)[0]
        number = first if sum(map(str.isdigit, first)) >= _FEWEST else number
        before, after = fold(text[max(0, begin - _NEAR) : begin]), fold(text[match.end() :][:_NEAR])
        labelled = bool(_label().search(before) or _kind_after().match(after))
        if _may_be_phone(number) and (labelled or _needs_no_label(number, before)):
            unclosed = number.startswith("(") and number.count("(") > number.count(")")
            yield begin + unclosed, begin + len(number), labelled


def is_phone_kind(text: str) -> bool:
    """Whether the words only say what kind of telephone a number is of: "mobile"."""
    return _kind_after().fullmatch(f"({fold(text)})") is not None


def _may_be_phone(number: str) -> bool:
    digits = _digits(number)
    return _FEWEST <= digits <= _MOST and not _is_date(number) and not _THOUSANDS.fullmatch(number)


def _needs_no_label(number: str, before: str) -> bool:
    plausible = number.startswith(("+", "0", "(")) or _digits(number) >= _NATIONAL
    return plausible and not _other_number().search(before)


def _digits(number: str) -> int:
    return sum(map(str.isdigit, _EXTENSION.split(number)[0]))


def _is_date(number: str) -> bool:
    covered = sum(date.end - date.start for date in find_dates(number) if date.kind != "weak")
    return not number.startswith("+") and covered >= len(re.sub(r"[\s()–-]", "", number)) - 1


@cache
def _label() -> re.Pattern[str]:
    labels = any_of(contact_words("phone", "labels"))
    return re.compile(rf"(?<![^\W_])(?:contact\s*)?\(?{labels}\.?\s*(?:no|number|nr)?\.?\s*\)?\s*[:.)]?\s*$")


@cache
def _kind_after() -> re.Pattern[str]:
    return re.compile(rf"\s*\({any_of(contact_words('phone', 'kinds'))}\)")


@cache
def _other_number() -> re.Pattern[str]:
    return re.compile(rf"{any_of(contact_words('phone', 'other_numbers'))}\.?\s*[:#]?\s*$")


def contact_words(of: str, kind: str) -> list[str]:
    """The words of a kind beside contact data, `contact.toml`: `contact_words("phone", "labels")`."""
    words: list[str] = _contact_words()[of][kind]
    return words


@cache
def _contact_words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("contact.toml").read_text("utf-8"))
