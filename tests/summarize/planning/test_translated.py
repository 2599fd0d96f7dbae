"""Careers in other languages than English: whole years, the employer's own word for "at", nobody's first person."""

import re
from dataclasses import replace

import pytest

from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.resume import (
    Credential,
    Education,
    Evidence,
    Fact,
    Language,
    PartialDate,
    Period,
    Resume,
    Role,
)
from tests.builders.resumes import AS_OF, options


def told(language: str, *roles: Role, **changes: object) -> str:
    resume = replace(Resume(text="", language=language, roles=roles), **changes)  # type: ignore[arg-type]
    return plan_paragraph(resume, options(), AS_OF).text


def fact(value: str) -> Fact[str]:
    return Fact(value, (Evidence(0, len(value), value),))


def job(title: str, employer: str, start: int, end: int | None, *lines: str) -> Role:
    period = Period(PartialDate(start, 1), PartialDate(end, 12) if end else None, current=end is None)
    return Role(
        fact(title),
        fact(employer),
        period=Fact(period, (Evidence(0, 4, str(start)),)),
        bullets=tuple(map(fact, lines)),
    )


def test_experience_is_all_of_it_and_not_that_of_one_job() -> None:
    jobs = (
        job("Leiter Konstruktion", "Brunnhuber GmbH", 2020, None),
        job("Entwicklungsingenieur", "Sailer AG", 2010, 2019),
    )

    assert "mit 16 Jahren Berufserfahrung" in told("de", *jobs).replace("sechzehn", "16")


@pytest.mark.parametrize(
    ("language", "employer", "at"),
    [
        ("de", "Seniorenheim Lindau", "im Seniorenheim Lindau"),
        ("de", "Gasthof Zum Raben", "im Gasthof Zum Raben"),
        ("de", "Städt. Kindergarten Nord", "im Städt. Kindergarten Nord"),
        ("de", "Evang. Kindertagesstätte Arche", "in der Evang. Kindertagesstätte Arche"),
        ("de", "Ambulanter Pflegedienst Kern", "(Ambulanter Pflegedienst Kern)"),
        ("de", "Zeitwerk Personal", "bei Zeitwerk Personal"),
        ("fr", "Cliniques du Brabant", "aux Cliniques du Brabant"),
        ("fr", "SAS Bativolcan", "chez Bativolcan"),
        ("pt", "Herdade da Boavista", "na Herdade da Boavista"),
        ("de", "Gemeinschaftspraxis Dr. Ott", "in der Gemeinschaftspraxis Dr. Ott"),
        ("de", "Rüthers Hydraulik GmbH", "bei Rüthers Hydraulik"),
        ("de", "Mannheim Logistik", "bei Mannheim Logistik"),
        ("de", "Wirtschaftsprüfungsgesellschaft-und-Steuerberatungsgesellschaft Meier", "bei Wirtschaftspr"),
        ("fr", "Centre hospitalier de Vire", "au Centre hospitalier de Vire"),
        ("fr", "Hôtel des Pins", "à l'Hôtel des Pins"),
        ("fr", "Clinique du Parc", "à la Clinique du Parc"),
        ("fr", "Menuiseries Bertignac", "chez Menuiseries Bertignac"),
        ("pt", "Hospital de Santo Aleixo", "no Hospital de Santo Aleixo"),
        ("pt", "Escola Básica do Sabugal", "na Escola Básica do Sabugal"),
    ],
)
def test_an_employer_takes_the_word_for_at_that_its_name_asks_for(
    language: str, employer: str, at: str
) -> None:
    assert at in told(language, job("Contable", "X", 2020, None), job("Titel", employer, 2010, 2019))


def test_french_puts_a_space_before_its_high_marks() -> None:
    line = "tenue de la comptabilité de 12 sociétés"

    assert f"Missions\u00a0: {line}" in told("fr", job("Comptable", "Valdora SARL", 2020, None, line))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Ich leite eine Gruppe von sieben Konstrukteuren"),
        ("fr", "J'encadre une équipe de 9 personnes"),
        ("es", "Mi equipo lleva 14 rutas de reparto"),
        ("it", "Noi gestiamo 40 fornitori all'anno"),
    ],
)
def test_a_line_in_the_first_person_is_not_told(language: str, line: str) -> None:
    assert line.lower() not in told(language, job("Titel", "Valdora", 2020, None, line)).lower()


@pytest.mark.parametrize(
    ("language", "line", "label"),
    [
        ("de", "Ausschuss von 6 auf 2,5 % gesenkt", "Ergebnisse: "),
        ("de", "Monatsabschluss für 12 Gesellschaften", "Aufgaben: "),
        ("fr", "Marge moyenne passée de 6 à 11 %", "Résultats\u00a0: "),
        ("es", "Mermas −30 % en un año", "Resultados: "),
        ("nl", "Doorlooptijd van 14 naar 5 dagen gebracht", "Resultaten: "),
        ("de", "120 Sitzplätze, 4 Köche", "Umfang: "),
        ("fr", "6 à 8 opérations simultanées de 150 k€ à 2,3 M€", "Périmètre\u00a0: "),
        ("pt", "410 ha de olival", "Âmbito: "),
        ("it", "Gestione di 16 addetti", "Mansioni: "),
    ],
)
def test_a_line_is_called_by_what_it_says(language: str, line: str, label: str) -> None:
    assert label in told(language, job("Titel", "Valdora", 2020, None, line))


def test_lines_of_two_kinds_are_called_by_both_and_the_size_comes_first() -> None:
    lines = ("Wareneinsatz von 34 auf 28% gesenkt", "120 Sitzplätze, 4 Köche")

    text = told("de", job("Küchenchef", "Valdora", 2020, None, *lines))

    assert (
        "Umfang und Ergebnisse: 120 Sitzplätze, 4 Köche; Wareneinsatz von 34 auf 28\u00a0% gesenkt." in text
    )


@pytest.mark.parametrize(
    ("language", "employer"),
    [
        ("de", "Malergeschäft meines Mannes"),
        ("fr", "Boulangerie de mon père"),
        ("nl", "Bakkerij van mijn ouders"),
    ],
)
def test_an_employer_that_speaks_of_the_writer_is_not_named(language: str, employer: str) -> None:
    text = told(language, job("Titel", "Valdora", 2020, None), job("Titel", employer, 2010, 2019))

    assert employer.split(maxsplit=1)[0] not in text


@pytest.mark.parametrize(
    ("language", "credentials", "title", "first"),
    [
        ("de", ("Six Sigma Green Belt", "Ausbilderprüfung"), "Werkzeugmacher", "Ausbilderprüfung"),
        (
            "de",
            ("Staplerschein", "Führerschein C, CE"),
            "Tankwagenfahrer",
            "Staplerschein; Führerschein C, CE",
        ),
        ("de", ("Führerschein B", "Kranschein"), "Schlosser", "Kranschein."),
        ("es", ("Curso de Excel", "Carnet de instalador"), "Electricista", "Carnet de instalador"),
    ],
)
def test_what_decides_the_trade_is_told_first(
    language: str, credentials: tuple[str, ...], title: str, first: str
) -> None:
    held = tuple(Credential(fact(one)) for one in credentials)

    text = told(language, job(title, "Valdora", 2020, None), credentials=held)

    assert re.search(rf"(?:Nachweise|Certificados): {first}", text), text


def test_of_the_courses_the_highest_is_told_and_no_school() -> None:
    school, lower, higher = (
        Education(fact(degree), fact("Technik"), None) for degree in ("Abitur", "Techniker", "Diplom")
    )

    assert "Ausbildung: Diplom Technik." in told(
        "de", job("T", "V", 2020, None), education=(school, lower, higher)
    )
    assert "Abitur" not in told("de", job("T", "V", 2020, None), education=(school,))


def test_capitals_of_a_form_are_calmed() -> None:
    languages = (Language(fact("INGLÉS"), fact("HABLADO")), Language(fact("Alemán"), fact("B2.")))

    assert "Idiomas: inglés (hablado) y alemán (B2)" in told(
        "es", job("T", "V", 2020, None), languages=languages
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "3-Schicht (Conti), 6 Mann"),
        ("de", "6 Mann, 3-Schicht (Conti)"),
        ("es", "Contrato de 16 horas"),
        ("fr", "CDI à temps partiel, 24 h par semaine"),
        ("nl", "Parttime, 24 uur per week"),
    ],
)
def test_terms_of_employment_are_no_task(language: str, line: str) -> None:
    assert line.lower() not in told(language, job("Titel", "Valdora", 2020, None, line)).lower()


@pytest.mark.parametrize(
    ("level", "named"),
    [
        (Fact("A2", ()), "allemand (A2)"), (Fact("notions", ()), "allemand (notions)"), (None, "allemand"),
        (Fact("un peu, appris il y a très longtemps à l'école", ()), ""), (Fact("C1", (), confidence=0.4), ""),
    ],
)  # fmt: skip
def test_a_language_is_named_with_its_level_or_not_at_all(level: Fact[str] | None, named: str) -> None:
    languages = (Language(fact("français")), Language(fact("arabe")), Language(fact("allemand"), level))
    text = told("fr", job("Comptable", "Valdora", 2020, None), languages=languages)

    assert "Langues\u00a0: français" in text
    assert (f" {named}" in text) if named else ("allemand" not in text)


@pytest.mark.parametrize(
    ("end", "where"), [(None, "derzeit bei Valdora"), (AS_OF.year - 1, "zuletzt bei Valdora")]
)
def test_the_employer_is_named_as_the_present_or_the_last_one(end: int | None, where: str) -> None:
    assert where in told("de", job("Buchhalter", "Valdora GmbH", 2010, end))


def test_degrees_certificates_and_lines_stand_behind_what_they_are() -> None:
    text = told(
        "de",
        job("Buchhalter", "Valdora GmbH", 2010, None, "Monatsabschluss für zwölf Gesellschaften"),
        education=(Education(fact("Diplom"), fact("Betriebswirtschaft"), None),),
        credentials=(Credential(fact("Bilanzbuchhalter IHK")),),
    )

    assert "Aufgaben: Monatsabschluss für zwölf Gesellschaften." in text
    assert "Ausbildung: Diplom Betriebswirtschaft." in text
    assert "Nachweise: Bilanzbuchhalter IHK." in text


@pytest.mark.parametrize(
    ("subject", "study"),
    [("soins infirmiers", "Bachelier en soins infirmiers"), ("en droit public", "Bachelier en droit public")],
)
def test_a_subject_is_joined_to_its_degree(subject: str, study: str) -> None:
    course = Education(fact("Bachelier"), fact(subject), fact("Haute École"))

    assert study in told("fr", job("Comptable", "Valdora", 2020, None), education=(course,))


def test_a_course_that_does_not_say_in_what_is_not_told() -> None:
    course = Education(fact("Ausbildung"), None, fact("Berufsschule Auental"))

    assert "Ausbildung" not in told(
        "de", job("Elektroniker", "Valdora GmbH", 2010, None), education=(course,)
    )


def test_a_job_without_dates_is_neither_the_present_nor_the_last_one() -> None:
    undated = replace(job("Altenpflegerin", "Valdora GmbH", 2010, None), period=None)
    text = told("de", undated)

    assert "bei Valdora" in text
    assert "derzeit" not in text
    assert "zuletzt" not in text
    assert "seit" not in text


def test_a_job_that_goes_on_beside_the_latest_one_was_not_before_it() -> None:
    text = told(
        "de", job("Altenpflegerin", "Valdora", 2020, None), job("Pflegehelferin", "Lindenhof", 2018, None)
    )

    assert "Zuvor" not in text
