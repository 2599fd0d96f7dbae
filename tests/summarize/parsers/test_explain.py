"""The map of a reading: each line, its label, its fields and what became of it."""

import re
from datetime import date

from functions.summarize.parsers.explain import explain
from functions.summarize.parsers.facts import facts_of
from functions.summarize.parsers.reading import read_document
from tests.builders.pages import page

PAGE = """*Ines Calloway
Leeds | ines@example.org
*Experience
*Kitchen Manager – Harbour Foods Ltd⇥May 2019 – Present
- Cut waste by 8%
*Skills
HACCP, Excel"""


def test_each_line_says_what_it_was_read_as_and_what_became_of_it() -> None:
    reading = read_document(page(PAGE))
    told = "\n".join(explain(reading, facts_of(reading, date(2026, 1, 1))))
    plain = re.sub(r" +", " ", re.sub(r" ?\d\.\d\d| \([a-z.]+\)", "", told))
    assert plain.splitlines() == [
        " 1 name.head Ines Calloway",
        " no fields -> name",
        " 2 contact.body Leeds | ines@example.org",
        " no fields -> place, email",
        " 3 work.heading Experience",
        " 4 work.head Kitchen Manager – Harbour Foods Ltd\tMay 2019 – Present",
        ' title "Kitchen Manager" | employer "Harbour Foods Ltd" | period "May 2019 – Present" -> role 1',
        " 5 work.body Cut waste by 8%",
        " no fields -> role 1, text",
        " 6 skills.heading Skills",
        " 7 skills.body HACCP, Excel",
        ' skill "HACCP" | skill "Excel" -> nothing',
    ]
