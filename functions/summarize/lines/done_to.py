"""What was done to a thing, where the line puts the thing first: "45 applications drafted a year", "budget cycle cut".

Only verbs whose doer is the person unless another one is named: what others adopt, award or approve is no act here.
"""

import re
from dataclasses import replace

from functions.summarize.lines.lexicon import word_classes
from functions.summarize.lines.nouns import head_noun
from functions.summarize.lines.phrase import FIGURE
from functions.summarize.lines.records import LineReading, Part, Tag
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.settled import is_verb_inside
from functions.summarize.lines.states import is_for_the_better
from functions.summarize.lines.verbs import verb_form

_VERBS = "|".join(
    word.replace("_", " ") for word in sorted(rule_words("doer") | rule_words("doer", "things"), reverse=True)
)
_REST = r"(?P<rest> [^,;:()–—]*?)?(?=\.?$|[,;:(]| \(| [-–—] )"
_COUNTED = re.compile(
    rf"(?P<what>(?:(?:approx\.|around|about|over|more than|nearly|all) )?(?:{FIGURE}|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)(?:[^,;:()–—]|(?<=\d),(?=\d)){2,70}?)"
    rf"(?P<comma>,?) (?P<verb>{_VERBS}|recovered|finished)"
    r"(?:(?= (?:19|20)\d\d\b)|"
    r"(?P<rest> (?:an? |per |each )?(?:[a-z]+|\d+ (?:weeks|days|months))\b[^,;:()–—]*?)?(?=\.?$|[,;(]| \(| [-–—] ))",
    re.IGNORECASE,
)
"""So much, and behind it what was done to it: "£8.7m restrained under POCA", "45 applications drafted a year"."""
_NAMED = re.compile(
    rf"(?P<what>[A-Z][^,;:()–—]{{2,50}}?)(?P<comma>) (?P<verb>{_VERBS}|recovered){_REST}", re.DOTALL
)
"""A thing without its figure in front, and behind it what was done to it: "Budget cycle cut from 11 weeks to 6"."""
_AMOUNT = (
    r"(?:about |around |over |nearly )?(?:[$£€¥₹₱]|[A-Z]{2,3}\s?)?\d[\d.,]*"
    r"(?:\s?%|\s?[kKmM]\b|(?: [a-z]+){1,2}?)?"
)
_CHANGED = re.compile(
    r"(?P<what>[A-Za-z][a-z]*(?: [A-Za-z][\w/-]*){0,4}?)(?P<comma>) "
    r"(?P<verb>shortened|reduced|lowered|cut|increased|raised|improved|halved|doubled|shrunk|extended|grown|trimmed"
    r"|(?:brought|driven) down)"
    rf"(?P<rest> (?:by (?:\d/\d|half|a third|a quarter|two thirds|{_AMOUNT})|from {_AMOUNT} to {_AMOUNT}|in half)"
    r"|(?<=halved)|(?<=doubled))(?P<how> (?:by|through|with) [a-z][^,;()]*)?(?=\.?$|[,;(]| \()"
)
"""A thing and by how much it was changed, however it begins: "setup times shortened by 1/3"."""
_MONEY = re.compile(r"(?:[A-Z]{2,3}\s?[$]?\d|[A-Z]*[$£€¥₹₱]|[A-Z]{2,3}$)")
_FINISHED = frozenset(("finished", "completed", "delivered", "installed", "built"))
_IN_TIME = re.compile(r"\b(?:early|ahead|on time|under budget|within budget)\b|^ in \d")
"""What is said behind a comma of a thing that the person made: "$3M package, finished 2 weeks early"."""
_TRADED = frozenset(("sold", "bought", "raised", "saved", "added", "moved", "cut", "reduced", "released"))
"""What is done to things, and of people says something else."""
_PEOPLE = re.compile(r"(?:er|or|ist|ant|ee|uate|ent|people|men|women|children)s?$", re.IGNORECASE)
_AFTER = frozenset(
    "direct together abroad annually yearly monthly weekly daily instead alongside early ahead".split()
)
_HYPHENED = re.compile(r"[a-z]+-[a-z]+$")
"""Where or how, in one word: "up-tower", "in-house"."""
_YEAR = re.compile(r" (?:in |since )?(?:19|20)\d\d$")
_SPAN = re.compile(r" (?:in )?(?:19|20)\d\d[-–](?:\d\d)?\d\d$")
"""From when to when, which nothing joins to an act: "recovered 2021-2024"."""
_REGULARLY = re.compile(r"^ on [A-Z]?\w+days\b|^ to (?:the )?public\b")
"""When a place is closed or open, which is no act: "closed on Mondays"."""


def done_to_figure(reading: LineReading) -> LineReading | None:
    """ "1,150 crew trained, initial and recurrent": so many, and what the person did to them."""
    found = _COUNTED.match(reading.text)
    if found is None or not _was_done(found) or not _is_counted(found["what"].split()):
        return None
    return _read(reading, found)


def done_to_thing(reading: LineReading) -> LineReading | None:
    """ "Flare gas recovery commissioned, 11,000 t saved": a thing, and what the person did to it."""
    changed = _CHANGED.match(reading.text)
    if changed and _is_changed(changed):
        return _read(reading, changed)
    found = _NAMED.match(reading.text)
    if found is None or not _was_done(found) or not _is_named(found["what"].split()):
        return None
    return None if _REGULARLY.match(found["rest"] or "") else _read(reading, found)


def _is_changed(found: re.Match[str]) -> bool:
    """Whether a thing and by how much it was changed hold no other verb, and it is no place or pay of one's own."""
    first, *others = found["what"].split()
    verb = verb_form(first)
    acts = verb is not None and ("past" in verb.forms or "N" not in verb.kinds)
    opens = word_classes().get(first.lower()) in (
        "preposition",
        "pronoun",
        "adverb",
        "bag",
        "be",
        "finite",
        "and",
    )
    inside = any(is_verb_inside(word, "", "") for word in others)
    way = (
        "up"
        if found["verb"] in ("increased", "raised", "improved", "doubled", "extended", "grown")
        else "down"
    )
    better = is_for_the_better(found["what"], way)
    return better and not (acts or opens or inside or happened(found["what"], found["verb"]))


def _read(reading: LineReading, found: re.Match[str]) -> LineReading:
    parts = [Part("object", 0, found.end("what")), Part("verb", found.start("verb"), found.end("verb"))]
    if found["rest"] and not _SPAN.match(found["rest"]):
        when: Tag = "time" if _YEAR.match(found["rest"]) else "place"
        parts.append(Part(when, found.start("rest") + 1, found.end("rest")))
    if found.groupdict().get("how"):
        parts.append(Part("method", found.start("how") + 1, found.end("how")))
    return replace(reading, head="fragment", parts=tuple(parts), certain=True)


def is_done_in_time(words: str) -> bool:
    """Whether words behind a comma say that the person finished the thing before it: "finished 2 weeks early"."""
    verb, _, rest = words.partition(" ")
    return verb.lower() in _FINISHED and _IN_TIME.search(f" {rest}") is not None


def are_people(word: str) -> bool:
    """Whether a word names people, who finish by themselves: "4 learners, finished early"."""
    return _PEOPLE.search(word) is not None


_WHEN = re.compile(r"(?:19|20)\d\d\b|\d+ (?:days|weeks|months|hours|years|minutes)\b")
"""A number behind what was done that says when: another one counts what somebody else did it to."""


def _was_done(found: re.Match[str]) -> bool:
    """Whether the person did it to the thing: patients recover by themselves, learners finish."""
    verb, rest, what = found["verb"].lower(), found["rest"] or "", found["what"].split()
    opens = rest.split()[:1]
    joins = not opens or (
        word_classes().get(opens[0].lower()) in ("preposition", "determiner")
        or _WHEN.match(rest.strip()) is not None
        or opens[0].lower() in _AFTER
        or _HYPHENED.match(opens[0]) is not None
    )
    if found["comma"]:
        return is_done_in_time(f"{verb}{rest}") and not are_people(what[-1])
    alone = verb == "finished" or (verb == "recovered" and not _MONEY.match(what[0]))
    if happened(found["what"], verb):
        return False
    sold = verb in _TRADED and _PEOPLE.search(what[-1]) is not None
    return joins and not alone and not sold and re.search(r"\bby\b(?! \d)", rest) is None


def happened(what: str, verb: str) -> bool:
    """Whether what was done to a thing happens to whoever works there: "department closed", "40 jobs cut"."""
    words, head = what.lower().split(), head_noun(what).lower()
    changed = verb.lower().replace(" ", "_") in rule_words("doer", "changed")
    theirs = rule_words("doer", "theirs")
    if not words:
        return False
    if words[0][:1].isdigit() or word_classes().get(words[0]) == "number" or words[0] in _SO_MANY:
        own = rule_words("doer", "happens") | theirs
        return changed and head not in _DEALT and not own.isdisjoint((head, *_singular(head)))
    if head == "contract":  # a supplier's is renegotiated, one's own extended
        return words[0] == head or not rule_words("doer", "engaged").isdisjoint(words)
    if head in rule_words("doer", "happens"):
        return True
    return changed and not theirs.isdisjoint((head, *_singular(head)))


_SO_MANY = frozenset("all both around about over more nearly approx.".split())
_DEALT = frozenset("contracts licences licenses permits visas".split())
"""Of these, so many are the work of whoever deals with them."""


def _singular(plural: str) -> tuple[str, ...]:
    """What a word is the plural of, in each way that its ending allows."""
    return tuple(plural.removesuffix(ending) for ending in ("s", "es") if plural.endswith(ending))


def _is_counted(what: list[str]) -> bool:
    """Whether a counted thing is whole: no verb in it, no share, no part of others, no bare figure at its end."""
    verbs = any(is_verb_inside(word, "", "") for word in what[1:])
    part = "of" in what and not (_MONEY.match(what[0]) or what[0].endswith("%"))
    return (
        not verbs
        and what[-1][-1:].isalpha()
        and not part
        and not (what[0].endswith("%") and "of" not in what)
    )


def _is_named(what: list[str]) -> bool:
    """Whether the words are a thing and nothing else: it begins like none of the person's acts and holds no verb."""
    first = what[0].lower()
    verb = verb_form(first)
    acts = verb is not None and ("past" in verb.forms or "N" not in verb.kinds)
    known = word_classes().get(first)
    if acts or known in ("preposition", "pronoun", "adverb", "bag", "be", "finite"):
        return False
    if not what[-1][-1:].isalpha() or word_classes().get(what[-1].lower()) or what[-1].lower() in _NO_NOUN:
        return False
    return not any(
        is_verb_inside(word, before, "") and not _describes(word, after)
        for before, word, after in zip(what, what[1:], [*what[2:], ""], strict=False)
    )


_NO_NOUN = frozenset("still now already once not never all also only".split())


def _describes(word: str, after: str) -> bool:
    """Whether a participle says which thing is meant: "falsified antimalarials"."""
    verb = verb_form(word)
    participle = verb is not None and verb.forms <= {"past", "participle"}
    return participle and after[:1].isalpha() and word_classes().get(after.lower()) is None


_RATE = re.compile(r"(?:an?|per|each|every) (?:year|month|week|day|night|shift|season|quarter)\b")


def is_of_others(reading: LineReading, *, apart: bool = False) -> bool:
    """ "57 cleaners passed Dutch A2": a verb with an object behind it is of those before it, and not of the person.

    `apart` also where a mark stands between the two, which may begin a note: "1,240 recruits trained, and refreshed".
    """
    return any(
        who.tag in ("object", "subject")
        and verb.tag == "verb"
        and (what.tag == "object" or (what.tag == "place" and reading.words(what)[:1].isdigit()))
        and not _RATE.match(reading.words(what))
        and (apart or not re.search(r"[,;–—-]", reading.text[verb.end - 1 : what.start]))
        for who, verb, what in zip(reading.parts, reading.parts[1:], reading.parts[2:], strict=False)
    )
