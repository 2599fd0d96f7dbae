"""A resume without what tells who the person is: name, contact data, links, institutions, pronouns, personal details.

Each is covered by a word in brackets, in the text and in every value, and every offset is moved with the text. What
is covered is looked for in the whole text, not only where it was read: a name in a footer is a name.
Employers stay, and so do job titles and the places of jobs.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import accumulate
from typing import Any

from functions.summarize.docx.document import Document, Notice
from functions.summarize.privacy.hints import Span, Traits, institutions_in, referees_in, traits_of
from functions.summarize.resume import Contact, Evidence, Fact, Resume

COVERS = ("name", "email", "phone", "link", "location", "institution", "pronoun", "honorific", "detail")
_NAMELESS = Notice(
    "name-not-found",
    "No name was recognised, so none could be covered; look for it before the text is passed on.",
)
_KEPT = ("section", "rule", "code", "kind", "language")
"""Fields with words of ours, not of the resume."""


def blind(resume: Resume, document: Document) -> Resume:
    """The resume with everything covered; name, contact data and institutions are also left out as facts."""
    traits = traits_of(resume, document)
    elsewhere = (*institutions_in(document), *referees_in(document))
    cover = _Cover(resume.text, [*traits.places, *elsewhere, *traits.find(resume.text)])
    bare = replace(
        resume,
        name=None,
        contact=Contact(),
        education=tuple(replace(course, institution=None) for course in resume.education),
    )
    covered: Resume = _covered(bare, cover, traits)
    notices = covered.notices if resume.name else (*covered.notices, _NAMELESS)
    return replace(covered, text=cover.text, notices=notices)


def without_redacted(resume: Resume) -> Resume:
    """A blind resume with only those facts in which nothing is covered: a sentence needs whole facts."""
    roles = tuple(
        replace(
            role,
            title=_whole(role.title),
            employer=_whole(role.employer),
            bullets=tuple(line for line in role.bullets if _whole(line)),
        )
        for role in resume.roles
    )
    return replace(
        resume,
        headline=_whole(resume.headline),
        roles=roles,
        achievements=tuple(one for one in resume.achievements if _whole(one.text)),
        skills=tuple(skill for skill in resume.skills if not is_covered(skill.name)),
        credentials=tuple(one for one in resume.credentials if _whole(one.name)),
        education=tuple(
            replace(course, degree=_whole(course.degree), field=_whole(course.field))
            for course in resume.education
        ),
    )


def is_covered(text: str) -> bool:
    """Whether something was covered in the text."""
    return any(f"[{cover}]" in text for cover in COVERS)


def _whole(fact: Fact[str] | None) -> Fact[str] | None:
    return None if fact is None or is_covered(fact.value) else fact


class _Cover:
    """A text with spans replaced, and where each place of the old text stands in the new one."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self.spans = _disjoint(spans)
        words = [f"[{span.cover}]" for span in self.spans]
        edges = [0, *(edge for span in self.spans for edge in (span.start, span.end)), len(text)]
        kept = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
        self.text = kept[0] + "".join(word + rest for word, rest in zip(words, kept[1:], strict=True))
        growth = (len(word) - (span.end - span.start) for word, span in zip(words, self.spans, strict=True))
        self._shift = [0, *accumulate(growth)]
        self._starts = [span.start for span in self.spans]
        self._ends = [span.end for span in self.spans]

    def start(self, at: int) -> int:
        """Where a place that begins here begins in the new text; within a cover, where the cover begins."""
        before = bisect_right(self._ends, at)
        inside = before < len(self.spans) and self._starts[before] < at
        return (self._starts[before] if inside else at) + self._shift[before]

    def end(self, at: int) -> int:
        """Where a place that ends here ends in the new text; within a cover, where the cover ends."""
        before = bisect_left(self._starts, at)
        inside = before > 0 and at < self._ends[before - 1]
        return (self._ends[before - 1] if inside else at) + self._shift[before]


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    """In order, overlapping ones joined under the cover of the first."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if joined and span.start < joined[-1].end:
            joined[-1] = replace(joined[-1], end=max(joined[-1].end, span.end))
        elif span.start < span.end:
            joined.append(span)
    return joined


def _covered(node: Any, cover: _Cover, traits: Traits) -> Any:
    """The same record with every place moved and every text of the resume covered."""
    again: Callable[[Any], Any] = lambda child: _covered(child, cover, traits)  # noqa: E731
    if isinstance(node, Evidence | Notice):
        return _moved(node, cover)
    if isinstance(node, str):
        return _Cover(node, traits.find(node)).text
    if isinstance(node, tuple | list):
        return type(node)(map(again, node))
    if isinstance(node, Mapping):
        return {key: value if key in _KEPT else again(value) for key, value in node.items()}
    if is_dataclass(node) and not isinstance(node, type):
        changes = {one.name: again(getattr(node, one.name)) for one in fields(node) if one.name not in _KEPT}
        return replace(node, **changes)
    return node


def _moved(place: Evidence | Notice, cover: _Cover) -> Evidence | Notice:
    if place.start is None or place.end is None:
        return place
    start, end = cover.start(place.start), cover.end(place.end)
    if isinstance(place, Notice):
        return replace(place, start=start, end=end)
    return replace(place, start=start, end=end, quote=cover.text[start:end])
