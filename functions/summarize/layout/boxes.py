"""What a form says by ticking: options that are not ticked, and rows that answer no, are left out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from functions.summarize.docx.document import Block, Notice
from functions.summarize.layout.blocks import Blocks, with_text
from functions.summarize.status import Box, answer_of, box_at

_FEWEST_ANSWERS = 2
_FORM_COLUMNS = 2


def answered(blocks: Sequence[Block]) -> tuple[Blocks, tuple[Notice, ...]]:
    """The blocks with what is ticked or answered with yes, and a notice of what was left out."""
    kept, refused = _without_refused_rows(blocks)
    ticked: list[Block] = []
    for block in kept:
        text, left = _ticked(block.text)
        refused += left
        if text == block.text:
            ticked.append(block)
        elif text:
            ticked.append(with_text(block, text, block.text.find(text)))
    message = "Options of a form that are not ticked, or answered with no, were left out"
    notices = (Notice("unticked-options", f"{message} ({refused})."),) if refused else ()
    return tuple(ticked), notices


def _ticked(text: str) -> tuple[str, int]:
    """The text without its boxes and without the options that are not ticked, and how many of these there were."""
    if box_at(text) is None:
        return text, 0
    lines = [_line(line) for line in re.split(r"(\n|\t)", text)]
    joined = "".join(line for line, _ in lines)
    return re.sub(r"[\t\n]{2,}", lambda match: match[0][0], joined).strip(), sum(left for _, left in lines)


def _line(line: str) -> tuple[str, int]:
    found = list(_boxes(line))
    if not found:
        return line, 0
    if not line[found[-1].end :].strip() and line[: found[0].start].strip():
        edges = [0, *(box.end for box in found)]
        options = [line[start : box.start] for start, box in zip(edges, found, strict=False)]
        lead = ""
    else:
        ends = [*(box.start for box in found[1:]), len(line)]
        options = [line[box.end : end] for box, end in zip(found, ends, strict=True)]
        lead = line[: found[0].start]
    kept = [option.strip(" ,;|/") for option, box in zip(options, found, strict=True) if box.ticked]
    told = ", ".join(kept) if len(kept) > 1 else "".join(kept)
    left = sum(not box.ticked for box in found)
    # "Languages: ☐ German" says nothing of languages.
    return (f"{lead.rstrip()} {told}".strip() if kept else ""), left


def _boxes(line: str) -> Iterator[Box]:
    box = box_at(line)
    while box is not None:
        yield box
        box = box_at(line, box.end)


def _without_refused_rows(blocks: Sequence[Block]) -> tuple[list[Block], int]:
    """Tables of two columns whose second one answers yes or no: the rows of yes, without the answer."""
    rows: dict[tuple[int, int], list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell:
            rows[block.cell.table, block.cell.row].append(block)
    forms: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for (table, row), cells in rows.items():
        answer = answer_of(cells[-1].text) if len(cells) == _FORM_COLUMNS else None
        if answer is not None:
            forms[table].append((row, answer))
    answers = {
        (table, row): answer
        for table, told in forms.items()
        if len(told) >= _FEWEST_ANSWERS
        for row, answer in told
    }
    if not answers:
        return list(blocks), 0
    kept: list[Block] = []
    for block in blocks:
        key = (block.cell.table, block.cell.row) if block.cell else None
        if key is None or key not in answers:
            kept.append(block)
        elif answers[key] and block is rows[key][0]:
            kept.append(replace(block))
    return kept, sum(not answer for answer in answers.values())
