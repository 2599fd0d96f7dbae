"""The skills lexicon: which words are skills, under which name, in which sector.

The data are the text files of `data/skills`, one a sector. Words match on token boundaries only: "laws" is
not AWS. Spelling is folded (British and American, hyphen or space, singular or plural), case is not where it
tells a tool from a word: a form in capitals ("SAP") and a form marked `~` ("~Excel") must stand as written.
A form marked `!` ("!R") counts only where skills are listed: in a skills section or beside another skill.
A form marked `+` ("+K8s") is a synonym and goes by the usual name; other forms are shown as the resume has them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args

DATA = Path(__file__).parent / "data" / "skills"

Kind = Literal["credentials", "tools", "methods", "domain", "personal"]
Use = Literal["anywhere", "exact", "listed"]
Tokens = tuple[str, ...]

TOKEN = re.compile(r"(?<!\w)\.(?=[A-Za-z])\w+|[^\W_]+(?:\+\+|\+(?!\w)|#)?|&")
GAP = re.compile(r"[ \xa0]?[-‐‑–/&+'’][ \xa0]?|\.|[ \xa0]?")
LIST_GAP = re.compile(r"\s*(?:[,;/|•·&+]|,?\s*\b(?:and|or|with)\b)\s*")
SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[•·–]\s*)\W*$")
LONGEST_ACRONYM = 6
MARKS = "~!+"

SPELLINGS = (
    (re.compile(r"is(e[sd]?|ing|er|ation|ations)$"), r"iz\1"),
    (re.compile(r"ys(e[sd]?|ing|er)$"), r"yz\1"),
    (re.compile(r"(col|lab|behavi|flav|harb|hon|rum|tum|vap|neighb)our"), r"\1or"),
    (
        re.compile(r"(model|label|travel|cancel|counsel|signal|tunnel|channel|marshal)l(ing|ed|er|or)$"),
        r"\1\2",
    ),
    (re.compile(r"(cent|fib|theat|met|lit|calib)re(s?)$"), r"\1er\2"),
    (re.compile(r"aes(th)|aem|aed"), lambda found: found.group().replace("ae", "e")),
    (re.compile(r"^(program)me"), r"\1"),
    (re.compile(r"(licen|defen|practi)([cs])e"), r"\1se"),
    (re.compile(r"catalogue"), "catalog"),
    (re.compile(r"grey"), "gray"),
    (re.compile(r"cheque"), "check"),
    (re.compile(r"(art|judg)ement"), r"\1ment"),
)
ANY_SPELLING = re.compile("|".join(pattern.pattern for pattern, _ in SPELLINGS))


@dataclass(frozen=True, slots=True)
class Term:
    """A skill: its usual name, the sector whose file lists it and what kind of skill it is."""

    name: str
    sector: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a term: its folded tokens, its spelling and where it counts."""

    term: Term
    tokens: Tokens
    spelling: str
    use: Use
    synonym: bool = False

    def shown(self, stated: str) -> str:
        """The name to show for these words of a resume.

        Another spelling or a synonym goes by the usual name ("ReactJS" is React, "K8s" is Kubernetes). A fuller
        or a neighbouring form keeps the words that state it: "GA4" is more than Google Analytics.
        """
        if self.synonym or _letters(self.spelling) == _letters(self.term.name):
            return self.term.name if _is_name(self.term.name) else self._as_stated(stated)
        return self._as_stated(stated)

    def _as_stated(self, stated: str) -> str:
        """The stated words in the case in which the lexicon writes them."""
        if stated.casefold() == self.spelling.casefold():
            return self.spelling
        return stated if _is_name(self.spelling) else stated.lower()


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a text, by offsets into that text."""

    form: Form
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    form: Form
    start: int
    end: int
    counts: bool


class Lexicon:
    """An index from the first token of every form to the forms that begin with it, longest first."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Index the forms; the first file that lists a form owns it."""
        self._whole: dict[Tokens, Form] = {}
        for form in forms:
            for tokens in _number_variants(form):
                self._whole.setdefault(tokens, form)
        self._by_first: dict[str, list[Tokens]] = {}
        for tokens in sorted(self._whole, key=len, reverse=True):
            self._by_first.setdefault(tokens[0], []).append(tokens)

    @property
    def terms(self) -> frozenset[Term]:
        """Every term once."""
        return frozenset(form.term for form in self._whole.values())

    def lookup(self, item: str) -> Form | None:
        """The form that the whole item is, as it stands in a list of skills."""
        return self._whole.get(fold_all(item))

    def find(self, text: str, *, listed: bool = False) -> Iterator[Match]:
        """The terms in running text, left to right, longest first; `listed` says that the text lists skills."""
        candidates = list(self._candidates(text, listed=listed))
        for candidate in _confirm_neighbours(text, candidates):
            if candidate.counts:
                yield Match(candidate.form, candidate.start, candidate.end)

    def _candidates(self, text: str, *, listed: bool) -> Iterator[_Candidate]:
        tokens = list(TOKEN.finditer(text))
        folded = [fold(token.group()) for token in tokens]
        position = 0
        while position < len(tokens):
            wanted = self._longest(text, tokens, folded, position)
            if not wanted:
                position += 1
                continue
            form, last = self._whole[wanted], position + len(wanted) - 1
            start, end = tokens[position].start(), tokens[last].end()
            yield _Candidate(form, start, end, listed or _counts(form, text, start, end))
            position = last + 1

    def _longest(self, text: str, tokens: list[re.Match[str]], folded: list[str], position: int) -> Tokens:
        """The longest run of tokens from here that is a form; empty where none begins."""
        for wanted in self._by_first.get(folded[position], ()):
            last = position + len(wanted)
            if tuple(folded[position:last]) == wanted and _joined(text, tokens[position:last]):
                return wanted
        return ()


def _joined(text: str, tokens: list[re.Match[str]]) -> bool:
    return all(GAP.fullmatch(text, left.end(), right.start()) for left, right in pairwise(tokens))


def _counts(form: Form, text: str, start: int, end: int) -> bool:
    """Whether a form counts in prose by itself."""
    if form.use == "listed":
        return False
    if form.use == "anywhere":
        return len(form.tokens) > 1 or fold(text[start:end]) == form.tokens[0]
    if text[start:end] != form.spelling:
        return False
    return form.spelling.isupper() or not SENTENCE_START.search(text, max(0, start - 4), start)


def _confirm_neighbours(text: str, candidates: list[_Candidate]) -> list[_Candidate]:
    """Let an uncertain form count that stands in a list beside one that counts ("Python, R and Excel")."""
    for order in (range(1, len(candidates)), range(len(candidates) - 2, -1, -1)):
        step = 1 if order.step < 0 else -1
        for index in order:
            here, beside = candidates[index], candidates[index + step]
            left, right = sorted((here, beside), key=lambda candidate: candidate.start)
            if not here.counts and beside.counts and _is_written(here, text):
                counts = LIST_GAP.fullmatch(text, left.end, right.start) is not None
                candidates[index] = _Candidate(here.form, here.start, here.end, counts)
    return candidates


def _is_written(candidate: _Candidate, text: str) -> bool:
    personal = candidate.form.term.kind == "personal"
    return not personal and text[candidate.start : candidate.end] == candidate.form.spelling


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A token without its case and without the difference of British and American spelling."""
    if word == "&":
        return "and"
    folded = word.lower()
    if len(folded) > 4 and ANY_SPELLING.search(folded):
        for pattern, replacement in SPELLINGS:
            folded = pattern.sub(replacement, folded)
    return folded


def fold_all(text: str) -> Tokens:
    """The folded tokens of a text."""
    return tuple(fold(token) for token in TOKEN.findall(text))


def _number_variants(form: Form) -> Iterator[Tokens]:
    """The tokens as they are, then with the last word in its other number."""
    yield form.tokens
    *head, last = form.tokens
    if form.use != "exact" and len(last) >= 4 and last.isalpha():
        if last.endswith("s") and not last.endswith(("ss", "ics", "us", "is")):
            yield (*head, last.removesuffix("s"))
        elif not last.endswith(("s", "ing")):
            yield (*head, f"{last}s")


def read_forms(path: Path) -> Iterator[Form]:
    """The forms of one sector's file: `name = alias; alias` lines under `[kind]` headings."""
    kind: Kind | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        if entry.startswith("["):
            kind = _kind(entry, path)
            continue
        if kind is None:
            raise ValueError(f"{path.name}: {entry!r} stands before the first [kind]")
        yield from _forms(entry, path.stem, kind)


def _kind(entry: str, path: Path) -> Kind:
    name = entry.strip("[]")
    for kind in get_args(Kind):
        if kind == name:
            return kind  # type: ignore[no-any-return]
    raise ValueError(f"{path.name}: [{name}] is none of {', '.join(get_args(Kind))}")


def _forms(entry: str, sector: str, kind: Kind) -> Iterator[Form]:
    name, _, aliases = entry.partition(" = ")
    term = Term(name.lstrip(MARKS).strip(), sector, kind)
    for spelled in (name, *aliases.split(";")):
        if written := spelled.strip():
            bare = written.lstrip(MARKS)
            yield Form(term, fold_all(bare), bare, _use(written, kind), written.startswith("+"))


def _letters(text: str) -> str:
    """What two spellings of a name share: React, ReactJS and React.js, Power BI and PowerBI."""
    letters = "".join(letter for letter in text.casefold() if letter.isalnum() or letter in "+#")
    return letters.removesuffix("js") or letters


def _is_name(text: str) -> bool:
    return not text.islower()


def _use(written: str, kind: Kind) -> Use:
    if "!" in written[:2] or kind == "personal":
        return "listed"
    acronym = written.isupper() and len(written) <= LONGEST_ACRONYM
    return "exact" if acronym or "~" in written[:2] else "anywhere"


@cache
def load_lexicon(folder: Path = DATA) -> Lexicon:
    """The lexicon of all files, read once a process."""
    paths = sorted(folder.glob("*.txt"), key=lambda path: (path.stem == "general", path.stem))
    return Lexicon(form for path in paths for form in read_forms(path))
