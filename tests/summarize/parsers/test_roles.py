"""Title, employer, place and dates in every usual order."""

from datetime import date

import pytest

from functions.summarize.parsers.facts import read_facts
from functions.summarize.resume import Role
from tests.builders.pages import page


def _roles(text: str) -> tuple[Role, ...]:
    """The roles in reading order."""
    resume = read_facts(page("Ann Example\nann@example.org\n*Experience\n" + text), date(2026, 1, 1))
    held = (*resume.roles, *resume.volunteering)
    return tuple(sorted(held, key=lambda role: (role.title or role.employer).evidence[0].start))  # type: ignore[union-attr]


def _told(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [
        tuple(fact.value if fact else None for fact in (role.title, role.employer, role.location))  # type: ignore[misc]
        for role in _roles(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Head Chef, The Ivy (London) 2019 – 2021",
        "Head Chef | The Ivy | London | 2019 – 2021",
        "2019-2021: Head Chef, The Ivy, London",
        "Head Chef at The Ivy, London (2019 - 2021)",
        "Head Chef⇥2019 – 2021\nThe Ivy, London",
        "The Ivy, London⇥2019 – 2021\nHead Chef",
        "The Ivy — London\nHead Chef\n2019 – 2021",
        "Head Chef\nThe Ivy, London\n2019 – 2021\n- Cooked",
        "2019 – 2021\nHead Chef\nThe Ivy, London",
        "[0,0,0]2019 – 2021\n[0,0,1]Head Chef\n[0,0,1]The Ivy, London",
        "[0,0,0]Head Chef\n[0,0,1]2019 – 2021\n[0,1,0]The Ivy\n[0,1,1]London",
        "Job title: Head Chef\nEmployer: The Ivy\nLocation: London\nDates: 2019 – 2021",
    ],
)
def test_one_role_in_every_order(text: str) -> None:
    assert _told(text) == [("Head Chef", "The Ivy", "London")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Roofer, Calderwick\n2019 – now\n- Slates and lead", ("Roofer", "Calderwick")),
        ("Roofer - Calderwick (2019 - 2021)\n- Slates and lead", ("Roofer", "Calderwick")),
        ("Calderwick | Roofer\n2019 – 2021\n- Slates and lead", ("Roofer", "Calderwick")),
        ("Calderwick – Roofer (2019 – 2021)\n- Slates and lead", ("Roofer", "Calderwick")),
        (
            "Backend Engineer — Brindlewise\n04/2019 – 05/2021 | Remote / Leeds",
            ("Backend Engineer", "Brindlewise"),
        ),
        ("Brindlewise – Analyst, Rates Trading⇥Jun 2019 – Aug 2021", ("Analyst", "Brindlewise")),
        ("Tax Adviser, Private Clients Team, Brindlewise, 2019 – 2021", ("Tax Adviser", "Brindlewise")),
        ("Tax Adviser (Private Clients), Calder Trust, 2019 – 2021", ("Tax Adviser", "Calder Trust")),
        (
            "Riveter, Saltholme Shipyard\nApril 2019 - Present\n- Rivets plates",
            ("Riveter", "Saltholme Shipyard"),
        ),
        ("Optician at Brindlewise, Leeds\n2019 - 2021\n- Tested eyes", ("Optician", "Brindlewise")),
        ("Bus Driver at Cadwell Lakes Transit, Hull\n2019 - 2021", ("Bus Driver", "Cadwell Lakes Transit")),
        ("Köchin bei Brinkwarder\n2019 - 2021\n- Mittagstisch", ("Köchin", "Brinkwarder")),
        (
            "*Pellworth Software / QTX Data Systems\nSupport Analyst | Chennai | Sep 2016 – Apr 2020",
            ("Support Analyst", "Pellworth Software / QTX Data Systems"),
        ),
    ],
)
def test_an_employer_that_no_list_knows(text: str, told: tuple[str, str]) -> None:
    assert [each[:2] for each in _told(text)] == [told]


def test_entries_that_begin_with_a_place_and_name_no_title() -> None:
    text = (
        "Antwerp, Belgium\nMarrowgate Sensors\n2020 – 2023\n- Member of the calibration group.\n"
        "Lugo, Spain\nInstituto de Óptica de Lugo\n2017 – 2019\n- Test bench for lenses"
    )
    assert [each[:2] for each in _told(text)] == [
        (None, "Marrowgate Sensors"),
        (None, "Instituto de Óptica de Lugo"),
    ]


def test_several_roles_at_one_employer() -> None:
    text = (
        "Acme Corp, London\nSenior Engineer⇥2018 – 2022\n- Built it\nEngineer⇥2015 – 2018\n- Fixed it\n"
        "Beta Ltd — Paris\nEngineer⇥2012 – 2015"
    )
    assert _told(text) == [
        ("Senior Engineer", "Acme Corp", "London"),
        ("Engineer", "Acme Corp", "London"),
        ("Engineer", "Beta Ltd", "Paris"),
    ]


def test_an_employer_with_its_own_dates_is_no_role() -> None:
    assert _told("Acme Inc.⇥2015 – 2022\nSenior Engineer⇥2018 – 2022\nEngineer⇥2015 – 2018") == [
        ("Senior Engineer", "Acme Inc.", None),
        ("Engineer", "Acme Inc.", None),
    ]


def test_order_is_learnt_from_the_entries_that_are_sure() -> None:
    text = "Nurse, Zeta, 2019 - 2021\n- Cared\nVorsteher, Omega, 2015 - 2019\n- Led\nCook, Eta, 2012 - 2015"
    assert _told(text)[1] == ("Vorsteher", "Omega", None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Director, Operations\nNova Logistics\n2019 – 2021",
            ("Director, Operations", "Nova Logistics", None),
        ),
        ("U.S. Army, Sergeant, 2005–2010", ("Sergeant", "U.S. Army", None)),
        ("Counsel, Wilson, Hart & Lowe LLP, 2019 - 2021", ("Counsel", "Wilson, Hart & Lowe LLP", None)),
        ("Engineer, Acme, Inc., Austin, TX, 2019 - 2021", ("Engineer", "Acme, Inc.", "Austin, TX")),
        (
            "Lecturer, Department of Law, University of Leeds, 2019 - 2021",
            ("Lecturer", "University of Leeds", None),
        ),
        (
            "Leiter Vertrieb\nMüller & Söhne GmbH, Stuttgart\n2019 – 2021",
            ("Leiter Vertrieb", "Müller & Söhne GmbH", "Stuttgart"),
        ),
        ("Freelance Translator⇥2015 – 2018", ("Freelance Translator", None, None)),
    ],
)
def test_titles_and_employers_that_hold_separators(text: str, told: tuple[str | None, ...]) -> None:
    assert _told(text) == [told]


def test_a_freelancer_does_not_inherit_the_employer_above() -> None:
    text = "Acme Corp, London\nEngineer⇥2018 – 2022\n- Built\nFreelance Engineer⇥2015 – 2018\n- Fixed"
    assert _told(text)[1] == ("Freelance Engineer", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Apr 2019 –\nMar 2023\nHead Chef\nThe Ivy, London",
        "Apr 2019 –⇥Head Chef\nMar 2023⇥The Ivy, London",
        "Head Chef, The Ivy, London\n4/2019\nto 3/2023",
        "[0,0,0]Apr 2019 –\n[0,0,0]Mar 2023\n[0,0,1]Head Chef\n[0,0,1]The Ivy, London",
    ],
)
def test_a_period_goes_on_over_the_end_of_its_line(text: str) -> None:
    (role,) = _roles(text)
    assert role.period is not None
    assert (str(role.period.value.start), str(role.period.value.end)) == ("2019-04", "2023-03")
    assert len(role.period.evidence) == 2


@pytest.mark.parametrize("now", ["Present", "till now", "– heute"])
def test_present_on_the_next_line_ends_a_period(now: str) -> None:
    (role,) = _roles(f"Apr 2019 –\n{now}\nHead Chef\nThe Ivy, London")
    assert role.period is not None
    assert role.period.value.current


@pytest.mark.parametrize("years", ["2021, 2022, 2023", "2021 / 2023", "2023, 2022 and 2021"])
def test_years_in_a_list_are_the_stretch_from_the_first_to_the_last(years: str) -> None:
    (role,) = _roles(f"Head Chef, The Ivy, London, {years}")
    assert role.period is not None
    assert (str(role.period.value.start), str(role.period.value.end)) == ("2021", "2023")


def test_a_career_break_is_no_role() -> None:
    assert _told("Cook, Savoy Hotel, 2012 - 2015\nCareer Break, 2015 - 2017") == [
        ("Cook", "Savoy Hotel", None)
    ]


@pytest.mark.parametrize(
    "pause",
    [
        "Time out to look after my mother\nJune 2015 - May 2017",
        "*Maternity leave\nJune 2015 – May 2017",
        "Elternzeit und Kinderbetreuung⇥06.2015 – 05.2017",
        "2015 – 2017: Congé parental, puis recherche d'emploi",
        "06/2015 - 05/2017 Excedencia para el cuidado de hijos",
        "Familienpause (zwei Kinder), 2015 - 2017",
    ],
)
def test_a_time_without_a_job_is_none_and_keeps_its_dates(pause: str) -> None:
    roles = _roles(
        f"*Baker, Calder Mill\n2017 – 2019\n- Ran the ovens\n{pause}\n*Cook, Savoy Hotel\n2012 – 2015\n- Cooked"
    )
    assert [
        (str(role.period and role.period.value.start), role.title and role.title.value) for role in roles
    ] == [
        ("2017", "Baker"),
        ("2012", "Cook"),
    ]
    assert not any("leave" in fact.value or "zeit" in fact.value for role in roles for fact in role.bullets)


@pytest.mark.parametrize("title", ["Travel Agent", "Relocation Consultant", "Reiseleiterin"])
def test_a_job_whose_title_begins_like_a_pause_is_one(title: str) -> None:
    assert _told(f"{title}, Calder Tours Ltd, 2012 - 2015") == [(title, "Calder Tours Ltd", None)]


@pytest.mark.parametrize("employer", ["Merton", "Ashdown", "Marlow"])
def test_a_name_that_stands_where_employers_do_is_one(employer: str) -> None:
    assert [told[:2] for told in _told(
        "Northmoor Capital – Graduate Analyst, Credit Research⇥Sep 2020 – Present\n- Writes notes\n"
        f"{employer} – Summer Intern, Technology⇥Jun – Aug 2018\n- Automated a report"
    )] == [("Graduate Analyst", "Northmoor Capital"), ("Summer Intern", employer)]  # fmt: skip


def test_a_name_alone_above_its_title_is_an_employer_where_those_of_other_jobs_stand_so() -> None:
    assert [told[:2] for told in _told(
        "Bluewater Web Hosting\nSystems Engineer | Chennai | May 2020 – Present\n- Runs 60 services\n"
        "Larch Systems / Orrin Data\nSupport Engineer | India | Sep 2016 – Apr 2020\n- Closed 900 tickets a year\n"
        "*Skills\nKubernetes, Terraform"
    )] == [
        ("Systems Engineer", "Bluewater Web Hosting"), ("Support Engineer", "Larch Systems / Orrin Data"),
    ]  # fmt: skip


def test_bullets_belong_to_the_role_above_them() -> None:
    (role,) = _roles(
        "Cook, Savoy Hotel, 2012 - 2015\nKey achievements:\n- Cut waste by 8%\nTrained two apprentices."
    )
    assert [fact.value for fact in role.bullets] == ["Cut waste by 8%", "Trained two apprentices."]


def test_an_internship_is_marked_as_one() -> None:
    assert [
        role.kind
        for role in _roles("Marketing Intern, Acme Ltd, 2012 - 2013\nPraktikantin, Bosch, 2011 - 2012")
    ] == [
        "internship",
        "internship",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- Working as Senior Cook in M/s. Kaveri Foods Pvt. Ltd., Erode from July 2017 to till date.",
        "- Currently working as a Senior Cook with Kaveri Foods Pvt. Ltd., Erode from July 2017 to till date",
        "- Joined Kaveri Foods Pvt. Ltd. as Senior Cook, July 2017 to present",
        "1. Senior Cook, Kaveri Foods Pvt. Ltd., Erode, July 2017 - present",
    ],
)
def test_a_role_may_be_told_in_a_sentence(text: str) -> None:
    assert [told[:2] for told in _told(text)] == [("Senior Cook", "Kaveri Foods Pvt. Ltd.")]


def test_a_field_of_work_is_no_employer() -> None:
    text = (
        "Harcastle LLP, Leeds\nSenior Associate, Real Estate\nMay 2024 – date\n- Acted\n"
        "Associate, Real Estate\nMay 2020 – May 2024"
    )
    assert [told[:2] for told in _told(text)] == [
        ("Senior Associate, Real Estate", "Harcastle LLP"),
        ("Associate, Real Estate", "Harcastle LLP"),
    ]


def test_a_field_of_a_form_is_text_of_the_role() -> None:
    text = (
        "Trainee Solicitor – Noor LLP\n2019 – 2021\nSeats: Banking (6 months), Employment\n"
        "Paralegal – Calder Law\n2018 – 2019"
    )
    assert [told[:2] for told in _told(text)] == [
        ("Trainee Solicitor", "Noor LLP"),
        ("Paralegal", "Calder Law"),
    ]


def test_a_date_of_birth_is_no_role() -> None:
    assert _told("Date of birth: 1/5/1990") == []


def test_what_follows_an_at_sign_is_an_employer_though_it_ends_like_a_place() -> None:
    assert _told("Product Designer @ Fietsverzekering NL\n2017 – 2021") == [
        ("Product Designer", "Fietsverzekering NL", None)
    ]


def test_the_length_of_employment_and_the_place_below_the_dates_are_no_employer() -> None:
    text = (
        "Northbeam\n4 years 9 months\n*Account Executive\nApril 2023 - Present (2 years 9 months)\n"
        "Austin, Texas, United States\n- Closed deals\n*Sales Executive\nApril 2021 - March 2023 (2 years)\n"
        "Austin, Texas Area\nLattiq\n*Sales Representative\nJuly 2019 - March 2021 (1 year 9 months)\n"
        "Austin, Texas Area\n- Booked meetings"
    )
    assert _told(text) == [
        ("Account Executive", "Northbeam", "Austin, Texas, United States"),
        ("Sales Executive", "Northbeam", "Austin, Texas Area"),
        ("Sales Representative", "Lattiq", "Austin, Texas Area"),
    ]


@pytest.mark.parametrize("label", ["Stage : ", "Internship: ", "Praktikum: "])
def test_a_label_that_says_internship_is_no_title(label: str) -> None:
    (role,) = _roles(f"2016 – 2017⇥{label}Marketing Assistant – Beta Ltd")
    assert (role.title and role.title.value, role.employer and role.employer.value, role.kind) == (
        "Marketing Assistant",
        "Beta Ltd",
        "internship",
    )


def test_fields_of_work_joined_by_a_stroke_belong_to_the_title() -> None:
    assert _told("Mesilla Hospital, Leeds\nRN, Medical-Surgical / Telemetry⇥2014 – 2017") == [
        ("RN, Medical-Surgical / Telemetry", "Mesilla Hospital", "Leeds")
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Advice Volunteer", "volunteering"),
        ("Volunteer Firefighter", "volunteering"),
        ("Volunteer Coordinator", "employment"),
        ("Peace Corps Volunteer", "employment"),
        ("Cook", "employment"),
    ],
)
def test_volunteers_among_the_jobs_are_no_employees(title: str, kind: str) -> None:
    assert [role.kind for role in _roles(f"{title}, Lambeth Law Centre, 2019 – 2021")] == [kind]


@pytest.mark.parametrize("label", ["Client", "Kunde", "Cliente", "End client"])
def test_a_client_is_no_employer(label: str) -> None:
    text = f"Harrow Consulting Ltd, Leeds⇥2018 – 2022\nSenior Consultant\n{label}: Pike Insurance plc\n- Led the audit"
    assert _told(text) == [("Senior Consultant", "Harrow Consulting Ltd", "Leeds")]


def test_a_label_may_stand_before_a_tab() -> None:
    text = (
        "Dates⇥09/2015 – 11/2017\nOccupation or position held⇥Laboratory Analyst\n"
        "Name and address of employer⇥Rosetta Water, Rashid"
    )
    (role,) = _roles(text)
    assert role.employer is not None
    assert role.employer.value.startswith("Rosetta Water")


@pytest.mark.parametrize("form", [", Inc.", " (Pty) Ltd", ", S.A.", ", Lda.", " GmbH"])
def test_a_legal_form_belongs_to_the_employer(form: str) -> None:
    (role,) = _roles(
        f"Systems Administrator\nPalisade Mission Systems{form}\n04/2022 – 05/2023\n- Kept it running"
    )
    assert role.employer is not None
    assert role.employer.value.rstrip(".") == f"Palisade Mission Systems{form}".rstrip(".")


def test_an_employer_above_bullets_heads_no_later_job() -> None:
    text = (
        "02.2018 – heute⇥Projektleiter\nFurrer Bau AG, Altdorf\n- Strassenbau\n- Etappe 3\n"
        "08.2011 – 01.2018⇥Bauführer\nSeetal Tiefbau GmbH, Hochdorf\n- Polier\n"
    )
    assert [told[:2] for told in _told(text)] == [
        ("Projektleiter", "Furrer Bau AG"), ("Bauführer", "Seetal Tiefbau GmbH"),
    ]  # fmt: skip


def test_an_employer_above_a_heading_is_not_that_of_the_jobs_below() -> None:
    text = (
        "Prairie Gate Elementary, Iowa\nSecond Grade Teacher⇥2010 – 2014\n- Taught\n"
        "*Other Work Experience\nSubstitute Teacher⇥2015 – 2016\n- Stood in"
    )
    assert [each[:2] for each in _told(text)] == [
        ("Second Grade Teacher", "Prairie Gate Elementary"),
        ("Substitute Teacher", None),
    ]


def test_the_year_of_a_product_behind_a_label_is_no_date() -> None:
    text = (
        "*Systems Administrator⇥October 2022 – Present\nNorthfork Gear, Inc. | Eagan, MN\n- Sole admin of 2 plants\n"
        "Environment: VMware 7, Server 2019, Veeam\n"
        "*Desktop Analyst⇥July 2018 – October 2022\nLakeshore Health | Saint Paul, MN\n- Tier 2 support"
    )
    begun = [str(role.period.value.start) for role in _roles(text) if role.period]
    assert [(*each[:2], start) for each, start in zip(_told(text), begun, strict=True)] == [
        ("Systems Administrator", "Northfork Gear, Inc.", "2022-10"),
        ("Desktop Analyst", "Lakeshore Health", "2018-07"),
    ]


def test_a_long_cell_beside_dates_alone_names_the_job_of_these_dates() -> None:
    text = (
        "Gwen Pritchard\nAberystwyth · 07700 900123 · gwen@example.org\n*Work\n"
        "[0,0,0]2016 – present\n"
        "[0,0,1]Supervisor – Night shift, Ceredigion Parcels Ltd. Run a team of 14 and plan the docks. Misloads cut"
        " from 2.1% to 0.6% by photo checks.\n"
        "[0,1,0]2011 – 2016\n"
        "[0,1,1]Warehouse operative, Swales Foods, Shrewsbury\n"
        "[0,1,1]Picked 180 cases an hour; FLT counterbalance\n"
        "[0,2,0]2019 –\n[0,2,1]Piano teacher, Saturdays, own pupils\n"
        "*Tickets\nFLT counterbalance licence (valid to 2027), First aid at work\n*Languages\nWelsh, English"
    )
    told = read_facts(page(text), date(2026, 1, 1)).roles
    supervisor = next(role for role in told if role.title and role.title.value == "Supervisor")

    assert supervisor.employer is not None
    assert supervisor.employer.value == "Ceredigion Parcels Ltd."
    assert [bullet.value for bullet in supervisor.bullets] == [
        "Run a team of 14 and plan the docks.",
        "Misloads cut from 2.1% to 0.6% by photo checks.",
    ]


def test_a_cell_of_duties_beside_dates_stays_one_where_the_row_names_a_job() -> None:
    told = _told(
        "[0,0,0]2016 – 2019\n[0,0,1]Supervisor, Orvik Ltd\n[0,0,2]Run a team of 14 and plan the docks"
    )

    assert told == [("Supervisor", "Orvik Ltd", None)]


def test_of_two_houses_around_a_title_the_one_that_stands_as_the_others_do_employs() -> None:
    told = _told(
        "Northmoor Capital – Graduate Analyst, Credit Research⇥Sep 2020 – Present\n- Writes notes on 25 issuers\n"
        "Pinnock – Summer Intern, Commodity Options and Hedging⇥Jul – Aug 2019\n- Created a model of 10 years\n"
        "Granville – Summer Intern, Technology⇥Jun – Aug 2018\n- Automated a daily report"
    )

    assert [house for _, house, _ in told] == ["Northmoor Capital", "Pinnock", "Granville"]


@pytest.mark.parametrize(
    ("line", "title", "house"),
    [
        ("Juniper Café Barista, Newport, OR", "Barista", "Juniper Café"),
        ("Blue Otter Café Cook, Reno, NV", "Cook", "Blue Otter Café"),
        ("Hudson Hotel Group Concierge, Albany, NY", "Concierge", "Hudson Hotel Group"),
        ("Marlow Brewing Company Bartender, Salem, OR", "Bartender", "Marlow Brewing Company"),
    ],
)
def test_a_house_and_a_title_that_nothing_parts_are_two(line: str, title: str, house: str) -> None:
    told = _told(
        f"{line}\nMay 2019-March 2021 38 hrs/week\n- Served 300 guests a day\n"
        "Field Assistant, Tidal Research Group, Newport, OR\nJune 2017 - April 2019\n- Tagged 500 crabs"
    )

    assert told[0][:2] == (title, house)


def test_what_is_told_of_a_post_below_a_list_of_posts_is_of_the_post_with_the_dates() -> None:
    roles = _roles(
        "Mar 2021 – Present | Operations Manager | Southbank Logistics, Truganina\n"
        "2012 – 2016 | Team Leader | Coldway Foods, Laverton\n"
        "*Southbank Logistics – Operations Manager\n- Managed 96 staff on three shifts\n"
        "*Coldway Foods – Team Leader\n- Led 14 pickers"
    )

    assert [(role.title.value, len(role.bullets)) for role in roles if role.title] == [
        ("Operations Manager", 1),
        ("Team Leader", 1),
    ]
    assert all(role.period is not None for role in roles)
