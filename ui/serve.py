"""The page as a process of a cluster: `python -m ui.serve [OPTION ...]`, as `streamlit run ui/app.py`, logging JSON.

Streamlit prints for people: a banner, addresses, warnings in its own form. Collectors read one JSON object a line.
"""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from io import TextIOBase
from pathlib import Path
from typing import TextIO

APP = Path(__file__).with_name("app.py")


class JsonLines(TextIOBase):
    """A stream to which text is printed, and which writes each line of it as one JSON object."""

    def __init__(self, stream: TextIO, severity: str) -> None:
        super().__init__()
        self._stream, self._severity = stream, severity
        self._begun = ""

    def write(self, text: str) -> int:
        """Take text; every line that it completes is written."""
        *lines, self._begun = (self._begun + text).split("\n")
        for line in filter(str.strip, lines):
            self._stream.write(f"{self._as_json(line.strip())}\n")
        return len(text)

    def flush(self) -> None:
        """Write on what has been written. A line that is not complete waits."""
        self._stream.flush()

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def isatty(self) -> bool:
        """Nobody reads along, so nothing is coloured."""
        return False

    def _as_json(self, line: str) -> str:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        told = {"time": now, "severity": self._severity, "logger": "streamlit", "message": line}
        return json.dumps(told, ensure_ascii=False)


def main(options: Sequence[str]) -> None:
    """Run the page until the process is told to end."""
    sys.stdout = JsonLines(sys.stdout, "INFO")
    sys.stderr = JsonLines(sys.stderr, "WARNING")
    from streamlit.web import cli  # imported now, for it keeps the streams that it finds

    sys.argv = ["streamlit", "run", str(APP), *options]
    cli.main()


if __name__ == "__main__":
    main(sys.argv[1:])
