"""A written resume -> DOCX bytes, in any layout."""

from itertools import groupby

from tests.builders.canvas import Canvas, Span, blank_page, packed, wrap_in_controls
from tests.builders.dates import written_date, written_period
from tests.builders.headings import heading_words
from tests.builders.role_lines import ROLE_LINES
from tests.builders.specification import Course, Job, Specification

_SIDE = ("contact", "skills", "languages", "credentials")


def build(spec: Specification) -> bytes:
    """The DOCX file of a specification. Deterministic."""
    page = blank_page()
    writer = _Writer(spec)
    top = Canvas(page, fresh=False)
    if spec.layout.contact == "header":
        writer.contact(Canvas(page.sections[0].header))
    writer.name(top)
    if spec.layout.page == "sidebar":
        side, main = top.table(5.5, 11.5)
        writer.sections(side, [each for each in _SIDE if each == "contact" or each in spec.order])
        writer.sections(main, [each for each in spec.order if each not in _SIDE])
    else:
        writer.contact_in_body(top)
        for section in spec.order:
            place = top.table(17)[0].table(16.5)[0] if spec.layout.page == "nested" else top
            writer.sections(place, [section])
    if spec.layout.page == "controls":
        wrap_in_controls(page)
    return packed(page, f"Resume of {spec.person.name}")


class _Writer:
    """Writes one specification, section by section, to wherever it is told."""

    def __init__(self, spec: Specification) -> None:
        self.spec = spec
        self._write = {
            "contact": self.contact_section,
            "summary": self.summary,
            "experience": self.experience,
            "volunteering": self.volunteering,
            "education": self.education,
            "credentials": self.credentials,
            "skills": self.skills,
            "languages": self.languages,
            "extras": self.extras,
        }

    def sections(self, place: Canvas, names: list[str]) -> None:
        for name in names:
            self._write[name](place)

    def name(self, place: Canvas) -> None:
        person = self.spec.person
        shown = f"{person.name}, {person.after_name}" if person.after_name else person.name
        if self.spec.layout.headings == "styles":
            place.line(Span(shown), style="Title")
        else:
            place.line(
                Span(shown.upper() if self.spec.layout.headings == "capitals" else shown, bold=True), size=20
            )
        if person.headline:
            place.line(Span(person.headline), size=13)

    def contact_in_body(self, place: Canvas) -> None:
        if self.spec.layout.contact == "textbox":
            place.textbox(*self._contact_items())
        elif self.spec.layout.contact != "header":
            self.contact(place)

    def contact_section(self, place: Canvas) -> None:
        if self.spec.layout.contact != "header":
            self.heading(place, "contact")
            for item in self._contact_items():
                place.line(Span(item))

    def contact(self, place: Canvas) -> None:
        spans = [Span(item, link=f"mailto:{item}" if "@" in item else "") for item in self._contact_items()]
        if self.spec.layout.contact == "lines":
            for span in spans:
                place.line(span)
        elif spans:
            place.line(*[piece for span in spans for piece in (Span("  |  "), span)][1:])

    def _contact_items(self) -> tuple[str, ...]:
        person = self.spec.person
        return tuple(item for item in (person.location, person.phone, person.email, *person.links) if item)

    def heading(self, place: Canvas, section: str) -> None:
        text = self.spec.headings.get(section) or heading_words(self.spec.language, section)
        place.heading(text, self.spec.layout.headings)

    def summary(self, place: Canvas) -> None:
        if self.spec.summary:
            self.heading(place, "summary")
            place.line(Span(self.spec.summary))

    def experience(self, place: Canvas) -> None:
        self._jobs(place, "experience", [job for job in self.spec.jobs if job.kind != "volunteering"])

    def volunteering(self, place: Canvas) -> None:
        self._jobs(place, "volunteering", [job for job in self.spec.jobs if job.kind == "volunteering"])

    def _jobs(self, place: Canvas, section: str, jobs: list[Job]) -> None:
        if jobs:
            self.heading(place, section)
        if self.spec.layout.roles == "grouped":
            for employer, group in groupby(jobs, key=lambda job: (job.employer, job.location)):
                place.line(Span(", ".join(filter(None, employer)), bold=True))
                for job in group:
                    self._job(place, job)
        else:
            for job in jobs:
                self._job(place, job)

    def _job(self, place: Canvas, job: Job) -> None:
        period = written_period(job.start, job.end, self.spec.dates, self.spec.language)
        if self.spec.layout.roles == "date-column":
            left, place = place.table(3.5, 13.5)
            left.line(Span(period))
        for line in ROLE_LINES[self.spec.layout.roles](job, period):
            place.line(*line)
        for bullet in job.bullets:
            place.bullet(bullet, self.spec.layout.bullets)

    def education(self, place: Canvas) -> None:
        if self.spec.courses:
            self.heading(place, "education")
        for course in self.spec.courses:
            self._course(place, course)

    def _course(self, place: Canvas, course: Course) -> None:
        period = self._course_dates(course)
        degree = _degree(course, self.spec.language)
        shape = self.spec.layout.education
        if shape == "date-column":
            left, place = place.table(3.5, 13.5)
            left.line(Span(period))
            place.line(Span(degree, bold=True))
            place.line(Span(course.institution))
        elif shape == "two-lines":
            place.line(Span(degree, bold=True))
            place.line(Span(f"{course.institution}\t{period}" if period else course.institution))
        elif shape == "institution-first":
            place.line(Span(course.institution, bold=True), Span(f"\t{period}" if period else ""))
            place.line(Span(degree))
        else:
            place.line(Span(", ".join(filter(None, (degree, course.institution, period)))))
        if course.grade:
            place.line(Span(course.grade))

    def _course_dates(self, course: Course) -> str:
        if course.start is None:
            return (
                ""
                if course.end is None
                else written_date(course.end, self.spec.dates.form, self.spec.language)
            )
        return written_period(course.start, course.end, self.spec.dates, self.spec.language)

    def credentials(self, place: Canvas) -> None:
        if self.spec.credentials:
            self.heading(place, "credentials")
        for each in self.spec.credentials:
            place.bullet(f"{each.name}, {each.note}" if each.note else each.name, self.spec.layout.bullets)

    def skills(self, place: Canvas) -> None:
        if self.spec.skills:
            self.heading(place, "skills")
        shape = self.spec.layout.skills
        for group in self.spec.skills:
            if shape == "bullets":
                for item in group.items:
                    place.bullet(item, self.spec.layout.bullets)
            else:
                label = [Span(f"{group.heading}: ", bold=True)] if group.heading else []
                place.line(*label, Span((" | " if shape == "pipes" else ", ").join(group.items)))

    def languages(self, place: Canvas) -> None:
        if self.spec.languages:
            self.heading(place, "languages")
            place.line(Span(", ".join(self.spec.languages)))

    def extras(self, place: Canvas) -> None:
        for extra in self.spec.extras:
            place.heading(extra.heading, self.spec.layout.headings)
            for line in extra.lines:
                place.bullet(line, self.spec.layout.bullets)


def _degree(course: Course, language: str) -> str:
    joint = {"en": " in ", "fr": " en ", "de": " ", "es": " en ", "pt": " em ", "it": " in "}[language]
    if not course.field:
        return course.degree
    short = len(course.degree.split()[0]) <= 6 and language == "en"
    return f"{course.degree}{' ' if short else joint}{course.field}"
