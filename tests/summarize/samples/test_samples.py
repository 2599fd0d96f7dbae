import io
import re
import zipfile
from pathlib import Path

import pytest

from functions.summarize import samples
from tests.builders.gold import gold_of
from tests.builders.resume_docx import build
from tests.builders.specification import Specification, specification, specifications

SAMPLES = tuple(spec for spec in specifications() if spec.sample)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_samples_are_the_specifications_marked_so() -> None:
    assert samples.names() == tuple(spec.name for spec in SAMPLES)
    assert len(SAMPLES) >= 12


@pytest.mark.parametrize("spec", SAMPLES, ids=lambda spec: spec.name)
def test_a_shipped_sample_is_what_its_specification_builds(spec: Specification) -> None:
    # Part by part: the compressed bytes may differ between builds of zlib.
    assert parts(samples.path(spec.name).read_bytes()) == parts(build(spec))


def test_samples_are_small() -> None:
    assert max(samples.path(name).stat().st_size for name in samples.names()) < 20_000


def test_an_unknown_sample_is_refused_with_the_known_names() -> None:
    with pytest.raises(KeyError, match=r"no sample 'astronaut'; there are: .*charge-nurse"):
        samples.path("astronaut")


def test_a_specification_always_gives_the_same_bytes() -> None:
    assert build(SAMPLES[0]) == build(SAMPLES[0])


def test_an_unknown_key_of_a_specification_is_named() -> None:
    with pytest.raises(TypeError, match="Person has no nickname"):
        specification('name = "x"\nperson = { name = "Ada", nickname = "A" }')


@pytest.mark.parametrize("spec", specifications(), ids=lambda spec: spec.name)
def test_everything_gold_stands_in_the_document(spec: Specification) -> None:
    gold = gold_of(spec)
    text = _words(build(spec))
    stated = [
        gold.name,
        gold.email,
        gold.phone,
        *gold.credentials,
        *gold.skills,
        *gold.quantified,
        *gold.languages,
    ]
    stated += [word for role in gold.roles for word in (role.title, role.employer)]
    stated += [word for course in gold.courses for word in (course.degree, course.field, course.institution)]
    assert [word for word in stated if word.casefold() not in text] == []


@pytest.mark.parametrize(
    "spec", [each for each in specifications() if each.language == "en"], ids=lambda s: s.name
)
def test_a_reference_summary_claims_no_more_years_than_worked(spec: Specification) -> None:
    gold = gold_of(spec)
    claimed = [int(years) for years in re.findall(r"(\d+)\+ years", gold.reference)]
    assert claimed in ([], [(gold.months or 0) // 12])


def test_a_case_is_a_few_lines() -> None:
    spec = specification("""
        name = "short"
        person = { name = "Ada Byron", email = "ada@example.com" }
        jobs = [{ title = "Analyst", employer = "Engine Works", start = "2020-02", end = "2021-01" }]
    """)
    assert gold_of(spec).months == 12


def _words(data: bytes) -> str:
    everything = " ".join(
        re.sub(r"</w:p>", " ", part.decode("utf-8"))
        for name, part in parts(data).items()
        if Path(name).suffix == ".xml"
    )
    plain = re.sub(r"<[^>]+>", "", everything)
    return plain.replace("&amp;", "&").casefold()
