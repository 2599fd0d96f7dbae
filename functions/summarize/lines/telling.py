"""The parts of a line -> the forms in which it can be told."""

import re
from collections.abc import Iterator, Sequence

from functions.summarize.lines.acts import act_forms
from functions.summarize.lines.clauses import Clause, clauses
from functions.summarize.lines.duties import duty_forms
from functions.summarize.lines.fragments import fragment_forms
from functions.summarize.lines.labelled import label_forms
from functions.summarize.lines.levels import level_noun
from functions.summarize.lines.records import Forms, LineReading, Part, Telling, Tellings
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.states import state_forms
from functions.summarize.lines.supplied import with_verb
from functions.summarize.lines.surface import before_names
from functions.summarize.lines.things import thing_forms

_KEPT_RESULT = re.compile(r"^(?:with|without|despite)\b", re.IGNORECASE)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AHEAD = re.compile(r"\b(?:ahead|early|under budget|below)\b", re.IGNORECASE)


def tellings(reading: LineReading) -> Tellings:
    """Every form in which the line can be told truly and in English; none of a reading that is not certain."""
    level = level_noun(reading)
    if level is not None:
        return Tellings(reading, Forms(noun=level), Forms(noun=level), None)
    if not reading.certain or _is_broken(reading):
        return Tellings(reading, Forms(), Forms(), None)
    chosen = clauses(reading)
    if reading.head == "label":
        forms = with_verb(reading, label_forms(reading))
        return Tellings(reading, forms, forms, forms.present or forms.past)
    if not chosen:
        return Tellings(reading, Forms(), Forms(), None)
    whole, sentence = _forms(reading, chosen)
    part = _half(reading, chosen)
    half, clause = (whole, sentence) if part == chosen else _forms(reading, part)
    standing = half.perfect if reading.head in ("fragment", "thing") and half.gerund is None else None
    return Tellings(reading, whole, half, clause or half.present or standing or half.past or half.perfect)


def _is_broken(reading: LineReading) -> bool:
    """Whether a filler in the middle leaves a hole: "below what [we] paid"."""
    told = [index for index, part in enumerate(reading.parts) if part.tag not in ("filler", "mark")]
    return any(
        part.tag == "filler"
        and told
        and told[0] < index < told[-1]
        and reading.parts[index - 1].tag not in ("and", "mark")
        for index, part in enumerate(reading.parts)
    )


def _forms(reading: LineReading, chosen: Sequence[Clause]) -> tuple[Forms, Telling | None]:
    first = chosen[0]
    if first.kind == "subject":
        forms, clause = state_forms(reading, chosen)
        return (forms if any(one.of("verb") for one in chosen) else with_verb(reading, forms)), clause
    return with_verb(reading, _own_forms(reading, chosen)), None


def _own_forms(reading: LineReading, chosen: Sequence[Clause]) -> Forms:
    first = chosen[0]
    if reading.head in ("act", "duty"):
        return act_forms(reading, chosen) if first.kind == "verb" else duty_forms(reading, chosen)
    if reading.head == "thing" and first.kind == "thing":
        return thing_forms(reading, chosen)
    return fragment_forms(reading, chosen)


def _half(reading: LineReading, chosen: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses of the half that is the result; the result itself where it has the figure."""
    result = _result(reading, chosen)
    if result is not None:
        return (result,)
    half = tuple(_trimmed(reading, clause) for clause in _best(reading, chosen))
    end = len(reading.text[: half[-1].parts[-1].end].rstrip(" ,")) if half and half[-1].parts else 0
    cut = before_names(reading.text, end) != end or _cuts_fields(reading.text, end)
    return tuple(chosen) if cut else half


_FIRST_FIELD = re.compile(r"\d\S*(?: \w+)? (?:in|for|across|from|of|at|on|covering) [^,;:()\d]+$")
_FURTHER = re.compile(
    r"(?:, [^\s,;:()\d]+(?: [^\s,;:()\d]+){0,2})+,? (?:and|&) [^\s,;:()\d]+(?: [^\s,;:()\d]+){0,2}(?=\W*$|[;(])"
)


def _cuts_fields(text: str, end: int) -> bool:
    """Whether the first of the fields of a group would stand for them all: "team of 12 in CRM[, media and content]"."""
    return _FIRST_FIELD.search(text[:end]) is not None and _FURTHER.match(text[end:]) is not None


def _result(reading: LineReading, chosen: Sequence[Clause]) -> Clause | None:
    """ ", cutting build time from 18 min to 7": the result as a clause, if it has the figure."""
    for clause in chosen:
        for index, part in enumerate(clause.parts):
            words = reading.words(part)
            first = re.match(r"[^\W\d_]+ing\b", words)
            if part.tag == "result" and first and any(char.isdigit() for char in words) and "(" not in words:
                tail = tuple(
                    other
                    for other in clause.parts[index + 1 :]
                    if other.tag in ("change", "extent", "compare")
                )
                return Clause("verb", (*_verbs_of(reading, part), *tail))
    return None


def _verbs_of(reading: LineReading, part: Part) -> Iterator[Part]:
    """ "cutting call volume by half and lifting CSAT to 92": verb, object, and, verb, object."""
    starts = [match.start(1) for match in re.finditer(r"(?:^|\band )([^\W\d_]+ing)\b", reading.words(part))]
    for index, at in enumerate(starts):
        start = part.start + at
        end = part.start + starts[index + 1] - len("and ") if index + 1 < len(starts) else part.end
        gap = reading.text.index(" ", start)
        yield Part("verb", start, gap)
        yield Part("object", gap + 1, len(reading.text[:end].rstrip()))
        if index + 1 < len(starts):
            yield Part("and", end, end + len("and"))


def _best(reading: LineReading, chosen: Sequence[Clause]) -> Sequence[Clause]:
    """The first clause with a figure, else the first; of three or more acts without figures the first two."""
    for clause in chosen:
        if clause is not chosen[0] and _words(reading, clause)[0] in rule_words("role", "distinctions"):
            continue  # "CT list, first in the group": what is the first stands before it
        if any(reading.words(part).lower().strip(" ,.") in ("it", "them") for part in clause.of("object")):
            return chosen[:2] if len(chosen) > 1 and clause is chosen[1] else chosen[:1]
        if any(
            char.isdigit() for part in clause.parts if part.tag != "bracket" for char in reading.words(part)
        ):
            return (clause,)
    same = [clause for clause in chosen if clause.kind == chosen[0].kind]
    return same[:2] if len(same) > 2 else chosen[:1]


def _words(reading: LineReading, clause: Clause) -> list[str]:
    return reading.words(clause.parts[0]).lower().split()


def _trimmed(reading: LineReading, clause: Clause) -> Clause:
    """The clause with its object, its change and its comparison; how, what for and when are left out."""
    kept: list[Part] = []
    reached = any(reading.words(part).startswith("to ") for part in clause.of("change", "extent"))
    places = 0
    left_out = False
    for part in clause.parts:
        if left_out and part.tag in ("bracket", "object", "place"):
            continue
        places += part.tag == "place"
        words = reading.words(part)
        drop = (
            (
                part.tag in ("method", "purpose", "time", "with")
                and not _AHEAD.search(words)
                and not (reached and part.tag == "time" and _YEAR.search(words))
                and clause.kind != "thing"
            )
            or (part.tag == "place" and places > 1)
            or (part.tag == "result" and not _KEPT_RESULT.match(words))
        )
        necessary = not kept or kept[-1].tag == "verb"
        if not drop or necessary:
            kept.append(part)
            continue
        left_out = True
        if kept and kept[-1].tag == "and":
            kept.pop()
    if kept and kept[-1].tag == "and":
        kept.pop()
    return Clause(clause.kind, tuple(kept), clause.joint)
