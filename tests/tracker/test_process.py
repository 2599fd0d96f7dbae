import subprocess
import sys
from pathlib import Path


def test_the_tracker_itself_imports_no_clearml(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from functions.tracker.app import create_app;"
        "from functions.tracker.settings import TrackerSettings;"
        f"create_app(TrackerSettings(spool=Path({str(tmp_path)!r}), clearml='on'));"
        "print(*sys.modules)"
    )
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    loaded = {name.partition(".")[0] for name in printed.stdout.split()}
    assert loaded & {"clearml", "jsonschema", "cloudevents", "numpy", "lxml"} == set()
