"""E-mail addresses, phone numbers, links and the place a person lives, as stated."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import unquote, urlsplit

from functions.summarize.docx.document import Line
from functions.summarize.parsers.cues import employer_strength, place_strength, title_strength
from functions.summarize.parsers.dates import find_dates
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.pieces import HARD, Piece, pieces_of
from functions.summarize.resume import Contact, Fact
from functions.summarize.text.folding import fold

_LONGEST = 1_000  # characters of a line that are looked at
_FEWEST, _MOST = 7, 15  # digits of a telephone number, by E.164
_NEAR = 40  # characters in which a label stands before its number
_EMAIL = re.compile(r"(?<![\w.+%'\-])[\w.+%'\-]+@[\w\-]+(?:\.[\w\-]+)*\.[^\W\d_]{2,24}")
_PHONE = re.compile(
    r"(?<![\w/.@-])(?:\(\+?\d|\+\s?\d|\d)[\d ().\-/‑–\u00a0\u202f]{5,24}\d"
    r"(?:\s*(?:x|ext\.?|poste|durchwahl)\s*\d{1,5})?(?![\w@])",
    re.IGNORECASE,
)
_PHONE_LABEL = re.compile(
    r"(?<![^\W_])(?:contact\s*)?\(?(?:phone|telephone|tel|mobile|mob|cell|cellphone|cellular|m|t|p|ph|c|h|home|work|landline|whatsapp|call|fon|telefon|"
    r"handy|mobil|mobiltelefon|telephone portable|portable|gsm|telefono|movil|celular|telemovel|telefone|cellulare|"
    r"telefoon|mobiel|hp|h/p|tfno|tfn|tf|tlm|tlf|tlfn|telm|telef|movil|cellulaire|natel|puhelin|тел|телефон|電話|电话|tlf|contact)\.?\s*(?:no|number|nr)?\.?\s*\)?\s*[:.)]?\s*$"
)
_AFTER_POSTCODE = re.compile(r"^[1-9]\d{3,4}\s+[/–-]\s+(?=[+(\d])")
"""A postcode before the number: "Parramatta 2150 / 0491 570 158"."""
_SECOND = re.compile(r"(?<=\d{3})\s+/\s+(?=[+(\d][\d ().-]{6})")
"""Where a second number may follow the first."""
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
"""The number of an identity card in Latin America: 1.024.567.890."""
_KIND_AFTER = re.compile(
    r"\s*\((?:mobile|mob|cell|home|work|office|phone|tel|handy|mobil|portable|movil|whatsapp)\)"
)
_OTHER_NUMBER = re.compile(
    r"(?:birth|born|dob|d\.o\.b|geburt|geb\.|naissance|nacimiento|nascimento|nascita|passport|id|no|number|nr|licen[cs]e|box|c\.c\.|cc|cedula|"
    r"cpf|dni|nie|cif|rut|ssn|visa|pin|reg|registration)\.?\s*[:#]?\s*$"
)
_SITES = (
    "linkedin|github|gitlab|xing|behance|dribbble|twitter|x|medium|stackoverflow|orcid|kaggle|instagram|facebook|youtube|"
    "vimeo|bitbucket|researchgate|scholar\\.google"
)
_DOMAINS = (
    "com|org|net|io|dev|me|co|co\\.uk|uk|de|fr|es|it|pt|eu|design|studio|art|ai|app|tech|ca|in|br|nl|ch|at|se|info|page|site|"
    "blog|work|xyz"
)
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>()]+"
    rf"|(?<![\w@.])(?:[a-z]{{2,3}}\.)?(?:{_SITES})\.(?:com|org|net|io)/[^\s|,;<>()]+"
    rf"|(?<![\w@.])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*\.(?:{_DOMAINS})(?:/[^\s|,;<>()]*)?(?![\w@])",
    re.IGNORECASE,
)
_PLACE_LABEL = re.compile(
    r"^(?:address|home address|location|based in|lives in|residence|city|current location|"
    r"adresse|anschrift|wohnort|standort|"
    r"domicile|direccion|domicilio|localidad|ubicacion|residencia|ciudad|morada|endereco|localidade|cidade|indirizzo|residenza|"
    r"citta|adres|woonplaats|adress|bopael|adresa|адрес|город|住所|地址)\s*[:\-–]?\s*"
)


def read_contact(lines: Iterable[Line], everywhere: Iterable[Line], source: Source) -> Contact:
    """From the head of the resume; e-mail and phone from the rest of it (references excepted) if not there."""
    head = tuple(map(_shortened, lines))
    rest = tuple(map(_shortened, everywhere))
    return Contact(
        emails=_unique(_emails(head, source)) or _unique(_emails(rest, source)),
        phones=_unique(_phones(head, source)) or _unique(_phones(rest, source, labelled_only=True)),
        links=_unique(_links(head, source)),
        location=_location(head, source),
    )


def _shortened(line: Line) -> Line:
    return line if len(line.text) <= _LONGEST else Line(line.block, line.start, line.text[:_LONGEST])


def has_contact(text: str) -> bool:
    """Whether a line holds an address of mail, web or phone."""
    text = text[:_LONGEST]
    return bool(_EMAIL.search(text) or _LINK.search(text) or next(_phone_spans(text), None))


def email_names(contact: Contact) -> frozenset[str]:
    """Words of the mail addresses: they confirm a name that is written elsewhere, they never make one."""
    return frozenset(
        word
        for fact in contact.emails
        for word in re.split(r"[\W\d_]+", fold(fact.value.split("@")[0]))
        if len(word) > 1
    )


def _emails(lines: tuple[Line, ...], source: Source) -> Iterator[Fact[str]]:
    for line in lines:
        found = False
        for match in _EMAIL.finditer(line.text):
            found = True
            start = match.start() + len(match[0]) - len(match[0].lstrip("'.-"))
            yield source.stated(line.start + start, line.start + match.end())
        if not found:
            yield from _mail_links(line, source)


def _mail_links(line: Line, source: Source) -> Iterator[Fact[str]]:
    for link in line.block.links:
        parts = urlsplit(link.url)
        start, end = line.block.start + link.start, line.block.start + link.end
        if (
            parts.scheme == "mailto"
            and _EMAIL.fullmatch(unquote(parts.path))
            and line.start <= start < line.end
        ):
            yield source.read(unquote(parts.path), start, end, 0.9, "link-target")


def _phones(lines: tuple[Line, ...], source: Source, *, labelled_only: bool = False) -> Iterator[Fact[str]]:
    for line in lines:
        for start, end, labelled in _phone_spans(line.text):
            if labelled or not labelled_only:
                yield source.stated(line.start + start, line.start + end, 1.0 if labelled else 0.9)


def _phone_spans(text: str) -> Iterator[tuple[int, int, bool]]:
    for match in _PHONE.finditer(text):
        number = _AFTER_POSTCODE.sub("", match[0])
        begin = match.end() - len(number)
        first = _SECOND.split(number)[0]
        number = first if sum(map(str.isdigit, first)) >= _FEWEST else number
        digits = re.sub(r"\D", "", re.split(r"(?i)\s*(?:x|ext|poste|durch)", number)[0])
        before = fold(text[max(0, begin - _NEAR) : begin])
        labelled = bool(_PHONE_LABEL.search(before) or _KIND_AFTER.match(fold(text[match.end() :][:_NEAR])))
        plausible = number.startswith(("+", "0", "(")) or len(digits) >= 9
        if not labelled and _OTHER_NUMBER.search(before):
            continue
        if not _FEWEST <= len(digits) <= _MOST or _is_date(number) or _THOUSANDS.fullmatch(number):
            continue
        if labelled or plausible:
            opened = number.count("(") - number.count(")")
            start = begin + (1 if opened > 0 and number.startswith("(") else 0)
            yield start, begin + len(number), labelled


def _is_date(number: str) -> bool:
    covered = sum(date.end - date.start for date in find_dates(number) if date.kind != "weak")
    return not number.startswith("+") and covered >= len(re.sub(r"[\s()–-]", "", number)) - 1


def _links(lines: tuple[Line, ...], source: Source) -> Iterator[Fact[str]]:
    for line in lines:
        without_mail = _EMAIL.sub(lambda match: " " * len(match[0]), line.text)
        spans = [match.span() for match in _LINK.finditer(without_mail)]
        for start, end in spans:
            stripped = line.text[start:end].rstrip(".,/")
            yield source.stated(line.start + start, line.start + start + len(stripped))
        for link in line.block.links:
            start, end = line.block.start + link.start - line.start, line.block.start + link.end - line.start
            written = any(start < other_end and other_start < end for other_start, other_end in spans)
            if not written and not link.url.startswith("mailto:") and 0 <= start < end <= len(line.text):
                yield source.read(link.url, line.start + start, line.start + end, 1.0, "link-target")


def _location(lines: tuple[Line, ...], source: Source) -> Fact[str] | None:
    best: tuple[float, Fact[str]] | None = None
    for line in lines:
        for strength, start, end in _places(line):
            if best is None or strength > best[0]:
                best = strength, source.stated(start, end, min(1.0, strength / 3))
    return best[1] if best else None


def _places(line: Line) -> Iterator[tuple[float, int, int]]:
    """Runs of pieces that end in a known place, or that a label says are one."""
    label = _PLACE_LABEL.match(fold(line.text))
    phones = [(start, end) for start, end, _ in _phone_spans(line.text)]
    for run in _soft_runs(line):
        for reachable, pieces in groupby(run, lambda piece: _reaches(piece, phones, line)):
            kept = list(pieces)
            if reachable:
                continue
            if (
                label
                and label.group().strip()
                and (inside := [p for p in kept if p.start >= line.start + label.end()])
            ):
                yield 4.0, inside[0].start, inside[-1].end
                continue
            while kept and not place_strength(kept[-1].text):
                kept.pop()
            while kept and _no_address(kept[0].text):
                kept.pop(0)
            if kept and all(len(piece.text.split()) <= 5 for piece in kept) and not find_dates(line.text):
                yield sum(place_strength(piece.text) for piece in kept), kept[0].start, kept[-1].end


def _reaches(piece: Piece, phones: Iterable[tuple[int, int]], line: Line) -> bool:
    """Whether the piece is an address of mail or web, a telephone number or what kind of telephone it is of."""
    kind = _KIND_AFTER.fullmatch(f"({fold(piece.text)})") and any(True for _ in phones)
    return bool(kind) or has_contact(piece.text) or _is_number_of(piece, phones, line)


def _is_number_of(piece: Piece, phones: Iterable[tuple[int, int]], line: Line) -> bool:
    """Whether the piece is a telephone number of its line, which only its label shows."""
    start, end = piece.start - line.start, piece.end - line.start
    return any(start < phone_end and phone_start < end for phone_start, phone_end in phones)


def _no_address(text: str) -> bool:
    return not place_strength(text) and (title_strength(text) >= 2 or employer_strength(text) >= 1.5)


def _soft_runs(line: Line) -> Iterator[list[Piece]]:
    run: list[Piece] = []
    for piece in pieces_of(line, ()):
        if run and (piece.before in HARD or piece.before == "dash"):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _unique(facts: Iterable[Fact[str]]) -> tuple[Fact[str], ...]:
    seen: dict[str, Fact[str]] = {}
    for fact in facts:
        seen.setdefault(re.sub(r"[\s().-]", "", fact.value.lower()), fact)
    return tuple(seen.values())
