"""The articles that telegram style leaves out: "launched shampoo bar" -> "launched a shampoo bar".

Where an editor puts an article is learned from finished texts whose articles were taken out: a conditional random
field says for each word whether "a" or "the" belongs before it. One that it is not sure of is left out.
"""

import hashlib
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import pycrfsuite

from functions.common.errors import ModelUnavailable
from functions.summarize.language.surface import article
from functions.summarize.lines.features import word_features
from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.nouns import (
    ADVERBS,
    head_noun,
    is_called,
    is_counted_noun,
    is_measured,
    is_plural,
    is_rate,
    up_to_preposition,
)
from functions.summarize.lines.rules import mass_nouns, rule_words
from functions.summarize.lines.verbs import verb_form
from functions.summarize.parsers.reader_card import read_reader_card

SHIPPED = Path(__file__).parent / "weights" / "articles"
WEIGHTS = "articles.bin"
MARGIN = 0.75
"""How sure an article must be. Chosen on texts left out of training; the card has the figures."""
COUNTED_MARGIN = 0.45
"""The same before two words or more that end in one thing that can be counted."""
_WORD = re.compile(r"[^\s,;:()]+|[,;:()]")
_SUPERLATIVE = re.compile(
    r"(?:highest|lowest|largest|biggest|best|fastest|most|youngest|first|only) (?!aid\b|time\b)[a-z]"
)
_OWNER = re.compile(r"([a-z]{3,})['’]s")
_ARTICLES = frozenset(("a", "an", "the"))
_NO_NOUNS = _ARTICLES | ADVERBS


def words_of(text: str) -> list[tuple[str, int]]:
    """Words and marks of a text with their places."""
    return [(match.group(), match.start()) for match in _WORD.finditer(text)]


def article_features(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The features of each word: what it is, its neighbours, and the noun that its phrase is about."""
    padded = (None, *words, None, None)
    return [_word_features(*padded[at : at + 4], *stretch) for at, stretch in enumerate(_stretches(words))]


def _stretches(words: Sequence[str]) -> list[tuple[str, str | None]]:
    """For each word what is said from it to the next mark, and that mark."""
    found: list[tuple[str, str | None]] = []
    end = len(words)
    for at in reversed(range(len(words))):
        found.append((" ".join(words[at:end]), words[end] if end < len(words) else None))
        end = at if words[at] in ",;:()" else end
    return found[::-1]


@lru_cache(maxsize=4096)
def _word_features(
    before: str | None, word: str, after: str | None, second: str | None, stretch: str, mark: str | None
) -> tuple[str, ...]:
    """Kept, since the tellings of a line differ in its first words only."""
    k_1, k0, k1, k2 = (
        _kind(one, end) for one, end in ((before, "<s>"), (word, ""), (after, "</s>"), (second, "</s>"))
    )
    lower = "<s>" if before is None else before.lower()
    following = "</s>" if after is None else after.lower()
    return (
        *word_features(word)[1],
        f"-1w={lower}", f"-1k={k_1}", f"+1w={following}", f"+1k={k1}", f"k-1={k_1}|{k0}", f"k+1={k0}|{k1}",
        f"k012={k0}|{k1}|{k2}", f"-1w|k={lower}|{k0}", *_phrase_features(word, stretch, mark, lower),
    )  # fmt: skip


def _kind(word: str | None, end: str) -> str:
    return end if word is None else word_features(word)[0]


def _phrase_features(word: str, stretch: str, mark: str | None, before: str) -> list[str]:
    """The head of the phrase that begins here, its number, and whether an "of" follows it."""
    head, number, length = _head(stretch)
    lower = head.lower()
    after = [*stretch.split(), "</s>" if mark is None else mark][length + 1].lower()
    known = word_classes().get(before, "")
    inside = known in ("preposition", "determiner") or before in ("<s>", ",", "and")
    return [
        f"h={lower}", f"hs={lower[-3:]}", f"hn={number}", f"hl={min(length, 4)}|{number}", f"ha={after}|{number}",
        f"hc={head[:1].isupper()}|{number}", f"b={known}|{number}|{min(length, 3)}",
        f"in={inside}|{number}", f"w|hn={word.lower()}|{number}",
    ]  # fmt: skip


@lru_cache(maxsize=2048)
def _head(stretch: str) -> tuple[str, str, int]:
    """The head of what is about to be said, its number, and how many words come before it.

    Kept, since the tellings of a line differ in its first words only.
    """
    head = head_noun(stretch)
    lower = head.lower()
    number = (
        "plural" if is_plural(stretch) else "mass" if lower in mass_nouns() else noun_kinds().get(lower, "")
    )
    return head, number, next((i for i, word in enumerate(stretch.split()) if word.rstrip(",") == head), 0)


def opens_phrase(words: Sequence[str], at: int) -> bool:
    """Whether a phrase may begin at a word: at the start, behind a mark, a joint, a preposition or a clause's verb."""
    before = words[at - 1].lower() if at else ","
    if before in (",", "and", "or") or word_classes().get(before) == "preposition":
        return True
    lead = words[at - 2].lower() if at > 1 else ","
    leads = lead in (",", "and", "has", "have", "that") or word_classes().get(lead) == "adverb"
    return leads and verb_form(before) is not None


_BECAME = frozenset("went go goes gone going became become becomes turned stayed".split())
"""Verbs behind which a quality stands, and no thing: "went organic", "going live"."""


def _stands_bare(words: Sequence[tuple[str, int]], at: int) -> bool:
    """ "At lunch", "by phone", and an abbreviation that nothing follows: "cut SMED on presses"."""
    word, before = words[at][0], words[at - 1][0].lower() if at else ""
    after = words[at + 1][0].lower() if at + 1 < len(words) else ","
    alone = not after[0].isalnum() or word_classes().get(after) in ("preposition", "and")
    bare = word_classes().get(before) == "preposition" and word.lower() in rule_words("bare")
    acronym = len(word) > 1 and word.isalpha() and word.isupper() and after != "of"
    return alone and (bare or acronym)


def _is_uncounted(phrase: str) -> bool:
    """What "a" never stands before: a plural, and what somebody was doing ("same-day mobilising")."""
    verb = verb_form(head_noun(phrase))
    return is_plural(phrase) or (verb is not None and verb.forms == {"gerund"} and "G" not in verb.kinds)


def _is_measured_object(words: Sequence[str], at: int, following: str) -> bool:
    """ "Designed 3 kW converter", "on £4m package": one thing with its measure; the weights saw too few of them."""
    if at == 0:
        return False
    known = word_classes().get(words[at - 1].lower())
    behind_verb = verb_form(words[at - 1]) is not None and not known
    if not behind_verb and not (known == "preposition" and _MONEY.match(following)):
        return False
    phrase = _phrase(following)
    return is_measured(phrase) and not _HOW_MUCH.search(phrase)


def _phrase(following: str) -> str:
    """The words up to the next mark or preposition; the comma of a figure is none: "64,000 ha portfolio"."""
    return up_to_preposition(_MARK.split(following, maxsplit=1)[0]).strip()


_HOW_MUCH = re.compile(r" (?:annuali[sz]ed|annually|yearly|monthly|net|gross|overall|altogether|each)$")
"""What says of an amount how it is meant, and is no thing that has it."""
_MONEY = re.compile(r"(?:[A-Z]{0,3}[$£€¥₹₦₪]|[A-Z]{2,3} ?)\d")
_MARK = re.compile(r"[;:()]|,(?!\d)")


def _is_called(words: Sequence[str], at: int, following: str) -> bool:
    """ "Opened French brasserie Lucette": a thing with its own name behind it is the one of that name."""
    verb = verb_form(words[at - 1]) if at else None
    behind_verb = verb is not None and (at == 1 or "N" not in verb.kinds)
    behind_verb = behind_verb and not word_classes().get(words[at - 1].lower())
    return behind_verb and is_called(_phrase(following))


def _stretch(words: Sequence[str], at: int) -> str:
    """The words from here to the next mark."""
    end = next((i for i in range(at + 1, len(words)) if words[i] in ",;:()"), len(words))
    return " ".join(words[at:end])


def _is_owned(words: Sequence[str], at: int) -> bool:
    """ "Wrote department's guideline": whose a thing is, as a common noun right behind a verb or a preposition."""
    owner = _OWNER.fullmatch(words[at])
    if owner is None or not at or "N" not in noun_kinds().get(owner[1], ""):
        return False
    known, verb = word_classes().get(words[at - 1].lower()), verb_form(words[at - 1])
    acts = verb is not None and "A" not in verb.kinds and (at == 1 or "N" not in verb.kinds)
    return known == "preposition" or (known is None and acts)


def _is_needed(chance: float, before: str, following: str, margin: float) -> bool:
    """Whether it is sure enough: less of one thing behind a preposition, which hardly ever stands bare there."""
    if chance < min(margin, COUNTED_MARGIN):
        return False
    phrase = _phrase(following)
    if is_rate(phrase):
        return False
    behind = word_classes().get(before) == "preposition"
    return chance >= margin or (behind and is_counted_noun(phrase))


class ArticleModel:
    """A conditional random field over the words of a text."""

    def __init__(self, path: Path) -> None:
        """Open a model file of CRFsuite."""
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))
        self._known = frozenset(self._tagger.labels())
        self._lock = Lock()  # a tagger holds the sequence it was given last

    def chances(self, words: Sequence[str]) -> list[dict[str, float]]:
        """For each word how likely "a" and "the" are before it."""
        labels = [label for label in ("a", "the") if label in self._known]
        with self._lock:
            self._tagger.set(article_features(words))
            marginal = self._tagger.marginal
            return [{label: marginal(label, at) for label in labels} for at in range(len(words))]


@cache
def load_article_model(folder: Path = SHIPPED) -> ArticleModel:
    """The model of a folder, checked against its card.

    Raises:
        ModelUnavailable: no card, no model file, or one that is not what the card declares.
    """
    card = read_reader_card(folder)
    path = folder / WEIGHTS
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != card.files.get(WEIGHTS):
        raise ModelUnavailable(f"The model of articles lacks the {WEIGHTS} that its card declares.")
    return ArticleModel(path)


@lru_cache(maxsize=512)
def missing_articles(text: str) -> tuple[tuple[int, str], ...]:
    """Where articles are missing in a clause, as (place, article), in order."""
    return articles_by(load_article_model(), text)


def articles_by(model: ArticleModel, text: str, margin: float = MARGIN) -> tuple[tuple[int, str], ...]:
    """As `missing_articles`, by a model of one's own."""
    places = words_of(text)
    words = [word for word, _ in places]
    found: list[tuple[int, str]] = []
    for at, chances in enumerate(model.chances(words) if words else []):
        place = places[at][1]
        before = words[at - 1].lower() if at else ""
        if before in _ARTICLES or words[at].lower() in _NO_NOUNS or _stands_bare(places, at):
            continue
        if at > 1 and words[at - 2].lower() in _ARTICLES and word_classes().get(before) == "preposition":
            continue  # "an alongside birth centre": the article stands before what describes the thing
        if before in _BECAME and "A" in noun_kinds().get(words[at].lower(), "A"):
            continue  # "went organic"
        following = text[place:]
        if _is_measured_object(words, at, following):
            found.append((place, article(following)))
        elif (
            _is_called(words, at, following)
            or _is_owned(words, at)
            or (before == "," and _SUPERLATIVE.match(following))
        ):
            found.append((place, "the"))
        elif _is_needed(sum(chances.values()), before, following, margin) and opens_phrase(words, at):
            best = max(chances, key=lambda label: chances[label])
            if best != "a" or not _is_uncounted(_stretch(words, at)):
                found.append((place, article(following) if best == "a" else "the"))
    return tuple(found)
