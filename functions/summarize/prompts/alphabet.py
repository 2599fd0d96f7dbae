"""The tokens that a model reads and writes: the slots of a plan, the forms on offer, and the words that join them.

A prompt spells no name, no figure and no term. It holds slots, the model arranges them, and `decode` puts the words
back exactly as the plan gave them.
"""

from functools import cache
from importlib.resources import files
from typing import get_args

from functions.summarize.planning.records import Form, SlotKind, Variant
from functions.summarize.planning.told_lines import is_broken
from functions.summarize.sentences import Length, Part, Voice

MOST_OF_A_KIND = 6
"""Slots of one kind that a sentence can hold."""
MOST_OF_A_FORM = 2
"""Variants of one form that are offered: the half that is the result, and the whole line."""
NAME, GIVEN = "NAME", "GIVEN"
"""How the third person is called, in full and by the given name."""
MUST, PAST_JOB = "!", "-"
_SIZES = ((3, ":s"), (9, ":m"), (1_000, ":l"))


def slot_token(kind: SlotKind, nth: int) -> str:
    """The token of a slot: what it tells, and how many slots of that kind come before it in its sentence."""
    return f"<{kind.replace(' ', '_')}{nth + 1}>"


def offer_token(form: Form, nth: int) -> str:
    """In the prompt: the slot can be told so."""
    return f"+{_word(form)}{nth or ''}"


def choice_token(form: Form, nth: int) -> str:
    """In the output, after a slot: it is told so."""
    return f".{_word(form)}{nth or ''}"


def _word(form: Form) -> str:
    return form.replace(" ", "-")


def header(value: str) -> str:
    """A choice that holds for the whole text or for a sentence: `[implied]`, `[opening]`."""
    return f"[{value}]"


def size_token(text: str) -> str:
    """How long the first variant is: a few words, a phrase, or most of a line."""
    words = len(text.split())
    return next(token for most, token in _SIZES if words <= most)


def choices(variants: tuple[Variant, ...]) -> tuple[tuple[Form, int, Variant], ...]:
    """The variants on offer, each with its form and how many of that form came before it.

    What no sentence can hold is not offered, unless there is nothing else.
    """
    found: list[tuple[Form, int, Variant]] = []
    for variant in [one for one in variants if not is_broken(one.text)] or variants:
        nth = sum(form == variant.form for form, _, _ in found)
        if nth < MOST_OF_A_FORM:
            found.append((variant.form, nth, variant))
    return tuple(found)


@cache
def connecting_words() -> frozenset[str]:
    """The closed vocabulary of words that join facts and are none."""
    text = (files("functions.summarize.prompts") / "connecting.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def all_tokens() -> tuple[str, ...]:
    """Every token there is, in a fixed order."""
    forms: tuple[Form, ...] = get_args(Form)
    counted = [(form, nth) for form in forms for nth in range(MOST_OF_A_FORM)]
    headers = (*get_args(Voice), *get_args(Length), *get_args(Part))
    return (
        *map(header, headers),
        *(slot_token(kind, nth) for kind in get_args(SlotKind) for nth in range(MOST_OF_A_KIND)),
        *(offer_token(*one) for one in counted),
        *(choice_token(*one) for one in counted),
        *(size for _, size in _SIZES),
        MUST,
        PAST_JOB,
        NAME,
        GIVEN,
        *sorted(connecting_words()),
    )
