"""The parts of a line -> the forms in which it can be told."""

from functions.summarize.language.bullets import start_small
from functions.summarize.language.verbs import Form, recognise
from functions.summarize.lines.records import Forms, LineReading, Piece, Shape, Telling, Tellings, Tense


def tellings(reading: LineReading) -> Tellings:
    """Every form in which the line can be told truly and in English."""
    forms = _verb_forms(reading) if reading.begins_with_verb else _as_it_stands(reading)
    fitting = forms.present or forms.past
    return Tellings(reading, forms, forms, fitting)


def _verb_forms(reading: LineReading) -> Forms:
    standing = reading.head == "duty" and reading.current
    return Forms(
        past=_told(reading, "past", "verb phrase", "past"),
        present=_told(reading, "third", "verb phrase", "present") if standing else None,
        perfect=_told(reading, "participle", "verb phrase", "perfect") if reading.current else None,
        gerund=_told(reading, "gerund", "participle", None),
    )


def _told(reading: LineReading, form: Form, shape: Shape, tense: Tense | None) -> Telling | None:
    verb, *others = reading.parts
    word = reading.words(verb).lower()
    found = recognise(word)
    if found is None:
        return None
    inflected = Piece(getattr(found[0], form), verb.start, verb.end, form)
    has = (Piece("has", None, None),) if tense == "perfect" else ()
    rest = tuple(Piece(reading.words(part), part.start, part.end) for part in others)
    pieces = (*has, inflected, *rest)
    return Telling(" ".join(piece.text for piece in pieces), shape, tense, pieces)


def _as_it_stands(reading: LineReading) -> Forms:
    if reading.head != "thing":
        return Forms()
    part = reading.parts[0]
    piece = Piece(start_small(reading.words(part)), part.start, part.end)
    return Forms(noun=Telling(piece.text, "noun phrase", None, (piece,)))
