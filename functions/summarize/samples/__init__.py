"""Sample resumes of invented people, one DOCX an occupation: for the first try, the page and the examples."""

from pathlib import Path

_FOLDER = Path(__file__).parent


def names() -> tuple[str, ...]:
    """The samples by name, such as `charge-nurse`, in alphabetical order."""
    return tuple(sorted(each.stem for each in _FOLDER.glob("*.docx")))


def path(name: str) -> Path:
    """The file of a sample; a KeyError that lists the known names for any other."""
    if name not in names():
        raise KeyError(f"no sample {name!r}; there are: {', '.join(names())}")
    return _FOLDER / f"{name}.docx"
