"""What the sequence model sees of a word: its form, what the lexicon says of it, and its neighbours.

The first item of a sequence stands for the whole line: its label is the head.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.tokens import Token
from functions.summarize.lines.verbs import verb_form

_DIGIT = re.compile(r"\d")
_MONEY = re.compile(r"[$£€¥₹₱]|^(?:R|C\$|A\$|US\$|CHF|EUR|USD|GBP)\d")
_ARROWS = frozenset(("->", "=>", "→", "➔", "➜", ">"))


@lru_cache(maxsize=8192)
def word_features(word: str) -> tuple[str, tuple[str, ...]]:
    """A word's class in one string, and its other features."""
    lower = word.lower()
    verb = verb_form(lower)
    forms = "".join(sorted(form[0] + form[2] for form in verb.forms)) + verb.kinds if verb else ""
    closed = word_classes().get(lower, "")
    nouns = noun_kinds().get(lower, "")
    if _DIGIT.search(word):
        kind = "money" if _MONEY.search(word) else "percent" if "%" in word else "number"
    elif not word[0].isalpha():
        kind = "arrow" if word in _ARROWS else word[:2]
    else:
        kind = closed or ((forms or nouns) and f"{forms}/{nouns}") or "s=" + lower[-2:]
    case = "X" if word.isupper() else "Xx" if word[:1].isupper() else "x"
    return kind, (
        f"w={lower}",
        f"k={kind}",
        f"f={forms}",
        f"n={nouns}",
        f"c={case}",
        f"s={lower[-2:]}",
        f"s3={lower[-3:]}",
        f"cl={closed}",
    )


def features(tokens: Sequence[Token], title: str, *, current: bool) -> list[list[str]]:
    """One list of features for the line and one for each word."""
    words = [token.text for token in tokens]
    lowers = [word.lower() for word in words]
    kinds = [word_features(word)[0] for word in words]
    padded = ["<s>", "<s>", *lowers, "</s>", "</s>"]
    classes = ["<s>", "<s>", *kinds, "</s>", "</s>"]
    rows = [_line_features(padded, classes, title, current=current)]
    depth, verbs, first = 0, 0, True
    led_by = next(
        (kind.split("/")[0] for word, kind in zip(words, kinds, strict=True) if word[0].isalnum()), ""
    )
    for index, word in enumerate(words):
        at = index + 2
        depth += word == "("
        k0, k1, k_1 = classes[at], classes[at + 1], classes[at - 1]
        row = [
            *word_features(word)[1],
            f"-1w={padded[at - 1]}", f"-1k={k_1}", f"-2k={classes[at - 2]}",
            f"+1w={padded[at + 1]}", f"+1k={k1}", f"+2k={classes[at + 2]}",
            f"k-1={k_1}|{k0}", f"k+1={k0}|{k1}", f"k012={k0}|{k1}|{classes[at + 2]}", f"wk+1={lowers[index]}|{k1}",
            f"in={depth > 0}", f"seen={verbs}|{k0}", f"led={led_by}|{k0}|{k_1}", f"led2={led_by}|{k0}|{k1}",
        ]  # fmt: skip
        if first:
            row += ["first", f"first|{k0}|{k1}", f"first|w={lowers[index]}"]
        rows.append(row)
        first = first and not word[0].isalnum()
        verbs = min(2, verbs + (k0[:2] in ("bs", "ps", "tr", "pr", "gr") or k0 == "finite"))
        depth = max(0, depth - (word == ")"))
    return rows


def _line_features(padded: Sequence[str], classes: Sequence[str], title: str, *, current: bool) -> list[str]:
    words, kinds = padded[2:-2], classes[2:-2]
    start = next((i for i, word in enumerate(words) if word[0].isalnum() or word[0] in "$£€#'\""), 0)
    k = [*kinds[start : start + 4], "</s>", "</s>", "</s>", "</s>"]
    w = [*words[start : start + 4], "</s>", "</s>", "</s>", "</s>"]
    row = [
        "line", f"w0={w[0]}", f"w1={w[1]}", f"k0={k[0]}", f"k1={k[1]}", f"k2={k[2]}",
        f"k01={k[0]}|{k[1]}", f"k012={k[0]}|{k[1]}|{k[2]}", f"w0k1={w[0]}|{k[1]}", f"s0={w[0][-3:]}",
        f"cur={current}|{k[0]}", f"n={min(len(words), 12) // 3}", f"end={kinds[-1] if kinds else ''}",
        f"t={title.lower().split()[-1][-4:] if title.split() else ''}",
    ]  # fmt: skip
    present = set(kinds)
    row += [
        f"has={kind}"
        for kind in ("arrow", "money", "percent", "number", "finite", "be", ":", "=", "|", ";")
        if kind in present
    ]
    row += [f"colon={kinds.index(':')}"] if ":" in kinds[:6] else []
    later = next(
        (kind for kind in kinds[start + 1 :] if kind in ("finite", "be") or kind[:2] in ("pr", "ps")),
        "",
    )
    row += [f"later={later}", f"later={later}|{k[0]}", f"alike={_alike(kinds[start:])}|{k[0][:2]}"]
    return row


_JOINTS = frozenset((",", "and", "/", ";"))


def _alike(kinds: Sequence[str]) -> str:
    """Whether the items of a list begin with verbs of the form of the first: "booking rooms, taking calls"."""
    form = kinds[0].split("/")[0][:2] if kinds and "/" in kinds[0] else ""
    firsts = [
        kind.split("/")[0] for before, kind in pairwise(kinds) if before in _JOINTS and kind not in _JOINTS
    ]
    if not firsts or not form:
        return "one"
    shared = sum(form in (first[at : at + 2] for at in range(0, len(first), 2)) for first in firsts)
    return "all" if shared == len(firsts) else "some" if shared else "none"
