"""How many CPUs this process may use."""

import math
import os
from pathlib import Path

CPU_MAX = Path("/sys/fs/cgroup/cpu.max")
"""Where cgroup v2 states the limit: `<quota> <period>` in microseconds; the quota "max" is no limit."""


def usable_cpus(cpu_max: Path = CPU_MAX) -> int:
    """The CPUs of the machine or, where fewer, of the container's limit, rounded up; at least 1."""
    cpus = os.cpu_count() or 1
    try:
        quota, period = cpu_max.read_text(encoding="ascii").split()
    except FileNotFoundError:
        return cpus
    return cpus if quota == "max" else min(cpus, math.ceil(int(quota) / int(period)))
