"""Every hostile file is answered with its own code, and what is mutated at random with a refusal or a document."""

import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.common.errors import RequestRefused
from functions.summarize import samples
from functions.summarize.docx import Limits, read
from tests.builders.hostile import Hostile, hostile
from tests.builders.package import package, paragraph, run

SAMPLE = samples.path("charge-nurse").read_bytes()


@pytest.mark.parametrize("file", hostile(), ids=lambda file: file.name)
def test_a_hostile_file_is_refused_for_its_own_reason(file: Hostile) -> None:
    with pytest.raises(RequestRefused) as refusal:
        read(file.data)

    assert refusal.value.code == file.code
    assert str(refusal.value).endswith(".")


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_flipped_bytes_never_escape_as_anything_but_a_refusal(chance: random.Random) -> None:
    data = bytearray(SAMPLE)
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)

    _read_or_refuse(bytes(data))


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_mutated_xml_never_escapes_as_anything_but_a_refusal(chance: random.Random) -> None:
    with zipfile.ZipFile(BytesIO(SAMPLE)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    part = bytearray(parts[name])
    start = chance.randrange(len(part))
    part[start : start + chance.randint(0, 40)] = chance.choice(
        (b"", b"<w:p>", b"</w:p>", b"<!DOCTYPE x>", b"\x00", b"<w:t>x")
    )
    mutated = BytesIO()
    with zipfile.ZipFile(mutated, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in {**parts, name: bytes(part)}.items():
            archive.writestr(each, content)

    _read_or_refuse(mutated.getvalue())


def test_a_truncated_file_is_refused_at_every_length() -> None:
    for length in range(0, len(SAMPLE), 97):
        with pytest.raises(RequestRefused):
            read(SAMPLE[:length])


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(upload=10_000), "upload-too-large"),
        (Limits(elements=50), "too-many-elements"),
        (Limits(characters=20), "too-much-text"),
    ],
)
def test_a_budget_that_is_spent_is_named(limits: Limits, code: str) -> None:
    data = package(
        paragraph(run("word " * 9)) * 400, extra={"word/media/noise.bin": random.Random(1).randbytes(20_000)}
    )

    with pytest.raises(RequestRefused) as refusal:
        read(data, limits)

    assert refusal.value.code == code


def _read_or_refuse(data: bytes) -> None:
    refusal = _refusal(data)

    assert refusal is None or (refusal.code and str(refusal))


def _refusal(data: bytes) -> RequestRefused | None:
    try:
        read(data)
    except RequestRefused as refusal:
        return refusal
    return None
