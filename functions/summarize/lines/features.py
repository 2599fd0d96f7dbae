"""What the words of a line show of themselves: their form, and what the lexicon says of them.

The first item stands for the whole line: its label is the head. How a word is used elsewhere, its pieces know
(`parsers/word_pieces.py`); what stands around it, the model sees by itself.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.tokens import Token
from functions.summarize.lines.verbs import verb_form
from functions.summarize.parsers.word_features import Shown

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
        f"s3={lower[-3:]}",
        f"cl={closed}",
    )


def shown_of(tokens: Sequence[Token], title: str, *, current: bool) -> list[Shown]:
    """What the line shows as a whole, then what each of its words shows."""
    words = [token.text for token in tokens]
    kinds = [word_features(word)[0] for word in words]
    rows = [Shown("", tuple(_of_line([word.lower() for word in words], kinds, title, current=current)))]
    depth, verbs, first = 0, 0, True
    for word, kind in zip(words, kinds, strict=True):
        depth += word == "("
        own = [*word_features(word)[1], f"in={depth > 0}", f"seen={verbs}|{kind}"]
        if first:
            own += ["first", f"first|w={word.lower()}"]
        rows.append(Shown(word, tuple(own)))
        first = first and not word[0].isalnum()
        verbs = min(2, verbs + (kind[:2] in ("bs", "ps", "tr", "pr", "gr") or kind == "finite"))
        depth = max(0, depth - (word == ")"))
    return rows


def _of_line(words: Sequence[str], kinds: Sequence[str], title: str, *, current: bool) -> list[str]:
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
