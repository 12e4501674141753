"""The words of trafford-focused-visit-2018.pdf: ours throughout, from the facts in Ofsted's letter."""

RUNNING_HEADER = "Sample briefing: Trafford children's services, focused visit of July 2018"
RUNNING_FOOTER = "Written in our own words for the inspection assistant"

TITLE = "Briefing: focused visit to Trafford, July 2018"
NOTICE = (
    "<b>This is a sample briefing.</b> It was written for this product, in our own words. The facts are "
    "those of the publication named below; the wording is not."
)
PARTICULARS = (
    ("Publication", "Letter: Focused visit to Trafford Metropolitan Borough Council children's services"),
    ("Publisher", "Ofsted"),
    ("Published", "2 August 2018"),
    ("Addressed to", "Cathy Rooney at the council, Trafford Town Hall, Stretford"),
    ("Visit", "10 and 11 July 2018"),
    ("Inspectors", "Pauline Higham, who signed the letter, and Shabana Abasi; both Her Majesty's Inspectors"),
    ("Framework", "Inspection of local authority children's services (ILACS)"),
)

SALUTATION = "Dear colleague"
INTRODUCTION = (
    "Ofsted visited Trafford for two days to see how well the council secures permanence for children. The "
    "inspectors followed children who had gone back to their birth families, been adopted, moved to "
    "connected carers, settled in long-term foster homes or entered residential care. To do so they talked "
    "cases through with social workers, read children's records, and studied what the council holds on its "
    "performance management and quality assurance.",
)

OVERVIEW = (
    "Political leadership and senior management had both changed not long before the visit. Inspectors "
    "found that Trafford had made good use of the expertise it already had, which kept services stable and "
    "consistent and kept improvement for children and families in view. Leaders know where services are "
    "strong and where they are weak, and put that knowledge to good use when deciding what to develop.",
    "A targeted transformation plan is being carried out. It treats permanence, and permanence at an early "
    "stage, as a task for the whole system, and it has put more capacity into particular functions so that "
    "children reach permanence sooner. Children are already gaining from it: more are being adopted, more "
    "are made subject to special guardianship orders (SGOs) under the Children Act 1989, and more go safely "
    "home to their families.",
    "Agencies work together strongly and share a clear aim, which is better outcomes. Once a need for "
    "permanence is recognised, there are enough effective services to help children and families and to "
    "support the placement. The council now has a strong set of performance data on permanence, and leaders "
    "and managers use it well when they plan and run services.",
    "Two things lag behind. Audit gives no current picture of practice, and children's records do not "
    "always show managers' oversight through supervision. Morale is good: staff feel valued and supported, "
    "and told inspectors that they feel heard when they talk about daily practice and their own "
    "development.",
)

IMPROVEMENT_LEAD = "The letter sets the council five points for its work on permanence:"
IMPROVEMENTS = (
    "Make decisions and finish assessments in good time for children living with connected carers, so that "
    "their permanence can be secured through special guardianship orders (SGOs).",
    "Keep children's assessments up to date, so that each plan rests on a thorough analysis of how things "
    "stand for the child now.",
    "See that independent reviewing officers (IROs) escalate their concerns formally, so that children meet "
    "as little drift and delay as possible.",
    "Give every child who has a permanence plan direct work that is planned and consistent, to help the "
    "child make sense of his or her own history and journey.",
    "Develop and train the fostering panel further, so that it works more efficiently.",
)

FINDINGS_LEAD = (
    "What the inspectors found is set out here in the same order as in the letter. The numbers are ours, "
    "added to make each finding easy to name."
)
FINDINGS = (
    "Every suitable route to permanence, adoption among them, is considered, and the child's record gives a "
    "clear reason for the decision. Assessments of whether brothers and sisters should live together are "
    "sound: lasting sibling bonds are weighed well against what each child will need in the long run. "
    "Social workers assess all the relatives, successfully and promptly, to see if staying within the "
    "family is best for the child.",
    "Agencies work together effectively. Professionals pass on information in good time, and children "
    "receive the right services as a result. Links with schools stand out as a strength. The Healthy Young "
    "Minds service supports children's emotional health and well-being well.",
    "Some children wait too long. Once a placement order has been made, there are delays in matching some "
    "of them with adopters. In some instances it has taken too long to secure an SGO for children with "
    "connected carers, and some of them have faced that delay over several years. Decisions to move towards "
    "an SGO can also come late, and then some assessments of what these children need are late as well. So "
    "some children still have statutory social work involvement after the need for it has passed.",
    "Contact is well managed for most children and takes account of what they wish for and need. Social "
    "workers work hard to keep lasting family ties going wherever that is safe and suitable. They recognise "
    "how much fathers matter to children, and use risk assessments effectively so that contact is safe. "
    "Contact between brothers and sisters is thoughtfully considered and encouraged.",
    "Children who are to be adopted benefit from a persistent search for the right family, from life-story "
    "work and later-life letters centred on the child, and from close co-operation between their own social "
    "workers and those in adoption support. Plans for adoption support are full and clear. A plan is "
    "changed away from adoption when that serves the child.",
    "When a child who has been in care steps down to child in need, the IRO goes on chairing the reviews. "
    "Children, families and professionals gain strong continuity from this. However, IROs do not always "
    "send out the minutes promptly. Families and partner agencies are then unsure what is asked of them, "
    "and cannot hold one another to the actions agreed to improve things for the child.",
    "IROs visit children and speak with them, so that reviews hear their views. The right professionals "
    "attend review meetings for children in care; decisions are therefore well informed and turn into clear "
    "plans. Even so, inspectors saw little sign that IROs escalate concerns robustly and formally when a "
    "child's plan is visibly drifting or delayed.",
    "Senior leaders have developed services with better permanence outcomes in mind. After a review of how "
    "teams were structured, they reorganised family placement so that it has defined roles for promoting "
    "permanence. The first signs are that more children are getting the form of permanence that is right "
    "for them.",
    "Some social workers' caseloads are too high, which limits their capacity for assessments. Because they "
    "put the cases of higher risk first, support for children in need does not always come in time. The "
    "needs of some children are therefore noticed and met late.",
    "Audits across children's services do not routinely take place every month. The council therefore lacks "
    "a full view of its permanence practice today and cannot deal with problems when they appear. It had "
    "concluded for itself that auditing must change, and a new quality assurance framework sets out how "
    "that will be done.",
    "The fostering panel makes appropriate decisions for children. Later panels, however, do not go back "
    "over the minutes to check that actions were carried out, and some members have not had their annual "
    "appraisal. Leaders accept that the panel needs more development and training to become more efficient.",
)

WHAT_HAPPENS_NEXT = (
    "Ofsted closed by saying that it will bear these findings in mind when it plans its next inspection of "
    "Trafford, or its next visit.",
)
SIGN_OFF = ("Yours sincerely", "Sample briefings, inspection assistant")
