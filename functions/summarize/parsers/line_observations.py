"""What the model of lines sees of each line: its own features, its neighbours', the last heading and its place.

Observations are short strings; the model learns a weight of each for each label. All are cheap: a line costs a time
proportional to its words, a document to its lines.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from functions.summarize.parsers.features import LineFeatures

_FIRST_WORDS = 10
"""Words of a line that are seen as such: what a line is shows at its beginning."""
_SEGMENTS = 6
_LONGEST_HEADING = 6  # words
_LETTERS = {
    "title/head": "T", "title/leading": "T", "title/ending": "T", "title/internship": "T", "title/break": "B",
    "employer/form": "E", "employer/cue": "E", "employer/known": "E", "employer/self": "E",
    "school/cue": "S", "degree/name": "G", "degree/abbreviation": "G", "credential/cue": "C",
    "language/name": "L", "language/level": "V", "place/city": "P", "place/region": "P", "skill": "K",
}  # fmt: skip
"""What a segment of a line may be, by the lists that know it; the order of the values below decides among several."""
_ORDER = "BTGSECLVPK"
_MARKS = {"tab": "⇥", "gap": "⇥", "•": "|", "·": "|", "–": "-", "—": "-", "−": "-"}


def observations(features: Sequence[LineFeatures], forced: Mapping[int, str]) -> list[list[str]]:
    """The observations of every line. A forced label is seen by its line and, through the model, by the others."""
    own = [list(_own(each)) for each in features]
    brief = [_brief(each) for each in features]
    around = list(_around(features))
    styles = _heading_styles(features)
    rows = []
    for number in range(len(features)):
        row = own[number] + around[number] + list(_neighbours(brief, number))
        row += _style_observations(features, number, styles)
        if number in forced:
            row.append(f"forced={forced[number]}")
        rows.append(row)
    return rows


def _own(each: LineFeatures) -> Iterator[str]:
    words = each.words
    yield f"len={_bucket(len(words))}"
    yield from (f"w={word.folded}" for word in words[:_FIRST_WORDS])
    yield from (f"w{place}={word.folded}" for place, word in enumerate(words[:2]))
    if words:
        yield f"wl={words[-1].folded}"
        yield f"shape={_shape(words[0].text)}"
        yield f"capitals={_capitals(each)}"
    yield from (f"k={kind}" for kind in sorted(each.kinds))
    yield from (f"lab={kind}" for kind in sorted(each.label_kinds))
    if each.label:
        yield f"label={each.folded[: each.label].strip(' :')[:24]}"
    yield from (f"m={kind}" for kind in sorted({mention.kind for mention in each.mentions}))
    yield from (f"f={flag}" for flag in sorted(each.flags))
    yield from (f"s={mark}" for mark in sorted({separator.mark for separator in each.separators}))
    yield f"sk={skeleton(each)}"
    yield from _heading(each)
    yield from _dates(each)
    yield from _cell(each)
    yield from _looks(each)


def _heading(each: LineFeatures) -> Iterator[str]:
    yield from (f"h={section}" for section in each.heading[:2])
    if len(each.words) <= 8:
        hints = {m.kind.partition("/")[2] for m in each.mentions if m.kind.startswith("heading_word/")}
        yield from (f"hw={section}" for section in sorted(hints))


def _dates(each: LineFeatures) -> Iterator[str]:
    if not each.periods:
        return
    first, last = each.periods[0], each.periods[-1]
    yield f"dates={min(len(each.periods), 3)}"
    yield "date-alone" if first.alone else "date-range"
    if first.start <= 1:
        yield "date-first"
    if last.end >= len(each.line.text) - 2:
        yield "date-last"
    beside = len(each.folded) - sum(found.end - found.start for found in each.periods)
    yield f"beside-date={_bucket(beside // 6)}"


def _cell(each: LineFeatures) -> Iterator[str]:
    if each.cell is None:
        return
    place = each.cell
    yield f"cols={min(place.columns, 4)}"
    yield f"col={min(place.cell.column, 4)}/{min(place.columns, 4)}"
    yield f"rows={_bucket(place.rows)}"
    if place.cell.row == 0:
        yield "row0"
    if place.position:
        yield "in-cell"
    yield from (f"ck={kind}" for kind in sorted(place.column_kinds))
    yield from (f"rk={kind}" for kind in sorted(place.row_kinds))


def _looks(each: LineFeatures) -> Iterator[str]:
    style = each.style
    if style.bold:
        yield "bold"
    if style.caps:
        yield "caps"
    if style.heading_level is not None:
        yield f"level={min(style.heading_level, 3)}"
    if style.list_level is not None:
        yield "listed"
    if style.larger > 1:
        yield "larger" if style.larger < 6 else "largest"
    if each.line.block.part != "body":
        yield f"part={each.line.block.part}"
    if each.line.start > each.line.block.start:
        yield "soft-break"


def _brief(each: LineFeatures) -> str:
    """A line in a few letters, for its neighbours."""
    style = each.style
    marks = [
        "h" if each.heading else "",
        "d" if each.periods else "",
        "b" if style.bold else "",
        "c" if style.caps else "",
        "*" if style.list_level is not None or "bullet" in each.flags else "",
        ":" if each.label_kinds else "",
        "@" if {"email", "phone", "url"} & each.flags else "",
        "s" if "stop" in each.flags else "",
        "v" if any(flag.startswith("verb") for flag in each.flags) else "",
    ]
    return "".join(marks) + _bucket(len(each.words))


def _neighbours(brief: Sequence[str], number: int) -> Iterator[str]:
    for offset in (-2, -1, 1, 2):
        place = number + offset
        yield f"{offset:+d}={brief[place]}" if 0 <= place < len(brief) else f"{offset:+d}=none"


def _around(features: Sequence[LineFeatures]) -> Iterator[list[str]]:
    """The last heading, how far away it is, the place in the document, and what the next lines hold."""
    last, since, looks = "none", 0, _HeadingLooks(features)
    titled: tuple[str, ...] = ()
    skeletons = [skeleton(each) for each in features]
    count = len(features)
    for number, each in enumerate(features):
        row = [
            f"last={last}",
            f"last={last}/{_bucket(since)}",
            f"pos={min(number, 4)}",
            f"tenth={10 * number // count}",
        ]
        row += [f"last={last}/sk={skeletons[number]}", f"last={last}/len={_bucket(len(each.words))}"]
        if each.style.list_level is not None or "bullet" in each.flags:
            row.append(f"last={last}/listed")
        if number + 1 < count:
            row += [
                f"next-sk={skeletons[number + 1]}",
                *(f"next-h={section}" for section in features[number + 1].heading[:1]),
            ]
            row += [f"next-lab={kind}" for kind in sorted(features[number + 1].label_kinds)]
        if number:
            before = features[number - 1]
            row += [f"prev-sk={skeletons[number - 1]}", *(f"prev-m={m}" for m in sorted(_lists(before)))]
            row += [f"same-cell={_same_cell(before, each)}"]
        row += [f"under={word}" for word in titled]
        if looks.suit(each):
            row.append("headingish")
            titled = tuple(word.folded for word in each.words)
        yield row
        if each.heading and len(each.words) <= 8 and each.style.list_level is None:
            last, since = each.heading[0], 0
        else:
            since += 1


class _HeadingLooks:
    """Which lines look as the headings of their document do, whatever they say."""

    def __init__(self, features: Sequence[LineFeatures]) -> None:
        self._usual = Counter(
            _look(each) for each in features if each.heading and _is_short(each)
        ).most_common(2)

    def suit(self, each: LineFeatures) -> bool:
        """Whether a line could be a heading by its looks and its length."""
        if not _is_short(each) or each.periods or {"email", "phone", "url", "stop"} & each.flags:
            return False
        look = _look(each)
        return any(look == usual for usual, _ in self._usual) and look != (False, False, None, False, False)


def _is_short(each: LineFeatures) -> bool:
    return 0 < len(each.words) <= _LONGEST_HEADING and each.style.list_level is None


def _lists(each: LineFeatures) -> set[str]:
    return {letter for mention in each.mentions if (letter := _LETTERS.get(mention.kind))}


def _same_cell(before: LineFeatures, each: LineFeatures) -> str:
    if before.cell is None or each.cell is None:
        return "no" if before.cell is each.cell else "edge"
    one, other = before.cell.cell, each.cell.cell
    if one.table != other.table:
        return "table"
    return "cell" if one == other else "row" if one.row == other.row else "next-row"


_Look = tuple[bool, bool, int | None, bool, bool]


def _look(each: LineFeatures) -> _Look:
    style = each.style
    return style.bold, style.caps, style.heading_level, style.larger > 1, style.list_level is not None


def _heading_styles(features: Sequence[LineFeatures]) -> Mapping[_Look, str]:
    """Of every look: how many lines have it, and how many of them name a section."""
    lines: Counter[_Look] = Counter(_look(each) for each in features)
    named: Counter[_Look] = Counter(_look(each) for each in features if each.heading)
    return {look: f"{_bucket(count)}/{_share(named[look], count)}" for look, count in lines.items()}


def _style_observations(
    features: Sequence[LineFeatures], number: int, styles: Mapping[_Look, str]
) -> list[str]:
    look = _look(features[number])
    row = [f"look={styles[look]}", f"look-share={styles[look].partition('/')[2]}"]
    if number:
        row.append(f"as-before={look == _look(features[number - 1])}")
    if number + 1 < len(features):
        row.append(f"as-next={look == _look(features[number + 1])}")
    return row


def _share(part: int, whole: int) -> str:
    return "none" if not part else "few" if 3 * part < whole else "half" if 3 * part < 2 * whole else "most"


def skeleton(each: LineFeatures) -> str:
    """The segments of a line between its separators, each as what the lists know it for: "T,E⇥D"."""
    text_end = min(len(each.folded), 160)
    found: list[str] = []
    start = 0
    for separator in (*each.separators, None):
        end = separator.start if separator else text_end
        if end > start or not found:
            found.append(_segment(each, start, end))
        if separator is None or len(found) >= _SEGMENTS:
            break
        found.append(_MARKS.get(separator.mark, separator.mark))
        start = separator.end
    return "".join(found)


def _segment(each: LineFeatures, start: int, end: int) -> str:
    if any(found.start < end and found.end > start for found in each.periods):
        return "D"
    letters = {
        letter
        for mention in each.mentions
        if each.words[mention.first].start >= start
        and each.words[mention.last].end <= end
        and (letter := _LETTERS.get(mention.kind))
    }
    best = next((letter for letter in _ORDER if letter in letters), "")
    words = sum(1 for word in each.words if start <= word.start < end)
    return best if best and words <= 10 else "x" if words <= 6 else "X"


def _bucket(count: int) -> str:
    for most in (0, 1, 2, 3, 5, 8, 14, 25):
        if count <= most:
            return str(most)
    return "many"


def _shape(word: str) -> str:
    return "9" if word.isdigit() else "A" if word.isupper() else "Aa" if word[:1].isupper() else "a"


def _capitals(each: LineFeatures) -> str:
    letters = [word for word in each.words if word.text[:1].isalpha()]
    return _share(sum(word.text[:1].isupper() for word in letters), len(letters)) if letters else "none"
