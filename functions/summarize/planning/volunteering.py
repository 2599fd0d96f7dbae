"""What somebody does as a volunteer now, beside a paid job or after it: "As a volunteer at Orvik, trains staff"."""

from collections.abc import Sequence

from functions.summarize.confidence import is_certain
from functions.summarize.planning.draft import Draft, Speaker
from functions.summarize.planning.line import Line
from functions.summarize.planning.records import SentencePlan, Slot
from functions.summarize.planning.told_lines import is_empty, told_of
from functions.summarize.resume import Resume

_MOST = 2
"""Acts told: it stands beside the work that somebody is hired for."""


def voluntary_role(resume: Resume, latest: int) -> int | None:
    """The voluntary role held now that the resume names before the latest job."""
    for index, role in enumerate(resume.roles[:latest]):
        held = role.period is not None and is_certain(role.period) and role.period.value.current
        if role.kind == "volunteering" and held:
            return index
    return None


def voluntary(lines: Sequence[Line], speaker: Speaker, house: Slot) -> SentencePlan | None:
    """Where somebody is a volunteer, and what of it is an act; None where nothing is."""
    found = [told for line in lines if (told := told_of(line, current=True))]
    acts = [told for told, group in found if group != "things" and not is_empty(told)]
    same = [told for told in acts if told.variant.form == acts[0].variant.form][:_MOST] if acts else []
    if not same:
        return None
    draft = Draft("more").say("As a volunteer at").tell(house).say(",").say(speaker.subject(introduced=True))
    return draft.join([told.pair for told in same]).finish()
