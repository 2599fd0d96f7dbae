"""One career told in each language that is served beside English: a job since 2019, and one from 2014 to 2018."""

from typing import Any

from functions.summarize.language.function_words import function_words
from functions.summarize.verify.index import Index
from functions.summarize.verify.sources import entries_of_document


def index_of(language: str) -> Index:
    """The career in a language, ISO 639-1, as texts are held against it."""
    return Index(entries_of_document(CAREERS[language]), function_words(language))


def _career(
    now: tuple[str, str, list[str]],
    before: tuple[str, str, list[str]],
    studies: tuple[str, str, str],
    languages: dict[str, str],
) -> dict[str, Any]:
    """Jobs as title, employer and lines; studies as degree, subject and school; languages with their levels."""
    degree, subject, school = studies
    return {
        "work": [
            {"position": now[0], "name": now[1], "highlights": now[2], "startDate": "2019-01"},
            {
                "position": before[0],
                "name": before[1],
                "highlights": before[2],
                "startDate": "2014-02",
                "endDate": "2018-12",
            },
        ],
        "education": [{"studyType": degree, "area": subject, "institution": school, "endDate": "2013"}],
        "languages": [{"language": name, "fluency": level} for name, level in languages.items()],
        "meta": {"yearsExperience": {"value": 12, "months": 149, "asOf": "2026-06-01"}},
    }


CAREERS = {
    "de": _career(
        (
            "Leiterin Buchhaltung",
            "Kornfeld Maschinenbau GmbH",
            [
                "Monatsabschluss für 12 Gesellschaften",
                "Bearbeitungszeit von 9 auf 4 Tage verkürzt",
                "Fehlerquote um 30 % gesenkt",
                "Einführung von DATEV in drei Werken",
                "Schulung von 50+ Anwendern",
                "Archiv aus 30 Jahren geordnet",
            ],
        ),
        (
            "Bilanzbuchhalterin",
            "Rüthers Hydraulik AG",
            [
                "Prüfung von 400 Rechnungen im Monat",
                "Jahresabschluss ohne Beanstandung",
                "Test der Schnittstelle zur Bank",
            ],
        ),
        ("Bachelor", "Betriebswirtschaft", "Hochschule Nordstadt"),
        {"Deutsch": "Muttersprache", "Englisch": "B2", "Polnisch": "Grundkenntnisse"},
    ),
    "fr": _career(
        (
            "Responsable comptable",
            "Valdora SARL",
            [
                "Clôture mensuelle de 12 sociétés",
                "Délai de traitement réduit de 9 à 4 jours",
                "Erreurs de saisie réduites de 30 %",
                "Déploiement de Sage dans trois usines",
            ],
        ),
        (
            "Aide-comptable",
            "Menuiseries Bertignac",
            ["Contrôle de 400 factures par mois", "Bilan annuel sans réserve"],
        ),
        ("Licence", "Gestion", "Université de Vire"),
        {"Français": "langue maternelle", "Anglais": "B2", "Polonais": "notions"},
    ),
    "es": _career(
        (
            "Jefa de contabilidad",
            "Valdora Logística S.L.",
            [
                "Cierre mensual de 12 sociedades",
                "Plazo de tramitación reducido de 9 a 4 días",
                "Errores de registro reducidos un 30 %",
                "Implantación de Sage en tres fábricas",
            ],
        ),
        (
            "Auxiliar contable",
            "Carpinterías Bertomeu",
            ["Revisión de 400 facturas al mes", "Balance anual sin salvedades"],
        ),
        ("Grado", "Economía", "Universidad de Montalba"),
        {"Español": "nativo", "Inglés": "B2", "Polaco": "básico"},
    ),
    "pt": _career(
        (
            "Chefe de contabilidade",
            "Valdora Logística Lda",
            [
                "Fecho mensal de 12 sociedades",
                "Prazo de tratamento reduzido de 9 para 4 dias",
                "Erros de registo reduzidos em 30 %",
                "Implementação do Sage em três fábricas",
            ],
        ),
        (
            "Assistente contabilística",
            "Carpintarias Bertolo",
            ["Revisão de 400 faturas por mês", "Balanço anual sem reservas"],
        ),
        ("Licenciatura", "Economia", "Universidade de Montalvo"),
        {"Português": "nativo", "Inglês": "B2", "Polaco": "básico"},
    ),
    "it": _career(
        (
            "Responsabile contabilità",
            "Valdora Logistica S.r.l.",
            [
                "Chiusura mensile di 12 società",
                "Tempi di elaborazione ridotti da 9 a 4 giorni",
                "Errori di registrazione ridotti del 30 %",
                "Introduzione di Sage in tre stabilimenti",
            ],
        ),
        (
            "Addetta alla fatturazione",
            "Falegnamerie Bertolli",
            ["Controllo di 400 fatture al mese", "Bilancio annuale senza rilievi"],
        ),
        ("Laurea", "Economia", "Università di Montalba"),
        {"Italiano": "madrelingua", "Inglese": "B2", "Polacco": "scolastico"},
    ),
    "nl": _career(
        (
            "Hoofd boekhouding",
            "Valdora Logistiek BV",
            [
                "Maandafsluiting voor 12 vennootschappen",
                "Doorlooptijd van 9 naar 4 dagen verkort",
                "Boekingsfouten met 30 % verlaagd",
                "Invoering van Exact in drie fabrieken",
            ],
        ),
        (
            "Assistent boekhouder",
            "Timmerbedrijf Berthout",
            ["Controle van 400 facturen per maand", "Jaarrekening zonder opmerkingen"],
        ),
        ("Bachelor", "Bedrijfskunde", "Hogeschool Noordstad"),
        {"Nederlands": "moedertaal", "Engels": "B2", "Pools": "basiskennis"},
    ),
}
