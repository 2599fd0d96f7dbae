"""Duties named by a thing: "Responsible for board papers and filings", "In charge of 11 guards"."""

from collections.abc import Sequence
from dataclasses import replace

from functions.summarize.lines.acts import act_forms
from functions.summarize.lines.clauses import Clause
from functions.summarize.lines.phrase import form_telling, in_line_order, telling
from functions.summarize.lines.records import Forms, LineReading, Part, Piece
from functions.summarize.lines.surface import ours, start_small, words_between

_BEING = ("responsible", "accountable", "in charge", "answerable", "liable")


def duty_forms(reading: LineReading, chosen: Sequence[Clause]) -> Forms:
    """What the person was responsible for; under "Duties included" only the acts among the things."""
    acts = [clause for clause in chosen if clause.kind == "verb"]
    filler = next((part for part in reading.parts if part.tag == "filler"), None)
    noun = telling(_things(reading, chosen), "noun phrase", None, ())
    if acts:
        return replace(act_forms(reading, acts), noun=noun)
    if filler is None:
        return Forms(noun=noun)
    if "responsibility" in reading.words(filler).lower():
        return _having(reading, filler, chosen)
    lead = _lead(reading, filler)
    if lead is None or noun is None:
        return Forms(noun=noun)
    return Forms(
        past=form_telling("past", (*ours("was"), *lead, *noun.pieces), ()),
        present=form_telling("present", (*ours("is"), *lead, *noun.pieces), ()) if reading.current else None,
        noun=noun,
    )


def _having(reading: LineReading, filler: Part, chosen: Sequence[Clause]) -> Forms:
    """ "Overall responsibility for stage 2 complaints": had it."""
    words = words_between(reading.text, filler.start, filler.end)
    pieces = (*start_small(words), *_things(reading, chosen))
    return Forms(
        past=form_telling("past", (*ours("had"), *pieces), ()),
        present=form_telling("present", (*ours("has"), *pieces), ()) if reading.current else None,
        noun=telling(pieces, "noun phrase", None, ()),
    )


def _lead(reading: LineReading, filler: Part) -> tuple[Piece, ...] | None:
    """ "responsible for", "in charge of", as the line has it."""
    words = reading.words(filler).lower()
    at = next((words.find(being) for being in _BEING if being in words), -1)
    if at < 0:
        return None
    pieces = words_between(reading.text, filler.start + at, filler.end)
    return tuple(Piece(piece.text.lower(), piece.start, piece.end, piece.rule or "small") for piece in pieces)


def _things(reading: LineReading, chosen: Sequence[Clause]) -> tuple[Piece, ...]:
    return in_line_order(reading, [part for clause in chosen for part in clause.parts])
