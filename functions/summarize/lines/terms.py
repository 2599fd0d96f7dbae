"""Lines that are nobody's work: terms of employment, remarks, sizes that nobody changed (`data/terms.toml`)."""

import re
import tomllib
from functools import cache
from pathlib import Path


def says_terms(line: str) -> bool:
    """Whether a line says on what terms somebody worked, or is a remark: "Paid per joint", "Self employed"."""
    bare = line.lstrip(" -–•*")
    opens, holds, _ = _patterns()
    return opens.match(bare) is not None or holds.search(bare) is not None


def is_no_change(told: str) -> bool:
    """Whether a thing goes from one size to another and nobody raised it: "meetings from 30 to 2,500 guests"."""
    return _patterns()[2].match(told) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    path = Path(__file__).parent / "data" / "terms.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    things = "|".join(table["ranges"].split())
    ranges = (
        r"(?:(?:has |have )?(?:raised|cut|brought) )?(?:an? |the )?"
        r"(?:(?:rest of|EUR|USD|GBP|CHF|MAD|AED|INR|CAD|AUD|ZAR|NGN|KES) (?=.*\bfrom\b)"
        rf"|(?:\S+ )*(?:{things})\b(?! (?:rates?|scores?|numbers?|costs?|times?)\b)"
        r"[^,]* (?:(?:up |down )?from \S*\d|(?:up |down )by \d)"
        r"|(?:\S+ )*from (?:19|20)\d\d to (?:19|20)\d\d\b|(?:\S+ )*from \d+(?:st|nd|rd|th) "
        r"|(?:\w+ly|often|sometimes|mostly|between|on average|at peak) .*\d.* to \S*\d"
        r"|(?:an? )?(?:staff|crew|team|personnel|gang|squad|brigade) \d+ to \d"
        r"|(?<=raised )(?:clean|new|small|large) )"
    )
    opens, holds = ("|".join(f"(?:{one})" for one in table[key]) for key in ("opens", "holds"))
    return re.compile(opens, re.IGNORECASE), re.compile(holds, re.IGNORECASE), re.compile(ranges)
