"""What became of a thing: "average handling time fell from 6 to 4 minutes", as a clause and after "with"."""

import re
from collections.abc import Sequence
from itertools import takewhile

from functions.summarize.lines.brackets import bracket_words
from functions.summarize.lines.clauses import Clause
from functions.summarize.lines.inflect import inflected, word_forms
from functions.summarize.lines.joints import goes_on
from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.measure import Direction, read_change
from functions.summarize.lines.nouns import head_noun, is_plural, with_article
from functions.summarize.lines.phrase import Name, Phrase, follow, form_telling, telling, with_figures
from functions.summarize.lines.records import Forms, LineReading, Part, Piece, Telling
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.surface import (
    has_pronoun,
    joined,
    ours,
    part_words,
    start_small,
    with_comma,
    words_between,
)
from functions.summarize.lines.verbs import verb_form

_UP = frozenset("rise rose grew grow climb climbed jump jumped increase increased gain gained".split())
_DOWN = frozenset(
    "fall fell drop dropped shrink shrank decline declined decrease decreased came slipped sink sank".split()
)
_OPEN = frozenset("improve improved go went move moved change changed".split())
_DOUBLING = frozenset("doubled tripled halved quadrupled".split())
_RANGE = re.compile(r"from \d+ to \d+")
_SIGNED = re.compile(
    r"^(?P<sign>\+|[−–-](?!\s)|up|down)\s?(?:by\s)?(?=(?:[A-Z]{2,3}\s)?\S*\d)", re.IGNORECASE
)
"""A figure with its sign; a stroke between spaces is a dash and no minus: "first solid soap - ₹18 crore"."""
_STATE = re.compile(
    r"^(?P<subject>\D{3,60}?)\s+(?P<what>(?:up|down)\s(?:by\s|from\s|to\s)?.*\d.*|from\s.*\d.*|(?:\+\s?|[−–-])\S*\d.*|[$£€¥₹]?\d\S*(?:\s\w+)?\s?(?:→|->|to|>)\s.*)$"
)


_VALUE = re.compile(
    r"(?:about|around|approx\.?|over|under|c\.|nearly|[A-Z]{2,3}|Rs)?\s?[-−–+~<>]?[^\w\s]?(?:[A-Z]{1,2}(?:[$£]\s?)?)?\d|"
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|nothing|worst|last|days|weeks|hours)\b",
    re.IGNORECASE,
)
"""How a value begins; words before a figure belong to what is measured, and were cut wrongly."""


def is_absolute(reading: LineReading, part: Part) -> bool:
    """Whether a result has a subject of its own and no joint: ", pick rate up 22%", "; 19 charged"."""
    if part.tag != "result":
        return False
    words = reading.words(part)
    adjective = noun_kinds().get(words.split()[0].lower(), "N") in ("A", "AR", "R")
    return not adjective and (not goes_on(words) or re.match(r"\w+ing\s\d", words) is not None)


def result_words(reading: LineReading, part: Part) -> tuple[Piece, ...] | None:
    """Such a result after "with": "with pick rate up 22%", "with 19 charged"."""
    return (*ours("with"), *measured(reading, part.start, part.end))


def is_sentence(reading: LineReading, part: Part) -> bool:
    """Whether a result is a sentence in the present, which nothing joins to an act: "receipts go out same day"."""
    first, *others = [word for word in reading.words(part).lower().split() if word not in ("now", "still")]
    verb = verb_form(others[0]) if part.tag == "result" and others else None
    return verb is not None and "base" in verb.forms and "past" not in verb.forms and is_plural(first)


def measured(reading: LineReading, start: int, end: int) -> tuple[Piece, ...]:
    """ "test time 7 min → 90 s" as "test time down from 7 min to 90 s"; other words as they stand."""
    match = _STATE.match(reading.text[start:end])
    told = _measure(reading, start + match.start("what"), end, "open") if match else None
    if match is None or told is None:
        return words_between(reading.text, start, end)
    subject = start_small(words_between(reading.text, start, start + match.end("subject")))
    return (*subject, *told)


def with_state(reading: LineReading, clause: Clause) -> Phrase | None:
    """The clause after "with": "with MTTD down from days to 40 min"."""
    if reading.words(clause.parts[0]).lower().startswith("so "):
        words = tuple(
            piece
            for part in clause.parts
            if part.tag != "bracket"
            for piece in part_words(reading.text, part)
        )
        return Phrase(words, clause.of("bracket"))
    noun = state_noun(reading, clause)
    return None if noun is None else Phrase((*ours("with"), *noun.pieces), noun.dropped)


def subject_words(reading: LineReading, part: Part, article: bool) -> tuple[Piece, ...]:
    """The subject, small at the start; "our" and "my" are "the"."""
    words = start_small(part_words(reading.text, part))
    return with_article(words, "the" if article else "a")


def is_range(reading: LineReading, clause: Clause) -> bool:
    """ "Learners from 6 to 60", "Teams from 4 to 9": who they are or how many each time, and nothing that changed."""
    change = clause.of("change")
    words = reading.words(change[0]) if change else ""
    return bool(
        _RANGE.fullmatch(words.strip(" ,;."))
        and not clause.of("verb")
        and is_plural(reading.words(clause.parts[0]))
    )


def state_noun(reading: LineReading, clause: Clause) -> Phrase | None:
    """ "sprint predictability up from 55% to 88%"; None where it cannot be told without a verb."""
    subject = clause.parts[0]
    if (
        subject.tag != "subject"
        or _has_own_verb(reading.words(subject))
        or _changes_a_method(reading, clause)
    ):
        return None
    body = list(clause.parts[1:])
    if is_range(reading, clause):
        return Phrase((*start_small(part_words(reading.text, subject)), *_plain(reading, body)))
    verb = body.pop(0) if body and body[0].tag == "verb" else None
    way = _verb_way(reading, verb)
    if verb is not None and way == "open" and not any(part.tag in ("change", "extent") for part in body[:1]):
        return None  # "clients are ports and airlines" has no form without its verb
    if verb is not None and way is None:
        return _participle_noun(reading, clause, verb, body)
    told, dropped = _body(reading, body, way)
    if told is None:
        return None
    return Phrase((*subject_words(reading, subject, article=False), *told), dropped)


def _changes_a_method(reading: LineReading, clause: Clause) -> bool:
    return bool(clause.of("change", "extent")) and is_method(reading.words(clause.parts[0]))


def is_method(subject: str) -> bool:
    """Whether a subject is how something was changed, and not what: "SMED on presses [71 → 22 min]"."""
    words = [word.strip(",;:()") for word in subject.lower().split()]
    opens = rule_words("method").intersection(words[:1]) or "_".join(words[:2]) in rule_words(
        "method", "pairs"
    )
    head = head_noun(subject).lower() in rule_words("method")
    return bool(opens) or head or not rule_words("method", "means").isdisjoint(words)


def _has_own_verb(subject: str) -> bool:
    """ "Wine list grown [from 380 to 940 labels]": it has its verb."""
    last = verb_form(subject.rsplit(" ", 1)[-1])
    return last is not None and last.forms <= {"past", "participle"} and "A" not in last.kinds


def _verb_way(reading: LineReading, verb: Part | None) -> str | None:
    """What the verb says of the way: up, down, either, or None where the verb says something else."""
    if verb is None:
        return "open"
    words = [
        word
        for word in reading.words(verb).lower().split()
        if word not in ("has", "have", "now", "since", "then")
    ]
    first = words[0] if words else ""
    if first in ("is", "are", "was", "were") and len(words) == 1:
        return "open"
    if first in _UP or first in _DOWN or first in _OPEN:
        return (
            "up" if first in _UP or "up" in words else "down" if first in _DOWN or "down" in words else "open"
        )
    return None


def _body(
    reading: LineReading, parts: Sequence[Part], way: str | None
) -> tuple[tuple[Piece, ...] | None, tuple[Part, ...]]:
    """What follows the subject, as "up from A to B", "down 9%"; None where no way can be told."""
    pieces: tuple[Piece, ...] = ()
    dropped: list[Part] = []
    for part in parts:
        if part.tag in ("change", "extent") and not pieces:
            told = _measure(reading, part.start, part.end, way)
            if told is None:
                return None, ()
            pieces = told
        elif part.tag == "bracket":
            words = bracket_words(reading, part)
            if words is None:
                dropped.append(part)
            else:
                change = read_change(reading.words(part).strip("()., "))
                lead = ours(change.direction) if change and change.direction and not pieces else ()
                pieces = (*pieces, *lead, *words)
        elif not pieces and part.tag in ("place", "time"):
            return None, ()
        else:
            words = part_words(reading.text, part)
            if has_pronoun(words):
                dropped.append(part)
                continue
            pieces = follow(reading, pieces, part, words)
    return (pieces or None), tuple(dropped)


def _measure(reading: LineReading, start: int, end: int, way: str | None) -> tuple[Piece, ...] | None:
    """A stretch like "71% → 88%", "+9%", "by 31%" told with its direction."""
    text = reading.text[start:end].strip(" ,;.")
    offset = reading.text.index(text, start)
    change = read_change(text)
    if change is not None:
        if not _VALUE.match(text[slice(*change.before)]):
            return None
        direction: Direction | None = change.direction or (way if way in ("up", "down") else None)  # type: ignore[assignment]
        if direction is None:
            return None
        before = words_between(reading.text, offset + change.before[0], offset + change.before[1])
        after = words_between(reading.text, offset + change.after[0], offset + change.after[1])
        return (*ours(direction, "from"), *before, *ours("to"), *after)
    signed = _SIGNED.match(text)
    if signed:
        sign = signed["sign"].lower()
        direction = "up" if sign in ("+", "up") else "down"
        return (*ours(direction), *_bare(reading, offset + signed.end(), offset + len(text)))
    if way in ("up", "down"):
        skip = len(text) - len(re.sub(r"^(?:by\s)", "", text))
        return (*ours(way), *_bare(reading, offset + skip, offset + len(text)))
    words = words_between(reading.text, offset, offset + len(text))
    return (
        words
        if text.split()[0].lower()
        in ("down", "up", "flat", "unchanged", "to", "below", "above", "under", "over")
        else None
    )


def _bare(reading: LineReading, start: int, end: int) -> tuple[Piece, ...]:
    return words_between(reading.text, start, end)


def _participle_noun(reading: LineReading, clause: Clause, verb: Part, body: Sequence[Part]) -> Phrase | None:
    """ "the last patient enrolled 7 weeks early", "takings doubled": a passive or a doubling without its "was"."""
    words = reading.words(verb).split()
    lower = [word.lower() for word in words]
    helpers = [
        index
        for index, word in enumerate(lower)
        if word in ("was", "were", "is", "are", "been", "being", "has", "have", "be")
    ]
    last = verb_form(lower[-1])
    subject = subject_words(reading, clause.parts[0], article=True)
    rest = tuple(piece for part in body if part.tag != "bracket" for piece in part_words(reading.text, part))
    if has_pronoun(rest) or has_pronoun(subject):
        return None
    dropped = tuple(part for part in body if part.tag == "bracket")
    bare = not helpers and lower[-1] in _DOUBLING
    passive = (
        helpers
        and last is not None
        and "participle" in last.forms
        and lower[helpers[-1]] not in ("has", "have")
    )
    active = lower[-1] == "led" and bool(rest) and rest[0].text.startswith("to ")
    fragment = (
        not active
        and not helpers
        and not _governs(reading, body)
        and reading.head == "fragment"
        and last is not None
        and "participle" in last.forms
    )
    if _governs(reading, body) and len(subject) == 1 and not is_plural(subject[-1].text):
        return None  # "Field trained 15 recruits": one bare noun is no subject
    if bare or passive or fragment:
        at = reading.text.index(words[helpers[-1] + 1], verb.start) if helpers else verb.start
        return Phrase((*subject, *words_between(reading.text, at, verb.end), *rest), dropped)
    figure = bool(rest) and rest[0].text[:1] in "$£€¥₹₱0123456789" and not subject[0].text[:1].isdigit()
    if len(lower) == 1 and lower[0] in ("reached", "hit") and figure:
        a_subject = subject_words(reading, clause.parts[0], article=False)
        return Phrase((*a_subject, *ours("of"), *rest), dropped)
    return _absolute(reading, clause, verb, (*rest,), dropped)


def _governs(reading: LineReading, body: Sequence[Part]) -> bool:
    """ "The pilot freed 210 MW": a thing behind the verb, so that the subject did it; not "adopted as a standard"."""
    words = reading.words(body[0]) if body and body[0].tag == "object" else ""
    first = words.split(maxsplit=1)[0] if words else ""
    thing = first[:1].isdigit() or first == first.lower()  # "certified Tier III": what it was declared to be
    return (
        first[:1].isalnum() and thing and word_classes().get(first.lower()) not in ("preposition", "adverb")
    )


def _absolute(
    reading: LineReading, clause: Clause, verb: Part, rest: tuple[Piece, ...], dropped: tuple[Part, ...]
) -> Phrase | None:
    """ "29 reaching band 6.5 or above": an active verb as a participle."""
    words = reading.words(verb).lower().split()
    if words[0] in ("is", "are", "was", "were") or words[0] in (
        "has",
        "have",
        "had",
        "could",
        "would",
        "can",
    ):
        return None
    transitive = any(part.tag in ("object", "change") for part in clause.parts)
    if len(words) == 1 and words[0] in rule_words("honour"):
        return Phrase(
            (*subject_words(reading, clause.parts[0], article=False), *part_words(reading.text, verb), *rest),
            dropped,
        )
    if re.match(r"(?:our|my)\b", reading.words(clause.parts[0]), re.IGNORECASE):
        owned = with_article(start_small(part_words(reading.text, clause.parts[0]))[1:], "a")
        return Phrase((*owned, *ours("that"), *part_words(reading.text, verb), *rest), dropped)
    done = len(words) == 1 and "participle" in word_forms(reading, verb) and not transitive
    doing = part_words(reading.text, verb) if done or not transitive else inflected(reading, verb, "gerund")
    if reading.words(clause.parts[0]).lower() in ("it", "they", "this", "that"):
        return None
    subject = subject_words(reading, clause.parts[0], article=True)
    return None if doing is None else Phrase((*subject, *doing, *rest), dropped)


def state_clause(reading: LineReading, clause: Clause, *, short: bool) -> Telling | None:
    """ "average handling time fell from 6 to 4 minutes": the clause with its own subject."""
    subject, *body = clause.parts
    if _changes_a_method(reading, clause):
        return None
    words = subject_words(reading, subject, article=True)
    verb = body[0] if body and body[0].tag == "verb" else None
    dropped = tuple(
        part for part in body if short and part.tag in ("time", "bracket", "method", "purpose", "result")
    )
    if short and not any(
        char.isdigit() for part in body if part not in dropped for char in reading.words(part)
    ):
        dropped = tuple(part for part in dropped if part.tag == "bracket")
    kept = [part for part in body if part not in dropped]
    be = "are" if is_plural(joined(words)) else "is"
    was = be if reading.current else {"are": "were", "is": "was"}[be]
    tense = "present" if reading.current else "past"
    if (
        verb is not None
        and (len(reading.words(verb).split()) > 1 or _finite(reading, verb))
        and reading.head != "fragment"
        and reading.words(verb).lower() not in rule_words("honour")
    ):
        tail = _plain(reading, [part for part in kept if part is not verb])
        pieces = (*words, *part_words(reading.text, verb), *tail)
        tense = "past" if not reading.current else tense
    elif verb is not None and reading.head == "fragment" and _is_active(reading, verb, body):
        tail = _plain(reading, [part for part in kept if part is not verb])
        pieces = (*words, *part_words(reading.text, verb), *tail)
        tense = "past"
    elif verb is not None:
        tail = _plain(reading, [part for part in kept if part is not verb])
        pieces = (*words, *ours("were" if be == "are" else "was"), *part_words(reading.text, verb), *tail)
        tense = "past"
    else:
        told, more = _body(reading, kept, "open")
        if told is None:
            return None
        dropped = (*dropped, *more)
        pieces = (*words, *ours(was), *told)
    return telling(pieces, "clause", "present" if tense == "present" else "past", dropped)


def _is_active(reading: LineReading, verb: Part, body: Sequence[Part]) -> bool:
    """ "Volunteers logged 9,000 hours": no participle, or one that governs a thing."""
    after = body[body.index(verb) + 1 : body.index(verb) + 2]
    if (
        any(reading.words(part).lower().startswith("to ") for part in after)
        and reading.words(verb).lower() == "led"
    ):
        return True
    return "participle" not in word_forms(reading, verb) or any(
        part.tag in ("object", "extent") for part in after
    )


def _finite(reading: LineReading, verb: Part) -> bool:
    found = verb_form(reading.words(verb).split()[0].strip(","))
    return found is None or bool(found.forms & {"past", "third", "base"})


def _plain(reading: LineReading, parts: Sequence[Part]) -> tuple[Piece, ...]:
    pieces: tuple[Piece, ...] = ()
    for part in parts:
        words = bracket_words(reading, part) if part.tag == "bracket" else part_words(reading.text, part)
        if not words or (has_pronoun(words) and part.tag in ("time", "purpose", "place", "method")):
            continue
        pieces = follow(reading, pieces, part, words)
    return pieces


_TURNED: dict[str, dict[Name, str]] = {
    "up": {"past": "raised", "perfect": "raised", "gerund": "raising"},
    "down": {"past": "cut", "perfect": "cut", "gerund": "cutting"},
}
"""What a careful writer says of a change that a line states bare: the figures show which way it went."""


def _turn(noun: Phrase) -> int:
    """Where the word of ours stands that says which way a thing went; 0 where none does."""
    return next((i for i, one in enumerate(noun.pieces) if one.start is None and one.text in _TURNED), 0)


def _is_bare_change(reading: LineReading, noun: Phrase, clause: Clause) -> bool:
    """Whether a thing changed by itself in the line; that good things fell is nobody's act."""
    at = _turn(noun)
    if not at or not clause.of("change", "extent"):
        return False
    what = joined(noun.pieces[:at])
    if (
        ", " in what
        or is_clocked(what)
        or (clause.of("verb") and not _went(reading, clause, what, noun.pieces[at].text))
    ):
        return False
    return noun.pieces[at].text != "down" or not is_wanted(what)


def _went(reading: LineReading, clause: Clause, what: str, way: str) -> bool:
    """Whether the verb says only that a thing of the job went from one figure to another: "CSAT went from 78 to 86"."""
    verbs = [reading.words(part).lower().split()[0] for part in clause.of("verb")]
    return (
        len(verbs) == 1
        and verbs[0] in _WENT
        and bool(clause.of("change"))
        and set(what.lower().split()).isdisjoint(_OTHERS)
        and is_for_the_better(what, way)
    )


def is_for_the_better(thing: str, way: str) -> bool:
    """Whether it is known that a thing is wanted to go this way, "up" or "down", so that it did not go by itself."""
    words = [word.strip(",.;").lower() for word in thing.split()]
    if way == "down" and len(words) > 1 and words[-1] in _MEASURES:
        words.pop()
    heads = ("_".join(words[-1:]), "_".join(words[-2:]))
    named = frozenset(form for head in heads for form in (head, head.removesuffix("s")))
    bads, scores = rule_words("change", "bads"), rule_words("change", "scores")
    if way == "down":
        return not named.isdisjoint(bads)
    return bads.isdisjoint(words) and (is_wanted(thing) or not named.isdisjoint(scores))


_MEASURES = frozenset("rate rates level levels volume volumes numbers count counts".split())
"""What counts something, which is wanted to go down as that is: "complaint rate"."""
_WENT = frozenset(
    "went moved rose fell dropped climbed jumped increased decreased improved declined came".split()
)
"""Verbs that say of a thing that it changed, and nothing of who changed it."""


def is_clocked(thing: str) -> bool:
    """Whether a thing goes from one hour to another: "night shift 10 to 6"."""
    return head_noun(thing).lower() in ("shift", "shifts", "duty", "hours", "nights", "rota", "roster")


def is_wanted(thing: str) -> bool:
    """Whether nobody wants fewer of a thing: that sales or passengers fell is no act of the person."""
    head = head_noun(thing).lower()
    return not {head, head.removesuffix("s")}.isdisjoint(rule_words("change", "goods"))


def _grown(
    reading: LineReading, nouns: Sequence[Phrase], chosen: Sequence[Clause], name: Name
) -> Telling | None:
    """ "Annual budget grew from $9M to $23M": grew it, in the line's own verb, which goes both ways."""
    noun, clause = nouns[0], chosen[0]
    verbs = [reading.words(part).lower() for part in clause.of("verb")]
    at = _turn(noun)
    what = joined(noun.pieces[:at]).lower()
    if (
        verbs != ["grew"]
        or len(chosen) > 1
        or not clause.of("change")
        or not set(what.split()).isdisjoint(_OTHERS)
    ):
        return None
    thing = start_small(noun.pieces[:at])
    thing = thing[1:] if thing[0].start is None else thing
    pieces = (*ours(_GROWN[name]), *with_article(thing, "the"), *noun.pieces[at + 1 :])
    return form_telling(name, pieces, noun.dropped)


_GROWN: dict[Name, str] = {"past": "grew", "perfect": "grown", "gerund": "growing"}
_OTHERS = frozenset(
    "price prices demand population market inflation cost costs queue queues interest exchange tax unemployment".split()
)
"""What grows and is grown by nobody in a job, or that nobody boasts of."""


def _turned(
    reading: LineReading, nouns: Sequence[Phrase], chosen: Sequence[Clause], name: Name
) -> Telling | None:
    """ "cut scrap from 7% to 2%": the change as an act, without what else became so; None where the line says who."""
    pieces: tuple[Piece, ...] = ()
    changes = list(takewhile(lambda one: _is_bare_change(reading, *one), zip(nouns, chosen, strict=True)))
    if not changes or any(clause.kind == "verb" for _, clause in zip(nouns, chosen, strict=True)):
        return None
    nouns = [noun for noun, _ in changes]
    before = ""
    for index, noun in enumerate(nouns):
        at = _turn(noun)
        way = noun.pieces[at].text
        verb = () if way == before else ours(_TURNED[way][name])
        before = way
        thing = start_small(noun.pieces[:at])
        thing = thing[1:] if thing[0].start is None else thing  # the article of "with a sick leave down ..."
        rest = with_figures(noun.pieces[at + 1 :])
        by = () if rest[0].text == "from" else ours("by")
        if index:
            pieces = (*pieces, *ours("and")) if index == len(nouns) - 1 else with_comma(pieces)
        pieces = (*pieces, *verb, *with_article(thing, "the"), *by, *rest)
    return form_telling(name, pieces, tuple(part for noun in nouns for part in noun.dropped))


def state_forms(reading: LineReading, chosen: Sequence[Clause]) -> tuple[Forms, Telling | None]:
    """The forms of a line about things: as an act where it states a bare change, after "with", and as a clause."""
    nouns = [state_noun(reading, clause) for clause in chosen]
    clause = state_clause(reading, chosen[0], short=True) if chosen and chosen[0].kind == "subject" else None
    told = [noun for noun in takewhile(lambda noun: noun is not None, nouns) if noun]
    if not told:
        return Forms(), clause
    acts = chosen[: len(told)]

    def act(name: Name) -> Telling | None:
        return _turned(reading, told, acts, name) or _grown(reading, told, acts, name)

    return Forms(
        past=act("past"),
        perfect=act("perfect") if reading.current else None,
        gerund=act("gerund"),
        noun=_joined_nouns(told) if len(told) == len(nouns) else None,
    ), clause


def _joined_nouns(told: Sequence[Phrase]) -> Telling | None:
    pieces: tuple[Piece, ...] = ()
    for index, noun in enumerate(told):
        joint = ours("and") if index and index == len(told) - 1 else ()
        pieces = (*(with_comma(pieces) if index and not joint else pieces), *joint, *noun.pieces)
    return telling(pieces, "noun phrase", None, tuple(part for noun in told for part in noun.dropped))
