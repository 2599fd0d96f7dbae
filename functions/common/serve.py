"""Serving an app as one process: `python -m functions.<name>`.

This module imports next to nothing, so that a termination signal is obeyed while the rest is being imported.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from functions.common.errors import InvalidSetting

if TYPE_CHECKING:
    import uvicorn

    from functions.common.app import BaseApp

KEEP_ALIVE = 120
"""Seconds. Longer than the 90 s for which Knative's queue-proxy keeps idle connections (serving#12414)."""
GRACE = 20
"""Seconds that open requests have to finish after a termination signal."""
CANNOT_START = 2
"""The exit code when a setting is wrong or the address is taken."""


def serve(factory: str, beforehand: str | None = None) -> NoReturn:
    """Serve the app that `factory` ("module:function") makes, until a signal stops it; then exit with 0.

    `beforehand`, named likewise, is called first: it starts what can go on beside the imports.
    """
    _on_stop(_leave_at_once)  # as PID 1 the process would ignore the signals
    if beforehand is not None:
        _named(beforehand)()
    try:
        app = _import_app(factory)
    except InvalidSetting as error:
        sys.stderr.write(f"cannot start: {error}\n")
        sys.exit(CANNOT_START)
    _run(app)
    sys.exit(CANNOT_START)


def _import_app(factory: str) -> "BaseApp":
    """The app. Nothing made while importing is garbage, so looking for garbage waits until it is over."""
    gc.disable()
    # FastAPI asks of each model whether it is one of Pydantic 1, and takes the lack of it for a no. Ours are none, and
    # to import it takes a tenth of a start.
    sys.modules["pydantic.v1"] = None  # type: ignore[assignment] # which makes its import fail
    app: BaseApp = _named(factory)()
    gc.enable()
    gc.freeze()
    return app


def _named(name: str) -> Callable[[], Any]:
    module, function = name.split(":")
    found: Callable[[], Any] = getattr(import_module(module), function)
    return found


def _run(app: "BaseApp") -> None:
    import uvicorn

    from functions.common.connections import BoundedProtocol
    from functions.common.logs import configure_logs

    configure_logs(app.settings)
    config = uvicorn.Config(
        app,
        host=app.settings.bind,
        port=app.settings.port,
        http=BoundedProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
    )
    server = uvicorn.Server(config)
    _on_stop(partial(_leave, server))
    server.run()  # raises the signal that stopped it again, for `_leave`


def _on_stop(handler: Callable[[int, FrameType | None], NoReturn]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, handler)


def _leave_at_once(_number: int, _frame: FrameType | None) -> NoReturn:
    """Nothing is open yet. An exception would be lost where compiled code of an import calls Python and ignores it."""
    os._exit(0)


def _leave(server: "uvicorn.Server", number: int, frame: FrameType | None) -> NoReturn:
    if not server.should_exit:  # it does not listen to signals yet, and what it is to run would be left lying
        _leave_at_once(number, frame)
    sys.exit(0)
