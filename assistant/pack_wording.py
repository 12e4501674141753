"""The words of an evidence pack, apart from the logic that uses them."""

ANSWER_TITLE = "Evidence pack: {asked}"
CONVERSATION_TITLE = "Evidence pack: a conversation of {count} questions"
CHECK_TITLE = "Evidence pack: claims of {name}, checked"
TRACKER_TITLE = "Evidence pack: what {name} was asked to improve"
INTRODUCTION = (
    "Every passage in quotation marks stands word for word on the page named beside it. The pages cited"
    " follow at the end, with the quoted words marked; each document is identified by its SHA-256,"
    " which changes if one character of the file does."
)
ASKED_BY, ASKED_AT = "Asked by", "Asked"
CHECKED_BY, CHECKED_AT = "Checked for", "Checked"
MADE_BY, MADE_AT = "Pack made by", "Pack made"
LIBRARY = "Library then"
READ_AS = "Read as"
OUTCOME = "Outcome"
SEARCHED = "Searched"
QUESTION = "Question: {asked}"
CLAIM = "Claim {number}: {claim}"
ITEM = "{number}. Asked {date}"
MARKS = "Checked by"
DOCUMENTS = "The documents quoted"
PAGES = "The pages cited"
FILE, SHA256 = "File", "SHA-256"
PAGE = "{page} of {file}: {quotations}"
WHERE_MARKED = "The quoted words are marked in yellow."
NOT_ON_PAGE = "The place of the words on this page could not be told, so they are not marked; they read:"
IN_CONTEXT = "The words in their context (this kind of file has no printed page to show):"
NO_ORIGINAL = "The document is no longer in the library, so its page cannot be shown. The words as kept then:"
NO_PICTURE = "The page could not be shown as a picture. The words in their context:"
TOO_MANY = "Only the first {most} pages are shown as pictures. The words in their context:"
ALT = "{page} of {file}, with the words of {quotations} marked."
ERASED = "Part of this was quoted from a document that has since been erased; its words are gone."
CODES = (
    "This font lacks some characters, and others cannot be shown safely: each stands as its code, such as"
    " ⟨U+4E2D⟩. No other character is changed; the Word form of this pack shows what it can."
)
REMOVED = "This document has since left the library."
REPLACED = "This document has since been replaced by another of the same file name."
REDESCRIBED = "Its description has since been corrected: {fields}."


def marked(count: int, of: int) -> str:
    """Who has checked the quotations, as a whole."""
    if not count:
        return "nobody has marked a quotation of this pack as checked"
    return f"{count} of {of} quotations are marked, each beneath its words; nobody has marked the others"
