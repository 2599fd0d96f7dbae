"""Texts in the languages other than English: small words may change, what they tell may not."""

import pytest

from functions.summarize.language.function_words import function_words
from functions.summarize.language.numbers import numbers_in
from functions.summarize.pipeline import Pipeline
from functions.summarize.planning.translated_words import languages
from functions.summarize.verify.checking import check_sentence
from functions.summarize.verify.index import Index
from functions.summarize.verify.sources import entries_of_document
from tests.summarize.verify.careers import CAREERS, index_of

TRUE = {
    "de": [
        "Leiterin Buchhaltung mit mehr als zwölf Jahren Berufserfahrung, derzeit bei Kornfeld Maschinenbau.",
        "Sie arbeitet seit über sieben Jahren bei der Kornfeld Maschinenbau GmbH.",
        "Seit sieben Jahren bei Kornfeld Maschinenbau und zuvor Bilanzbuchhalterin bei Rüthers Hydraulik.",
        "Zu ihren Aufgaben gehört der Monatsabschluss für zwölf Gesellschaften.",
        "Hat die Bearbeitungszeit von neun auf vier Tage verkürzt und die Fehlerquote um 30 Prozent gesenkt.",
        "Zuvor war sie Bilanzbuchhalterin bei Rüthers Hydraulik, mit der Prüfung von 400 Rechnungen im Monat.",
        "Spricht Deutsch (Muttersprache) sowie Englisch (B2).",
        "Zuvor bei Rüthers Hydraulik: Tests der Schnittstelle zur Bank.",
        "Schulung von mehr als 50 Anwendern und ein Archiv aus 30 Jahren geordnet.",
        "Sie besitzt einen Bachelor in Betriebswirtschaft von der Hochschule Nordstadt.",
        "Schwerpunkte: die Einführung von DATEV in 3 Werken und der Monatsabschluss.",
    ],
    "fr": [
        "Responsable comptable avec plus de douze ans d'expérience professionnelle, actuellement chez Valdora.",
        "Elle travaille depuis plus de sept ans chez Valdora SARL.",
        "Elle a réduit le délai de traitement de neuf à quatre jours et les erreurs de saisie de 30 pour cent.",
        "Missions : la clôture mensuelle de douze sociétés, ainsi que le déploiement de Sage dans les trois usines.",
        "Auparavant, elle était aide-comptable chez Menuiseries Bertignac, avec le contrôle de 400 factures par mois.",
        "Parle français (langue maternelle) et anglais (B2).",
        "Titulaire d'une licence en gestion de l'Université de Vire.",
    ],
    "es": [
        "Jefa de contabilidad con más de doce años de experiencia laboral, actualmente en Valdora Logística.",
        "Trabaja desde hace más de siete años en Valdora Logística.",
        "Ha reducido el plazo de tramitación de nueve a cuatro días y los errores de registro en un 30 por ciento.",
        "Sus funciones incluyen el cierre mensual de doce sociedades y la implantación de Sage en las tres fábricas.",
        "Anteriormente fue auxiliar contable en Carpinterías Bertomeu, con la revisión de 400 facturas al mes.",
        "Habla español (nativo) e inglés (B2).",
        "Tiene un grado en economía por la Universidad de Montalba.",
    ],
    "pt": [
        "Chefe de contabilidade com mais de doze anos de experiência profissional, atualmente na Valdora Logística.",
        "Trabalha há mais de sete anos na Valdora Logística.",
        "O prazo de tratamento foi reduzido de nove para quatro dias e os erros de registo em 30 por cento.",
        "As suas funções incluem o fecho mensal de doze sociedades e a implementação do Sage nas três fábricas.",
        "Antes foi assistente contabilística nas Carpintarias Bertolo, com a revisão de 400 faturas por mês.",
        "Fala português (nativo) e inglês (B2).",
        "Revisão a 400 faturas por mês.",
        "Tem uma licenciatura em economia pela Universidade de Montalvo.",
    ],
    "it": [
        "Responsabile contabilità con oltre dodici anni di esperienza lavorativa, ora presso Valdora Logistica.",
        "Lavora da oltre sette anni presso la Valdora Logistica.",
        "Ha ridotto i tempi di elaborazione da nove a quattro giorni e gli errori di registrazione del 30 per cento.",
        "Le sue mansioni comprendono la chiusura mensile di dodici società e l'introduzione di Sage.",
        "In precedenza è stata addetta alla fatturazione presso Falegnamerie Bertolli: controllo di 400 fatture.",
        "Parla italiano (madrelingua) e inglese (B2).",
        "Ha conseguito una laurea in economia presso l'Università di Montalba.",
    ],
    "nl": [
        "Hoofd boekhouding met meer dan twaalf jaar werkervaring, nu bij Valdora Logistiek.",
        "Werkt al ruim zeven jaar bij Valdora Logistiek BV.",
        "Heeft de doorlooptijd van negen naar vier dagen verkort en de boekingsfouten met 30 procent verlaagd.",
        "Taken: de maandafsluiting voor twaalf vennootschappen en ook de invoering van Exact in de drie fabrieken.",
        "Eerder was zij assistent boekhouder bij Timmerbedrijf Berthout, met de controle van 400 facturen per maand.",
        "Spreekt Nederlands (moedertaal) en Engels (B2).",
        "Heeft een bachelor in bedrijfskunde van de Hogeschool Noordstad.",
    ],
}
FALSE = {
    "de": {
        "years": [
            "Leiterin Buchhaltung mit mehr als zwanzig Jahren Berufserfahrung.",
            "Seit zwölf Jahren bei Kornfeld Maschinenbau.",
            "Bei Kornfeld Maschinenbau seit zwölf Jahren tätig.",
            "Leiterin Buchhaltung, seit rund zwölf Jahren bei der Kornfeld Maschinenbau GmbH.",
            "Seit vier Jahren bei Rüthers Hydraulik.",
            "Seit zwölf Jahren bei Kornfeld Maschinenbau und zuvor bei Rüthers Hydraulik.",
        ],
        "time": [
            "Bilanzbuchhalterin, derzeit bei Rüthers Hydraulik.",
            "Zuvor tätig als Leiterin Buchhaltung bei Kornfeld Maschinenbau.",
            "Zuletzt bei Rüthers Hydraulik.",
        ],
        "place": [
            "Bilanzbuchhalterin bei Kornfeld Maschinenbau.",
            "Bilanzbuchhalterin mit zwölf Jahren Berufserfahrung, derzeit bei Kornfeld Maschinenbau.",
            "Bei Rüthers Hydraulik: Monatsabschluss für 12 Gesellschaften.",
        ],
        "word": [
            "Leiterin Buchhaltung, derzeit bei Siemens.",
            "Finanzvorstand bei Kornfeld Maschinenbau.",
            "Monatsabschluss und Steuererklärungen für 12 Gesellschaften.",
            "Leitet den Monatsabschluss für 12 Gesellschaften.",
            "Start der Einführung von DATEV in drei Werken.",
        ],
        "number": ["Monatsabschluss für 15 Gesellschaften.", "Monatsabschluss für fünfzehn Gesellschaften."],
        "number moved": [
            "Bearbeitungszeit von 4 auf 9 Tage verkürzt.",
            "Fehlerquote auf 30 % gesenkt.",
            "Monatsabschluss für vier Gesellschaften.",
        ],
        "negation": [
            "Hat keinen Monatsabschluss für 12 Gesellschaften verantwortet.",
            "Fehlerquote nicht um 30 % gesenkt.",
        ],
        "level": [
            "Sprachen: Deutsch (Muttersprache) und Englisch (Muttersprache).",
            "Spricht Polnisch (B2).",
        ],
        "floor": ["Schulung von 50 Anwendern."],
        "order": ["Einführung von drei Werken in DATEV."],
        "cause": ["Fehlerquote um 30 % gesenkt dank der Einführung von DATEV."],
    },
    "fr": {
        "years": [
            "Responsable comptable avec plus de vingt ans d'expérience professionnelle.",
            "Depuis environ douze ans chez Valdora.",
            "Chez Valdora depuis douze ans.",
            "Depuis quatre ans chez Menuiseries Bertignac.",
        ],
        "time": [
            "Aide-comptable, actuellement chez Menuiseries Bertignac.",
            "Auparavant responsable comptable chez Valdora.",
            "En dernier lieu chez Menuiseries Bertignac.",
        ],
        "place": [
            "Aide-comptable chez Valdora.",
            "Aide-comptable avec douze ans d'expérience, actuellement chez Valdora.",
            "Chez Menuiseries Bertignac : clôture mensuelle de 12 sociétés.",
        ],
        "word": [
            "Responsable comptable, actuellement chez Renault.",
            "Directrice chez Valdora.",
            "Clôture mensuelle et déclarations fiscales de 12 sociétés.",
            "Pilote la clôture mensuelle de 12 sociétés.",
            "Formation des équipes de Sage.",
            "Titulaire d'une maîtrise en gestion de l'Université de Vire.",
        ],
        "number": ["Clôture mensuelle de 15 sociétés.", "Clôture mensuelle de quinze sociétés."],
        "number moved": [
            "Délai de traitement réduit de 4 à 9 jours.",
            "Erreurs de saisie réduites à 30 %.",
            "Clôture mensuelle de quatre sociétés.",
        ],
        "negation": ["N'a pas réduit le délai de traitement.", "Aucune clôture mensuelle."],
        "level": ["Parle anglais (langue maternelle).", "Langues : polonais (B2) et anglais (notions)."],
        "order": ["Déploiement de trois usines dans Sage."],
        "cause": ["Erreurs de saisie réduites de 30 % grâce au déploiement de Sage."],
    },
    "es": {
        "years": [
            "Jefa de contabilidad con más de veinte años de experiencia laboral.",
            "Jefa de contabilidad, doce años en Valdora Logística.",
            "En Valdora Logística desde hace doce años.",
            "Desde hace cuatro años en Carpinterías Bertomeu.",
        ],
        "time": [
            "Auxiliar contable, actualmente en Carpinterías Bertomeu.",
            "Anteriormente jefa de contabilidad en Valdora Logística.",
            "Por último en Carpinterías Bertomeu.",
        ],
        "place": [
            "Auxiliar contable en Valdora Logística.",
            "Auxiliar contable, actualmente en Valdora Logística.",
            "En Carpinterías Bertomeu: cierre mensual de 12 sociedades.",
        ],
        "word": [
            "Jefa de contabilidad, actualmente en Iberdrola.",
            "Directora financiera en Valdora Logística.",
            "Cierre mensual e impuestos de 12 sociedades.",
            "Dirige el cierre mensual de 12 sociedades.",
            "Revisión de calidad de 400 facturas al mes.",
        ],
        "number": ["Cierre mensual de 15 sociedades.", "Cierre mensual de quince sociedades."],
        "number moved": [
            "Plazo de tramitación reducido de 4 a 9 días.",
            "Errores de registro reducidos a un 30 %.",
            "Cierre mensual de cuatro sociedades.",
        ],
        "negation": ["No ha reducido el plazo de tramitación.", "Ningún cierre mensual de 12 sociedades."],
        "level": ["Habla inglés (nativo).", "Idiomas: español (nativo) y polaco (B2)."],
        "order": ["Implantación de tres fábricas en Sage."],
        "cause": ["Errores de registro reducidos un 30 % gracias a la implantación de Sage."],
    },
    "pt": {
        "years": [
            "Chefe de contabilidade com mais de vinte anos de experiência profissional.",
            "Chefe de contabilidade, doze anos na Valdora Logística.",
            "Na Valdora Logística há doze anos.",
            "Há quatro anos nas Carpintarias Bertolo.",
        ],
        "time": [
            "Assistente contabilística, atualmente em Carpintarias Bertolo.",
            "Antes chefe de contabilidade na Valdora Logística.",
            "Por último em Carpintarias Bertolo.",
        ],
        "place": [
            "Assistente contabilística na Valdora Logística.",
            "Assistente contabilística, atualmente na Valdora Logística.",
            "Nas Carpintarias Bertolo: fecho mensal de 12 sociedades.",
        ],
        "word": [
            "Chefe de contabilidade, atualmente na Petrobras.",
            "Diretora financeira na Valdora Logística.",
            "Fecho mensal e impostos de 12 sociedades.",
            "Dirige o fecho mensal de 12 sociedades.",
        ],
        "number": ["Fecho mensal de 15 sociedades.", "Fecho mensal de quinze sociedades."],
        "number moved": [
            "Prazo de tratamento reduzido de 4 para 9 dias.",
            "Erros de registo reduzidos a 30 %.",
            "Fecho mensal de quatro sociedades.",
        ],
        "negation": ["Não reduziu o prazo de tratamento.", "Nenhum fecho mensal de 12 sociedades."],
        "level": ["Fala inglês (nativo).", "Idiomas: português (nativo) e polaco (B2)."],
        "order": ["Implementação de três fábricas em Sage."],
        "cause": ["Erros de registo reduzidos em 30 % graças à implementação do Sage."],
    },
    "it": {
        "years": [
            "Responsabile contabilità con più di venti anni di esperienza lavorativa.",
            "Da circa dodici anni presso Valdora Logistica.",
            "Presso Valdora Logistica da dodici anni.",
            "Da quattro anni presso Falegnamerie Bertolli.",
        ],
        "time": [
            "Addetta alla fatturazione, attualmente presso Falegnamerie Bertolli.",
            "In precedenza responsabile contabilità presso Valdora Logistica.",
            "Da ultimo presso Falegnamerie Bertolli.",
        ],
        "place": [
            "Addetta alla fatturazione presso Valdora Logistica.",
            "Addetta alla fatturazione, attualmente presso Valdora Logistica.",
            "Presso Falegnamerie Bertolli: chiusura mensile di 12 società.",
        ],
        "word": [
            "Responsabile contabilità, attualmente presso Barilla.",
            "Direttrice presso Valdora Logistica.",
            "Chiusura mensile e imposte di 12 società.",
            "Dirige la chiusura mensile di 12 società.",
        ],
        "number": ["Chiusura mensile di 15 società.", "Chiusura mensile di quindici società."],
        "number moved": [
            "Tempi di elaborazione ridotti da 4 a 9 giorni.",
            "Errori di registrazione ridotti al 30 %.",
            "Chiusura mensile di quattro società.",
        ],
        "negation": ["Non ha ridotto i tempi di elaborazione.", "Nessuna chiusura mensile di 12 società."],
        "level": ["Parla inglese (madrelingua).", "Lingue: italiano (madrelingua) e polacco (B2)."],
        "order": ["Introduzione di tre stabilimenti in Sage."],
        "cause": ["Errori di registrazione ridotti del 30 % grazie all'introduzione di Sage."],
    },
    "nl": {
        "years": [
            "Hoofd boekhouding met meer dan twintig jaar werkervaring.",
            "Hoofd boekhouding, twaalf jaar bij Valdora Logistiek.",
            "Bij Valdora Logistiek sinds twaalf jaar.",
            "Sinds vier jaar bij Timmerbedrijf Berthout.",
        ],
        "time": [
            "Assistent boekhouder, nu bij Timmerbedrijf Berthout.",
            "Eerder hoofd boekhouding bij Valdora Logistiek.",
            "Laatst bij Timmerbedrijf Berthout.",
        ],
        "place": [
            "Assistent boekhouder bij Valdora Logistiek.",
            "Assistent boekhouder, nu bij Valdora Logistiek.",
            "Bij Timmerbedrijf Berthout: maandafsluiting voor 12 vennootschappen.",
        ],
        "word": [
            "Hoofd boekhouding, nu bij Philips.",
            "Directeur bij Valdora Logistiek.",
            "Maandafsluiting en belastingaangiften voor 12 vennootschappen.",
            "Leidt de maandafsluiting voor 12 vennootschappen.",
        ],
        "number": [
            "Maandafsluiting voor 15 vennootschappen.",
            "Maandafsluiting voor vijftien vennootschappen.",
        ],
        "number moved": [
            "Doorlooptijd van 4 naar 9 dagen verkort.",
            "Boekingsfouten tot 30 % verlaagd.",
            "Maandafsluiting voor vier vennootschappen.",
        ],
        "negation": ["Heeft de doorlooptijd niet verkort.", "Geen maandafsluiting voor 12 vennootschappen."],
        "level": ["Spreekt Engels (moedertaal).", "Talen: Nederlands (moedertaal) en Pools (B2)."],
        "order": ["Invoering van drie fabrieken in Exact."],
        "cause": ["Boekingsfouten met 30 % verlaagd dankzij de invoering van Exact."],
    },
}


@pytest.mark.parametrize(
    ("language", "sentence"), [(language, one) for language, ones in TRUE.items() for one in ones]
)
def test_what_is_true_holds_in_other_small_words(language: str, sentence: str) -> None:
    assert check_sentence(sentence, index_of(language), "third").problems == ()


@pytest.mark.parametrize(
    ("language", "code", "sentence"),
    [
        (language, code, one)
        for language, kinds in FALSE.items()
        for code, ones in kinds.items()
        for one in ones
    ],
)
def test_what_is_false_is_refused_for_what_it_is(language: str, code: str, sentence: str) -> None:
    assert code in {fault.code for fault in check_sentence(sentence, index_of(language)).faults}


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("de", "Bilanzbuchhalterin bei der Kornfeld Maschinenbau.", "bei der Kornfeld Maschinenbau"),
        ("fr", "Délai de traitement réduit de 4 jours à 9.", "4 jours à 9"),
        ("fr", "Délai réduit de 4, d'un coup, à 9 jours.", "4, d'un coup, à 9"),
    ],
)
def test_the_words_at_fault_are_marked_as_they_are_written(language: str, sentence: str, words: str) -> None:
    assert words in {fault.words for fault in check_sentence(sentence, index_of(language)).faults}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Leiterin Buchhaltung with more than twelve years of experience, now at Kornfeld Maschinenbau.", []),
        ("Leiterin Buchhaltung with more than twenty years of experience.", ["years: twenty years"]),
        ("Leiterin Buchhaltung mit mehr als zwanzig Jahren Berufserfahrung.", ["years: zwanzig Jahren"]),
    ],
)
def test_a_text_in_english_about_another_resume_is_read_as_english(text: str, problems: list[str]) -> None:
    (checked,) = Pipeline().verify(CAREERS["de"], text)

    assert list(checked.verdict.problems) == problems


@pytest.mark.parametrize("form", [0, 1])
@pytest.mark.parametrize("language", TRUE)
def test_the_sentence_that_summaries_tell_tasks_in_holds_for_what_was_read_alone(
    language: str, form: int
) -> None:
    table = languages()[language]
    line, _, _, other, *_ = CAREERS[language]["work"][0]["highlights"]
    true = table["sentence"][form].format(lines=f"{line} {table['also']} {other}") + "."
    false = {"number": true.replace("12", "15"), "word": true.replace(other, "Zorblax")}

    assert check_sentence(true, index_of(language), "implied").problems == ()
    for code, sentence in false.items():
        assert code in {fault.code for fault in check_sentence(sentence, index_of(language)).faults}


@pytest.mark.parametrize("form", [0, 1])
@pytest.mark.parametrize("language", TRUE)
def test_the_sentence_that_summaries_tell_results_in_holds_for_what_was_read_alone(
    language: str, form: int
) -> None:
    line = CAREERS[language]["work"][0]["highlights"][0]
    true = languages()[language]["results"][form].format(lines=line) + "."

    assert check_sentence(true, index_of(language), "implied").problems == ()
    assert check_sentence(true.replace("12", "15"), index_of(language)).faults


@pytest.mark.parametrize("form", ["holds_one", "holds_more", "trained_one", "trained_more"])
@pytest.mark.parametrize("language", TRUE)
def test_what_summaries_say_is_held_must_have_been_read(language: str, form: str) -> None:
    known = {**CAREERS[language], "certificates": [{"name": "Green Belt"}]}
    index = Index(entries_of_document(known), function_words(language))
    words = languages()[language]
    true = (words[form] or words["holds_one"]).format(credentials="Green Belt") + "."

    assert check_sentence(true, index, "implied").problems == ()
    assert check_sentence(true.replace("Green", "Black"), index).faults
    assert check_sentence(true, index_of(language)).faults


@pytest.mark.parametrize(
    ("level", "sentence", "codes"),
    [
        ("gut in Wort und Schrift", "Spricht Englisch (gut in Wort und Schrift) und Polnisch (B1).", set()),
        ("gut in Wort und Schrift", "Spricht Polnisch (gut in Wort und Schrift) und Englisch.", {"level"}),
    ],
)
def test_a_small_word_of_a_level_is_no_level(level: str, sentence: str, codes: set[str]) -> None:
    spoken = [{"language": "Englisch", "fluency": level}, {"language": "Polnisch", "fluency": "B1"}]
    index = Index(entries_of_document({**CAREERS["de"], "languages": spoken}), function_words("de"))

    assert {fault.code for fault in check_sentence(sentence, index).faults} == codes


def test_the_verb_of_a_sentence_is_no_level() -> None:
    spoken = [{"language": "français", "fluency": "maternelle"}, {"language": "arabe", "fluency": "parlé"}]
    index = Index(entries_of_document({**CAREERS["fr"], "languages": spoken}), function_words("fr"))

    assert not check_sentence("Parle français (maternelle) et arabe (parlé).", index).faults
    assert check_sentence("Parle français (parlé) et arabe (maternelle).", index).faults


@pytest.mark.parametrize("language", TRUE)
def test_the_numbers_that_summaries_write_out_are_read_as_figures(language: str) -> None:
    written = languages()[language]["numbers"].split()

    assert [[int(one.value) for one in numbers_in(word, language)] for word in written] == [
        [number] for number in range(2, len(written) + 2)
    ]


def test_an_employer_right_behind_the_date_of_a_course_is_a_fault_and_no_error() -> None:
    assert [fault.code for fault in check_sentence("2013 Kornfeld Maschinenbau.", index_of("de")).faults] == [
        "place"
    ]


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("Leitet die Buchhaltung", "unfinished"),
        ("Leiterin Buchhaltung ([derzeit).", "debris"),
        ("Leiterin Buchhaltung bei bei Kornfeld.", "repeated: bei"),
        ("Ich bin Leiterin Buchhaltung.", "pronoun: Ich"),
    ],
)
def test_a_sentence_is_finished_in_any_language(sentence: str, problem: str) -> None:
    assert problem in check_sentence(sentence, index_of("de"), "implied").problems


@pytest.mark.parametrize(
    ("language", "code", "sentence"),
    [
        ("fr", "negation", "N'est plus responsable comptable."),
        ("de", "level", "Spricht Polnisch sehr gut."),
    ],
)
def test_small_words_that_change_what_is_said_are_seen(language: str, code: str, sentence: str) -> None:
    assert code in {fault.code for fault in check_sentence(sentence, index_of(language)).faults}
