"""Facts that a person might send instead of a file, and damage to them: to the JSON, its shape, its values.

A mutation takes the bytes of a JSON Resume document and a source of randomness and gives other bytes; where it does not
apply it gives the same ones back.
"""

import json
import random
from collections.abc import Callable, Iterator, MutableMapping, MutableSequence
from datetime import date
from functools import cache
from typing import Any, get_args

from functions.summarize import samples
from functions.summarize.docx import read
from functions.summarize.jsonresume import to_json_resume
from functions.summarize.layout import arrange
from functions.summarize.parsers.factory import load_parser
from functions.summarize.resume import Status
from tests.fuzz import text
from tests.fuzz.bases import lines

_AS_OF = date(2026, 1, 1)
_Place = tuple[Any, Any]
"""An object or a list, and the key or index in it."""
_ENTRIES = {
    "work": "name position location startDate endDate summary highlights type",
    "volunteer": "organization position location startDate endDate summary highlights",
    "education": "institution area studyType startDate endDate score status",
    "certificates": "name issuer date status",
    "skills": "name level keywords status",
    "languages": "language fluency",
    "projects": "name description highlights startDate endDate",
    "publications": "name releaseDate summary",
    "awards": "title date summary",
}
_BASICS = "name label email phone url summary location profiles"
_LISTS = frozenset({"highlights", "keywords"})
_DATES = (
    "2020", "2020-03", "2020-03-15", "2020-02-31", "1900", "2099-12", "1899", "2100", "0000-00-00", "2020-13",
    "2020-3", "present", "Now", " ongoing ", "03/2020", "March 2020", "", "2020-03-15T00:00:00Z", "２０２０-03",
    "-2020", "2020-03-",
)  # fmt: skip
_WORDS = (
    "Jr.", "and", "of", "the", "CEO", "(", ")", "()", "[", '"', "''", "-", "–", "—", "...", "&", "/", "\\", "%",
    "+", "#", "{0}", "%s", "<b>", "</script>", "=1+1", "\u0000", "\u200b", "\u202e", "\ufeff", "\u2028", "\x85",
    "\u0301", "İ", "ı", "ß", "ẞ", "ﬁ", "Ǆ", "ʼ", "·", "・", "中文", "日本", "한국어", "العربية", "עברית", "ไทย",
    "हिन्दी", "👩‍🚀", "🇬🇧", "𝔄𝔫𝔫", "Ａｎｎ", "Zürich", "Łódź", "O'Neil", "d’Arc", "van der", "n/a", "None",
    "null", "nan", "0", "007", "1e9", "10**9", "$", "€5k", "1,000", "1.000", "1 000", "12%", "C++", ".NET", "R",
    "C#", "I", "I am", "he", "her", "Ltd.", "GmbH & Co. KG", "a.m.", "e.g.", "Ph.D.", "1.", "A.", "•", "- ",
    "* ", "led", "leads", "Leading", "saved", "from 12 to 7", "by 40%", "2019 -",
)  # fmt: skip
_SCRAPS = (
    b"null", b"true", b"-0", b"1e999", b"1E400", b"NaN", b"Infinity", b"9" * 400, b"{}", b"[]", b"[" * 300,
    b'{"a":' * 300, b'""', b'"\\ud800"', b"\\udfff", b"\\u0000", b"\\n", b"\xff", b"\xef\xbb\xbf", b"\x00",
    b",", b":", b"}", b"]", b'"', b"/* */", b'"work":', b'"basics":{},',
)  # fmt: skip


@cache
def documents() -> tuple[bytes, ...]:
    """What fuzzing of facts starts from: those of the samples, and next to nothing."""
    parser = load_parser("ats")
    read_ones = (
        parser.parse(arrange(read(samples.path(name).read_bytes())), _AS_OF)
        for name in sorted(samples.names())
    )
    few: tuple[dict[str, Any], ...] = (
        {},
        {"basics": {"label": "Nurse"}},
        {"work": [{"position": "Cook", "startDate": "2019"}]},
    )
    return tuple(map(_written, (*map(to_json_resume, read_ones), *few)))


def scribble(data: bytes, dice: random.Random) -> bytes:
    """Write scraps of JSON over the text."""
    for _ in range(dice.randint(1, 3)):
        place, scrap = dice.randrange(len(data) + 1), dice.choice(_SCRAPS)
        data = data[:place] + scrap + data[place + dice.choice((0, len(scrap))) :]
    return data


def cut(data: bytes, dice: random.Random) -> bytes:
    """Leave out a stretch of the text."""
    start, end = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + data[end:]


def new_document(_: bytes, dice: random.Random) -> bytes:
    """Another document altogether."""
    document: dict[str, Any] = {"basics": _entry(_BASICS, dice)} if dice.random() < 0.8 else {}
    for section, keys in _ENTRIES.items():
        if dice.random() < 0.6:
            document[section] = [
                _entry(keys, dice) for _ in range(dice.choice((0, 1, 1, 2, 2, 3, 4, 6, 12, 60)))
            ]
    if dice.random() < 0.2:
        value: Any = dice.choice((0, 1, 12, 80, 81, -1, 10**30, 1.5, True, "7", None))
        document["meta"] = {"yearsExperience": {"value": value, "rule": dice.choice(("confirmed", "", None))}}
    return _written(document)


def _on_one_place(edit: Callable[[Any, Any, random.Random], None]) -> Callable[[bytes, random.Random], bytes]:
    """A mutation that edits a few places of the document."""

    def mutate(data: bytes, dice: random.Random) -> bytes:
        try:
            document = json.loads(data)
        except (ValueError, RecursionError):
            return data
        for _ in range(dice.choice((1, 1, 2, 4, 12))):
            places = list(_places(document))
            if places:
                edit(*dice.choice(places), dice)
        return _written(document)

    return mutate


def _drop(holder: Any, key: Any, _: random.Random) -> None:
    del holder[key]


def _repeat(holder: Any, key: Any, dice: random.Random) -> None:
    if isinstance(holder, MutableSequence):
        holder[key:key] = [holder[key]] * dice.choice((1, 1, 2, 30, 501))


def _another_kind(holder: Any, key: Any, dice: random.Random) -> None:
    kinds: tuple[Any, ...] = (
        None,
        True,
        False,
        0,
        -1,
        10**400,
        0.5,
        "",
        " ",
        [],
        {},
        [None],
        [[]],
        {"": ""},
        {"name": {}},
    )
    holder[key] = dice.choice(kinds)


def _another_text(holder: Any, key: Any, dice: random.Random) -> None:
    if isinstance(holder[key], str):
        holder[key] = _date(dice) if "ate" in str(key) else _words(dice)


def _edited_text(holder: Any, key: Any, dice: random.Random) -> None:
    if isinstance(holder[key], str):
        holder[key] = text.changed(holder[key], dice)


def _twin(holder: Any, key: Any, dice: random.Random) -> None:
    """The same under another key: an employer as a title, a date as a name."""
    if isinstance(holder, MutableMapping):
        keys = [*holder, *dice.choice((_BASICS, *_ENTRIES.values())).split()]
        holder[dice.choice(keys)] = holder[key]


def _new_entry(holder: Any, key: Any, dice: random.Random) -> None:
    if isinstance(holder[key], MutableSequence):
        holder[key].append(_entry(_ENTRIES.get(key, _BASICS), dice))


def _places(value: Any) -> Iterator[_Place]:
    keys: Any = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _entry(keys: str, dice: random.Random) -> dict[str, Any]:
    entry = {key: _value(key, dice) for key in keys.split() if dice.random() < 0.7}
    if {
        "startDate",
        "endDate",
    } <= entry.keys() and dice.random() < 0.95:  # what ends before it begins is refused
        entry["startDate"], entry["endDate"] = sorted((entry["startDate"], entry["endDate"]))
    return entry


def _value(key: str, dice: random.Random) -> Any:
    if "ate" in key:
        return _date(dice)
    if key in _LISTS:
        return [_words(dice) for _ in range(dice.choice((0, 1, 2, 3, 8, 40)))]
    if key == "status":
        return dice.choice((*get_args(Status), ""))
    if key == "profiles":
        return [{"network": _words(dice), "url": _words(dice)} for _ in range(dice.randint(0, 3))]
    return _words(dice)


def _date(dice: random.Random) -> str:
    usual = f"{dice.randint(1960, 2030)}-{dice.randint(1, 12):02}"
    return dice.choice(_DATES) if dice.random() < 0.005 else usual


def _words(dice: random.Random) -> str:
    """A line of the written pages, odd words, or both; now and then as long as a value may be."""
    line = dice.choice(lines())
    odd = [dice.choice(_WORDS) for _ in range(dice.choice((1, 1, 2, 3, 8)))]
    made = dice.choice(
        (line, line, text.changed(line, dice), " ".join(odd), "".join(odd), " ".join([line, *odd]))
    )
    return (made * 10_000)[:10_000] if dice.random() < 0.01 else made[:10_000]


def _written(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")


MUTATIONS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "scribble": scribble,
    "cut": cut,
    "new-document": new_document,
    "drop": _on_one_place(_drop),
    "repeat": _on_one_place(_repeat),
    "another-kind": _on_one_place(_another_kind),
    "another-text": _on_one_place(_another_text),
    "edited-text": _on_one_place(_edited_text),
    "twin": _on_one_place(_twin),
    "new-entry": _on_one_place(_new_entry),
}
WEIGHTS = (1, 1, 6, 3, 2, 2, 6, 6, 4, 4)
"""How often each is drawn: what is no JSON is refused at once and teaches little."""
