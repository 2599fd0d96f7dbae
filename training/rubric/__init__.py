"""The quality rubric: what a machine can find wrong with a finished summary.

It reads prose in its own simple way (`prose.py`) and shares only the list of cliches with the verifier, so
that it can judge it. Whether a second run gives the same bytes is for the evaluation to see.
"""

from collections.abc import Callable, Iterator

from functions.summarize.resume import Resume
from functions.summarize.sentences import Options
from training.rubric import form, truth
from training.rubric.coverage import covers

__all__ = ["CHECKS", "covers", "faults"]

CHECKS: dict[str, Callable[[str, Resume, Options], Iterator[str]]] = {
    "length": form.length,
    "voice": form.voice,
    "contact": form.contact,
    "support": truth.support,
    "cause": truth.cause,
    "title": truth.title,
    "years": truth.years,
    "repetition": form.repetition,
    "cliche": form.cliche,
    "ending": form.ending,
    "language": form.language,
    "grammar": form.wording,
}


HIGHLIGHTS = ("voice", "contact", "support", "cause", "repetition", "cliche", "ending", "grammar")
"""What can be asked of the highlights of a brief; its other lines are facts behind labels."""


def faults(summary: str, *, resume: Resume, options: Options) -> tuple[str, ...]:
    """Every fault as `item: what`, in the order of the rubric; empty for a summary without fault.

    Of a brief it is given the highlights.
    """
    items = HIGHLIGHTS if options.output == "brief" else CHECKS
    return tuple(f"{item}: {what}" for item in items for what in CHECKS[item](summary, resume, options))
