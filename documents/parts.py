"""The parts of a document that say what it is: its front, its opening, its body and its end."""

import re
from dataclasses import dataclass

from documents.blocks import Content
from documents.dates import date_at
from documents.report import Kind, Page, Passage, ReportDate

OPENING = 6000  # characters, of the first three pages at most
LONGEST = 60_000  # characters
A_SENTENCE = re.compile(r"[a-z]{2}[’”\")]?\.(?=\s|$)")
IS_FILE_NAME = re.compile(
    r"\.\w{2,4}$|^(?:microsoft )?(?:word|powerpoint)\b|^untitled|^slide \d", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Parts:
    """`front` runs to the first page that holds a sentence: a cover page alone says too little.

    `body` leaves out boilerplate and other news; `whole` has them, and so has the small print of a site.
    `title`, `site` and `published` are what the file says of itself: a website says who and when.
    """

    front: str
    opening: str
    body: str
    whole: str
    end: str
    title: str | None
    site: str | None
    published: ReportDate | None


def parts_of(content: Content, pages: tuple[Page, ...], passages: tuple[Passage, ...]) -> Parts:
    texts = [page.text for page in pages]
    first = next((at for at, text in enumerate(texts[:3]) if A_SENTENCE.search(text)), 0)
    own_words = (passage.text for passage in passages if passage.kind is not Kind.BOILERPLATE)
    return Parts(
        front="\n".join(texts[: first + 1])[:OPENING],
        opening="\n".join(texts[:3])[:OPENING],
        body="\n".join(own_words)[:LONGEST],
        whole="\n".join(texts)[:LONGEST],
        end="\n".join(texts[-2:])[-OPENING:],
        title=content.title if content.title and not IS_FILE_NAME.search(content.title) else None,
        site=content.publisher or None,
        published=date_at(content.published.strip()) if content.published else None,
    )
