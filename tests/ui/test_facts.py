import re

from ui.facts import facts_html

RESUME = {
    "basics": {
        "name": "Ada <script>",
        "label": "Nurse",
        "email": "ada@example.org",
        "location": {"address": "Leeds, UK", "city": "Leeds"},
        "profiles": [{"url": "https://example.org/ada"}],
    },
    "work": [
        {
            "position": "Nurse",
            "name": "Elm & Oak",
            "startDate": "2018-03",
            "highlights": ["Led <b>12</b>", "Cut 3%"],
        },
        {"position": "Assistant", "startDate": "2016", "endDate": "2018"},
    ],
    "education": [{"institution": "Leeds", "endDate": "2015"}],
    "skills": [{"name": "Triage"}, {"name": "Tools", "keywords": ["Epic", "Excel"]}],
    "languages": [{"language": "French", "fluency": "B2"}],
    "certificates": [{"name": "RN", "issuer": "NMC"}],
    "awards": [],
}


def words(html: str) -> list[str]:
    return [line for line in re.sub(r"<[^>]+>", "\n", html).split("\n") if line.strip()]


def test_the_facts_stand_under_their_sections() -> None:
    assert words(facts_html(RESUME)) == [
        "Person", "Ada &lt;script&gt;, Nurse", "ada@example.org", "Leeds, UK", "https://example.org/ada",
        "Work", "Nurse, Elm &amp; Oak ", "from 2018-03",
        "Led &lt;b&gt;12&lt;/b&gt;", "Cut 3%", "Assistant ", "2016 – 2018",
        "Education", "Leeds ", "until 2015",
        "Skills", "Triage, Tools: Epic, Excel",
        "Certificates", "RN, NMC",
        "Languages", "French, B2",
    ]  # fmt: skip


def test_no_facts_are_no_sections() -> None:
    assert facts_html({}) == ""
