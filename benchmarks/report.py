"""What `make bench` measured, as tables for people, figures for comparison, and a plot."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.cores import OnCores
from benchmarks.endurance import Endurance
from benchmarks.load import Load
from benchmarks.stages import Stages
from benchmarks.startup import Start

DOCS = Path(__file__).parents[1] / "docs"
BEGIN, END = "<!-- make bench: begin -->", "<!-- make bench: end -->"
DOLLARS_A_CORE_HOUR = 0.04
"""An assumption: about what clouds asked for a virtual core of general purpose, on demand, in 2026."""


@dataclass(frozen=True, slots=True)
class Report:
    """One run. `bandwidth` is in gigabytes a second; `load` has an entry for each number of clients."""

    machine: str
    bandwidth: float
    model: str
    runs: int
    starts: Mapping[str, Start]
    load: Mapping[str, Sequence[Load]]
    stages: Mapping[str, Stages]
    endurance: Endurance
    cores: Sequence[OnCores] = ()

    def tables(self) -> str:
        """All tables in Markdown, the ratios last."""
        parts = (
            self._head(),
            self._starts(),
            self._load(),
            self._cores(),
            self._stages(),
            self._endurance(),
            self._ratios(),
        )
        return "\n\n".join(parts)

    def ratios(self) -> dict[str, float]:
        """How many times better than plain transformers; empty where none was measured."""
        starts, load = list(self.starts.values()), list(self.load.values())
        if len(starts) < 3 or len(load) < 2:
            return {}
        ours, theirs = starts[1], starts[2]
        assert ours.summary is not None
        assert theirs.summary is not None
        at_eight = [next(row for row in rows if row.callers == 8) for rows in load]
        return {
            "start to ready": theirs.ready / ours.ready,
            "summary": theirs.summary / ours.summary,
            "resident memory": theirs.memory / ours.memory,
            "throughput at 8 clients": at_eight[0].throughput / at_eight[1].throughput,
        }

    def _head(self) -> str:
        return (
            f"{self.machine}; one core reads {self.bandwidth:.1f} GB/s from memory. Model {self.model}; medians of"
            f" {self.runs} runs."
        )

    def _starts(self) -> str:
        rows = [
            (
                name,
                f"{start.ready:.2f}",
                f"{start.memory:.0f}",
                f"{start.summary:.1f}" if start.summary else "-",
            )
            for name, start in self.starts.items()
        ]
        return _table(("service", "start to ready, s", "memory, MB", "summary p50, ms"), rows)

    def _load(self) -> str:
        rows = [
            (
                name,
                str(row.callers),
                f"{row.throughput:.1f}",
                *(f"{ms:.0f}" for ms in (row.median, row.p95, row.p99)),
            )
            for name, loads in self.load.items()
            for row in loads
        ]
        return _table(("service", "clients", "summaries/s", "p50, ms", "p95, ms", "p99, ms"), rows)

    def _cores(self) -> str:
        """One core and two, side by side."""
        if not self.cores:
            return ""
        clients = [load.callers for load in self.cores[0].load]
        head = (
            "cores and workers",
            *(f"summaries/s, {n} clients" for n in clients),
            "CPU ms",
            "batch files/s",
        )
        rows = [
            (
                str(row.cores),
                *(f"{load.throughput:.1f}" for load in row.load),
                f"{1000 * row.cpu_seconds:.0f}",
                f"{row.files:.1f}",
            )
            for row in self.cores
        ]
        return _table(head, rows)

    def _stages(self) -> str:
        names = list(next(iter(self.stages.values())).milliseconds)
        rows = [
            (
                model,
                *(f"{stages.milliseconds[name]:.1f}" for name in names),
                f"{stages.tokens_a_second:.0f}",
                f"{stages.weights_read:.2f}",
            )
            for model, stages in self.stages.items()
        ]
        return _table(("model", *(f"{name}, ms" for name in names), "tokens/s", "weights read, GB/s"), rows)

    def _endurance(self) -> str:
        memory = ", ".join(f"{mb:.0f} MB after {count}" for count, mb in self.endurance.memory.items())
        seconds = self.endurance.cpu_seconds
        price = 1000 * seconds / 3600 * DOLLARS_A_CORE_HOUR
        before, after = self.endurance.open_files
        return (
            f"Resident memory over many summaries: {memory}; open files {before} before, {after} after. A summary"
            f" takes {1000 * seconds:.0f} ms of one core: 1,000 summaries cost ${price:.4f} at"
            f" ${DOLLARS_A_CORE_HOUR} a core hour."
        )

    def _ratios(self) -> str:
        rows = [(name, f"{ratio:.1f}") for name, ratio in self.ratios().items()]
        return _table(("times better than transformers", "ratio"), rows) if rows else ""


def write(report: Report) -> None:
    """Put the tables between their marks in docs/benchmarks.md, the figures beside them, and draw the plot."""
    page = DOCS / "benchmarks.md"
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(f"{before}{BEGIN}\n\n{report.tables()}\n\n{END}{after}", encoding="utf-8")
    figures = {**asdict(report), "ratios": report.ratios()}
    record = DOCS / "benchmarks.json"
    changes = list(_changes(record, report.ratios()))
    record.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    _plot(report, DOCS / "benchmarks.svg")
    print("\n".join(changes))


def _changes(record: Path, ratios: Mapping[str, float]) -> Iterable[str]:
    """What became of each ratio since the last record."""
    if not record.is_file():
        return
    known = json.loads(record.read_text(encoding="utf-8")).get("ratios", {})
    for name, ratio in ratios.items():
        if name in known:
            worse = " WORSE" if ratio < 0.85 * known[name] else ""
            yield f"{name}: {known[name]:.1f} before, {ratio:.1f} now{worse}"


def _plot(report: Report, path: Path) -> None:
    """Throughput and latency by the number of clients, one line for each service."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 3.4), layout="constrained")
    left, right = figure.subplots(1, 2)
    for name, loads in report.load.items():
        clients = [row.callers for row in loads]
        left.plot(clients, [row.throughput for row in loads], marker="o", label=name)
        right.plot(clients, [row.p95 for row in loads], marker="o", label=name)
    for axes, title in ((left, "summaries a second"), (right, "p95 latency, ms")):
        axes.set(title=title, xlabel="clients", xscale="log", ylim=(0, None))
        axes.set_xticks([row.callers for row in next(iter(report.load.values()))])
        axes.get_xaxis().set_major_formatter("{x:.0f}")
        axes.grid(visible=True, alpha=0.3)
        axes.legend()
    figure.savefig(path)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
