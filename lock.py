"""The lock: every package at one version, and the SHA-256 of every file that its index has for that version.

    python lock.py write                 what is installed -> requirements.lock and requirements.sha256
    python lock.py check REPORT          refuse what `pip install --report REPORT` took from elsewhere

pip checks hashes itself only where everything it installs has one, which an editable project cannot; so the files
are compared after pip has unpacked them and before any of their code runs.
"""

import json
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import distributions
from pathlib import Path

HERE = Path(__file__).parent
LOCK, HASHES = HERE / "requirements.lock", HERE / "requirements.sha256"
INDEX = "https://pypi.org/simple/"
SIMPLE = "application/vnd.pypi.simple.v1+json"
OURS = frozenset({"resume-summary", "pip"})


def write() -> None:
    """Lock what is installed beside the interpreter that runs this."""
    installed = {_normal(d.metadata["Name"]): d.version.partition("+")[0] for d in distributions()}
    locked = {name: version for name, version in sorted(installed.items()) if name not in OURS}
    LOCK.write_text("".join(f"{name}=={version}\n" for name, version in locked.items()), encoding="utf-8")
    with ThreadPoolExecutor(8) as pool:
        files = pool.map(_files, locked, locked.values())
    lines = (f"{digest}  {name}\n" for found in files for name, digest in sorted(found.items()))
    HASHES.write_text("".join(lines), encoding="utf-8")


def check(report: Path) -> list[str]:
    """What is wrong with the files that pip installed, one sentence for each.

    A file from a folder of this machine (`--find-links`) is its owner's business and passes.
    """
    known = {line.split()[0] for line in HASHES.read_text(encoding="utf-8").splitlines()}
    complaints = []
    for item in json.loads(report.read_text(encoding="utf-8"))["install"]:
        source, about = item["download_info"], item["metadata"]
        digest = source.get("archive_info", {}).get("hashes", {}).get("sha256", "")
        if digest not in known and not source["url"].startswith("file:"):
            complaints.append(f"{about['name']} {about['version']}: {source['url']} is not in {HASHES.name}")
    return complaints


def _files(name: str, version: str) -> dict[str, str]:
    """File name -> SHA-256 of one version, wheels and sources for every platform."""
    request = urllib.request.Request(f"{INDEX}{name}/", headers={"Accept": SIMPLE})  # noqa: S310 - INDEX is https
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        page = json.load(answer)
    stems = (f"-{version}-", f"-{version}.tar.gz", f"-{version}.zip")
    return {
        file["filename"]: file["hashes"]["sha256"]
        for file in page["files"]
        if any(stem in file["filename"] for stem in stems) and not file["filename"].endswith(".exe")
    }


def _normal(name: str) -> str:
    """A name as PEP 503 has it."""
    return name.lower().replace("_", "-").replace(".", "-")


def main(arguments: list[str]) -> int:
    """Command line; 1 where something is wrong."""
    match arguments:
        case ["write"]:
            write()
        case ["check", report]:
            complaints = check(Path(report))
            sys.stderr.writelines(f"{complaint}\n" for complaint in complaints)
            return int(bool(complaints))
        case _:
            sys.stderr.write(f"{__doc__}")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
