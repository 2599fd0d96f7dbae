"""All statements of a resume by their words: built once for a text, however many sentences it has."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from functions.summarize.language.function_words import ENGLISH, FunctionWords
from functions.summarize.language.words import fold, stem, wording
from functions.summarize.verify.entries import Entries, Entry, Statement, StatementField
from functions.summarize.verify.relations import Reading, read
from functions.summarize.verify.tokens import Amount, Meaning, Token, free_words, tokens_of

NAMES: frozenset[StatementField] = frozenset(
    {"title", "employer", "institution", "degree", "credential", "language", "headline", "subject"}
)
_LEGAL = re.compile(
    r"[,\s]+(?:inc|ltd|llc|llp|plc|gmbh|ag|kg|se|nv|oy|ab|s\.?a|s\.?l|b\.?v|pty|co|corp|limited|sp\. z o\.o)\.?$",
    re.IGNORECASE,
)
_LANGUAGE = frozenset({"language"})
_WRITTEN = re.compile(r"[^\W\d_][\w+#.&-]*\w")
_NAME_WORD = re.compile(r"[\w+#]+(?:['’.&-][\w+#]+)*")
_PART = re.compile(r"[-/&.]")
_TWICE = re.compile(r"([b-df-hj-np-tv-z])\1$")
_SHORTEST = 3
"""Letters that must be left of a word whose ending was cut off."""
_ABBREVIATED = {
    "sr": "senior", "jr": "junior", "mgr": "manager", "asst": "assistant", "dir": "director", "eng": "engineer",
    "tech": "technician", "dept": "department", "rep": "representative", "coord": "coordinator", "sup": "supervisor",
    "admin": "administrator", "exec": "executive", "assoc": "associate", "ma": "mitarbeitende", "doku": "dokumentation",
}  # fmt: skip


@dataclass(frozen=True)
class Indexed:
    """A statement, its entry's number, and its text as the function words of its language part it, with its tokens."""

    statement: Statement
    entry: int
    text: str
    tokens: tuple[Token, ...]
    function_words: FunctionWords

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(part for token in self.tokens if token.stem for part in parts_of(token))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as names are compared."""
        return name_words(self.text)

    @cached_property
    def reading(self) -> Reading:
        """Who stands to whom in it."""
        return read(self.text, self.function_words)

    @property
    def is_line(self) -> bool:
        """A sentence or fragment of the resume, and no name."""
        return self.statement.field in ("line", "profile")


class Index:
    """The statements of a resume in the language of these function words, asked by stem, by figure and by name."""

    def __init__(self, entries: Entries, function_words: FunctionWords = ENGLISH) -> None:
        self.entries = entries
        self.function_words = function_words
        self.all: list[Indexed] = []
        self._of_person = 0
        self._stems: dict[str, set[int]] = defaultdict(set)
        self._figures: dict[Meaning, set[int]] = defaultdict(set)
        self._values: dict[Amount, set[int]] = defaultdict(set)
        self._names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._spelled: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._rough: dict[str, set[int]] = defaultdict(set)
        self._exact: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(entries.all):
            for statement in entry.statements:
                self._add(statement, number)
            if number == 0:
                self._of_person = len(self.all)

    def _add(self, statement: Statement, entry: int) -> None:
        at = len(self.all)
        text = self.function_words.parted(statement.text)
        indexed = Indexed(statement, entry, text, tokens_of(text, self.function_words), self.function_words)
        self.all.append(indexed)
        for word in indexed.stems:
            self._stems[word].add(at)
        for token in indexed.tokens:
            if token.stem:
                self._rough[self._rough_stem(token)].add(at)
        for written in _WRITTEN.findall(statement.text):
            self._spelled[fold(written)][written].add(statement.field)
        for word in indexed.words:
            self._exact[word].add(at)
        for token in indexed.tokens:
            if token.meaning:
                self._figures[token.meaning].add(at)
                self._values[token.meaning[:2]].add(at)
        if statement.field in NAMES:
            for words in _spellings(indexed):
                self._names[words[0]].add(words)

    @cached_property
    def languages(self) -> dict[str, Entry]:
        """The languages by their folded names."""
        tongues = [entry for entry in self.entries.all if entry.kind == "language"]
        return {fold(text): entry for entry in tongues for text in entry.texts("language")}

    @cached_property
    def text(self) -> str:
        """All that is stated, for what may stand because the resume has it."""
        return "\n".join(one.statement.text for one in self.all)

    def is_called(self, words: tuple[str, ...], one: Indexed) -> bool:
        """Whether these words are a complete name of a statement, in one of its accepted spellings."""
        return words in _spellings(one)

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(one.text.casefold() for one in self.all)

    def of_field(self, field: StatementField) -> tuple[Indexed, ...]:
        """The statements of one field about the person."""
        return tuple(one for one in self.all[: self._of_person] if one.statement.field == field)

    def spellings(self, word: str, fields: frozenset[str]) -> frozenset[str]:
        """How the names of some fields spell a folded word, where that is not a matter of where it stands.

        Nothing where a statement has it in small letters, or with a capital that any first word has.
        """
        found = self._spelled.get(word, {})
        plain = {word, word.capitalize()}
        if any(spelling in plain and fields != _LANGUAGE for spelling in found) or word in found:
            return frozenset()
        return frozenset(found) if any(kinds & fields for kinds in found.values()) else frozenset()

    def entry(self, at: int) -> Entry:
        """The entry of a statement."""
        return self.entries.all[self.all[at].entry]

    def holding(self, token: Token, *, years: bool = True) -> frozenset[int]:
        """The statements that hold a word or a figure: its stem, a synonym, or all parts of a joined word.

        The years worked hold a figure only where the sentence speaks of `years`.
        """
        if token.meaning:
            held = self._figures.get(token.meaning, set())
            return frozenset(at for at in held if years or self.all[at].statement.field != "years")
        found = set(self._stems.get(token.stem, ()))
        for other in wording().synonyms.get(token.stem, ()):
            found |= self._stems.get(other, set())
        found |= self._stems.get(_ABBREVIATED.get(token.stem, ""), set())
        if not found:
            found |= self._rough.get(self._rough_stem(token), set())
        parts = [part for part in re.split(r"[-/&]", token.text) if part]
        if not found and len(parts) > 1:
            sets = [
                self._with_digits(token.text) if part.isdigit() else self._stems.get(stem(part), set())
                for part in parts
                if not _is_free(part)
            ]
            found = set.intersection(*sets) if sets else set()
        return frozenset(found)

    def _rough_stem(self, token: Token) -> str:
        """A word without any ending of a verb or a plural, for words that no table lists: "aliquots", "crimped"."""
        folded = fold(token.text)
        plain = self.function_words.ending.sub("", folded)
        return _TWICE.sub(r"\1", plain) if len(plain) > _SHORTEST else folded

    def _with_digits(self, written: str) -> set[int]:
        """The statements that hold a word with a digit just so: "III/2", "VF-4"."""
        sought = written.casefold()
        return {at for at, text in enumerate(self._folded) if sought in text}

    def figures_of(self, meaning: Meaning) -> frozenset[int]:
        """The statements with a figure of this value and unit in any currency."""
        return frozenset(self._values.get(meaning[:2], ()))

    def names_in(self, words: tuple[str, ...]) -> Iterator[tuple[int, int, frozenset[int]]]:
        """The complete names among folded words, longest first at each place: start, length, statements."""
        at = 0
        while at < len(words):
            fits = [name for name in self._names.get(words[at], ()) if words[at : at + len(name)] == name]
            longest = max(fits, key=len, default=())
            if longest:
                yield at, len(longest), self._quoting(longest)
            at += max(1, len(longest))

    def _quoting(self, name: tuple[str, ...]) -> frozenset[int]:
        """The statements in which these words stand side by side."""
        held = frozenset.intersection(*(frozenset(self._exact.get(word, ())) for word in name))
        return frozenset(at for at in held if len(name) == 1 or _within(name, self.all[at].words))


def parts_of(token: Token) -> Iterator[str]:
    """The stem of a word, of what it abbreviates, and of the parts of a joined one."""
    yield token.stem
    short = fold(token.text).rstrip(".")
    if short in _ABBREVIATED:
        yield stem(_ABBREVIATED[short])
    yield from (stem(part) for part in _PART.split(token.text) if part)


def _is_free(word: str) -> bool:
    return fold(word) in free_words()


@lru_cache(maxsize=1024)
def name_words(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, abbreviations spelled out, no marks."""
    words = _NAME_WORD.findall(fold(text))
    return tuple(_ABBREVIATED.get(word, word) for word in words)


def _within(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))


def _spellings(one: Indexed) -> set[tuple[str, ...]]:
    """A name in full, without its bracket, what follows its first comma, its legal form, its article."""
    text = one.text.strip()
    found = {text, re.sub(r"\s*\([^)]*\)", "", text), text.split("(")[0], text.split(",")[0]}
    if one.statement.field in ("title", "headline"):
        found |= set(re.split(r"\s*[|/–]\s*|\s-\s|,\s*", text))
    found |= {_LEGAL.sub("", name) for name in found} | {
        _LEGAL.sub("", _LEGAL.sub("", name)) for name in found
    }
    found |= {re.sub(r"^the\s+", "", name, flags=re.IGNORECASE) for name in found}
    return {words for words in map(name_words, found) if words}
