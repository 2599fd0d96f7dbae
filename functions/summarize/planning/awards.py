"""A prize as a sentence says it: "the DAISY Award", "a finalist for the Prix Taittinger", "Chef of the Year 2019"."""

import re
from dataclasses import replace

from functions.summarize.language.surface import article, common_words
from functions.summarize.planning.qualifications import whole_name
from functions.summarize.planning.records import Variant
from functions.summarize.planning.years import number
from functions.summarize.resume import Evidence

_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]|\s+[-–—]\s+.*$|:\s.*$")
_YEAR = re.compile(r",\s*((?:19|20)\d\d)$")
_OF_THE_YEAR = re.compile(
    r"^(?P<what>[^,]*\bof the (?:Year|Month|Quarter|Season)\b(?: \d{4}(?:/\d\d)?)?)", re.IGNORECASE
)
_RANK = re.compile(
    r"^(?P<rank>finalist|semi-finalist|winner|runner-up|nominee|laureate)(?: (?:in|of|at|for))?,?\s+"
    r"(?:the )?(?P<of>.+)$",
    re.IGNORECASE,
)
_SHORTLISTED = re.compile(
    r"^(?:shortlisted|nominated|longlisted|commended)(?: for)?,?\s+(?:the )?(?P<of>.+)$", re.IGNORECASE
)
_MEDAL = re.compile(r"^(?P<medal>(?:gold|silver|bronze)(?: medal)?),\s+(?P<of>.+)$", re.IGNORECASE)
_PLACE = re.compile(
    r"^(?P<place>(?:\d+(?:st|nd|rd|th)|first|second|third) place)(?:,| in)\s+(?:the )?(?P<of>.+)$",
    re.IGNORECASE,
)
_FIRST_PRIZE = re.compile(r"^(?P<prize>(?:first|second|third|grand) prize),\s+(?P<of>.+)$", re.IGNORECASE)
_PRIZE = re.compile(
    r"\b(?:medal|award|prize|commendation|fellowship|scholarship|trophy|cup|grant|prix|star|order)s?\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:finalist|winner|runner-up|nominee|laureate|scholar|medallist|fellow)(?: \d{4})?$", re.IGNORECASE
)
_HONOUR = re.compile(
    r"^(?!\d|best\b|no\. ?\d|top \d).*(?:\b(?:club|hall of fame|honou?rs?|distinction|dean['’]s list|laude|merit|gold"
    r"|silver|bronze|(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)
"""What else is a distinction: an honour by its words, or a name with its year."""
_ON_LIST = re.compile(
    r"^(?:the )?(?P<list>[^,]*\b(?:dean['’]?s['’]?|president['’]?s|principal['’]?s|honou?rs?) (?:list|roll))\b",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"^(?P<of>[^,]+), (?P<what>(?:honou?rable|special) mention|(?:gold|silver|bronze)(?: medal)?"
    r"|finalist|runner-up|winner)(?P<year> \d{4})?$",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"^(?P<what>(?:commendation|recommendation|appreciation) (?:letter|certificate)|(?:letter|certificate) of \w+)\b"
    r"(?P<rest>.*)$",
    re.IGNORECASE,
)
_NO_PRIZE = re.compile(
    r"^(?!(?:(?!\b(?:at|for|on|in|member|chair\w*|president|of(?! the (?:year|month)))\b)[^,:])*"
    r"\b(?:prize|award|of the (?:year|month))\b)"
    r"(?:(?:\w+ )?(?:speaker|exhibition|talk|publication|panel(?:l?ist)?|jury)|hall of fame)\b|\bpatent\b",
    re.IGNORECASE,
)
"""What nobody earns like a prize."""
_TIMES = re.compile(r",?\s*(?:\(?[x×](?P<after>[2-9])\)?|\((?P<before>[2-9])[x×]\))$")
_TEAM = re.compile(r"[,(–-]\s*(?:(?:won )?(?:with|by|as) )?(?:(?:the|my|our|a) )?team\b", re.IGNORECASE)
"""Who it was given to, behind the name of a prize."""
_QUOTES = re.compile(r"[\"“”„]")
_LONGEST = 12


def award_variant(stated: str, evidence: tuple[Evidence, ...]) -> Variant | None:
    """The prize in the one form that fits it; None where it is none, or too long to be told."""
    stated = _QUOTES.sub("", stated) if len(_QUOTES.findall(stated)) % 2 else stated
    times = _TIMES.search(stated)
    once = stated[: times.start()] if times else stated
    text = whole_name(_YEAR.sub(r" \1", _ASIDE.sub("", once).strip(" .;,-–")))
    if not 1 < len(text.split()) <= _LONGEST or _NO_PRIZE.search(text):
        return None
    said = _said(text, evidence)
    if said and said.form == "noun phrase" and _TEAM.search(stated) and "team" not in text.lower():
        said = replace(said, text=f"{said.text} with a team")
    if said is None or times is None:
        return said
    count = int(times["after"] or times["before"])
    return replace(said, text=f"{said.text} {'twice' if count == 2 else f'{number(count)} times'}")


def _said(text: str, evidence: tuple[Evidence, ...]) -> Variant | None:
    year = _OF_THE_YEAR.match(text)
    if year:
        return Variant(year["what"], "person", evidence)
    listing = _ON_LIST.match(text)
    if listing:
        return Variant(f"on the {listing['list']}", "participle", evidence)
    return _ranked(text, evidence) or _papered(text, evidence) or _held(text, evidence)


def _papered(text: str, evidence: tuple[Evidence, ...]) -> Variant | None:
    """A mention or a letter: "an honourable mention for the Prix Traverse", "a letter of appreciation"."""
    mention, letter = _MENTION.match(text), _LETTER.match(text)
    if mention:
        said = mention["what"].lower()
        said = said if said in ("gold", "silver", "bronze") else f"{article(said)} {said}"
        return Variant(f"{said} for {_the(mention['of'])}{mention['year'] or ''}", "noun phrase", evidence)
    if letter:
        said = letter["what"].lower()
        return Variant(f"{article(said)} {said}{letter['rest']}", "noun phrase", evidence)
    return None


def _ranked(text: str, evidence: tuple[Evidence, ...]) -> Variant | None:
    """A finalist, a winner, or who was shortlisted."""
    mention = _MENTION.match(text)
    if mention and mention["what"].lower() in ("finalist", "runner-up", "winner"):
        text = f"{mention['what']} for {mention['of']}{mention['year'] or ''}"
    rank, listed = _RANK.match(text), _SHORTLISTED.match(text)
    if rank:
        said, of = rank["rank"].lower(), _the(_first(rank["of"]))
        if said == "winner" and _PRIZE.search(of):
            return Variant(of, "noun phrase", evidence)
        return Variant(f"{article(said)} {said} {_for(of)}", "person", evidence)
    if listed:
        return Variant(
            f"{text.split()[0].strip(',').lower()} for {_first(listed['of'])}", "participle", evidence
        )
    return None


def _for(of: str) -> str:
    """ "for Nursing", but "in the Leeds Chamber Competition"."""
    return f"in {_the(of)}" if _CONTEST.search(of) else f"for {of}"


_CONTEST = re.compile(
    r"\b(?:competition|contest|championships?|olympiad|league|race|challenge|tournament|hackathon|games)(?: \d{4})?$",
    re.IGNORECASE,
)


def _held(text: str, evidence: tuple[Evidence, ...]) -> Variant | None:
    medal, place, prize = _MEDAL.match(text), _PLACE.match(text), _FIRST_PRIZE.match(text)
    if prize:
        return Variant(f"{prize['prize'].lower()} {_for(_first(prize['of']))}", "noun phrase", evidence)
    if medal:
        said = medal["medal"].lower()
        said = f"{article(said)} {said}" if " " in said else said
        return Variant(
            f"{said} {'from' if ' ' in said else 'for'} {_first(medal['of'])}", "noun phrase", evidence
        )
    if place:
        of = _first(place["of"])
        alone = ", " in of and of[:1].islower()  # "1st place in nail art, Gulf Coast Expo"
        event = of if alone else _the(of)
        return Variant(f"{place['place'].lower()} in {event}", "noun phrase", evidence)
    if _PERSON.search(text):
        first, _, rest = text.partition(" ")
        text = f"{first.lower()} {rest}" if first.istitle() and first.lower() in common_words() else text
        return Variant(f"{article(text)} {text}", "person", evidence)
    named = _PRIZE.search(text.split(",", maxsplit=1)[0])
    if named and not re.match(r"\d", text):
        several = named.group().lower().endswith("s")
        return Variant(_first(text) if several else _the(_first(text)), "noun phrase", evidence)
    return Variant(_first(text), "noun phrase", evidence) if _HONOUR.search(text) else None


def _first(text: str) -> str:
    """What stands before a second comma."""
    return ", ".join(text.split(", ")[:2]) if len(text.split(", ")) > 2 else text


def _the(text: str) -> str:
    return (
        text
        if re.match(r"(?:the|an?) ", text, re.IGNORECASE) or re.match(r"[A-Z][\w]+['’]s ", text)
        else f"the {text}"
    )
