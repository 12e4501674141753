"""What kind of answer a question wants, and what of it is searched for."""

import pytest

from assistant.evidence import AnswerKind
from assistant.understand import understand


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("List the areas Camden needed to improve after March 2023", AnswerKind.LIST),
        ("camden july 2024 three areas to improve", AnswerKind.LIST),
        (
            "Camden was outstanding in 2024 but what two things did Ofsted still want sorting?",
            AnswerKind.LIST,
        ),
        ("Camden SEND 2023: which improvements were asked for?", AnswerKind.LIST),
        ("Camden was good overall. Which three points still needed work?", AnswerKind.LIST),
        ("What were the “priority and immediate” actions for Camden in 2015?", AnswerKind.LIST),
        ("Was anything still RI in Camden in Dec 2025?", AnswerKind.JUDGEMENT),
        ("Camden got good nearly everywhere in 2025. Which area didn’t?", AnswerKind.JUDGEMENT),
        ("What did the Camden SEND inspection in June 2024 conclude overall?", AnswerKind.JUDGEMENT),
        ("camden overall effectiveness 2014, 2017 and 2022?", AnswerKind.CHANGE),
        ("Camden: overall grades at the last three full inspections, oldest first", AnswerKind.CHANGE),
        ("Who from Ofsted led Camden's area SEND inspection in May 2023?", AnswerKind.DATE_OR_PERSON),
        ("By what date did Camden have to send in its statement of action?", AnswerKind.DATE_OR_PERSON),
        ("What is the 'trio' system that Camden social workers liked?", AnswerKind.DEFINITION),
        ("MAAT - what is it? (2016 Camden letter)", AnswerKind.DEFINITION),
        ("What's the longest journey a Camden pupil should have to make?", AnswerKind.FACT),
        ("How many children were at risk in Camden in 2014/15 and then 2015/16?", AnswerKind.FACT),
        ("How did Camden come out of its 2022 inspection?", AnswerKind.JUDGEMENT),
        ("What did the care leavers service get in the 2016 Camden inspection?", AnswerKind.JUDGEMENT),
        ("What had Camden to put right after its inadequate judgement?", AnswerKind.LIST),
        ("Did Camden get better at audits after 2015?", AnswerKind.CHANGE),
        ("Were Camden children in hotels since nobody could be found for them?", AnswerKind.FACT),
        ("Were grandparents checked in Camden before kids moved in?", AnswerKind.FACT),
        ("new here - what is Operation Lighthouse?", AnswerKind.DEFINITION),
        ("what's the family drug court", AnswerKind.DEFINITION),
        ("Is the website info for care leavers in Camden any good?", AnswerKind.FACT),
    ],
)
def test_the_kind_of_answer_is_told_from_how_it_is_asked(question: str, kind: AnswerKind) -> None:
    assert understand(question, None).kind is kind


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("hackney july 2024 foster carers", "foster carers"),
        ("Wheelchairs in Bedford Borough (Nov 2024)", "Wheelchairs"),
        ("How many languages are spoken in Camden schools according to the 2013 inspection?",
         "How many languages are spoken in schools?"),
        ("what must improve from the Manchester serious youth violence JTAI", "what must improve"),
        ("In the 2017 Bristol JTAI, who chairs the board?", ", who chairs the board?"),
    ],
)  # fmt: skip
def test_names_of_authorities_times_and_reports_are_not_searched_for(question: str, topic: str) -> None:
    assert understand(question, None).topic == topic


def test_the_write_up_of_a_meeting_is_not_the_press() -> None:
    assert understand("Did everyone in Camden get a write-up of what was agreed?", None).speakers == ()
    assert understand("What does the write-up of the Camden visit leave out?", None).speakers != ()


@pytest.mark.parametrize(
    ("question", "grade"),
    [
        ("What did Camden's inadequate report ask for?", "inadequate"),
        ("What went well at the ‘outstanding’ inspection of Camden?", "outstanding"),
        ("What was said after its good rating?", "good"),
        ("Is there a good report on Camden?", ""),
        ("Has Camden ever had an inadequate judgement?", ""),
        ("Which councils fear the inadequate grade?", ""),
        ("What did Camden's inadequate report of 2014 ask for?", ""),  # its time tells
    ],
)
def test_a_grade_may_tell_which_inspection_is_meant(question: str, grade: str) -> None:
    assert understand(question, None).graded == grade
