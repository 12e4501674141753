"""Sentences that tell of the inspection itself, or stand alike in every report, and find nothing."""

import re

PREAMBLE = re.compile(
    r"^(?:This (?:letter|inspection|visit|report) (?:summarises|included|was|outlines|sets out)"
    r"|Inspectors (?:looked at|considered|evaluated|reviewed|met|spoke)"
    r"|The inspect(?:ion team|ors) (?:was|were)"
    r"|Inspection dates?:|Report published:|Lead inspector:"
    r"|The (?:local )?area partnership[’']s (?:special|SEND|arrangements)"  # the outcomes of area SEND
    r"|The local area partnership (?:is taking action|must work jointly)\b"
    r"|There are widespread and/or systemic|Between \d{1,2} [A-Z]|Ofsted will|The same document"
    r"|During this (?:inspection|JTAI|visit), inspectors)"
)
