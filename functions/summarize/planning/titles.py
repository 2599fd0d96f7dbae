"""A job title as a sentence says it, and what it says beside the occupation."""

import re
from dataclasses import dataclass
from functools import lru_cache

from functions.summarize.language.surface import common_words, running_case
from functions.summarize.language.words import fold
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.planning.families import family_of
from functions.summarize.planning.vocabulary import vocabulary

_BRACKET = re.compile(r"\s*[(\[]([^)\]]*)[)\]]")
_LATER = re.compile(r",?\s+(?:then|later|now|and later)\s+|\s*(?:→|➔|➜|[-=]+>)\s*", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[|;·•]\s*|\s+[-–—]\s+|,\s+|:\s+")
_FOOTNOTE = re.compile(r"^[*†‡\s]+|(?<=\w)[*†‡]+(?!\w)")
"""A mark that points to a note."""
_MOST_LETTERS = 300
"""Letters of a title that are looked at."""
_TO_WHOM = re.compile(r"\s+(?:to|for|of) (?:the )?(?:Prof|Professor|Dr|Mr|Mrs|Ms|Sir|Lady|Lord)\b.*$")
"""Whom somebody assists, by name: "Research Assistant to Prof. L. Brandvold"."""
_SLASH = re.compile(r"(?<=\w{3})\s*/\s*(?=\w{3})")
_NUMBER = re.compile(r"\s+(?:I{1,3}|IV|V)$")
_LONGEST = 7
_ACTIVITY = re.compile(
    r"(?:\w+ )?(?:(?:national|military|civil|community) service|internship|placement|secondment|apprenticeship"
    r"|traineeship|volunteering|work experience|rounds?|deliver(?:y|ies)|baby-?sitting)$"
    r"|(?:(?:summer|holiday|vacation|student|weekend|after[- ]school|part[- ]time|full[- ]time|temporary|temp|casual"
    r"|seasonal|winter|christmas|odd|various|side|first) )+(?:jobs?|work)$"
    r"|(?:.* )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:and|or) \w+)?(?: (?:night|evening|morning|job)s?)?$",
    re.IGNORECASE,
)
"""What somebody did, or when, and not what somebody was: "National Service", "Friday and Saturday nights"."""
_HEADS = re.compile(
    r"(?:(?:senior|executive|assistant|deputy|associate|group|regional|general|lead) )*"
    r"(?:vice president|VP|SVP|director|head|manager|superintendent)$",
    re.IGNORECASE,
)
"""Titles that say nothing without what they are of."""
_ABBREVIATION = re.compile(r"\b([A-Za-z]{2,6})\.?(?=\s|/|$)")
_RANK = re.compile(r"(?<![\w/])[1-4A-Z]/[A-Z](?=\s*(?:$|[,(|;–-]))")
"""A rank on board as seafarers write it: "C/E"."""


@dataclass(frozen=True, slots=True)
class Title:
    """A cleaned title. `text` is small inside a sentence; `tails` are what stood after a dash, a comma, in brackets.

    `mode` is how the person is employed ("part-time"), where the title says so.
    """

    text: str
    tails: tuple[str, ...] = ()
    mode: str | None = None


@lru_cache(maxsize=256)
def read_title(stated: str) -> Title | None:
    """ "Sr. Nurse / Trainer (part-time), Oncology" -> senior nurse and trainer; part-time; Oncology.

    None where nothing is left that a sentence could begin with.
    """
    stated = _FOOTNOTE.sub("", stated)
    tails = [found.strip() for found in _BRACKET.findall(stated) if found.strip()]
    stated = _TO_WHOM.sub("", " ".join(stated[:_MOST_LETTERS].split()))
    parts = [part for part in _SPLIT.split(_BRACKET.sub("", _last_of_several(stated))) if part.strip()]
    if not parts:  # "(75%)"
        return None
    head, *others = parts
    tails += others
    mode = next((_mode(tail) for tail in tails if vocabulary().employment.match(tail)), None)
    if any(re.match(r"apprentice", tail, re.IGNORECASE) for tail in tails) and "pprentice" not in head:
        head = f"Apprentice {head}"
    tails = [tail for tail in tails if not vocabulary().employment.match(tail)]
    text = _joined(_spelled_out(head))
    if others and others[0] in tails and not re.search(r"\d", others[0]):
        text = _of_what(text, _joined(others[0]))
    if (
        _ACTIVITY.match(text)
        or vocabulary().no_title.fullmatch(text)
        or _is_said_of_else(text)
        or not text
        or len(text.split()) > _LONGEST
        or not re.search(r"[^\W\d]{2}", text)
        or re.search(r"[()\[\]]", text)
    ):
        return None
    return Title(small(_with_charge(text)), tuple(tails), mode)


def _of_what(text: str, other: str) -> str:
    """ "Director", "Sales" -> "Director of Sales"; "Senior Executive", "Tax" -> "Senior Tax Executive".

    A second occupation is one: "Vice President", "Project Manager" -> "Vice President and Project Manager".
    """
    if _HEADS.match(text):
        return f"{text} {'and' if _is_post(other) else 'of'} {other}"
    rank, _, head = text.rpartition(" ")
    full = f"{rank} {other} {head}".strip()
    if _SAYS_LITTLE.fullmatch(text) and family_of(f"{other} {head}") and not _is_post(other):
        return full
    return text


_SAYS_LITTLE = re.compile(
    r"(?:(?:senior|junior|assistant|deputy|chief|principal|trainee) )?"
    r"(?:executive|officer|associate|assistant|specialist)",
    re.IGNORECASE,
)
"""Titles that say what rank somebody has, and not at what work."""


def _is_post(text: str) -> bool:
    """Whether the last word says what somebody is: "Project Manager", no "Lead Generation" and no "Customer"."""
    last = text.rsplit(" ", 1)[-1]
    words = vocabulary()
    named = words.in_charge.fullmatch(last) or words.person.fullmatch(last)
    return bool(named) or (family_of(text) is not None and _AGENT.fullmatch(last) is not None)


def _is_said_of_else(text: str) -> bool:
    """Whether something stands before an occupation that may deny it: "Apprenticeship as Electrician"."""
    before, said, after = re.sub(r" AS ", " as ", text).rpartition(" as ")
    return bool(said) and is_occupation(after) and not is_occupation(before)


def _with_charge(text: str) -> str:
    """ "SVP Patient Care" -> "SVP of Patient Care": of what somebody is vice president, where that is no person."""
    return text if _AGENT.search(text) else _VICE.sub(r"\1 of ", text)


_VICE = re.compile(r"\b([SEA]?VP|Vice President) (?=[A-Z])")


def small(text: str) -> str:
    """Small letters for every word of an occupation but names, places, languages and acronyms."""
    accented = next((word for word in text.split() if not word.isascii()), None)
    if (accented and fold(accented) not in common_words() and fold(accented) not in _BORROWED) or re.search(
        r"[A-Z]\w+-[A-Z]", text
    ):
        return running_case(text)
    return " ".join(
        word.lower()
        if word.istitle()
        and not re.search(r"\d", word)
        and not _LETTERS.fullmatch(word)
        and not _is_name(word.strip(",."))
        else word
        for word in running_case(text).split(" ")
    )


_BORROWED = frozenset({"cafe", "protege", "fiance", "creche", "resume", "decor"})
"""Words of English that keep an accent."""
_LETTERS = re.compile(r"[B-HJ-Z](?:\W?[A-Z]\d?)*|I|I[IV]+|VI*")
"""Letters that say of what class something is, and figures in letters: "driver C+E", "Part II assistant"."""


def _is_name(word: str) -> bool:
    known = load_lexicon().lookup(word)
    if vocabulary().place_or_language(word):
        return True
    if known is None:
        return False
    return known.use == "exact" or (known.term.kind == "tools" and word.lower() not in common_words())


def _last_of_several(stated: str) -> str:
    """ "Operator, later Line Leader" -> "Line Leader"; "Working as a Team Leader" -> "Team Leader"."""
    return _WORKING_AS.sub("", _LATER.split(stated)[-1])


_WORKING_AS = re.compile(
    r"^(?:working|worked|employed|acting|acted|serving|served|engaged)(?: there| full[- ]time| part[- ]time)?"
    r" as (?:an? |the )?",
    re.IGNORECASE,
)


def _mode(tail: str) -> str | None:
    lower = tail.lower().replace("part time", "part-time")
    return lower if lower in vocabulary().before_title else None


def _spelled_out(text: str) -> str:
    forms = vocabulary().title_forms

    def long_form(found: re.Match[str]) -> str:
        word = forms.get(found[1].lower())
        if word is None:
            return found[0]
        return word.upper() if text.isupper() else word.capitalize() if found[1][0].isupper() else word

    text = _RANK.sub(lambda found: vocabulary().ranks.get(found[0], found[0]), text)
    return _ABBREVIATION.sub(long_form, text)


def is_occupation(text: str) -> bool:
    """Whether words say what somebody is: a title of a known line of work, or a word for a person."""
    named = vocabulary().person.search(text) or vocabulary().in_charge.search(text)
    return bool(named) or family_of(text) is not None or _AGENT.search(text) is not None


_AGENT = re.compile(r"[a-z]{3}(?:er|or|ist|ian|man|woman|ant|ee)$", re.IGNORECASE)


def _joined(text: str) -> str:
    """Two occupations with a stroke are told with "and", what is none ("Carpenter / Agency") is left out.

    The first may be initials, or say with the other what a title is of ("Health / Safety Manager"). One in two
    languages is told once, in the last; of two steps of one career the last ("Consultant / Senior Consultant").
    """
    joint = " AND " if text.isupper() else " and "
    parts = [part for part in _SLASH.split(text) if part]
    if len(parts) == 2 and all(len(part) > 2 for part in parts):
        first, last = parts
        english = first.isupper() or any(word.lower() in common_words() for word in first.split())
        both = (english or family_of(first) is not None) and not set(first.split()) <= set(last.split())
        if is_occupation(last):
            text = f"{first}{joint}{last}" if both else last
        else:
            text = first if is_occupation(first) else f"{first}{joint}{last}"
    return _NUMBER.sub("", re.sub(r"\s+&\s+|(?<=[a-z])&(?=[A-Z][a-z])", joint, text)).strip(" .,-–")
