"""What stands between two facts of a composed sentence, and which of it is common enough to be learned.

A joint that one writer used once belongs to the words around it ("with no", "the year before"); one that stands in
several records joins facts of these kinds whatever they say.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from training.paragraphs.cutting import Cut, Template

_LINES = frozenset({"scope", "result", "duty", "earlier line"})
_THING = "line noun phrase"
_RECORDS = 3
"""In how many records a joint must stand."""
_OWN_WORDS = frozenset(
    "brought certified serves served graduated qualified trained responsible where through spent studied based covers"
    " no not year years' over under".split()
)
"""Words that say something of the facts beside them, and so belong to one sentence only."""
Joint = tuple[str, str, str]


def common(texts: Iterable[Sequence[Template]]) -> list[list[Template]]:
    """The sentences of each record of which every joint stands in several records."""
    kept = [list(text) for text in texts]
    where: dict[Joint, set[int]] = defaultdict(set)
    for number, text in enumerate(kept):
        for template in text:
            for joint in joints(template):
                where[joint].add(number)
    counts = Counter({joint: len(numbers) for joint, numbers in where.items()})
    return [
        [one for one in text if all(counts[joint] >= _RECORDS and _joins(joint) for joint in joints(one))]
        for text in kept
    ]


def _joins(joint: Joint) -> bool:
    """Whether the joint is grammatical whatever its facts say: a thing is no second object of another line's verb."""
    left, words, right = joint
    spoken = set(words.split())
    lent = (
        right == _THING
        and left in ("line verb", "line gerund")
        and "with" not in spoken
        and "including" not in spoken
    )
    bare = right == _THING and words in ("", ",") and left != _THING
    loose = ("credential" in right and spoken == {"also"}) or (left == "<" and words == "with")
    doubled = "employer" in right and words.endswith("the")
    tail = left.startswith("field") and words == "work"
    return not (spoken & _OWN_WORDS or lent or bare or loose or doubled or tail)


def joints(template: Template) -> Iterator[Joint]:
    """The words before, between and after the slots, with what stands on either side."""
    left = "<"
    words: list[str] = []
    for item in template.items:
        if isinstance(item, Cut):
            yield left, " ".join(words), _kind(item)
            left, words = _kind(item), []
        else:
            words.append(item)
    yield left, " ".join(words), ">"


def _kind(cut: Cut) -> str:
    """Lines by their form, names by what they name."""
    if cut.kind in _LINES:
        return (
            f"line {cut.form}"
            if cut.form == "noun phrase"
            else "line verb"
            if cut.form != "gerund"
            else "line gerund"
        )
    return f"{cut.kind} {cut.form}"
