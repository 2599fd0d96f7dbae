"""Adds the packages of a Debian status file to a CycloneDX document: `debian.py STATUS < IN > OUT`."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote


def components(status: str) -> Iterator[dict[str, Any]]:
    """A component for each installed package of `/var/lib/dpkg/status`."""
    for paragraph in status.strip().split("\n\n"):
        fields = dict(re.findall(r"^([\w-]+): (.*)$", paragraph, re.MULTILINE))
        if fields.get("Status") != "install ok installed":
            continue
        name, version = fields["Package"], fields["Version"]
        purl = f"pkg:deb/debian/{quote(name)}@{quote(version)}?arch={fields['Architecture']}"
        yield {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}


def main() -> None:
    """Read one document and write the larger one."""
    document = json.load(sys.stdin)
    document["components"] += components(Path(sys.argv[1]).read_text(encoding="utf-8"))
    json.dump(document, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
