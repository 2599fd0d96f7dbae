"""What a stretch of text begins with, where no line is read: a person, a sentence of its own, a verb in doubt."""

import re

from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.nouns import is_plural
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.verbs import verb_form

SURE = 0.85
"""From this probability on a first word that may be a noun is the verb that it was read as: of such lines left out
nine in ten were."""
_PLACE = (
    "station|service|plant|shop|branch|company|ward|office|unit|school|department|post|role|site|depot|hotel|store"
    "|factory|firm|club|restaurant|mill|mine|project|programme|program|shift|business"
)
_CLOSED = (
    "closed|merged|decommissioned|acquired|dissolved|disbanded|liquidated|shut|sold|cancelled|canceled|abolished"
    "|outsourced|wound up|went (?:under|bust|into)"
)
_BEFELL = (
    "laid off|made redundant|let go|furloughed|assaulted|injured|evacuated|stuck|(?:medically )?retired|resigned"
    "|dismissed|out of work|unemployed|redundant|redundancy|end of contract|left"
    "|returned? (?:to )?(?:my )?home|return to (?:my )?home"
)
_GOES_ON = (
    r"(?=$|[,.;(]|,? (?:in|on|by|at|when|after|while|during|due|because|to|from|with|since|as|before|until|for|town"
    r"|country|[A-Z][a-z]+ \d{4}|\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b)"
)
_ENDED = re.compile(
    rf"(?:(?:(?:was|were|been|got|had to be) )?(?:{_BEFELL}){_GOES_ON}"
    r"|contract (?:ended|expired|finished)|reason (?:for|of) leaving"
    rf"|(?:the )?(?:\w+ ){{0,3}}(?:{_PLACE}) (?:was |is |has |had |got )?(?:{_CLOSED}){_GOES_ON})",
    re.IGNORECASE,
)
_CHANGED = frozenset(
    "fell rose grew dropped climbed increased decreased doubled tripled halved improved declined".split()
)
_SURE = frozenset(
    "a an the all up after with one two three four five six seven eight nine ten eleven twelve several".split()
)
"""Words behind a verb that may be a noun, which make it one that governs."""


def names_a_person(text: str) -> bool:
    """Whether a text says what the person is: "Member of the works council"."""
    first = text.lower().split(" ", 1)[0]
    return first in rule_words("role") or first in rule_words("role", "alone")


def is_sentence(text: str) -> bool:
    """Whether a text that begins with a thing is a sentence of its own: "Injuries fell from 41 to 9"."""
    return any(word in _CHANGED for word in text.lower().split()[1:5])


_DESCRIBING = frozenset(
    "direct live complete secure separate dry round square corporate sound google uber slack skype express".split()
)
"""Verbs that at the head of a line mostly describe a thing: "Direct access appointments"."""


HOW_OFTEN = re.compile(r"(?:dai|hour|week|month|quarter|year)ly|annual")
"""What stands before what is done so often: "Process monthly payroll"; no first half of a name."""
_POST = re.compile(
    r"acting (?!as\b|for\b|on\b|in\b|under\b|upon\b)[\w/-]+|(?:sparring|managing|founding|consulting) partners?\b",
    re.IGNORECASE,
)


def names_a_post(line: str) -> bool:
    """ "Acting Processing Manager": what somebody was for a while, and nothing that was done."""
    return _POST.match(line.lstrip(" -–•*")) is not None


_SHIFTS = re.compile(
    r"(?:work(?:s|ed|ing)? (?:an? |on (?:an? )?)?)?"
    r"(?:(?:(?:\d+[- ]hour|long|12h|mostly|mainly|regular|permanent) )*"
    r"(?:waking|sleeping|sleep[- ]?in|rotating|rolling|alternating|revolving|split|floating|swing|relief|live[- ]in) "
    r"(?:night|day|weekend|evening|early|late|shift|rota|duty|sleep-?over)s?\b"
    r"|\d+[- ](?:hour|h|hr) (?:\w+ )?shifts?\b"
    r"|\d{1,2} ?(?:on|and|&|:|/|x|-) ?\d{1,2}(?: \w+)? (?:off|roster|rota|rotation|swing)\b)",
    re.IGNORECASE,
)


def names_shifts(line: str) -> bool:
    """Whether a line begins with a kind of shift, which nobody does to the night: "Waking nights for four ladies"."""
    return _SHIFTS.match(line.lstrip(" -–•*+·")) is not None


_STATION = re.compile(
    r"(?P<of>\w+ing) (?:counter|section|desk|bay|line|floor|shop|hall|office|station|department|dept|unit|wing|yard"
    r"|area|table)"
    r"(?=$|[,.;(/]| (?:and|&) )",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:\w+ing (?:out|up|down|off) of|(?:pre-)?opening (?:team|crew|staff)"
    r"|safeguarding (?:alerts?|concerns?|referrals?|leads?|officer)|drive[- ]?thr(?:u|ough)|lost (?:and|&) found)\b",
    re.IGNORECASE,
)
"""Names of people and things that begin with what looks like an act."""
_NAMED_WORKS = re.compile(
    r"(?!(?:co|re|pre|cross|hand|fast|over|under|de|out|mis)-)[a-z]{3,}-[a-z]+ing [a-z]+s?(?:, [a-z]+ing)+"
    r"(?:,? (?:and|&) [a-z]+ing)?\W*$",
    re.IGNORECASE,
)
"""Works named side by side, the first by a compound: "Micro-tunnelling shafts, dewatering, shoring"."""
_AND_A_THING = re.compile(
    r"(?P<of>\w+ing) (?:and|&) (?!\w+ing\b)(?!(?:the|a|an|all|their|its)\b)[a-z]\w+"
    r" (?P<next>[a-z]\w+)",
    re.IGNORECASE,
)
_IN_CHARGE = frozenset(
    "managing running leading heading handling supervising opening closing cleaning staffing manning covering setting"
    " tending attending operating".split()
)


def names_a_station(line: str) -> bool:
    """Whether a line begins with a noun that looks like a verb: "Pawning counter", "Vouching and ledger scrutiny"."""
    text = line.lstrip(" -–•*+·")
    if _NAMED.match(text) or _NAMED_WORKS.match(text):
        return True
    found = _STATION.match(text)
    if found:
        return found["of"].lower() not in _IN_CHARGE
    found = _AND_A_THING.match(text)
    verb = verb_form(found["next"].lower()) if found else None
    return (
        found is not None
        and "N" in noun_kinds().get(found["next"].lower(), "")
        and (verb is None or "gerund" not in verb.forms)
    )


_HOUSE = re.compile(
    r"(?P<first>[A-ZÀ-Þ][\w'’.&-]*)(?: (?:[A-ZÀ-Þ][\w'’.&-]*|of|the|and|&|for|de|la|du|des|al|el)){0,8}?"
    r" (?P<kind>School|Schools|Academy|College|University|Institute|Kindergarten|Nursery|Hospital|Clinic|Infirmary"
    r"|Hospice|Surgery|Pharmacy|Hotel|Resort|Inn|Lodge|Restaurant|Ltd|Limited|LLC|Inc|GmbH|Plc|PLC|Corp|Corporation"
    r"|Company|Church|Library|Museum|Airport|Council)\.?"
    r"(?:, [A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,2})*\W*"
)
_SURNAMES = frozenset("rose drew fell bore dove lay ground wood".split())
"""Pasts of verbs with which names begin."""


def names_a_house(line: str) -> bool:
    """Whether a line is the name of a school, a clinic or a firm: "Rose Spring All Age School", "Park View Clinic"."""
    found = _HOUSE.fullmatch(line.strip(" -–•*"))
    if found is None:
        return False
    first = found["first"].lower()
    verb = verb_form(first)
    if verb is None or first in _SURNAMES:
        return True
    plain = rule_words("named_work", "plain") | rule_words("named_work", "often")
    return (
        "past" not in verb.forms and "gerund" not in verb.forms and "N" in verb.kinds and first not in plain
    )


def refers_back(line: str) -> bool:
    """Whether a line leans on what is not told with it: "Gave it away", "defence of the same", "Also covered bar"."""
    words = re.findall(r"[\w’']+", line.lower())[:2]
    done = len(words) == 2 and words[1] in ("it", "them") and verb_form(words[0]) is not None
    return done or _THE_SAME.search(line) is not None or _BESIDES.match(line) is not None


_BESIDES = re.compile(
    r"\W*(?:also|additionally|in addition|occasionally|sometimes|when needed)\b(?!.*\d)", re.IGNORECASE
)
"""What was done beside the work itself, which is no work that somebody is told by."""
_THE_SAME = re.compile(
    r"\b(?:of|for|to|with|the) same(?=$|[,.;)]| (?:before|to|by|for|in|with|and|at)\b)", re.IGNORECASE
)


def ends_a_job(line: str) -> bool:
    """Whether a line says what ended a job or befell the person or the place: "laid off when the plant closed"."""
    return _ENDED.match(line.lstrip(" -–•*")) is not None


def begins_with_a_verb(text: str) -> bool:
    """Whether the first word is a verb in its plain form and hardly ever anything else: "Supervise 3 engineers"."""
    words = re.findall(r"[\w’'-]+", text)
    verb = verb_form(words[0]) if len(words) > 1 else None
    if verb is None or "base" not in verb.forms or verb.forms & {"past", "gerund"}:
        return False
    return "N" not in verb.kinds or verb.base in rule_words("named_work", "plain")


def acts_in_third_person(text: str, probability: float) -> bool:
    """Whether a line surely begins with what somebody does: "Plans menus", "Processes motor renewals".

    A plural that is read as a verb from a `probability` of `THIRD_SURE` on is one but before a preposition: of the
    lines left out eight of eight, before one none of one ("Values from €80k to a €19m nursing home").
    """
    found = _FIRST_AND_NEXT.match(text)
    verb = verb_form(found[1]) if found else None
    return (
        found is not None
        and verb is not None
        and "third" in verb.forms
        and "base" not in verb.forms
        and probability >= THIRD_SURE
        and verb.base not in rule_words("named_work", "intransitive")
        and word_classes().get(found[2].lower()) not in ("preposition", "and")
        and found[2].lower() != "about"
    )


THIRD_SURE = 0.95
_FIRST_AND_NEXT = re.compile(r"\W*([^\W\d_]+) ([\w’'$£€₹-]+)")


def is_doubtful(text: str, probability: float = 0.0, *, among_verbs: bool = False) -> bool:
    """Whether the first word is as likely a noun: in its plain form, and before no figure, article or second verb.

    One that lines often begin with as a verb, or that stands among lines that do (`among_verbs`), is believed from a
    `probability` of its reading of `SURE` on.
    """
    words = re.findall(r"[\w$£€'’-]+", text)
    verb = verb_form(words[0]) if words else None
    if verb is None or not verb.forms & {"base", "third"} or verb.forms & {"past", "gerund"}:
        return False
    plain = rule_words("named_work", "plain") | rule_words("named_work", "intransitive")
    often = verb.base in plain or verb.base in rule_words("named_work", "often")
    if verb.base in _DESCRIBING:
        return len(words) < 2 or words[1].lower() not in _SURE
    if "N" not in verb.kinds or verb.base in plain or acts_in_third_person(text, probability):
        return False
    following = words[1].lower() if len(words) > 1 else ""
    compound = (
        words[1][:1].islower()
        and following in noun_kinds()
        and not is_plural(following)
        and not HOW_OFTEN.fullmatch(following)
        if following
        else False
    )
    believed = often or among_verbs
    if probability >= SURE and believed and not compound:  # no "Market research projects", "Order picking"
        return False
    if among_verbs and probability >= SURE and following[:1].isdigit():
        return False
    third = "base" not in verb.forms  # "Stages 3-5 on a retrofit"
    return not (following in _SURE or (re.match(r"[$£€]?\d", following) and often and not third))
