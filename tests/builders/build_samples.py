"""Rebuild the shipped samples from their specifications: `python -m tests.builders.build_samples`."""

from pathlib import Path

from functions.summarize import samples
from tests.builders.resume_docx import build
from tests.builders.specification import specifications

FOLDER = Path(samples.__file__).parent


def main() -> None:
    """Write one DOCX per sample and remove those that are samples no longer."""
    built = {f"{spec.name}.docx": build(spec) for spec in specifications() if spec.sample}
    for stale in (each for each in FOLDER.glob("*.docx") if each.name not in built):
        stale.unlink()
    for name, data in built.items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
