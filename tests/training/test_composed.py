"""Composed records as resumes: facts with evidence, one split for everybody."""

from training.composed import is_kept_out, records


def test_every_fact_of_a_record_stands_where_its_evidence_says() -> None:
    for record in records():
        text = record.resume.text
        for role in record.resume.roles:
            for fact in (role.title, role.employer, *role.bullets):
                assert fact is not None
                assert [text[place.start : place.end] for place in fact.evidence] == [fact.value]


def test_a_fifth_of_the_records_is_kept_out_and_the_split_never_moves() -> None:
    kept = [record.id for record in records() if record.kept_out]

    assert len(records()) == 356
    assert len(kept) == 67
    assert is_kept_out("cb-010") is False
    assert is_kept_out(kept[0]) is True


def test_a_course_or_a_credential_under_way_is_no_fact_to_be_claimed() -> None:
    by_id = {record.id: record.resume for record in records()}

    assert [(c.name.value, c.status and c.status.value) for c in by_id["cb-020"].credentials] == [
        ("AAT Level 3 (distinction)", None),
        ("AAT Level 4", "in progress"),
    ]
    [course] = by_id["tc-059"].education
    assert (course.degree and course.degree.value, course.status and course.status.value) == (
        "MA",
        "in progress",
    )
