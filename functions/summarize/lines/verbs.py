"""Every English verb in its forms, as a table; which form a word is, and the form wanted in the same spelling."""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

Form = Literal["base", "third", "past", "participle", "gerund"]
_FORMS: tuple[Form, ...] = ("base", "third", "past", "participle", "gerund")
_PASTS = frozenset("found ground wound felt bound fell saw left rose shot spoke bore dove wove".split())
"""Irregular pasts that are bases of other verbs as well; in a resume they are the past."""

_DESCRIBING = frozenset(
    """as so well self purpose ready tailor newly highly ill much best client customer nurse staff user peer student
    patient government state employee doctor pharmacist radiographer therapist midwife community industry data award
    third-party tenant donor""".split()
)
"""What makes an adjective of a participle: "as-built drawings", "nurse-led clinics"."""
_PREFIXES = (
    "re",
    "co-",
    "co",
    "pre",
    "re-",
    "pre-",
    "over",
    "under",
    "out",
    "cross-",
    "mis",
    "de",
    "fast-",
    "hand-",
)


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A word as a form of a verb.

    `kinds` holds "N" where the base is a noun as well, "G" where the gerund is, "A" where the participle is an
    adjective; `spelling` is which of the spellings of the table the word has (0 British, 1 American).
    """

    base: str
    forms: frozenset[Form]
    kinds: str
    spelling: int
    row: tuple[str, ...]

    def inflect(self, form: Form) -> str:
        """The same verb in another form and the same spelling."""
        spellings = self.row[_FORMS.index(form)].split("/")
        return spellings[min(self.spelling, len(spellings) - 1)]


_COMPOUND = (
    "-based",
    "-led",
    "-driven",
    "-related",
    "-oriented",
    "-focused",
    "-facing",
    "-specific",
    "-free",
)
"""Ends of compounds that describe a thing: "play-based program"."""


@lru_cache(maxsize=4096)
def verb_form(word: str) -> VerbForm | None:
    """The verb a word is a form of, and every form that it may be; None for any other word."""
    lower = word.lower()
    if lower.endswith(_COMPOUND):
        return None
    row = _rows().get(lower)
    return _read(lower, row.split("\t"), "") if row else _prefixed(lower)


def _prefixed(word: str) -> VerbForm | None:
    """ "relaunched", "co-wrote": a verb of the table behind a prefix."""
    compound = word.rpartition("-")
    if compound[0] in _DESCRIBING:
        return None
    prefixes = (*_PREFIXES, f"{compound[0]}-") if compound[0].isalpha() else _PREFIXES
    for prefix in prefixes:
        stem = word.removeprefix(prefix)
        row = _rows().get(stem) if len(stem) > 2 and stem != word else None
        if row is not None:
            return _read(word, row.split("\t"), prefix)
    return None


def _read(word: str, cells: list[str], prefix: str) -> VerbForm:
    *forms, kinds = cells
    row = tuple("/".join(prefix + each for each in cell.split("/")) for cell in forms)
    places = [
        (form, cell.split("/").index(word))
        for form, cell in zip(_FORMS, row, strict=True)
        if word in cell.split("/")
    ]
    return VerbForm(
        row[0], frozenset(form for form, _ in places), kinds, max(place for _, place in places), row
    )


@cache
def _rows() -> dict[str, str]:
    """Word to the row of its verb. Of two verbs the irregular one: "ground" is of grind, "founded" of found."""
    text = (files("functions.summarize.lines") / "data/verbs.tsv").read_text(encoding="utf-8")
    rows: dict[str, str] = {}
    regular: dict[str, str] = {}
    bases: dict[str, str] = {}
    for line in text.splitlines()[1:]:
        base, *words = line.replace("/", "\t").split("\t")[:-1]
        if base not in _PASTS:
            bases[base] = line
        for word in words:
            (regular if word.startswith(base) else rows).setdefault(word, line)
    return {**regular, **rows, **bases}
