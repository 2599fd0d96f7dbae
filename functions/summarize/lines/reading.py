"""A line of a resume -> its head and its parts."""

from functions.summarize.language.bullets import Shape, is_sentence, read_clauses
from functions.summarize.lines.records import Head, LineReading, Part

_HEADS: dict[Shape, Head] = {
    "past": "act",
    "present": "duty",
    "gerund": "duty",
    "duty": "duty",
    "noun": "thing",
}


def read_line(text: str, *, title: str, current: bool) -> LineReading:
    """The line cut into its parts. `title` is that of the job it stands under, `current` whether it is held now."""
    clause = next(iter(read_clauses(text)), None)
    if clause is None:
        return LineReading(
            text, title, current, "fragment", (Part("object", 0, len(text)),), 0.0, certain=False
        )
    start = max(text.find(clause.text), 0)
    end = start + len(clause.text)
    if clause.verb is None:
        head: Head = "state" if is_sentence(clause.text) else _HEADS[clause.shape]
        return LineReading(text, title, current, head, (Part("object", start, end),), 0.6, certain=False)
    verb = clause.text[: len(clause.text) - len(clause.rest)].rstrip()
    parts = (Part("verb", start, start + len(verb)), Part("object", end - len(clause.rest), end))
    return LineReading(text, title, current, _HEADS[clause.shape], parts, 0.9, certain=True)
