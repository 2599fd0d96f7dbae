"""Time and memory of reading and parsing: resumes of 1 to 100 pages, and every hostile file.

`python -m benchmarks.reading` writes its tables into `docs/reading.md`, below the line that says so.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from functions.common.errors import RequestRefused
from functions.common.problems import STATUS
from functions.summarize.docx import Limits, read
from functions.summarize.parsers.factory import load_parser
from functions.summarize.resume import PartialDate
from tests.builders.hostile import Hostile, hostile
from tests.builders.resume_docx import build
from tests.builders.specification import Course, Job, Layout, Person, SkillGroup, Specification

REPORT = Path(__file__).parents[1] / "docs" / "reading.md"
MARK = "<!-- `make bench-reading` writes what follows -->\n"
PAGES = (1, 2, 4, 10, 100)
AS_OF = date(2026, 1, 1)
PATIENT = Limits(seconds=60)
"""So that a busy machine is measured as slow and not refused."""
_ROLES_A_PAGE, _BULLETS = 3, 6
_WORDS = "stock invoice harvest turbine pupil garden ledger bridge clinic engine pipeline kitchen route archive".split()
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of processor time by stage, and megabytes above what was resident before."""

    read: float
    parse: float
    memory: float


def resume_of(pages: int, copy: int) -> bytes:
    """A resume of so many pages; each copy says something else, so that no cache of an earlier one helps."""
    jobs = tuple(_job(number, copy) for number in range(_ROLES_A_PAGE * pages))
    courses = tuple(
        Course("BSc", f"University of {_word(n, copy).title()}", "Chemistry", PartialDate(1990 + n % 9))
        for n in range(pages)
    )
    return build(
        Specification(
            f"pages-{pages}-{copy}",
            Person(
                f"Ann Example {_word(copy, 3).title()}",
                "Manager",
                "ann@example.org",
                "+44 1632 960 001",
                "Leeds",
            ),
            layout=Layout(roles="title-tab"),
            jobs=jobs,
            courses=courses,
            skills=(SkillGroup(tuple(f"{_word(n, copy)} planning" for n in range(8))),),
        )
    )


def _job(number: int, copy: int) -> Job:
    year = 2024 - number % 40
    bullets = tuple(
        f"Reduced {_word(number + n, copy)} cost at site {copy * 7 + n} by {3 + (number + n) % 40}% in two years by"
        f" rewriting the {_word(number * 3 + n, copy)} schedule with {2 + n} colleagues"
        for n in range(_BULLETS)
    )
    title = f"{_word(number, copy).title()} Manager"
    employer = f"{_word(number + 5, copy).title()} {copy} Works Ltd"
    return Job(title, employer, "Leeds", PartialDate(year, 3), PartialDate(year + 1, 2), bullets)


def _word(number: int, copy: int) -> str:
    return _WORDS[(number * 5 + copy) % len(_WORDS)]


def measure(data: bytes) -> Cost:
    """Read and parse once."""
    before = _reset_peak()
    start = time.process_time()
    document = read(data, PATIENT)
    middle = time.process_time()
    load_parser("ats").parse(document, AS_OF)
    end = time.process_time()
    return Cost(1000 * (middle - start), 1000 * (end - middle), _peak() - before)


def page_table(copies: int) -> Iterator[str]:
    """Least times of several different resumes of each length; the least is what other processes disturb least."""
    measure(resume_of(1, 99))
    yield "| pages | read, ms | parse, ms | together, ms | a page, ms | memory above idle, MB |"
    yield "|---|---|---|---|---|---|"
    for pages in PAGES:
        costs = [measure(resume_of(pages, copy)) for copy in range(max(3, copies // pages))]
        first, second = min(cost.read for cost in costs), min(cost.parse for cost in costs)
        both = min(cost.read + cost.parse for cost in costs)
        memory = statistics.median(cost.memory for cost in costs)
        yield f"| {pages} | {first:.1f} | {second:.1f} | {both:.1f} | {both / pages:.1f} | {memory:.1f} |"


def hostile_table(answers: Callable[[], Sequence[Hostile]] = hostile) -> Iterator[str]:
    """Every hostile file: bytes, wall-clock time, memory, and status and code of the answer."""
    yield "| file | kB | ms | memory above idle, MB | status | code |\n|---|---|---|---|---|---|"
    for file in answers():
        before = _reset_peak()
        start = time.perf_counter()
        code = _answer(file.data)
        took = 1000 * (time.perf_counter() - start)
        yield f"| {file.name} | {len(file.data) / 1000:.1f} | {took:.0f} | {_peak() - before:.1f} | {code} |"


def _answer(data: bytes) -> str:
    try:
        read(data)
    except RequestRefused as refusal:
        return f"{STATUS[type(refusal)]} | `{refusal.code}`"
    return "200 | read"


def _reset_peak() -> float:
    """Forget the peak of the resident memory; the megabytes resident now."""
    Path("/proc/self/clear_refs").write_text("5")
    return _status("VmRSS")


def _peak() -> float:
    return _status("VmHWM")


def _status(key: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 / _MEGABYTE for line in lines if line.startswith(key))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--copies", type=int, default=40, help="resumes a length (default 40, fewer of long ones)"
    )
    parser.add_argument("--out", type=Path, default=REPORT, help="the report to write into")
    chosen = parser.parse_args(arguments)
    kept = chosen.out.read_text("utf-8").partition(MARK)[0] if chosen.out.exists() else "# Reading\n\n"
    tables = [
        "\n## Time and memory\n", *page_table(chosen.copies), "\n## Hostile files\n", *hostile_table()
    ]  # fmt: skip
    chosen.out.write_text(kept + MARK + "\n".join(tables) + "\n", "utf-8")
    print(f"Wrote {chosen.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
