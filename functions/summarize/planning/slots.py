"""The facts of a resume as slots: for each place what it tells and the ways to say it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import starmap

from functions.summarize.confidence import LEAST, PROBABLE, is_certain
from functions.summarize.language.surface import running_case
from functions.summarize.lines import Bullet, Telling, Tellings, read_lines, tellings
from functions.summarize.lines import Piece as TellingPiece
from functions.summarize.lines.first_words import (
    begins_with_a_verb,
    ends_a_job,
    is_doubtful,
    names_a_house,
    names_a_post,
    names_a_station,
    names_shifts,
    refers_back,
)
from functions.summarize.lines.joints import (
    came_to_nothing,
    in_series,
    joined_notes,
    keeps_limits,
    keeps_rank,
    up_to_semicolon,
    without_note,
)
from functions.summarize.lines.levels import is_unmeasured
from functions.summarize.lines.lexicon import noun_kinds
from functions.summarize.lines.nouns import is_thing
from functions.summarize.lines.phrase import FIGURE
from functions.summarize.lines.salience import LinePlace, salience
from functions.summarize.lines.terms import is_no_change, says_terms
from functions.summarize.lines.tokens import LONGEST
from functions.summarize.lines.verbs import verb_form
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.planning.as_written import as_written
from functions.summarize.planning.attended import NOT_ATTENDED, Attended, all_attended, lines_behind
from functions.summarize.planning.awards import award_variant
from functions.summarize.planning.capitals import calmed_start
from functions.summarize.planning.courses import course_variants, school_of, with_known_degree
from functions.summarize.planning.credentials import is_known, titles_of
from functions.summarize.planning.employers import after_at, spoken_employer
from functions.summarize.planning.employment import is_another_job, is_client, is_pause
from functions.summarize.planning.figures import in_words
from functions.summarize.planning.line import Line
from functions.summarize.planning.other_years import is_of_other_years
from functions.summarize.planning.plain_words import in_plain_words
from functions.summarize.planning.qualifications import credential_variants
from functions.summarize.planning.records import Form, Slot, SlotKind, Variant
from functions.summarize.planning.selection import skill_term
from functions.summarize.planning.self_description import self_description
from functions.summarize.planning.standings import superseded
from functions.summarize.planning.studies import is_held_in_part
from functions.summarize.planning.title_notes import with_note
from functions.summarize.planning.titles import Title, read_title
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.planning.years import number
from functions.summarize.resume import Education, Evidence, Fact, Language, Resume, Role, Skill
from functions.summarize.sentences import Voice
from functions.summarize.text.folding import fold

_FORMS: dict[str, Form] = {
    "past": "past", "present": "present", "perfect": "perfect", "gerund": "gerund", "noun": "noun phrase",
}  # fmt: skip
_ACTS: frozenset[Form] = frozenset(("past", "present", "perfect", "gerund"))
_MOST_ROLES, _MOST_LINES, _READ = 6, 40, 8
"""How many roles are looked at, how many lines of each, and how many of those are read."""
_BESIDE = 80
"""Characters behind the name of a credential in which something is said of it."""
_THOUSANDS = re.compile(r"(?<![$£€.\d])\d{1,3},\d{3}|(?<![$£€.\d,])\d{4,}")
_LEADING = re.compile(
    r"(?:lead|led|overs|run|ran|serv|manag)\w*\b"
    r"|supervise[sd]? (?:\d|(?:up to|about|around|more than|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_CHANGE = re.compile(r"\bfrom\b.*\d.*\bto\b|\bby \D{0,2}\d|%|→|->")
_CHANGED = re.compile(
    r"^(?:raised|cut|brought|grew|reduced|increased) (?P<of>[^,]+ (?:from .*\d.* to|by) \S*\d[^,]*)$"
)
_SERVED_AS = re.compile(r"^(?:serves?|served|has served|have served) (?P<as>as \w.*)$")
_AFTER_I = {"has": "have", "is": "am"}
_SCOPE = re.compile(
    r"\b(?:team|crew|squad|staff|brigade|budgets?|sites?|beds|people|employees|portfolio|outlets|stores|headcount|reports?)\b",
    re.IGNORECASE,
)


class Slots:
    """Makes the slot of any place of one resume; each is made once."""

    def __init__(self, resume: Resume, voice: Voice = "implied") -> None:
        self.resume = resume
        self.voice = voice
        self._makers: dict[str, Callable[..., Slot | None]] = {
            "headline": self.headline,
            "profile": self.own_words,
            "roles": self._of_role,
            "credentials": self.credential,
            "education": self.degree,
            "languages": self.language,
            "awards": self.award,
            "skills": self.strength,
        }

    def at(self, place: str) -> Slot | None:
        """The slot of a place such as `roles.0.bullets.2`; None where there is nothing that a sentence may state."""
        name, *rest = place.split(".")
        if place == "title":
            return self.title(0)
        maker = self._makers.get(name)
        numbers = [int(part) if part.isdigit() else part for part in rest]
        return maker(*numbers) if maker else None

    def _of_role(self, index: int, what: str = "title", line: int = 0) -> Slot | None:
        if what == "bullets":
            return next(
                (one.slot for one in self.lines if one.place == f"roles.{index}.bullets.{line}"), None
            )
        return self.employer(index) if what == "employer" else self.title(index)

    def read_title(self, index: int) -> Title | None:
        """The cleaned title of a role."""
        title = self.resume.roles[index].title
        return read_title(title.value) if title is not None and is_certain(title) else None

    def title(self, index: int) -> Slot | None:
        """What the person is or was in a role."""
        fact, title = self.resume.roles[index].title if self.resume.roles else None, None
        title = self.read_title(index) if fact else None
        if fact is None or title is None:
            return self.headline() if index == 0 else None
        kind: SlotKind = "earlier title" if index else "title"
        told = with_note(
            Variant(title.text, "person", fact.evidence), self.resume.roles[index].note, self.resume.text
        )
        return Slot(kind, f"roles.{index}.title" if index else "title", (told,), not index)

    def headline(self) -> Slot | None:
        """What the person calls themselves above everything else."""
        fact = self.resume.headline
        title = read_title(fact.value) if fact is not None and is_certain(fact) else None
        return Slot("title", "headline", _one(title.text, "person", fact)) if fact and title else None

    def own_words(self) -> Slot | None:
        """What the person says to be in the first words of the profile."""
        found = self_description(self.resume)
        return Slot("title", "profile", (Variant(found.text, "person", found.evidence),)) if found else None

    def employer(self, index: int) -> Slot | None:
        """Where the person works or worked."""
        fact = self.resume.roles[index].employer
        name = spoken_employer(fact.value) if fact is not None and is_certain(fact) else None
        if fact is None or name is None or is_client(fact, self.resume.text):
            return None
        kind: SlotKind = "earlier employer" if index else "employer"
        return Slot(
            kind, f"roles.{index}.employer", _one(after_at(name, fact.value), "noun phrase", fact), not index
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of every role that can be told, in the order of the resume; one of several roles at the first."""
        roles = self.resume.roles[:_MOST_ROLES]
        worth = [
            (role, index, number, bullet)
            for index, role in enumerate(roles)
            if not any(role.bullets and role.bullets == other.bullets for other in roles[:index])
            for number, bullet in _strongest(role, index)
            if is_certain(bullet)
            and not is_pause(bullet.value)
            and not _ends_the_line_before(role, number)
            and not is_another_job(bullet.value)
            and not is_of_other_years(role, bullet.value)
            and len(bullet.value) <= LONGEST
            and not any(says_no_work(bullet.value) for says_no_work in _NO_WORK)
        ]
        read = read_lines([_bullet(role, up_to_semicolon(bullet.value)) for role, _, _, bullet in worth])
        told = (_line(*one, tellings(reading), self.voice) for one, reading in zip(worth, read, strict=True))
        return tuple(filter(None, told))

    def credential(self, index: int) -> Slot | None:
        """A credential that is held, or one that is being worked for, said so."""
        return self._credentials[index]

    @cached_property
    def _credentials(self) -> tuple[Slot | None, ...]:
        return tuple(map(self._credential, range(len(self.resume.credentials))))

    def _credential(self, index: int) -> Slot | None:
        credential = self.resume.credentials[index]
        in_part = is_held_in_part(self._behind[index])
        if in_part or superseded(credential.name.value, self._credential_names):
            return None
        titles = titles_of(self.resume, 0 if self.resume.roles else None)
        known = is_known(credential.name.value, titles)
        course = NOT_ATTENDED if known else self._attended[index]
        sure = self._is_told(credential.name)
        variants = tuple(credential_variants(credential, sure=sure, course=course))
        return Slot("credential", f"credentials.{index}", variants) if variants else None

    @cached_property
    def _credential_names(self) -> tuple[str, ...]:
        return tuple(one.name.value for one in self.resume.credentials if one.status is None)

    @cached_property
    def _behind(self) -> tuple[str, ...]:
        return lines_behind(self.resume)

    @cached_property
    def _attended(self) -> tuple[Attended, ...]:
        return all_attended(self.resume)

    def _is_told(self, name: Fact[str]) -> bool:
        """Whether a credential is certain, or as probable as its name asks.

        On pages that nothing was learned from, of 51 that are told from `LEAST` on by their words four were cut too
        short; of 118 that decide a hire by their name, from `_KNOWN_LEAST` on, two were none.
        """
        if is_certain(name):
            return True
        titles = titles_of(self.resume, 0 if self.resume.roles else None)
        known = is_known(name.value, titles)
        numbered = name.value[:1].isdigit()
        first = name.value.split(",")[0]
        named = known and is_known(first, titles) and _SCHEME.match(first) is not None
        whole = (
            named
            or _SCHEME.match(name.value) is not None
            or (known and name.confidence >= LEAST and not numbered)
        )
        return whole and name.confidence >= (_KNOWN_LEAST if known else LEAST)

    def degree(self, index: int) -> Slot | None:
        """A course of study with its degree; without one there is nothing to tell but the school."""
        return self._degrees[index]

    @cached_property
    def _degrees(self) -> tuple[Slot | None, ...]:
        return tuple(starmap(self._degree, enumerate(self.resume.education)))

    def _degree(self, index: int, course: Education) -> Slot | None:
        if self.resume.language == "en":
            course = with_known_degree(course, self.resume.text)
        variants = tuple(course_variants(course))
        return Slot("degree", f"education.{index}", variants) if variants else None

    def school(self, index: int) -> Slot | None:
        """Where the person studied."""
        found = school_of(self.resume.education[index])
        return Slot("school", f"education.{index}.institution", (found,)) if found else None

    def language(self, index: int) -> Slot | None:
        """A language, with a level that is below fluent; a probable one where a sure level stands beside it."""
        language = self.resume.languages[index]
        if not is_certain(language.name) and not (
            is_certain(language.fluency) and language.name.confidence >= LEAST
        ):
            return None
        if not _VARIETIES.get(fold(language.name.value), frozenset()).isdisjoint(self._spoken):
            return None
        variants = tuple(_language(language))
        return Slot("language", f"languages.{index}", variants) if variants else None

    def _ranked(self, award: Fact[str]) -> str:
        """The name of a prize with the rank that its line says behind it: "Chef of the Year – finalist 2023"."""
        end = max((place.end for place in award.evidence), default=0)
        inside = _RANKED.search(award.value)
        rank = inside or _RANKED.match(self.resume.text, end, end + _BESIDE)
        if rank is None:
            return award.value
        name = award.value[: inside.start()] if inside else award.value
        listed = rank[1].lower() in ("shortlisted", "nominated", "longlisted")
        return f"{rank[1].lower()} for {name}" if listed else f"{rank[1].capitalize()}, {name}"

    @cached_property
    def _spoken(self) -> frozenset[str]:
        return frozenset(fold(one.name.value) for one in self.resume.languages if is_certain(one.name))

    def award(self, index: int) -> Slot | None:
        """A prize or distinction: what one holds, what one was, or that one was shortlisted."""
        name = self.resume.awards[index].name
        variant = award_variant(self._ranked(name), name.evidence) if is_certain(name) else None
        return Slot("award", f"awards.{index}", (variant,)) if variant else None

    def strength(self, index: int) -> Slot | None:
        """A skill, to be folded into another sentence."""
        skill = self.resume.skills[index]
        if skill.status is not None or skill.confidence < (LEAST if _is_known_tool(skill) else PROBABLE):
            return None
        return Slot(
            "strength",
            f"skills.{index}",
            (Variant(skill_term(skill.name), "noun phrase", skill.evidence),),
        )


_KNOWN_LEAST = 0.5
_SCHEME = re.compile(
    r"(?!\d)(?=[^,;]*$).*(?:\b(?:licen[cs]ed?|permit|ticket|certificate|certified|registered|registration|chartered|fellow"
    r"|associate|member of|qualified|competency|professional engineer|solicitor|barrister|notary|justice of the peace"
    r"|care certificate|nurse aide)\b|(?-i:\b[A-Z]{3,}\b))",
    re.IGNORECASE,
)
"""What says by its words that it is a credential, whole and one."""


_LEVEL = re.compile(r"\d+(?:[.,]\d+)? ?%|\d+\.\d+ (?![mkb]\b|million|billion)[a-z]")
"""How good something was, "99.6 accuracy": nothing that work includes."""
_RANKED = re.compile(
    r"[ \t]*[–—(,:-]+[ \t]*(?:(?:19|20)\d\d,?[ \t]*)?"
    r"(?:(?:district|regional|county|state|provincial|national|local|area|zonal|parish|city)[ \t]+)?"
    r"(finalist|runner-up|nominee|shortlisted|nominated|longlisted)\b",
    re.IGNORECASE,
)
_VARIETIES = {
    "chinese": frozenset(("mandarin", "mandarin chinese", "cantonese", "hokkien", "putonghua")),
    "filipino": frozenset(("tagalog",)),
}
"""What is no further language beside one of its varieties."""


def _is_known_tool(skill: Skill) -> bool:
    """Whether a list names a tool of the lexicon: it is one, be the reader less sure that the list is of skills."""
    known = load_lexicon().lookup(skill.name)
    return skill.listed and known is not None and known.term.kind == "tools"


_GOES_ON = re.compile(r"(?:up to|and|or|of|for|in|on|at|by|with|from|to|as|which|that|including) ")


def _ends_the_line_before(role: Role, number: int) -> bool:
    """Whether a line is the end of the one before it, broken by a typewriter: "dies for brackets", "up to 1/4 inch"."""
    before = role.bullets[number - 1].value if number else ""
    broken = before[:1].isupper() and before[-1].isalnum()
    return broken and _GOES_ON.match(role.bullets[number].value) is not None


def _strongest(role: Role, index: int) -> list[tuple[int, Fact[str]]]:
    """The lines worth reading, in the order of the resume: to read one takes a good part of a millisecond."""
    numbered = list(enumerate(role.bullets[:_MOST_LINES]))
    current = role.period is not None and role.period.value.current
    place = LinePlace(role.title.value if role.title else "", index, current)
    best = sorted(numbered, key=lambda one: (-salience(one[1].value, place), one[0]))[:_READ]
    return sorted(best)


def _bullet(role: Role, text: str) -> Bullet:
    current = role.period is not None and role.period.value.current
    return Bullet(text, role.title.value if role.title else "", current)


def _line(
    role: Role, index: int, number: int, bullet: Fact[str], told: Tellings, voice: Voice
) -> Line | None:
    current = told.reading.current
    if told.reading.begins_with_verb and is_doubtful(
        bullet.value, told.reading.probability, among_verbs=_begin_with_verbs(role)
    ):
        return None
    no_act = names_shifts(bullet.value) or names_a_station(bullet.value)
    variants = () if no_act else _limited(_variants(told, bullet.evidence[0], voice), bullet.value)
    first = bullet.value if variants else without_note(bullet.value)
    if first != bullet.value and not no_act:
        (read,) = read_lines([_bullet(role, first)])
        told = (
            tellings(replace(read, text=bullet.value))
            if read.begins_with_verb and read.head == "act"
            else told
        )
        variants = _limited(_variants(told, bullet.evidence[0], voice), bullet.value)
    if not variants:
        variants = _limited(_in_own_words(bullet, voice, current=current), bullet.value)
    sizes = not told.reading.begins_with_verb and any(
        is_no_change(one.text) or (one.form == "noun phrase" and _LEVEL.match(one.text)) for one in variants
    )
    variants = () if sizes else _limited((*variants, *shared(variants)), bullet.value)
    variants = _still_done(_of_what_is_over(variants, bullet.value), current=current)
    variants = _without_bare_person(tuple(one for one in variants if _stands(one.text, bullet.value)))
    if not variants:
        return None
    place = f"roles.{index}.bullets.{number}"
    kind: SlotKind = "earlier line"
    if index == 0 and _LEADING.match(variants[0].text):
        kind = "scope"
    elif index == 0:
        scope = told.reading.head in ("label", "duty", "thing") and _SCOPE.search(bullet.value)
        kind = "scope" if scope else "duty" if told.reading.head == "duty" else "result"
    return Line(place, index, told.reading.head, told, Slot(kind, place, variants, current))


def _begin_with_verbs(role: Role) -> bool:
    """Whether the lines of a job begin with verbs, so that a word that may be one is one there."""
    sure = sum(begins_with_a_verb(bullet.value) for bullet in role.bullets)
    return sure >= _SURE_LINES and 2 * sure >= len(role.bullets)


_SURE_LINES = 2


def _stands(told: str, line: str) -> bool:
    """Whether it is an act of something, and the second of two acts has the form of the first."""
    if _BARE.fullmatch(told) or (_LETTERS.fullmatch(told) and ", " in line) or _is_cut(told, line):
        return False
    for second in _SECOND.finditer(line):
        verb = verb_form(second[1].lower())
        is_plain = verb is not None and "base" in verb.forms and "past" not in verb.forms
        inflected = line.split(" ", 1)[0].lower() != told.split(" ", 1)[0].lower()
        if is_plain and inflected and re.search(rf"\band {second[1]}\b", told, re.IGNORECASE):
            return False
    return True


def _is_cut(told: str, line: str) -> bool:
    """Whether a group is told with some of its members: "a team of two officers" of two officers and nine others."""
    group = _GROUP_AT_END.search(told)
    if group is None:
        return False
    places = [
        place.end() for place in re.finditer(rf"\b{re.escape(group['members'])}(?=\W)", line, re.IGNORECASE)
    ]
    return len(places) == 1 and _COUNTS_ON.match(line, places[0]) is not None


_COUNT = rf"(?:{FIGURE}[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_GROUP_AT_END = re.compile(
    r"\b(?:team|crew|squad|staff|brigade|group|section|department|cohort|class|unit|gang|shift)s?"
    rf" of (?P<members>{_COUNT} (?:[\w-]+ ){{0,2}}[\w-]+)$",
    re.IGNORECASE,
)
_COUNTS_ON = re.compile(
    rf"(?:,| and| &| plus| \+|, and) {_COUNT} (?:(?!(?:an?|per) )[\w-]+ ){{0,2}}"
    r"(?!(?:an?|per)\b)[\w-]+\b(?! (?:an?|per) )",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?:(?:has|have) )?\w+ [A-Z][A-Z/&]{1,5}")
"""An act of what only letters name, which is the first of several things: "runs FBC"."""
_SECOND = re.compile(
    r"(?:\band|&) ([a-z]+) (?:in|on|to|with|by|at|it|them|any|all|the|into)\b", re.IGNORECASE
)
"""What may be a second act: "... and record in the chart"."""
_NO_WORK = (ends_a_job, names_a_house, names_a_post, says_terms, came_to_nothing, refers_back)
"""What makes a line one that is not told at all."""
_BARE = re.compile(
    r"(?:has |have )?\w+ (?:away|up|off|out|down|in|on|over|back)"
    r"|(?:(?:about|around|over|up to) )?\d[\d,.]* \w+ (?:an?|per) (?:hour|day|shift|night|week|month)",
    re.IGNORECASE,
)
"""An act of nothing, and a rate of nothing: "puts away", "about 28 pallets an hour"."""


def _limited(variants: Iterable[Variant], line: str) -> tuple[Variant, ...]:
    """Each once, and none that leaves out what limits it: a limited act is told with its note or not at all."""
    return tuple(
        dict.fromkeys(one for one in variants if keeps_limits(line, one.text) and keeps_rank(line, one.text))
    )


def _still_done(variants: tuple[Variant, ...], *, current: bool) -> tuple[Variant, ...]:
    """Without the past of what the job now held still asks for: nobody "covered the reception" who covers it."""
    if not current or all(one.form != "present" for one in variants):
        return variants
    return tuple(one for one in variants if one.form != "past")


_OVER = re.compile(
    r"(?:[,;(–-]|\band)\s*(?:all |both |\w+ly |since |now )?(?:delivered|completed|finished|closed|handed over"
    r"|concluded|ended|went live|gone live|live since|launched|signed off|wound up|achieved|awarded)\b"
    r"|(?<![-–\d])(?:19|20)\d\d\s?[–-]\s?(?:(?:19|20)\d\d|\d\d)(?![-–\d])"
    r"(?! (?:\w+ ){0,2}(?:plan|strategy|period|cycle|season|budget|year)\b)",
    re.IGNORECASE,
)
"""What says that something one was came to its end: "Project lead for the migration, delivered early"."""
_SPAN = re.compile(r"[,(]\s*(?:19|20)\d\d\s?[–-]\s?(?:(?:19|20)\d\d|\d\d)\)?\W*$")
"""From when to when at the end of a line: what is over, and is not done now."""
_SERVES = re.compile(r"serves? (?=as )|(?:is|am) (?=an? |the )")


def _of_what_is_over(variants: tuple[Variant, ...], line: str) -> tuple[Variant, ...]:
    """What somebody was for something that is over is told of the present job as what it was: "has served as"."""
    if _SPAN.search(line) and any(one.form == "past" for one in variants):
        variants = tuple(one for one in variants if one.form != "present" or _SERVES.match(one.text))
    if not _OVER.search(line):
        return variants
    return tuple(_once_served(one) if one.form == "present" else one for one in variants)


def _once_served(variant: Variant) -> Variant:
    had = "have" if variant.text.startswith(("serve ", "am ")) else "has"
    past = _SERVES.sub(
        lambda found: f"{had} {'served' if found[0][0] == 's' else 'been'} ", variant.text, count=1
    )
    return variant if past == variant.text else replace(variant, text=past, form="perfect")


def _without_bare_person(variants: tuple[Variant, ...]) -> tuple[Variant, ...]:
    """Without what somebody was as a bare thing, which would be somebody else: "with mentor to five trainees"."""
    served = [one.text for one in variants if _SERVED.match(one.text)]
    return tuple(
        one
        for one in variants
        if one.form != "noun phrase" or not any(text.endswith(f" {one.text}") for text in served)
    )


_SERVED = re.compile(r"(?:serve[sd]?|serving|has served|have served) as (?:an?|the) |(?:is|am|was) ")


def _in_own_words(bullet: Fact[str], voice: Voice, *, current: bool) -> Iterator[Variant]:
    for form, text in as_written(bullet.value, current=current):
        if form == "noun phrase" and (not is_thing(text) or is_unmeasured(text)):
            continue
        told = joined_notes(text, bullet.value) if form in _ACTS else text
        said = f"have {told.removeprefix('has ')}" if form == "perfect" and voice == "first" else told
        told = calmed_start(in_words(in_plain_words(said)), bullet.value)
        yield Variant(told, form, bullet.evidence)


def _variants(told: Tellings, place: Evidence, voice: Voice) -> Iterator[Variant]:
    """The half that is the result comes before the whole; each form once."""
    for forms in (told.half, told.whole):
        for name, form in _FORMS.items():
            telling: Telling | None = getattr(forms, name)
            if telling is None:
                continue
            if form == "noun phrase" and (not is_thing(telling.text) or is_unmeasured(telling.text)):
                continue
            if form == "present" and _is_mixed(telling):
                continue
            if not (form == "present" and _is_done(told.reading.text)):
                variant = _variant(telling if voice != "first" else in_first_person(telling), form, place)
                yield _brought(_done_since(_distinguished(variant), voice))
    if told.short is not None and told.short.shape == "clause":
        yield _variant(told.short, "clause", place)


_DISTINCTION = re.compile(
    r"(?:is|am|was|serves? as|served as|(?:has|have) (?:been|served as)) (?:an? |the )?"
    r"(?P<what>(?:\S+ ){0,2}?(?:employee|associate|worker|player|star|agent|driver|seller|sales ?person|nurse|teacher"
    r"|carer|trainee|apprentice|member|volunteer|performer|rep|representative|team|store|leader|consultant|operator|server|technician|analyst"
    r"|manager|colleague) of the (?:week|month|quarter|season|year)"
    r"(?=$|,| \(| (?:in|for|and|twice|Q?\d|[A-Z][a-z]+ \d)).*)",
    re.IGNORECASE,
)


def _distinguished(variant: Variant) -> Variant:
    """What somebody was named for a time is over in the present job, too: "was employee of the month"."""
    found = _DISTINCTION.fullmatch(variant.text)
    if found is None:
        return variant
    what = found["what"]
    named = re.search(r"of the [A-Z]", what)
    return replace(variant, text=f"was {what[:1].upper() + what[1:] if named else what}", form="past")


def _is_mixed(telling: Telling) -> bool:
    """Whether a list of acts has things among them: "runs three crews, 11 installs a week, commissions inverters"."""
    thirds = "|".join(re.escape(one.text.strip(",")) for one in telling.pieces if one.rule == "third")
    if not thirds:
        return False
    _, *members = telling.text.split(", ")
    open_list = False
    for member in members:
        acts, closed = re.search(rf"(?:^|\band )(?:{thirds})\b", member), member.startswith("and ")
        if acts and (open_list or acts.start()) and not (closed and not open_list):
            return True
        open_list = not acts and " and " not in member
    return False


_CHANGED_SINCE = re.compile(
    r"\band (?P<verb>cut|put|set|beat|split|hit|shed)s? (?=[^,]* (?:from \S*\d.* to|by) \S*\d)"
)


def _done_since(variant: Variant, voice: Voice) -> Variant:
    """What changed once is done, joined to what goes on: "owns the service and has cut p99 from 900ms to 210ms"."""
    if variant.form != "present":
        return variant
    has = "have" if voice == "first" else "has"
    text = _CHANGED_SINCE.sub(
        lambda found: f"and {has} {_DONE.get(found['verb'], found['verb'])} ", variant.text
    )
    return replace(variant, text=text)


def _brought(variant: Variant) -> Variant:
    """What somebody got from one figure to another is brought there: "got reappointment from 71% to 88%"."""
    text = _GOT.sub(lambda found: f"{found['has'] or ''}brought ", variant.text)
    return variant if text == variant.text else replace(variant, text=text)


_GOT = re.compile(r"^(?P<has>(?:has|have) )?got (?:an? )?(?=[^,;]* from \S*\d[^,;]* to \S*\d)")
_DONE = {"beat": "beaten"}


def shared(variants: Sequence[Variant]) -> Iterator[Variant]:
    """What is told without its verb, to share that of another: "cut waste and [cut] costs", "served as ... and as"."""
    for one in variants:
        served = _SERVED_AS.match(one.text) if one.form in ("past", "present", "perfect") else None
        if served and not any(other.text == served["as"] for other in variants):
            yield Variant(served["as"], "phrase", one.evidence)
        found = _CHANGED.match(one.text) if one.form == "past" else None
        if found and not any(other.text == found["of"] for other in variants):
            yield Variant(found["of"], "noun phrase", one.evidence)


def _is_done(line: str) -> bool:
    """Whether a line that may be read in both tenses tells a change: "Cut waiting time from 11 days to 4"."""
    verb = verb_form(line.split(maxsplit=1)[0].strip(",;:")) if line.split() else None
    return verb is not None and {"base", "past"} <= verb.forms and _CHANGE.search(line) is not None


def in_first_person(telling: Telling) -> Telling:
    """The same with its verbs as they follow "I": "leads" -> "lead", "has cut" -> "have cut"."""
    pieces = tuple(_after_i(piece) for piece in telling.pieces)
    return replace(telling, text=" ".join(piece.text for piece in pieces), pieces=pieces)


def _after_i(piece: TellingPiece) -> TellingPiece:
    if piece.text in _AFTER_I:
        return replace(piece, text=_AFTER_I[piece.text])
    verb = verb_form(piece.text.strip(",")) if piece.rule == "third" or piece.start is None else None
    if verb is None or verb.forms != {"third"}:
        return piece
    return replace(piece, text=piece.text.replace(piece.text.strip(","), verb.base))


def _variant(telling: Telling, form: Form, place: Evidence) -> Variant:
    if telling.shape == "clause":
        form = "clause"
    spans = [
        (piece.start, piece.end)
        for piece in telling.pieces
        if piece.start is not None and piece.end is not None
    ]
    start, end = min(s for s, _ in spans), min(max(e for _, e in spans), len(place.quote))
    quote = place.quote[start:end]
    plain = in_plain_words(_NUMBERS.sub(_number_of, telling.text.replace(" & ", " and ")))
    text = calmed_start(_without_place(in_words(plain), place.quote), place.quote)
    return Variant(
        joined_notes(text, place.quote)
        if form in _ACTS
        else in_series(_with_so_many(text))
        if form == "noun phrase"
        else text,
        form,
        (replace(place, start=place.start + start, end=place.start + end, quote=quote),),
    )


_NUMBERS = re.compile(
    r"(?<![\w.,])(?P<n>(?!(?:19|20)\d\d\b)\d+) (?:[Nn]o\.|No|[Nn]os\.?)(?: of)? (?!shows?\b)(?=(?P<next>\w))"
)


def _number_of(found: re.Match[str]) -> str:
    """ "3 No. box culverts", "2 nos. station box": so many, as engineers write it."""
    many = number(int(found["n"])) if int(found["n"]) <= _TEN else found["n"]
    return f"{many if found['next'].isdigit() else found['n']} "


_TEN = 10


def _with_so_many(thing: str) -> str:
    """A thing and how many of what belongs to it: "sauté and grill, 300 covers on Saturdays" -> ", with 300 covers"."""
    found = _SO_MANY.fullmatch(thing)
    return f"{found['what']}, with {found['many']}" if found else thing


_SO_MANY = re.compile(
    r"(?P<what>[^,;:()\d]+ [^,;:()\d]+), (?P<many>(?:(?:about|around|over|up to|more than) )?\d[\d,]* "
    r"(?!(?:day|night|morning|afternoon|evening|\w+day|hour|shift|week|weekend|month|year|time|minute|min|mile|kilomet\w+|km|x"
    r"|off|on|per|of|to|and|in)s?\b)[a-z]{3,}s\b[^,;:()]*)"
)
_LAST_NAME = re.compile(r"(?: and|,) (?P<name>[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ](?: [A-ZÀ-Þ][\w'’-]*[a-zà-ÿ])*)$")
_NAMED = re.compile(r"(?<=\w )[A-ZÀ-Þ][a-zà-ÿ]|\b[A-Z]{2,}\b")


def _without_place(text: str, line: str) -> str:
    """Without a name behind the last comma of a line that names nothing else: where it was, and no further thing."""
    found = _LAST_NAME.search(text)
    before = text[: found.start()] if found else ""
    if found is None or _NAMED.search(before) or not re.search(rf", {re.escape(found['name'])}\W*$", line):
        return text
    last = before.rsplit(" ", 1)[-1].lower()
    common = last in noun_kinds() or last.removesuffix("s") in noun_kinds()
    return before if len(before.split()) > 1 and common else text


def _one(text: str, form: Form, fact: Fact[str]) -> tuple[Variant, ...]:
    return (Variant(text, form, fact.evidence),)


_INNER_CAPITALS = {name.lower(): name for name in ("isiZulu", "isiXhosa", "isiNdebele")}
"""Names of languages with a small prefix, which a resume in capitals writes otherwise."""
_PEOPLE = re.compile(r"(?:ish|an|ese|ch|ic)$")
_CEFR = re.compile(r"[ABN]\d")


_LONGEST_LEVEL = 25
"""Letters of a level that a sentence can say beside the language."""


def _said_level(stated: str) -> str:
    """A level in the words of a sentence: codes of forms written out, capitals of common words calmed."""
    plain = stated.strip(" .")
    said = vocabulary().level_forms.get(plain.lower())
    if said is not None:
        return said
    share = re.fullmatch(r"(\d+) ?%?", plain)
    if share:
        return "" if _WELL <= int(share[1]) <= _ALL else _UNTOLD
    stated = _BY_MOUTH.sub("", plain)
    return stated.strip(" .") if _CODE.search(stated) else running_case(stated.strip(" ."))


_IN_BRACKETS = re.compile(
    r"\d|\blevel$|\b(?:OET|IELTS|TOEFL|PTE|GCSE|JLPT|HSK)\b|^[A-Z][a-z]+(?:an|ish|ese)$"
)
"""What stands behind a language: a code, a level of something, a country's kind of it."""
_WELL, _ALL, _UNTOLD = 80, 100, "none"
"""Percent from which on people mean that they speak a language well, all of it, and what stands for less."""
_BY_MOUTH = re.compile(r"(?<=\w) (?:spoken|speaking)$|^(?:spoken|speaking) (?=\w)", re.IGNORECASE)
"""What "speaks" says already."""
_CODE = re.compile(r"\d|\b[A-Z]{2,}\b")
"""What keeps its capitals in a level: "B2", "TOPIK 2"."""


_BEHIND = ("working",)
"""Levels that are said behind their language: "English (working)"."""


def _is_beside(language: Language) -> bool:
    """Whether a level stands right behind its language or before it: "English (fluent)", "fluent French".

    Of 46 on pages that nothing was learned from that were read so, however unsurely, 45 were the language's.
    """
    if language.fluency is None or not (language.name.evidence and language.fluency.evidence):
        return False
    name, level = language.name.evidence[0], language.fluency.evidence[0]
    return 0 <= level.start - name.end <= _MARK or 0 <= name.start - level.end <= 1


_MARK = 3
"""Letters of the mark between a language and its level: " - ", ": ", " ("."""


def _language(language: Language) -> Iterator[Variant]:
    name, level = language.name.value, _said_level(language.fluency.value if language.fluency else "")
    name = _INNER_CAPITALS.get(name.lower()) or (name.title() if name.isupper() or name.islower() else name)
    first, _, rest = name.partition(" ")
    common = rest[:1].islower() and not vocabulary().place_or_language(first) and not _PEOPLE.search(first)
    name = f"{first.lower()} {rest}" if common else name  # "te reo Māori", "sign language"
    evidence = tuple(
        dict.fromkeys((*language.name.evidence, *(language.fluency.evidence if language.fluency else ())))
    )
    low = vocabulary().low_level.fullmatch(level)
    doubtful = language.fluency is not None and not (is_certain(language.fluency) or _is_beside(language))
    if doubtful or len(level) > _LONGEST_LEVEL or (not low and not vocabulary().is_spoken(level)):
        return
    if low and not (_CEFR.match(level) or level.lower() in _BEHIND):
        yield Variant(f"{level.lower().replace(' ', '-')} {name}", "noun phrase", evidence)
    elif vocabulary().level_before.fullmatch(level):
        yield Variant(f"{level.lower()} {name}", "noun phrase", evidence)
    elif vocabulary().is_fluent(level):
        yield Variant(name, "noun phrase", evidence)
    elif low or _IN_BRACKETS.search(level):
        yield Variant(f"{name} ({level})", "noun phrase", evidence)
