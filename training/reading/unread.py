"""Read the pages that nothing was trained on with the shipped reader: `python -m training.reading.unread [FAMILY]`.

Prints what was read right, by field, and how much of it is told and true: of all values that are certain, and with
what is told of jobs that are only probable (`confidence.sure_enough`).
"""

import argparse
import sys
from collections.abc import Iterator, Sequence

from functions.summarize.confidence import TELLING, sure_enough
from functions.summarize.docx import read
from functions.summarize.layout import arrange
from functions.summarize.resume import Resume
from functions.summarize.sentences import Options
from functions.summarize.understand import understand
from tests.builders.page_docx import docx_of
from training.reading.left_out import PAGES_AS_OF
from training.reading.measures import Judged, PageScore, all_judged, score_page, total
from training.reading.pages import UNREAD, LabelledPage, labelled_pages


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m training.reading.unread", description=__doc__)
    parser.add_argument("family", nargs="?", choices=UNREAD, default=UNREAD[0], help="which pages")
    family = parser.parse_args(arguments).family
    pages = labelled_pages(family)
    resumes = [_read(page) for page in pages]
    scores = [score_page(resume, page) for resume, page in zip(resumes, pages, strict=True)]
    raised = [score_page(sure_enough(one)[0], page) for one, page in zip(resumes, pages, strict=True)]
    print(f"{family}: {len(pages)} pages\n")
    print("\n".join((*figures(scores), "", *told((("certain", scores), ("with probable jobs", raised))))))
    return 0


def _read(page: LabelledPage) -> Resume:
    return understand(arrange(read(docx_of(page.document))), Options(PAGES_AS_OF)).source


def figures(scores: Sequence[PageScore]) -> Iterator[str]:
    """F1, precision and recall of each field in percent."""
    yield "| field | values | F1 | precision | recall |"
    yield "|---|---|---|---|---|"
    for name, counts in total(scores).items():
        shares = (counts.f1, counts.precision, counts.recall)
        yield f"| {name} | {counts.right + counts.missed} | {' | '.join(f'{100 * one:.1f}' for one in shares)} |"


def told(readings: Sequence[tuple[str, Sequence[PageScore]]]) -> Iterator[str]:
    """How many of the values read are told, and how many of these are true."""
    yield "| told | values read | told | true of those told |"
    yield "|---|---|---|---|"
    for name, scores in readings:
        judged = list(all_judged(scores))
        over = [one for one in judged if _confidence(one) >= TELLING]
        true = sum(one.true for one in over)
        yield (
            f"| {name} | {len(judged)} | {100 * len(over) / len(judged):.1f} | {100 * true / max(1, len(over)):.1f} |"
        )


def _confidence(one: Judged) -> float:
    said: float = one.value.fact.confidence
    return said


if __name__ == "__main__":
    sys.exit(main())
