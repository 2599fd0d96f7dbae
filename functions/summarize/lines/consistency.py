"""What a reading must agree with to be believed: verbs of one series in one form, first words that govern what follows.

The sequence model sees a word and its neighbours; these look at the line as a whole. A reading that fails is not
certain, and is told as it stands or not at all.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, takewhile

from functions.summarize.lines.done_to import is_of_others
from functions.summarize.lines.first_nouns import BEYOND_DOUBT, is_noun, is_surely_noun, names_duties
from functions.summarize.lines.first_words import names_a_post
from functions.summarize.lines.inflect import is_passive, is_past_only, verb_place, word_forms
from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.nouns import head_noun, is_plural
from functions.summarize.lines.records import LineReading, Part, Tag
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.settled import is_certain_past
from functions.summarize.lines.tokens import tokenize
from functions.summarize.lines.verbs import Form, verb_form

_JOINTS = frozenset(
    "and & + ; , / | but or while as well as then plus — – -> → => > . : after when until".split()
)
_ARROW = re.compile(r"→|->|=>|➔|➜")


def consistent(reading: LineReading) -> LineReading:
    """The reading with its verbs agreed: act or duty by the form of the first, results told apart from acts."""
    if reading.head == "label" and reading.parts[0].tag == "label" and _SO_MANY_LABELLED.match(reading.text):
        return _as_counted(reading)
    reading = _up_to_colon(_with_including(_with_span(reading)))
    reading = _with_later_subject(_with_so_many(_with_particle(reading)))
    reading = _up_to_sentence(_with_joints(reading))
    reading = _with_subject(_with_currency(_with_commas(_with_method(_with_done_to(reading)))))
    reading = replace(reading, certain=reading.certain and not _drops_a_limit(reading))
    if reading.head == "fragment" and _begins_an_act(reading):
        reading = replace(reading, head="act")
    if reading.head not in ("act", "duty"):
        return replace(reading, certain=reading.certain and _fragment_holds(reading))
    verbs = [part for part in reading.parts if part.tag == "verb"]
    if not verbs:
        return reading
    if len(verbs) == 1 and (is_surely_noun(reading, verbs[0]) or _goes_on_as_thing(reading, verbs[0])):
        return _as_thing(reading, verbs[0])
    if (
        names_duties(reading, verbs[0])
        or _BUT_NOT.search(reading.text)
        or names_a_post(reading.text)
        or _NUMBERED.match(reading.text.lstrip(" -–•*"))
    ):
        return replace(reading, certain=False)
    agreed = _up_to_hidden(_without_of(_with_series(_with_results(reading, verbs), verbs)), verbs[0])
    verbs = [part for part in agreed.parts if part.tag == "verb"]
    head = "act" if is_past_only(agreed, verbs[0]) or _is_changed(agreed, verbs) else agreed.head
    head = (
        "duty" if "past" not in word_forms(agreed, verbs[0]) and not is_past_only(agreed, verbs[0]) else head
    )
    head = head if agreed.current or head == "duty" else agreed.head
    return replace(agreed, head=head, certain=agreed.certain and _holds(agreed, verbs))


_NUMBERED = re.compile(
    r"(?:stages|phases|levels|years|grades|units|parts|bands|classes|modules|lots|zones|blocks|sections) \d",
    re.IGNORECASE,
)
""" "Stages 3-5 of a retrofit": what is numbered, and no verb."""


def _with_span(reading: LineReading) -> LineReading:
    """ "credit notes from 2016 – 2020 from customers": two years with a dash between are one time."""
    parts = list(reading.parts)
    for index, (part, following) in enumerate(pairwise(parts)):
        end = _YEAR_AND_DASH.search(reading.words(part))
        year = _YEAR_FIRST.match(reading.words(following)) if end else None
        if year is None:
            continue
        parts[index] = replace(part, end=following.start + year.end("year"))
        rest = replace(following, start=following.start + year.end())
        kept = [replace(rest, tag="place")] if rest.start < rest.end else []
        return replace(reading, parts=(*parts[: index + 1], *kept, *parts[index + 2 :]))
    return reading


_YEAR_AND_DASH = re.compile(r"\b(?:19|20)\d\d\s*[-–—]$")
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)?\d\d\b)\s*")


def _with_including(reading: LineReading) -> LineReading:
    """ "six trials, incl. an 11-day one": what is included is no second thing of the act."""
    parts = list(reading.parts)
    for index, (part, following) in enumerate(pairwise(parts)):
        if _INCLUDING.fullmatch(reading.words(part)) and following.tag in ("object", "subject"):
            rest = parts[index + 2 :]
            own = len(list(takewhile(lambda one: one.tag in ("with", "place", "purpose", "time"), rest)))
            bracket = Part("bracket", part.start, parts[index + 1 + own].end)
            return replace(reading, parts=(*parts[:index], bracket, *rest[own:]))
    return reading


_INCLUDING = re.compile(r"\W*(?:incl(?:\.|uding|udes|uded)?|inc\.)\W*", re.IGNORECASE)


def _up_to_colon(reading: LineReading) -> LineReading:
    """ "Own the tracking service: 1.8M shipments / month": how much of it there is says no more of the act."""
    if reading.head not in ("act", "duty"):
        return reading
    for index, (part, following) in enumerate(pairwise(reading.parts)):
        words = reading.words(part).rstrip()
        if index and part.tag == "object" == following.tag and words.endswith(":"):
            whole = replace(part, end=part.start + len(words[:-1].rstrip()))
            return replace(reading, parts=(*reading.parts[:index], whole))
    return reading


def _with_particle(reading: LineReading) -> LineReading:
    """ "Handles arrivals and group check in": a particle at the end, and no place or time, is of the word before it."""
    *parts, last = reading.parts
    before = parts[-1] if parts else None
    if before is None or before.tag not in ("object", "with", "purpose") or last.tag in ("verb", "mark"):
        return reading
    if not _PARTICLE.fullmatch(reading.words(last)) or last.start - before.end > 1:
        return reading
    return replace(reading, parts=(*parts[:-1], Part(before.tag, before.start, last.end)))


_PARTICLE = re.compile(r"(?:in|out|up|off|down|over|on|through|back)\W*", re.IGNORECASE)


def _begins_an_act(reading: LineReading) -> bool:
    """ "Looked after ten tables": a fragment that begins with a verb of the person is an act."""
    told = [part for part in reading.parts if part.tag not in ("mark", "filler", "label")]
    first = told[0] if told else None
    if first is None or first.tag != "verb" or is_passive(reading, first):
        return False
    following = reading.text[first.end :].strip()
    return bool(following) and is_certain_past(reading.words(first).split(maxsplit=1)[0], following)


def _as_thing(reading: LineReading, verb: Part) -> LineReading:
    """The line as a thing, its first word the noun that it is: "Repair requests from wards"."""
    at = reading.parts.index(verb)
    before, after = reading.parts[:at], reading.parts[at + 1 :]
    changes = any(part.tag in ("change", "extent") for part in after[:2])
    end = after[0].end if after and after[0].tag == "object" else verb.end
    rest = after[1:] if after and after[0].tag == "object" else after
    thing = Part("subject" if changes else "object", verb.start, end)
    return replace(reading, head="fragment" if changes else "thing", parts=(*before, thing, *rest))


def _drops_a_limit(reading: LineReading) -> bool:
    """Whether a word that changes what is true would be left out as a filler: "Rarely needed a locum"."""
    fillers = (reading.words(part).lower() for part in reading.parts if part.tag == "filler")
    return any(set(re.findall(r"\w+", words)) & rule_words("limit") for words in fillers)


def _with_done_to(reading: LineReading) -> LineReading:
    """ "64 incidents handled": so many things before a participle are what was done to, and no doer."""
    if reading.head != "fragment" or len(reading.parts) < 2:
        return reading
    first, verb = reading.parts[:2]
    counted = first.tag == "subject" and reading.words(first)[:1].isdigit() and verb.tag == "verb"
    if not counted or "participle" not in word_forms(reading, verb):
        return reading
    return replace(reading, parts=(replace(first, tag="object"), *reading.parts[1:]))


_BY_WHOM = re.compile(r"by (?:an?|the|my|our) (?!\d)", re.IGNORECASE)
_BY_DOING = re.compile(r"by (?:\w+ly )?[a-z-]{2,}ing\b", re.IGNORECASE)


def _with_method(reading: LineReading) -> LineReading:
    """ "By rewriting the script" is how, and never by whom, which would make the verb before it a passive."""
    return replace(
        reading,
        parts=tuple(
            replace(part, tag="method")
            if part.tag == "subject" and _BY_DOING.match(reading.words(part))
            else replace(part, tag="subject")
            if part.tag == "method" and reading.head == "fragment" and _BY_WHOM.match(reading.words(part))
            else part
            for part in reading.parts
        ),
    )


def _with_commas(reading: LineReading) -> LineReading:
    """A bare comma is no joint, it closes the part before it."""
    parts: list[Part] = []
    for part in reading.parts:
        if part.tag == "and" and reading.words(part) == "," and parts:
            parts[-1] = Part(parts[-1].tag, parts[-1].start, part.end)
        else:
            parts.append(part)
    return replace(reading, parts=tuple(parts))


def _with_currency(reading: LineReading) -> LineReading:
    """ "AuM EUR 210M → EUR 485M": the currency belongs to the figure."""
    parts = list(reading.parts)
    for index, (part, following) in enumerate(pairwise(parts)):
        match = _CURRENCY.search(reading.words(part)) if following.tag in ("change", "extent") else None
        if match is not None and part.tag in ("subject", "object"):
            parts[index] = Part(part.tag, part.start, part.start + match.start())
            parts[index + 1] = Part(following.tag, part.start + match.start() + 1, following.end)
    return replace(reading, parts=tuple(parts))


_CURRENCY = re.compile(
    r"(?<=\w)\s(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|AED|INR|Rs|AUD|CAD|ZAR|PLN|EGP|NGN|KES|RM|SGD|MAD|BRL|MXN|THB|IDR|PHP|HUF"
    r"|CZK|RON|TRY|HKD|NZD|KRW|SAR|QAR|COP|CLP|PEN|ARS|UAH|GHS|JPY|CNY|ILS|PKR|LKR|BDT|UGX|TZS|[A-Z]{1,3}\$|[$£€¥₹₦₱]|Rs\.|S/|Kč|zł)$"
)


def _with_subject(reading: LineReading) -> LineReading:
    """A thing right before its change is what changed: "rate for caesarean section 9.8% -> 3.1%"."""
    reading = _without_change_named(_with_halves_joined(reading))
    if reading.head in ("act", "duty") or len(reading.parts) < 2 or reading.parts[1].tag != "change":
        return reading
    first, change, *others = reading.parts
    if first.tag not in ("object", "subject"):
        return reading
    named = _NAMED_IN_CHANGE.match(reading.words(change))
    if named:
        start = change.start + named.start("change")
        first, change = replace(first, end=change.start + named.end("name")), replace(change, start=start)
    lasted = _TIME_IN_CHANGE.fullmatch(reading.words(change))
    if lasted:
        others.insert(0, Part("time", change.start + lasted.start("time"), change.end))
        change = replace(change, end=change.start + lasted.end("change"))
    return replace(reading, parts=(Part("subject", first.start, first.end), change, *others))


_SO_MANY_LABELLED = re.compile(r"\d[\d,.]* (?!days|weeks|months|years|hours)[a-z]{3,}s\s?:")


def _as_counted(reading: LineReading) -> LineReading:
    """ "38 plants: white goods": so many of what stands before the colon, which is no label."""
    end = len(reading.words(reading.parts[0]).rstrip(" :"))
    return replace(reading, head="thing", parts=(Part("object", 0, end),))


def _with_later_subject(reading: LineReading) -> LineReading:
    """ "Refinanced facilities; headroom from 0.2x to 1.1x": what changed behind the act is no second object of it."""
    parts = list(reading.parts)
    for index in range(2, len(parts) - 1):
        apart = parts[index - 1].tag == "and" and reading.words(parts[index - 1]).startswith(";")
        if apart and parts[index].tag == "object" and parts[index + 1].tag in ("change", "extent"):
            parts[index] = replace(parts[index], tag="subject")
    return replace(reading, parts=tuple(parts))


def _with_joints(reading: LineReading) -> LineReading:
    """The joint behind a bracket, and behind the particle of a verb, apart: "(27 controls) and", "over & lists"."""
    parts: list[Part] = []
    for part in reading.parts:
        words = reading.words(part)
        bracket = _BRACKET_AND.fullmatch(words) if part.tag == "bracket" else None
        particle = (
            _PARTICLE_AND.match(words) if part.tag == "object" and parts and parts[-1].tag == "verb" else None
        )
        if bracket:
            at = part.start + bracket.start("joint")
            parts += [
                Part("bracket", part.start, part.start + bracket.end("bracket")),
                Part("and", at, part.end),
            ]
        elif particle:
            parts[-1] = replace(parts[-1], end=part.start + particle.end("particle"))
            joint = part.start + particle.start("joint"), part.start + particle.end("joint")
            parts += [Part("and", *joint), Part("object", part.start + particle.end(), part.end)]
        else:
            parts.append(part)
    return replace(reading, parts=tuple(parts))


_BRACKET_AND = re.compile(r"(?P<bracket>\([^()]*\)),? (?P<joint>and|&)")
_PARTICLE_AND = re.compile(r"(?P<particle>over|out|up|off|down|away) (?P<joint>and|&) ")


def _up_to_sentence(reading: LineReading) -> LineReading:
    """An act up to the colon behind which a sentence of its own says more: "for onboarding: new starter is ready"."""
    for index, part in enumerate(reading.parts[1:], 1):
        after = reading.text[: part.start].rstrip().endswith(":")
        if after and reading.head in ("act", "duty") and _BEING_INSIDE.search(reading.text, part.start):
            return replace(reading, parts=reading.parts[:index])
    return reading


_BEING_INSIDE = re.compile(r"\b(?:is|are|was|were|has|have)\b")


def _with_so_many(reading: LineReading) -> LineReading:
    """ "Loaded out 30 to 40 trailers": so many behind a past are what it was done to."""
    parts = tuple(
        replace(part, tag="object")
        if part.tag == "extent" and before.tag == "verb" and _SO_MANY_THINGS.match(reading.words(part))
        else part
        for before, part in pairwise((Part("mark", 0, 0), *reading.parts))
    )
    return replace(reading, parts=parts)


_SO_MANY_THINGS = re.compile(r"\d[\d,.]*(?: ?(?:to|-|–) ?\d[\d,.]*)? [a-z]{3,}")


def _with_halves_joined(reading: LineReading) -> LineReading:
    """ "Storage & detention costs": what stands on both sides of an "and" before its change is one thing."""
    if [part.tag for part in reading.parts[:3]] != ["object", "subject", "change"]:
        return reading
    first, second, *others = reading.parts
    joined = re.search(r"(?:&|\band)$", reading.words(first)) is not None
    return replace(reading, parts=(Part("subject", first.start, second.end), *others)) if joined else reading


def _without_change_named(reading: LineReading) -> LineReading:
    """ "Reduction of scrap 4.8% → 1.9%": what changed is the scrap, and its figures say how."""
    named = _CHANGE_OF.match(reading.text)
    first, change = (*reading.parts, *reading.parts)[:2]
    if (
        named is None
        or first.start
        or first.tag not in ("object", "subject")
        or change.tag not in ("change", "extent")
    ):
        return reading
    if first.end <= named.end():
        return reading
    return replace(reading, parts=(Part("subject", named.end(), first.end), *reading.parts[1:]))


_CHANGE_OF = re.compile(
    r"(?:reductions?|decreases?|increases?|improvements?|growth|rise|drop|fall|cut) (?:of|in) (?:the )?(?=[a-z])",
    re.IGNORECASE,
)
_NAMED_IN_CHANGE = re.compile(
    r"(?P<name>\S*\d\S*(?: (?!from\b)[a-z]+)?) (?P<change>from \S*\d|\S*\d\S* (?:→|->|to) \S*\d)",
    re.IGNORECASE,
)
"""A number before the change is a part of the name of what changed: "grade 4+ from 54% to 73%"."""
_TIME_IN_CHANGE = re.compile(
    r"(?P<change>.*\d\S*) (?P<time>(?:in|within|over) (?:\d+|two|three|four|five|six) (?:years?|yrs?|months?|weeks?))"
)
"""How long a change took is no part of its figures."""


def _with_results(reading: LineReading, verbs: Sequence[Part]) -> LineReading:
    """Behind a verb of another form a gerund begins a result, as does what others did with it since.

    "Moved costing to BI, freeing up 4 days", "wrote a calendar, still followed".
    """
    first = word_forms(reading, verbs[0])
    late = [
        part
        for part in verbs[1:]
        if word_forms(reading, part) == {"gerund"} or (first and _SINCE.match(reading.words(part)))
    ]
    if not late or "gerund" in first or not first:
        return reading
    at = reading.parts.index(late[0])
    before = reading.text[: late[0].start].rstrip()
    if not before.endswith(","):
        return reading
    end = max((part.end for part in reading.parts[at:] if part.tag != "mark"), default=late[0].end)
    marks = tuple(part for part in reading.parts[at:] if part.tag == "mark")
    return replace(reading, parts=(*reading.parts[:at], Part("result", late[0].start, end), *marks))


def _holds(reading: LineReading, verbs: Sequence[Part]) -> bool:
    joints = (reading.words(part).lower().strip(" ,") for part in reading.parts if part.tag == "and")
    return (
        all(joint in _JOINTS or joint in ("and", "but") for joint in joints)
        and _one_form(reading, verbs)
        and not is_noun(reading, verbs[0])
        and not _joins_a_thing(reading, verbs[0])
        and all(_is_joined(reading, verb) for verb in _own(reading, verbs)[1:])
        and not _is_quality(reading, verbs[0])
        and not _acts_on_nothing(reading, verbs)
        and not any(map(partial(_goes_on_as_act, reading), pairwise(reading.parts)))
        and not any(part.tag == "result" and _BEING.match(reading.words(part)) for part in reading.parts)
        and not any(
            _ARROW.search(reading.words(part))
            for part in reading.parts
            if part.tag in ("object", "with", "place", "purpose")
        )
    )


def _acts_on_nothing(reading: LineReading, verbs: Sequence[Part]) -> bool:
    """Whether a word that is taken for an act or a thing is none.

    "READ plans" of a line in small letters is a name; "worked right through" has no thing; what ends in "and recording"
    has one more act, and "batching and coding, dealing with" two of nothing before another.
    """
    things = [reading.words(part) for part in reading.parts if part.tag == "object"]
    names = (reading.words(verb) for verb in verbs[1:])
    ends = _LAST_GERUND.search(things[-1]) if things else None
    last = ends is not None and reading.text.rstrip(" .").endswith(things[-1].rstrip(" ."))
    return (
        any(name.isupper() and len(name) > 2 for name in names if not reading.text.isupper())
        or (ends is not None and last and "gerund" in word_forms(reading, verbs[0]) and _is_gerund(ends[1]))
        or _side_by_side(reading, verbs)
        or any(
            _of_nothing(reading, one, second, third)
            for one, second, third in zip(reading.parts, reading.parts[1:], reading.parts[2:], strict=False)
        )
    )


_NO_ACT = re.compile(
    r"\w+ (?:right (?:through|up|after|into|from|before)|all (?:over|across|around|through)) "
    r"|\w+ing \w+ing (?:and|&) \w+ing\W*$"
    r"|dedicated (?!.*\bto\b)|(?:converted|extended|renewed|prolonged) (?:from|to|into|after) .*\bcontract"
    r"|budget \W?[A-Z]{0,3}\W?\d\S*, ",
    re.IGNORECASE,
)
"""A place, a thing that was set apart, what was done to a contract, what is spent: nothing that a person did."""


def _is_gerund(word: str) -> bool:
    """Whether a word can only be an act: "recording", and no field of work, "training"."""
    verb = verb_form(word.lower())
    return verb is not None and verb.forms == {"gerund"} and word.lower() not in rule_words("named_work")


def is_no_act(reading: LineReading) -> bool:
    """Whether a line names no act of a person, or joins one to a thing.

    "Centres all over the suburbs"; "Design of pumps and preparing of drawings" and "the plant and also help X", where
    what is done with the thing would be said of the act.
    """
    if _NO_ACT.match(reading.text.lstrip(" -–•*")):
        return True
    told = [part for part in reading.parts if part.tag not in ("mark", "filler")]
    if any(_ALSO.search(reading.words(part)) for part in told[1:] if part.tag != "verb"):
        return True
    return any(
        joint.tag == "and" and part.tag in ("verb", "object") and _is_gerund(reading.words(part).split()[0])
        for joint, part in pairwise(told)
        if told[0].tag == "object" and " of " in reading.words(told[0])
    )


_ALSO = re.compile(r"(?:^|\b(?:and|&) )also [a-z]+", re.IGNORECASE)
_LAST_GERUND = re.compile(r" (?:and|&) (\w+ing)$", re.IGNORECASE)


def _side_by_side(reading: LineReading, verbs: Sequence[Part]) -> bool:
    """ "Sit down, stand up reach and cherry picker": two words with a particle and only a comma between are names."""
    first, second = (*verbs, *verbs)[:2]
    return (
        first is not second
        and reading.words(first).endswith(",")
        and second.start - first.end <= 1
        and all(_WITH_PARTICLE.fullmatch(reading.words(one)) for one in (first, second))
    )


_WITH_PARTICLE = re.compile(r"\w+ (?:in|out|up|off|down|over|on|back),?", re.IGNORECASE)


def _of_nothing(reading: LineReading, joint: Part, act: Part, following: Part) -> bool:
    """ "and coding, dealing with queries": a list of acts that ends, and goes on."""
    ends = joint.tag == "and" and act.tag == "verb" == following.tag and reading.words(act).endswith(",")
    return ends and reading.words(joint).lower() in ("and", "&")


_BEING = re.compile(r"(?:is|are|was|were|has|have|had|does|do|did)\b")
"""With these a sentence goes on, and no result begins: "that the ledgers are reconciled"."""


def _goes_on_as_act(reading: LineReading, parts: tuple[Part, Part]) -> bool:
    """Whether a thing behind a subject is what that does: "; letters go out same day"."""
    subject, thing = parts
    words = reading.words(thing).lower().split()
    verb = verb_form(words[0]) if thing.tag == "object" else None
    acts = verb is not None and ("N" not in verb.kinds or words[1:2] in (["out"], ["up"], ["off"], ["in"]))
    return subject.tag == "subject" and verb is not None and acts and "base" in verb.forms


_SINCE = re.compile(r"(?:still|since|later|now|subsequently) \w+ed\b")


_JOINED_GERUND = re.compile(
    r"(?:(?P<thing>[^,;]+?) )?(?P<joint>and|&|or) (?P<gerund>\w+ing) (?P<rest>(?(thing)of )\S.*)",
    re.IGNORECASE,
)
"""Behind a thing only where "of" says that it is an act: "moulds and setting of mills", not "bread and baking tins"."""
_JOINED_TAGS: tuple[tuple[Tag, str], ...] = (
    ("object", "thing"),
    ("and", "joint"),
    ("verb", "gerund"),
    ("object", "rest"),
)


def _with_series(reading: LineReading, verbs: Sequence[Part]) -> LineReading:
    """ "Letting down hems, taking in waists", "framing and roofing of houses": one more gerund goes on."""
    if word_forms(reading, verbs[0]) != {"gerund"}:
        return reading
    parts: list[Part] = []
    for part in reading.parts:
        joined = _JOINED_GERUND.fullmatch(reading.words(part)) if part.tag == "object" else None
        further = verb_form(joined["gerund"]) if joined else None
        if joined and further is not None and "gerund" in further.forms:
            found = [(tag, *joined.span(name)) for tag, name in _JOINED_TAGS if joined[name]]
            parts += [Part(tag, part.start + start, part.start + end) for tag, start, end in found]
            continue
        word = reading.words(part).split(maxsplit=1)[0]
        verb = verb_form(word) if part.tag == "result" and len(word) < part.end - part.start else None
        if verb is not None and verb.forms == {"gerund"}:
            at = part.start + len(word)
            parts += [Part("verb", part.start, at), Part("object", at + 1, part.end)]
        else:
            parts.append(part)
    return replace(reading, parts=tuple(parts))


def _without_of(reading: LineReading) -> LineReading:
    """ "Framing and roofing of houses": what gerunds are done to loses its "of" where they are told as acts."""
    parts = tuple(
        Part("object", part.start + 3, part.end)
        if part.tag == "object" and before.tag == "verb" and reading.words(part).startswith("of ")
        else replace(part, end=part.end - 3)
        if part.tag == "verb" and re.fullmatch(r"\w+ing of", reading.words(part))
        else part
        for before, part in pairwise((Part("mark", 0, 0), *reading.parts))
    )
    gerund = any(part.tag == "verb" and word_forms(reading, part) == {"gerund"} for part in reading.parts)
    return replace(reading, parts=parts) if gerund else reading


def _one_form(reading: LineReading, verbs: Sequence[Part]) -> bool:
    """Whether every verb of the person can be in the form of the first; a past beside a present is a mixed line."""
    forms = [word_forms(reading, part) for part in _own(reading, verbs)]
    if not all(forms):
        return False
    shared = frozenset.intersection(*forms) if forms else frozenset()
    tenses = all(each & {"past", "base", "third"} for each in forms)
    mixed = tenses and reading.current and all(reading.text[part.start :][:1].isalpha() for part in verbs)
    return bool(shared) or (mixed and len(forms) == 2 and "past" in forms[1] and "participle" in forms[1])


def _own(reading: LineReading, verbs: Sequence[Part]) -> list[Part]:
    """The verbs whose subject is the person: those of no later subject, and not of somebody who is helped."""
    own: list[Part] = []
    subject = False
    for part in reading.parts:
        if part.tag == "subject" and not reading.words(part).lower().startswith("by "):
            subject = True
        elif part.tag == "verb" and part in verbs and not subject:
            own.append(part)
    place = verb_place(reading, own[0]) if own else None
    helped = place and reading.text[place[0] : place[1]].lower() in rule_words("helping")
    standing = [part for part in own if not re.match(r"(?:now|still)\b", reading.words(part), re.IGNORECASE)]
    return own[:1] if helped else standing


def _is_joined(reading: LineReading, verb: Part) -> bool:
    """Whether a later verb stands behind a comma, a joint, another verb or an adverb."""
    before = reading.text[: verb.start].rstrip()
    last = before.split()[-1].lower() if before else ""
    previous = reading.parts[reading.parts.index(verb) - 1]
    return (
        before.endswith((",", ";", "/", "+", "&", "—", "–", "-", ":", "•"))
        or last in _JOINTS
        or previous.tag in ("verb", "and", "filler")
    )


def _joins_a_thing(reading: LineReading, first: Part) -> bool:
    """ "Planned and breakdown maintenance": behind the joint of the first verb stands no verb."""
    at = reading.parts.index(first)
    following = reading.parts[at + 1 : at + 3]
    return len(following) == 2 and following[0].tag == "and" and following[1].tag != "verb"


def _goes_on_as_thing(reading: LineReading, first: Part) -> bool:
    """ "Scheduled and unscheduled repairs": what a first word is joined to is no verb, so it is none either."""
    following = reading.parts[reading.parts.index(first) + 1 :][:1]
    return (
        bool(following)
        and following[0].tag == "object"
        and _JOINT_FIRST.match(reading.words(following[0])) is not None
    )


_JOINT_FIRST = re.compile(r"(?:and|&|or) (?!\w+ing\b)", re.IGNORECASE)


def _up_to_hidden(reading: LineReading, first: Part) -> LineReading:
    """ "Survey roofs by drone and draft condition reports": up to a second verb that was read as a thing.

    Where an earlier one of the series was read as a verb, whatever may be one behind a joint is in doubt.
    """
    series = word_forms(reading, first) & {"base", "third", "gerund"}
    if not series or "past" in word_forms(reading, first):
        return reading
    several = sum(part.tag == "verb" for part in reading.parts) > 1 and "gerund" not in series
    if not several and reading.probability >= BEYOND_DOUBT:
        return reading
    for number, part in enumerate(reading.parts):
        if part.start < first.end or part.tag in _VERBLESS:
            continue
        at = _hidden_at(reading, part, series, several=several)
        if at is not None:
            return _cut(reading, number, at)
    return reading


def _hidden_at(reading: LineReading, part: Part, series: frozenset[Form], *, several: bool) -> int | None:
    """Where the joint before such a verb stands in a part."""
    if part.tag in ("verb", "and"):
        return None
    found = tokenize(reading.words(part))
    tokens = [token.text.lower() for token in found]
    behind = reading.text[: part.start].rstrip()
    joint = behind[-1:] in ",;&+" or behind.lower().endswith(" and")
    tokens, places = ([",", *tokens], [0, *(one.start for one in found)]) if joint else (
        tokens, [one.start for one in found])  # fmt: skip
    for at in range(1, len(tokens)):
        if at < len(tokens) - 1 and _could_be_verb(tokens, at, series):
            return part.start + places[at - 1]
        if several and tokens[at - 1] in _SERIES_JOINTS and _may_be_verb(tokens[at], series):
            return part.start + places[at - 1]
    return None


_SERIES_JOINTS = frozenset((",", "and", "&", ";", "+"))


def _may_be_verb(word: str, series: frozenset[Form]) -> bool:
    verb = verb_form(word)
    return verb is not None and bool(verb.forms & series) and word not in rule_words("named_work")


def _cut(reading: LineReading, number: int, at: int) -> LineReading:
    """The parts up to a place in one of them, and no joint at the end; not certain where no object is left."""
    part = reading.parts[number]
    end = len(reading.text[:at].rstrip(" ,;&+"))
    kept = [*reading.parts[:number], *([replace(part, end=end)] if end > part.start else [])]
    while kept and kept[-1].tag == "and":
        kept.pop()
    told = any(one.tag in ("object", "place", "with", "change") for one in kept)
    limited = _LIMITS.search(reading.text[end:]) is not None
    return replace(reading, parts=tuple(kept), certain=reading.certain and told and not limited)


_LIMITS = re.compile(
    r"\b(?:never|not|no|except|but|only|without|under (?:\w+ )?supervision)\b", re.IGNORECASE
)
_BUT_NOT = re.compile(r"\bbut (?:never|not|rarely|hardly|seldom)\b", re.IGNORECASE)
"""What takes something back from a line, and must be told with it."""


def _is_changed(reading: LineReading, verbs: Sequence[Part]) -> bool:
    """ "Cut falls from 9 a month to 4", "set the record": what went from one figure to another is done."""
    if len(verbs) != 1 or not {"base", "past"} <= word_forms(reading, verbs[0]):
        return False
    return any(
        part.tag in ("change", "extent") and re.search(r"\d", reading.words(part)) for part in reading.parts
    )


def _could_be_verb(tokens: Sequence[str], at: int, series: frozenset[Form]) -> bool:
    """Whether a word behind a joint is in the form of the series and governs what follows it."""
    verb = verb_form(tokens[at])
    if tokens[at - 1] not in _SERIES_JOINTS or verb is None or not verb.forms & series:
        return False
    if tokens[at] in rule_words("named_work"):
        return False  # "to orders and packing slips"
    end = next((i for i in range(at + 1, len(tokens)) if tokens[i] in (",", "and", "&", ";")), len(tokens))
    governed = tokens[at + 1 : end]
    if not governed or word_classes().get(governed[0]) == "preposition":
        return bool(governed) and "N" not in verb.kinds and "gerund" not in verb.forms
    starts = word_classes().get(governed[0]) in ("determiner", "number") or governed[0][0].isdigit()
    plural = any(word.endswith("s") and not word.endswith("ss") for word in governed)
    return starts or plural or "third" in verb.forms or "N" not in verb.kinds


_VERBLESS = frozenset(("bracket", "result", "compare", "mark", "filler", "label"))


def _is_quality(reading: LineReading, first: Part) -> bool:
    """ "Qualified rescue technician": a participle that says what somebody is."""
    word = reading.words(first).lower()
    after = next((part for part in reading.parts if part.start > first.start), None)
    if word not in rule_words("role", "qualities") or after is None or is_passive(reading, first):
        return False
    text = reading.words(after)
    return head_noun(text).lower() in rule_words("role") | rule_words("role", "alone") or not (
        is_plural(text) or re.match(r"(?:an?|the|all|\d)", text)
    )


def _fragment_holds(reading: LineReading) -> bool:
    """A bare arrow is no thing, and what holds a finite verb is a sentence: "No tenancy has been lost"."""
    things = [reading.words(part) for part in reading.parts if part.tag == "object"]
    if any(_ARROW.search(words) or _holds_a_sentence(words) for words in things):
        return False
    if any(
        part.tag == "subject" and ", " in reading.words(part) and following.tag in ("change", "extent")
        for part, following in pairwise(reading.parts)
    ):
        return False
    if is_of_others(reading, apart=True):
        return False
    verbless = all(part.tag not in ("verb", "subject") for part in reading.parts)
    finite = _FINITE.search(reading.text)
    return not (verbless and finite and not _SUBORDINATE.search(reading.text[: finite.start()]))


def _holds_a_sentence(words: str) -> bool:
    """ "64% of the pupils met their goal": a past behind a noun in the midst of a thing, that governs what follows.

    A regular past before a bare noun may describe it: "focused assessment".
    """
    tokens = [token.text.lower() for token in tokenize(words)]
    for before, word, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun = before in noun_kinds() and before not in word_classes()
        verb = verb_form(word) if word.isalpha() and noun else None
        if verb is None or "past" not in verb.forms or not verb.forms <= {"past", "participle"}:
            continue
        governed = word_classes().get(after) in ("determiner", "number") or after[:1].isdigit()
        if governed or (after[:1].isalpha() and not word.endswith("ed") and after not in word_classes()):
            return True
    return False


_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|did|does)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whose|while|when|where|until|after|before|since|what|as|if)\b|[(:;]", re.IGNORECASE
)
