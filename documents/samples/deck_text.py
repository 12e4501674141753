"""The words of trafford-self-assessment-2018.pptx: ours throughout, from the facts the council published."""

from typing import NamedTuple


class Column(NamedTuple):
    """One half of a slide: a heading and the bullets, or the rows of a table, under it."""

    heading: str
    bullets: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()


class Slide(NamedTuple):
    title: str
    left: Column
    right: Column


TITLE = "Trafford children's social care: the council's self-assessment of March 2018"
SUBTITLE = (
    "Sample briefing, written for this product in our own words",
    "Publication: 'Summary of Trafford's Self Assessment', Children's Social Care (CSC)",
    "Publisher: Trafford Council. Date: March 2018",
)

WHAT_IT_IS = Slide(
    "What the self-assessment is",
    Column(
        "Why Trafford writes one",
        (
            "The council writes it yearly, for a peer challenge programme run by the association of "
            "directors of children's services for the North West (NWADCS)",
            "Councils in the region draw on it to support and challenge one another, so that the sector "
            "leads its own improvement",
            "It also steers the council's annual conversation with Ofsted",
        ),
    ),
    Column(
        "What it covers",
        (
            "Making conditions in which social work can flourish",
            "How good social work practice is",
            "Help and protection",
            "Children in care, and care leavers",
            "Every view in these slides is the council's own view of itself",
        ),
    ),
)

FIGURES = Slide(
    "Key figures at the end of March 2018",
    Column(
        "Cases, contacts and orders",
        rows=(
            ("Measure", "Figure"),
            ("Total of open cases in children's social care", "1506"),
            ("Children in need", "615"),
            ("Children in care", "381"),
            ("Children on child protection plans", "260"),
            ("Care leavers", "149"),
            ("Other cases", "101"),
            ("Contacts received by MARAT in 2017/18", "12,152"),
            ("Public Law Outline (PLO): families", "46"),
            ("Public Law Outline (PLO): children", "89"),
            ("Cases at SEAM, the sexual exploitation and missing panel, in March 2018", "42"),
            ("Special guardianship orders (SGOs) in the year", "29"),
            ("SGOs in the three years before", "3, 4 and 7"),
        ),
    ),
    Column(
        "Child protection plans and placements",
        (
            "Of the 260 children on plans, 76 had been re-planned: 30% of all the plans that began in the "
            "year",
            "Plans by category: neglect 49.62%; emotional 46.15%; sexual abuse 3.46%; physical abuse 0.77%",
            "In-house foster placements: 104 (27%)",
            "Family and friends placements: 91 (24%)",
            "Children placed with their parents: 79 (21%)",
            "Independent fostering agency (IFA) placements: 42 (11%)",
            "Residential placements: 31, of which 21 external and 10 in-house",
            "Young people living independently: 14",
        ),
    ),
)

ENVIRONMENT = Slide(
    "Conditions in which social work can flourish",
    Column(
        "Main points",
        (
            "Services work in an integrated way, health and social care above all",
            "Governance is strong: there are meetings of the director (DCS), of the lead member, and of the "
            "chief executive and leader",
            "Quality assurance is robust: audits, governance visits and a health check for social workers",
            "Performance is watched in weekly and monthly reports, senior managers' meetings, panels and "
            "finance meetings",
            "The organisation learns: supervision, IPDR, training and development",
            "Commissioning takes in integrated commissioning, early help and placement finding",
            "The safeguarding board has strong governance and assurance, with its LIC process",
        ),
    ),
    Column(
        "What the council knows about itself",
        (
            "Audit and supervision point to a strong front door for children in need of social care",
            "Assessments are strong and their quality is good",
            "Evidence of support for children below the social care threshold is weaker, and early help "
            "assessments could get better",
            "Planning for permanence has to start at the front door",
            "The system carries a high volume of work",
            "Staff retention is beginning to look weaker than before; 'grow your own' schemes now include "
            "Front Line and Graduate First",
            "Outputs, performance and quality are monitored to a high level; outcomes must be measured and "
            "understood better",
            "Ways of hearing the child's voice exist, but need a refresh",
        ),
    ),
)

PROGRAMME = Slide(
    "The Social Care Sustainability Programme",
    Column(
        "Its five pillars",
        (
            "Stronger early help",
            "A better offer to children in need",
            "Child protection that concentrates on the children at significant risk of harm",
            "More permanence, with support where a child is on the edge of care",
            "A stronger offer to care leavers",
        ),
    ),
    Column(
        "Steps the council says it has taken",
        (
            "A new team, Family Focus, works seven days a week with extended hours",
            "Foster carers' allowances have gone up, to keep the carers Trafford has and to recruit others",
            "A scheme called Fostering Plus works with some of the more challenging adolescents",
            "A Review and Improvement Team has been set up to change practice and back the reform",
            "A workforce dashboard comes out monthly, and an action plan on vacancies is being developed",
            "A well-being service, with holistic therapies of several kinds, is open to all staff",
        ),
    ),
)

PRACTICE = Slide(
    "Quality of social work practice",
    Column(
        "Main points",
        (
            "Restorative practice has been introduced as a new model of care",
            "Ratios of managers to social workers are good, as is management oversight; caseloads are "
            "monitored",
            "Policies and procedures are strong and kept up to date (Tri-X)",
            "Quality Practice Standards guide how people work",
            "Professional development continues, with local forums run by the principal social worker",
            "A peripatetic social work team is deployed",
            "The ASYE policy for newly qualified staff is robust, and social workers can progress well in "
            "the job",
            "The PLO and legal planning process is good",
        ),
    ),
    Column(
        "To be developed further",
        (
            "Bring partners, education included, into a wider debate on early help assessments",
            "Review child protection: children who come back into it, the way conferences are run, and help "
            "for parents in making changes that last",
            "The workforce is ageing and many staff are over 50: succession planning is a priority",
            "A refreshed workforce strategy will look at the mix of skills in teams, and at who is best "
            "placed for traditional social work functions",
            "The approach to serious incident notifications has been reviewed and given new life; every "
            "serious incident of 2017/18 is being looked at again, to be sure that notification was robust",
        ),
    ),
)

PROTECTION = Slide(
    "Help and protection",
    Column(
        "Main points",
        (
            "The front door (MARAT) is very strong",
            "Every child and family assessment is finished on time, within 45 days",
            "Re-referrals to MARAT match the regional average or are lower",
            "Early help assessments are too few; their number must rise",
            "Early help panels are growing into a valuable source of support and guidance",
            "Schools that buy the SCIP service value it very highly",
            "There are fewer child protection plans than before, but still more than among statistical "
            "neighbours",
            "'Re-plans' in child protection are very high and need significant attention",
            "The IRO service is very efficient; child protection conferences are on time and well run",
            "What is offered to a child in need is good, with room to be stronger",
        ),
    ),
    Column(
        "To be developed further",
        (
            "Tie the front door more closely to early help, so that partner agencies feel confident in "
            "working with families who fall below the social care threshold",
            "Build confidence in partnership work with children in need, and a robust way to de-escalate",
            "See that any new practice model in the transformation programme builds on strengths, so that "
            "workers can assess risk and join with parents to lower it and make change last",
            "Review the child protection plans that ended at their first review, analyse what is found and "
            "put right what needs it",
            "Tackle 're-plans' with a robust action plan",
        ),
    ),
)

CARE = Slide(
    "Children in care and care leavers",
    Column(
        "Main points",
        (
            "Care is generally of good quality, and concerns are dealt with very quickly",
            "Outcomes are good, though there is always room for better",
            "The virtual school and its head teacher are very robust",
            "Very high quality marks the in-house children's homes, and also in-house fostering, of which "
            "more is needed",
            "Supported lodgings are being developed",
            "The NEET figure for care leavers is good and all of them live in suitable accommodation",
            "Numbers in care have steadied: discharges have been driven forward, and adoption and SGOs have "
            "brought more children permanence",
            "There are more and more care leavers",
            "The Placement Finding Team has widened choice significantly and cut costs",
            "Placing children with their parents is a regional issue, being taken up with local courts and "
            "judges",
        ),
    ),
    Column(
        "To be developed further",
        (
            "Therapeutic models that make in-house foster carers more resilient and skilled, for stabler "
            "placements and more choice",
            "Restorative practice as part of daily work, and a range of safe, well-supported routes to "
            "permanence, settled as early as can be for each child",
            "More in-house capacity and commissioning for care leavers and those aged 16 and over; a "
            "stronger offer to care leavers",
            "A dynamic way of planning for children placed at home with parents",
            "More support through short breaks where a child is on the edge of care",
            "The corporate parenting strategy and board are being refreshed",
        ),
    ),
)

SLIDES = (WHAT_IT_IS, FIGURES, ENVIRONMENT, PROGRAMME, PRACTICE, PROTECTION, CARE)
