"""Text pasted from a web page: what stood around the article is marked, and never offered as a finding."""

import re
from dataclasses import replace

from documents.blocks import Block, Role

MENU = re.compile(  # buttons and links, each a line of its own
    r"(?:make an enquiry|contact us|call (?:us )?(?:on )?[\d ]{6,}.*|log ?in|sign in|register|home|menu"
    r"|search|skip to (?:main )?content|accept (?:all )?cookies?.*|subscribe(?: (?:now|today))?"
    r"|share(?: this.*)?|print|follow us.*|donate(?: now)?|back to top|advertisement|comments?(?: \(\d+\))?"
    r"|read (?:the )?full story|continue reading.*|read more"
    r"|support the .{3,60} (?:campaign|appeal) today.*)[.!»…]*",
    re.IGNORECASE,
)
ASIDE = re.compile(  # a line that points to something else, and is not a sentence
    r"(?:read ?more|see also|read (?:also|next)|also read|more on this|don.t miss|related)\b.*[^.!?”\"]"
    r"|(?:sign up|subscribe|follow us|get the latest|click here)\b.*",
    re.IGNORECASE,
)
AFTERWARDS = re.compile(  # what begins the end of the page
    r"(?:related (?:posts?|articles?|stories|news|content)|you (?:may|might) also .*|read next"
    r"|leave a (?:reply|comment)|more (?:news|stories|from .{2,40})|latest news|most (?:read|popular)"
    r"|recommended.*|trending.*|knowledge (?:&|and) resources|keep abreast of the latest .*"
    r"|recent posts|tags?:.*|about the author|privacy policy.*|terms (?:and|&) conditions.*"
    r"|all rights reserved.*)",
    re.IGNORECASE,
)
TEASER = re.compile(r"\[(?:\.\.\.|…)\]\s*$|^read (?:the )?full story$", re.IGNORECASE)  # a story cut short
OPENING = 10  # blocks among which the menu above an article stands
PROSE = 150  # characters of a paragraph of the article itself


def without_surroundings(found: list[Block]) -> list[Block]:
    """`found` with menus, links to other stories and the foot of the page marked as boilerplate."""
    words = [" ".join(piece.raw for piece in block.pieces).strip() for block in found]
    marks = [at for at, text in enumerate(words) if MENU.fullmatch(text) or ASIDE.fullmatch(text)]
    end = _end_of_article(words)
    if not marks and end == len(words):
        return found
    menus = [at for at in marks if at < OPENING and MENU.fullmatch(words[at])]
    first = menus[-1] + 1 if menus else 0
    away = {*marks, *range(first), *range(end, len(words))}
    return [replace(block, role=Role.BOILERPLATE) if at in away else block for at, block in enumerate(found)]


def _end_of_article(words: list[str]) -> int:
    """Where the foot of the page begins: only after some of the article."""
    prose = [at for at, text in enumerate(words) if len(text) >= PROSE]
    if not prose:
        return len(words)
    begun = prose[min(2, len(prose) - 1)]
    for at in range(begun + 1, len(words)):
        if AFTERWARDS.fullmatch(words[at]):
            return at
        if TEASER.search(words[at]) and sum(bool(TEASER.search(text)) for text in words) > 1:
            return _headline_above(words, at)
    return len(words)


def _headline_above(words: list[str], teaser: int) -> int:
    """The headline of the first story that is cut short."""
    above = [
        at
        for at in range(max(teaser - 4, 0), teaser)
        if len(words[at]) < PROSE and words[at][-1:] not in ".”"
    ]
    return above[0] if above else teaser
