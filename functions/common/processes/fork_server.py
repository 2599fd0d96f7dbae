"""A process that forks workers: imported once, before any thread and any model, so that the next worker is cheap.

Forking is safe here and nowhere else: the server has one thread, and opens nothing that its children would share.
The parent (the process that serves HTTP) talks to it over a socket pair: one request, one answer.
"""

import gc
import logging
import os
import signal
import socket
import struct
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from threading import Lock

from functions.common.errors import WorkerLost
from functions.common.processes.memory import CACHES, give_back
from functions.common.processes.worker import serve_tasks

FORK, REAP = b"f", b"r"
_REQUEST = struct.Struct("<ci")
"""What is wanted, and of which process."""
_ANSWER = struct.Struct("<i")
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
"""numpy's BLAS would start threads when it is imported, and a process with threads must not fork. A worker does one
thing at a time: a second heap in it would cost 10 MB, and save no time."""

logger = logging.getLogger(__name__)


class ForkServer:
    """The parent's end. Safe in several threads. Started by the first `fork`, or earlier by `start`; closed once."""

    def __init__(self, preload: str) -> None:
        """`preload` ("module:function") is called in the server before it forks anything."""
        self._preload = preload
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._closed = False

    def start(self) -> None:
        """Begin importing, without waiting for it."""
        with self._lock:
            self._started()

    def fork(self, theirs: socket.socket) -> int:
        """The process id of a new worker that serves the other end of `theirs`."""
        return self._ask(FORK, 0, (theirs.fileno(),))

    def reap(self, pid: int) -> int:
        """How a worker that is ending ended: its exit code, or the negative number of the signal that killed it."""
        return self._ask(REAP, pid)

    def close(self) -> None:
        """End the server and with it every worker."""
        with self._lock:
            self._closed = True
            self._forget()

    def _ask(self, what: bytes, pid: int, descriptors: tuple[int, ...] = ()) -> int:
        with self._lock:
            if self._closed:
                raise WorkerLost("The service is stopping.")
            try:
                return _exchange(self._started(), what, pid, descriptors)
            except ConnectionError:
                logger.warning("the fork server is gone")
                self._forget()
                if what == REAP:
                    return -signal.SIGKILL
                return _exchange(self._started(), what, pid, descriptors)

    def _forget(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            self._process.wait()
        self._control = self._process = None

    def _started(self) -> socket.socket:
        if self._control is None:
            ours, theirs = socket.socketpair()
            with theirs:
                self._process = subprocess.Popen(  # noqa: S603 - this interpreter, this module
                    [sys.executable, "-m", __name__, self._preload, str(theirs.fileno())],
                    pass_fds=(theirs.fileno(),),
                    stdin=subprocess.DEVNULL,
                    env=os.environ | _ONE_THREAD | {"PYTHONPATH": _search_path()},
                )
            self._control = ours
        return self._control


def _search_path() -> str:
    """Where the server finds what this process has found."""
    return os.pathsep.join(filter(None, (str(Path(__file__).parents[3]), os.environ.get("PYTHONPATH"))))


def _exchange(control: socket.socket, what: bytes, pid: int, descriptors: tuple[int, ...]) -> int:
    request = _REQUEST.pack(what, pid)
    if descriptors:
        socket.send_fds(control, [request], descriptors)
    else:
        control.sendall(request)
    answer = control.recv(_ANSWER.size, socket.MSG_WAITALL)
    if len(answer) < _ANSWER.size:
        raise ConnectionResetError
    number: int = _ANSWER.unpack(answer)[0]
    return number


def main(preload: str, descriptor: int) -> None:
    """The server: prepare, then answer requests until the parent is gone; then take the workers along."""
    for number in (signal.SIGINT, signal.SIGTERM):  # the parent decides when its requests are done
        signal.signal(number, signal.SIG_IGN)
    gc.disable()
    module, function = preload.split(":")
    getattr(import_module(module), function)()
    CACHES.clear()
    give_back()
    # Children never touch, and so never copy, what is here. Garbage stays: it is a thousand small objects, and to look
    # for them would take a tenth of a second of every start.
    gc.freeze()
    gc.enable()
    children: set[int] = set()
    with socket.socket(fileno=descriptor) as control:
        while _answer(control, children):
            pass
    for pid in children:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _answer(control: socket.socket, children: set[int]) -> bool:
    """Answer one request; False when nobody asks any more."""
    request, descriptors, _, _ = socket.recv_fds(control, _REQUEST.size, 1)
    if len(request) < _REQUEST.size:
        return False
    what, pid = _REQUEST.unpack(request)
    if what == REAP:
        children.discard(pid)
        control.sendall(_ANSWER.pack(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])))
        return True
    pid = os.fork()
    if pid == 0:
        control.close()
        serve_tasks(descriptors[0])
    os.close(descriptors[0])
    children.add(pid)
    control.sendall(_ANSWER.pack(pid))
    return True


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
