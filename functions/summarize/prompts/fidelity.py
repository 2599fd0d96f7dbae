"""Does an output tell each resume line as it stands, in one form that fits its voice?

A line is told whole and in its own order or not at all. The one thing that may come between is where it was
("cut stock loss at Kestrel Foods from 4% to 1%").
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from functions.summarize.language.verbs import recognise
from functions.summarize.prompts.slots import LINES, MANNERS

_PLACE = ["at", "<employer>"]
_FORMS: dict[tuple[str, str], frozenset[str]] = {
    ("[did]", voice): frozenset(("past", "gerund")) for voice in ("[implied]", "[first]", "[third]")
} | {
    ("[does]", "[implied]"): frozenset(("third", "gerund")),
    ("[does]", "[first]"): frozenset(("base", "gerund")),
    ("[does]", "[third]"): frozenset(("third", "gerund")),
}


def tells_lines_as_they_stand(output: Sequence[str], prompt: Sequence[str]) -> bool:
    """Whether every line of the prompt that the output touches is there word for word."""
    return all(
        _is_told(output, letter, line) and _is_in_form(output, letter, manner, prompt[1])
        for letter, manner, line in _lines(prompt)
    )


def agrees(output: Sequence[str]) -> bool:
    """Whether the verb after "I" or the name agrees with it: never "I works", never a name and "work"."""
    for subject, following in pairwise(output):
        found = recognise(following) if subject in ("I", "<name>") else None
        if found is not None and found[1] == ("third" if subject == "I" else "base"):
            return False
    return True


def _lines(prompt: Sequence[str]) -> Iterator[tuple[str, str, list[str]]]:
    """The letter of each line, how it speaks, and its tokens."""
    manners = {f"[{manner}]" for manner in MANNERS}
    starts = [at for at, token in enumerate(prompt) if token in manners]
    for letter, start, end in zip(LINES, starts, [*starts[1:], len(prompt)], strict=False):
        yield letter, prompt[start], list(prompt[start + 1 : end])


def _is_told(output: Sequence[str], letter: str, line: Sequence[str]) -> bool:
    first = next((at for at, token in enumerate(output) if _belongs(token, letter)), None)
    if first is None:
        return True
    lead = next(at for at, token in enumerate(line) if _belongs(token, letter))
    told = [_as_prompted(token) for token in output[max(0, first - lead) :]]
    for at in range(1, len(line)):
        if told[at : at + 2] == _PLACE:
            del told[at : at + 2]
            break
    return told[: len(line)] == line


def _is_in_form(output: Sequence[str], letter: str, manner: str, voice: str) -> bool:
    """All verbs of a line stand in one form, and it is one that its manner and voice allow."""
    forms = {token[:-1].partition(".")[2] for token in output if _belongs(token, letter) and "." in token}
    return not forms or (len(forms) == 1 and forms <= _FORMS.get((manner, voice), frozenset()))


def _belongs(token: str, letter: str) -> bool:
    return token.startswith(f"<{letter}") and token[2:3].isdigit()


def _as_prompted(token: str) -> str:
    """A verb as the prompt has it: `<a1.past>` -> `<a1!>`."""
    stem, dot, _ = token.partition(".")
    return f"{stem}!>" if dot and stem.startswith("<") else token
