"""What a phrase is by its words: a job title, an employer, a school."""

import re
from functools import cache

from functions.summarize.parsers.word_lists import pattern, phrases, word_list, word_set
from functions.summarize.text.folding import fold

_GENDERED = re.compile(r"\s*\((?:[mwfdhx](?:/[mwfdhx*])+|h/f|f/h)\)|[*:_/]in(?:nen)?\b")
_PHRASE_END = re.compile(
    r"\s*(?:,|\(|/|\||;|\+|&|\s[-–—]\s|\b(?:of|for|in|to|at|and|on|with|und|et|y|e|de|des|du|del|della|delle|dei|da|do|dos|di|"
    r"d'|für|fur|im|in der|am|en|au|aux|zu|zur|zum|der|a la|van|voor|i|för|av|til|ds\.)\b|\bd')"
)
_LONGEST, _MOST_WORDS = 200, 12
"""Characters and words: a longer phrase names nothing, and would cost more than it is worth to look at."""

_WORD = re.compile(r"[^\W_](?:[\w'’.\-]*\w)?")
_RANKS = frozenset({"i", "ii", "iii", "iv", "v", "a", "b", "c", "jr", "sr", "level"})


def is_title(text: str) -> bool:
    """Whether a part of the phrase ends in a title noun, or it begins with a word that leads one ("Head of ...")."""
    plain = _GENDERED.sub("", fold(text)).strip(" .,-–—")
    if not plain or len(text) > _LONGEST or len(plain.split()) > _MOST_WORDS:
        return False
    return bool(pattern("title/leading").match(plain)) or any(
        ends_in_title_noun(part) for part in _PHRASE_END.split(plain)
    )


def is_plain_title(text: str) -> bool:
    """Whether every word is one that titles are made of: "Product Manager", but not "Emma Cook"."""
    words = _WORD.findall(fold(text))
    return len(words) > 1 and ends_in_title_noun(fold(text)) and title_words().issuperset(words)


def ends_in_title_noun(phrase: str) -> bool:
    words = _WORD.findall(phrase)
    while words and (words[-1] in _RANKS or words[-1].isdigit()):
        words.pop()
    if not words:
        return False
    last, heads = words[-1].rstrip("."), word_set("title/head")
    if not heads.isdisjoint((last, " ".join(words[-2:]), last.rpartition("-")[2])):
        return True
    return any(last.endswith(end) and len(last) > len(end) + 2 for end in word_set("title/ending"))


def ends_in_trade_noun(phrase: str) -> bool:
    """Whether the last word says who does a job, rarer trades among them: "piano tuner", "luthier"."""
    words = _WORD.findall(phrase)
    return ends_in_title_noun(phrase) or (bool(words) and words[-1].rstrip(".") in word_set("title/agent"))


@cache
def title_words() -> frozenset[str]:
    known = word_set("title/head", "title/rank", "title/leading", "title/function")
    return frozenset(word for phrase in known for word in _WORD.findall(phrase))


def is_employer(text: str) -> bool:
    """Whether it has a legal form, a known employer, or a word that organisations have in their names."""
    plain = fold(text).strip(" ,")
    if not plain or len(plain) > _LONGEST or pattern("title/function").fullmatch(plain):
        return False
    if _legal_form().search(plain) or pattern("employer/known").search(plain):
        return True
    return " " in plain and bool(pattern("employer/cue").search(plain))


@cache
def _legal_form() -> re.Pattern[str]:
    return re.compile(
        rf"[\w\])].*?[\s,]{phrases(word_list('employer/form')).pattern}\.?(?=$|[\s,)])(?!\s+[a-z]+\s+[a-z]+)"
    )


def is_institution(text: str) -> bool:
    """Whether the phrase has a word that places of study have in their names."""
    return len(text) <= _LONGEST and bool(pattern("school/cue").search(fold(text)))
