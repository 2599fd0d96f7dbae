"""What a batch is asked to do."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from functions.common.errors import InvalidOption
from functions.common.objects import normal_url
from functions.summarize.options import read_options


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """Where the documents are, where results go, and the options as text.

    The same request is the same batch: asked for again, it goes on where it is. `name` tells apart batches that
    are alike in everything else, such as last month's and this month's of one folder.
    """

    input: str
    output: str
    options: Mapping[str, str] = field(default_factory=dict)
    name: str = ""

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """The request in the data of a `batch.requested` event; raises `InvalidOption`."""
        request = cls(
            normal_url(data["input"], "input"),
            normal_url(data["output"], "output"),
            dict(data.get("options", {})),
            data.get("name", ""),
        )
        if f"{request.output}/".startswith(f"{request.input}/"):
            raise InvalidOption("output is inside input; choose a place for results outside it.")
        read_options(request.options, date.max)
        return request

    @property
    def batch(self) -> str:
        """The batch's id, determined by what is asked."""
        asked = [self.input, self.output, sorted(self.options.items()), self.name]
        return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:24]

    @property
    def data(self) -> dict[str, Any]:
        """The data of the event that asks for it."""
        named = {"name": self.name} if self.name else {}
        return {"input": self.input, "output": self.output, "options": dict(self.options), **named}
