"""What somebody is in a body of a profession: a member, a fellow, an associate."""

import re

from functions.summarize.planning.vocabulary import vocabulary

_BRACKET = re.compile(r"\s*\([^()]*\)")
_OF_BODY = re.compile(
    r"(?P<rank>(?i:(?:(?:student|associate|graduate|senior|full|professional|corporate|ordinary"
    r"|life|honorary|active) )?"
    r"(?:member|fellow|associate|licentiate)))(?P<of>,|(?i: of)| [-–—]|:)? (?i:the )?(?P<body>[A-ZÀ-Þ].*)"
)
"""What somebody is in a body: "Member, Royal Society of Biology", "Student member ICAN"."""


def member_of_body(stated: str) -> str | None:
    """ "Member, National Nurses Association of Kenya" -> "member of the National Nurses Association of Kenya"."""
    found = _OF_BODY.fullmatch(
        re.split(r"\s[-–—]\s(?=\D*\d)|;|,\s(?=\d)", _BRACKET.sub("", stated))[0].strip(" .,")
    )
    if found is None or not 1 <= len(found["body"].split()) <= _LONGEST_BODY:
        return None
    body, rank = found["body"].split(", ")[0], found["rank"].lower()
    letters = body.isupper() and (" " not in body or not found["rank"].isupper())
    known = vocabulary().body.fullmatch(body) or letters
    if not known and (rank == "associate" or not found["of"]):
        return None
    return f"{rank} of {'the ' if vocabulary().body.fullmatch(body) else ''}{body}"


_LONGEST_BODY = 8
