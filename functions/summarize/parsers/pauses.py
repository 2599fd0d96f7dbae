"""Entries among the jobs that are no position: a career break, parental leave, studies in full time, a journey."""

from collections.abc import Sequence

from functions.summarize.parsers.dates.periods import FoundPeriod, find_periods
from functions.summarize.parsers.word_lists import word_index
from functions.summarize.text.phrases import Mention
from functions.summarize.text.words import Word, words_of

_KIND = "title/break"
_JOBS = frozenset({"title/head", "employer/form"})
"""What makes a position of such a word: "Travel Agent", "Relocation Partners Ltd"."""
_JOINTS = frozenset(
    "a abroad and apres au aufgrund aus due durch e en et for fur im in inkl mit nach par per por pour through to um"
    " und wegen with y zur".split()
)
"""Words with which such a phrase goes on: "Mutterschaft und Familienzeit", "time out to travel"."""


def names_pause(text: str) -> bool:
    """Whether a line or a title tells of a time without a job."""
    words = words_of(text)
    return is_pause(text, words, word_index().find(text, words), find_periods(text))


def is_pause(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], periods: Sequence[FoundPeriod]
) -> bool:
    """Whether the text beside its dates is one of the phrases of `title/break`, or begins with one that goes on.

    "Maternity leave and family 2012 – 2015", "2017 - 2021: career break (children)"; no "Travel Agent".
    """
    beside = [
        number
        for number, word in enumerate(words)
        if not any(found.start <= word.start < found.end for found in periods)
    ]
    if not beside or any(mention.kind in _JOBS for mention in mentions):
        return False
    lasts = [one.last for one in mentions if one.kind == _KIND and one.first == beside[0]]
    return any(_ends(text, words, beside, last) for last in lasts)


def _ends(text: str, words: Sequence[Word], beside: Sequence[int], last: int) -> bool:
    """Whether the phrase ends there: nothing follows, a mark parts what follows, or a word joins it."""
    following = next((number for number in beside if number > last), None)
    if following is None or following > last + 1 or words[following].folded in _JOINTS:
        return True
    return text[words[last].end : words[following].start] != " "
