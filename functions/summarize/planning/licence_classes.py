"""A licence to drive with its classes, as a sentence says it."""

import re
from collections.abc import Sequence

from functions.summarize.language.surface import article, listing

_BRACKET = re.compile(r"\s*\([^()]*\)")
_CDL = re.compile(
    r"(?:class (?P<first>[A-C]) CDL|CDL,? ?\(?(?:class )?(?P<last>[A-C])\)?)(?: licen[cs]e)?", re.IGNORECASE
)
_CLASS = r"(?:[A-Z][A-Z0-9+]{0,3})"
_HEAVY = re.compile(r"(?P<what>(?:HR|HC|MC|MR|LR) (?:truck|rigid|heavy vehicle))")
"""Classes of Australia with the vehicle and no word for the licence."""
_TWO_TONGUES = re.compile(r"permis ?/ ?licen[cs]e|licen[cs]e ?/ ?permis")
_LORRY = re.compile(r"[CD]1?\+?E|D1")
"""Classes that are no level of a language beside others: "C1" is one, and "BE" a degree."""
_OF_DRIVING = re.compile(r"[A-DT]1?|[BCD]1?\+?E|AM|HR|HC|MC|MR|LR")
"""Classes that say so by themselves; other letters are a state, a register or a scheme: "CA", "RN", "UEFA"."""
_CLASSES = re.compile(
    r"(?P<what>(?:permis ?/ ?)?(?:(?:full|clean|valid) )*(?:(?:driving|drivers?'?s?|driver) )?licen[cs]e"
    r"(?: ?/ ?permis)?)?\W*"
    r"(?P<kind>categor(?:y|ies)|cat\.?|class(?:es)?|code)? ?"
    rf"(?P<classes>{_CLASS}(?:(?:, ?| and | & |/| \+ ){_CLASS})*)",
    re.IGNORECASE,
)


def licence_of_classes(stated: str) -> str | None:
    """ "Driving licence B, T" -> "a driving licence for categories B and T"; "Category C" -> "a category C licence"."""
    of_vehicle = _of_vehicle(stated.strip(" ."))
    if of_vehicle:
        return of_vehicle
    found = _CLASSES.fullmatch(_BRACKET.sub("", stated).strip(" ."))
    if found is None or not found["classes"].replace(" and ", "").isupper():
        return None
    classes = re.split(r", ?| and | & |/| \+ ", found["classes"])
    if not (found["what"] or found["kind"]):
        return _bare(classes)
    what = _TWO_TONGUES.sub("driving licence", (found["what"] or "licence").lower())
    driving = re.search(r"\bdriv", what) and all(_OF_DRIVING.fullmatch(one) for one in classes)
    if not found["kind"] and not driving:
        return _bare(classes)
    kind = (found["kind"] or "category").lower()
    kind = "code" if kind == "code" else "class" if kind.startswith("cl") else "category"
    if len(classes) == 1:
        return f"a {kind} {classes[0]} {what}"
    several = "categories" if kind == "category" else "classes" if kind == "class" else "codes"
    return f"{article(what)} {what} for {several} {listing(classes)}"


def _of_vehicle(stated: str) -> str | None:
    """ "CDL A" -> "a Class A CDL"; "HR truck" -> "an HR truck licence"."""
    commercial, heavy = _CDL.fullmatch(stated), _HEAVY.fullmatch(stated)
    if commercial:
        return f"a Class {(commercial['first'] or commercial['last']).upper()} CDL"
    return f"{article(heavy['what'])} {heavy['what']} licence" if heavy else None


def _bare(classes: Sequence[str]) -> str | None:
    """ "C, CE, B": classes alone, of driving where one of them can be nothing else and a lorry or trailer is meant."""
    lorry = any(_LORRY.fullmatch(one) for one in classes)
    if not lorry or not all(_OF_DRIVING.fullmatch(one) for one in classes):
        return None
    if len(classes) == 1:
        return f"a category {classes[0]} licence" if "+" in classes[0] else None
    return f"a licence for categories {listing(classes)}"
