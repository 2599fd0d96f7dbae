"""The lines of a job that may be told in another language than English."""

import re

from functions.summarize.confidence import is_certain
from functions.summarize.planning.employment import is_pause
from functions.summarize.planning.trades import is_trade
from functions.summarize.planning.translated_words import Told, Words, in_brackets
from functions.summarize.resume import Fact, Role

_UNUSABLE = re.compile(r"[<>|{}\[\]\\?]|https?://|www\.|@|\.\s+[A-ZÀ-Ý]")
_MOST_WORDS = 40
_SHOUTED = re.compile(r"^[A-ZÀ-Ý ]{4,}:\s+")
"""A label before a line: "ACTIVIDADES: "."""
_LABEL = re.compile(
    r"^(?:KPI['’]?s?|kennzahlen|aufgaben|tätigkeiten|schwerpunkte?|projektarbeit|einsätze?|erfolge?|objekte?|résultats?|réalisations?"
    r"|missions?|tâches|logros?|resultados?|funciones|tareas|actividades|risultati|mansioni|attività|funções|tarefas|atividades"
    r"|resultaten|taken|werkzaamheden|o\. ?a\.|u\. ?a\.)\s*:\s+",
    re.IGNORECASE,
)
"""A word before a line that says only what kind of line it is."""
_HOURS = re.compile(r"^(?:[1-9][05]|100) ?%(?: Pensum)?,\s*|,\s*(?:[1-9][05]|100) ?%(?: Pensum)?$")
"""How much of the week somebody works: no result."""
_DATED = re.compile(
    r"\W*(?:(?:de|von|van|dal) )?(?:\d{1,2}[./])?(?:19|20)\d\d\s*(?:[-–,]|(?:à|a|bis|tot|al) \d)"
)
"""A line of its own dates: a leave, a change of hours."""


def lines_of(role: Role, words: Words) -> list[Told]:
    """The lines that say what somebody does, those with figures before the others; no terms of employment."""
    writer = re.compile(rf"\b(?:{words.table['writer']})\b", re.IGNORECASE)
    told = [
        _trimmed(line, words)
        for line in role.bullets
        if is_certain(line)
        and not is_pause(line.value)
        and not _UNUSABLE.search(words.spelled(line.value))
        and not _DATED.match(line.value)
        and not writer.search(line.value)
        and not _is_of_terms(line.value, words)
        and _is_whole(line.value)
    ]
    fit = [
        one
        for one in told
        if 1 < len(one[0].split()) <= _MOST_WORDS and not _speaks(one[0], words) and not is_trade(one[0])
    ]
    fit = [one for one in fit if not words.says("roles", one[0])] or fit
    return sorted(fit, key=lambda one: re.search(r"\d", one[0]) is None)


def _is_of_terms(line: str, words: Words) -> bool:
    """Whether a line says on what terms somebody works, or that there was a leave."""
    begins = rf"\W*(?:\d[\d.,]* ?(?:\w+, )?)?(?:{words.table['terms']})(?!\w)"
    return re.match(begins, line, re.IGNORECASE) is not None or bool(
        re.search(rf"\b(?:{words.table['leave']})\b", line, re.IGNORECASE)
    )


def _is_whole(line: str) -> bool:
    """Whether brackets and quotation marks of a line are closed."""
    return (
        line.count("(") == line.count(")") and line.count('"') % 2 == 0 and line.count("«") == line.count("»")
    )


def _speaks(line: str, words: Words) -> bool:
    """Whether a line begins with a verb of somebody who speaks of himself: "Capacité al personal", "Ho rifatto"."""
    return re.match(rf"(?:{words.table['first_person']})(?!\w)", line, re.IGNORECASE) is not None


def _trimmed(line: Fact[str], words: Words) -> Told:
    text = words.spelled(line.value).strip(" .;–-•▸▪◦+*")
    for needless in (_SHOUTED, _LABEL, _HOURS):
        text = needless.sub("", text).strip(" .;")
    text = words.seemly(_without_places(text, words))
    return in_brackets(text), line.evidence


def _without_places(text: str, words: Words) -> str:
    """A list of tasks without the ward or the place that stands among them."""
    parts = text.split(", ")
    tasks = [part for part in parts if not words.says("places", part)]
    return ", ".join(tasks) if "(" not in text and tasks else text
