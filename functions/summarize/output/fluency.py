"""Whether a model's sentence reads at least as well as the plan's: what is true may still be told worse.

Of sixty texts that readers compared without knowing whose they were, a model's lost where it hung on with "with" what
the plan told with a verb ("with the policy written"), repeated "Earlier", or strung acts on one "and" after another.
"""

import re

_BACK = re.compile(r"(?:[Ee]arlier|[Pp]reviously|[Bb]efore that)\b")
_COVERS = re.compile(r"\b(?:cover|include)(?:s|d|ed)?\b", re.IGNORECASE)
"""A verb of ours for what is named only: before an act it is no English ("covers is in charge of")."""
_WITH = re.compile(r"\bwith\b", re.IGNORECASE)
_ODD = re.compile(r"\bwhere the work (?:includes?|included)\b|^Works? in (?=[A-Z]\w+(?: \(|,| and ))")
_YEARS_OF = re.compile(r"\byears? of (?!experience\b)")
_YEARS_AT = re.compile(r"\byears at (?:the )?\w+")
"""How long with an employer, in whom nobody works."""
_YEARS_THERE = re.compile(r"\byears\b[^.,;]*?\b(?:at|for|with) (?:the )?[A-Z0-9]")
"""Years that are told as those with an employer: "ten years in driving at Orvik" of who drives there now."""
_OF_YEARS = ("in the post", "of experience")
"""What years are those of: others are another claim."""
_OWN_VERBS = re.compile(r"\b(?:passed|earned|completed|was named|is studying|seeks?)\b")
"""Verbs of ours that no other fits: an examination is not held."""
_CHAIN = 2
"""Joints from which on a series needs the comma that the plan has."""


def reads_as_well(written: str, planned: str) -> bool:
    """Whether a sentence that a model wrote may stand instead of the plan's own."""
    return (
        _marker(written) == _marker(planned)
        and all((said in written) == (said in planned) for said in _OF_YEARS)
        and not _begins_as_noun(written, planned)
        and len(_WITH.findall(written)) <= len(_WITH.findall(planned))
        and set(_OWN_VERBS.findall(planned)) <= set(_OWN_VERBS.findall(written))
        and len(_COVERS.findall(written)) <= len(_COVERS.findall(planned))
        and not _ODD.search(written)
        and len(_YEARS_OF.findall(written)) <= len(_YEARS_OF.findall(planned))
        and len(_YEARS_THERE.findall(written)) <= len(_YEARS_THERE.findall(planned))
        and not _has_lost_its_verb(written, planned)
        and not _runs_together(written, planned)
        and all(place in written for place in _YEARS_AT.findall(planned))
        and not (", and " in planned and ", and " not in written and written.count(" and ") >= _CHAIN)
    )


def _has_lost_its_verb(written: str, planned: str) -> bool:
    """ "A practitioner who a BSc", "Practitioner and a BSc, and is skilled in ...", "Earlier, as a chef at Orvik"."""
    held = _HOLDS.search(planned) is not None and not _HOLDS.search(written) and not _WITH.search(written)
    worked = _WORKED.search(planned) is not None and not _DONE.search(written)
    covered = _COVERS.search(planned) is not None and not _DONE.search(_AND_HAS.split(written)[0])
    return _WHO_WHAT.search(written) is not None or held or worked or covered


_HOLDS = re.compile(r"\bholds?\b", re.IGNORECASE)
_WORKED = re.compile(r"\bwork(?:s|ed)? (?:as|at)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:work(?:s|ed|ing)?|cover(?:s|ed|ing)?|includ(?:es?|ed|ing)|handl(?:es?|ed|ing)|serv(?:es?|ed|ing)"
    r"|deal(?:s|t|ing)?|manag(?:es?|ed|ing)|runs?|ran|running|holds?|held|holding|looks?|looked|looking|leads?|led|is|was"
    r"|has|have|am|with)\b|, (?:[a-z]+ed|kept|made|built|taught|sold|wrote|took|gave|cut|grew|won)\b",
    re.IGNORECASE,
)
_AND_HAS = re.compile(r",? and (?:has|have)\b")
"""Where a second act begins, whose verb is not the first one's."""
_WHO_WHAT = re.compile(
    r"\b(?:who|I) (?:an?|the|two|three|four|five|six|seven|eight|nine|ten)\b|\bwho [A-Z]\b"
)


def _runs_together(written: str, planned: str) -> bool:
    """ "Started the club, still running and served": what stands behind the note has lost its comma."""
    return any(
        re.search(rf", {re.escape(note)} and {verb}\b", written) for note, verb in _NOTED.findall(planned)
    )


_NOTED = re.compile(r", ((?:[^\s,]+ ){0,3}[^\s,]+), and (\w+)")
"""A short note between commas and the word after it."""


def _begins_as_noun(written: str, planned: str) -> bool:
    """ "Work at Orvik" for "Works at Orvik", or for "Worked at Orvik": the verb has lost its ending."""
    first, verb = written.partition(" ")[0], planned.partition(" ")[0]
    return verb in (f"{first}s", f"{first}ed")


def _marker(sentence: str) -> tuple[str, int]:
    """The word of time that a sentence begins with, and how many it has anywhere."""
    found = _BACK.match(sentence)
    return found.group() if found else "", len(_BACK.findall(sentence))
