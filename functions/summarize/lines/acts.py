"""What the person did or does: lines that begin with a verb, in every form."""

import re
from collections.abc import Sequence
from dataclasses import replace

from functions.summarize.lines.brackets import bracket_words, counted
from functions.summarize.lines.clauses import Clause
from functions.summarize.lines.inflect import (
    Wanted,
    base_of,
    inflected,
    is_passive,
    is_past_only,
    is_standing_passive,
    to_be,
    word_forms,
)
from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.nouns import with_article
from functions.summarize.lines.phrase import FIGURE, Name, Phrase, form_telling, telling
from functions.summarize.lines.records import Forms, LineReading, Part, Piece, Telling
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.states import is_absolute, is_sentence, result_words, with_state
from functions.summarize.lines.surface import has_pronoun, ours, part_words, with_comma
from functions.summarize.lines.verbs import verb_form

_WANTED: dict[Name, Wanted] = {
    "past": "past",
    "present": "third",
    "perfect": "participle",
    "gerund": "gerund",
}
_MAKING = frozenset(
    "create launch build write develop design introduce establish found open draft devise set start produce".split()
)


def act_forms(reading: LineReading, chosen: Sequence[Clause]) -> Forms:
    """The forms of clauses whose subject is the person."""
    verbs = [clause for clause in chosen if clause.kind == "verb"]
    firsts = [clause.parts[0] for clause in verbs]
    passive = any(is_passive(reading, first) for first in firsts)
    standing = (
        reading.current
        and reading.head == "duty"
        and not passive
        and not all(is_past_only(reading, first) for first in firsts)
        and not _is_done_once(reading, firsts[0])
    )
    holds = passive and reading.current and all(is_standing_passive(reading, first) for first in firsts)
    return Forms(
        past=_form(reading, chosen, "past"),
        present=_form(reading, chosen, "present") if standing or holds else None,
        perfect=_form(reading, chosen, "perfect") if reading.current and not standing and not holds else None,
        gerund=None if passive else _form(reading, chosen, "gerund"),
        noun=None if passive else _noun(reading, chosen),
    )


_CHANGING = frozenset(
    "cut reduce lower decrease shrink halve slash trim shorten raise increase grow lift boost improve double triple"
    " expand rebuild extend".split()
)
_SETTING_UP = _MAKING | frozenset("rebuild migrate implement launch obtain take".split())
_CHANGED = re.compile(
    r"\bfrom \S*\d.* to \S*\d|\bby (?:a third|a quarter|half|\d\S* ?(?:%|per ?cent|pct|points?))"
)
_ONCE = re.compile(
    r"\bin (?:\d+|two|three|four|five|six|eight|nine|ten|twelve) (?:weeks|months)\b"
    r"|\b(?:weeks|days|months) (?:early|ahead)\b|\bfrom (?:idea|zero|nothing|(?:the )?scratch)\b"
    r"|\bin (?:spring |summer |autumn |fall |winter |Q[1-4] )?(?:19|20)\d\d\b"
)
_AGAIN = re.compile(
    r"\b(?:a|per|each|every) (?:day|week|month|quarter|year|shift|season|night|term)\b"
    r"|\b(?:each|every) \w+|\b(?:dai|week|month|quarter|year)ly(?=$|[,.;)])|\be\.g\.|\b(?:am|pm)\b"
)


def _is_done_once(reading: LineReading, verb: Part) -> bool:
    """Whether a line of the present job tells what was done once: "growing followers from 6k to 48k".

    Only of verbs that change or set something up, and never where the line says that it is done again and again.
    """
    base, forms = base_of(reading, verb), word_forms(reading, verb)
    if _AGAIN.search(reading.text) or forms == {"third"}:
        return False
    changed = base in _CHANGING and _CHANGED.search(reading.text) is not None
    return changed or (base in _SETTING_UP | _CHANGING and _ONCE.search(reading.text) is not None)


def _form(reading: LineReading, chosen: Sequence[Clause], name: Name) -> Telling | None:
    wanted = _WANTED[name]
    if name == "perfect":
        if any(part.tag == "time" and _BARE_YEAR.match(reading.words(part)) for part in reading.parts):
            return None
        if any(_was_then(reading, clause) for clause in chosen):
            return None
        chosen = [without_dates(reading, clause) for clause in chosen]
    told = [_clause(reading, clause, wanted) for clause in chosen]
    if any(each is None for each in told):
        return None
    whole = _series(chosen, [each for each in told if each is not None])
    return form_telling(name, whole.pieces, whole.dropped)


_BARE_YEAR = re.compile(r"(?:19|20)\d\d\W*$")
_DATED = re.compile(
    r"\b(?:in|on|during|by|after) (?:\w+ )?(?:19|20)\d\d\b|\blast (?:year|month|quarter|season)\b|\b(?:19|20)\d\d$"
)


def without_dates(reading: LineReading, clause: Clause) -> Clause:
    """The perfect goes with no date: "has founded a music week", not "in 2019"."""
    kept = tuple(part for part in clause.parts if part.tag != "time" or not _DATED.match(reading.words(part)))
    return Clause(clause.kind, kept, clause.joint)


def _was_then(reading: LineReading, clause: Clause) -> bool:
    """Whether it says what something was brought to at a time: without it, it would hold now ("cut herd to 90")."""
    reached = any(reading.words(part).startswith("to ") for part in clause.of("change", "extent"))
    return reached and any(_DATED.match(reading.words(part)) for part in clause.of("time"))


def _series(chosen: Sequence[Clause], told: Sequence[Phrase]) -> Phrase:
    """Clauses joined as a series: commas, and "and" before the last; "but" and "while" stay."""
    pieces: tuple[Piece, ...] = ()
    for index, (clause, each) in enumerate(zip(chosen, told, strict=True)):
        if not each.pieces:
            continue
        if pieces and clause.kind == "verb":
            word = clause.joint if clause.joint in ("but", "while", "then") else "and"
            last = not any(later.kind == "verb" for later in chosen[index + 1 :])
            pieces = (*pieces, *ours(word)) if last or word != "and" else with_comma(pieces)
        elif pieces and clause.joint != "and":
            pieces = with_comma(pieces)
        pieces = (*pieces, *each.pieces)
    return Phrase(pieces, tuple(part for each in told for part in each.dropped))


def _clause(reading: LineReading, clause: Clause, wanted: Wanted) -> Phrase | None:
    if clause.kind == "verb":
        return _verb_clause(reading, clause, wanted)
    if clause.kind == "subject":
        return with_state(reading, clause)
    if _FELT.match(reading.words(clause.parts[0])):
        return Phrase((), clause.parts)
    thing = (
        piece for part in clause.parts if part.tag != "bracket" for piece in part_words(reading.text, part)
    )
    return Phrase((*ours("with"), *thing), clause.of("bracket"))


_FELT = re.compile(
    r"(?:very |still |most )?(?:proud|glad|happy|pleased|grateful|thankful|sorry|keen|fond|sad|delighted|excited)\b",
    re.IGNORECASE,
)
"""What somebody felt about it, which stands behind no "with": ", proud of both"."""


def _verb_clause(reading: LineReading, clause: Clause, wanted: Wanted) -> Phrase | None:
    pieces: tuple[Piece, ...] = ()
    dropped: list[Part] = []
    if not is_passive(reading, clause.parts[0]) and any(
        reading.words(part).lower().startswith("by ") for part in clause.of("subject")
    ):
        return None
    helped = reading.words(clause.parts[0]).lower().split()[0] in rule_words("helping")
    passive = is_passive(reading, clause.parts[0])
    for index, part in enumerate(clause.parts):
        if is_sentence(reading, part):
            dropped.extend(clause.parts[index:])
            pieces = pieces[:-1] if pieces and pieces[-1].text == "and" else pieces
            break
        if index and part.tag in ("object", "result") and _FELT.match(reading.words(part)):
            dropped.append(part)
            continue
        words = _part(reading, clause, index, "participle" if passive else wanted, bare=helped and index > 0)
        if words is None:
            if part.tag in ("verb", "object"):
                return None
            dropped.append(part)
            continue
        absolute = is_absolute(reading, part)
        if pieces and (absolute or _comma_before(reading, clause, index)):
            pieces = with_comma(pieces[:-1] if absolute and pieces[-1].text == "and" else pieces)
        pieces = (*pieces, *words)
    was = ours(to_be(wanted)) if passive else ()
    return Phrase((*was, *pieces), tuple(dropped))


def _part(
    reading: LineReading, clause: Clause, index: int, wanted: Wanted, *, bare: bool
) -> tuple[Piece, ...] | None:
    """The words of a part in this form; None where it is left out."""
    part = clause.parts[index]
    if part.tag == "verb":
        return part_words(reading.text, part) if bare else inflected(reading, part, wanted)
    if part.tag == "bracket":
        return bracket_words(reading, part)
    if part.tag == "and":
        return ours(_joint(reading, part))
    return _complement(reading, clause, index, wanted)


def _complement(reading: LineReading, clause: Clause, index: int, wanted: Wanted) -> tuple[Piece, ...] | None:
    """The words of what follows a verb; "since" goes with the perfect and the present only."""
    part = clause.parts[index]
    since = part.tag == "time" and reading.words(part).lower().startswith("since ")
    if since and wanted in ("past", "gerund"):
        return None
    if part.tag == "result" and _is_third(reading.words(part).split()[0]):
        return None
    if is_absolute(reading, part):
        return result_words(reading, part)
    words = part_words(reading.text, part)
    if part.tag == "object":
        return _object(reading, clause, index, words)
    if part.tag == "change" and _FROM_TO.match(reading.words(part)):
        words = (*ours("from"), *words)
    return None if has_pronoun(words) else words


_FROM_TO = re.compile(rf"{FIGURE}\S*(?: [a-z%]+)? to {FIGURE}", re.IGNORECASE)
"""A change that states its two ends alone: "reduced rework 6% to 2%"."""


def _is_third(word: str) -> bool:
    verb = verb_form(word)
    return verb is not None and verb.forms == {"third"} and noun_kinds().get(word.lower(), "") == ""


def _object(reading: LineReading, clause: Clause, index: int, words: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The object with the article that it needs, and the count of a bracket behind it as its adjective."""
    following = clause.parts[index + 1] if index + 1 < len(clause.parts) else None
    adjective = counted(reading, words, following)
    if adjective is not None:
        return adjective
    if not index or clause.parts[index - 1].tag != "verb":
        return words
    if base_of(reading, clause.parts[index - 1]) in ("go", "become") and len(words[0].text.split()) == 1:
        return words  # "went organic"
    if base_of(reading, clause.parts[index - 1]) in _CUTTING:
        words = _by_so_much(words)
    return with_article(words, "a" if base_of(reading, clause.parts[index - 1]) in _MAKING else "the")


_CUTTING = frozenset("cut reduce lower decrease trim shrink slash".split())
_SO_MUCH = re.compile(r"(?<=[a-z]) (?=(?:[A-Z]{1,3} ?)?[$£€¥₹₦₱]\d)(?!.* to \S*\d)")


def _by_so_much(words: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """ "Cut scrap $2.6M annualized": by so much, where the line puts it right behind the thing."""
    for index, piece in enumerate(words):
        found = (
            _SO_MUCH.search(piece.text) if piece.rule in (None, "small") and piece.start is not None else None
        )
        before = piece.text[: found.start()].rsplit(" ", 1)[-1] if found else ""
        if found and piece.start is not None and word_classes().get(before) is None:
            at = piece.start + found.start()
            head = replace(piece, text=piece.text[: found.start()], end=at)
            rest = replace(piece, text=piece.text[found.end() :], start=at + 1)
            return (*words[:index], head, *ours("by"), rest, *words[index + 1 :])
    return words


def _comma_before(reading: LineReading, clause: Clause, index: int) -> bool:
    """Whether the line has a comma before this part, and it is needed there."""
    part = clause.parts[index]
    before = reading.text[: part.start].rstrip()
    after_and = index > 0 and clause.parts[index - 1].tag == "and"
    return part.tag not in ("and", "bracket") and not after_and and before.endswith((",", ";"))


def _noun(reading: LineReading, chosen: Sequence[Clause]) -> Telling | None:
    """ "35 witness statements drafted and filed": every clause as a thing with its participle."""
    told = [_noun_clause(reading, clause, alone=len(chosen) == 1) for clause in chosen]
    if any(each is None for each in told):
        return None
    whole = _series(chosen, [each for each in told if each is not None])
    return telling(whole.pieces, "noun phrase", None, whole.dropped)


def _noun_clause(reading: LineReading, clause: Clause, *, alone: bool) -> Phrase | None:
    if clause.kind == "subject":
        return with_state(reading, clause)
    verbs = [index for index, part in enumerate(clause.parts) if part.tag == "verb"]
    after = verbs[-1] + 1 if verbs else 0
    if (
        not verbs
        or after >= len(clause.parts)
        or clause.parts[after].tag != "object"
        or len(verbs) != after - _joints(clause, after)
    ):
        return None
    thing = part_words(reading.text, clause.parts[after])
    first = thing[0].text.split()[0].lower() if thing else "to"
    dated = thing and re.search(
        r" (?:19|20)\d\d$", thing[-1].text
    )  # the year is when, and no part of the thing
    if dated or first in (
        "to",
        "it",
        "them",
        "as",
        "in",
        "on",
        "for",
        "at",
        "that",
        "how",
        "of",
        "with",
        "from",
    ):
        return None
    said = " ".join(reading.words(clause.parts[index]).lower() for index in verbs).split()
    if (
        said[-1] in _INTRANSITIVE
        or said[0] in rule_words("helping")
        or {"not", "never", "have", "has", "had"} & set(said)
    ):
        return None
    alone = alone and all(
        base_of(reading, clause.parts[index]) in rule_words("object_alone") for index in verbs
    )
    doing = () if alone else _participles(reading, clause, after)
    if doing is None:
        return None
    rest = Clause("verb", clause.parts[after + 1 :])
    tail, dropped = _tail(reading, rest)
    before, after_thing = _split_thing(thing) if doing else (thing, ())
    return Phrase((*(with_article(before, "the") if doing else before), *doing, *after_thing, *tail), dropped)


def _split_thing(thing: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The thing up to where it goes, and the rest: "frozen goods | to 12 stores"."""
    for index, piece in enumerate(thing):
        match = _GOES_ON.search(piece.text)
        if match and piece.start is not None and piece.rule is None and (index or match.start()):
            at = piece.start + match.start()
            head = Piece(piece.text[: match.start()], piece.start, at)
            rest = Piece(
                piece.text[match.end() - len(match[1]) :],
                at + match.end() - match.start() - len(match[1]),
                piece.end,
            )
            return (*thing[:index], head), (rest, *thing[index + 1 :])
    return thing, ()


_GOES_ON = re.compile(r"\s((?:to|into|for|as|from|on|onto|with|by|at|through|across|against)\b(?!-))")


def _joint(reading: LineReading, part: Part) -> str:
    """The word between two acts: "but" and "or" as they are, any mark as "and"."""
    word = reading.words(part).lower().strip()
    return word if word in ("but", "or") else "and"


def _joints(clause: Clause, after: int) -> int:
    return sum(part.tag == "and" for part in clause.parts[:after])


def _participles(reading: LineReading, clause: Clause, after: int) -> tuple[Piece, ...] | None:
    pieces: tuple[Piece, ...] = ()
    for index, part in enumerate(clause.parts[:after]):
        if part.tag == "and":
            pieces = (*pieces, *ours(_joint(reading, part)))
            continue
        words = inflected(reading, part, "participle")
        if words is None:
            return None
        pieces = (
            (*with_comma(pieces), *words)
            if _comma_before(reading, clause, index) and pieces
            else (*pieces, *words)
        )
    return pieces


_INTRANSITIVE = frozenset("in at with to for on as under".split())


def _tail(reading: LineReading, rest: Clause) -> tuple[tuple[Piece, ...], tuple[Part, ...]]:
    pieces: tuple[Piece, ...] = ()
    dropped: list[Part] = []
    for index, part in enumerate(rest.parts):
        gerund = part.tag == "result" and re.match(r"(?:\w+ing|now|since|still|later)\b", reading.words(part))
        words = None if gerund else _part(reading, rest, index, "participle", bare=False)
        if words is None:
            dropped.append(part)
            continue
        pieces = (
            (*with_comma(pieces), *words)
            if pieces and _comma_before(reading, rest, index)
            else (*pieces, *words)
        )
    return pieces, tuple(dropped)
