"""The written pairs, brought to slots: facts and target aligned, so that a hand-written sentence becomes a frame.

A target is usable when every fact in it stands there as the facts have it and its other words are words that a
sentence may add. About a third are; the rest paraphrase what a slot holds.
"""

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from functions.summarize.language.surface import running_case
from functions.summarize.prompts import Prompt, encode
from functions.summarize.prompts.leads import lexicon
from functions.summarize.sentences import Field, Kind, PlanFact, SentencePlan, Voice
from training.corpus.frames import LISTS, listed
from training.corpus.lines import WRITTEN
from training.corpus.pair import Pair

_SINGULAR: dict[str, Field] = {
    "bullets": "bullet", "skills": "skill", "credentials": "credential", "specialties": "specialty",
}  # fmt: skip
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
# All years as years in one title, speciality or house: more than the facts say.
_CLAIM = re.compile(
    r"for <years>|<years> years (?:as|at|in <s|and|covering)|years of (?!experience)|from <s"
    r"|as an? <title>.*<years>|the <(?!a|b)"
)
_STILTED = frozenset(("whose", "draws", "draw", "toolkit", "under", "on"))
"""Words of written openings that read well once and badly in every fifth summary."""
_TOKEN = re.compile(
    r"\{name\}|'s\b|’s\b|[,;:().](?=[\s.,;]|$)|\((?=\S)|[^\s,;:()]+?(?=['’]s\b|[,;:)]|\.?(?:\s|$)|\.$)"
)


@dataclass(frozen=True, slots=True)
class Written:
    """One written pair as a plan and the sentence a person would want."""

    id: str
    plan: SentencePlan
    target: str

    @property
    def held_out(self) -> bool:
        """A tenth, by hash of the id, is never trained on."""
        return zlib.crc32(self.id.encode()) % 10 == 0


def read_written() -> Iterator[Written]:
    """Every pair of a kind that a plan knows."""
    for path in sorted(WRITTEN.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["kind"] != "brief":
                yield Written(row["id"], _plan(row), row["target"])


def _plan(row: Mapping[str, Any]) -> SentencePlan:
    facts = [PlanFact("name", "{name}")] if row["voice"] == "third" else []
    for name, value in row["facts"].items():
        if name in ("level", "current"):
            continue
        field = _SINGULAR.get(name, cast("Field", name))
        texts = [str(text) for text in (value if isinstance(value, list) else [value])]
        small = field in ("title", "skill", "field")
        facts += [PlanFact(field, running_case(text) if small else text) for text in texts]
    kept = (
        _lines_told(facts, row["target"])
        if row["kind"] == "result"
        else [f for f in facts if f.field != "bullet"]
    )
    kind, voice = cast("Kind", row["kind"]), cast("Voice", row["voice"])
    return SentencePlan(kind, voice, tuple(kept), plain="", current=bool(row["facts"].get("current", True)))


def _lines_told(facts: Sequence[PlanFact], target: str) -> list[PlanFact]:
    """The facts, with only those resume lines that the target draws on."""
    said = set(_keys(target))
    lines = [fact for fact in facts if fact.field == "bullet"]
    told = [fact for fact in lines if len(said & set(_keys(fact.text))) >= max(2, len(_keys(fact.text)) // 2)]
    return [fact for fact in facts if fact.field != "bullet" or fact in told[:2]]


def align(pair: Written) -> Pair | None:
    """The pair in slots, or None where a fact of the target is not as a slot holds it."""
    prompt = encode(pair.plan, manner=zlib.crc32(pair.id.encode()))
    words = _TOKEN.findall(pair.target)
    tokens: list[str] = []
    at = 0
    slots = _by_length(prompt)
    while at < len(words):
        token, length = _slot_at(words, at, slots)
        if token is not None and length and tokens and tokens[-1] in ("a", "an") and _is_phrase(token):
            tokens.pop()
        tokens.append(token or words[at].replace("’", "'"))
        at += length or 1
    if any(re.search(r"\d", token) for token in tokens if not token.startswith("<")) or len(tokens) < 4:
        return None
    slotted = [token for token in tokens if token.startswith("<")]
    if len(slotted) != len(set(slotted)) or not _only_small(tokens):
        return None
    return Pair(prompt.text, " ".join(_lowered(word) for word in tokens))


def _lowered(word: str) -> str:
    return word if word.startswith("<") or word == "I" else word.lower()


@cache
def glue() -> frozenset[str]:
    """The words that a sentence may add to its facts."""
    text = Path(__file__).with_name("glue.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def enough(kind: str, prompt: Sequence[str], target: Sequence[str]) -> bool:
    """Whether a sentence tells what its kind must tell, and adds only glue."""
    have, told = set(prompt), set(target)
    words = {word for word in target if not word.startswith("<")}
    if not words <= glue() | lexicon().joints | lexicon().marks | {"."} or _CLAIM.search(" ".join(target)):
        return False
    must: dict[str, tuple[str, ...]] = {
        "opening": ("<title>", "<years>", "<employer>"),
        "education": ("<degree>", "<field>", "<institution>"),
    }
    if any(slot in have and slot not in told for slot in must.get(kind, ())):
        return False
    counted = {"skills": ("skill", 3), "credential": ("credential", 2), "scope": ("", 4)}
    if kind not in counted:
        return True
    name, least = counted[kind]
    slots = [
        slot for slot in have if slot.startswith(f"<{name}") and (name or slot in listed(prompt, LISTS["V"]))
    ]
    return len(told & set(slots)) >= min(least, len(slots))


@cache
def usable_pairs(*, held_out: bool) -> tuple[Pair, ...]:
    """The aligned pairs of one side of the split that may be trained on."""
    pairs = (align(written) for written in read_written() if written.held_out == held_out)
    return tuple(pair for pair in pairs if pair is not None and _is_usable(pair))


def _is_usable(pair: Pair) -> bool:
    """Only openings: in other kinds a hand-written join of two facts is true of those facts, not of any two."""
    prompt, target = pair.prompt.split(), pair.target.split()
    return prompt[0] == "[opening]" and not _STILTED & set(target) and enough("opening", prompt, target)


def _is_phrase(token: str) -> bool:
    return token.startswith(("<team_size", "<budget", "<sites", "<volume"))


def _only_small(tokens: Sequence[str]) -> bool:
    return all(word == "I" or not word[0].isupper() for word in tokens[1:])


def _by_length(prompt: Prompt) -> list[tuple[str, list[str]]]:
    """Slots with the words they hold, the longest first; a phrase is also found without its article."""
    found = [
        (token, _keys(text)) for token, text in sorted(prompt.slots, key=lambda slot: "past" not in slot[0])
    ]
    found += [(token, keys[1:]) for token, keys in found if _is_phrase(token) and keys and keys[0] == "a"]
    return sorted(((token, keys) for token, keys in found if keys), key=lambda slot: -len(slot[1]))


def _keys(text: str) -> list[str]:
    """Words as they are compared: no case, numbers as digits."""
    words = [word.lower() for word in _TOKEN.findall(text)]
    return [str(_WORDS.index(word)) if word in _WORDS else "a" if word == "an" else word for word in words]


def _slot_at(words: Sequence[str], at: int, slots: Sequence[tuple[str, list[str]]]) -> tuple[str | None, int]:
    for token, keys in slots:
        if _keys(" ".join(words[at : at + len(keys)])) == keys:
            return token, len(keys)
    return None, 0
