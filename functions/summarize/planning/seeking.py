"""The post that somebody looks for, where the profile names one: "an apprenticeship in joinery"."""

import re

from functions.summarize.confidence import is_certain
from functions.summarize.language.cliches import has_cliche
from functions.summarize.language.surface import article
from functions.summarize.planning.records import Slot, Variant
from functions.summarize.resume import Resume

_SOUGHT = re.compile(
    r"\b(?:seeking|seek|looking for|look for|searching for|in search of) (?P<what>(?:an?|the) [^.;:!?\n(]+)",
    re.IGNORECASE,
)
_END = re.compile(
    r", | (?:where|in which|that|who|which|to|so|because|until|after|within|with|while|for my|and (?:am|can|I)) ?\b",
    re.IGNORECASE,
)
"""Where the words go on with something else than what is sought."""
_POST = re.compile(
    r"\b(?:posts?|positions?|roles?|jobs?|apprenticeships?|internships?|placements?|traineeships?|contracts?)\b",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(
    r"(?:(?:an?|the|new|senior|junior|permanent|full[- ]time|part[- ]time|first|better|similar|next) )*\w+$",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\b(?:challeng\w+|growth|grow\w*|reput\w+|renowned|dynamic|suitable|good|great|progressive|leading|prestigious"
    r"|esteemed|rewarding|my|me|our|your|I)\b",
    re.IGNORECASE,
)
"""What is hoped for, and who hopes."""
_MOST_WORDS = 12


def sought(resume: Resume) -> Slot | None:
    """The post that is sought; None where the profile names none, or in words of its own."""
    profile = resume.summary
    if profile is None or not is_certain(profile):
        return None
    for found in _SOUGHT.finditer(" ".join(profile.value.split())):
        text = _told(_up_to_post(_END.split(found["what"], maxsplit=1)[0].strip(" ,")))
        fits = _POST.search(text) and not _SAYS_NOTHING.fullmatch(text) and len(text.split()) <= _MOST_WORDS
        if fits and not _PRAISE.search(text) and not has_cliche(text):
            return Slot("change", "summary", (Variant(text, "noun phrase", profile.evidence),))
    return None


def _up_to_post(text: str) -> str:
    """ "A sister post closer", cut before "to home", up to the post; what a preposition ties to it stays with it.

    Not a field without its article: "a job in maintenance department".
    """
    posts = list(_POST.finditer(text))
    rest = text[posts[-1].end() :] if posts else ""
    bare = _BARE_FIELD.match(rest) or (rest.strip() and not _TIED.match(rest))
    return text[: posts[-1].end()] if bare else text


_TIED = re.compile(r"\s*(?:,|(?:in|as|at|with|within|for|on|near|around|or|and|of|based)\b)", re.IGNORECASE)
_BARE_FIELD = re.compile(
    r" (?:in|with|at|within) (?!an?\b|the\b)(?:[\w-]+ )+"
    r"(?:department|dept|field|company|organi[sz]ation|team|sector|firm)$",
    re.IGNORECASE,
)


def _told(text: str) -> str:
    """With its "or", its article and its hyphen: "an entry-level position as a food technologist or QA officer"."""
    text = re.sub(r"\s*/\s*", " or ", text)
    text = re.sub(r"\b(entry|full|part) (level|time)\b", r"\1-\2", text, flags=re.IGNORECASE)
    return re.sub(r"\bas (?=[A-Z])", lambda found: f"as {article(text[found.end() :])} ", text)
