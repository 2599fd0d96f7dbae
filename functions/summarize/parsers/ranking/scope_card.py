"""The report of the industry parser: sector, level, scope and the strongest results, each with its evidence."""

from collections.abc import Iterator

from functions.summarize.resume import Fact, Resume

TOP = 3


def scope_card(resume: Resume) -> dict[str, object]:
    """The report, JSON-ready. Keys as in the parser's card."""
    scope = resume.scope
    results = [one for one in resume.achievements if one.quantified][:TOP]
    return {
        "kind": "scope-card",
        "sector": _derived(resume.sector),
        "level": _derived(resume.level),
        "scope": {
            "team_size": [fact.value for fact in scope.team_size],
            "budget": [fact.value for fact in scope.budget],
            "sites": [fact.value for fact in scope.sites],
            "volume": [fact.value for fact in scope.volume],
        },
        "top_results": [
            {"text": one.text.value, "action": one.action, "metric": one.metric, "object": one.object}
            for one in results
        ],
        "missing": list(_missing(resume)),
    }


def _derived(fact: Fact[str] | None) -> dict[str, object] | None:
    if fact is None:
        return None
    quotes = list(dict.fromkeys(evidence.quote for evidence in fact.evidence))
    return {"value": fact.value, "rule": fact.rule, "confidence": fact.confidence, "evidence": quotes}


def _missing(resume: Resume) -> Iterator[str]:
    """What a reader of the sector looks for and does not find."""
    scope = resume.scope
    found = {
        "sector": resume.sector,
        "level": resume.level,
        "team size": scope.team_size,
        "budget": scope.budget,
        "sites": scope.sites,
        "volume": scope.volume,
        "a result with a figure": any(one.quantified for one in resume.achievements),
        "credentials": resume.credentials,
    }
    yield from (name for name, value in found.items() if not value)
