"""The words on screen of the part that keeps the library."""

from collections.abc import Sequence

from assistant.wording import counted
from index.build import Landed, Outcome

LIBRARY = "Library"
INTRODUCTION = (
    "Every document that answers are drawn from, with what each is. Where something was read wrongly,"
    " correct it here, and answers follow at once."
)
ADD = "Add documents"
ADD_HINT = (
    "PDF, Word, PowerPoint, Excel, web pages, e-mails and text, or a .zip archive of them."
    " You may choose many files at once. Adding goes on if you leave this page."
)
ADDING = "Adding {files}… You may ask questions meanwhile."
ADDED_SO_FAR = "{done} of {of} done"
WAITING = "Waiting for files that somebody else is adding…"
OUTCOMES = {
    Outcome.ADDED: "Added",
    Outcome.REPLACED: "Added in place of the old one",
    Outcome.ALREADY_HELD: "Already there",
    Outcome.REFUSED: "Not added",
}
DUPLICATE = "{file}: a duplicate, for {reason}."
ABOUT = "About"
FIND = "Find by title or file name"
COLUMNS = ("Document", "Authority", "Who speaks", "Kind and dates", "Length")
NONE_FOUND = "No document fits. Choose ‘All authorities’, or other words."
EMPTY = "The library is empty. Add the first documents above."
BACK = "Back to the list"
CHANGE = "Change"
LABELS = {
    "title": "Title",
    "authorities": "Authority",
    "speaker": "Who speaks",
    "publisher": "Publisher",
    "framework": "Kind",
    "theme": "Theme",
    "published": "Published",
    "inspected_from": "Inspected from",
    "inspected_to": "Inspected to",
    "lead_inspector": "Lead inspector",
}
HOW_KNOWN = {"read": "as read", "corrected": "corrected", "unknown": "not found in the document"}
CORRECTED_BY = "corrected by {who} on {when}"
CORRECT = "Correct: {field}"
WORDS_HINT = "For example: {example}."
UNKNOWN_HINT = " Write ‘unknown’ if nobody knows it."
NONE_HINT = "Choose one or more; choose none if nobody knows it."
SAVE = "Save"
TAKE_BACK = "Take the correction back"
CANCEL = "Cancel"
SAVING = "Saving. The document’s passages are described anew…"
SAVED = "Saved: {field} is now {value}."
TAKEN_BACK = "The correction is taken back: {field} is {value}, as read."
DOWNLOAD = "Download the original"
REPLACE = "Replace with another file"
REPLACING = "Reading the new file…"
REPLACED = "Replaced. The old one may be taken back for {days} days, from the library’s list."
REMOVE = "Remove"
REMOVED = "{file} is removed, and its answers with it. You may undo this for {days} days, below the list."
RECENTLY = "Removed in the last {days} days"
UNDO = "Undo"
UNDONE = "{file} is in the library again."
ERASE = "Erase for good"
ERASE_HINT = (
    "The original, its text, its vectors, its corrections and every quotation kept from it go at once"
    " and cannot be brought back. Backups you have made are not touched. Type the word ‘erase’ to go on."
)
ERASE_WORD = "Type ‘erase’"
WORD = "erase"
ERASE_FIRST = "Nothing was erased. Type the word ‘erase’ first."
ERASING = "Erasing. In a large library this takes a minute, and questions wait…"
ERASED = "{file} is erased for good."
STATE = "The index"
CHECK = "Check the library"
CHECKING = "Looking up every passage in both stores; questions wait meanwhile…"
WHOLE = "The library is whole: every passage of {documents} stands where it says, in both stores."
CURRENT = "The index is up to date."
OUTDATED = "The index was made by an older version. Rebuild it: python -m index rebuild"
GONE = "This document has left the library."
NOT_ALLOWED = "You may read the library, but not change it. Ask whoever looks after it."
BROKE = "That could not be done because something went wrong. Please try again."


def adding(count: int) -> str:
    return ADDING.format(files=counted(count, "file"))


def summary(landed: Sequence[Landed], problems: Sequence[str]) -> str:
    """'3 added, 1 already there, 1 not added.'"""
    outcomes = [each.outcome for each in landed]
    counts = [
        f"{outcomes.count(each)} {words.lower()}" for each, words in OUTCOMES.items() if each in outcomes
    ]
    told = f"{', '.join(counts) or 'Nothing added'}."
    return " ".join([told, *problems])


def checked(problems: int) -> str:
    if not problems:
        return "The library is whole."
    return f"{counted(problems, 'problem')} found; each stands below with its remedy."


def unfit(why: str) -> str:
    return f"Not saved: {why}. Please correct it and try again."
