"""Time within a job in which nobody worked: "I was on career break for the school year 2023/24"."""

import re

from functions.summarize.resume import Role

_COUNT = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_BREAK = re.compile(
    r"(?:(?:^|[.;(]\s*|\d\W{0,3}:\s+)(?:on\s+)?|[:,]\s+on\s+"
    r"|\bincluding\s+(?=an?\s|my\s|\d)"
    r"|(?:\b(?:was|went|been|am|took|had|taking|taken|take)|['’]m)\s+(?:on\s+)?)"
    rf"(?P<length>(?:(?:an?|my|{_COUNT}|(?:{_COUNT}[ -])?(?:months?|years?)(?:['’]s?|long)?|full|long|short|brief"
    r"|planned|approved|personal|family)[\s-]+){0,4})"
    r"(?:career[ -]break|sabbatical|unpaid leave|leave of absence|break in service|time out)\b"
    r"(?!\s+(?:cover|returner|programme|program|scheme|polic|request|application|replacement|admin|process"
    r"|manage|record|of\b))(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:staff|employees|academics|workers|personnel|teams?|payroll|pensions?|benefits|clients"
    r"|(?:sick|study|parental) leave)\b",
    re.IGNORECASE,
)
"""What is said of leave where it is dealt with, not taken."""
_SCHOOL_YEAR = re.compile(r"\b(?:19|20)\d\d\s?/\s?\d\d(?:\d\d)?\b")
_YEARS = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s?(?:[-–—]|to|until)\s?(?P<last>(?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:in|during|of|for|all of) (?:19|20)\d\d\b|^\W*(?:19|20)\d\d\b")
_LENGTH = re.compile(
    r"\b(?P<number>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?P<unit>month|year)",
    re.IGNORECASE,
)
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def break_months(role: Role) -> int | None:
    """The months of breaks that the lines of a job tell of, at most; None where one does not say how long it was."""
    total = 0
    for line in role.bullets:
        for found in _BREAK.finditer(line.value):
            if _OF_OTHERS.search(found["rest"]):
                continue
            months = _months(f"{found['length']} {found['rest']}".strip())
            if months is None:
                return None
            total += months
    return total


def _months(said: str) -> int | None:
    if found := _LENGTH.search(said):
        number = found["number"].lower()
        count = int(number) if number.isdigit() else 1 if number in ("a", "an") else _NUMBERS.index(number)
        return count * (12 if found["unit"].lower() == "year" else 1)
    if found := _YEARS.search(said):
        return 12 * (int(found["last"]) - int(found["first"]) + 1)
    return 12 if _SCHOOL_YEAR.search(said) or _YEAR.search(said) else None
