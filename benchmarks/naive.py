"""A service as one would write it in an afternoon: FastAPI in front of `transformers.generate`.

It reads, parses, plans and words its prompts with the same code as the product, so that what is compared is the
serving: one sentence after the other, each request in a thread of its own, nothing verified.

    WEIGHTS=FOLDER MODEL=t5 PORT=8080 python -m benchmarks.naive
"""

import os
from datetime import date
from pathlib import Path

import uvicorn
from fastapi import FastAPI, UploadFile

from functions.summarize.docx import Limits, read
from functions.summarize.models.factory import load_model
from functions.summarize.parsers.factory import load_parser
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.sentences import Options


def create_app(weights: Path, name: str) -> FastAPI:
    """The service over the Hugging Face checkpoint in `weights/name`, torch using every core for each call."""
    model = load_model(name, weights=weights, engine="transformers", threads=os.cpu_count() or 1)
    app = FastAPI()

    @app.get("/readyz")
    def ready() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/generate-summary/")
    def summary(file: UploadFile) -> dict[str, str]:
        resume = load_parser("ats").parse(read(file.file.read(), Limits()), date(2026, 1, 1))
        plan = plan_paragraph(resume, Options(date(2026, 1, 1)), date(2026, 1, 1))
        draft = next(iter(model.compose([plan], candidates=1)[0]), (None,) * len(plan.sentences))
        told = zip(plan.sentences, draft, strict=True)
        return {"summary": " ".join(written.text if written else planned.text for planned, written in told)}

    return app


if __name__ == "__main__":
    app = create_app(Path(os.environ["WEIGHTS"]), os.environ["MODEL"])
    uvicorn.run(app, port=int(os.environ["PORT"]), log_level="warning")
