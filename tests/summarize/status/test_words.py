from datetime import date

import pytest

from functions.summarize.resume import Status
from functions.summarize.status import Kind, status_of

AS_OF = date(2026, 11, 28)


def stated(text: str, kind: Kind, language: str = "en") -> Status | None:
    found = status_of(text, kind, language, AS_OF)
    return found.status if found else None


@pytest.mark.parametrize(
    ("text", "kind", "language", "status"),
    [
        ("BSc Chemistry (not completed), University of Leeds", "education", "en", "not completed"),
        ("BA History – withdrew 2011", "education", "en", "not completed"),
        ("60 credits toward a BA in History", "education", "en", "not completed"),
        ("PhD Physics, all but dissertation", "education", "en", "not completed"),
        ("Diplom Maschinenbau, ohne Abschluss", "education", "de", "not completed"),
        ("Licence de droit, non validée", "education", "fr", "not completed"),
        ("Contador Público – abandoné en 2º año", "education", "es", "not completed"),
        ("Direito na UFPR, desisti em 2011", "education", "pt", "not completed"),
        ("Lettere, ho abbandonato nel 2010", "education", "it", "not completed"),
        ("HBO Bouwkunde, gestaakt in 2009", "education", "nl", "not completed"),
        ("BTS compta, non validés", "education", "fr", "not completed"),
        ("Studium BWL, kein Abschluss", "education", "de", "not completed"),
        ("Ingeniería Industrial (incompleta)", "education", "es", "not completed"),
        ("Direito (trancado)", "education", "pt", "not completed"),
        ("Laurea in Lettere, non conseguita", "education", "it", "not completed"),
        ("Bachelor Bedrijfskunde (niet afgerond)", "education", "nl", "not completed"),
        ("BA Film, University of Hull, three papers, stopped 2015", "education", "en", "not completed"),
        ("BSc Physics, left after the second year", "education", "en", "not completed"),
        ("BSc Nutrition, up to 3rd year, Cebu Technological College", "education", "en", "not completed"),
        ("Diploma in Fashion (second year only)", "education", "en", "not completed"),
        ("DEC en Comptabilité, non complété", "education", "fr", "not completed"),
        ("MSc Supply Chain (in view), University of Benin", "education", "en", "in progress"),
        ("Licence d'histoire, arrêtée en 2014", "education", "fr", "not completed"),
        ("Contaduría (trunca)", "education", "es", "not completed"),
        ("HBO Logistiek, niet afgerond", "education", "nl", "not completed"),
        ("One year of a BA (Theatre) at Hill University. Didn't finish", "education", "en", "not completed"),
        ("BA Sociology, Hull, 3 of 4 years, left 2007", "education", "en", "not completed"),
        ("BS Midwifery, 2nd year (undergraduate)", "education", "en", "not completed"),
        ("DEC Mécanique du bâtiment (4 sessions)", "education", "fr", "not completed"),
        ("2 years toward BA History", "education", "en", "not completed"),
        ("BSc Tourism, Split (part-time student)", "education", "en", "in progress"),
        ("MSc Business IT, Tallinn – started 2013, dropped 2014", "education", "en", "not completed"),
        ("BCom Management – Open University (2 modules outstanding)", "education", "en", "not completed"),
        ("MSc Advancing Practice, Kessock – 120/180 credits", "education", "en", "not completed"),
        ("Bachelor of Early Learning, Northwind University – third year of five", "education", "en", "not completed"),
        ("BSc Physics, Leeds – 360/360 credits", "education", "en", None),
        ("BA Drama, Hull, outstanding modules in directing", "education", "en", None),
        ("BSc Nursing (3 years)", "education", "en", None),
        ("BSc Chemistry with a second year abroad", "education", "en", None),
        ("BA History, second year prize", "education", "en", None),
        ("BSc Physics (two papers published), University of Leeds, 2015", "education", "en", None),
        ("Diplôme reconnu par arrêté du 12 mars 2015", "education", "fr", None),
        ("Ausbildung Fachkraft für Abbruch und Betontrenntechnik", "education", "de", None),
        ("Licenciatura en Derecho, pasante en Garrigues", "education", "es", None),
        ("BA History (one year only)", "education", "en", "not completed"),
        ("Hill School, left 1998 with five GCSEs", "education", "en", None),
        ("Permis C (en cours, code obtenu)", "credential", "fr", "in progress"),
        ("ACCA - 2 papers remaining", "credential", "en", "in progress"),
        ("NEBOSH IGC – results due January 2027", "credential", "en", "in progress"),
        ("Class 2 licence – theory passed, practical test in March 2027", "credential", "en", "in progress"),
        ("Forklift licence (in process)", "credential", "en", "in progress"),
        ("TEFL, halfway through", "credential", "en", "in progress"),
        ("Blue badge – waiting list", "credential", "en", "in progress"),
        ("City & Guilds 2391, results pending", "credential", "en", "in progress"),
        ("Six Sigma in Process Improvement", "credential", "en", None),
        ("Class 2 licence, theory and practical passed 2019", "credential", "en", None),
        ("Results Based Management, UNDP", "credential", "en", None),
        ("BSc Botany (external), reading final year", "education", "en", "in progress"),
        ("BSc Botany, final year project on mosses", "education", "en", None),
        ("BS Food Science, 2026 (result awaited)", "education", "en", "in progress"),
        ("MSc Structures, preparatory year finished, thesis not submitted", "education", "en", "in progress"),
        ("Industriemeister Metall, praktischer Teil noch offen", "credential", "de", "in progress"),
        ("Master 2 Droit, mémoire à soutenir", "education", "fr", "in progress"),
        ("MSc Law, thesis on leases, 2019", "education", "en", None),
        ("BSc Civil Engineering (incl. preparatory year), 2012", "education", "en", None),
        ("BA History, 2014, final exams outstanding (1st)", "education", "en", None),
        ("BS Hotel Mgt, undergraduate (2nd yr only)", "education", "en", "not completed"),
        ("Maestría en Calidad (trunca, 2 of 5 semesters), Monterrey", "education", "en", "not completed"),
        ("LLB, completed 3 of 8 terms, Hull", "education", "en", "not completed"),
        ("Licence Droit, 2 sur 3 années, Lille", "education", "fr", "not completed"),
        ("Informatik, 4 von 6 Semestern, Mainz", "education", "de", "not completed"),
        ("Derecho, 6 de 10 semestres, Quito", "education", "es", "not completed"),
        ("Bachelor of Education, 2022 to 2027 (expected), 24 of 32 units", "education", "en", "expected"),
        ("BSc Physics, 3rd year (expected 2027)", "education", "en", "expected"),
        ("BSc. Information Technology (evening) – 3rd year, deferred", "education", "en", "planned"),
        ("BSc Law, Hull (postponed)", "education", "en", "not completed"),
        ("Jura, Mainz (beurlaubt)", "education", "de", "not completed"),
        ("Master Droit (suspendu)", "education", "fr", "not completed"),
        ("Direito, UFMG (suspenso)", "education", "pt", "not completed"),
        ("Lettere, Bologna – in sospeso", "education", "it", "not completed"),
        ("HBO Rechten, opgeschort", "education", "nl", "not completed"),
        ("MA graphic design, Łódź (diploma not defended yet)", "education", "en", "not completed"),
        ("MSc Physics, awaiting defence", "education", "en", "in progress"),
        ("Diplom Physik, Arbeit nicht verteidigt", "education", "de", "not completed"),
        ("Máster en Biología, tesis sin defender", "education", "es", "not completed"),
        ("Mestrado em Letras, tese não defendida", "education", "pt", "not completed"),
        ("Laurea in Lettere, tesi non discussa", "education", "it", "not completed"),
        ("BSc Physics, thesis defended 2019", "education", "en", None),
        ("BSc Physics, 8 of 8 semesters, Hull", "education", "en", None),
        ("MSc Physics, ranked 2 of 40", "education", "en", None),
        ("MA History, Hull, 3 of 3 years", "education", "en", None),
        ("VIT provisional registration – will apply on graduation", "credential", "en", "planned"),
        ("Nursing registration, yet to apply", "credential", "en", "planned"),
        ("Licensed gasfitter – sitting the exam in March 2027", "credential", "en", "planned"),
        ("Approbation (wird beantragt)", "credential", "de", "planned"),
        ("Carte professionnelle, à demander", "credential", "fr", "planned"),
        ("Colegiación por solicitar", "credential", "es", "planned"),
        ("Cédula profissional, vou requerer", "credential", "pt", "planned"),
        ("Iscrizione all'albo, da richiedere", "credential", "it", "planned"),
        ("BIG-registratie, nog aan te vragen", "credential", "nl", "planned"),
        ("Systemische Therapeutin, Aufbaukurs, läuft bis Herbst 2027", "credential", "de", "in progress"),
        ("Mediator, Weiterbildung läuft noch", "credential", "de", "in progress"),
        ("Praktijkopleider, cursus loopt", "credential", "nl", "in progress"),
        ("Staplerschein, läuft bis 2028", "credential", "de", None),
        ("MBA, University of Leeds (expected 2028)", "education", "en", "expected"),
        ("Bachelor Informatik, voraussichtlich 2027", "education", "de", "expected"),
        ("MSc Statistics (in progress)", "education", "en", "in progress"),
        ("Master en droit, en cours", "education", "fr", "in progress"),
        ("PhD candidate in Linguistics", "education", "en", "candidate"),
        ("Dottoranda in Storia", "education", "it", "candidate"),
        ("Honorary Doctorate of Letters", "education", "en", "honorary"),
        ("MBA, Harbour School (rejected)", "education", "en", "failed"),
        ("PRINCE2 Practitioner (failed 2019)", "credential", "en", "failed"),
        ("CFA Level 3 - not passed", "credential", "en", "failed"),
        ("Steuerberaterprüfung, nicht bestanden", "credential", "de", "failed"),
        ("CPA (expired 2019)", "credential", "en", "expired"),
        ("CPR: lapsed", "credential", "en", "expired"),
        ("Registered Nurse licence revoked 2015", "credential", "en", "expired"),
        ("First aid, valid until 03/2019", "credential", "en", "expired"),
        ("Ersthelfer, gültig bis 2020", "credential", "de", "expired"),
        ("CACES 3 périmé", "credential", "fr", "expired"),
        ("Carnet de grúa (caducado)", "credential", "es", "expired"),
        ("Enrolled Nurse (expired 2010)", "credential", "en", "expired"),
        ("Studying for CIMA", "credential", "en", "in progress"),
        ("AWS Solutions Architect (planned 2030)", "credential", "en", "planned"),
        ("PMP, exam scheduled for May", "credential", "en", "planned"),
        ("CFA Level II candidate", "credential", "en", "candidate"),
        ("SHRM-SCP (in view)", "credential", "en", "planned"),
        ("OET – appearing January 2027", "credential", "en", "planned"),
        ("BIG-registratie doorgehaald", "credential", "nl", "expired"),
        ("Habilitation électrique, à renouveler", "credential", "fr", "expired"),
        ("Certificazione HACCP da rinnovare", "credential", "it", "expired"),
        ("Geprüfte Fachwirtin, begonnen 2025", "credential", "de", "in progress"),
        ("Englisch (lerne ich gerade)", "language", "de", "learning"),
        ("ISTQB Foundation — plan for spring 2027", "credential", "en", "planned"),
        ("CISSP: aiming for 2027", "credential", "en", "planned"),
        ("GIPS Associate member, applied", "credential", "en", "planned"),
        ("NCLEX-RN, eligible", "credential", "en", "planned"),
        ("NCLEX to sit May 2027", "credential", "en", "planned"),
        ("CA Inter – Group I cleared (Nov 2019), Group II not cleared", "credential", "en", "not completed"),
        ("CS Executive (Group 1 passed)", "credential", "en", "not completed"),
        ("CA Finalist", "credential", "en", "not completed"),
        ("ACCA (9 of 13 papers)", "credential", "en", "not completed"),
        ("CIMA, 6 papers passed", "credential", "en", "not completed"),
        ("Forklift – discontinued", "credential", "en", "not completed"),
        ("First Aid – needs renewal", "credential", "en", "expired"),
        ("No experience with Oracle", "skill", "en", "negated"),
        ("no Python", "skill", "en", "negated"),
        ("Kubernetes (never used)", "skill", "en", "negated"),
        ("Docker (none)", "skill", "en", "negated"),
        ("not fluent in French", "language", "en", "negated"),
        ("Keine Kenntnisse in SAP", "skill", "de", "negated"),
        ("Excel: aucun", "skill", "fr", "negated"),
        ("Willing to learn Power BI", "skill", "en", "learning"),
        ("Currently learning Python", "skill", "en", "learning"),
        ("Rust (learning)", "skill", "en", "learning"),
        ("SQL (basic)", "skill", "en", "basic"),
        ("Power BI – beginner", "skill", "en", "basic"),
        ("Basic knowledge of R", "skill", "en", "basic"),
        ("Grundkenntnisse in Java", "skill", "de", "basic"),
        ("Notions de comptabilité", "skill", "fr", "basic"),
        ("Excel: nivel básico", "skill", "es", "basic"),
        ("SAP (basis)", "skill", "nl", "basic"),
        ("Aspiring Data Scientist", "title", "en", "planned"),
        ("Was not promoted to Senior Director.", "line", "en", "negated"),
        ("Failed to save $5M", "line", "en", "negated"),
        ("Sales target of 40 visits a week: did not meet", "line", "en", "negated"),
        ("Umsatzziel von 2 Mio. nicht erreicht", "line", "de", "negated"),
    ],
)  # fmt: skip
def test_words_beside_a_fact_give_its_status(text: str, kind: Kind, language: str, status: Status) -> None:
    assert stated(text, kind, language) == status


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("BSc Chemistry, University of Leeds, 2009 – 2012", "education", "en"),
        ("Certificate in Training and Development", "education", "en"),
        ("Enrolled Nurse", "credential", "en"),
        ("First aid, valid until 2029", "credential", "en"),
        ("Forklift licence, no expiry", "credential", "en"),
        ("Safe Pass – exp. 03/2028", "credential", "en"),
        ("ServSafe Manager | exp. 9/2029", "credential", "en"),
        ("CPA (expired 2019, renewed 2021)", "credential", "en"),
        ("CFA Level I, failed 2018, passed 2019", "credential", "en"),
        ("Machine learning", "skill", "en"),
        ("Learning management systems", "skill", "en"),
        ("Visual Basic", "skill", "en"),
        ("Basic Life Support", "skill", "en"),
        ("No-code tools", "skill", "en"),
        ("Gas Safe registered (no. on request)", "credential", "en"),
        ("AutoCAD Part 1, 2018", "credential", "en"),
        ("Diploma in Applied Linguistics", "credential", "en"),
        ("CIMA Certificate in Business Accounting, member of 3 panels", "credential", "en"),
        ("CPR, next due 2027", "credential", "en"),
        ("Target Group marketing certificate", "credential", "en"),
        ("Teaching certificate (lifetime: no, renews 2028)", "credential", "en"),
        ("NoSQL", "skill", "en"),
        ("Basel III", "skill", "de"),
        ("Never missed a deadline in 6 years", "line", "en"),
        ("No accidents in 4 years", "line", "en"),
        ("Repaired 40 alarms a month that did not ring", "line", "en"),
        ("Data Scientist", "title", "en"),
        ("no setor de vendas", "skill", "pt"),
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_status_give_none(text: str, kind: Kind, language: str) -> None:
    assert stated(text, kind, language) is None


@pytest.mark.parametrize(
    ("text", "is_stage"),
    [("BSc Law, 3rd year", True), ("BSc Law, 2 of 6 terms", True), ("BSc Law, 3rd year, withdrew", False)],
)
def test_how_far_a_course_went_is_no_end_of_it(text: str, is_stage: bool) -> None:
    found = status_of(text, "education")

    assert found is not None
    assert (found.status, found.is_stage) == ("not completed", is_stage)


def test_words_of_another_language_than_the_resume_do_not_count() -> None:
    assert stated("SAP Basis, Base de dados", "skill", "pt") is None
    assert stated("SAP – Basis", "skill", "nl") == "basic"


@pytest.mark.parametrize(
    ("text", "kind", "words", "bare"),
    [
        ("PRINCE2 Practitioner (failed 2019)", "credential", "failed", "PRINCE2 Practitioner"),
        ("No experience with Oracle", "skill", "No experience with", "Oracle"),
        ("CFA Level 3 - not passed", "credential", "not passed", "CFA Level 3"),
        ("SQL [basic]", "skill", "basic", "SQL"),
        ("Rust", "skill", None, None),
    ],
)
def test_a_status_quotes_its_words_and_leaves_the_bare_fact(
    text: str, kind: Kind, words: str | None, bare: str | None
) -> None:
    found = status_of(text, kind)
    assert (found and text[found.start : found.end]) == words
    assert (found and found.bare(text)) == bare
