"""A thing told as what its holder did: "24 staff" -> "leads 24 staff", "DSO down from 94 to 61 days" -> "brought ...".

The verbs say no more than that the thing was there. People are led, and sites overseen, only by those whose title says
that they are in charge. A thing that fits no frame stays a thing.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from functions.summarize.language.surface import article, common_words
from functions.summarize.language.verbs import recognise
from functions.summarize.lines.lexicon import noun_kinds
from functions.summarize.lines.verbs import verb_form
from functions.summarize.planning.records import Form, Variant
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.resume import Evidence
from functions.summarize.sentences import Voice

_NUMBER = r"(?:\d[\d,.]*(?:k|K|m|M|bn)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CURRENCY = (
    r"(?:[A-Z]{0,3}[$£€₹₱¥₦] ?|(?:USD|EUR|GBP|CHF|PLN|KES|INR|EGP|AED|GHS|NOK|SEK|DKK|JPY|CNY|RMB|ZAR|NGN|HUF|CZK|RON"
    r"|TRY|SGD|HKD|AUD|NZD|CAD|BRL|MXN|PHP|IDR|MYR|THB|KRW|VND|SAR|QAR|KWD|COP|CLP|PEN|ARS|UAH|BGN|TWD|UGX|TZS|XOF|MAD"
    r"|ILS|PKR|LKR|BDT|Rs\.?) )"
)
_AMOUNT = (
    r"(?:(?:more than|around|about|over|nearly|up to|some|approx\.?|approximately) )?"
    rf"{_CURRENCY}?{_NUMBER}(?! ?%)"
)
_COUNTED = re.compile(rf"^(?:all )?{_AMOUNT}(?:[-–]\d[\d,]*)? ")
_CUT = re.compile(
    r"\s(?:for|of|in|with|on|at|from|to|by|across|per|under|via|and|after|up|down|over|against|without|since|during"
    r"|a (?=day|week|month|year|season|shift|quarter))\b|,(?!\d)|/"
)
_CHANGE = re.compile(
    r"^(?:(?P<article>an?|the) )?(?P<what>(?!.*\bwith\b)[^,;]{3,70}?) "
    r"(?P<way>(?:up|down)\b(?! to (?!.*\bfrom\b))(?: from\b| by\b)? ?.*\d.*|down to .*\d.*"
    r"|from \S*\d.* to .*\d.*)$"
)
_PEOPLE = re.compile(
    r"^(?:an? )?(?:[\w&-]+ ){0,2}?(?:team|crew|staff|brigade|squad|shift|dept|department|group|section|unit|org)s?"
    rf" of (?:up to |about |around )?{_NUMBER}\b"
)
_GROUPS = re.compile(r"^(?:team|crew|brigade|squad|shift|dept|department|group|section|unit|org) of ")
_TEAM = re.compile(r"^an? (?P<team>team of \d+)")
_COMMA_COUNT = re.compile(rf"(?:,| and) (?={_NUMBER} [a-z])")
_BODY = re.compile(
    r", ((?:[\w&-]+ ){0,4}"
    r"(?:council|committee|group|board|team|network|panel|programme|program|project|union|chapter|society))$"
)
_SPENT = re.compile(rf"(?:around |about |over |more than )?{_NUMBER} ?(?:[A-Z]{{3}})? ?(?:ad )?spend\b")
_MONEY = re.compile(
    rf"(?:an? )?{_CURRENCY}{_NUMBER} (?!a\b|per\b|each\b|in savings|of savings)"
    r"(?!.*\b(?:sales?|revenue|deal|savings|won)\b)"
)
_RATE = re.compile(r"\b(?:a|per) (?:day|week|month|year|shift|season|night|annum)\b")
_CHANGED = re.compile(
    r"^(?:raised|cut|brought|grew|reduced|increased) (?P<of>[^,]+ (?:from .*\d.* to|by) \S*\d[^,]*)$"
)
_SEEN = re.compile(rf"^(?:the |{_AMOUNT} (?!times))")
"""What one may have seen done: "11 authorities notified", "the academy upgraded"."""
_NO_WORK = re.compile(
    r"(?:no|zero|not|never|first|second|one|alone|own|best|up|over|under|more|nomination|responsible|accountable|able|in"
    r"|experienced|familiar|fluent|winner|member|several|with|within|after|before|since|while|during)\b",
    re.IGNORECASE,
)
"""How a thing begins that is no work: a state, a rank, a time."""
_FEW = 3
_ON_TOP = re.compile(
    r"\b(?:chief|general manager|president|site director|plant manager|CEO|COO|owner)\b", re.IGNORECASE
)
"""Only at the top do thousands work for somebody; below they are whom a department serves."""
_THOUSANDS = re.compile(r"(?<![$£€.\d])\d{1,3},\d{3}|(?<![$£€.\d,])\d{4,}")
_RANK = re.compile(
    r"^(?:(?:best|top|highest|busiest|fastest|youngest) (?:[\w-]+ ){1,3}(?:in|of|among|at|nationally|worldwide)\b"
    r"|(?:number one|no\. ?1|#\d+|first|second|third|\d+(?:st|nd|rd|th)) (?:in|of|among|nationally|worldwide)\b"
    r"|(?:[\w-]+ ){1,4}of the (?:year|month|quarter|season)\b)",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"^on\b|[:;()\[\]→<>|+=]|->|\b(?:I|me|my|we|our|he|she|his|her|their|mostly|mainly|sometimes|per cent)\b"
    r"|\d-\d+\b.*\d-\d+|^\W|\bfirst in\b"
)
_SCOPE_WORDS = 16
_DUTY_WORDS = 13
_DONE = ("past", "present", "perfect")


@dataclass(frozen=True, slots=True)
class _Heads:
    singular: re.Pattern[str]
    served: frozenset[str]
    worked_with: frozenset[str]
    run: frozenset[str]
    the: frozenset[str]
    persons: frozenset[str]
    no_persons: frozenset[str]


@dataclass(frozen=True, slots=True)
class Job:
    """What a frame needs to know of the job that a thing stands under."""

    title: str
    evidence: tuple[Evidence, ...]
    current: bool
    voice: Voice


def framed(variants: Sequence[Variant], job: Job) -> Iterator[Variant]:
    """The thing as an act, fullest first; nothing where the line is an act already or no frame fits it."""
    if any(one.form in _DONE for one in variants):
        return
    things = sorted((one for one in variants if one.form == "noun phrase"), key=lambda one: -len(one.text))
    for thing in things[:2]:
        if _TROUBLE.search(thing.text):
            continue
        yield from _as_act(thing, job)


def shared(variants: Sequence[Variant]) -> Iterator[Variant]:
    """What a change is told of, without its verb, to share the verb of another: "cut waste by half and [cut] ..."."""
    for one in variants:
        found = _CHANGED.match(one.text) if one.form == "past" else None
        if found and not any(other.text == found["of"] for other in variants):
            yield Variant(found["of"], "noun phrase", one.evidence)


def _as_act(thing: Variant, job: Job) -> Iterator[Variant]:
    change = _CHANGE.match(thing.text)
    if change:
        yield from _brought(thing, change, job)
        return
    small = _small(thing.text)
    if _SEEN.match(small) and len(small.split()) <= _SCOPE_WORDS and _done_to(small):
        yield from _past(f"{small}", job, ("saw", "seen"), thing)
        return
    verbs = _verb(small, job)
    if verbs is None or not 1 < len(small.split()) <= _SCOPE_WORDS:
        return
    present, past, base = verbs
    text = _as_object(present, _listed(small))
    said = past if not job.current else base if job.voice == "first" else present
    form: Form = "present" if job.current else "past"
    evidence = (*thing.evidence, *job.evidence) if present in ("leads", "oversees") else thing.evidence
    yield Variant(f"{said} {text}", form, tuple(dict.fromkeys(evidence)))
    if text != thing.text:
        yield Variant(text, "noun phrase", thing.evidence)


def _brought(thing: Variant, change: re.Match[str], job: Job) -> Iterator[Variant]:
    """ "A DPIA turnaround down from 30 to 8 days" -> "brought the DPIA turnaround down from 30 to 8 days"."""
    the = "the " if change["article"] else ""
    what = _small(change["what"])
    if _done_to(what):
        return
    text = f"{the}{what} {change['way']}"
    yield from _past(text, job, ("brought", "brought"), thing)
    if text != thing.text:
        yield Variant(text, "noun phrase", thing.evidence)


def _past(text: str, job: Job, verb: tuple[str, str], thing: Variant) -> Iterator[Variant]:
    yield Variant(f"{verb[0]} {text}", "past", thing.evidence)
    if job.current:
        have = "have" if job.voice == "first" else "has"
        yield Variant(f"{have} {verb[1]} {text}", "perfect", thing.evidence)


def _as_object(verb: str, text: str) -> str:
    """The thing as it follows a verb, with its article."""
    bare = not re.match(rf"(?:an?|the|co-|all|{_AMOUNT})\b", text)
    if _GROUPS.match(text):
        return f"{article(text)} {text}"
    if verb == "serves as":
        return _as_what(_COMMA_COUNT.sub(" with ", _BODY.sub(r" of the \1", text)).split(", ")[0])
    if (
        verb in ("runs", "manages")
        and _MONEY.match(text)
        and head_of(text) in _heads().run
        and not text.startswith("a")
    ):
        return f"{article(text)} {text}"
    if verb == "runs" and bare and not head_of(text).endswith("s"):
        return f"{'the' if head_of(text) in _heads().the else article(text)} {text}"
    return _closed(text) if verb == "works on" else text


def _closed(text: str) -> str:
    """ "Grinding, fit-up, fire watch" -> "grinding, fit-up and fire watch"."""
    parts = text.split(", ")
    plain = len(parts) > 1 and all(len(part.split()) <= _FEW and "and" not in part.split() for part in parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if plain else text


def _small(text: str) -> str:
    """A common word small at the start: only names and acronyms keep their capital."""
    first = text.split(maxsplit=1)[0]
    word = first.lower().strip(",;")
    known = word in common_words() or word in noun_kinds() or verb_form(word) is not None
    common = first.strip(",;").istitle() and known and not re.search(r" of the [A-Z]", text)
    return text[:1].lower() + text[1:] if common else text


Verbs = tuple[str, str, str]
"""Third person of the present, past, first person of the present."""


def _verb(text: str, job: Job) -> Verbs | None:
    """The verb that a thing is told with."""
    charge = bool(vocabulary().in_charge.search(job.title))
    head = head_of(text)
    counted = _COUNTED.match(text) is not None
    if _RANK.match(text):
        return None if job.current else ("was", "was", "am")
    if _PEOPLE.match(text):
        return ("leads", "led", "lead") if charge else ("works in", "worked in", "work in")
    if charge and _is_overseen(text, job):
        return ("leads", "led", "lead") if _is_people(text) else ("oversees", "oversaw", "oversee")
    return _of_person(text, head, counted=counted) or _of_thing(text, head, counted=counted)


def _is_overseen(text: str, job: Job) -> bool:
    found = vocabulary().overseen.match(text) is not None
    return found and (_ON_TOP.search(job.title) is not None or not _THOUSANDS.match(text))


def _of_person(text: str, head: str, *, counted: bool) -> Verbs | None:
    """Whom one serves or works with, or what one is."""
    heads = _heads()
    many = _THOUSANDS.search(text) is not None
    if counted and (head in heads.served or (head in heads.worked_with and many)):
        return "serves", "served", "serve"
    if (counted or text == text.lower()) and head in heads.worked_with:
        return "works with", "worked with", "work with"
    return ("serves as", "served as", "serve as") if not counted and _is_person(head, text) else None


def _of_thing(text: str, head: str, *, counted: bool) -> Verbs | None:
    """What one manages, works through, runs or works on."""
    if (_MONEY.match(text) or _SPENT.match(text)) and not _done_to(text):
        return "manages", "managed", "manage"
    if counted and _RATE.search(text.split(" with ", maxsplit=1)[0]) and not _done_to(text):
        return "works through", "worked through", "work through"
    if head in _heads().run and not re.search(r"\b(?:no|zero)\b", text):
        return "runs", "ran", "run"
    return _on(text, head, counted=counted)


def _on(text: str, head: str, *, counted: bool) -> Verbs | None:
    """ "Works on payroll for 12 people": what is neither counted nor done, in a few words."""
    words = text.split()
    if (
        counted
        or len(words) > _DUTY_WORDS
        or not head
        or head.isdigit()
        or re.search(r"%|\d-\d|, \d|\d$", text)
    ):
        return None
    if _done_to(text):
        return None
    if sum(word[:1].isupper() and not word.isupper() for word in words) * 2 > len(words):
        return None
    if text.startswith("working ") or _is_person(head, text) or _is_person(head, head):
        return None
    if _NO_WORK.match(text):
        return None
    return "works on", "worked on", "work on"


def _done_to(text: str) -> bool:
    """Whether a word of it may say what became of the thing: "four kitchens merged into one"."""
    return any((found := recognise(word.strip(","))) and found[1] == "past" for word in text.split()[1:])


def head_of(text: str) -> str:
    """The last word of a thing before its first preposition: "two scanners in theatre" -> "scanners"."""
    before = _CUT.split(re.sub(r"^(?:an?|the) ", "", text), maxsplit=1)[0].split()
    return before[-1] if before and before[-1].isupper() else before[-1].lower() if before else ""


def _is_person(head: str, text: str) -> bool:
    heads, lower = _heads(), head.lower()
    if lower in heads.no_persons or len(lower) < 2 or lower.endswith("over") or text.startswith("one "):
        return False
    if re.search(
        rf"\b{re.escape(head)} and (?!\d|(?:[\w-]+ )*\w+(?:er|or|ist|lead|head)\b)", text, re.IGNORECASE
    ):
        return False
    if lower in heads.persons or head in heads.persons:
        return True
    ends = re.search(
        r"(?:(?:[^aeiou]|[aeiou][^aeiou])(?:er|or)|ist|ian|man|woman|mentor|assessor|examiner|coordinator)$",
        lower,
    )
    return bool(ends or vocabulary().person.search(lower)) and not re.search(r"^(?:\d|an? \d)", text)


def _is_people(text: str) -> bool:
    found = vocabulary().overseen.match(text)
    noun = found.group().split()[-1].lower() if found else ""
    return noun in _PEOPLE_NOUNS or bool(
        re.search(
            r"(?:ers|ors|ists|ians|ants|men|women|nurses|chefs|cooks|execs|people|staff|ftes?|pms|reps|trainees|employees|apprentices|coaches)$",
            noun,
        )
    )


_PEOPLE_NOUNS = frozenset(
    "agents staff people colleagues associates attorneys midwives machinists baristas".split()
)


def _listed(text: str) -> str:
    """ "Three hospitals, 1,180 beds and $412M labor budget" -> "three hospitals with 1,180 beds and a $412M ..."."""
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+", text)
    if len(parts) < 2 or not all(_COUNTED.match(part + " ") for part in parts):
        return text
    first, *others = [_with_article(part) for part in parts]
    if _is_people(first) and any(_is_people(part) for part in others):
        return text
    tail = others[0] if len(others) == 1 else f"{', '.join(others[:-1])} and {others[-1]}"
    return f"{first} with {tail}"


def _with_article(part: str) -> str:
    last = part.rsplit(maxsplit=1)[-1]
    money = re.match(rf"{_CURRENCY}\d", part)
    return f"{article(part)} {part}" if money and _heads().singular.search(last) else part


def _as_what(text: str) -> str:
    """ "Negotiator in 14 hostage cases" -> "a negotiator in 14 hostage cases"."""
    first = text.split(maxsplit=1)[0]
    small = text if first.isupper() or re.search(r"[A-Z]", first[1:]) else text[:1].lower() + text[1:]
    lone = head_of(small) in ("chair", "head", "chief", "PI", "DPO", "deputy") or first.isupper()
    return small if lone else f"{article(small)} {small}"


@cache
def _heads() -> _Heads:
    data = tomllib.loads(
        (files("functions.summarize.planning") / "data/frames.toml").read_text(encoding="utf-8")
    )
    return _Heads(
        re.compile(rf"(?:{'|'.join(map(re.escape, data['singular']))})$"),
        *(frozenset(data[name]) for name in ("served", "worked_with", "run", "the", "persons", "no_persons")),
    )
