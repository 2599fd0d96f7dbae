"""How a text is composed: the figures of a careful writer's rules, on composed records that were kept out.

Each figure is a share of the texts in which the question arises. `python -m training.evaluation.prose` writes them for
the plain realisation, ordinary resumes apart, to `docs/prose.json` and `docs/prose.md`.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from functions.summarize.language.cliches import cliches_in
from functions.summarize.language.words import fold, stems_in
from functions.summarize.models.contract import Model
from functions.summarize.models.factory import MODELS, load_model
from functions.summarize.output.drafting import drafted
from functions.summarize.planning.employment import is_training
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.person import Person
from functions.summarize.planning.records import Slot
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.years import years_of
from functions.summarize.sentences import Options, Sentence
from training.composed import Record, records

_MARKER = re.compile(
    r"\b(?:earlier|previously|before|began|started|formerly|once|after|first as|from)\b", re.IGNORECASE
)
_LIST = re.compile(
    r"^(?:(?:key |core |main |top )?(?:skills|strengths|qualifications|credentials|certifications)\b.*\b(?:are|include)"
    r"|skilled in)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:I|me|my|we|our|he|she|his|her|they|their|them)\b")
_CONTACT = re.compile(r"@|https?://|www\.|\+?\d[\d ()-]{8,}\d")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w&+#/'’.-]*")
_BRACKET = re.compile(r"\(([^()]*)\)")
_LEVEL = re.compile(r"[ABCN][12345](?:-[ABC][12])?$")
_BEST = 4
_TOLERANCE = 0.005
_SHOWN = 20
DOCS = Path(__file__).parents[2] / "docs"
_INTRODUCTION = """\
# How summaries are composed

Written by `make evaluate`; the same figures stand in `prose.json`, and `make evaluate ARGS=--check` fails where one is
worse. Measured on the fifth of the composed records (`training/data/composed/`) that no rule was written on and no
weight was learned from: told by the plan alone (all; the strong ones; "ordinary" are resumes almost without figures),
and by each of the three models, each sentence verified and the plan's where none of the model's held ("model share" is
the share of the sentences that are the model's). Each figure is a share of the texts in which the question arises; what
it asks stands in `training/evaluation/prose.py`.
"""


@dataclass(frozen=True)
class Text:
    """A text about a record: its sentences, each with the places of the facts that it tells.

    `written` are the sentences of a model; `months` those of working life that it claims beside training that it names,
    None where it claims none, 0 where it only says how long somebody has been with an employer.
    """

    record: Record
    sentences: tuple[tuple[str, tuple[str, ...]], ...]
    written: int = 0
    months: int | None = None

    @property
    def whole(self) -> str:
        """The text as read."""
        return " ".join(sentence for sentence, _ in self.sentences)

    @property
    def places(self) -> frozenset[str]:
        """The places of all facts told."""
        return frozenset(place for _, told in self.sentences for place in told)


def plain_text(record: Record) -> Text:
    """The plain realisation of a record."""
    plan = plan_paragraph(record.resume, Options(record.as_of), record.as_of)
    sentences = tuple((one.text, tuple(slot.place for slot in one.slots)) for one in plan.sentences)
    return _text(record, sentences)


def model_text(record: Record, model: Model) -> Text:
    """What a model makes of the plan of a record, as it is served."""
    plan = plan_paragraph(record.resume, Options(record.as_of), record.as_of)
    told, _ = drafted(plan, model, record.resume)
    sentences = tuple(
        (one.text, tuple(slot.place for slot in planned.slots if _is_told(slot, one)))
        for one, planned in zip(told, plan.sentences, strict=True)
    )
    return replace(_text(record, sentences), written=sum(one.origin == "model" for one in told))


def _is_told(slot: Slot, sentence: Sentence) -> bool:
    """Whether a sentence tells a slot, by where its facts stand."""
    told = set(sentence.evidence)
    return any(variant.evidence and set(variant.evidence) <= told for variant in slot.variants)


def _text(record: Record, sentences: tuple[tuple[str, tuple[str, ...]], ...]) -> Text:
    person = Person(Slots(record.resume), record.as_of)
    said = "including a" in sentences[0][0] if sentences else False
    roles = [index for index in person.counted if not (said and is_training(record.resume.roles[index]))]
    years = years_of(record.resume, roles, record.as_of) if person.years else None
    if person.stated:
        return Text(record, sentences, months=person.stated.months)
    if person.tenure:
        return Text(record, sentences, months=0)
    return Text(record, sentences, months=years.months if years else None)


def says_in_what(text: Text) -> bool | None:
    """Whether the opening says in what, where the writers found it in the resume."""
    gold = text.record.field
    if gold is None or not text.sentences:
        return None
    opening, told = text.sentences[0]
    return "field" in told or bool(_content(gold["phrase"]) & _content(opening))


def honest_years(text: Text) -> bool | None:
    """Whether no more years are told than the writers counted, and in words."""
    gold = _gold_months(text.record)
    if text.months is None or gold is None:
        return None
    return text.months <= gold + 2 and not re.search(r"\d\+? years\b(?! old)", text.sentences[0][0])


def tells_years(text: Text) -> bool | None:
    """Whether years are told where the writers told some."""
    return None if _gold_months(text.record) is None else text.months is not None


def goes_back(text: Text) -> bool | None:
    """Two employers or a marker of time, where there are two jobs."""
    return None if len(text.record.resume.roles) < 2 else _MARKER.search(text.whole) is not None


def merges(text: Text) -> bool | None:
    """Whether some sentence tells two lines of one job, where the present one has two that are worth telling."""
    worth = [place for place in text.record.rank if place.startswith("roles.0.bullets")]
    if len(worth) < 2:
        return None
    return any(sum(".bullets." in place for place in told) > 1 for _, told in text.sentences)


def no_bare_list(text: Text) -> bool | None:
    """Whether no sentence is a mere list of skills or credentials."""
    return not any(_LIST.match(sentence) for sentence, _ in text.sentences)


def tells_the_best(text: Text) -> bool | None:
    """Whether two of the four best lines are told, where there are four."""
    best = text.record.rank[:_BEST]
    return None if len(best) < _BEST else len(set(best) & text.places) > 1


def has_three_to_five(text: Text) -> bool | None:
    """Whether a text of medium length has three to five sentences; thin resumes may have less."""
    if len(text.record.resume.text) < 600 and 0 < len(text.sentences) < 3:
        return None
    return 3 <= len(text.sentences) <= 5


def copies_no_bracket(text: Text) -> bool | None:
    """Whether no bracket of the resume is copied; a level of a language may stand in one."""
    return all(_LEVEL.fullmatch(inside) for inside in _BRACKET.findall(text.whole))


def spells_names(text: Text) -> bool | None:
    """Whether every capitalised word inside a sentence stands so in the resume."""
    stated = text.record.resume.text
    words = set(re.findall(r"[^\W_]+", stated))
    named = (match.group() for sentence, _ in text.sentences for match in _NAME.finditer(sentence))
    parts = {part for name in named for part in re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", name))}
    return all(part in words or part.lower() in words for part in parts)


def is_clean(text: Text) -> bool | None:
    """No pronoun, no cliche, no contact data."""
    return not (_PRONOUN.search(text.whole) or cliches_in(text.whole) or _CONTACT.search(text.whole))


FIGURES: dict[str, Callable[[Text], bool | None]] = {
    "opening says in what": says_in_what,
    "years told": tells_years,
    "years honest and in words": honest_years,
    "two employers or a marker of time": goes_back,
    "a sentence merges two facts of a job": merges,
    "no bare list": no_bare_list,
    "two of the four best lines": tells_the_best,
    "three to five sentences": has_three_to_five,
    "no bracket copied": copies_no_bracket,
    "names in their own spelling": spells_names,
    "no pronoun, cliche or contact": is_clean,
}


BARS: dict[str, float] = {
    "opening says in what": 0.95,
    "years told": 0.95,
    "years honest and in words": 1.0,
    "two employers or a marker of time": 0.95,
    "a sentence merges two facts of a job": 0.95,
    "no bare list": 1.0,
    "two of the four best lines": 0.9,
    "three to five sentences": 1.0,
    "no bracket copied": 0.95,
    "names in their own spelling": 1.0,
    "no pronoun, cliche or contact": 1.0,
}


MODEL_SHARE = 0.8


def figures_of(texts: Sequence[Text]) -> dict[str, float]:
    """The share of each figure, of the texts in which its question arises."""
    table = {}
    for name, ask in FIGURES.items():
        answers = [answer for text in texts if (answer := ask(text)) is not None]
        table[name] = round(sum(answers) / max(1, len(answers)), 4)
    table["model share"] = round(
        sum(text.written for text in texts) / max(1, sum(len(text.sentences) for text in texts)), 4
    )
    return table


def kept_out(*, ordinary: bool | None = None) -> Iterator[Record]:
    """The records kept out; with `ordinary` only those almost without figures, or only the others."""
    yield from (
        record
        for record in records()
        if record.kept_out and (ordinary is None or record.ordinary == ordinary)
    )


def _gold_months(record: Record) -> int | None:
    counts = (record.years or {}).get("counts") or ()
    found = years_of(record.resume, [int(place.split(".")[1]) for place in counts], record.as_of)
    return found.months if found else None


def _content(text: str) -> frozenset[str]:
    return frozenset(stem for stem in stems_in(fold(text)) if len(stem) > 3)


def tables() -> dict[str, dict[str, float]]:
    """The figures on the records kept out: of the plain realisation, all, strong and ordinary, and of each model."""
    parts = (("all", None), ("strong", False), ("ordinary", True))
    return {
        name: figures_of([plain_text(record) for record in kept_out(ordinary=which)]) for name, which in parts
    } | {name: figures_of([model_text(record, load_model(name)) for record in kept_out()]) for name in MODELS}


def worse(before: dict[str, dict[str, float]], after: dict[str, dict[str, float]]) -> list[str]:
    """Every figure that fell by more than the tolerance."""
    return [
        f"{name}, {figure}: {before[name][figure]} before, {value} now"
        for name, table in after.items()
        for figure, value in table.items()
        if value < before.get(name, {}).get(figure, 0.0) - _TOLERANCE
    ]


def as_markdown(shown: Sequence[Record], figures: dict[str, dict[str, float]]) -> str:
    """The figures with their bars, and summaries in full beside the facts."""
    lines = [
        _INTRODUCTION,
        "| figure | bar | " + " | ".join(figures) + " |",
        "|---" * (2 + len(figures)) + "|",
    ]
    for name in FIGURES:
        values = " | ".join(f"{table[name]:.2f}" for table in figures.values())
        lines.append(f"| {name} | {BARS[name]:.2f} | {values} |")
    shares = " | ".join(
        f"{table['model share']:.2f}" if name in MODELS else "–" for name, table in figures.items()
    )
    lines.append(f"| model share | {MODEL_SHARE:.2f} | {shares} |")
    lines += ["", "## Summaries beside their facts", ""]
    for record in shown:
        lines += [f"### {record.occupation[:1].upper()}{record.occupation[1:]} ({record.id})", ""]
        lines += [f"- {line}" for line in _facts(record)]
        lines += ["", *(f"> {part}" for part in (plain_text(record).whole,)), ""]
    return "\n".join(lines).rstrip() + "\n"


def _facts(record: Record) -> Iterator[str]:
    for role in record.source["resume"]["roles"]:
        yield f"{role['title']}, {role['employer']}, {role['start']} to {role['end']}: " + "; ".join(
            role["bullets"]
        )
    for name in ("credentials", "languages", "awards"):
        if record.source["resume"][name]:
            yield f"{name}: " + "; ".join(record.source["resume"][name])
    for course in record.source["resume"]["education"]:
        yield "education: " + ", ".join(str(value) for value in course.values() if value)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; write `docs/prose.json` and `docs/prose.md`, or with `--check` compare with what is committed."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluation.prose", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="fail where a figure is worse than the committed one"
    )
    chosen = parser.parse_args(arguments)
    figures = tables()
    if chosen.check:
        lost = worse(json.loads((DOCS / "prose.json").read_text("utf-8")), figures)
        print("\n".join(lost) or "No figure of the prose is worse than in the committed report.")
        return int(bool(lost))
    (DOCS / "prose.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    shown = [record for record in kept_out() if record.texts][::3][:_SHOWN]
    (DOCS / "prose.md").write_text(as_markdown(shown, figures), "utf-8")
    print(f"Wrote {DOCS / 'prose.md'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
