"""Lines without a verb of their own: "52 technicians signed off", "Zero injuries", "Team of 14", "#1 of 24"."""

import re
from collections.abc import Sequence

from functions.summarize.lines.acts import act_forms, without_dates
from functions.summarize.lines.clauses import Clause
from functions.summarize.lines.done_to import are_people, happened, is_done_in_time
from functions.summarize.lines.inflect import Wanted, inflected, is_passive, word_forms
from functions.summarize.lines.lexicon import word_classes
from functions.summarize.lines.nouns import with_article
from functions.summarize.lines.phrase import Name, form_telling, in_line_order, telling
from functions.summarize.lines.records import Forms, LineReading, Part, Piece, Telling
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.states import state_noun
from functions.summarize.lines.surface import ours, part_words, start_small, with_comma
from functions.summarize.lines.things import is_figured

_STANDING_OUT = re.compile(r"^(?:#\d|no\. ?\d|top \d|first of \d|second of \d)", re.IGNORECASE)
_QUALITY = re.compile(
    r"^(?:fluent|qualified|trained|competent|certified|accident-free|bilingual|skilled|experienced)\b",
    re.IGNORECASE,
)


_MONEY = re.compile(r"(?:[A-Z]{2,3}\s?[$]?\d|[A-Z]*[$£€¥₹₱])")
_NAMES: dict[Wanted, Name] = {"past": "past", "participle": "perfect", "gerund": "gerund"}


def fragment_forms(reading: LineReading, chosen: Sequence[Clause]) -> Forms:
    """The forms of a fragment: as an act where the doer is evident, else as the thing that it is."""
    first = chosen[0]
    if first.kind == "verb":
        return act_forms(reading, chosen) if is_passive(reading, first.parts[0]) else Forms()
    nothing = reading.words(first.parts[0]).lower().split()[0] in rule_words("none")
    if first.of("verb") and not (nothing and first.kind == "thing"):
        return _as_acts(reading, chosen)
    noun = _things(reading, chosen)
    return _of_things(reading, noun)


def _has_agent(reading: LineReading, clause: Clause) -> bool:
    return any(reading.words(part).lower().startswith("by ") for part in clause.of("subject"))


def _is_honour(reading: LineReading, clause: Clause) -> bool:
    """Whether others did it: "three exclusives nominated for awards", "nine apprentices qualified"."""
    verbs = (reading.words(part).lower().split()[-1].strip(",;.") for part in clause.of("verb"))
    others = rule_words("honour") | rule_words("doer", "own")
    money = _MONEY.match(reading.text[clause.parts[0].start :]) is not None
    return any(verb in others and not (money and verb == "recovered") for verb in verbs)


def _is_won_over(reading: LineReading, clause: Clause) -> bool:
    """ "3 mentees sold on the idea": who was persuaded was not sold."""
    return any(
        reading.words(verb).lower().endswith("sold") and reading.text[verb.end :].startswith(" on ")
        for verb in clause.of("verb")
    )


def _as_acts(reading: LineReading, chosen: Sequence[Clause]) -> Forms:
    noun = _things(reading, chosen)
    if any(
        _has_agent(reading, clause) or _is_honour(reading, clause) or _is_won_over(reading, clause)
        for clause in chosen
    ):
        return Forms(noun=noun)
    return Forms(
        past=_acted(reading, chosen, "past"),
        perfect=_acted(reading, chosen, "participle") if reading.current else None,
        gerund=_acted(reading, chosen, "gerund"),
        noun=noun,
    )


def _acted(reading: LineReading, chosen: Sequence[Clause], wanted: Wanted) -> Telling | None:
    """The verb before its thing: "signed off 52 technicians"."""
    pieces: tuple[Piece, ...] = ()
    for index, clause in enumerate(chosen):
        if clause.joint == "while" and pieces:
            pieces = (*pieces, *ours("while"), *_thing(reading, clause))
            continue
        if pieces and _is_aside(reading, clause):
            aside = _measured(reading, clause)
            pieces = (*with_comma(pieces), *(() if _goes_on(aside) else ours("with")), *aside)
            continue
        told = _act(reading, clause, wanted)
        if told is None:
            return None
        later = [
            other for other in chosen[index + 1 :] if not _is_aside(reading, other) and other.joint != "while"
        ]
        if pieces and clause.of("verb"):
            pieces = with_comma(pieces) if later else (*pieces, *ours("and"))
        pieces = (*pieces, *told)
    return form_telling(_NAMES[wanted], pieces, _brackets(chosen))


def _is_aside(reading: LineReading, clause: Clause) -> bool:
    """Whether a later clause is no act: a thing without verb, nothing, or what has a subject of its own."""
    first = reading.words(clause.parts[0]).lower().split()[0]
    return not clause.of("verb") or clause.kind == "subject" or first in ("none", "no", "zero", "nil", "0")


def _goes_on(pieces: tuple[Piece, ...]) -> bool:
    """Whether the words go on by themselves: "on schedule", "mainly entrepreneurs"."""
    first = pieces[0].text.split()[0].lower() if pieces else ""
    if first in ("first", "best", "highest", "largest", "only", "none", "the"):
        return True
    return word_classes().get(first) in ("preposition", "adverb", "bag") or first.endswith("ly")


def _measured(reading: LineReading, clause: Clause) -> tuple[Piece, ...]:
    noun = state_noun(reading, clause) if clause.kind == "subject" else None
    return noun.pieces if noun else _thing(reading, clause)


def _act(reading: LineReading, clause: Clause, wanted: Wanted) -> tuple[Piece, ...] | None:
    at = [index for index, part in enumerate(clause.parts) if part.tag == "verb"]
    thing = [part for part in clause.parts[: at[0]] if part.tag != "bracket"]
    doing: tuple[Piece, ...] = ()
    for part in clause.parts[at[0] : at[-1] + 1]:
        known = part.tag == "and" or "participle" in word_forms(reading, part)
        words = ours("and") if part.tag == "and" else inflected(reading, part, wanted) if known else None
        if words is None:
            return None
        doing = (*doing, *words)
    if not thing or _is_of_another(reading, thing, clause.parts[at[0]]):
        return None
    if re.search(r", .*\d|\d.*, ", reading.text[thing[0].start : thing[-1].end - 1]):
        return None  # "Crew of 6, 34 units modernized": the crew was not
    after = clause.parts[at[-1] + 1 :]
    if after and after[0].tag in ("object", "extent") and _is_governed(reading.words(after[0])):
        return None  # "21 of 24 students passed the final exam": those did it whom the line names
    what = start_small(tuple(piece for part in thing for piece in part_words(reading.text, part)))
    rest = Clause("thing", clause.parts[at[-1] + 1 :])
    rest = without_dates(reading, rest) if wanted == "participle" else rest
    told = what if _MONEY.match(what[0].text) else with_article(what, "the")
    return (*doing, *told, *_thing(reading, rest))


def _is_of_another(reading: LineReading, thing: Sequence[Part], verb: Part) -> bool:
    """Whether what stands before a verb is not what the person did it to."""
    if re.search(r"[;:]", reading.text[thing[-1].end - 1 : verb.start]):
        return True  # "112 days on the line; exported to Quebec"
    if happened(reading.text[thing[0].start : thing[-1].end].strip(" ,"), reading.words(verb)):
        return True  # "2 branches closed": by the employer
    behind = reading.words(thing[-1]).endswith(",")  # "11 books, translated into 6 languages": by others
    finishers = are_people(reading.words(thing[-1]).strip(" ,").split()[-1])
    return behind and (finishers or not is_done_in_time(reading.text[verb.start :]))


_AHEAD = re.compile(r"\w+ (?:days|weeks|months|hours) (?:early|ahead)\b")


def _is_governed(words: str) -> bool:
    """Whether a verb right before these words governs them: "the final exam", not "on time" or "2 weeks early"."""
    first = words.split(maxsplit=1)[0].lower()
    if _AHEAD.match(words):
        return False
    return word_classes().get(first) in ("determiner", "number") or first[:1].isdigit()


def _thing(reading: LineReading, clause: Clause) -> tuple[Piece, ...]:
    return in_line_order(reading, clause.parts)


def _things(reading: LineReading, chosen: Sequence[Clause]) -> Telling | None:
    """The fragment as it stands, its things joined."""
    pieces: tuple[Piece, ...] = ()
    alike = len({is_figured(reading, clause) for clause in chosen}) == 1
    for index, clause in enumerate(chosen):
        words = _thing(reading, clause)
        if not words:
            continue
        words = with_article(start_small(words) if not index else words, "a")
        if pieces:
            last = alike and index == len(chosen) - 1 and not _goes_on(words)
            pieces = (*pieces, *ours("and")) if last else with_comma(pieces)
        pieces = (*pieces, *words)
    return telling(pieces, "noun phrase", None, _brackets(chosen))


def _brackets(chosen: Sequence[Clause]) -> tuple[Part, ...]:
    return tuple(part for clause in chosen for part in clause.of("bracket"))


def _of_things(reading: LineReading, noun: Telling | None) -> Forms:
    if noun is None:
        return Forms()
    first = noun.text.split()[0].lower()
    if first in rule_words("none"):
        since = reading.current and " since " in noun.text
        return _said(noun, past=() if since else ("had",), perfect=("has", "had") if reading.current else ())
    if _STANDING_OUT.match(noun.text):
        being = ("in", "the") if noun.text.lower().startswith("top") else ()
        return _said(noun, past=("was", *being), perfect=("has", "been", *being) if reading.current else ())
    if _QUALITY.match(noun.text):
        told = _said(noun, past=("was",), present=("is",) if reading.current else ())
        return Forms(past=told.past, present=told.present)
    return Forms(noun=noun)


def _said(
    noun: Telling,
    *,
    past: tuple[str, ...],
    present: tuple[str, ...] = (),
    perfect: tuple[str, ...] = (),
    gerund: tuple[str, ...] = (),
) -> Forms:
    """The noun phrase behind a verb of ours."""
    return Forms(
        past=form_telling("past", (*ours(*past), *noun.pieces), noun.dropped) if past else None,
        present=form_telling("present", (*ours(*present), *noun.pieces), noun.dropped) if present else None,
        perfect=form_telling("perfect", (*ours(*perfect[1:]), *noun.pieces), noun.dropped)
        if perfect
        else None,
        gerund=form_telling("gerund", (*ours(*gerund), *noun.pieces), noun.dropped) if gerund else None,
        noun=noun,
    )
