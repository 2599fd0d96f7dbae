"""Careers in other languages than English: whole years, the employer's own word for "at", nobody's first person."""

import re
from dataclasses import replace

import pytest

from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.translated_lines import lines_of
from functions.summarize.planning.translated_words import Words, languages
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
    Skill,
    Status,
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
        ("de", "Ambulanter Pflegedienst Kern", "beim Ambulanten Pflegedienst Kern"),
        ("de", "Gerber Holzwerk", "beim Gerber Holzwerk"),
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
        ("fr", "Conserverie Ty Mor", "à la Conserverie Ty Mor"),
        ("it", "Comune di Pieve Serrana", "presso il Comune di Pieve Serrana"),
        ("it", "Studio Rag. Galimberti", "presso lo Studio Rag. Galimberti"),
        ("it", "Impresa Edile Locatelli", "presso l'Impresa Edile Locatelli"),
        ("it", "Centrale del Latte", "presso Centrale del Latte"),
        ("pt", "Hospital de Santo Aleixo", "no Hospital de Santo Aleixo"),
        ("pt", "Escola Básica do Sabugal", "na Escola Básica do Sabugal"),
    ],
)
def test_an_employer_takes_the_word_for_at_that_its_name_asks_for(
    language: str, employer: str, at: str
) -> None:
    assert at in told(language, job("Contable", "X", 2020, None), job("Titel", employer, 2010, 2019))


def test_french_puts_a_space_before_its_high_marks() -> None:
    held = (Credential(fact("Habilitation BR")),)

    text = told("fr", job("Comptable", "Valdora SARL", 2020, None), credentials=held)

    assert "Qualifications\u00a0: Habilitation BR" in text


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
    ("language", "line", "said"),
    [
        ("de", "Ausschuss von 6 auf 2,5 % gesenkt", "Hat den Ausschuss von 6 auf 2,5 % gesenkt."),
        ("de", "Antwortzeit halbiert (Cache statt SQL)", "Hat die Antwortzeit halbiert (Cache statt SQL)."),
        ("de", "Vertriebsbüros in Brünn eröffnet", "Hat Vertriebsbüros in Brünn eröffnet."),
        ("de", "Einführung von Power BI", "Zu den Ergebnissen zählt die Einführung von Power BI."),
        (
            "de",
            "Einführung von Power BI, Ablöse von 60 Excel-Berichten",
            "zählen die Einführung von Power BI und die Ablöse von 60 Excel-Berichten.",
        ),
        ("es", "Apertura de 140 clientes en 2024", "Entre sus logros figura la apertura de 140 clientes en"),
        ("fr", "Passage de 310 à 85 ppm", "Parmi ses réalisations figure le passage de 310 à 85 ppm."),
        ("pt", "Redução de 30% das perdas", "Entre os resultados está a redução de 30% das perdas."),
        ("it", "Risparmio del 7% sui pallet", "Tra i risultati figura il risparmio del 7% sui pallet."),
        ("nl", "Invoering van een WMS", "Tot de resultaten behoort de invoering van een WMS."),
    ],
)
def test_what_came_of_the_work_is_a_sentence_and_no_task(language: str, line: str, said: str) -> None:
    text = told(language, job("Titel", "Valdora", 2020, None, line)).replace("\u00a0", " ")

    assert said.replace(" %", "%") in text.replace(" %", "%")
    assert not re.search("Aufgaben|funciones|missions|funções|mansioni|taken", text)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Mitwirkung bei der Einführung von BIM"),
        ("es", "Apertura y cierre de caja"),
        ("fr", "Mise en place du restaurant, accueil"),
        ("it", "Apertura del negozio e pulizie"),
    ],
)
def test_a_task_is_no_result(language: str, line: str) -> None:
    text = told(language, job("Titel", "Valdora", 2020, None, line))

    assert not re.search("Ergebnissen|logros|réalisations.*accueil|risultati", text)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "eigener Mandantenstamm mit 45 Mandaten"),
        ("de", "120 Sitzplätze, 4 Köche"),
        ("de", "Küchen, Arztpraxen, zwei Schulhäuser"),
        ("de", "Ersthelfer ausgebildet"),
        ("de", "Abteilung Technik, danach Makroprojekt aufgebaut"),
        ("fr", "Unité Cantou (15 résidents)"),
        ("fr", "60 couverts midi, 90 soir, 15 pts"),
        ("fr", "dossiers de 12 sociétés"),
        ("es", "Mermas −30 % en un año"),
        ("es", "Rango de 8 mesas, terraza en verano"),
        ("pt", "410 ha de olival"),
        ("it", "90 coperti, pasta fresca e pesce"),
        ("nl", "Doorlooptijd van 14 naar 5 dagen gebracht"),
        ("nl", "Projecten van 3 ton"),
    ],
)
def test_a_bare_note_is_not_told(language: str, line: str) -> None:
    assert told(language, job("Titel", "Valdora", 2020, None, line)).endswith("Valdora.")


@pytest.mark.parametrize(
    ("language", "title", "line", "said"),
    [
        ("es", "Jefe de ventas", "Equipo de 5 comerciales", "Es responsable de un equipo de 5 comerciales."),
        ("es", "Superintendente de mina", "A cargo de 4 jefes", "Está a cargo de 4 jefes."),
        ("fr", "Cheffe de service", "Équipe de 9 personnes", "Est responsable d'une équipe de 9 personnes."),
        ("de", "Teamleiterin", "Team von 5 Leuten", "Ist verantwortlich für ein Team von 5 Leuten."),
        ("pt", "Gerente de loja", "Equipa de 14", "É responsável por uma equipa de 14."),
        ("es", "Comercial", "Equipo de 5 comerciales", ""),
        ("de", "Buchhalterin", "Team von 5 Leuten", ""),
    ],
)
def test_a_team_is_led_by_who_heads_it(language: str, title: str, line: str, said: str) -> None:
    text = told(language, job(title, "Valdora", 2020, None, line))

    assert text.endswith(said or "Valdora.")


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
            "Staplerschein. Besitzt den Führerschein C und CE.",
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

    assert re.search(rf"(?:Zusatzqualifikation(?:en)?|Formación complementaria): {first}", text), text


def test_of_the_courses_the_highest_is_told_and_no_school() -> None:
    school, lower, higher = (
        Education(fact(degree), fact("Technik"), None) for degree in ("Abitur", "Techniker", "Diplom")
    )

    assert "Ausbildung: Diplom Technik." in told(
        "de", job("T", "V", 2020, None), education=(school, lower, higher)
    )
    assert "Abitur" not in told("de", job("T", "V", 2020, None), education=(school,))


@pytest.mark.parametrize(
    ("language", "school"), [("de", "Abitur"), ("es", "Enseñanza media"), ("fr", "DEC en Sciences humaines")]
)
def test_a_school_is_told_of_who_has_nothing_else(language: str, school: str) -> None:
    one = Education(fact(school), None, fact("Valdora"))
    unread, higher = Education(None, None, fact("Universidad")), Education(fact("Master"), None, None)
    status: Fact[Status] = Fact("in progress", ())
    running = replace(higher, status=status)

    assert school in told(language, education=(one,))
    for other in (unread, higher, running):
        assert school not in told(language, education=(one, other))


def test_capitals_of_a_form_are_calmed() -> None:
    languages = (Language(fact("INGLÉS"), fact("HABLADO")), Language(fact("Alemán"), fact("B2.")))

    assert "Habla inglés (hablado) y alemán (B2)" in told(
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

    assert "Parle français" in text
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

    assert "Die Aufgaben umfassen Monatsabschluss für zwölf Gesellschaften." in text
    assert "Ausbildung: Diplom Betriebswirtschaft." in text
    assert "Zusatzqualifikation: Bilanzbuchhalter IHK." in text


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


@pytest.mark.parametrize(
    ("language", "employer", "at"),
    [
        ("de", "Getränkemarkt Quelle", "als Titel beim Getränkemarkt Quelle"),
        ("de", "Kreisspital Zofingen", "als Titel im Kreisspital Zofingen"),
        ("de", "Gasthof Zum Raben", "als Titel im Gasthof Zum Raben"),
        ("de", "Städtische Klinik Lünen", "als Titel bei der Städtischen Klinik Lünen"),
        ("de", "Deutsche Bank", "als Titel bei der Deutschen Bank"),
        ("de", "Österreichischer Verband der Imker", "als Titel beim Österreichischen Verband der Imker"),
        ("de", "Stadtwerke Soest", "als Titel bei den Stadtwerken Soest"),
        ("de", "Volksbank Soest", "als Titel bei der Volksbank Soest"),
        ("de", "Vereinigte Eisenbau", "als Titel bei der Firma Vereinigte Eisenbau"),
        ("de", "Gletscher Hosting", "als Titel bei Gletscher Hosting"),
        ("es", "Hospital San Roque", "en el Hospital San Roque"),
        ("es", "Clínica San Roque", "en la Clínica San Roque"),
        ("es", "Maderas Lorente", "en Maderas Lorente"),
        ("fr", "Ateliers Condroz", "aux Ateliers Condroz"),
        ("fr", "Laiterie du Val", "à la Laiterie du Val"),
        ("pt", "Drogaria Central", "na Drogaria Central"),
    ],
)
def test_the_word_for_at_agrees_with_the_kind_of_house(language: str, employer: str, at: str) -> None:
    assert at in told(language, job("Contable", "X", 2020, None), job("Titel", employer, 2010, 2019))


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("de", "Praktikum 3 Wochen", "Zuvor Praktikum bei Valdora."),
        ("de", "Praktikantin", "War zuvor als Praktikantin bei Valdora tätig."),
        ("fr", "Stage de deux mois", "Auparavant, stage de deux mois chez Valdora."),
        ("fr", "Stagiaire", "A auparavant travaillé comme stagiaire chez Valdora."),
        ("fr", "Remplacement professeur", "Auparavant, remplacement professeur chez Valdora."),
        ("es", "Prácticas", "Anteriormente, prácticas en Valdora."),
        ("it", "Tirocinio", "In precedenza, tirocinio presso Valdora."),
        ("pt", "Estágio", "Antes, estágio em Valdora."),
        ("nl", "Afstudeerstage", "Eerder afstudeerstage bij Valdora."),
    ],
)
def test_what_is_no_person_is_not_told_as_one(language: str, title: str, said: str) -> None:
    assert said in told(language, job("Contable", "X", 2020, None), job(title, "Valdora", 2010, 2019))


@pytest.mark.parametrize(
    ("language", "again"),
    [
        ("de", "beim selben Arbeitgeber"),
        ("fr", "chez le même employeur"),
        ("es", "para el mismo empleador"),
        ("it", "presso lo stesso datore di lavoro"),
        ("pt", "na mesma entidade"),
        ("nl", "bij dezelfde werkgever"),
    ],
)
def test_an_earlier_post_at_the_same_house_is_told_by_its_title(language: str, again: str) -> None:
    text = told(language, job("Chef", "Valdora", 2020, None), job("Koch", "Valdora", 2010, 2019))

    assert text.count("Valdora") == 1
    assert re.search(rf"[Kk]och {again}", text)


def test_an_earlier_post_at_the_same_house_without_a_title_is_not_told() -> None:
    unnamed = replace(job("x", "Valdora", 2010, 2019, "Pflege von 14 Gästen"), title=None)
    before = job("Kellner", "Lindenhof", 2005, 2009)

    text = told("de", job("Koch", "Valdora", 2020, None), unnamed, before)

    assert "14 Gästen" not in text
    assert "War zuvor als Kellner beim Lindenhof tätig" in text


def test_lines_of_a_step_within_the_present_employment_are_told_as_present() -> None:
    step = job("Júnior", "Valdora", 2023, 2023, "fechamento mensal de 14 filiais")

    text = told("pt", job("Analista Pleno", "Valdora", 2020, None), step)

    assert "As suas funções incluem o fechamento mensal de 14 filiais" in text
    assert "Antes" not in text


@pytest.mark.parametrize(
    ("language", "now", "before", "years"),
    [
        ("fr", "Gestionnaire de paie", "Responsable de boutique", "six"),
        ("de", "Systemadministrator", "Taxifahrer", "sechs"),
        ("es", "Enfermera", "Dependienta", "seis"),
        ("it", "Sviluppatore", "Operaio edile", "sei"),
        ("pt", "Enfermeira", "Motorista", "seis"),
        ("nl", "Verpleegkundige", "Heftruckchauffeur", "zes"),
        ("fr", "Aide-soignante", "Employée de commerce puis chef de rayon", "six"),
        ("fr", "Aide-soignante", "Employée polyvalente de libre-service", "six"),
        ("de", "Instandhalter", "Zeitsoldat", "sechs"),
        ("fr", "Comptable", "Employée de commerce", "seize"),
        ("fr", "Technicien de maintenance", "Électromécanicien", "seize"),
        ("fr", "Comptable", "Assistante paie", "seize"),
        ("de", "Lagerist", "Verkäufer", "sechs"),
        ("it", "Capocantiere", "Muratore", "sedici"),
        ("fr", "Infirmière", "Aide-soignante", "six"),
        ("es", "Enfermera", "Auxiliar de enfermería", "seis"),
        ("pt", "Enfermeiro", "Técnico de enfermagem", "seis"),
        ("de", "Pflegefachkraft", "Pflegehelferin", "sechs"),
        ("nl", "Verpleegkundige", "Verzorgende", "zes"),
        ("es", "Jefe de almacén", "Peón de la construcción", "seis"),
        ("fr", "Analyste-programmeur", "Commis de plancher", "six"),
        ("it", "Saldatore", "Operaio edile", "sei"),
        ("it", "Saldatore TIG", "Saldatore", "sedici"),
        ("de", "Bootsbaumeister", "Bootsbauer", "sechzehn"),
        ("nl", "Teamleider magazijn", "Orderpicker", "zestien"),
    ],
)
def test_years_of_another_trade_are_not_counted_into_the_title(
    language: str, now: str, before: str, years: str
) -> None:
    text = told(language, job(now, "Valdora", 2020, None), job(before, "Lindenhof", 2010, 2019))

    assert re.search(rf"\b{years}\b", text.split(".")[0]), text


@pytest.mark.parametrize(
    ("language", "now", "before", "opening"),
    [
        ("fr", "Infirmière", "Aide-soignante", "Infirmière avec au moins dix-sept ans d'expérience"),
        (
            "nl",
            "Verpleegkundige",
            "Verkoopmedewerker",
            "Verpleegkundige met zeventien jaar werkervaring",
        ),
    ],
)
def test_years_of_a_trade_are_a_least_where_few_are_of_another(
    language: str, now: str, before: str, opening: str
) -> None:
    jobs = job(now, "Valdora", 2020, None), job(now, "Bocq", 2009, 2020), job(before, "Lindenhof", 2006, 2009)

    assert told(language, *jobs).startswith(opening)


def test_the_years_of_the_present_post_are_told_where_no_employer_is_named() -> None:
    post = replace(job("Libera professionista", "", 2020, None), employer=None)

    text = told("it", post, job("Grafica", "Valdora", 2008, 2019))

    assert text.startswith("Libera professionista, da sei anni.")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("es", "Capacité al personal nuevo"),
        ("es", "Reduje las mermas de la planta"),
        ("it", "Ho rifatto l'area clienti"),
        ("pt", "Implementei o controle de estoque"),
        ("de", "Elternzeit bis Mai 2021"),
        ("fr", "Congé parental de six mois"),
        ("de", "620 Akten im Jahr) und Führung"),
        ("nl", "2-ploegen, 25 mensen in het magazijn"),
    ],
)
def test_a_line_of_somebody_who_speaks_or_was_away_is_not_told(language: str, line: str) -> None:
    assert line.lower() not in told(language, job("Titel", "Valdora", 2020, None, line)).lower()


@pytest.mark.parametrize("line", ["Comité de seguridad de la planta", "Café y barra para 40 mesas"])
def test_a_noun_that_ends_as_such_a_verb_is_told(line: str) -> None:
    ((kept, _),) = lines_of(job("Titel", "Valdora", 2020, None, line), Words(languages()["es"]))

    assert kept == line


def test_a_label_of_lines_is_not_told_twice() -> None:
    text = told("nl", job("Titel", "Valdora", 2020, None, "Taken: verwerking van orders en retouren"))

    assert "De taken omvatten de verwerking van orders en retouren." in text


def spoken(language: str, text: str, *stated: tuple[str, str | None]) -> str:
    """What is said of languages that stand in a text, each with its level."""

    def placed(value: str) -> Fact[str]:
        at = text.index(value)
        return Fact(value, (Evidence(at, at + len(value), value),))

    known = tuple(Language(placed(name), placed(level) if level else None) for name, level in stated)
    return told(language, job("T", "V", 2020, None), text=text, languages=known)


@pytest.mark.parametrize(
    ("language", "text", "stated", "said"),
    [
        ("de", "Polnisch C1, Englisch B1–B2", (("Polnisch", "C1"), ("Englisch", "B1")), "Englisch (B1–B2)"),
        ("it", "rumeno, un po di russo", (("rumeno", None), ("russo", None)), "rumeno e un po' di russo"),
        (
            "de",
            "Dänisch, etwas Polnisch",
            (("Dänisch", None), ("Polnisch", None)),
            "Dänisch und etwas Polnisch",
        ),
        (
            "de",
            "Deutsch und Türkisch (Muttersprachen), Englisch B1",
            (("Deutsch", None), ("Türkisch", "Muttersprachen"), ("Englisch", "B1")),
            "Deutsch und Türkisch (Muttersprachen) sowie Englisch (B1)",
        ),
        ("nl", "Fries, Engels goed", (("Fries", None), ("Engels", "goed")), "Fries en Engels (goed)"),
        (
            "fr",
            "Français bien, Wolof",
            (("Français", "bien"), ("Wolof", None)),
            "français (bon niveau) et wolof",
        ),
    ],
)
def test_levels_of_languages_are_told_whole(
    language: str, text: str, stated: tuple[tuple[str, str | None], ...], said: str
) -> None:
    assert said in spoken(language, text, *stated)


def test_a_level_that_is_but_probable_is_told_where_it_is_worded_as_one() -> None:
    known = (
        Language(fact("Deutsch"), Fact("Muttersprache", (), 0.9)),
        Language(fact("Englisch"), Fact("C1", (), 0.87)),
        Language(fact("Polnisch"), Fact("nie gemacht", (), 0.9)),
    )

    text = told("de", job("T", "V", 2020, None), languages=known)

    assert "Spricht Deutsch (Muttersprache) und Englisch (C1)." in text


@pytest.mark.parametrize(
    ("credentials", "said"),
    [
        ((("Führerschein B", 1.0),), " Führerschein B."),
        ((("Führerschein B", 1.0), ("Brandschutzkurs", 0.8)), ""),
        ((("Führerschein B", 1.0), ("Ausbildereignung", 0.87)), "Zusatzqualifikationen: Ausbildereignung."),
    ],
)
def test_a_driving_licence_is_told_only_where_nothing_better_was_read(
    credentials: tuple[tuple[str, float], ...], said: str
) -> None:
    held = tuple(Credential(Fact(name, (), sure)) for name, sure in credentials)

    text = told("de", job("Schlosser", "Valdora", 2020, None), credentials=held)

    assert said in text
    assert ("Führerschein" in text) == ("Führerschein" in said)


@pytest.mark.parametrize(
    ("language", "profile", "said"),
    [
        (
            "it",
            "Architetta con quindici anni tra restauro e cantiere. Cerco lavoro.",
            "Architetta con quindici anni",
        ),
        ("es", "Cocinera con oficio en banquetes y carta. Busco empleo.", "Cocinera con oficio en banquetes"),
        ("it", "Cerco un lavoro come architetta in uno studio.", ""),
        ("de", "Ich bin Köchin und arbeite gern im Team von Profis.", ""),
    ],
)
def test_a_profile_says_who_somebody_is_where_no_title_does(language: str, profile: str, said: str) -> None:
    stated = Fact(profile, (Evidence(0, len(profile), profile),))
    unsure = replace(job("x", "Valdora", 2020, None), title=Fact("architetta cocinera Köchin", (), 0.4))

    text = told(language, replace(unsure, employer=None), text=profile, summary=stated)

    assert text.startswith(said) if said else profile.split(".", maxsplit=1)[0] not in text


def test_the_line_below_the_name_says_who_somebody_is_where_no_title_does() -> None:
    line = "Projektleiter Tiefbau"
    unsure = replace(job("x", "V", 2020, None), title=Fact("Projektleiter", (), 0.4), employer=None)

    text = told("de", unsure, text=line, summary=Fact(line, (Evidence(0, len(line), line),)))

    assert text.startswith("Projektleiter Tiefbau")


def test_a_pupils_job_is_told_behind_the_school_and_as_a_job_beside_it() -> None:
    school = Education(None, None, fact("Berufskolleg Ennepe"), status=Fact("in progress", ()))

    text = told("de", job("Aushilfe", "Getränkemarkt Quelle", 2024, None), education=(school,))

    assert text.startswith("Derzeitige Schule: Berufskolleg Ennepe. Nebenjob: Aushilfe beim Getränkemarkt")
    assert "Berufserfahrung" not in text


def test_one_year_is_elided_in_french() -> None:
    since = (
        PartialDate(AS_OF.year - 2, AS_OF.month + 6) if AS_OF.month <= 6 else PartialDate(AS_OF.year - 1, 1)
    )
    period = Period(since, None, current=True)
    role = replace(job("Plongeur", "Valdora", 2020, None), period=Fact(period, (Evidence(0, 4, "2020"),)))

    assert "avec plus d'un an d'expérience" in told("fr", role)


@pytest.mark.parametrize(
    ("language", "title", "calm"),
    [
        ("fr", "MAÇON COFFREUR", "Maçon coffreur"),
        ("es", "SOLDADOR TIG 1A", "Soldador TIG 1A"),
        ("es", "SUPERVISORA DE TIENDA", "Supervisora de tienda"),
        ("de", "LEITER DER PRODUKTION", "Leiter der Produktion"),
        ("it", "OSS", "OSS"),
    ],
)
def test_a_shouted_title_is_calmed(language: str, title: str, calm: str) -> None:
    assert told(language, job(title, "Valdora", 2020, None)).startswith(f"{calm}")


def test_the_makes_of_machines_and_reading_a_program_are_no_skills() -> None:
    listed = tuple(
        Skill(name, (Evidence(0, 4, name),), group)
        for name, group in (
            ("Felder", "Machines"),
            ("AutoCAD lecture", "Outils"),
            ("SketchUp", "Outils"),
            ("Blum", "Outils"),
        )
    )

    text = told("fr", job("Menuisier", "Valdora", 2020, None), skills=listed)

    assert "SketchUp" in text
    assert "Felder" not in text
    assert "lecture" not in text


def test_an_earlier_job_of_the_same_title_is_told_only_with_its_house_or_its_work() -> None:
    now, before = job("Enfermera", "Valdora", 2020, None), job("Enfermera", "Lindenhof", 2010, 2019)

    assert "Anteriormente trabajó como enfermera en Lindenhof" in told("es", now, before)
    assert "Anteriormente" not in told("es", now, replace(before, employer=None))


@pytest.mark.parametrize(
    ("language", "before", "said"),
    [
        ("es", "Cajera", "Anteriormente trabajó como cajera"),
        ("it", "Cameriera", "In precedenza ha lavorato come cameriera"),
        ("fr", "Vendeuse", "A travaillé comme vendeuse"),
        ("pt", "Balconista", "Anteriormente, trabalhou como balconista"),
        ("de", "Verkäuferin", "War früher als Verkäuferin"),
        ("nl", "Verkoopster", "Werkte eerder als verkoopster"),
    ],
)
@pytest.mark.parametrize("length", ["short", "medium"])
def test_an_earlier_job_is_told_as_earlier_where_the_present_one_is_not_sure(
    language: str, before: str, said: str, length: str
) -> None:
    unsure = replace(job("x", "V", 2020, None), title=Fact("Empleada", (), 0.4), employer=None)
    resume = Resume(text="", language=language, roles=(unsure, job(before, "Lindenhof", 2010, 2019)))

    text = plan_paragraph(resume, options(length=length), AS_OF).text

    assert f"{said} " in text
    assert re.search(r"Lindenhof(?: tätig)?\.", text)
    assert not text.startswith(before)


def test_of_an_uncertain_present_job_the_lines_are_told_before_the_earlier_one() -> None:
    unsure = replace(job("x", "V", 2020, None, "nóminas de 40 clientes"), title=Fact("Jefa", (), 0.4))

    text = told("es", replace(unsure, employer=None), job("Cajera", "Lindenhof", 2010, 2019))

    assert text.index("nóminas de 40 clientes") < text.index("Anteriormente trabajó como cajera")


@pytest.mark.parametrize(
    ("language", "line", "title"),
    [
        ("es", "Aux. administrativa.", "Auxiliar administrativa"),
        ("fr", "Aide-soignante", "Aide-soignante"),
        ("de", "Verkäuferin", "Verkäuferin"),
        ("es", "Aux. administrativa en el registro", ""),
        ("de", "Einarbeitung neuer Verkäuferinnen", ""),
        ("it", "Ordini e solleciti", ""),
    ],
)
def test_a_first_line_that_names_a_trade_is_the_title_that_a_job_lacks(
    language: str, line: str, title: str
) -> None:
    role = replace(job("x", "Valdora", 2020, None, line), title=None)

    text = told(language, role)

    assert text.startswith(title) if title else not text.startswith(line[:4])
    assert not title or text.lower().count(title.lower()) == 1


@pytest.mark.parametrize(
    ("language", "title", "note"),
    [
        ("de", "Honorartätigkeit", ""),
        ("de", "Familienhilfe", "ca. 5 Std./Woche"),
        ("de", "Dozentin", "nebenberuflich"),
        ("fr", "Serveuse", "extras le week-end"),
        ("fr", "Traductrice", "en parallèle"),
        ("es", "Contadora", "por las tardes"),
        ("it", "Docente", "poche ore l'anno"),
        ("nl", "Docent", "8 uur per week"),
    ],
)
def test_a_job_of_a_few_hours_is_not_the_main_post(language: str, title: str, note: str) -> None:
    beside = replace(job(title, "Lichtung", 2024, None), note=fact(note) if note else None)

    assert told(language, beside, job("Teamleitung", "Valdora", 2020, None)).startswith("Teamleitung")
    assert told(language, beside).startswith(title)


@pytest.mark.parametrize("note", ["30 Std./Woche", "40,5 Std./Woche", "part-time 25 ore", "8 h par jour"])
def test_a_job_of_half_a_week_or_more_is_a_main_post(note: str) -> None:
    now = replace(job("Segretaria", "Lichtung", 2024, None), note=fact(note))

    assert told("it", now, job("Cameriera", "Valdora", 2020, None)).startswith("Segretaria")


def test_of_posts_held_now_the_one_with_a_sure_title_says_who_somebody_is() -> None:
    unsure = replace(job("x", "Elpidia", 2021, None), title=Fact("responsabile acquisti", (), 0.5))

    assert told("it", unsure, job("Impiegata contabile", "Vagnozzi", 2020, None)).startswith(
        "Impiegata contabile"
    )


@pytest.mark.parametrize(
    ("language", "employer", "said"),
    [
        ("de", "Systemische Familienhilfe für den Träger Lichtung e.V.", "bei Lichtung"),
        ("fr", "Aide à domicile pour l'association Lierval", "chez Lierval"),
        ("es", "Limpieza para la empresa Valdora", "en Valdora"),
        ("nl", "Huishoudelijke hulp voor stichting Lindenhof", "bij Lindenhof"),
        ("fr", "Sté ARVOR PESAGE", "chez Arvor Pesage"),
        ("fr", "Ets Robic", "chez Robic"),
        ("it", "Ditta Rossi", "presso Rossi"),
        ("fr", "Stéphane Plaza Immobilier", "chez Stéphane Plaza Immobilier"),
        ("de", "Zentrum für Psychiatrie", "im Zentrum für Psychiatrie"),
    ],
)
def test_the_employer_is_who_pays_and_no_legal_form(language: str, employer: str, said: str) -> None:
    assert f"{said}." in told(language, job("Titel", employer, 2020, None))


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("es", "Cajera/reponedora y los", "Cajera/reponedora con"),
        ("it", "Impiegata, poi", "Impiegata con"),
        ("fr", "Chef de rang et", "Chef de rang avec"),
        ("de", "Leiter Einkauf und", "Leiter Einkauf mit"),
        ("es", "Auxiliar, después Encargada de nóminas", "Auxiliar, después encargada de nóminas"),
        ("de", "Instandhalter / stellv. Schichtführer", "Instandhalter und stellvertretender Schichtführer"),
        ("de", "Köchin (m / w / d)", "Köchin mit"),
        ("pt", "Técnica de UTI / SAMU 192", "Técnica de UTI / SAMU 192"),
    ],
)
def test_a_title_is_told_whole_and_in_words(language: str, title: str, said: str) -> None:
    assert told(language, job(title, "Valdora", 2020, None)).startswith(said)


@pytest.mark.parametrize(
    ("language", "line", "said"),
    [
        ("de", "Schulung von 11 MA", "umfassen die Schulung von 11 Mitarbeitenden."),
        ("fr", "Animation Siemens S7 et suivi", "comprennent le suivi et l'animation Siemens S7"),
        ("fr", "Paie de 38 salariés + 20 saisonniers", "la paie de 38 salariés et 20 saisonniers"),
        (
            "de",
            "Grundpflege, Wohnbereich Demenz, Doku mit Vivendi",
            "umfassen Grundpflege und Dokumentation mit Vivendi.",
        ),
        ("de", "Behandlungspflege LG 1, Wohnbereich Demenz", "umfassen Behandlungspflege LG 1."),
        (
            "de",
            "Stationsleitung, Dienstplanung, Pflege",
            "umfassen Stationsleitung, Dienstplanung und Pflege.",
        ),
        ("fr", "accueil, service en salle, caisse", "comprennent l'accueil et la caisse."),
    ],
)
def test_lines_are_told_in_words_and_without_wards(language: str, line: str, said: str) -> None:
    assert said in told(language, job("Titel", "Valdora", 2020, None, line)).replace("\u00a0", "")


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("it", "Patente: B", " Possiede la patente B."),
        ("de", "Führerschein:\tKl. B", " Besitzt den Führerschein Kl. B."),
        ("nl", "Rijbewijs: B en BE", " Heeft rijbewijs B en BE."),
        ("es", "Carnet: B", " Tiene carnet B."),
        ("es", "Carnet de instalador", "Formación complementaria: Carnet de instalador."),
        ("nl", "Huishoudhulp: ergonomie", "Heeft het certificaat Huishoudhulp (ergonomie)."),
    ],
)
def test_a_driving_licence_says_itself_what_it_is(language: str, name: str, said: str) -> None:
    text = told(language, job("Titel", "Valdora", 2020, None), credentials=(Credential(fact(name)),))

    assert said in text
    assert ("ertifica" in text) == ("ertifica" in said)


@pytest.mark.parametrize(
    ("line", "is_held"),
    [
        ("Systemische Therapeutin, Aufbaukurs, läuft bis Herbst 2027", False),
        ("Systemische Therapeutin, laufend", False),
        ("Systemische Therapeutin, Berlin 2022\nAufbaukurs, läuft bis Herbst 2027", True),
    ],
)
def test_a_course_that_goes_on_is_not_held(line: str, is_held: bool) -> None:
    name = "Systemische Therapeutin"
    one = Credential(Fact(name, (Evidence(0, len(name), name),)))

    text = told("de", job("Titel", "Valdora", 2020, None), text=line, credentials=(one,))

    assert (name in text) == is_held


def test_one_skill_alone_is_not_told_beside_a_job() -> None:
    one, other = (Skill(name, (Evidence(0, 4, name),)) for name in ("SketchUp", "AutoCAD"))

    assert "SketchUp" not in told("fr", job("Menuisier", "Valdora", 2020, None), skills=(one,))
    assert "SketchUp" in told("fr", job("Menuisier", "Valdora", 2020, None), skills=(one, other))


@pytest.mark.parametrize(
    ("language", "name", "level", "said"),
    [
        ("nl", "Duits", "beetje", "een beetje Duits"),
        ("de", "Polnisch", "etwas", "etwas Polnisch"),
        ("fr", "Allemand", "un peu", "un peu d'allemand"),
        ("fr", "Polonais", "un peu", "un peu de polonais"),
        ("es", "Alemán", "algo", "algo de alemán"),
        ("fr", "Breton", "notions", "breton (notions)"),
        ("de", "Finnisch", "ein bissl", "etwas Finnisch"),
        ("nl", "Frans", "klein beetje", "een beetje Frans"),
    ],
)
def test_a_little_of_a_language_is_said_before_it(language: str, name: str, level: str, said: str) -> None:
    known = (Language(fact("Fries")), Language(fact(name), fact(level)))

    assert said in told(language, job("Titel", "Valdora", 2020, None), languages=known)


@pytest.mark.parametrize(
    ("now", "end", "is_told"),
    [("Verzorgende", 1997, False), ("Verzorgende", 2014, True), ("Kassamedewerkster", 1997, True)],
)
def test_a_job_of_another_trade_long_before_is_not_told(now: str, end: int, is_told: bool) -> None:
    text = told("nl", job(now, "Valdora", 2015, None), job("Verkoopster", "Lindenhof", 1990, end))

    assert ("Lindenhof" in text) == is_told


def test_years_are_not_told_beside_a_title_that_only_a_line_names() -> None:
    now = replace(job("x", "V", 2020, None, "Aux. administrativa."), title=None, employer=None)

    text = told("es", now, job("Cajera", "Lindenhof", 2009, 2018))

    assert text.startswith("Auxiliar administrativa. Anteriormente trabajó como cajera")


@pytest.mark.parametrize(
    ("language", "line", "said"),
    [
        (
            "de",
            "Personelle und fachliche Führung von 24 Leuten",
            "umfassen personelle und fachliche Führung von",
        ),
        ("fr", "Encadrement de 4 contrôleurs", "Ses missions comprennent l'encadrement de 4 contrôleurs."),
        (
            "fr",
            "Animation, hiérarchisation, suivi",
            "comprennent l'animation, la hiérarchisation et le suivi.",
        ),
        ("fr", "Hébergement de 40 sites", "comprennent l'hébergement de 40 sites."),
        ("fr", "Hachage de 3 tonnes", "Ses missions comprennent le hachage de 3 tonnes."),
        ("fr", "Gestion, accueil, suivi", "comprennent la gestion, l'accueil et le suivi."),
        ("es", "Facturación a obras sociales", "Sus funciones incluyen la facturación a obras sociales."),
        ("it", "Gestione di 16 addetti", "Le mansioni comprendono la gestione di 16 addetti."),
        ("nl", "Aansturen van 4 teams", "De taken omvatten het aansturen van 4 teams."),
        ("nl", "Koeltransport in de Benelux", "De taken omvatten koeltransport in de Benelux."),
        ("de", "Station 4b, 28 Betten, Anleitung von 6 Azubis", "umfassen die Anleitung von 6 Azubis."),
        ("fr", "rédaction et mise en forme des actes", "la rédaction et la mise en forme des actes."),
        ("fr", "Planification (MS Project) et pilotage", "le pilotage et la planification (MS Project)."),
        ("fr", "Gestion des achats et ventes", "comprennent la gestion des achats et ventes."),
    ],
)
def test_tasks_are_a_sentence_where_they_are_surely_things(language: str, line: str, said: str) -> None:
    text = told(language, job("Titel", "Valdora", 2020, None, line)).replace("\u00a0", " ")

    assert said in text


@pytest.mark.parametrize(
    ("language", "line", "said"),
    [
        (
            "de",
            "LKW beladen, Warenannahme, Leergut, Inventur",
            "Aufgaben: LKW beladen, Warenannahme, Leergut, Inventur.",
        ),
        (
            "fr",
            "Pétrissage, façonnage, cuisson, levain naturel",
            "Missions : pétrissage, façonnage, cuisson, levain naturel.",
        ),
        ("de", "Kreditoren/Debitoren, MWST, Lohn", "Aufgaben: Kreditoren/Debitoren, MWST, Lohn."),
        (
            "nl",
            "Kassa, bestellingen, voorraadbeheer, retouren",
            "Taken: kassa, bestellingen, voorraadbeheer, retouren.",
        ),
    ],
)
def test_a_list_of_which_no_sentence_tells_more_than_half_is_told_as_it_is_written(
    language: str, line: str, said: str
) -> None:
    text = told(language, job("Titel", "Valdora", 2020, None, line)).replace("\u00a0", " ")

    assert said in text


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("de", "Auszubildende", "jahren"),
        ("fr", "Apprentie boulangère", " ans"),
        ("de", "Grundwehrdienst", "jahren"),
    ],
)
def test_training_and_service_are_no_years_of_a_career(language: str, title: str, said: str) -> None:
    now, before = job("Titel", "Valdora", 2020, None), job(title, "Nordhof", 2016, 2020)
    assert said in told(language, now, job("Titel", "Nordhof", 2016, 2020)).lower()
    assert "zehn" not in told(language, now, before).lower()
    assert "dix" not in told(language, now, before).lower()


def test_a_sentence_of_tasks_is_held_against_its_lines_and_not_against_itself() -> None:
    now = job("Contable", "Valdora", 2020, None, "Facturación a obras sociales")
    plan = plan_paragraph(Resume(text="", language="es", roles=(now,)), options(), AS_OF)

    (sentence,) = (one for one in plan.sentences if one.part == "present")
    assert [slot.kind for slot in sentence.slots] == ["result"]
    assert [place.quote for place in sentence.evidence] == ["Facturación a obras sociales"]


def test_tasks_of_a_job_that_has_ended_were_its_tasks() -> None:
    ended = job("Contable", "Valdora", 2010, AS_OF.year - 1, "Facturación a obras sociales")

    assert "Sus funciones incluían la facturación a obras sociales." in told("es", ended)
    assert "incluyen" not in told("es", ended)


@pytest.mark.parametrize(
    ("language", "line", "said"),
    [
        ("it", "gestione delle pratiche, per fortuna finite", "la gestione delle pratiche"),
        ("it", "gestione dei turni nonostante tutto", "la gestione dei turni"),
        ("de", "Leitung der Schicht, aus gesundheitlichen Gründen beendet", "die Leitung der Schicht"),
        ("fr", "gestion des stocks, malheureusement arrêtée", "la gestion des stocks"),
        ("es", "lavado de ropa, por motivos familiares", "el lavado de ropa"),
        ("pt", "gestão de lojas, infelizmente fechadas", "a gestão de lojas"),
        ("nl", "begeleiding van kinderen met een ziekte", "de begeleiding van kinderen met een ziekte"),
        ("es", "atención a la salud familiar", "la atención a la salud familiar"),
    ],
)
def test_private_remarks_are_not_told(language: str, line: str, said: str) -> None:
    text = told(language, job("Titel", "Valdora", 2020, None, line))

    assert f" {said}." in text


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("es", "Gerente de Producción", "Gerente de producción con"),
        ("pt", "Analista Contábil Pleno", "Analista contábil pleno com"),
        ("fr", "Responsable Logistique", "Responsable logistique avec"),
        ("es", "Técnico de Siemens", "Técnico de Siemens con"),
        ("es", "Jefa de Siemens Producción", "Jefa de Siemens Producción con"),
        ("pt", "Coordenadora Pedagógica – Fundamental I", "Coordenadora pedagógica – Fundamental I com"),
        ("it", "Product Manager", "Product Manager con"),
        ("nl", "Verzorgende IG", "Verzorgende IG met"),
        ("de", "Kranfahrer, Verkäufer", "Kranfahrer, Verkäufer mit"),
        ("de", "Maurer, Verkäufer", "Maurer und Verkäufer mit"),
    ],
)
def test_titles_take_the_letters_of_a_sentence(language: str, title: str, said: str) -> None:
    assert told(language, job(title, "Valdora", 2020, None)).startswith(said)


@pytest.mark.parametrize(
    ("language", "names", "said"),
    [
        ("fr", ("Green Belt", "Humanitude"), "Détient les certificats Green Belt et Humanitude."),
        ("es", ("Green Belt",), "Cuenta con el certificado Green Belt."),
        ("de", ("Kranschein",), "Zusatzqualifikationen: Kranschein."),
        ("fr", ("Habilitation BR",), "Qualifications\u00a0: Habilitation BR."),
        ("es", ("Excel avanzado", "Green Belt"), "Cuenta con el certificado Green Belt."),
        ("fr", ("Membre de l'Ordre",), "Est membre de l'Ordre."),
        ("es", ("Licencia tipo B",), "Tiene licencia tipo B."),
        ("it", ("Coordinatrice della sicurezza",), "Abilitazioni e corsi: Coordinatrice"),
    ],
)
def test_what_is_held_is_a_sentence_unless_it_says_itself_what_it_is(
    language: str, names: tuple[str, ...], said: str
) -> None:
    held = tuple(Credential(fact(one)) for one in names)

    assert said in told(language, job("Titel", "Valdora", 2020, None), credentials=held)


@pytest.mark.parametrize(
    ("language", "higher", "confidence", "lower", "said"),
    [
        ("de", "Promotion", 1.0, "Diplom-Chemie", "Ausbildung: Promotion, Schule."),
        ("de", "Promotion", 0.95, "Diplom-Chemie", "Ausbildung: Promotion, Schule."),
        ("pt", "Doutorado", 1.0, "Mestrado", "Formação: Doutorado, Schule."),
        (
            "fr",
            "Diplôme d'ingénieur mécanique",
            0.78,
            "DUT",
            "Formation\u00a0: Diplôme d'ingénieur mécanique, Schule.",
        ),
        ("fr", "Stage de mécanique", 0.78, "DUT", "Formation\u00a0: DUT, Schule."),
        ("de", "Promotionsstelle Verkauf", 1.0, "Diplom-Chemie", "Ausbildung: Diplom-Chemie, Schule."),
    ],
)
def test_the_highest_degree_is_told(
    language: str, higher: str, confidence: float, lower: str, said: str
) -> None:
    courses = (
        Education(fact(lower), None, fact("Schule")),
        Education(replace(fact(higher), confidence=confidence), None, fact("Schule")),
    )

    assert said in told(language, job("Titel", "Valdora", 2020, None), education=courses)


@pytest.mark.parametrize(
    ("language", "line", "degree", "field", "said"),
    [
        ("fr", "CFC de cuisinier", "CFC", "cuisinier", "CFC de cuisinier"),
        ("fr", "BTS Comptabilité", "BTS", "Comptabilité", "BTS Comptabilité"),
        ("fr", "BTS (2001) Comptabilité", "BTS", "Comptabilité", "BTS en Comptabilité"),
    ],
)
def test_a_degree_and_its_subject_are_told_as_they_are_written(
    language: str, line: str, degree: str, field: str, said: str
) -> None:
    def placed(value: str) -> Fact[str]:
        return Fact(value, (Evidence(line.index(value), line.index(value) + len(value), value),))

    course = Education(placed(degree), placed(field), None)

    assert f": {said}." in told(language, job("T", "V", 2020, None), text=line, education=(course,))


@pytest.mark.parametrize(
    ("language", "level", "said"),
    [
        ("es", "B1-B2", "Habla inglês (B2) y espanhol (B1-B2)."),
        ("pt", "leitura", "Idiomas: inglês (B2) e espanhol (leitura)."),
        ("it", "capisco", "Lingue: inglês (B2) e espanhol (comprensione)."),
        ("fr", "lu, parlé", "Parle inglês (B2) et espanhol (lu, parlé)."),
        ("es", "Intermedio", "Habla inglês (B2) y espanhol (intermedio)."),
        ("de", "Muttersprache", "Spricht Inglês (B2) und Espanhol (Muttersprache)."),
    ],
)
def test_a_language_that_is_only_read_or_understood_is_not_spoken(
    language: str, level: str, said: str
) -> None:
    languages = (Language(fact("inglês"), fact("B2")), Language(fact("espanhol"), fact(level)))
    text = told(language, job("Titel", "Valdora", 2020, None), languages=languages)

    assert said in text


def test_another_version_tells_the_skills_and_one_the_job_before_that() -> None:
    tasks = (
        "Tenue de la comptabilité générale et analytique de trois sociétés du bâtiment",
        "Préparation du bilan et de la liasse fiscale avec l'expert",
        "Gestion de la paie de quarante salariés sur trois sites",
    )
    jobs = (
        job("Comptable", "Menuiseries Gaborit", 2019, None, *tasks),
        job("Collaboratrice comptable", "Cabinet Ouvrard", 2014, 2018),
        job("Assistante comptable", "Transports Herbreteau", 2010, 2013),
    )
    tools = tuple(Skill(name, (), group="Logiciels") for name in ("Sage 100", "Excel", "SAP"))
    spoken = tuple(
        Language(fact(name), fact("courant")) for name in ("anglais", "italien", "allemand", "arabe")
    )
    resume = Resume(text="", language="fr", roles=jobs, skills=tools, languages=spoken)
    first, skilled, earlier = (
        plan_paragraph(resume, options(), AS_OF, 0, emphasis).text
        for emphasis in ("work", "skills", "history")
    )

    assert "Cabinet Ouvrard" in first
    assert "Sage 100" not in first
    assert "Cabinet Ouvrard" in skilled
    assert "Sage 100" in skilled
    assert "Transports Herbreteau" in earlier
    assert "Cabinet Ouvrard" not in earlier
    assert "bilan" not in skilled


def _spoken(language: str, text: str, *stated: tuple[str, str | None]) -> str:
    """A summary with languages that stand in a text."""

    def placed(value: str) -> Fact[str]:
        at = text.index(value)
        return Fact(value, (Evidence(at, at + len(value), value),))

    known = tuple(Language(placed(name), placed(level) if level else None) for name, level in stated)
    return told(language, job("T", "V", 2020, None), text=text, languages=known)


@pytest.mark.parametrize(
    ("language", "text", "stated", "said"),
    [
        (
            "pt",
            "Falo português e um bocadinho de inglês",
            (("português", "um bocadinho"), ("inglês", None)),
            "Fala português e um pouco de inglês",
        ),
        (
            "es",
            "Hablo español y algo de alemán",
            (("español", "algo"), ("alemán", None)),
            "Habla español y algo de alemán",
        ),
        (
            "pt",
            "Francês, B2. Inglês, A2.",
            (("Francês", None), ("Inglês", "B2.")),
            "Fala francês (B2) e inglês",
        ),
        (
            "de",
            "Deutsch, bisschen Igbo",
            (("Deutsch", None), ("Igbo", None)),
            "Spricht Deutsch und etwas Igbo",
        ),
    ],
)
def test_a_level_is_told_of_the_language_beside_which_it_stands(
    language: str, text: str, stated: tuple[tuple[str, str | None], ...], said: str
) -> None:
    assert said in _spoken(language, text, *stated)


@pytest.mark.parametrize(
    ("language", "level", "said"),
    [
        ("es", "lo entiendo", "(comprensión)"),
        ("es", "entiendo algo", "(comprensión básica)"),
        ("es", "me defiendo", ""),
        ("fr", "je comprends", "(compréhension)"),
        ("fr", "je me débrouille", ""),
        ("it", "capisco", "(comprensione)"),
        ("pt", "entendo bem", "(compreensão)"),
        ("de", "verstehe ich", "(verständnis)"),
        ("nl", "versta ik", "(passief)"),
        ("es", "40", ""),
    ],
)
def test_what_one_says_of_oneself_is_told_as_others_say_it(language: str, level: str, said: str) -> None:
    text = _spoken(language, f"Ladino B2, Retico {level}", ("Ladino", "B2"), ("Retico", level))

    assert f"retico {said}".strip() + "." in text.lower()


def test_a_share_of_a_language_keeps_its_sign() -> None:
    assert "retico (40%)" in _spoken("es", "Ladino B2, Retico 40 %", ("Ladino", "B2"), ("Retico", "40"))


@pytest.mark.parametrize(
    ("language", "title", "opening"),
    [
        ("fr", "aujourdhui Second de cuisine", "Second de cuisine, actuellement chez Valdora"),
        ("de", "derzeit Küchenchef", "Küchenchef, derzeit bei Valdora"),
        ("es", "Actualmente: Jefa de partida", "Jefa de partida, actualmente en Valdora"),
        ("it", "oggi capopartita", "Capopartita, attualmente presso Valdora"),
        ("pt", "hoje chefe de cozinha", "Chefe de cozinha, atualmente em Valdora"),
        ("nl", "nu souschef", "Souschef, nu bij Valdora"),
    ],
)
def test_a_title_that_says_that_it_is_held_is_that_of_now(language: str, title: str, opening: str) -> None:
    post = job(title, "Valdora", 2022, None)
    only_year = Fact(Period(PartialDate(2022), PartialDate(2022)), (Evidence(0, 4, "2022"),))

    assert told(language, replace(post, period=only_year)).startswith(opening)
