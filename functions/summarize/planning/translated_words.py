"""The words of one language other than English: its phrases, filled with what a resume states (`languages.toml`)."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from functions.summarize.language.surface import common_words, listing, tidy
from functions.summarize.planning.records import Piece, SentencePlan, Slot, SlotKind, Variant
from functions.summarize.planning.years import Years
from functions.summarize.resume import Evidence
from functions.summarize.sentences import Part

_PART = re.compile(r"\[([^\]]*)\]")
_FACT = re.compile(r"\{(\w+)\}")
_MARK = re.compile(r"\s*([:;])(?=\s)")
_INNER_COLON = re.compile(r"^([^:()]*[^\W\d_])\s*:\s+([^:()]+)$")
_COLON = re.compile(r"\s*:\s+")
_BRACKETS = re.compile(r"\([^()]*\)")
_ELIDED = re.compile(r"\b([Dd])e (?=une? (?:an|année)\b)")
"""The French "de" before a vowel: "plus d'un an"."""
_AS_WELL = re.compile(r"\bainsi que (?=[aeiouyéèêâîôœ])", re.IGNORECASE)

_NOUN = re.compile(
    r"(?:[tsx]ion|ción|zione|zioni|ção|ções|ciones|age|aggio|agem|ment|mento|miento|isme|ismo|ique|ance|ence|ancia|encia"
    r"|enza|anza|dad|dade|ité|tà|erie|ería|aria|ura|ure|eur|euse|trice|ing|heid|teit|tie)s?$"
)
"""How nouns of these languages end, which names of makers and products do not: "Automatismes Siemens"."""
Told = tuple[str, tuple[Evidence, ...]]


@cache
def languages() -> dict[str, dict[str, Any]]:
    """How each language puts a paragraph together, by ISO 639-1."""
    text = (files("functions.summarize.planning") / "data/languages.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def in_brackets(text: str) -> str:
    """A text that explains something behind its own colon, as it stands behind another one: "team (5 persone)"."""
    return _COLON.sub(" – ", _INNER_COLON.sub(r"\1 (\2)", text))


class Words:
    """The phrases of one language."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table

    def sentence(self, part: Part, phrase: str, **facts: Told | None) -> Iterator[SentencePlan]:
        """A sentence of the facts that there are; none where the phrase, or a fact that it needs, is missing."""
        if not self.table.get(phrase):
            return
        stated = {name: fact for name, fact in facts.items() if fact is not None and fact[0]}
        text = self.filled(self.table[phrase], {name: fact[0] for name, fact in stated.items()})
        if text is not None:
            yield self.plan(part, text, stated)

    def plan(self, part: Part, text: str, facts: dict[str, Told]) -> SentencePlan:
        """A sentence with the facts that it tells."""
        kinds: dict[str, SlotKind] = {
            "title": "title",
            "years": "years",
            "house": "employer",
            "lines": "result",
        }
        slots = tuple(
            Slot(kinds.get(name, "credential"), f"{part}.{name}", (Variant(told, "phrase", evidence),))
            for name, (told, evidence) in facts.items()
            if evidence or name != "what"
        )
        evidence = tuple(sorted({place for _, places in facts.values() for place in places}))
        marked = _MARK.sub(rf"{self.table['before_mark']}\1", tidy(text))
        marked = re.sub(r"(?<=\d)%", f"{self.table['percent']}%", marked)
        return SentencePlan(part, slots, (Piece(text),), marked, evidence)

    def filled(self, phrase: str, texts: dict[str, str]) -> str | None:
        """The phrase with its facts; None where one outside square brackets is missing."""
        kept = _PART.sub(lambda part: part[1] if set(_FACT.findall(part[1])) <= set(texts) else "", phrase)
        if not set(_FACT.findall(kept)) <= set(texts):
            return None
        said = _ELIDED.sub(r"\1'", _FACT.sub(lambda fact: texts[fact[1]], kept))
        return _TWICE.sub(r"\1\2", said)

    def joined(self, facts: Sequence[Told], *, small: bool = True) -> Told | None:
        """Several facts as one list."""
        if not facts:
            return None
        evidence = tuple(place for _, places in facts for place in places)
        texts = [self.inside(text) if small else text for text, _ in facts]
        return self._list(texts), evidence

    def _list(self, texts: Sequence[str]) -> str:
        """Texts as one list: those that have an "and" of their own are joined by another word, none by a comma."""
        bare = [_BRACKETS.sub("", text) for text in texts]
        ands = [self._has_and(text) for text in bare]
        loose = any("," in text and not own for text, own in zip(bare, ands, strict=True))
        if self.table["and"] == "," or len(texts) < 2 or not (loose or any(ands[-2:])):
            return "; ".join(texts) if loose else listing(texts, self.and_before(texts[-1]))
        if loose:
            return "; ".join(texts)
        mark = "; " if any("," in text for text in bare) else ", "
        return _AS_WELL.sub("ainsi qu'", f"{mark.join(texts[:-1])} {self.table['also']} {texts[-1]}")

    def _has_and(self, text: str) -> bool:
        """Whether what follows the last comma of a text, or all of it, has an "and"."""
        return re.search(rf"\s(?:{self.ands()})\s", text.rpartition(",")[2]) is not None

    def ands(self) -> str:
        """The words for "and", as a pattern."""
        return "|".join(map(re.escape, filter(None, (self.table["and"], self.table["and_before"][0]))))

    def listed(self, things: Sequence[Told]) -> Told:
        """Things as one list in a sentence."""
        return self._list([text for text, _ in things]), tuple(
            place for _, places in things for place in places
        )

    def is_task(self, text: str) -> bool:
        """Whether a text begins with what is surely a thing that is done."""
        return self.thing(text, "task") is not None

    def thing(self, text: str, kind: str) -> str | None:
        """A task or a result with the article that its ending asks for.

        "l'encadrement de 4 contrôleurs"; None where it is none, or its article is not known and the language needs one.
        """
        begins, spoilt = (re.compile(self.table[name], re.IGNORECASE) for name in (kind, "no_task"))
        doubtful = kind == "task" and re.search(r"[%]", _BRACKETS.sub("", text))
        if not begins.match(text) or spoilt.match(text) or doubtful:
            return None
        return self._with_article(text)

    def act(self, text: str, *, current: bool) -> str | None:
        """A line as a sentence of what somebody does or did, where its verb says so: "Hat den Umsatz gesteigert"."""
        if re.search(r"\b(?:nicht|kein\w*|niet|geen)\b", text):
            return None
        if current and re.match(rf"(?:{self.table['verbs']})(?!\w)", text, re.IGNORECASE):
            return text[:1].upper() + text[1:]
        done = re.fullmatch(
            rf"(?P<what>[^():;→+=]+?) (?P<verb>{self.table['done']})(?P<more> \([^()]*\))?", text
        )
        if done is None or ", " in done["what"]:  # two acts, or an act and a remark
            return None
        article = next((one for begins, one in self.table["objects"] if re.match(begins, text)), None)
        return None if article is None else self.table["acted"].format(line=f"{article}{text}")

    def _with_article(self, text: str) -> str | None:
        first = text.split(" ", maxsplit=1)[0]
        small = text[:1].lower() + text[1:] if self.table["small"] and first.istitle() else self.inside(text)
        found = (
            article for begins, article in self.table["articles"] if re.match(begins, small, re.IGNORECASE)
        )
        article = next(found, "" if self.table["bare_things"] else None)
        return None if article is None else f"{article}{small}"

    def calm(self, title: str) -> str:
        """A title with small letters where its language writes them: "Gerente de Producción"."""
        head, mark, rest = title.partition(" – ")
        first, *others = head.split(" ")
        known = re.compile(self.table["lower"], re.IGNORECASE)
        named = any(word.istitle() and not known.fullmatch(word.rstrip(",")) for word in others)
        english = {first.lower(), *(word.lower() for word in others[:1])} <= common_words()
        if named or english:
            return title
        small = [word.lower() if word.istitle() else word for word in others]
        return " ".join([first, *small]) + mark + rest

    def seemly(self, text: str) -> str:
        """A line without what is nobody's business; empty where that is what it is about."""
        private = re.compile(rf"\b(?:{self.table['private']})(?!\w)", re.IGNORECASE)
        text = re.sub(rf"\s+(?:{self.table['asides']})(?=$|,)", "", text, flags=re.IGNORECASE)
        first, *others = text.split(", ")
        if private.search(first):
            return ""
        return ", ".join([first, *(part for part in others if not private.search(part))])

    def and_before(self, following: str) -> str:
        """ "y" or "e": the word for "and" before this one."""
        other, begins = self.table["and_before"]
        return str(other) if re.match(begins, following, re.IGNORECASE) else str(self.table["and"])

    def house(self, employer: Told | None) -> Told | None:
        """The employer with the word for "at" that its name takes: "chez Valdora", "au Centre hospitalier du Bocq"."""
        if employer is None:
            return None
        name, evidence = employer
        for begins, at in self.table["houses"]:
            if found := re.match(begins, name, re.IGNORECASE):
                return at.format(employer=name, **found.groupdict()), evidence
        return self.table["house"].format(employer=name), evidence

    def here(self, house: Told | None, when: Literal["now", "last"]) -> Told | None:
        """Where one works now, or worked last: "derzeit bei Valdora"."""
        return (self.table[when].format(house=house[0]), house[1]) if house else None

    def spelled(self, text: str) -> str:
        """A text with its abbreviations written out, and no sign for "and": "11 MA" -> "11 Mitarbeitende"."""
        for short, long in self.table["spelled"]:
            text = re.sub(rf"(?<!\w){short}", long, text)
        return re.sub(
            r"(?<=\w\w) \+ (?=[^\W\d_]{3})|(?<=\w{4}) \+ (?=\d+ \w)", f" {self.table['and']} ", text
        )

    def small(self, fact: Told | None) -> Told | None:
        """A fact as it stands inside a sentence."""
        return (self.inside(fact[0]), fact[1]) if fact else None

    def inside(self, text: str) -> str:
        """A line as it stands inside a sentence."""
        first, *others = text.split(" ")
        named = any(
            word.istitle() and word[0] != "(" for word in others[:1]
        ) and (  # "Registered Nurse" in a Portuguese text
            (_NOUN.search(first) is None and re.match(self.table["task"], text, re.IGNORECASE) is None)
            or {first.lower(), others[0].lower()} <= common_words()
        )
        initials = len(first) > 1 and not re.sub(r"\W", "", first[1:]).islower()  # "S.P. 11", "TIG"
        if not self.table["small"]:
            named = re.match(self.table["adjective"], text, re.IGNORECASE) is None
        return text if named or initials else text[:1].lower() + text[1:]

    def years(self, years: Years) -> Told:
        """ "mehr als neun Jahren", from "more than nine years"."""
        first, _, _ = years.phrase.partition(" ")
        kind = _MANNERS.get(first, "over" if years.months % 12 else "")
        count = (years.least if first in ("more", "at") else years.months + _UP.get(first, 0)) // 12
        numbers = self.table["numbers"].split()
        number = numbers[count - 2] if 2 <= count <= len(numbers) + 1 else str(count)
        stretch = self.table["year"] if count == 1 else self.table["years"].format(n=number)
        return (self.table[kind].format(years=stretch) if kind else stretch), years.evidence

    def says(self, name: str, text: str) -> bool:
        """Whether a text begins with words of a list of the language."""
        return re.match(rf"\W*(?:{self.table[name]})(?!\w)", text, re.IGNORECASE) is not None


_TWICE = re.compile(r"^(\w+)( ?: )\1 ")
"""A label that the fact begins with: "Ausbildung: Ausbildung Elektroinstallateur"."""
_MANNERS = {"nearly": "nearly", "around": "around", "at": "least", "more": "over", "just": "over"}
"""How years are meant, by how they begin in English."""
_UP = {"nearly": 11, "around": 6}
"""Months by which they are rounded up."""
