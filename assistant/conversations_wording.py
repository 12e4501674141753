"""The words on screen of the part that shows a person's history."""

from assistant.wording import counted

HISTORY = "History"
INTRODUCTION = (
    "What you have asked and checked, with the answers as they were then. Nobody else sees it."
    " It is kept until you delete it."
)
SEARCH = "Search your history"
SEARCH_BUTTON = "Search"
NOTHING = "You have not asked or checked anything yet."
NOTHING_FOUND = "None of your questions and answers has all these words."
LIST = "Your conversations"
LATEST_ONLY = "The latest {most} are shown. Search to find older ones."
CHECKED = "Claims checked: {name}"
OPEN_ONE = "Choose a conversation to see it here."
GONE = "This conversation is no longer there. It may have been deleted."
ASKED_AT = "Asked {at}"
CHECKED_AT = "Checked {at}"
ASK_AGAIN = "Ask again"
PASSAGE = "The passage it is from"
DELETE_ONE = "Delete this conversation"
DELETE_ALL = "Delete all your history"
SURE_ONE = "Delete this conversation for good? It cannot be brought back."
SURE_ALL = "Delete all {count} for good? They cannot be brought back."
YES_ONE, YES_ALL, NO = "Yes, delete it", "Yes, delete all", "No, keep it"
DELETED_ONE = "The conversation has been deleted."
DELETED_ALL = "All your history has been deleted."
EXPORT_ANSWER = "Export this answer"
EXPORT_CHECK = "Export this check with the pages cited"
EXPORT_CONVERSATION = "Export this conversation"
FORMS = {"docx": "Word", "pdf": "PDF"}
NOT_KEPT = "This could not be kept in your history, so it cannot be exported."
ERASED = "{count} from a document that has since been erased: the words are gone."
EMPTIED = "The rest of this answer named a document that has since been erased."
BROKE = "This did not work because something went wrong. Please try again."


def found(count: int) -> str:
    return f"{counted(count, 'conversation')} found."


def erased(count: int) -> str:
    return ERASED.format(count=counted(count, "quotation"))


def sure_all(count: int) -> str:
    return SURE_ALL.format(count=counted(count, "conversation"))


def questions(count: int) -> str:
    return counted(count, "question")
