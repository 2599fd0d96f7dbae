"""`python -m knative.validate [OVERLAY ...] [--deployable]`: check overlays and print what was checked."""

import argparse
import sys
from collections.abc import Sequence

from knative.validate.manifests import CannotRender, render
from knative.validate.report import OVERLAYS, Report, check_overlay, overlays
from knative.validate.rules import all_rules
from knative.validate.schemas import Schemas, crd_folder, load_schemas


def main(argv: Sequence[str] | None = None, schemas: Schemas | None = None) -> int:
    """Print a line for each overlay; the exit code is 0 if nothing is wrong with any, 2 if one cannot be built."""
    parser = argparse.ArgumentParser(prog="python -m knative.validate", description=__doc__)
    parser.add_argument(
        "overlays", nargs="*", metavar="OVERLAY", help=f"of {', '.join(overlays())}; all by default"
    )
    parser.add_argument(
        "--deployable",
        action="store_true",
        help="also refuse what is left to be filled in before a deployment",
    )
    asked = parser.parse_args(argv)
    if unknown := set(asked.overlays) - set(overlays()):
        parser.error(f"there is no overlay {', '.join(sorted(unknown))}; there are {', '.join(overlays())}")
    schemas = schemas or load_schemas(crd_folder())
    _say(f"{schemas.source}; {len(all_rules())} rules")
    try:
        reports = [
            check_overlay(name, render(OVERLAYS / name), schemas, deployable=asked.deployable)
            for name in asked.overlays or overlays()
        ]
    except CannotRender as error:
        _say(f"cannot build: {error}")
        return 2
    for report in reports:
        _show(report)
    return int(any(report.findings or report.unknown for report in reports))


def _show(report: Report) -> None:
    known = report.objects - len(report.unknown)
    wrong = len(report.findings) + len(report.unknown)
    verdict = f"{wrong} wrong" if wrong else "ok"
    _say(
        f"{report.overlay:<17} {report.objects} objects, {known} against their schema, {report.checks} rule checks:"
        f" {verdict}"
    )
    if report.unknown:
        _say(f"{'':<17} wrong: no schema at hand for {', '.join(report.unknown)}")
    for finding in report.findings:
        _say(f"{'':<17} {finding}")
    _say(f"{'':<17} asks for {report.start} to start, {report.most} at most")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    raise SystemExit(main())
