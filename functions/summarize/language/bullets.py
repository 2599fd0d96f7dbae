"""A line of a role read as a clause: its verb and form, shortened where it is long, fit for a sentence or not."""

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from functions.summarize.language.surface import common_words
from functions.summarize.language.verbs import Verb, recognise

Shape = Literal["past", "present", "gerund", "duty", "noun"]


_PRONOUNS = re.compile(
    r"\b(I|I'm|I've|me|my|mine|we|our|ours|us|he|him|his|she|her|hers|you|your)\b", re.IGNORECASE
)
_US_COUNTRY = re.compile(r"\b(the|in|across|and|UK|to) US\b|\bUS(?= \w)")
_CONTACT = re.compile(r"https?://|www\.|[\w.]+@[\w-]+\.|\+?\d[\d ()-]{8,}\d")
_SENTENCE_END = re.compile(r"(?<=[a-z)%\d])[.;]\s+(?=[A-Z])|;\s+")
_ARROW = re.compile(r"\s*(?:→|➔|➜|[-–=]+>|(?<=[\d%])\s>(?=\s[$£€]?\d))\s*")
_LABEL = re.compile(r"^[^\W\d_][^:.]{1,40}:\s+(?=\S)")
_TRAILING = re.compile(
    r"(?:,|;| –| —| -)\s+(?=\S)|\s+(?=(?:which|while|whilst|resulting in|leading to|including|ensuring|enabling|"
    r"allowing|in order to|so that|as well as|such as)\b)"
)
_DANGLING = re.compile(
    r"\b(and|or|of|for|to|in|by|at|with|the|a|an|from|on|into|over|through|across|including|such as|as|"
    r"which|that|while|per|under|between|than)$",
    re.IGNORECASE,
)


@cache
def _words(name: str) -> frozenset[str]:
    """One of the word lists of `data/lines.toml`."""
    lists = tomllib.loads(
        (files("functions.summarize.language") / "data/lines.toml").read_text(encoding="utf-8")
    )
    return frozenset(lists[name].split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A line that a sentence can be made of. `rest` is everything after the verb (`verb` None: the whole line)."""

    text: str
    shape: Shape
    verb: Verb | None = None
    rest: str = ""

    @property
    def words(self) -> int:
        """Length in words."""
        return len(self.text.split())


def read_clauses(line: str) -> tuple[Clause, ...]:
    """The clauses of a resume line, each a sentence of its own: labels, subjects and full stops removed."""
    pieces = (piece.strip(" .;–—-•\t") for piece in _SENTENCE_END.split(line.replace("\n", " ")))
    return tuple(_read(_bare(piece)) for piece in pieces if len(piece.split()) > 1)


def _bare(piece: str) -> str:
    text = re.sub(r"\s+", " ", _ARROW.sub(" to ", piece)).strip(" .;")
    label = _LABEL.match(text)
    if label and _shape(text[label.end() :])[0] in ("past", "present"):
        text = text[label.end() :]
    text = re.sub(r"^resp\.? for\b", "Responsible for", text, flags=re.IGNORECASE)
    return re.sub(r"^(I|We|i)\s+(?=[a-z])", "", text).strip()


def _read(text: str) -> Clause:
    shape, verb = _shape(text)
    if verb is None:
        return Clause(text, shape)
    first, _, rest = text.partition(" ")
    lead = first if first.lower() not in _words("adverbs") else f"{first} {rest.partition(' ')[0]}"
    return Clause(text, shape, verb, text[len(lead) :].strip())


def _shape(text: str) -> tuple[Shape, Verb | None]:
    words = re.findall(r"[\w'’-]+", text.lower())
    if len(words) > 2 and words[0] in _words("adverbs"):
        words = words[1:]
    if re.match(r"(responsible|accountable) for\b", text, re.IGNORECASE):
        return "duty", None
    following = words[1] if len(words) > 1 else ""
    found = recognise(words[0]) if words else None
    if (
        words
        and words[0] in _words("mostly_adjectives")
        and following not in _words("determiners")
        and not following.isdigit()
    ):
        return "noun", None
    if found is None:
        governs = following.isdigit() or following in _words("determiners") or re.search(r"[^s]s$", following)
        unlisted_past = bool(words) and re.fullmatch(r"\w{3,}ed", words[0]) is not None and bool(governs)
        return ("past" if unlisted_past else "noun"), None
    verb, form = found
    if form == "gerund":
        doubtful = words[0] in _words("noun_gerunds") and following not in _words("determiners")
        return ("noun", None) if doubtful else ("gerund", verb)
    looks_a_noun = verb.base in _words("nouns_too") and following in _words("after_nouns")
    if (
        form in ("base", "third")
        and looks_a_noun
        and f"{verb.base}-{following}" not in _words("verbs_all_the_same")
    ):
        return "noun", None
    return ("past" if form in ("past", "participle") else "present"), verb


def is_verb_before(word: str, following: str) -> bool:
    """Whether a word that may be a noun as well is a verb before the word that follows it."""
    found = recognise(word.strip(",;"))
    return found is not None and (
        found[0].base not in _words("nouns_too") or following in _words("determiners")
    )


def is_sentence(text: str) -> bool:
    """Whether a line that begins with a thing is a sentence of its own: "Injuries fell from 41 to 9"."""
    return any(word in _words("finite") for word in text.lower().split()[1:5])


def names_a_person(text: str) -> bool:
    """Whether a line says what the person is: "Member of the works council"."""
    return text.lower().split(" ", 1)[0] in _words("persons")


def usable(clause: Clause) -> bool:
    """Whether a sentence may be made of it: no pronoun of its own, no contact detail, no cliche, nothing cut."""
    text = _US_COUNTRY.sub("", clause.text)
    return (
        clause.words >= 3
        and not _PRONOUNS.search(text)
        and not _CONTACT.search(text)
        and not cliches_in(text)
        and not _DANGLING.search(text)
        and text.count("(") == text.count(")")
        and text.count('"') % 2 == 0
        and not re.search(r"[?<>|{}\[\]\\]", text)
    )


def shorten(clause: Clause, limit: int) -> Clause:
    """The clause cut at its last natural joint within `limit` words that keeps every figure; unchanged if none."""
    if clause.words <= limit:
        return clause
    figures = len(re.findall(r"\d", clause.text))
    joints = [match.start() for match in _TRAILING.finditer(clause.text)]
    for joint in reversed(joints):
        head = clause.text[:joint].rstrip(" ,;–—-")
        whole = not _DANGLING.search(head) and head.count("(") == head.count(")")
        keeps_a_figure = not figures or re.search(r"\d", head)
        if (
            whole
            and keeps_a_figure
            and 5 <= len(head.split()) <= limit
            and not _splits_a_list(clause.text, joint)
        ):
            return replace(clause, text=head, rest=head[len(clause.text) - len(clause.rest) :])
    return clause


def _splits_a_list(text: str, joint: int) -> bool:
    """ "Trained chefs, waiters and porters" must not end at "chefs": a comma before a bare noun and an "and"."""
    after = text[joint:].lstrip(" ,;–—-")
    first = re.match(r"[\w'’-]+", after)
    found = recognise(first.group()) if first else None
    is_clause = first is not None and (
        (found is not None and found[1] in ("past", "gerund"))
        or first.group().lower()
        in ("which", "while", "whilst", "resulting", "leading", "ensuring", "with", "and")
    )
    return text[joint : joint + 1] == "," and not is_clause


@cache
def cliche_pattern() -> re.Pattern[str]:
    """The phrases of `data/cliches.txt` as one pattern; a space also matches a hyphen."""
    text = (files("functions.summarize.language") / "data/cliches.txt").read_text(encoding="utf-8")
    phrases = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    parts = (re.escape(phrase).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]+") for phrase in phrases)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


def cliches_in(text: str) -> tuple[str, ...]:
    """The cliches a text holds."""
    return tuple(match.group() for match in cliche_pattern().finditer(text))


def start_small(text: str) -> str:
    """The text with a small first letter, as it stands inside a sentence: names and acronyms keep theirs."""
    first = text.split(" ", 1)[0]
    known = recognise(first) is not None or first.lower() in common_words()
    return text[:1].lower() + text[1:] if first.istitle() and known else text
