"""A sentence plan as a prompt, and a model's output as a sentence. Pure; knows no model and no tokenizer.

The prompt is words and tokens divided by single spaces:

    [result] [implied] [then] [s4] <employer> [did] <a1!> <a2> from <a3#> to <a4#>

`[s4]` is one of sixteen styles, drawn from the facts themselves, so that two resumes do not begin alike and one
resume always begins the same.
"""

import re
import zlib
from dataclasses import dataclass

from functions.summarize.language.surface import article, in_sentence, tidy
from functions.summarize.prompts.fidelity import agrees, tells_lines_as_they_stand
from functions.summarize.prompts.lines import cut_line
from functions.summarize.prompts.slots import CAPACITY, LINES, STYLES, fact_slot, style
from functions.summarize.sentences import PlanFact, SentencePlan

_ROOM_ONE, _ROOM_TWO = 24, 14
_SLOT = re.compile(r"<[a-z_]+\d*[#!]?(?:\.[a-z]+)?>")
_NUMBER = re.compile(r"[~]?[$£€₹]?\d")
_BARE_FIGURE = re.compile(r"[\d,.]+\+?")
_DETERMINED = frozenset(("a", "an", "the", "all", "both", "no", "some"))
_COUNTABLE = frozenset(
    (
        "team", "crew", "group", "department", "network", "caseload", "budget", "portfolio", "programme", "program",
        "contract", "p&l", "fund", "account",
    )
)  # fmt: skip
_HEADS = {"team_size": "team of {}", "budget": "{} budget", "sites": "{} sites", "volume": "{}"}


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the model reads, and the words that each slot token it may write stands for."""

    text: str
    slots: tuple[tuple[str, str], ...]


def encode(plan: SentencePlan, writer: str = "", *, manner: int | None = None) -> Prompt:
    """The prompt of a plan; the same plan and writer give the same prompt, two writers most often different styles.

    `manner` asks for one style (training does).
    """
    tokens: list[str] = []
    slots: list[tuple[str, str]] = []
    for field, room in CAPACITY.items():
        for number, text in enumerate(plan.texts(field)[:room], start=1):
            slots.append((fact_slot(field, number), _phrase(PlanFact(field, text))))
            tokens.append(slots[-1][0])
    bullets = plan.texts("bullet")[: len(LINES)]
    for letter, bullet in zip(LINES, bullets, strict=False):
        line = cut_line(
            bullet,
            letter,
            current=plan.current,
            room=_ROOM_ONE if len(bullets) == 1 else _ROOM_TWO,
            voice=plan.voice,
        )
        tokens += (f"[{line.manner}]", *line.tokens)
        slots += line.slots
    number = (
        zlib.crc32("\n".join((writer, *(text for _, text in slots))).encode()) if manner is None else manner
    )
    head = (
        f"[{plan.kind}]",
        f"[{plan.voice}]",
        "[now]" if plan.current else "[then]",
        style(number % STYLES),
    )
    return Prompt(" ".join((*head, *tokens)), tuple(slots))


def decode(output: str, prompt: Prompt) -> str | None:
    """The sentence that a model's output spells, or None where it cannot be one.

    None when it names a slot the prompt does not have, uses one twice, tells a resume line otherwise than it
    stands, leaves a bracket open, does not end, or holds a token that is no word.
    """
    words = output.split()
    if not tells_lines_as_they_stand(words, prompt.text.split()) or not agrees(words):
        return None
    filled = _filled(words, dict(prompt.slots))
    if filled is None or words[-1] != "." or filled.count("(") != filled.count(")"):
        return None
    return tidy(_joined(filled))


def _filled(words: list[str], slots: dict[str, str]) -> list[str] | None:
    used = [_stem(word) for word in words if _SLOT.fullmatch(word)]
    strange = any(word.startswith(("<", "[")) and word not in slots for word in words)
    if strange or not used or len(used) != len(set(used)):
        return None
    return [_inside(slots.get(word, word), first=at == 0) for at, word in enumerate(words)]


def _stem(slot: str) -> str:
    """A verb is used once, whatever its form."""
    return slot.partition(".")[0].rstrip(">")


def _inside(text: str, *, first: bool) -> str:
    """A name that begins with an article loses its capital inside a sentence: "the candidate"."""
    return text if first or not text.startswith("The candidate") else f"the{text[3:]}"


def _joined(words: list[str]) -> str:
    """Words with the article that fits what follows, and the possessive mark on its owner."""
    parts: list[str] = []
    for index, word in enumerate(words):
        if word in ("a", "an") and index + 1 < len(words):
            parts.append(article(words[index + 1]))
        elif word == "'s" and parts:
            parts[-1] += "'" if parts[-1].endswith("s") else "'s"
        elif word == "and" and _doubled(words, index):
            parts.append("as well as")
        else:
            parts.append(word)
    return " ".join(parts)


def _doubled(words: list[str], at: int) -> bool:
    """Whether the "and" of a list stands beside an item that holds one: "triage as well as moving and handling"."""
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    return "as" not in words and any(" and " in item for item in beside)


def _phrase(fact: PlanFact) -> str:
    """A fact as a noun phrase that can follow any verb or "at": "$4M" -> "a $4M budget", "US Army" -> "the US Army"."""
    text = fact.text.strip()
    if fact.field in ("employer", "institution"):
        return in_sentence(text)
    if fact.field not in _HEADS:
        return text
    if _BARE_FIGURE.fullmatch(text) or (fact.field == "budget" and re.fullmatch(r"[~]?[$£€₹]\S+", text)):
        text = _HEADS[fact.field].format(text)
    return f"{article(text)} {text}" if _wants_article(text) else text


def _wants_article(phrase: str) -> bool:
    words = phrase.lower().split()
    first, last = words[0], words[-1]
    head = re.split(r" (?:of|in|for|across|at|with|per) ", phrase.lower(), maxsplit=1)[0].split()[-1]
    if re.match(r"\d", first):
        return "-" in first and not head.endswith("s")
    if _NUMBER.match(first):
        return last in _COUNTABLE
    return first not in _DETERMINED and head in _COUNTABLE
