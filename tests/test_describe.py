"""What a document is, whom it is about and who speaks. The pages are our words, but for names and labels."""

from documents.blocks import Content
from documents.describe import describe
from documents.frameworks import Framework
from documents.read import read
from documents.report import Kind, Page, Passage, Source, Span, Speaker
from documents.samples import sample_files

PDF, WEB, SLIDES = "application/pdf", "text/html", "application/vnd.ms-powerpoint"
SHA256 = "a" * 64
LETTERHEAD = "Ofsted\nPiccadilly Gate\nStore Street\nManchester\nM1 2WD\nT 0300 123 1231\nwww.gov.uk/ofsted\n"


def described(*pages: str, file: str = "report.pdf", media_type: str = PDF, **stated: str) -> Source:
    """The description of a document whose headings are the lines that begin with "# "."""
    read = tuple(Page(number, None, text.replace("# ", "")) for number, text in enumerate(pages, 1))
    lines = [(page, line) for page, text in enumerate(pages, 1) for line in text.split("\n") if line]
    passages = tuple(
        Passage(SHA256, order, _kind(line), (), None, (Span(page, 0, 0),), line.removeprefix("# "))
        for order, (page, line) in enumerate(lines)
    )
    content = Content((), (None,) * len(pages), **stated)
    return describe(SHA256, file, media_type, content, read, passages)


def _kind(line: str) -> Kind:
    return Kind.HEADING if line.startswith("# ") else Kind.FINDING


def days(source: Source) -> tuple[str | None, str | None]:
    first, last = source.inspected_from, source.inspected_to
    return (first.iso if first else None, last.iso if last else None)


def published(source: Source) -> str | None:
    return source.published.iso if source.published else None


def test_an_ilacs_report_is_described_from_its_first_page() -> None:
    source = described(
        "# Inspection of Trafford local authority children’s services\n"
        "Inspection dates: 8 June 2026 to 19 June 2026\n"
        "Lead inspector: Leanne Cooper, His Majesty’s Inspector\nJudgement\nGrade\nSome things got better."
    )
    assert source.title == "Inspection of Trafford local authority children’s services"
    assert source.authorities == ("trafford",)
    assert (source.speaker, source.publisher) == (Speaker.INSPECTORATE, "Ofsted")
    assert source.framework is Framework.ILACS_STANDARD
    assert days(source) == ("2026-06-08", "2026-06-19")
    assert published(source) is None
    assert source.lead_inspector == "Leanne Cooper"


def test_the_council_named_above_a_general_title_joins_it() -> None:
    source = described(
        "# Bristol City of\n# Inspection of children's social care services\n"
        "Inspection dates: 10 September 2018 to 21 September 2018\n"
        "Lead inspector: Joy Howick Her Majesty's Inspector"
    )
    assert source.title == "Bristol City of: inspection of children's social care services"
    assert source.authorities == ("bristol",)


def test_a_single_inspection_states_when_it_was_published_and_who_led_it_on_a_later_page() -> None:
    source = described(
        "# Durham County Council\n# Inspection of services for children in need of help and "
        "protection, children "
        "looked after and care leavers\nand\n"
        "# Review of the effectiveness of the Local Safeguarding Children Board\n"
        "Inspection date: 22 February 2016–18 March 2016\nReport published: 16 May 2016\nWork is good.",
        "The inspection team\nLead inspector: Fiona Millns\nDeputy lead inspector: Paula Thomson-Jones",
    )
    assert source.title == (
        "Durham County Council: inspection of services for children in need of help and protection, children "
        "looked after and care leavers"
    )
    assert source.framework is Framework.SINGLE_INSPECTION
    assert days(source) == ("2016-02-22", "2016-03-18")
    assert published(source) == "2016-05-16"
    assert source.lead_inspector == "Fiona Millns"


def test_a_cover_page_of_2010_is_read_although_its_title_and_its_table_are_broken_up() -> None:
    source = described(
        "# Inspection of safeguarding and looked after\n# children services\nBournemouth Borough Council\n"
        "Inspection dates:\nReporting inspector\n15 – 26 March 2010\nJanet Murphy HMI\n"
        "Age group:\nPublished:\nAll\n23 April 2010",
        "Contents",
    )
    assert source.title == (
        "Bournemouth Borough Council: inspection of safeguarding and looked after children services"
    )
    assert source.framework is Framework.SAFEGUARDING
    assert source.authorities == ("bournemouth",)  # not the council that replaced it
    assert days(source) == ("2010-03-15", "2010-03-26")
    assert published(source) == "2010-04-23"
    assert source.lead_inspector == "Janet Murphy"


def test_a_letter_on_a_focused_visit_is_dated_at_its_head() -> None:
    source = described(
        LETTERHEAD + "2 August 2018\nDirector of children's services\nStockport Town Hall\nDear Director\n"
        "# Focused visit to Stockport Metropolitan Borough children's services\n"
        "Pauline Higham and Shabana Abasi, inspectors, came to Stockport on 10 and 11 July 2018."
    )
    assert source.title == "Focused visit to Stockport Metropolitan Borough children's services"
    assert source.authorities == ("stockport",)
    assert source.framework is Framework.FOCUSED_VISIT
    assert published(source) == "2018-08-02"
    assert days(source) == ("2018-07-10", "2018-07-11")
    assert source.lead_inspector is None  # two inspectors, and neither is said to have led


def test_the_inspectorates_address_in_manchester_is_not_the_authority() -> None:
    source = described(
        LETTERHEAD + "5 June 2019\nSalford City Council\nDear Charlotte\n"
        "# Focused visit to Salford City Council children’s services\nThe visit was on 1 and 2 May 2019."
    )
    assert source.authorities == ("salford",)


def test_a_letter_on_a_monitoring_visit_is_not_dated_by_the_visits_before_it() -> None:
    source = described(
        "13 December 2016\nMr Andy Dempsey\nTorbay Council\nDear Mr Dempsey\n"
        "# Monitoring visit of Torbay local authority children's services\n"
        "Following your letter of 3 October 2016, I write about the visit on 8 and 9 November "
        "2016. It was the "
        "second since the council was judged inadequate in January 2016."
    )
    assert source.framework is Framework.MONITORING_VISIT
    assert source.authorities == ("torbay",)
    assert published(source) == "2016-12-13"
    assert days(source) == ("2016-11-08", "2016-11-09")


def test_an_unannounced_inspection_of_2009_is_a_letter_too() -> None:
    source = described(
        "11 August 2009\nAviation House\n125 Kingsway\nDear Mr Pratt\n"
        "# Annual unannounced inspection of contact, referral and assessment arrangements within "
        "Wigan children’s "
        "services\nThis letter sums up the inspection that was made on 14 and 15 July 2009."
    )
    assert source.framework is Framework.CONTACT_AND_REFERRAL
    assert source.authorities == ("wigan",)
    assert days(source) == ("2009-07-14", "2009-07-15")


def test_an_area_send_report_speaks_for_both_inspectorates_and_not_of_the_inspection_before() -> None:
    source = described(
        "Local area partnership report\n# Area SEND inspection of Blackpool Local Area Partnership\n"
        "Inspection dates: 20 to 24 May 2024\nDates of previous inspection: 28 February to 4 March 2022\n"
        "Outcomes differ.",
        "Inspection team\nOfsted Care Quality Commission\n"
        "Rebecca Sharples, Ofsted HMI lead inspector\nAndrea Crosby-Josephs, CQC lead inspector",
    )
    assert source.title == "Area SEND inspection of Blackpool Local Area Partnership"
    assert source.publisher == "Ofsted and Care Quality Commission"
    assert source.framework is Framework.AREA_SEND
    assert days(source) == ("2024-05-20", "2024-05-24")
    assert source.lead_inspector == "Rebecca Sharples"


def test_a_send_revisit_is_told_from_the_inspection_that_led_to_it() -> None:
    source = described(
        "16 September 2019\nDear Mr White\n# Joint area SEND revisit in Suffolk\n"
        "Between 14 January 2019 and 16 January 2019, inspectors revisited Suffolk. The initial "
        "inspection was on "
        "12 December 2016."
    )
    assert source.framework is Framework.AREA_SEND_REVISIT
    assert days(source) == ("2019-01-14", "2019-01-16")


def test_a_joint_inspection_of_two_areas_is_about_both() -> None:
    source = described(
        "10 July 2018\nDear colleagues\n"
        "# Joint inspection of the local area of Kingston upon Thames and Richmond upon Thames\n"
        "Between 4 and 8 June 2018 inspectors visited."
    )
    assert source.authorities == ("kingston_upon_thames", "richmond_upon_thames")


def test_a_joint_targeted_inspection_has_a_theme_and_takes_its_year_from_the_letter() -> None:
    source = described(
        "29 June 2016\nPaul Greenhaigh, London Borough of Croydon\nThe Metropolitan Police Service\n"
        "Dear local partnership\n# Joint targeted area inspection of the multi-agency response to "
        "abuse and neglect "
        "in the London Borough of Croydon\n"
        "Between 16 May and 20 May, Ofsted, the Care Quality Commission (CQC), "
        "HMI Constabulary (HMIC) and HMI Probation inspected together. There was a ‘deep dive’ focus on the "
        "response to child sexual exploitation."
    )
    assert source.authorities == ("croydon",)
    assert source.framework is Framework.JTAI
    assert source.theme == "child sexual exploitation"
    assert source.publisher == "Ofsted, Care Quality Commission, HMIC and HMI Probation"
    assert published(source) == "2016-06-29"
    assert days(source) == ("2016-05-16", "2016-05-20")


def test_a_youth_justice_report_is_the_probation_inspectorates() -> None:
    source = described(
        "# An inspection of youth justice services in\n# Oldham\nHM Inspectorate of Probation, June 2024"
    )
    assert source.title == "An inspection of youth justice services in Oldham"
    assert source.publisher == "HM Inspectorate of Probation"
    assert source.framework is Framework.YOUTH_JUSTICE


def test_guidance_of_the_inspectorate_is_about_no_authority() -> None:
    source = described(
        "# Inspecting local authority children's services\nPublished: May 2016\n"
        "Leeds, Trafford and Kent took part.",
        "The Office for Standards in Education, Children's Services and Skills (Ofsted) inspects.",
    )
    assert (source.speaker, source.authorities) == (Speaker.INSPECTORATE, ())
    assert source.framework is Framework.OTHER
    assert days(source) == (None, None)


def test_a_self_assessment_is_the_councils_whatever_it_says_of_its_neighbours() -> None:
    source = described(
        "# LONDON BOROUGH OF MERTON\n# Children's Services Self-Evaluation\nSeptember 2023\n"
        "Merton knows its services. They do as well as those of Sutton, Kingston and Richmond. Merton learns."
    )
    assert source.title == "Children's Services Self-Evaluation"
    assert source.authorities == ("merton",)
    assert (source.speaker, source.publisher) == (Speaker.COUNCIL, "London Borough of Merton")
    assert source.framework is Framework.SELF_ASSESSMENT
    assert published(source) == "2023-09"


def test_an_article_on_a_monitoring_visit_is_press() -> None:
    source = described(
        "# Children's services\n# Monitoring visit to Bradford children's services finds progress "
        "'too slow'\n"
        "By Chris Young, Local Democracy Reporter\n24 January 2020, 10:15\n"
        "Inspectors said children wait too long.\n"
        "Leeds has been visited on 3 and 4 December 2019 too. A spokesperson for Bradford Council "
        "said more.\n"
        "Read more: something else\nChris Young is chief editor at The Example Post.",
        file="article.txt",
    )
    assert source.title == "Monitoring visit to Bradford children's services finds progress 'too slow'"
    assert source.authorities == ("bradford",)
    assert (source.speaker, source.publisher) == (Speaker.PRESS, "The Example Post")
    assert source.framework is Framework.PRESS_ARTICLE
    assert published(source) == "2020-01-24"
    assert days(source) == (None, None)


def test_a_web_page_is_dated_and_named_by_what_it_says_of_itself() -> None:
    source = described(
        "Ofsted praises Wiltshire\nThe inspectors said much that was kind. A spokesperson was pleased.",
        media_type=WEB,
        title="Ofsted praises Wiltshire",
        publisher="Example Gazette",
        published="2023-12-12T10:00",
    )
    assert (source.title, source.publisher) == ("Ofsted praises Wiltshire", "Example Gazette")
    assert source.speaker is Speaker.PRESS
    assert published(source) == "2023-12-12"


def test_a_councils_own_news_is_the_councils() -> None:
    source = described(
        "Ofsted praises Wiltshire\nA spokesperson was pleased. Sign up to our newsletter.",
        media_type=WEB,
        title="Ofsted praises Wiltshire",
        publisher="Wiltshire Council",
    )
    assert source.speaker is Speaker.COUNCIL
    assert source.framework is Framework.OTHER


def test_a_committee_report_with_the_letter_behind_it_is_the_councils() -> None:
    source = described(
        "Report to: Children's Scrutiny Committee\nDate: 12 September 2018\n"
        "Report of: Corporate Director, Children\n"
        "# Outcome of the focused visit\nTrafford Council welcomes the letter that follows.",
        "2 August 2018\nDear Director\n# Focused visit to Trafford Council children's services\n"
        "The visit was on 10 and 11 July 2018.",
    )
    assert source.title == "Outcome of the focused visit"
    assert (source.speaker, source.publisher) == (Speaker.COUNCIL, "Trafford Council")
    assert published(source) == "2018-09-12"


def test_a_direction_is_the_governments() -> None:
    source = described(
        "Department for Education\n# Statutory direction to Trafford Council on children's services\n"
        "Date: 20 May 2019\nThe Secretary of State directs as follows."
    )
    assert (source.speaker, source.publisher) == (Speaker.GOVERNMENT, "Department for Education")
    assert source.authorities == ("trafford",)
    assert published(source) == "2019-05-20"


def test_a_sample_briefing_has_the_voice_it_reports_and_says_in_its_title_what_it_is() -> None:
    source = described(
        "Briefing: focused visit to Trafford, July 2018\n"
        "This is a sample briefing, in our own words.\nPublication\n"
        "Letter: Focused visit to Trafford children's services\nPublisher\nOfsted\nPublished\n"
        "2 August 2018\nVisit\n"
        "10 and 11 July 2018\nDear colleague\n# What needs to improve\nTrafford listened."
    )
    assert source.title == "Briefing: focused visit to Trafford, July 2018"
    assert source.authorities == ("trafford",)
    assert (source.speaker, source.publisher) == (Speaker.INSPECTORATE, "Sample briefings")
    assert source.framework is Framework.FOCUSED_VISIT
    assert published(source) == "2018-08-02"
    assert days(source) == ("2018-07-10", "2018-07-11")


def test_a_briefing_on_an_article_is_press_and_one_on_a_self_assessment_the_councils() -> None:
    article = described("# Trafford listens well\nThis is a sample briefing. It summarises an article.")
    slides = described("# Trafford's self-assessment\nSample briefing\nDate: March 2018", media_type=SLIDES)
    assert (article.title, article.speaker) == ("Briefing: Trafford listens well", Speaker.PRESS)
    assert (slides.title, slides.speaker) == ("Briefing: Trafford's self-assessment", Speaker.COUNCIL)
    assert published(slides) == "2018-03"


def test_a_deck_is_called_by_its_first_slide_and_not_by_what_the_program_called_it() -> None:
    source = described("# How we help families\nTrafford", media_type=SLIDES, title="PowerPoint Presentation")
    assert source.title == "How we help families"


def test_a_document_without_a_word_for_a_title_is_called_by_its_file() -> None:
    assert described("", file="letter_from_trafford.pdf").title == "letter from trafford"


def test_what_a_document_does_not_say_is_left_unknown() -> None:
    source = described("A note\nNothing is said of places or days.", file="trafford-2019-inspection.pdf")
    assert source.speaker is Speaker.OTHER
    assert source.framework is Framework.OTHER
    assert (source.authorities, source.publisher, published(source), source.lead_inspector) == (
        (),
        None,
        None,
        None,
    )


def test_the_sample_briefings_are_told_apart_by_what_they_say() -> None:
    sources = {path.name: read(path).source for path in sample_files()}
    assert all("Briefing" in source.title for source in sources.values())
    assert {
        name: (source.authorities, source.speaker, source.framework) for name, source in sources.items()
    } == {
        "trafford-focused-visit-2018.pdf": (("trafford",), Speaker.INSPECTORATE, Framework.FOCUSED_VISIT),
        "trafford-self-assessment-2018.pptx": (("trafford",), Speaker.COUNCIL, Framework.SELF_ASSESSMENT),
        "trafford-permanence-article.html": (("trafford",), Speaker.PRESS, Framework.PRESS_ARTICLE),
        "shropshire-permanence-article.html": (("shropshire",), Speaker.PRESS, Framework.PRESS_ARTICLE),
        "trafford-news-2022.txt": (("trafford",), Speaker.PRESS, Framework.PRESS_ARTICLE),
    }
    assert days(sources["trafford-focused-visit-2018.pdf"]) == ("2018-07-10", "2018-07-11")
    assert [published(source) for source in sources.values()] == ["2018-08-02", "2018-03", None, None, None]
