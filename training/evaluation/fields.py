"""Precision and recall of what a parser read, field by field, against gold facts."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from functions.summarize.resume import Fact, Period, Resume, Role
from tests.builders.gold import Gold

Match = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Counts:
    """Values found and right, found and wrong, and not found; sums with `+`."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """The counts of both."""
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Of what was found, how much is right; 1 where nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Of what should be found, how much was; 1 where nothing should."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """One field of one document: the counts and, for people, the values that are wrong or missing."""

    counts: Counts
    wrong: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


def score(resume: Resume, gold: Gold) -> dict[str, Score]:
    """Every field of a document scored."""
    return {
        "name": compare(_values(resume.name), _given(gold.name), same),
        "email": compare([each.value for each in resume.contact.emails], _given(gold.email), same),
        "phone": compare([each.value for each in resume.contact.phones], _given(gold.phone), same_digits),
        "titles": compare([_value(role.title) for role in resume.roles], [r.title for r in gold.roles], same),
        "employers": compare(
            [_value(r.employer) for r in resume.roles], [r.employer for r in gold.roles], same
        ),
        "start dates": compare([_start(r) for r in resume.roles], [str(r.start) for r in gold.roles], same),
        "end dates": compare(
            [_end(role) for role in resume.roles],
            ["now" if role.current else str(role.end) for role in gold.roles],
            same,
        ),
        "roles together": compare(
            [f"{_value(role.title)} | {_value(role.employer)} | {_start(role)}" for role in resume.roles],
            [f"{role.title} | {role.employer} | {role.start}" for role in gold.roles],
            same,
        ),
        "degrees": compare(
            [_value(e.degree) for e in resume.education], [c.degree for c in gold.courses], close
        ),
        "subjects": compare(
            [_value(e.field) for e in resume.education], [c.field for c in gold.courses], close
        ),
        "institutions": compare(
            [_value(each.institution) for each in resume.education],
            [course.institution for course in gold.courses],
            close,
        ),
        "credentials": compare([each.name.value for each in resume.credentials], gold.credentials, close),
        "skills": compare(_skills(resume, gold), gold.skills, same),
        "languages": compare([each.name.value for each in resume.languages], gold.languages, close),
        "years within a month": _years(resume, gold),
    }


def compare(found: Iterable[str], wanted: Iterable[str], match: Match) -> Score:
    """Pair found and wanted values one to one, by `match`; empty strings are no values."""
    missed = [value for value in wanted if value]
    wrong = []
    paired = 0
    for value in filter(None, found):
        partner = next((each for each in missed if match(value, each)), None)
        if partner is None:
            wrong.append(value)
        else:
            missed.remove(partner)
            paired += 1
    return Score(Counts(paired, len(wrong), len(missed)), tuple(wrong), tuple(missed))


def same(one: str, other: str) -> bool:
    """Equal but for case, accents, punctuation and spacing."""
    return _plain(one) == _plain(other)


def close(one: str, other: str) -> bool:
    """Equal, or one is part of the other and most of it."""
    first, second = sorted((_plain(one).split(), _plain(other).split()), key=len)
    joined, whole = f" {' '.join(first)} ", f" {' '.join(second)} "
    return bool(first) and joined in whole and 2 * len(first) >= len(second)


def same_digits(one: str, other: str) -> bool:
    """Equal as telephone numbers: digits, with or without the bracketed trunk zero."""
    return _digits(one) == _digits(other)


def add(totals: Mapping[str, Counts], scores: Mapping[str, Score]) -> dict[str, Counts]:
    """The totals with one document more."""
    return {name: totals.get(name, Counts()) + each.counts for name, each in scores.items()}


def plain_words(text: str) -> list[str]:
    """The words of a text without case, accents and marks."""
    dotted = text.casefold().replace("ı", "i")  # what the capital of a Turkish name becomes in small letters
    bare = "".join(c for c in unicodedata.normalize("NFKD", dotted) if not unicodedata.combining(c))
    return re.findall(r"[\w+#]+", bare)


def _plain(text: str) -> str:
    return " ".join(plain_words(text))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text.replace("(0)", ""))


def _given(text: str) -> list[str]:
    return [text] if text else []


def _values(fact: Fact[str] | None) -> list[str]:
    return [fact.value] if fact else []


def _value(fact: Fact[str] | None) -> str:
    return fact.value if fact else ""


def _period(role: Role) -> Period:
    return role.period.value if role.period else Period(None, None)


def _start(role: Role) -> str:
    return str(_period(role).start)


def _end(role: Role) -> str:
    return "now" if _period(role).current else str(_period(role).end)


def _skills(resume: Resume, gold: Gold) -> list[str]:
    """The listed skills, each by the resume's own spelling where it has the gold one."""
    wanted = {_plain(skill) for skill in gold.skills}
    return [
        _spelling(skill.name, [e.quote for e in skill.evidence], wanted)
        for skill in resume.skills
        if skill.listed
    ]


def _spelling(name: str, quotes: list[str], wanted: set[str]) -> str:
    return next((each for each in (name, *quotes) if _plain(each) in wanted), name)


def _years(resume: Resume, gold: Gold) -> Score:
    found = resume.experience.months if resume.experience else 0
    wanted = gold.months or 0
    if abs(found - wanted) <= 1:
        return Score(Counts(right=1))
    return Score(Counts(wrong=1, missed=1), (f"{found} months",), (f"{wanted} months",))
