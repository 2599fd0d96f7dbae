"""Dates as resumes of several countries write them."""

from functions.summarize.resume import PartialDate
from tests.builders.specification import Dates

_LONG = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
}
_SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
}


def written_date(date: PartialDate, form: str, language: str) -> str:
    """A date by its form; one without a month is its year alone, and the day, never known, is the first."""
    if date.month is None:
        return str(date.year)
    months = {"MMMM": _LONG[language].split(), "MMM": _SHORT[language].split()}
    parts = {token: names[date.month - 1] for token, names in months.items()}
    parts |= {"MM": f"{date.month:02d}", "DD": "01", "YYYY": str(date.year), "YY": f"{date.year % 100:02d}"}
    return _fill(form, parts)


def _fill(form: str, parts: dict[str, str]) -> str:
    out, rest = "", form
    while rest:
        token = next((token for token in parts if rest.startswith(token)), rest[0])
        out += parts.get(token, token)
        rest = rest[len(token) :]
    return out


def written_period(start: PartialDate | None, end: PartialDate | None, dates: Dates, language: str) -> str:
    """A stretch of time; without an end it lasts to the present, without a start it is not written."""
    if start is None:
        return "" if end is None else written_date(end, dates.form, language)
    last = dates.present if end is None else written_date(end, dates.form, language)
    return f"{written_date(start, dates.form, language)}{dates.to}{last}"
