"""Text in the cells of a CSV file."""

_FORMULA = ("=", "+", "-", "@")


def harmless(value: str) -> str:
    """The value on one line, and quoted so that no spreadsheet takes it for a formula (CWE-1236)."""
    dangerous = value.lstrip().startswith(_FORMULA) or value.startswith(("\t", "\r"))
    return " ".join((f"'{value}" if dangerous else value).splitlines())
