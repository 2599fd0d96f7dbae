"""What a line under a job is, and the forms in which it can be told.

`read_line` cuts a line into its parts; `tellings` makes clauses of them. The one place that answers "does it begin
with a verb?".
"""

from functions.summarize.lines.reading import Bullet, read_line, read_lines
from functions.summarize.lines.records import Forms, Head, LineReading, Part, Piece, Tag, Telling, Tellings
from functions.summarize.lines.telling import tellings

__all__ = [
    "Bullet",
    "Forms",
    "Head",
    "LineReading",
    "Part",
    "Piece",
    "Tag",
    "Telling",
    "Tellings",
    "read_line",
    "read_lines",
    "tellings",
]
