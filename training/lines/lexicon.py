"""Bake `verbs.tsv` and `nouns.txt` of `functions/summarize/lines/data` from lemminflect: it is no need at run time.

    python -m training.lines.lexicon

One verb a line: base, third person, past, participle, gerund, and what else the forms may be. Spellings that differ
by country stand behind a slash in the same order in every column (`modelled/modeled`), the British one first where
the two differ by a doubled letter.
"""

import gzip
import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

DATA = Path("functions/summarize/lines/data")
COMMON = Path("functions/summarize/language/data/common_words.txt")
TARGET = DATA / "verbs.tsv"
OURS = Path("training/lines/data/verbs_of_resumes.tsv")
HEAD = "# base, third, past, participle, gerund; N: the base a noun too, G: the gerund, A: the participle an adjective"


def rows(name: str) -> list[list[str]]:
    """One of lemminflect's tables (MIT; built from the SPECIALIST lexicon, public domain)."""
    packed = (files("lemminflect") / "resources" / name).read_bytes()
    return [line.split(",") for line in gzip.decompress(packed).decode("utf-8").splitlines()]


def main() -> None:
    """Write the tables anew."""
    _write_verbs()
    _write_nouns()


def _write_nouns() -> None:
    common = set(COMMON.read_text(encoding="utf-8").split())
    common |= {
        word
        for line in TARGET.read_text(encoding="utf-8").splitlines()[1:]
        for word in re.split(r"[\t/]", line)
    }
    kinds: dict[str, set[str]] = {}
    for word, kind, lemma in rows("lemma_lu.csv.gz"):
        if word in common:
            kinds.setdefault(word, set()).add(_kind(word, kind, lemma))
    lines: dict[str, list[str]] = {}
    for word, of_word in sorted(kinds.items()):
        lines.setdefault("".join(sorted(of_word)), []).append(word)
    text = "\n".join(f"{kind}: {' '.join(words)}" for kind, words in sorted(lines.items()) if kind)
    (DATA / "nouns.txt").write_text(text + "\n", encoding="utf-8")


def _kind(word: str, kind: str, lemma: str) -> str:
    if kind == "noun":
        return "N" if word == lemma.split("/", maxsplit=1)[0] else "P"
    return {"adj": "A", "adv": "R"}.get(kind, "")


def _write_verbs() -> None:
    other: dict[str, set[str]] = {}
    for word, kind, _ in rows("lemma_lu.csv.gz"):
        other.setdefault(word, set()).add(kind)
    ours = {line.split("\t")[0]: line.split("\t") for line in OURS.read_text(encoding="utf-8").splitlines()}
    theirs = dict(_inflected(rows("infl_lu.csv.gz")))
    by_country = {base: forms for base, forms in theirs.items() if "/" in forms[-1] and "ll" in forms[-1]}
    table = {**theirs, **ours, **by_country}
    lines = ["\t".join((*forms[:5], _flags(forms, other))) for _, forms in sorted(table.items())]
    TARGET.write_text("\n".join((HEAD, *lines, "")), encoding="utf-8")


def _inflected(table: Iterable[list[str]]) -> Iterable[tuple[str, list[str]]]:
    for base, kind, *forms in table:
        if kind == "verb" and base.isalpha() and base.islower() and len(forms) == 4:
            past, participle, gerund, third = (_british_first(_solid(form)) for form in forms)
            regular = not participle or past.split("/")[0].endswith("ed")
            yield base, [base, third, past, past if regular else participle, gerund]


def _solid(form: str) -> str:
    """Without spellings in two words where there is one in a single word: "re-did/redid" is "redid"."""
    spellings = [spelling for spelling in form.split("/") if spelling.isalpha()]
    return "/".join(spellings) or form.split("/", maxsplit=1)[0]


def _british_first(form: str) -> str:
    spellings = form.split("/")
    doubled = len(spellings) == 2 and any(word.endswith(("lled", "lling")) for word in spellings)
    return "/".join(sorted(spellings, key=len, reverse=True)) if doubled else form


def _flags(forms: list[str], other: dict[str, set[str]]) -> str:
    base, _, _, participle, gerund, *_ = forms
    kinds = (("N", base, "noun"), ("G", gerund.split("/")[0], "noun"), ("A", participle.split("/")[0], "adj"))
    return "".join(flag for flag, word, kind in kinds if kind in other.get(word, ()))


if __name__ == "__main__":
    main()
