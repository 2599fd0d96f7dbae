"""Words for the terminal: results on standard output, complaints on standard error."""

import json
import shutil
import textwrap
import unicodedata
from dataclasses import dataclass
from typing import Any, TextIO

from functions.common.errors import ResumeSummaryError

PROGRAM = "resume-summary"
Failure = OSError | ResumeSummaryError
"""What a command expects to go wrong with one file; anything else is a defect and shows its traceback."""

_CONTROLS = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}


@dataclass(frozen=True, slots=True)
class Console:
    """Where a command speaks. Text from a resume is made safe for a terminal before it is shown."""

    out: TextIO
    err: TextIO

    def say(self, text: str) -> None:
        """A result for people: wrapped to the window when someone is watching, whole lines when piped."""
        width = min(shutil.get_terminal_size().columns, 100) if self.out.isatty() else None
        for line in printable(text).split("\n"):
            self.out.write((textwrap.fill(line, width) if width else line) + "\n")
        self.out.flush()

    def emit(self, body: Any) -> None:
        """A result for programs: one line of JSON."""
        self.out.write(json.dumps(body, ensure_ascii=False).translate(_CONTROLS) + "\n")
        self.out.flush()

    def note(self, subject: object, text: str) -> None:
        """Something worth knowing that is no failure."""
        self.err.write(_line(f"{subject}: note: {text}"))

    def complain(self, subject: object, reason: str) -> None:
        """A failure: what it is about and why."""
        self.err.write(_line(f"{PROGRAM}: {subject}: {reason}"))


def _line(text: str) -> str:
    """One line, whatever stands in the name of a file."""
    return " ".join(printable(text).split("\n")) + "\n"


def reason(error: Failure) -> str:
    """The sentence of an error, and its code where programs know it by one."""
    if isinstance(error, ResumeSummaryError):
        return f"{error} [{error.code}]"
    return error.strerror or str(error)


def printable(text: str) -> str:
    """The text with every control character but the newline and the tab replaced.

    XML allows the C1 controls, and some terminals obey them: a resume must not move the cursor.
    """
    return "".join(
        "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(character) == "Cc" and character not in "\n\t"
        else character
        for character in text
    )
