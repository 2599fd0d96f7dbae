"""What is certain of a resume in a language that is not served: terms that are written alike in every language."""

from dataclasses import replace

from functions.summarize.docx.document import Document
from functions.summarize.language_detection import SERVED
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.resume import Resume, Skill

_RECOGNISED = 0.8
"""As skills that are recognised in the text of a role."""


def with_known_terms(resume: Resume, document: Document) -> Resume:
    """The resume with the names of tools and methods anywhere in its text for skills: other words cannot be known."""
    if resume.language in SERVED:
        return resume
    source, found = Source(document.text, "other"), dict[str, Skill]()
    for line in document.lines:
        for match in load_lexicon().find(line.text):
            place = source.at(line.start + match.start, line.start + match.end)
            name = match.form.shown(place.quote)
            found.setdefault(name, Skill(name, (place,), listed=False, confidence=_RECOGNISED))
    return replace(resume, skills=tuple(found.values()))
