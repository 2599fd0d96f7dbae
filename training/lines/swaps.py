"""More lines from the labelled ones: other verbs, other tails, other capitals. Deterministic from a seed."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from functions.summarize.lines.records import Head
from functions.summarize.lines.verbs import Form, verb_form
from training.lines.corpus import DATA, LabelledLine, place_parts

_TAIL = frozenset(
    ("change", "extent", "result", "method", "purpose", "place", "time", "with", "compare", "bracket")
)
_HEAD_OF: dict[Form, Head] = {"past": "act", "base": "duty", "gerund": "duty", "third": "duty"}


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A line as tags and words, before it is put together."""

    head: Head
    parts: tuple[tuple[str, str], ...]


def swapped(lines: Sequence[LabelledLine], copies: int, seed: int = 13) -> Iterator[LabelledLine]:
    """Up to `copies` variants of each line, each with another verb, another tail, or other capitals."""
    rng = random.Random(seed)
    verbs = [
        row.split("\t")[0] for row in (DATA / "verbs_of_resumes.tsv").read_text(encoding="utf-8").splitlines()
    ]
    sketches = [_sketch(line) for line in lines]
    for line, sketch in zip(lines, sketches, strict=True):
        for copy in range(copies):
            other = _other_tail(sketch, rng.choice(sketches)) if rng.random() < 0.5 else sketch
            other = (
                _other_verb(other, rng.choice(verbs), rng.choice(tuple(_HEAD_OF)))
                if rng.random() < 0.7
                else other
            )
            other = _other_capitals(other, rng.random())
            if other != sketch:
                yield _line(line, other, f"{line.key}-{copy}")


def _sketch(line: LabelledLine) -> _Sketch:
    return _Sketch(line.head, tuple((part.tag, line.line[part.start : part.end]) for part in line.parts))


def _other_tail(sketch: _Sketch, donor: _Sketch) -> _Sketch:
    """The same beginning, and what follows the object of another line."""
    tags = [tag for tag, _ in sketch.parts]
    theirs = [tag for tag, _ in donor.parts]
    if "and" in tags or "and" in theirs or "object" not in tags or "object" not in theirs:
        return sketch
    cut = tags.index("object") + 1
    tail = tuple(part for part in donor.parts[theirs.index("object") + 1 :] if part[0] in _TAIL)
    keep = sketch.parts[:cut]
    return _Sketch(sketch.head, (*keep, *tail)) if all(tag in _TAIL for tag in tags[cut:]) else sketch


def _other_verb(sketch: _Sketch, base: str, form: Form) -> _Sketch:
    """Another verb, in another form, at the head of an act or a duty that has one verb of one word."""
    verbs = [words for tag, words in sketch.parts if tag == "verb"]
    if (
        sketch.head not in ("act", "duty")
        or sketch.parts[0][0] != "verb"
        or len(verbs) != 1
        or not verbs[0].isalpha()
    ):
        return sketch
    found = verb_form(base)
    if found is None:
        return sketch
    word = found.inflect(form).capitalize()
    return _Sketch(_HEAD_OF[form], (("verb", word), *sketch.parts[1:]))


def _other_capitals(sketch: _Sketch, chance: float) -> _Sketch:
    change = (
        str.upper if chance < 0.03 else str.title if chance < 0.05 else str.lower if chance < 0.09 else None
    )
    if change is None:
        return sketch
    return replace(sketch, parts=tuple((tag, change(words)) for tag, words in sketch.parts))


def _line(line: LabelledLine, sketch: _Sketch, key: str) -> LabelledLine:
    text = " ".join(words for _, words in sketch.parts)
    parts = tuple(place_parts(text, [[tag, words] for tag, words in sketch.parts]))
    return replace(line, key=key, line=text, head=sketch.head, parts=parts, told={})
