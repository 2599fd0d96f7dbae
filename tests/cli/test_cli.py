import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from functions.summarize import cli
from functions.summarize.commandline.rendering import cards
from functions.summarize.sentences import Options
from tests.cli.fakes import FakeBackend, facts_body, summary_body

Run = Callable[..., int]


@pytest.fixture
def backend() -> FakeBackend:
    return FakeBackend()


@pytest.fixture
def run(backend: FakeBackend) -> Run:
    return lambda *words: cli.main([str(word) for word in words], connect=lambda url: backend)


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "ada.docx"
    path.write_bytes(b"docx")
    return path


def test_summarize_prints_the_paragraph_and_notes_warnings_apart(
    run: Run, resume: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("summarize", resume) == 0
    assert capsys.readouterr() == (
        "Charge nurse with 8+ years of experience.\n",
        f"{resume}: note: Hidden text was ignored.\n",
    )


def test_every_option_reaches_the_backend(run: Run, resume: Path, backend: FakeBackend) -> None:
    reading = ("--parser", "industry", "--as-of", "2026-01-31")
    writing = ("--model", "bart", "--length", "short", "--voice", "third", "--output", "brief")
    further = ("--target", "A nurse is wanted", "--alternatives", "3", "--blind")
    assert run("summarize", resume, *reading, *writing, *further) == 0
    chosen = Options(
        date(2026, 1, 31), "bart", "industry", "short", "third", "brief", "A nurse is wanted", 3, blind=True
    )
    assert backend.calls == [("summarise", "ada.docx", b"docx", chosen)]


def test_json_is_the_response_body_one_line_a_file(
    run: Run, resume: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("summarize", resume, resume, "--json") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == [summary_body(), summary_body()]


def test_a_bad_file_is_named_and_does_not_stop_the_rest(
    run: Run, resume: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, gone = tmp_path / "bad.docx", tmp_path / "gone.docx"
    bad.write_bytes(b"not a docx")
    assert run("summarize", bad, gone, resume) == 1
    out, err = capsys.readouterr()
    assert out == f"{resume}\nCharge nurse with 8+ years of experience.\n"
    assert err.splitlines()[:2] == [
        f"resume-summary: {bad}: This is plain text; save it as .docx. [not-a-docx]",
        f"resume-summary: {gone}: No such file or directory",
    ]


def test_control_characters_of_a_resume_do_not_reach_the_terminal(
    run: Run, resume: Path, backend: FakeBackend, capsys: pytest.CaptureFixture[str]
) -> None:
    backend.summary = summary_body(summary="Nurse\x9b2J\x1b[2J.")
    assert run("summarize", resume) == 0
    assert run("summarize", resume, "--json") == 0
    out = capsys.readouterr().out
    text, line = out.splitlines()
    assert text == "Nurse\N{REPLACEMENT CHARACTER}2J\N{REPLACEMENT CHARACTER}[2J."
    assert "\x9b" not in line
    assert json.loads(line)["summary"] == "Nurse\x9b2J\x1b[2J."


def test_parse_prints_the_facts_for_people(
    run: Run, resume: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("parse", resume, "--parser", "industry", "--as-of", "2026-04-01") == 0
    assert capsys.readouterr().out == (
        "Ada Obi, Charge Nurse\n"
        "ada@example.org\n"
        "8+ years of experience (97 months as of 2026-04-01)\n"
        "\n"
        "Work\n"
        "  Charge Nurse, Elm Hospital (from 2018-03)\n"
        "      Led 12\n"
        "\n"
        "Skills\n"
        "  Triage\n"
        "  Tools: Epic, Excel\n"
    )


def test_verify_fails_when_a_sentence_is_not_supported(
    run: Run, resume: Path, tmp_path: Path, backend: FakeBackend, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "summary.txt"
    text.write_text("A nurse. An invented prize.", encoding="utf-8")
    assert run("verify", resume, "--text", text) == 1
    assert capsys.readouterr().out == "ok  A nurse.\nNO  An invented prize.\n      unsupported: invented\n"
    assert backend.calls[-1] == ("verify", facts_body()["resume"], "A nurse. An invented prize.", None)


@pytest.mark.parametrize("document", [facts_body(), facts_body()["resume"]])
def test_verify_takes_a_json_resume_or_what_parse_printed(
    run: Run, tmp_path: Path, backend: FakeBackend, document: object
) -> None:
    resume, text = tmp_path / "resume.json", tmp_path / "summary.txt"
    resume.write_text(json.dumps(document), encoding="utf-8")
    text.write_text("A nurse.", encoding="utf-8")
    assert run("verify", "--resume", resume, "--text", text, "--voice", "third") == 0
    assert backend.calls == [("verify", facts_body()["resume"], "A nurse.", "third")]


@pytest.mark.parametrize(
    ("content", "reason"), [(b"{", "is not JSON"), (b"[]", "an object is expected"), (b"\xff", "is not JSON")]
)
def test_verify_explains_a_resume_that_is_no_json_resume(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, reason: str
) -> None:
    resume, text = tmp_path / "resume.json", tmp_path / "summary.txt"
    resume.write_bytes(content)
    text.write_text("A nurse.", encoding="utf-8")
    assert run("verify", "--resume", resume, "--text", text) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"resume-summary: verify: {resume}")
    assert reason in err


def test_verify_explains_a_text_that_is_not_utf_8(
    run: Run, resume: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "summary.txt"
    text.write_bytes(b"caf\xe9")
    assert run("verify", resume, "--text", text) == 1
    assert (
        capsys.readouterr().err == f"resume-summary: verify: {text} is not UTF-8 text. [malformed-request]\n"
    )


def test_models_and_parsers_are_listed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("models") == 0
    assert run("parsers", "--json") == 0
    out = capsys.readouterr().out
    assert out == (
        "t5    Compact T5: Writes.\nbart  BART\n"
        '{"parsers": [{"id": "ats", "name": "ATS", "description": "Reads."}]}\n'
    )


@pytest.mark.parametrize(
    "words", [["summarize"], ["summarize", "x.docx", "--model", "gpt5"], ["batch", "d"], []]
)
def test_a_wrong_command_line_is_refused_with_its_usage(
    run: Run, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(*words)
    assert capsys.readouterr().err.startswith("usage: resume-summary")


def test_no_models_are_said_to_be_none() -> None:
    assert cards([]) == "None is installed."


def test_a_date_that_is_none_is_refused(run: Run, resume: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run("summarize", resume, "--as-of", "31.1.2026")
    assert "'31.1.2026' is not a date like 2026-01-31" in capsys.readouterr().err


def test_help_waits_for_no_heavy_library() -> None:
    program = (
        "import sys; from functions.summarize.cli import grammar; grammar().format_help(); "
        "heavy = {'ctranslate2', 'tokenizers', 'numpy', 'torch', 'httpx', 'pydantic', 'tqdm'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_a_target_may_be_a_file(run: Run, resume: Path, tmp_path: Path, backend: FakeBackend) -> None:
    job = tmp_path / "job.txt"
    job.write_text("A nurse is wanted.\n", encoding="utf-8")
    assert run("parse", resume, "--target", job, "--blind", "--as-of", "2026-01-31") == 0
    asked = Options(date(2026, 1, 31), target="A nurse is wanted.", blind=True)
    assert backend.calls == [("parse", "ada.docx", b"docx", asked)]


def test_a_target_of_many_words_is_no_file_name(run: Run, resume: Path, backend: FakeBackend) -> None:
    text = "A nurse is wanted. " * 100
    assert run("summarize", resume, "--target", text) == 0
    assert backend.calls[0][3].target == text.strip()


def test_a_target_that_looks_like_a_file_must_be_one(
    run: Run, resume: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "job.png"
    picture.write_bytes(b"\x89PNG")
    for given, complaint in ((tmp_path / "gone.txt", "there is no file"), (picture, "is not UTF-8 text")):
        with pytest.raises(SystemExit, match="2"):
            run("summarize", resume, "--target", given)
        assert complaint in capsys.readouterr().err


def test_a_target_that_is_too_long_is_refused(
    run: Run, resume: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("summarize", resume, "--target", "a " * 10_001) == 1
    assert "target has 20002 characters; allowed: up to 20000. [invalid-option]" in capsys.readouterr().err


def test_alternatives_are_numbered_and_what_was_compared_is_noted(
    run: Run, resume: Path, backend: FakeBackend, capsys: pytest.CaptureFixture[str]
) -> None:
    terms = [{"term": "Epic", "stated": True}, {"term": "Kafka", "stated": False}]
    backend.summary = summary_body() | {
        "alternatives": [{"summary": "A nurse who leads."}],
        "parser": {"id": "industry", "version": "1.0.0", "reason": "The skills show one sector."},
        "target": {"terms": terms},
    }
    assert run("summarize", resume) == 0
    out, err = capsys.readouterr()
    assert out == "1. Charge nurse with 8+ years of experience.\n\n2. A nurse who leads.\n"
    assert err.splitlines() == [
        f"{resume}: note: parser industry: The skills show one sector.",
        f"{resume}: note: of the target, stated: Epic",
        f"{resume}: note: of the target, not stated: Kafka",
        f"{resume}: note: Hidden text was ignored.",
    ]


def test_corrected_facts_are_summarised_instead_of_a_file(
    run: Run, tmp_path: Path, backend: FakeBackend, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps({"resume": {"basics": {"name": "Ada Obi"}}}))

    assert run("summarize", "--resume", facts, "--length", "short", "--as-of", "2026-01-31") == 0

    options = Options(date(2026, 1, 31), length="short")
    assert backend.calls == [("summarise_facts", {"basics": {"name": "Ada Obi"}}, options)]
    assert capsys.readouterr().out == "Charge nurse with 8+ years of experience.\n"


def test_a_summary_is_of_files_or_of_facts_never_both(run: Run, resume: Path) -> None:
    for words in ((), (resume, "--resume", resume)):
        with pytest.raises(SystemExit, match="2"):
            run("summarize", *words)
