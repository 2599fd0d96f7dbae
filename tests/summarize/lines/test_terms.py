"""Lines that are nobody's work."""

import pytest

from functions.summarize.lines.terms import is_no_change, says_terms


@pytest.mark.parametrize(
    "line",
    [
        "Paid per joint",
        "Self employed, turnover about 38,000 in best year",
        "Fixed term 11 months, 39 hours",
        "2 contracts of six months",
        "Zero hours contract, then 30 hrs",
        "Honourable discharge with rank of sergeant",
        "Temp to perm after 12 weeks",
        "The firm makes valves for the food industry, 650 employees",
        "Restaurant kept its star in both years",
        "We had 340 overdue certificates",
        "Signed off due to father's illness",
        "Handed over 64 customers to my little brother",
        "- Two shift system, chemical park",
        "Passed class 2 in 2013 paid for by the company and moved on to the wagons",
        "Took the forklift course paid by the employer",
        "Got my ADR paid for by the firm",
        "Completed NVQ 2, sponsored by the hotel",
        "Did the crane ticket, funded by the company",
        "I obtained the SIA licence paid for by the council",
        "Led to $31 million in state replacement funds",
        "Which led directly to two new contracts",
        "Resulted in 20 new clients",
        "Culminating in a national launch",
        "Gave rise to a new policy",
        "Contributing to 12% growth",
        "Translating to a $2m saving",
        "Reports to the CE",
        "Report to COO",
        "Reporting directly to the Group Finance Director.",
        "Reports to VP Operations in Monterrey",
        "Looking to go back on the books",
        "Hoping to train as a nurse",
        "Keen to learn",
        "Looking for a new challenge in sales",
        "Extended three times",
        "Contract renewed twice",
        "Invited back every season",
    ],
)
def test_terms_and_remarks_are_no_work(line: str) -> None:
    assert says_terms(line)


@pytest.mark.parametrize(
    "line",
    [
        "Paid 240 suppliers a month",
        "Trained 12 drivers, paid for by the council",
        "Passed two audits ordered by the company",
        "Completed 40 kitchens funded by grants",
        "Contract management for two sites",
        "Pay runs for 900 staff",
        "Contracts of sale for 40 flats",
        "Company secretary of three charities",
        "Restaurant openings in two cities",
        "Permanent way inspections",
        "Wage slips and VAT returns",
        "Got two contracts signed",
        "Temporary traffic management on the ring road",
        "Trained my team in fire safety",
        "Cut short stays by 30%",
        "Led tours to 14 countries",
        "Contributed to two WHO guidelines",
        "Translated leaflets to Welsh",
        "Leads to sales handover for 3 teams",
        "Paid out claims to 300 customers",
        "Salary benchmarking for 40 roles",
        "Reports to the board on sales",
        "Reports to the Managing Director monthly",
        "Report monthly sales to the director",
        "Reports to the plant manager, leads team of 12",
        "Pay equity audit for 900 staff",
        "Contract staff onboarding for 3 sites",
        "Part-time staff rota for 60 people",
        "Meals provided to 400 pupils a day",
        "Rotating shifts planned for 80 nurses",
        "Mandatory service checks on 40 lifts",
        "Hotel owned and operated, 24 rooms",
        "Zero gaps in audit trail over 5 years",
        "Worked beside police to close 40 cases",
        "Built an app that lets migrants send money to 14 countries",
        "Cut absence due to back injuries by 40%",
        "Built my own watch brand from scratch",
        "Looking after ten residents",
        "Looking for faults on conveyors",
        "Renewed 40 contracts",
        "Extended the network to 14 sites",
    ],
)
def test_work_that_looks_like_terms_is_told(line: str) -> None:
    assert not says_terms(line)


@pytest.mark.parametrize(
    "told",
    [
        "raised dealer meetings from 30 to 2,500 guests",
        "cut the MAD from 2.1m to 1.4m",
        "ages up from 4 months to 11 years",
        "raised one employer from 1981 to 2022",
        "raised usually from 11 to 12 thousand km a month",
        "staff 6 to 14",
        "raised flats and malls from 2nd fix to foreman",
    ],
)
def test_sizes_that_nobody_changed(told: str) -> None:
    assert is_no_change(told)


@pytest.mark.parametrize(
    "told",
    [
        "cut complaints from 40 to 12 a month",
        "raised pass rates of pupils by 9%",
        "cut the project cost rate from 12% to 9%",
        "brought the AHT from 7:10 to 5:25",
        "raised the CQC rating from 2 to 4",
    ],
)
def test_true_changes_are_told(told: str) -> None:
    assert not is_no_change(told)
