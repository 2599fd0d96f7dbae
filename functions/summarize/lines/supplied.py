"""The verb that a line without one needs: "62 sewing lines" are run, "8 nurses" are led by who leads a ward.

The one place that gives a thing a verb. Which verb a thing takes stands in `supplied.toml`, by its head noun; the verbs
say no more than that the thing was there. A thing that no table knows takes none: it is told as the thing that it is.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from functions.summarize.language.surface import article
from functions.summarize.lines.figured import REPORTS
from functions.summarize.lines.first_words import HOW_OFTEN
from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.nominal import forms_of, moves_name, nominal_forms
from functions.summarize.lines.nouns import head_noun, is_plural, with_article
from functions.summarize.lines.phrase import FIGURE, up_to, with_figures
from functions.summarize.lines.records import Forms, LineReading, Piece, Telling
from functions.summarize.lines.rules import mass_nouns, rule_words
from functions.summarize.lines.settled import joins_verb
from functions.summarize.lines.states import is_clocked, is_wanted
from functions.summarize.lines.supplied_tables import (
    PREPOSITION,
    STARTS_WITH_FIGURE,
    Supplied,
    counts_people,
    is_led,
    members_of,
    tables,
)
from functions.summarize.lines.surface import before_names, joined, ours
from functions.summarize.lines.things import is_person
from functions.summarize.lines.tokens import tokenize
from functions.summarize.lines.verbs import Form, verb_form

_BECAME = re.compile(r"(?:,| and) \W?\d.* to \D{0,3}\d")
"""What became of a figure is no size of what stands before it: "campaign, 180,000 codes to 71,000"."""
_LONGEST = 14
"""Words of a thing that still takes a verb: the things told in the corpus have fewer."""
_NO_WORK = re.compile(
    r"\b(?:up|down) (?:by|to|from|an?|over|nearly|almost)\b"
    r"|\b(?:awards?|prizes?|medals?|winners?|first|best|records?|degrees?|licen[cs]ed?|certified|certificate|language|speaker|"
    r"success|rate|score|ratio|years?|months?(?!-)|only|none|no|zero|without|part-time|full-time|own)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\d\s?%|\bof the (?:Year|Month|Quarter|Season)\b|^(?:zero|no|not|none)\b|[,;] (?:no|zero|0|all|none|without)\b"
    r"|\b(?:is|are|was|were|has|have)\b"
)
"""What is a share, a distinction or a result, whatever its head: "71% of students", "four audits, no finding"."""
_DEED = re.compile(r"\b(?:in|within) \d+ (?:days|weeks|hours|nights)\b")
"""So many within a time were made or moved, and are no size of what somebody leads: "640 ICU beds in 21 days"."""
_ADJECTIVE = re.compile(r"\S*\d-[a-z]")
"""A figure that only describes the thing behind it: "600-ton central plant"."""
_STATED = re.compile(r"\w: .*(?:\d|\bno\b|\bzero\b)")
"""A finding behind a colon: "PSI inspections: no critical finding" were carried out by others."""
_VERSIONS = re.compile(r"\b(?:upgrade|update|migration) from v?\d")
_PASSED = re.compile(
    r"\b(?:inspections?|audits?|accreditations?|visits?|reviews?)\b.*\b(?:without|no|zero|nil) (?:\w+ ){0,2}"
    r"(?:findings?|non-?conformit(?:y|ies)|observations?|remarks?|deficienc(?:y|ies)|objections?)\b",
    re.IGNORECASE,
)
"""What others came to look at and found right: "Inspection of the laboratory without critical findings"."""
_GROUP = re.compile(
    r"(?:an? )?(?:[\w-]+ ){0,2}?"
    r"(?:team|staff|crew|squad|brigade|shift|gang|section|platoon|watch|unit|department|desk|newsdesk) of "
    r"(?:(?:up to|about|around) )?\d|(?:an? |the )?\d+-(?:man|person|strong) (?:team|crew|squad|unit|gang)\b"
)
_MOST_FIELDS = 2
"""From so many commas on, the fields of a group are left out together."""
_FIELD = r"(?!\d)[^\s,\d]+(?: (?!and\b)[^\s,\d]+){0,2}"
_OF_FIELDS = re.compile(
    rf".*?\d\S*(?: \w+)?(?P<fields> (?:in|for|across|from|of|at|on|covering) {_FIELD}"
    rf"(?:, {_FIELD})+,? (?:and|&|,) {_FIELD})"
)
"""A group and the fields, places or crafts that it is of: the first alone would say something else."""
_LEADING = Supplied("led", frozenset(), charge=True, figure=True, each=True)
_BELONGING = Supplied("worked in", frozenset(), figure=True)
_ON_TOP = re.compile(
    r"\b(?:chief|general manager|president|site director|plant manager|CEO|COO|owner)\b", re.IGNORECASE
)
"""Only at the top do thousands work for somebody; below they are whom a department serves."""
_THOUSANDS = re.compile(r"(?<![$£€.\d])(?:\d{1,3},\d{3}|\d{4,})")
_RATE = re.compile(r"\b(?:a|per|each|every) (?:day|week|month|year|shift|season|night|annum)\b")
_MONEY = r"(?:[A-Z]{2,3}\s?|[^\w\s]{1,2})?"
_CHANGED = re.compile(
    r"(?P<what>(?!.*\bwith\b)[^,;\d]{3,70}?) "
    rf"(?P<way>(?:up|down)(?: from| by)? {_MONEY}\d.*|down to {_MONEY}\d.*|from {_MONEY}\d\S*(?: \w+)? to {_MONEY}\d.*)"
)
_RANGE = re.compile(r"from \d+ to \d+")
_SHORT = 2
"""Words of a gerund that is a thing among things: "loading, scanning"; a longer one may be what followed."""
_SEGMENT = 4
"""Words of a thing in a series: longer ones are told with more, which a comma parts from them."""


def with_verb(reading: LineReading, forms: Forms) -> Forms:
    """The forms of a line that is only a thing, with those of the verb that it takes."""
    if forms.noun and _VERSIONS.search(forms.noun.text) and not moves_name(forms.noun.text.split(" ", 1)[0]):
        return Forms()  # "Windows upgrade from 7 to 10": nothing that is brought
    if re.search(r"→|->", reading.text) or _PASSED.search(reading.text):
        return forms
    noun = forms.noun and _as_series(forms.noun)
    forms = replace(forms, noun=noun)
    if noun is None or any((forms.past, forms.present, forms.perfect)):
        return forms
    if len(noun.text.split()) > _LONGEST:
        return _supplied(reading, noun) or forms
    return (
        _provided(reading, noun)
        or _attained(reading, noun)
        or nominal_forms(reading, noun)
        or _brought(reading, noun)
        or _supplied(reading, noun)
        or forms
    )


_SUPPORT = re.compile(
    r"(?:(?:L[1-4]|[1-4](?:st|nd|rd|th)|first|second|third|tier|level|and|on-?call|on-?site|remote|24[/x]7"
    r"|out-of-hours|day-to-day|full|IT|ICT|technical|desktop|application|production|operational|admin\w*|secretarial|clerical"
    r"|customer|user|end-user|helpdesk|logistical|legal|pastoral|clinical|post-sales|pre-sales|after-sales|line"
    r"|[1-4]|[1-4]/[1-4]|SAP|ERP|hypercare)[ -])+support (?:for|to) (?!me\b|the team lead)\S",
    re.IGNORECASE,
)
"""What somebody gives others whose work the words before it name: "L3 support for 1,200 servers"."""


def _provided(reading: LineReading, noun: Telling) -> Forms | None:
    """ "L3 support for 1,200 servers": provided it."""
    if not _SUPPORT.match(noun.text) or _done_to(noun.text):
        return None
    return _with_past(reading, noun, "provided", standing=True)


def _with_past(reading: LineReading, noun: Telling, past: str, *, standing: bool) -> Forms | None:
    """The thing as it is told, after a verb in each of its forms."""
    verb = verb_form(past)
    if verb is None:
        return None
    return forms_of(reading, noun, lambda form: (*ours(verb.inflect(form)), *noun.pieces), standing=standing)


_ATTAINED = re.compile(
    r"(?:9[5-9]|\d{3})(?:\.\d+)?\s?% of (?:(?:an?|the|annual|yearly|sales|team|personal|[$£€]\S+) )*"
    r"(?:quotas?|targets?|plan|goals?)(?!\w)"
)
"""How much of what was asked of somebody was reached, where it was about all of it: "118% of quota in FY24"."""


def _attained(reading: LineReading, noun: Telling) -> Forms | None:
    """ "118% of quota in FY24": reached it."""
    if not _ATTAINED.match(noun.text) or ";" in reading.text or _done_to(noun.text):
        return None
    return _with_past(reading, noun, "reached", standing=False)


def names_work(text: str) -> bool:
    """Whether a thing is work that goes on, to be listed as what a job covers: no figure, no single piece."""
    first = text.split(maxsplit=1)[0].lower().strip(",")
    head = head_noun(members_of(text)[0]).lower()
    kinds = noun_kinds().get(head, "")
    work = head.endswith("ing") or head in mass_nouns() or "P" in kinds or is_plural(text) or _in_the(text)
    work = work or _names_an_activity(text, head)
    if re.search(r"\d|→|->|[:;()]", text) or _NO_WORK.search(text) or not work or not text[:1].isalpha():
        return False
    tokens = [token.text for token in tokenize(text)]
    verb = verb_form(first)
    acts = (
        verb is not None
        and "base" in verb.forms
        and any(joins_verb(tokens, at) for at in range(2, len(tokens)))
    )
    if (
        acts
        or (first.endswith("ly") and set(noun_kinds().get(first, "R")) == {"R"})
        or (
            word_classes().get(first) in ("preposition", "adverb", "pronoun", "bag")
            and not HOW_OFTEN.fullmatch(first)
        )
    ):
        return False
    if head in rule_words("supplied", "people") or counts_people(text) or _done_to(text):
        return False
    return not any(is_person(member) for member in members_of(text))


def _names_an_activity(text: str, head: str) -> bool:
    """Whether a noun says of what an activity is: "data entry", "boiler installation", "month-end close"."""
    behind = head in rule_words("supplied", "activities")
    return behind and text.split(maxsplit=1)[0].lower().strip(",") != head


def _in_the(text: str) -> bool:
    """Whether a single thing has its article: "the grill and fry station"."""
    return text.startswith(("the ", "a ", "an "))


def leads(reading: LineReading) -> bool:
    """Whether the title says that the person leads people: no "principal engineer", no "account executive"."""
    for part in _TITLE_PART.split(reading.title.lower()):
        words = part.split()
        pairs = {"_".join(pair) for pair in pairwise(words)}
        last = rule_words("team", "last").intersection(words[-1:])
        if last or not rule_words("team").isdisjoint({*words, *pairs}):
            return True
    return False


_TITLE_PART = re.compile(r"\s*[,;:/()|]\s*|\s[-–—&]\s|\s(?:and|of|then|later)\s")


def _as_series(noun: Telling) -> Telling:
    """ "stock, deliveries, annual inventory": an "and" before the last of a series of things."""
    last = noun.pieces[-1]
    comma = last.text.rfind(", ")
    segments = noun.text.split(", ")
    words = segments[-1].split()
    long = any(len(one.split()) > _SEGMENT for one in (*segments[:-1], PREPOSITION.split(segments[-1])[0]))
    if comma < 0 or last.rule not in (None, "small") or last.start is None or long:
        return noun
    first = words[0].lower()
    verb = verb_form(first)
    gerund = first.endswith("ing") and len(PREPOSITION.split(segments[-1])[0].split()) > _SHORT
    joins = gerund or first.endswith("ly") or (verb is not None and "participle" in verb.forms)
    alike = all(bool(re.match(FIGURE, one)) == bool(re.match(FIGURE, segments[0])) for one in segments)
    if joins or not alike or word_classes().get(first) or {"and", "&", "or"} & set(segments[-1].split()):
        return noun
    head = Piece(last.text[:comma], last.start, last.start + comma)
    rest = Piece(last.text[comma + 2 :], last.start + comma + 2, last.end)
    pieces = (*noun.pieces[:-1], head, *ours("and"), rest)
    return replace(noun, pieces=pieces, text=joined(pieces))


def _brought(reading: LineReading, noun: Telling) -> Forms | None:
    """ "DPIA turnaround down from 30 to 8 days": brought it down; not "learners from 6 to 60", who they are."""
    match = _CHANGED.fullmatch(noun.text)
    if match is None or _done_to(match["what"]) or ":" in reading.text or is_clocked(match["what"]):
        return None
    if _RANGE.fullmatch(match["way"]) and is_plural(match["what"]):
        return None
    if match["way"].startswith("down") and is_wanted(match["what"]):
        return None
    pieces = noun.pieces
    if pieces[0].start is None and pieces[0].text in ("a", "an"):
        pieces = (*ours("the"), *pieces[1:])

    def act(form: Form) -> tuple[Piece, ...]:
        return (
            *ours("brings" if form == "third" else "bringing" if form == "gerund" else "brought"),
            *pieces,
        )

    return forms_of(reading, noun, act, standing=False)


def _supplied(reading: LineReading, noun: Telling) -> Forms | None:
    """ "62 sewing lines": ran 62 sewing lines."""
    told = _with_known(reading, _without_since(noun))
    if told is None:
        return None
    found, noun = told
    word, _, particle = found.past.partition(" ")
    known = verb_form(word)
    if known is None or re.search(rf"\b{known.base[:5]}", noun.text, re.IGNORECASE):
        return None  # "management accounts" are not managed
    definite = found.one or word in ("worked", "ran")
    others = members_of(noun.text)[1:2]
    beside = found.past == "served" and not any(map(is_led, others))  # "19 hospitals and 11 town halls"
    together = found.past == "worked on" and bool(others) and all(map(found.takes, others))
    led = found.charge and found.each and all(map(found.takes, others))
    pieces = noun.pieces if beside or together or led else with_figures(noun.pieces)
    things = _with_article(pieces, "the" if definite else "a")

    def act(form: Form) -> tuple[Piece, ...]:
        return (*ours(known.inflect(form), *particle.split()), *things)

    return forms_of(reading, noun, act, standing=not found.done)


def _without_since(noun: Telling) -> Telling:
    """What goes on needs no beginning: "works in the team [since 2023]"."""
    since = re.search(r" since \w*\s?\d{4}", noun.text)
    pieces = up_to(noun.pieces, since.start() + 1) if since else noun.pieces
    return replace(noun, text=joined(pieces), pieces=pieces)


def _with_article(things: tuple[Piece, ...], kind: Literal["a", "the"]) -> tuple[Piece, ...]:
    """The thing with its article; a noun that is a verb as well ("log", "desk") can be counted, too."""
    told = with_article(things, kind)
    text = joined(things)
    head = head_noun(text)
    verb = verb_form(head)
    several = is_plural(text) or head.lower().endswith("s") or head.lower() in mass_nouns()
    if (
        told != things
        or several
        or (verb and verb.forms & {"gerund", "past"})
        or re.search(r",|\band\b", text)
    ):
        return told
    if not text[:1].isalpha() or word_classes().get(text.split()[0].lower()):
        return told
    return (*ours(article(text) if kind == "a" else kind), *things)


def _with_known(reading: LineReading, noun: Telling) -> tuple[Supplied, Telling] | None:
    """The verb of a thing and as much of it as the verb goes with: "led 18 testers and 2 SDETs[, console and PC]"."""
    if _RESULT.search(noun.text):
        return _rated(reading, noun)
    found = _verb_of(reading, noun, noun.text)
    if found and found.rate and not all(map(is_led, members_of(noun.text)[1:])):
        return _rated(reading, noun)
    if found and len(noun.text.split()) <= _LONGEST:
        return found, noun
    ends = [match.start() for match in re.finditer(r", | and ", noun.text)]
    fields = _OF_FIELDS.fullmatch(noun.text)
    if fields and _GROUP.match(noun.text):  # never the first of them alone
        ends = [fields.start("fields")]
    for end in reversed(ends):
        found = _verb_of(reading, noun, noun.text[:end])
        scope = found is not None and (found.figure or found.charge or noun.text[end + 2 :][:1].isdigit())
        if found and scope and len(noun.text[:end].split()) <= _LONGEST:
            kept = up_to(noun.pieces, before_names(noun.text, end) + 1)
            kept = (*kept[:-1], replace(kept[-1], text=kept[-1].text.rstrip(", ")))
            if len(kept) > 1 and kept[-2].text.endswith(","):
                before = replace(kept[-2], text=kept[-2].text[:-1])
                kept = (*kept[:-2], before, *ours("and"), kept[-1])
            return found, _as_series(replace(noun, text=joined(kept), pieces=kept))
    return None


def _rated(reading: LineReading, noun: Telling) -> tuple[Supplied, Telling] | None:
    """ "900 treatments per year, one third are retreatments": so many a year, without what else is said."""
    ends = re.search(r", | and ", noun.text)
    end = ends.start() if ends else 0
    first = noun.text[:end]
    found = (
        _verb_of(reading, noun, first)
        if first and not _RESULT.search(first) and _RATE.search(first)
        else None
    )
    if found is None or not found.rate:
        return None
    kept = up_to(noun.pieces, end + 1)
    kept = (*kept[:-1], replace(kept[-1], text=kept[-1].text.rstrip(",")))
    return found, replace(noun, text=joined(kept), pieces=kept)


def _verb_of(reading: LineReading, noun: Telling, text: str) -> Supplied | None:
    """The verb of the first table that knows every thing of a text, if the line and its title are such that it fits."""
    members = members_of(text)
    first = members[0]
    opening = word_classes().get(first.split(maxsplit=1)[0].lower())
    if opening in ("preposition", "pronoun", "adverb", "bag") or _done_to(first) or _is_act(first):
        return None
    if REPORTS.match(reading.text):
        return _LEADING
    if _BECAME.search(text):
        return None
    if _GROUP.match(text):
        group = _LEADING if leads(reading) else _BELONGING if reading.head != "label" else None
        return group if _is_whole_group(text) else None
    opens = _opens_line(reading, noun)
    for each in tables():
        if (
            each.takes(first.lower())
            and all(map(each.goes_with, members[1:]))
            and _fits(each, first, reading)
        ):
            return each if opens or each.past == "led" else None
    return None


def _is_whole_group(text: str) -> bool:
    """Whether a group is told with all that is said of it: the few fields that it is of, or more people."""
    fields = _OF_FIELDS.fullmatch(text)
    if fields:
        return fields["fields"].count(",") < _MOST_FIELDS
    return all(map(_is_in_group, re.findall(r"(?:,| and) [^,]+?(?=,| and |$)", text)))


def _is_in_group(joined_on: str) -> bool:
    """Whether what a joint adds to a group is more people, or goes on with a place: "and two apprentices"."""
    joint, _, thing = joined_on.strip().partition(" ")
    return is_led(PREPOSITION.split(thing, maxsplit=1)[0]) or (joint == "and" and thing[:1].isupper())


def _opens_line(reading: LineReading, noun: Telling) -> bool:
    """Whether the thing is what the line begins with: of a later one the line may say that it is somebody else's."""
    starts = [piece.start for piece in noun.pieces if piece.start is not None]
    return bool(starts) and not re.search(r"[\w)]", reading.text[: min(starts)])


def _fits(each: Supplied, text: str, reading: LineReading) -> bool:
    figured = STARTS_WITH_FIGURE.match(text) is not None
    many = _THOUSANDS.match(text) is not None
    if each.past == "led" and many and not _ON_TOP.search(reading.title):
        return False
    head = head_noun(text).lower()
    return (
        (figured or not (each.figure or each.rate))
        and (leads(reading) or not each.charge)
        and (each.titles is None or each.titles.search(reading.title) is not None)
        and (not each.rate or _RATE.search(reading.text) is not None)
        and (many or not each.many)
        and (not each.each or each.one or is_plural(text) or head in mass_nouns())
        and not (each.each and _STATED.search(reading.text))
        and not (each.charge and (_DEED.search(reading.text) or _ADJECTIVE.match(text)))
        and (figured or not _NO_WORK.search(text))
    )


def _is_act(text: str) -> bool:
    """Whether a thing begins as an act would: "covering reception at lunch"."""
    first = text.split(maxsplit=1)[0]
    verb = verb_form(first)
    acts = verb is not None and verb.forms <= {"gerund", "past", "participle"} and " " in text
    return acts and first.lower() not in rule_words("named_work") | rule_words("attribute")


def _done_to(text: str) -> bool:
    """Whether a word of it may say what became of the thing: "four kitchens merged into one"."""
    for word in text.split()[1:]:
        verb = verb_form(word.strip(","))
        if verb is not None and "past" in verb.forms and "N" not in verb.kinds:
            return True
    return False
