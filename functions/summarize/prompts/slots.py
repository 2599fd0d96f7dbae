"""The alphabet of prompts: header tokens, and one slot token for each thing a sentence may hold.

A prompt never spells a name, a figure or a term. It holds slot tokens, the model arranges them, and `decode`
puts the words back exactly as the plan gave them.
"""

from typing import get_args

from functions.summarize.sentences import Field, Kind, Voice

STYLES = 16
LINES = "ab"
LINE_SLOTS = 12

# How many facts of a field a prompt can hold. A field with one has the bare token `<title>`, the others count.
CAPACITY: dict[Field, int] = {
    "name": 1,
    "title": 1,
    "years": 1,
    "employer": 1,
    "domain": 1,
    "specialty": 3,
    "skill": 6,
    "credential": 3,
    "team_size": 2,
    "budget": 2,
    "sites": 2,
    "volume": 2,
    "degree": 1,
    "field": 1,
    "institution": 1,
    "year": 1,
}
VERB_FORMS = ("base", "third", "past", "gerund")
KINDS: tuple[str, ...] = get_args(Kind)
VOICES: tuple[str, ...] = get_args(Voice)
TENSES = ("now", "then")
MANNERS = ("did", "does", "had")


def fact_slot(field: Field, number: int) -> str:
    """The token of the `number`-th fact (from 1) of a field."""
    return f"<{field}>" if CAPACITY[field] == 1 else f"<{field}{number}>"


def style(number: int) -> str:
    """The token that asks for one of `STYLES` ways to say the same."""
    return f"[s{number}]"


def all_tokens() -> tuple[str, ...]:
    """Every header and slot token there is, in a fixed order: the closed part of the vocabulary."""
    headers = [f"[{word}]" for word in (*KINDS, *VOICES, *TENSES, *MANNERS)]
    facts = [fact_slot(field, number + 1) for field, room in CAPACITY.items() for number in range(room)]
    pieces = [f"<{line}{number + 1}" for line in LINES for number in range(LINE_SLOTS)]
    words = [f"{piece}{suffix}>" for piece in pieces for suffix in ("", "#", "!")]
    verbs = [f"{piece}.{form}>" for piece in pieces for form in VERB_FORMS]
    return (*headers, *(style(number) for number in range(STYLES)), *facts, *words, *verbs)
