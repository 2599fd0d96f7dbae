"""Section headings in the languages the builders write."""

_WORDS = {
    "en": {
        "contact": "Contact",
        "summary": "Profile",
        "experience": "Experience",
        "volunteering": "Volunteering",
        "education": "Education",
        "credentials": "Certifications",
        "skills": "Skills",
        "languages": "Languages",
    },
    "fr": {
        "contact": "Coordonnées",
        "summary": "Profil",
        "experience": "Expérience professionnelle",
        "volunteering": "Bénévolat",
        "education": "Formation",
        "credentials": "Certifications",
        "skills": "Compétences",
        "languages": "Langues",
    },
    "de": {
        "contact": "Kontakt",
        "summary": "Profil",
        "experience": "Berufserfahrung",
        "volunteering": "Ehrenamt",
        "education": "Ausbildung",
        "credentials": "Zertifikate",
        "skills": "Kenntnisse",
        "languages": "Sprachen",
    },
    "es": {
        "contact": "Contacto",
        "summary": "Perfil",
        "experience": "Experiencia profesional",
        "volunteering": "Voluntariado",
        "education": "Formación académica",
        "credentials": "Certificaciones",
        "skills": "Competencias",
        "languages": "Idiomas",
    },
    "pt": {
        "contact": "Contato",
        "summary": "Resumo",
        "experience": "Experiência profissional",
        "volunteering": "Voluntariado",
        "education": "Formação acadêmica",
        "credentials": "Certificações",
        "skills": "Competências",
        "languages": "Idiomas",
    },
    "it": {
        "contact": "Contatti",
        "summary": "Profilo",
        "experience": "Esperienza professionale",
        "volunteering": "Volontariato",
        "education": "Istruzione e formazione",
        "credentials": "Certificazioni",
        "skills": "Competenze",
        "languages": "Lingue",
    },
}


def heading_words(language: str, section: str) -> str:
    """The usual heading of a section."""
    return _WORDS[language][section]
