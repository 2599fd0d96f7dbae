"""The lines of a section as rows: what each holds that tells a header of an entry from its text."""

import re
from dataclasses import dataclass
from functools import cached_property

from functions.summarize.docx.document import Line
from functions.summarize.language.verbs import recognise
from functions.summarize.parsers.cues import employer_strength, is_noise, place_strength, title_strength
from functions.summarize.parsers.periods import FoundPeriod, find_periods
from functions.summarize.parsers.pieces import Piece, pieces_of
from functions.summarize.parsers.records import names_column
from functions.summarize.parsers.words import folded

_LABEL = re.compile(
    r"(?:responsible for|tasked with|accountable for|in charge of|reporting to|achievements|duties|responsibilities|"
    r"key (?:achievements|responsibilities|projects|results)|technologies|environment|tech stack|stack used|tools used|"
    r"aufgaben|tatigkeiten|verantwortlich fur|zustandig fur|missions|realisations|funciones|logros|mansioni|attivita)\b"
)
_NOMINAL = re.compile(
    r"[^\W\d_]+ (?:von|vom|eines|einer)\b|[^\W\d_]{3,}(?:ung|ungen|ure|ion|ions|cion|zione|ment|mento|cao|eo|age) "
    r"(?:und|et|y|e|des|der|de|du|di|da|do|del|della|delle|dei|das|dos)\b|[^\W\d_]{3,}(?:ion|ment|age) d'"
)
_NOT_A_VERB = re.compile(
    r"(?:registered|licensed|certified|qualified|chartered|advanced|limited|united|associated|allied|unlimited|applied|"
    r"integrated|federated|consolidated|red|retired|accredited|experienced|skilled|board-certified|mixed)\b"
)
_FIELD = re.compile(r"(?P<label>[^\W\d_][^:\d@]{1,38}):\s+(?=\S)")
_PERSONAL = re.compile(
    r"\b(?:birth|born|dob|d\.o\.b|age|passport|marital|nationality|citizenship|gender|sex|religion|visa|geburt\w*|"
    r"geboren|familienstand|naissance|nacimiento|nascimento|nascita|estado civil|military status|driving licen[cs]e)\b"
)
_LONGEST_HEADER, _LONGEST_PIECE = 16, 10  # words
_LONGEST_LINE = 600  # characters


def _is_task(text: str, plain: str) -> bool:
    """A line that begins with a verb, or with a noun of action as German and Romance resumes do."""
    if _LABEL.match(plain):
        return True
    first, _, rest = plain.partition(" ")
    goes_on = rest[:1] in "$€£" or text[len(first) + 1 : len(first) + 2].islower() or rest[:1].isdigit()
    verb = recognise(first.strip(".,:;"))
    if verb is not None and not _NOT_A_VERB.match(plain):
        named = rest.startswith(("for ", "of ", "in ")) and employer_strength(text) >= 1.5
        return verb[1] in ("past", "participle") or (goes_on and not named)
    if first.endswith("ed") and goes_on:
        return True
    return bool(_NOMINAL.match(plain)) and employer_strength(text) < 1.5


@dataclass(frozen=True)
class Row:
    """A line with its periods."""

    line: Line
    day_first: bool

    @cached_property
    def periods(self) -> tuple[FoundPeriod, ...]:
        """None for a line too long to be anything but prose."""
        if len(self.line.text) > _LONGEST_LINE:
            return ()
        return find_periods(self.line.text, day_first=self.day_first)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return pieces_of(self.line, self.periods)

    @cached_property
    def words_beside_dates(self) -> int:
        text = self.line.text
        for found in reversed(self.periods):
            text = text[: found.start] + " " + text[found.end :]
        return len(text.split())

    @property
    def listed(self) -> bool:
        return self.line.block.list_level is not None

    @cached_property
    def only_dates(self) -> bool:
        return bool(self.periods) and all(is_noise(piece.text) for piece in self.pieces)

    @cached_property
    def sentence(self) -> bool:
        """Whether it reads like prose or a task rather than a name, a title or a place."""
        text = self.line.text
        if len(text) > _LONGEST_LINE:
            return True
        plain = folded(text)
        longest = max((len(piece.text.split()) for piece in self.pieces), default=0)
        if self.words_beside_dates > _LONGEST_HEADER or longest > _LONGEST_PIECE:
            return True
        if text.endswith((".", ";")) and self.words_beside_dates > 7 and not self.ranged:
            return True
        if text[:1].islower() and not self.periods and title_strength(text) < 2.5:
            return True
        if (text.endswith(":") and not self.periods) or self._other_field:
            return True
        paired = any(not found.alone and not found.assumed for found in self.periods)
        return not paired and title_strength(text) < 2.5 and _is_task(text, plain)

    @cached_property
    def _other_field(self) -> bool:
        """A labelled line ("Seats: property, banking") whose label asks for nothing that a header says."""
        field = _FIELD.match(self.line.text)
        if field is None:
            return False
        label = field["label"]
        if _PERSONAL.search(folded(label)):
            return True
        if self.periods:
            return False
        named = is_noise(label) or names_column(label)
        return (
            not named
            and title_strength(label) < 2
            and employer_strength(label) < 1.5
            and not place_strength(label)
        )

    @cached_property
    def ranged(self) -> bool:
        """Whether it states a stretch of time and not a date alone."""
        return any(not found.alone for found in self.periods)

    @cached_property
    def body(self) -> bool:
        return self.listed or self.sentence

    @cached_property
    def dated(self) -> bool:
        """Whether its date is that of an entry: not inside prose."""
        return bool(self.periods) and not self.sentence and (self.ranged or self.words_beside_dates <= 10)
