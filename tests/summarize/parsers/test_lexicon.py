from pathlib import Path

import pytest

from functions.summarize.parsers.skills.lexicon import DATA, Form, Lexicon, load_lexicon, read_forms
from tests.builders.work import steps

LEXICON = load_lexicon()


def found(text: str, *, listed: bool = False) -> list[str]:
    return [match.form.term.name for match in LEXICON.find(text, listed=listed)]


def shown(item: str) -> str | None:
    form = LEXICON.lookup(item)
    return form.shown(item) if form else None


def test_the_lexicon_holds_skills_of_every_sector() -> None:
    terms = LEXICON.terms
    by_sector = {path.stem: sum(term.sector == path.stem for term in terms) for path in DATA.glob("*.txt")}
    assert len(terms) >= 3000
    assert min(by_sector.values()) >= 90


def test_no_form_names_two_terms() -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for path in DATA.glob("*.txt"):
        for form in read_forms(path):
            owners.setdefault(form.tokens, set()).add(form.term.name)
    assert {tokens: names for tokens, names in owners.items() if len(names) > 1 or not tokens} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Advised on employment laws and by-laws",
        "Red flags and R&D budgets",
        "Excel at teamwork and in word and deed",
        "Access to care, go live, swift response",
        "Waited 40 minutes and spent a spark of energy",
        "React to incidents; rust removal from rails",
        "Great communication with patients",
        "An epic journey with an oracle",
    ],
)
def test_a_common_word_is_no_skill(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Deployed on AWS with Python, R and Go", ["AWS", "Python", "R", "Go"]),
        ("Wrote C, C++ and C# for .NET and ASP.NET Core", ["C", "C++", "C#", ".NET", "ASP.NET"]),
        ("Moved services to node.js, next js and K8s", ["Node.js", "Next.js", "Kubernetes"]),
        ("Taught Python and leadership", ["Python"]),
        ("Reports in Excel, Word and PowerPoint", ["Excel", "Word", "PowerPoint"]),
        ("Bank reconciliations and month-end close", ["bank reconciliation", "month-end close"]),
        ("Anesthesia recovery, GD&T and food & beverage", ["anaesthesia", "GD&T", "food and beverage"]),
        ("HACCP plans; IV cannulation; wound-care", ["HACCP", "IV insertion", "wound care"]),
    ],
)
def test_a_skill_is_found_on_token_boundaries(text: str, skills: list[str]) -> None:
    assert found(text) == skills


def test_an_uncertain_word_counts_where_skills_are_listed() -> None:
    assert (found("R"), found("R", listed=True)) == ([], ["R"])


def test_offsets_point_at_the_words() -> None:
    text = "Built it with Postgres (SQL)"
    assert [text[match.start : match.end] for match in LEXICON.find(text)] == ["Postgres", "SQL"]


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("JS", "JavaScript"),
        ("K8s", "Kubernetes"),
        ("postgres", "PostgreSQL"),
        ("ReactJS", "React"),
        ("powerbi", "Power BI"),
        ("Spark", "Spark"),
        ("GA4", "GA4"),
        ("MS Excel", "Excel"),
        ("Microsoft Excel", "Microsoft Excel"),
        ("Adobe Illustrator", "Adobe Illustrator"),
        ("Wound Management", "wound management"),
        ("Color Grading", "color grading"),
        ("CBT", "CBT"),
        ("Registered Nurse", "Registered Nurse"),
        ("forklift driving", "forklift driving"),
        ("quantum basket weaving", None),
    ],
)
def test_a_synonym_goes_by_the_usual_name_and_any_other_form_keeps_its_words(
    stated: str, name: str | None
) -> None:
    assert shown(stated) == name


def test_a_file_with_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("[gadgets]\nSonic screwdriver\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd.txt: \[gadgets\] is none of credentials, tools"):
        list(read_forms(tmp_path / "odd.txt"))


def test_a_skill_before_the_first_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("# a comment\nSonic screwdriver\n", encoding="utf-8")
    with pytest.raises(ValueError, match="'Sonic screwdriver' stands before the first"):
        list(read_forms(tmp_path / "odd.txt"))


def test_the_lexicon_grows_without_code(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("[tools]\nSonic Screwdriver = SSD\n", encoding="utf-8")
    lexicon = load_lexicon(tmp_path)
    forms: list[Form] = [
        match.form for match in lexicon.find("Opened doors with an SSD and sonic screwdrivers")
    ]
    assert [form.term.name for form in forms] == ["Sonic Screwdriver", "Sonic Screwdriver"]
    assert isinstance(lexicon, Lexicon)


def test_twice_the_text_is_searched_with_twice_the_work_and_none_for_each_term() -> None:
    text = "Cut stock loss from 4% to 1% with cycle counts in SAP EWM, Excel and Power BI. " * 60
    assert len(list(LEXICON.find(text))) == 240
    work = steps(lambda: list(LEXICON.find(text)))
    assert steps(lambda: list(LEXICON.find(text * 2))) <= 2.1 * work
    assert work < 50 * len(text.split()), "a few steps for each word, however many terms are known"
