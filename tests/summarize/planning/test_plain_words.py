"""Notes in plain words: each rule of the table with what it changes and what it leaves."""

import pytest

from functions.summarize.planning.plain_words import in_plain_words, plain_rules

YES = [(rule.says, stated, told) for rule in plain_rules() for stated, told in rule.yes]
NO = [(rule, stated) for rule in plain_rules() for stated in rule.no]


@pytest.mark.parametrize(("says", "stated", "told"), YES, ids=lambda one: str(one)[:40])
def test_a_note_is_told_in_plain_words(says: str, stated: str, told: str) -> None:
    assert in_plain_words(stated) == told, says


@pytest.mark.parametrize(("rule", "stated"), NO, ids=lambda one: str(one)[:40])
def test_what_looks_alike_stays_as_it_is(rule: object, stated: str) -> None:
    assert in_plain_words(stated) == stated, rule


def test_every_rule_has_both_kinds_of_examples() -> None:
    assert [rule.says for rule in plain_rules() if not rule.yes or not rule.no] == []
