"""DOCX files as LibreOffice writes them, from HTML and from flat OpenDocument text."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

SOFFICE = shutil.which("soffice")
_KINDS = {".html": "HTML (StarWriter)", ".fodt": "OpenDocument Text Flat XML"}
_SPACES = (
    "office", "text", "style", "table", "draw", "xsl-fo-compatible:fo", "svg-compatible:svg",
)  # fmt: skip


def written_by_libreoffice(sources: Mapping[str, str], folder: Path) -> dict[str, bytes]:
    """The DOCX of each source by its stem; the suffix of a source's name says what it is."""
    assert SOFFICE is not None
    for name, text in sources.items():
        (folder / name).write_text(text, "utf-8")
    for suffix, kind in _KINDS.items():
        paths = [str(folder / name) for name in sources if name.endswith(suffix)]
        options = [
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            f"--infilter={kind}",
        ]
        target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)]
        subprocess.run([SOFFICE, *options, *target, *paths], check=True, capture_output=True, timeout=300)
    return {Path(name).stem: (folder / name).with_suffix(".docx").read_bytes() for name in sources}


def html(body: str) -> str:
    """A page of HTML."""
    return f"<html><meta charset='utf-8'><body>{body}</body></html>"


def flat(body: str, styles: str = "") -> str:
    """A flat OpenDocument text."""
    urn = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = "".join(
        f' xmlns:{each.rpartition(":")[2]}="{urn}{each.partition(":")[0]}:1.0"' for each in _SPACES
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document{spaces} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )
