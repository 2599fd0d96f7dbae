"""The last gate before a text is shown: every sentence is true, finished, and spelled as the resume spells things."""

import re
from collections.abc import Iterator
from itertools import chain

from functions.summarize.language.verbs import recognise
from functions.summarize.language.words import fold
from functions.summarize.lines.verbs import verb_form
from functions.summarize.sentences import Fault, Voice
from functions.summarize.verify.alignment import Alignment, align
from functions.summarize.verify.checking import faults_of
from functions.summarize.verify.form import malformed, stilted
from functions.summarize.verify.index import Index
from functions.summarize.verify.tokens import free_words, lead

_MARKS = re.compile(
    r"\{\{|\}\}|<<|>>|\[[^\]]*\]|<[^>]*>|_{3,}|\.{4,}|\bXX+\b|\bTBD\b|\blorem\b", re.IGNORECASE
)
_DOUBLED = re.compile(r"\b(and|with|at|in|of|for|to|the|a|an|by|on|as)[ ,]+\1\b", re.IGNORECASE)
_BARE_YEARS = re.compile(
    r"\bwith (?:(?:nearly|almost|around|about|over|just|more|than|an?|and|half|well|some|\d+"
    r"|[a-z]*(?:teen|ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))[ -])+"
    r"years?(?: and a half)?\.?$",
    re.IGNORECASE,
)
_BACK = re.compile(r"(?P<marker>Earlier|Previously|Before that), (?:(?:as|at) .+, )?(?P<first>[a-z]+)\b")
_NOTHING_DONE = re.compile(r"(?:Earlier|Previously|Before that), (?:as|at) [^,]+$")
"""Where or as what somebody was, and no act of it."""
_LEADING = re.compile(r"^\W*[,;:)]")
_VERBS = frozenset(
    "am is are was were has have had holds hold held speaks speak includes include works work began brings"
    " bring".split()
)
_EARLY = 2
"""Before this word the third person is a verb, and hardly a plural: "Also chases ..."."""
_ELLIPTIC = frozenset({"title", "headline", "credential", "degree", "years", "award", "subject"})
"""What a sentence without a verb may begin with: who one is, what one holds."""
_HANGING = frozenset("in with at on for of by from including".split())
"""What no sentence without a verb begins with."""
_SPELLED = frozenset({"skill", "credential", "employer", "institution", "degree"})
_TONGUES = frozenset({"language"})


def holds(sentence: str, voice: Voice, index: Index) -> bool:
    """Whether a sentence may be shown."""
    return next(chain(malformed(sentence, voice, index.text), gated(sentence, index)), None) is None


def gated(sentence: str, index: Index) -> Iterator[str]:
    """A problem for everything that keeps a sentence from being shown, as "code: words"."""
    yield from stilted(sentence)
    yield from unclean(sentence)
    yield from map(str, misspelled(sentence, index))
    yield from map(str, faults_of(sentence, index))
    if not is_finite(sentence) and not _is_elliptic(align(sentence, index), index):
        yield "no verb"


def unclean(sentence: str) -> Iterator[str]:
    """What no finished sentence has: an open bracket, the mark of a template, a word doubled, a comma in front."""
    if sentence.count("(") != sentence.count(")") or sentence.count("“") != sentence.count("”"):
        yield "open bracket"
    yield from (f"template mark: {found.group()}" for found in _MARKS.finditer(sentence))
    yield from (f"doubled: {found.group()}" for found in _DOUBLED.finditer(sentence))
    if (found := _BACK.match(sentence)) and _is_present(found["first"]):
        yield f"present after {found['marker']}: {found['first']}"
    if found := _BARE_YEARS.search(sentence):
        yield f"years of nothing: {found.group()}"
    if _NOTHING_DONE.match(sentence):
        yield "nothing done"
    if _LEADING.match(sentence):
        yield "leading mark"


def _is_present(word: str) -> bool:
    """Whether a word is a verb in the present and nothing else: "collects", "is", not "cut" or "leads"."""
    verb = verb_form(word)
    return word in ("is", "are", "has") or (verb is not None and verb.forms == {"third"})


def is_finite(sentence: str) -> bool:
    """Whether a sentence has a verb that says something of somebody."""
    for at, word in enumerate(re.findall(r"[^\W\d_]+", sentence)):
        known = recognise(word)
        other = None if known else verb_form(word)
        if other is not None and ("past" in other.forms or ("third" in other.forms and at < _EARLY)):
            return True
        if word.lower() in _VERBS or (known and known[1] in ("past", "third", "base")):
            return True
    return False


def _is_elliptic(alignment: Alignment, index: Index) -> bool:
    first = alignment.runs[0] if alignment.runs else None
    if alignment.tokens and fold(alignment.tokens[0].text) in _HANGING:
        return False
    return first is not None and any(
        index.all[at].statement.field in _ELLIPTIC or index.entry(at).kind == "award" for at in first.options
    )


def misspelled(sentence: str, index: Index) -> Iterator[Fault]:
    """Names of products, schools and the like in other letters than the resume's: "kibana" for "Kibana"."""
    for found in re.finditer(r"[^\W\d_][\w+#.&-]*\w", sentence):
        if found.start() == 0 or lead(sentence, found.start()).rstrip().endswith((".", "“")):
            continue
        word = fold(found.group())
        spellings = index.spellings(word, _SPELLED) | index.spellings(word, _TONGUES)
        if spellings and found.group() not in spellings and word not in free_words():
            yield Fault("spelling", found.group(), found.start(), found.end(), min(spellings))
