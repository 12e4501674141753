"""What printed lines begin and end with: bullets, paragraph numbers, footnote marks, full stops."""

import re

BULLET = re.compile(
    r"(?:[◼■▪●○•◦‣⁃►➢✓✔❖□❑➔→·\ue000-\uf8ff]|[–−─―—*§Ø-](?=\s)|o(?=\s+\S)"
    r"|n(?=\s+[A-Za-z]{2})"  # the square of Wingdings, where its font is lost
    r"|\((?:[a-h]|[ivx]{1,4})\)(?=\s))\s*"  # "(ii) "
)
NUMBERED = re.compile(  # "12. The", "10.Child", "7. 35% of"
    r"(\d{1,3})\.(?!\d)(?:\s*(?=[A-Z‘“'\"(])|\s+(?=\d))"
)
DASH = re.compile(r"[–−─―—-]\s")
FOOTNOTE_MARK = re.compile(r"(\d{1,2})(?!\d)\s*(?=\D)")  # "1 Ofsted produces this report"
CROSS_REFERENCE = r"(?:\s*\((?:recommendations?|paragraphs?|page)\b[^()]{0,40}\))?"  # "(Recommendation)"
ENDED = re.compile(rf"[.!?:;][’”'\")\]]*{CROSS_REFERENCE}$", re.IGNORECASE)
STOPPED = re.compile(rf"[.!?][’”'\")\]]*{CROSS_REFERENCE}$", re.IGNORECASE)
LABELLED = re.compile(r"[A-Z][A-Za-z’' ]{2,40}: ?\S")  # "Lead inspector: Ada Lovelace"
STUDY = re.compile(  # over a box among findings: "Case study: area for improvement"
    r"(?:case|practice) stud(?:y|ies)\b|[^:]+: (?:highly )?effective practice$", re.IGNORECASE
)
LEADS_IN = (
    re.compile(  # "The local authority should:", "… to tackle the following areas of significant weakness:"
        r"^[^.!?]{0,140}?\b(?:should|must|needs? to|are|is)(?:\s+\w+){0,4}\s*:$"
        r"|.*\bfollowing areas? of (?:significant )?weakness(?:es)?\s*:$",
        re.IGNORECASE,
    )
)
NAMES_PARTS = re.compile(  # "The purpose of the meetings is:", where nothing is asked for
    r"^(?!.*\b(?:should|must|needs?|improve\w*|actions?|priorit\w+|recommend\w*|weakness\w*)\b).*\b(?:is|are)\s*:$",
    re.IGNORECASE,
)
