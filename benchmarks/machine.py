"""What the machine can do: its name, and how fast it moves memory."""

import os
import platform
import time
from pathlib import Path

import numpy as np

BLOCK = 256 * 1024 * 1024
"""Bytes: far more than any cache holds."""


def describe() -> str:
    """Processor, cores and Python in one line."""
    models = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        if line.startswith("model name")
    ]
    processor = models[0] if models else platform.machine()
    return f"{os.cpu_count()} cores of {processor}, {platform.python_implementation()} {platform.python_version()}"


def read_bandwidth(times: int = 5) -> float:
    """Gigabytes a second that one core reads from memory: the best of `times` sums over a large array."""
    block = np.ones(BLOCK // 8)
    best = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        block.sum()
        best = min(best, time.perf_counter() - began)
    return BLOCK / best / 1e9
