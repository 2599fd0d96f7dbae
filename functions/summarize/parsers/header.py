"""Which pieces of an entry's header are the title, the employer and the place.

Every way of giving the three roles to runs of neighbouring pieces is scored, and the best one taken. The
scores are sums of small preferences from `cues`; none of them decides alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from functions.summarize.parsers.cues import (
    employer_strength,
    is_department,
    is_function,
    is_internship_label,
    is_noise,
    place_strength,
    title_strength,
)
from functions.summarize.parsers.pieces import HARD, Piece

_MOST_PIECES = 9
_LONGEST_RUN = 4
_NAME_OF_PLACE = re.compile(r"[^\W\d_a-z][^\W\d]*(?:[ .'’-][^\W\d]+){0,2}\.?")
_NO_TITLE, _NO_EMPLOYER, _LEFT_OVER, _BESIDE_EMPLOYER = -1.5, -1.0, -0.6, 0.4


@dataclass(frozen=True)
class Run:
    """Neighbouring pieces of one line, read as one phrase."""

    pieces: tuple[Piece, ...]

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @cached_property
    def end(self) -> int:
        """Past the last piece, and past the bracket that it closes."""
        line = self.pieces[0].line
        end = self.pieces[-1].end
        inside = line.text[self.start - line.start : end - line.start]
        follows = line.text[end - line.start : end - line.start + 1]
        closes = (follows == ")" and inside.count("(") > inside.count(")")) or (
            follows == "]" and inside.count("[") > inside.count("]")
        )
        return end + closes

    @property
    def text(self) -> str:
        line = self.pieces[0].line
        return line.text[self.start - line.start : self.end - line.start]

    @property
    def line_start(self) -> int:
        return self.pieces[0].line.start


@dataclass(frozen=True)
class Header:
    """The reading of one header and how good it is."""

    title: Run | None
    employer: Run | None
    place: Run | None
    score: float

    @property
    def title_first(self) -> bool | None:
        """Whether the title stands before the employer; None where the reading is not sure of it."""
        if self.title is None or self.employer is None or title_strength(self.title.pieces[0].text) < 2.5:
            return None
        return self.title.start < self.employer.start


def read_header(pieces: Sequence[Piece], title_first: float = 0.0) -> Header:
    """The best reading. `title_first` from -1 to 1 is what the other entries of the resume suggest."""
    label = internship_label(pieces)
    useful = tuple(piece for piece in pieces if piece is not label and not is_noise(piece.text))[
        :_MOST_PIECES
    ]
    weight = _weight(useful)
    titles = [(run, score) for run in _runs(useful) if (score := _as_title(run)) > -1.0]
    employers = [(run, score) for run in _runs(useful) if (score := _as_employer(run)) > -1.0]
    places = [(run, score) for run in _runs(useful) if (score := _as_place(run)) > -0.6]
    best_place = max((score for _, score in places), default=0.0) + _BESIDE_EMPLOYER
    best = Header(None, None, None, _NO_TITLE + _NO_EMPLOYER + _LEFT_OVER * weight)
    for title, title_score in [(None, _NO_TITLE), *titles]:
        for employer, employer_score in [(None, _NO_EMPLOYER), *employers]:
            if _overlap(title, employer):
                continue
            pair = title_score + employer_score + _order(title, employer, title_first)
            if pair + max(0.0, best_place) <= best.score:
                continue
            left = weight - _weight(title) - _weight(employer)
            for place, place_score in [(None, 0.0), *places]:
                if _overlap(place, title) or _overlap(place, employer):
                    continue
                score = (
                    pair + place_score + _place_after(place, employer) + _LEFT_OVER * (left - _weight(place))
                )
                if score > best.score + 1e-9:
                    best = Header(title, employer, place, score)
    return best


def internship_label(pieces: Sequence[Piece]) -> Piece | None:
    """The piece that says what kind of position the title after its colon is."""
    for piece, following in pairwise(pieces):
        if following.before == "colon" and is_internship_label(piece.text):
            return piece
    return None


def _runs(pieces: tuple[Piece, ...]) -> Iterator[Run]:
    for first in range(len(pieces)):
        for last in range(first, min(first + _LONGEST_RUN, len(pieces))):
            if last > first and pieces[last].before in HARD:
                break
            yield Run(pieces[first : last + 1])


def _as_title(run: Run) -> float:
    first, *others = run.pieces
    strength = _title(first.text)
    score = strength or -0.3
    score -= max(0.0, _employer(first.text) - 0.3) * (0.35 if strength >= 2.5 else 0.8)
    score -= _place(first.text)
    score += sum(map(_as_title_rest, others))
    return score - (0.7 if first.text[:1].islower() else 0.0)


def _as_title_rest(piece: Piece) -> float:
    if piece.before == "colon":
        return -1.0
    if is_function(piece.text):
        return 0.7
    if _title(piece.text) >= 2.5:
        return 0.2
    if _place(piece.text) or _employer(piece.text) >= 1:
        return -2.5
    return 0.3 if piece.before == "bracket" else -0.5


def _as_employer(run: Run) -> float:
    first, *others = run.pieces
    if others and _is_one_name(run):
        return _employer(run.text)
    strength = _employer(first.text)
    score = strength if strength > 0.3 else 0.6
    score -= 1.0 if others and is_department(first.text) else 0.0
    score -= _title(first.text) * (0.3 if strength >= 2 else 0.8)
    score -= _place(first.text) * (0.2 if strength >= 1 or first.before == "at" else 0.8)
    score -= 3 * is_function(first.text)
    score += sum(map(_as_employer_rest, others))
    return score - (0.7 if first.text[:1].islower() else 0.0)


def _is_one_name(run: Run) -> bool:
    """Wilson, Hart & Lowe LLP; Kaiser – Oakland Medical Center."""
    if any(_title(piece.text) >= 2 or _place(piece.text) or is_function(piece.text) for piece in run.pieces):
        return False
    last = run.pieces[-1]
    breaks = {piece.before for piece in run.pieces[1:]}
    partners = (
        breaks == {"comma"}
        and re.search(r" (?:&|and|und|et|y|e) ", last.text)
        and _employer(last.text) >= 1.5
    )
    return bool(partners) or (breaks == {"dash"} and _employer(last.text) >= 1.5)


def _as_employer_rest(piece: Piece) -> float:
    unknown = -0.8
    if piece.before == "bracket":
        unknown = -0.5 if _could_be_place(piece.text) else 0.1
    preferences = (
        (piece.before == "colon" or _title(piece.text) >= 2.5, -3.0),
        (_is_legal_form(piece.text), 1.5),
        (is_department(piece.text), -0.1),
        (_place(piece.text) > 0, -1.2),
        (_employer(piece.text) >= 1.5, 0.2),
    )
    return next((score for holds, score in preferences if holds), unknown)


def _as_place(run: Run) -> float:
    strengths = [_place(piece.text) for piece in run.pieces]
    if any(
        _title(piece.text) >= 2 or _employer(piece.text) >= 1.5
        for piece in run.pieces
        if not _place(piece.text)
    ):
        return -2.0
    if not all(_could_be_place(piece.text) for piece in run.pieces):
        return -2.0
    known = sum(strengths) * 0.8 - (1.0 if run.pieces[0].before == "at" else 0.0)
    unknown = strengths.count(0.0)
    if strengths[-1]:
        return known + 0.5 * unknown
    return known - 0.4 * unknown - (0.4 if run.pieces[0].before in ("line", "at") else 0.0)


def _could_be_place(text: str) -> bool:
    return bool(_place(text)) or (_NAME_OF_PLACE.fullmatch(text) is not None and not is_function(text))


def _order(title: Run | None, employer: Run | None, title_first: float) -> float:
    if title is None or employer is None:
        return 0.0
    before = title.start < employer.start
    bonus = 0.15 + 0.8 * title_first if before else -0.8 * title_first
    if before and employer.pieces[0].before == "at":
        bonus += 2.0
    return bonus


def _place_after(place: Run | None, employer: Run | None) -> float:
    if place is None or employer is None:
        return 0.0
    same_line = place.pieces[0].line is employer.pieces[0].line and place.start > employer.start
    if same_line and place.start - employer.end <= 3:
        return _BESIDE_EMPLOYER
    return 0.0 if any(_place(piece.text) for piece in place.pieces) else -0.4


def _overlap(one: Run | None, other: Run | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end


def _weight(part: Run | Sequence[Piece] | None) -> int:
    """How many pieces it would be a pity to leave unread: departments are none."""
    if part is None:
        return 0
    pieces = part.pieces if isinstance(part, Run) else part
    return sum(not is_department(piece.text) for piece in pieces)


@lru_cache(maxsize=4096)
def _title(text: str) -> float:
    return title_strength(text)


@lru_cache(maxsize=4096)
def _employer(text: str) -> float:
    return employer_strength(text)


@lru_cache(maxsize=4096)
def _place(text: str) -> float:
    return place_strength(text)


def _is_legal_form(text: str) -> bool:
    return employer_strength(f"X {text}") >= 3 and len(text.split()) <= 3
