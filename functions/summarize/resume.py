"""The facts of a resume: frozen records, each value with the place it was read from.

Nothing here knows how a document is read or a sentence written; everything else imports this module.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, TypeVar

from functions.summarize.docx.document import Notice

T = TypeVar("T")

Section = Literal[
    "contact", "summary", "experience", "internships", "volunteering", "education", "skills", "certifications",
    "languages", "projects", "publications", "awards", "interests", "references", "other",
]  # fmt: skip


Witness = Literal["document", "person"]
"""Who states a fact: the document that was read, or the person who corrected the facts."""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A place in the document: offsets into `Resume.text`, the exact words there and their section.

    `source` is "person" for what is stated by the person who gave corrected facts instead of a document.
    """

    start: int
    end: int
    quote: str
    section: Section = "other"
    source: Witness = "document"


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value, where it stands in the resume, and how sure the reader is (0 to 1).

    `rule` names the derivation of a value that is not written as such; None for a stated value.
    """

    value: T
    evidence: tuple[Evidence, ...]
    confidence: float = 1.0
    rule: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date with the precision the resume gives: a year, or a year and a month."""

    year: int
    month: int | None = None

    def __str__(self) -> str:
        """ISO 8601 with reduced precision: `2020` or `2020-03`."""
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time. `end` is None when it is `current` or was not stated."""

    start: PartialDate | None
    end: PartialDate | None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person. Never enters a plan, a prompt, a log or an event."""

    emails: tuple[Fact[str], ...] = ()
    phones: tuple[Fact[str], ...] = ()
    links: tuple[Fact[str], ...] = ()
    location: Fact[str] | None = None


RoleKind = Literal["employment", "internship", "volunteering"]
Status = Literal[
    "expected", "in progress", "planned", "not completed", "failed", "expired", "candidate", "honorary",
    "negated", "learning", "basic",
]  # fmt: skip
"""What makes a fact unusable as it stands: a sentence says the status or leaves the fact out.

`expected` and `in progress` are courses that still run, `planned` what has not begun, `negated` what the resume says
the person does not have ("no experience with"), `learning` and `basic` a skill below what a summary may claim.
"""


@dataclass(frozen=True, slots=True)
class Role:
    """One position held; several at one employer are several roles.

    `note` is what else the head of the entry states: a team, a division, a client, the kind of employment.
    """

    title: Fact[str] | None
    employer: Fact[str] | None
    location: Fact[str] | None = None
    period: Fact[Period] | None = None
    bullets: tuple[Fact[str], ...] = ()
    kind: RoleKind = "employment"
    note: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Education:
    """One course of study. `degree` as stated ("BSc", "Bachelor of Science"), `field` the subject."""

    degree: Fact[str] | None
    field: Fact[str] | None
    institution: Fact[str] | None
    period: Fact[Period] | None = None
    grade: Fact[str] | None = None
    status: Fact[Status] | None = None


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill by its usual name. The evidence quotes it as the resume spells it, once per place found.

    `group` is the heading it stood under ("Tools") or the sector pack's group; `listed` says that a skills
    section states it (otherwise it was recognised in the text of a role).
    """

    name: str
    evidence: tuple[Evidence, ...]
    group: str | None = None
    listed: bool = True
    confidence: float = 1.0
    status: Fact[Status] | None = None


@dataclass(frozen=True, slots=True)
class Credential:
    """A certification, licence or registration."""

    name: Fact[str]
    issuer: Fact[str] | None = None
    date: Fact[PartialDate] | None = None
    status: Fact[Status] | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """A human language and the fluency as stated."""

    name: Fact[str]
    fluency: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A project, publication, award or other item: its line and the lines below it."""

    name: Fact[str]
    details: tuple[Fact[str], ...] = ()
    period: Fact[Period] | None = None


CONFIRMED = "confirmed"
"""The rule of years of which the person says that they hold, whatever the dates give."""


@dataclass(frozen=True, slots=True)
class Experience:
    """Years of employment: months covered by the union of the employment periods as of `as_of`.

    `years` is the floor, written "N+". Source: the rule named, over the evidence of every period counted.
    """

    months: int
    as_of: date
    rule: str
    evidence: tuple[Evidence, ...]

    @property
    def years(self) -> int:
        """Whole years, rounded down."""
        return self.months // 12


@dataclass(frozen=True, slots=True)
class Achievement:
    """A bullet worth telling: the verbatim line, and what was read out of it.

    `score` orders achievements of one resume (higher first); it never compares people.
    """

    text: Fact[str]
    role: int
    quantified: bool
    score: float
    action: str | None = None
    metric: str | None = None
    object: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """How big the job was, each as a noun phrase as stated: "a team of 12", "$4M budget", "6 sites"."""

    team_size: tuple[Fact[str], ...] = ()
    budget: tuple[Fact[str], ...] = ()
    sites: tuple[Fact[str], ...] = ()
    volume: tuple[Fact[str], ...] = ()


@dataclass(frozen=True)
class Resume:
    """Everything a parser found. Roles are newest first; skills and achievements in the parser's order.

    `text` is the visible text all evidence points into. `level` and `sector` are only set by a parser that
    derives them, with their rule and evidence. `report` is the parser's own view, JSON-ready, for people.
    `unused` are the lines that nothing understood: they become no fact, and a notice names them. `years_stated` are
    years of experience that the document states and that its dates do not bear out. `jobs_in_doubt` says that entries
    were left out of the roles as they are more likely no jobs: years counted are then a least.
    """

    text: str
    name: Fact[str] | None = None
    headline: Fact[str] | None = None
    contact: Contact = field(default_factory=Contact)
    summary: Fact[str] | None = None
    roles: tuple[Role, ...] = ()
    education: tuple[Education, ...] = ()
    skills: tuple[Skill, ...] = ()
    credentials: tuple[Credential, ...] = ()
    languages: tuple[Language, ...] = ()
    projects: tuple[Entry, ...] = ()
    publications: tuple[Entry, ...] = ()
    awards: tuple[Entry, ...] = ()
    volunteering: tuple[Role, ...] = ()
    experience: Experience | None = None
    years_stated: Fact[int] | None = None
    jobs_in_doubt: bool = False
    achievements: tuple[Achievement, ...] = ()
    scope: Scope = field(default_factory=Scope)
    level: Fact[str] | None = None
    sector: Fact[str] | None = None
    language: str = "en"
    report: dict[str, object] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    unused: tuple[Evidence, ...] = ()
