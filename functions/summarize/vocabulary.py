"""Word lists that stand as data beside the code that reads them: one entry a line, fields parted by tabs."""

from functools import cache
from importlib.resources import files


@cache
def entries(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of a list in the folder of `package`; empty lines and those that begin with `#` are none."""
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
