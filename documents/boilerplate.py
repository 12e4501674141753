"""What is alike in every report and finds nothing: the imprint, what grades mean, the heads of letters."""

import re

from documents.blocks import Block, Role

SECTION = re.compile(
    r"^(?:about (?:this|the) inspection|information about (?:this|the) (?:inspection|review)"
    r"|(?:the )?inspection judge?ments? and what they mean|what the (?:inspection )?judge?ments? mean"
    r"|the office for standards in education|(?:the )?inspection team|local area partnership details)",
    re.IGNORECASE,
)
FINDINGS = re.compile(  # headings that end such a section, however they are set
    r"summary|headline findings|main findings|key (?:findings|strengths)|strengths|areas? (?:for|of)"
    r"|recommendations|what (?:needs|does|is it like)"
    r"|the (?:experiences|impact|effectiveness|local authority)"
    r"|inspection (?:judge?ments? about|findings|outcome)|leadership|outcomes|next steps|case study|executive"
    r"|information about (?:this|the) local|(?:the )?local safeguarding|service information|progress since",
    re.IGNORECASE,
)
ABOUT_GRADES = re.compile(  # "An outstanding local authority leads …", "It is Ofsted’s expectation that …"
    r"^(?:An? (?:outstanding|good|adequate|inadequate) (?:local authority|LSCB)"
    r"|(?:In )?[Aa] local authority that (?:requires improvement|is \w+)|An LSCB (?:that is|requires)"
    r"|It is Ofsted.s expectation that|Ofsted expects that|The judge?ments on areas of the service that"
    r"|A full description of what the inspection judge?ments mean|All inspection judge?ments are made using)"
)
IMPRINT = re.compile(  # what follows it on its page is the imprint too
    r"Ofsted\) regulates and inspects|^©|Crown copyright|Open Government Licence"
    r"|copy of this document in a different|copies of this (?:report|document)|you can complain to Ofsted"
    r"|^Any complaints about the inspection|may (?:copy|reuse|be reproduced)"
    r"|^This (?:publication|document) (?:is|may)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"Piccadilly Gate|enquiries@ofsted|Textphone|sign up for the monthly newsletter")
SALUTATION = re.compile(r"Dear\b")
CLOSING = re.compile(r"Yours (?:sincerely|faithfully)", re.IGNORECASE)
LATE = 0.7  # of a document of one page: where an imprint may begin
SENTENCE = re.compile(r"[.!?:;][’”'\")\]]*$")


def boilerplate(found: list[tuple[Block, str]], paths: list[tuple[str, ...]], last_page: int) -> set[int]:
    """The places in `found` (blocks and their words, in reading order) that say nothing about the subject."""
    marked = _letter_head(found)
    imprint: int | None = None  # the page on which the imprint has begun
    closed = False
    for at, ((block, text), path) in enumerate(zip(found, paths, strict=True)):
        begun = block.role is not Role.FOOTNOTE and IMPRINT.search(text)
        if begun and (block.page > 1 or (last_page == 1 and at > LATE * len(found))):
            imprint = block.page
        closed = (closed or bool(CLOSING.match(text))) and not _ends_section(block, text)
        over = imprint is not None and (block.page == imprint or imprint >= last_page - 1)
        if over or closed or _is_alike(block, text, path):
            marked.add(at)
    return marked


def ends_section(heading: str) -> bool:
    """Whether a heading opens findings, although it may be set smaller than the one before."""
    return FINDINGS.match(heading) is not None and SECTION.match(heading) is None


def _ends_section(block: Block, text: str) -> bool:
    return block.role is Role.HEADING and ends_section(text)


def _is_alike(block: Block, text: str, path: tuple[str, ...]) -> bool:
    if block.role is Role.BOILERPLATE or ABOUT_GRADES.search(text) or ADDRESS.search(text):
        return True
    if block.role is Role.HEADING:
        return False
    if block.role is Role.ROW:  # who led an inspection and whom it concerned is asked for
        return any(re.search("what they mean", heading, re.IGNORECASE) for heading in path)
    return any(SECTION.match(heading) for heading in path)


def _letter_head(found: list[tuple[Block, str]]) -> set[int]:
    """Addresses above "Dear …" on the first page."""
    greeting = next((at for at, (_, text) in enumerate(found) if SALUTATION.match(text)), None)
    if greeting is None or found[greeting][0].page > 1:
        return set()
    above = {at for at in range(greeting) if not SENTENCE.search(found[at][1])}
    return above | {greeting}
