"""What a job is to a career: work in a trade, or training, work beside studies, pocket money, unpaid care.

Only paid work is counted as years of a trade and told as a profession (`data/employment.toml`).
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from functions.summarize.language.surface import common_words
from functions.summarize.resume import Education, Fact, Resume, Role


def is_training(role: Role) -> bool:
    """Whether the role was to learn the trade: an internship, an apprenticeship, a traineeship."""
    if role.kind == "internship" or _says("training", role.title):
        return True
    noted = _BRACKET.sub("", role.note.value).split(",")[0].strip(" .;") if role.note else ""
    return _words("training_by_its_note").fullmatch(noted) is not None


def is_client(house: Fact[str], text: str) -> bool:
    """Whether an employer's name is that of one client of several: "contract shearer, mostly for Stapleton"."""
    before = text[: house.evidence[0].start] if house.evidence else ""
    line = before.rpartition("\n")[2].rstrip()
    return any(found.end() == len(line) for found in _words("clients").finditer(line))


def is_apart(role: Role) -> bool:
    """Whether years of it are counted apart from those of a trade: learning it, service in an army."""
    return _says("apart", role.title)


def is_training_title(title: str) -> bool:
    """Whether a title alone says that somebody learned: "Apprentice", "Management Trainee"."""
    return _words("training").search(title) is not None


def is_employed_training(role: Role) -> bool:
    """Whether a trade was learned in a paid post of its own, which many count as years of it: "Audit Trainee"."""
    return role.kind == "employment" and _says("employed_training", role.title)


def is_training_and_work(role: Role) -> bool:
    """Whether one entry tells of both: "Apprentice then tradesman", "Audit Trainee / Audit Senior"."""
    parts = _STEPS.split(role.title.value) if role.title else []
    learned = [_words("training").search(part) is not None for part in parts]
    return any(learned) and not all(learned)


def steps_of(title: str) -> list[str]:
    """The posts of which one entry tells in turn: "Warehouse / FLT, then Class 2 driver" is two."""
    return [part for part in _IN_TURN.split(title) if part]


_IN_TURN = re.compile(
    r",?\s+(?:(?:and )?then|(?:and )?later|before becoming|promoted to)\s+|\s*(?:→|➔|➜|[-=]+>)\s*",
    re.IGNORECASE,
)


_STEPS = re.compile(
    r"\s*(?:→|->|/|;|\+)\s*|,?\s+(?:then|later|puis|ensuite|dann|danach|später|luego|después|poi|dopo|depois|daarna|later)\s+",
    re.IGNORECASE,
)
"""What parts the steps of a job in its title."""


def is_entry_work(title: str) -> bool:
    """Whether people of many trades did such work before or beside it, in any language: waiting, shop work."""
    return _words("entry").search(title) is not None


def may_follow_entry_work(title: str) -> bool:
    """Whether such work may have been the beginning of this trade: a shop manager was a cashier before."""
    return is_entry_work(title) or _words("after_entry").search(title) is not None


def is_aside(role: Role) -> bool:
    """Whether it was work beside something else: on Saturdays, in summers, beside studies."""
    return _says("aside", role.title, role.note) or is_pocket_money(role)


_ANOTHER_JOB = re.compile(
    r"(?:[^,;:–—(]{2,50}(?:,|;|:|\s[-–—]|\s\()\s*)?(?:my )?(?:(?:Saturday|Sunday|Friday|weekend|summer|holiday|vacation"
    r"|student|school|evening|after[- ]school|part[- ]time|Christmas|gap[- ]year) )+(?:jobs?|work|position)\)?"
    r"(?:\W*(?:19|20)\d\d(?:\W+(?:(?:19|20)?\d\d))?\)?)?\.?",
    re.IGNORECASE,
)


def is_another_job(line: str) -> bool:
    """Whether a line below a job is a job of its own, beside school or on free days: "Greggs, Saturday job"."""
    said = line.strip()
    if _ANOTHER_JOB.fullmatch(said) is None:
        return False
    return _MERE_WORK.search(said) is None or _names_a_house(_MERE_WORK.split(said, maxsplit=1)[0])


_MERE_WORK = re.compile(
    r"(?:,|;|:|\s[-–—]|\s\(|^)\s*(?:my )?(?:[\w-]+ ){1,4}?work\b(?!.*\d{4})", re.IGNORECASE
)
"""Work on free days of no year, which is a job only where a house is named: "weekend work" is also how one works."""


def _names_a_house(text: str) -> bool:
    """Whether words are a name: all with a capital, and one of them no common word."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    return all(word[0].isupper() for word in words) and any(
        word.lower() not in common_words() for word in words
    )


def is_beside_a_post(role: Role) -> bool:
    """Whether people hold such a seat or job beside their main post: on a board, an honorary office, by the hour."""
    return is_casual(role) or is_seat(role)


def is_of_few_hours(role: Role, text: str) -> bool:
    """Whether the head of a job says that it takes some hours of the week: "Tuesdays and Thursdays", "0.3 FTE"."""
    head = (role.title, role.employer, role.period, role.note)
    lines = {_line_at(text, place.start) for fact in head if fact for place in fact.evidence}
    return any(len(line) <= _HEAD and _words("few_hours").search(line) for line in lines)


def _line_at(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


_HEAD = 160
"""Characters of a line that is the head of a job alone; a longer one tells what was done, too."""


def is_seat(role: Role) -> bool:
    """Whether a job is a seat that is held beside a main post, or a visit: by its title, or by its note."""
    titled = role.title is not None and _words("seats").match(role.title.value) is not None
    noted = role.note.value.split(",")[0].strip(" .;") if role.note else ""
    return titled or _words("seats_by_note").fullmatch(noted) is not None


def is_beside_studies(resume: Resume, index: int) -> bool:
    """Whether lessons to single pupils were begun within a course of study, so that they are a student's own work."""
    role = resume.roles[index]
    taught = role.title.value.split(",")[0] if role.title else ""
    if _words("tutoring").fullmatch(_BRACKET.sub("", taught).strip(" .")) is None:
        return False
    return any(_began_within(role, course) for course in resume.education)


def _began_within(role: Role, course: Education) -> bool:
    """Whether a job began within a course; one of which only the end is known took some years."""
    worked, studied = role.period, course.period
    if worked is None or studied is None or worked.value.start is None:
        return False
    began, last = worked.value.start.year, studied.value.end
    if studied.value.start is None:
        return last is not None and last.year - _COURSE_YEARS <= began < last.year
    return studied.value.start.year <= began and (
        studied.value.current or (last is not None and began < last.year)
    )


_COURSE_YEARS = 5
"""Years that a course of study takes."""


def is_casual(role: Role) -> bool:
    """Whether a job only earns money beside or between others: "Casual barista", on zero hours."""
    return is_aside(role) or _says("casual", role.title, role.note)


def is_pocket_money(role: Role) -> bool:
    """Whether pupils or travellers earn their money so: "Paper round", "Friday and Saturday nights"."""
    return role.title is not None and _words("pocket_money").fullmatch(role.title.value.strip()) is not None


def is_seasonal(role: Role) -> bool:
    """Whether it came back in seasons, of which nobody says how long each lasted."""
    return _says("seasonal", role.title, role.note)


def is_unpaid(resume: Resume, index: int) -> bool:
    """Whether nobody pays for it: voluntary work, care for the own family, a club beside studies."""
    role = resume.roles[index]
    if role.kind == "volunteering" or _says("unpaid", role.title, role.note):
        return True
    if role.title and _words("unpaid_as_a_title").fullmatch(_BRACKET.sub("", role.title.value).strip(" .,")):
        return True
    stated = role.bullets if role.title is None else (role.title,)
    if stated and all(is_pause(one.value) for one in stated):
        return True
    house = role.employer
    in_club = house is not None and _words("clubs").fullmatch(house.value) is not None
    return in_club and any(_spans(course, role) for course in resume.education)


def is_pause(line: str) -> bool:
    """Whether a line or a title says only that there was no job: "Childcare and family care (no employment)"."""
    said = _BRACKET.sub("", line).strip(" .,:;–-•")
    return _words("pause").fullmatch(said) is not None


_BRACKET = re.compile(r"\s*\([^()]*\)")


def _spans(course: Education, role: Role) -> bool:
    """Whether a job began and ended within a course of study."""
    studied, worked = course.period, role.period
    if studied is None or worked is None or studied.value.start is None or worked.value.start is None:
        return False
    if worked.value.current or worked.value.end is None or studied.value.start.year > worked.value.start.year:
        return False
    last = studied.value.end
    return studied.value.current or (last is not None and worked.value.end.year <= last.year)


def _says(name: str, *stated: Fact[str] | None) -> bool:
    return any(fact is not None and _words(name).search(fact.value) is not None for fact in stated)


@cache
def _words(name: str) -> re.Pattern[str]:
    text = (files("functions.summarize.planning") / "data/employment.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)
    words = "|".join(lists[name]).replace("<posts>", rf"(?! (?:{'|'.join(lists['posts'])})(?!\w))")
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
