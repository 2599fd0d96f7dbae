"""Certification sections -> certificates, licences and registrations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from functions.summarize.parsers.cues import employer_strength, is_noise, place_strength
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.lexicon import load_lexicon
from functions.summarize.parsers.pieces import HARD, Piece
from functions.summarize.parsers.rows import Row
from functions.summarize.parsers.words import folded, pattern, word_set
from functions.summarize.resume import Credential, Fact, PartialDate

_ISSUED = re.compile(
    r"(?:issued by|issuer|issuing|awarded by|ausgestellt|delivre par|emitido por|rilasciato)\b"
)
_NUMBER = re.compile(
    r"^(?:license|licence|lic|credential|certificate|cert|registration|reg|id|no|number|nr|#|pin|member(?:ship)?)\.?\s*"
    r"(?:id|no|number|nr|#)?\.?\s*[:#]?\s*[a-z]{0,4}[\d-]{3,}\w*$|^#?\d{4,}$"
)
_STATUS = re.compile(
    r"^(?:expires?|expiring|exp|expected|valid|issued|renewed|renewal|obtained|awarded|earned|completed|active|current|"
    r"in progress|since|until|gultig bis|valable|vigente|date|through|to|from|re-?certified|state of issue)\b.*$"
)

_SENTENCE_END = re.compile(r"\d{4}\)?\.\s")
_NEAR = 8  # characters between a credential and its date


def read_credentials(rows: Iterable[Row], source: Source) -> tuple[Credential, ...]:
    """One per line, or several where a line lists short names."""
    found: dict[str, Credential] = {}
    last: tuple[str, Row] | None = None
    for row in rows:
        if last is not None and _continues_below(last[1], row):
            found[last[0]] = _completed(found[last[0]], row, source)
            last = None
            continue
        for credential in _credentials(row, source):
            key = folded(credential.name.value)
            found.setdefault(key, credential)
            last = key, row
    return tuple(found.values())


def is_credential(row: Row) -> bool:
    """Whether a row outside a certification section states one: by its words, or by letters such as "MRCP"."""
    ranged = any(not found.alone for found in row.periods)
    if row.sentence or ranged or not row.pieces:
        return False
    first = row.pieces[0].text
    opening = pattern("credentials", "openings").match(folded(first)) and len(first.split()) > 1
    return (
        bool(opening)
        or folded(first) in word_set("names", "letters")
        or bool(pattern("credentials", "cues").search(folded(row.line.text)))
        or _is_known(first)
    )


def _is_known(text: str) -> bool:
    known = load_lexicon().lookup(text)
    return known is not None and known.term.kind == "credentials"


def is_status(text: str) -> bool:
    """Whether the text only says until when something holds, or under which number."""
    return _aside(text)


def _continues_below(above: Row, row: Row) -> bool:
    """A line of another look beneath a credential, not in the next row of a table, says who issued it and when."""
    cell, cell_above = row.line.block.cell, above.line.block.cell
    if cell and cell_above and cell.table == cell_above.table and cell.row != cell_above.row:
        return False
    if row.listed or above.listed:
        return row.only_dates
    block, block_above = row.line.block, above.line.block
    subordinate = (block_above.bold, block_above.heading_level is not None) > (
        block.bold,
        block.heading_level is not None,
    )
    return subordinate or row.only_dates or bool(_ISSUED.match(folded(row.line.text)))


def _completed(credential: Credential, row: Row, source: Source) -> Credential:
    pieces = [piece for piece in row.pieces if not _aside(piece.text)]
    issuer = source.stated(pieces[0].start, pieces[0].end, 0.8) if pieces else None
    return replace(credential, issuer=credential.issuer or issuer, date=credential.date or _date(row, source))


def _credentials(row: Row, source: Source) -> Iterator[Credential]:
    parts = _parts(row)
    for part in parts:
        groups = list(_groups(part, dated=bool(row.periods) and len(parts) == 1))
        for group in groups:
            name, issuer = _name_and_issuer(group)
            if name is None:
                continue
            after = (part[0].start, part[-1].end + _NEAR)
            yield Credential(
                name=source.stated(name[0].start, _closing(name)),
                issuer=source.stated(issuer[0].start, _closing(issuer), 0.8) if issuer else None,
                date=_date(row, source, after if len(parts) > 1 else None) if len(groups) == 1 else None,
            )


def _parts(row: Row) -> list[list[Piece]]:
    """The row's pieces, cut at semicolons and where a date ends a sentence: each part states one or a list."""
    parts: list[list[Piece]] = []
    for piece in row.pieces:
        if _aside(piece.text):
            continue
        between = (
            row.line.text[parts[-1][-1].end - row.line.start : piece.start - row.line.start] if parts else ";"
        )
        if ";" in between or _SENTENCE_END.search(between):
            parts.append([])
        parts[-1].append(piece)
    return parts


def _groups(pieces: list[Piece], *, dated: bool) -> Iterator[list[Piece]]:
    listed = next((number for number, piece in enumerate(pieces) if piece.before == "dash"), len(pieces))
    if _is_list(pieces, dated=dated):
        yield from ([piece] for piece in pieces)
    elif listed > 2 and all(_short(piece.text) for piece in pieces[:listed]):
        yield from ([piece, *pieces[listed:]] for piece in pieces[:listed])
    elif pieces:
        yield pieces


def _aside(text: str) -> bool:
    plain = folded(text).strip(" .:")
    return is_noise(text) or plain in _months() or bool(_NUMBER.match(plain)) or bool(_STATUS.match(plain))


@cache
def _months() -> frozenset[str]:
    return frozenset().union(*(word_set("dates", "months", str(number)) for number in range(1, 13)))


def _is_list(pieces: list[Piece], *, dated: bool) -> bool:
    """PMP, CSM, ITIL v3: short names of one kind, none of them an issuer or a place."""
    if len(pieces) < 2 or dated:
        return False
    bars = all(piece.before == "bar" for piece in pieces[1:])
    commas = all(piece.before in ("comma", "bar") for piece in pieces[1:])
    named = any(employer_strength(piece.text) >= 1.5 or place_strength(piece.text) for piece in pieces[1:])
    if bars and len(pieces) > 2 and not named:
        return True
    return commas and not named and (len(pieces) > 2 or all(_short(piece.text) for piece in pieces))


def _short(text: str) -> bool:
    return len(text) <= 12 and sum(map(str.isupper, text)) >= 2


def _name_and_issuer(group: list[Piece]) -> tuple[list[Piece] | None, list[Piece] | None]:
    """The name goes on through brackets and qualifying dashes; then comes who issued it."""
    if not group:
        return None, None
    name, rest = [group[0]], group[1:]
    while rest and _continues(name[-1], rest[0]):
        name.append(rest.pop(0))
    issuer = [rest[0]] if rest and not place_strength(rest[0].text) else None
    return name, issuer


def _continues(_last: Piece, following: Piece) -> bool:
    if following.before in ("at", "closed"):
        return True
    if following.before in HARD or following.before == "colon":
        return False
    if following.before == "bracket":
        initials = following.text.isupper() and " " not in following.text
        known = employer_strength(following.text) >= 1.5 or place_strength(following.text) > 0
        return initials or not known
    return following.before == "dash" and bool(
        pattern("credentials", "levels").search(folded(following.text))
    )


def _closing(pieces: list[Piece]) -> int:
    line, last = pieces[0].line, pieces[-1]
    inside = line.text[pieces[0].start - line.start : last.end - line.start]
    closes = inside.count("(") > inside.count(")") and line.text[last.end - line.start :].startswith(")")
    return last.end + closes


def _date(row: Row, source: Source, within: tuple[int, int] | None = None) -> Fact[PartialDate] | None:
    for found in row.periods:
        date = found.period and (found.period.start or found.period.end)
        if date and (within is None or within[0] <= row.line.start + found.start <= within[1]):
            return source.read(date, row.line.start + found.start, row.line.start + found.end)
    return None
