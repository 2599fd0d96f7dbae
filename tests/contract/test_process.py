"""What a process finds in a pod, and what it may count on: next to nothing."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from functions.summarize import samples
from tests.contract.conftest import MakePod
from tests.contract.pod import CONFINED, IDENTITY, ROOT, Pod, upload

pytestmark = pytest.mark.contract

MEMORY_LIMIT = 220
"""MiB that summarize may take with its default model loaded."""
LISTEN = "0A"


def listeners(port: int) -> set[str]:
    """The addresses, in hexadecimal, that are listened on at this port."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
    return {
        row[1].split(":")[0] for row in rows if row[3] == LISTEN and int(row[1].split(":")[1], 16) == port
    }


def test_the_port_given_is_open_to_the_pod(shared: Pod) -> None:
    assert listeners(shared.port) == {"00000000"}


def test_without_a_pod_around_it_the_port_is_open_to_this_machine_only(make_pod: MakePod) -> None:
    with make_pod("catalog", {}) as running:
        running.wait_until_ready()

        assert listeners(running.port) == {"0100007F"}


@pytest.mark.skipif(not CONFINED, reason="confining a process takes root and util-linux")
def test_it_runs_as_nobody_with_no_capability(shared: Pod) -> None:
    status = Path(f"/proc/{shared.process.pid}/status").read_text(encoding="ascii")
    facts = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)

    assert facts["Uid"].split() == ["65532"] * 4
    assert int(facts["CapEff"], 16) == 0
    assert facts["NoNewPrivs"] == "1"
    assert "HOME" not in Path(f"/proc/{shared.process.pid}/environ").read_text(encoding="utf-8")


def test_it_writes_summaries_where_nothing_else_can_be_written(shared: Pod) -> None:
    asked = upload()
    with shared.client() as client:
        answer = client.post("/generate-summary/", content=asked.body, headers=asked.headers())

    assert answer.status_code == 200
    assert answer.json()["summary"]


@pytest.mark.parametrize("function", ["summarize", "catalog"])
def test_nothing_comes_from_the_standard_input_and_nothing_goes_to_the_standard_error(
    make_pod: MakePod, function: str
) -> None:
    with make_pod(function) as running:
        running.wait_until_ready()

        assert running.complaints() == ""


def test_every_line_of_the_log_says_whose_it_is_and_probes_leave_none(make_pod: MakePod) -> None:
    with make_pod("catalog") as running:
        running.wait_until_ready()
        with running.client() as client:
            client.get("/models")
        running.terminate()
        running.exit_code()
        lines = running.lines()

    names = ("service", "configuration", "revision")
    assert {tuple(line[name] for name in names) for line in lines} == {
        (IDENTITY["K_SERVICE"], IDENTITY["K_CONFIGURATION"], IDENTITY["K_REVISION"])
    }
    assert [line["route"] for line in lines if line["message"] == "request"] == ["/models"]


def test_memory_stays_within_its_bar_after_every_sample(shared: Pod) -> None:
    with shared.client() as client:
        for name in samples.names():
            asked = upload(name)
            assert client.post("/generate-summary/", content=asked.body, headers=asked.headers()).is_success

    assert shared.memory() < MEMORY_LIMIT


NETWORKLESS = """
import json, sys
from pathlib import Path
from tests.contract.pod import pod, upload

with pod(Path(sys.argv[1])) as running:
    running.wait_until_ready()
    asked = upload()
    with running.client() as client:
        answer = client.post("/generate-summary/", content=asked.body, headers=asked.headers())
print(json.dumps([answer.status_code, bool(answer.json()["summary"])]))
"""


@pytest.mark.skipif(
    not CONFINED or not shutil.which("ip"), reason="a network namespace takes root and iproute2"
)
def test_it_needs_no_network(tmp_path: Path) -> None:
    """In a network namespace of its own there is nothing but the loopback interface."""
    in_a_namespace = ("unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
    done = subprocess.run(
        [*in_a_namespace, sys.executable, "-c", NETWORKLESS, str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )

    assert json.loads(done.stdout) == [200, True]
