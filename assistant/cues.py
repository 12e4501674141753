"""The words by which a question shows what it wants: which inspection, who speaks, what kind of answer."""

import re

from assistant.evidence import AnswerKind
from documents.frameworks import Framework
from documents.report import Speaker

HOME = re.compile(r"\b(?:we|our|ours|us)\b", re.IGNORECASE)
INSPECTIONS = (
    (re.compile(r"\bfocused visits?\b", re.I), (Framework.FOCUSED_VISIT,)),
    (re.compile(r"\bmonitoring visits?\b", re.I), (Framework.MONITORING_VISIT,)),
    (
        re.compile(r"\barea send\b|\bsend\b[^.?]{0,25}\b(?:inspection|report|revisit|priority action)", re.I),
        (Framework.AREA_SEND, Framework.AREA_SEND_REVISIT),
    ),
    (re.compile(r"\bjtais?\b|\bjoint targeted\b", re.I), (Framework.JTAI,)),
    (re.compile(r"\bsifs?\b|\bsingle inspection\b", re.I), (Framework.SINGLE_INSPECTION,)),
    (
        re.compile(r"\bilacs\b", re.I),
        (Framework.ILACS, Framework.ILACS_STANDARD, Framework.ILACS_SHORT),
    ),
)
PRESS = re.compile(
    r"\b(?:press|newspapers?|news (?:article|story|piece)|article|media)\b"
    r"|\bwrite-?up of [^?]{0,30}\b(?:inspection|visit|report)\b",
    re.I,
)
OWN_WORDS = re.compile(r"\bself[- ](?:assess\w+|evaluat\w+)\b", re.I)
INSPECTORS = re.compile(r"\b(?:ofsted|inspectors?|inspectorate)\b", re.I)
LETTER = re.compile(r"\b(?:letter|report)\b", re.I)
SPEAKERS = ((Speaker.PRESS, PRESS), (Speaker.COUNCIL, OWN_WORDS))
LATEST = re.compile(
    r"\b(?:latest|last|newest|most recent|current(?:ly)?|now|today|still|at the moment|these days)\b", re.I
)
THROUGH = re.compile(r"\b(?:from|between|through|until|up to)\b", re.I)
PART_OF_AREA = re.compile(  # 'Wiltshire police', 'north Manchester': in the area, where no authority is named
    r"\b(?:police|constabulary|north|south|east|west|central|NHS|ICB)\b", re.I
)
EVER = re.compile(r"\b(?:ever|always|previously|in the past)\b", re.I)
SAID_ABOUT = re.compile(r"\b(?:say|said|find|found|think|thought) about\b", re.I)
BECAUSE = r"(?! (?:nobody|no|there|they|he|she|so|many|most|some|you|this means)\b)"  # after "since"
SINCE = re.compile(rf"\bsince\b{BECAUSE}", re.I)
GRADED_ONE = re.compile(  # "after its inadequate judgement", "the outstanding one": which inspection is meant
    r"(?:\b(?:the|its|their|our|that|last)|[’']s?) [‘“'\"]?"
    r"(?P<grade>inadequate|outstanding|requires improvement|good(?= judge?ment| rating| grade| verdict))"
    r"[’”'\"]? (?:overall )?"
    r"(?:judge?ment|rating|grade|verdict|inspection|report|ofsted|outcome|result|one)\b",
    re.IGNORECASE,
)
GRADES = re.compile(
    r"\bgrad(?:e|es|ed|ing)\b|\bjudge?ments?\b|\bjudged\b|\brat(?:ed|ing|ings)\b|\boutcome\b|\b(?-i:RI)\b"
    r"|\b(?:top|highest|lowest|best|worst) (?:grade|mark)s?\b|\bgood or (?:better|outstanding)\b"
    r"|\b(?:got|gets?|was|were|is|are) (?:all |a )?good (?:nearly |almost )?(?:everywhere|across|overall)\b"
    r"|\boverall effectiveness\b|\bconclu\w+ overall\b|\boverall (?:conclusion|verdict|finding)\b"
    r"|\b(?:outstanding|inadequate|requires improvement)\b"
    r"|\bhow did \w+(?: \w+){0,4} (?:do|come out|fare)\b"
    r"|\bwhat did (?:\w+ ){1,5}(?:get|score)\b(?! out| from)(?=[^?]*\b(?:inspection|ofsted|overall)\b)"
    r"|\bhow (?:well )?(?:has|have) \w+(?: \w+){0,4} (?:come out|fared)\b",
    re.IGNORECASE,
)
DEFINITION = re.compile(
    r"\b(?i:stands? for|meaning|abbreviat\w+)\b|\b(?i:what (?:does|do|did)) \S+(?: \S+){0,3} (?i:mean)\b"
    r"|\b(?i:what(?:[’']?s| is| are)) (?:the |an? )?[A-Z]{2,}[a-z]?\b(?! [a-z]+ (?:in|of)\b)"
    r"|\b[A-Z]{2,}s?\b[^?]*(?:=|[-–:,] ?what (?:is|are) (?:it|they))\s*\??\s*(?:$|\()|\b(?i:meant by)\b"
)
WHAT_IS = re.compile(  # all that is asked: "what's Clare's law", "new here - what is Operation Encompass?"
    r"(?:^|[-–:,.!] )(?:so )?what(?:[’']?s| is| are) (?:an? |the )?[\w’'-]+(?: [\w’'-]+){0,3} ?\??$",
    re.IGNORECASE,
)
TERM = re.compile(
    r"\bwhat(?:[’']?s| is| are| was| were) (?:the |an? )?[‘'“\"]", re.IGNORECASE
)  # "the 'trio' system"
ACROSS = re.compile(
    r"\b(?:which|how many|any|all|other|what) (?:other )?(?:councils?|authorit(?:y|ies)|areas|boroughs)\b"
    r"|\b(?:who|anyone|anywhere|somebody) else\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\bother\b|\belse\b|\bbesides\b|\bapart from\b|\bexcept\b", re.IGNORECASE
)  # than the one named
DATE_OR_PERSON = re.compile(
    r"\bwho\b[^?]{0,30}\b(?:led|leads?|signed|wrote|inspected|carried out)\b|\blead inspector\b"
    r"|\bwhen (?:was|were|did|is)\b"
    r"|\b(?:what|which) (?:were|was|are|is)? ?the dates?\b|\bdates? of\b"
    r"|\b(?:by|on|from|until) (?:what|which) (?:date|day)\b|\b(?:what|which) (?:date|day)s?\b"
    r"|\baddressed to\b",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"\b(?:chang(?:e[ds]?|ing)|improvement journey|journey (?:from|since)|trend|trace|over time"
    r"|over the (?:last|past)"
    r"|improved since|get(?:ting)? any better|got(?:ten)? (?:any )?(?:better|worse)"
    r"|every (?:full )?inspection|last (?:two|three|four|five|\d) (?:\w+ )?inspections"
    r"|(?:oldest|earliest) first"
    r"|each inspection|history|ever (?:sorted|fixed|resolved)|from \d{4} to \d{4}|between \d{4} and \d{4})\b"
    r"|\bhow (?:has|have|did)\b[^?]*\bmoved?\b|\b(?:things|matters|it) (?:have |has )?moved? on\b"
    r"|\b(?:improv\w+|better|worse)\b[^?]*\bafter (?:the )?(?:19|20)\d\d\b"
    rf"|\bsince\b{BECAUSE}"
    r"|\bbetween\b[^?]*\band\b[^?]*\b(?:latest|last|most recent|newest|now|today)\b",
    re.IGNORECASE,
)
LIST = re.compile(
    r"\brecommend\w*|\bareas? (?:for|of) (?:priority action|impr?ove?ments?|improv\w+|development)\b"
    r"|\b(?:areas?|things?|points?)\b[^.?]{0,40}\b(?:to|for|need\w*|want\w*)\b[^.?]{0,20}"
    r"\b(?:impr?ov\w*|fix\w*|sort\w*|better|put right|address\w*)\b"
    r"|\bimprove?ment (?:areas?|points?)\b|\b(?:which|what) impr?ove?ments?\b"
    r"|\b(?:areas?|things?|points?)\b[^.?]{0,30}\bneed\w* (?:\w+ )?(?:work|attention)\b"
    r"|\b(?:need(?:s|ed|ing)?|have|has|had|asked|must|should|still|further) (?:\w+ ){0,4}?(?:to )?(?:be )?"
    r"(?:impr?oved?|imporve|get better|do better|fix|work on|put right|tackle|cut)\b"
    r"|\bwant(?:s|ed)? (?:\w+ ){0,3}?(?:(?:sort|fix|improv|chang|address)(?:ing|e?d)|(?:to be )?put right)\b"
    r"|\b(?:tell|told|asked?|ordered)\b[^.?]{0,60}\bto (?:impr?ove|fix|put right|work on|do|sort out)\b"
    r"|\bto (?:fix|put right|work on|do better)\b|\b(?:priority|immediate) actions?\b|\bto-?do list\b"
    r"|\bpriority and immediate actions?\b",
    re.IGNORECASE,
)
QUANTITY = re.compile(
    r"\bhow (?:many|much|often|long|old|far (?:away|from|out))\b"
    r"|\bwhat (?:percentage|proportion|share|number|%)"
    r"|\bby how much\b|\b(?:average|total|exact) (?:number|rate|figure|caseload|size)\b"
    r"|\bwhat (?:is|was|were|are) the (?:number|rate)\b"
    r"|\b(?:percentage|proportion|number|rate|%) of\b",
    re.IGNORECASE,
)
KINDS = (
    (AnswerKind.DEFINITION, DEFINITION),
    (AnswerKind.ACROSS, ACROSS),
    (AnswerKind.DATE_OR_PERSON, DATE_OR_PERSON),
    (AnswerKind.CHANGE, CHANGE),
    (AnswerKind.LIST, LIST),
    (AnswerKind.JUDGEMENT, GRADES),
    (AnswerKind.DEFINITION, TERM),
)
OF_ITSELF = re.compile(  # authorities stand in it as "the council"
    r"\b(?:said|says|claim(?:s|ed)|according to) the council\b|\bof (?:itself|ourselves)\b"
    r"|\b(?:the council|we) (?:said|says?|claim(?:s|ed)|described?s?|rated?s?|told|admit(?:s|ted))\b"
    r"|\b(?:rated|described|judged|saw|sees) (?:its|their|our) own\b",
    re.IGNORECASE,
)
COMPARES = re.compile(
    r"\bcompar\w+|\bversus\b|\bvs\b|\bsquare with\b|\bpart company\b|\bback (?:that|this|it) up\b"
    r"|\bdiffer\w*\b"
    r"|\bagrees? with\b|\bleaves? out\b|\bside by side\b|\b(?:inspectors?|ofsted) (?:say|said|find|found)\b",
    re.IGNORECASE,
)
VOICES = (
    re.compile(
        r"\b(?:the )?(?:ofsted|inspectors?|inspectorate)(?:[’']s?)?(?: (?:letter|report|visit))?\b", re.I
    ),
    re.compile(r"\b(?:the |its |our |their )?(?:\w+ )?self[- ](?:assess\w+|evaluat\w+)\b", re.I),
    re.compile(
        r"\b(?:the )?(?:\w+ )?(?:newspaper|news) (?:article|story|piece)\b|\b(?:\w+ )?write-?up\b", re.I
    ),
    re.compile(r"\bsquare with\b|\bpart company\b|\bback (?:that|this|it) up\b|\bleaves? out\b", re.I),
    re.compile(r"\bjtais?\b|\bilacs\b|\bsifs?\b|\b(?:area )?send inspection\b|\bfocused visit\b", re.I),
    re.compile(r"\b(?:said|says|rated its own|rated their own)\b", re.I),
)
