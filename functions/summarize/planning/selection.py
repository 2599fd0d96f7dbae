"""Which facts are worth naming, and how they are named inside a sentence."""

import re
from collections.abc import Sequence

from functions.summarize.language.phrases import phrases
from functions.summarize.language.surface import common_words, running_case
from functions.summarize.language.words import fold, words_in
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.resume import Credential, Education, Resume, Skill

UNKNOWN_LANGUAGE = "und"
"""ISO 639-2 for an undetermined language: the key of the phrases that hold no words."""


def spoken(resume: Resume) -> str:
    """The language that a summary of the resume is written in: its own (ISO 639-1) where we have its phrases.

    "und", which is no language, where we have not: facts side by side, with no word of ours around them.
    """
    known = resume.language == "en" or resume.language in phrases()
    return resume.language if known else UNKNOWN_LANGUAGE


def skills_of(resume: Resume) -> list[Skill]:
    """The skills worth naming: short ones, no personal qualities, none within another."""
    return _distinct(
        [skill for skill in resume.skills if len(skill.name.split()) <= 5 and skill.group != "Personal"]
    )


def credentials_of(resume: Resume) -> list[Credential]:
    """The credentials short enough to be named in a sentence."""
    return [one for one in resume.credentials if 0 < len(one.name.value.split()) <= 10]


def term_of(name: str, language: str) -> str:
    """A skill inside a sentence: names as the lexicon has them, else "Water sampling" starts small."""
    first, *others = name.split()
    if language != "en" or load_lexicon().lookup(name) or load_lexicon().lookup(first):
        return name
    if first.istitle() and not any(word.istitle() for word in others):
        return " ".join([first.lower(), *others])
    calmed = running_case(name)
    return calmed if calmed.islower() else name


def is_name(text: str) -> bool:
    """Whether a term is a name: a word with a capital that is no common one, or a known tool first ("Tally Prime")."""
    known = load_lexicon().lookup(text.split(maxsplit=1)[0])
    if text[:1].isupper() and known is not None and known.term.kind == "tools":
        return True
    return any(not word.islower() and not _is_common(word.lower()) for word in words_in(text))


def _is_common(word: str) -> bool:
    """Whether a word is no name: one of those that are known, or what one does ("Rostering")."""
    return word.removesuffix("'s") in common_words() or word.endswith("ing")


def skill_term(name: str) -> str:
    """A skill as people of the trade write it: as the lexicon has it, names in their letters, other words small."""
    known = load_lexicon().lookup(name)
    if known is not None:
        return known.shown(name)
    return name if is_name(name) else running_case(name)


def plain_title(title: str) -> str:
    """A title without a bracketed remark at its end: "Ward Manager (maternity cover)" -> "Ward Manager"."""
    return re.sub(r"\s*\([^)]*\)\s*$", "", title) or title


def finished(course: Education) -> tuple[bool, int]:
    """Orders courses: one with a degree before one without, then the latest."""
    period = course.period.value if course.period else None
    end = period.end or period.start if period else None
    return course.degree is not None, end.year if end else 0


def _distinct(skills: Sequence[Skill]) -> list[Skill]:
    """The skills without those whose words a better placed or fuller one has: "dispensing" of "aseptic dispensing"."""
    words = [set(fold(skill.name).replace("-", " ").split()) for skill in skills]
    return [
        skill
        for index, skill in enumerate(skills)
        if not any(
            words[index] < other or (words[index] == other and earlier < index)
            for earlier, other in enumerate(words)
        )
    ]
