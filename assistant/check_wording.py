"""The words on screen of the part that checks claims."""

from assistant.wording import counted

CHECK = "Check a claim"
CHECK_INTRODUCTION = (
    "Write or paste what somebody says about a council’s services, or open a paper that says it."
    " Each claim is put beside the exact words of the documents for and against it."
)
CLAIMS = "The claim, or a text with several"
CLAIMS_ABOUT = "Whom claims are about that name nobody"
CHECK_THIS = "Check"
CHECK_FILE = "Check a file instead (.docx, .pdf, .md or .txt)"
STOP = "Stop"
CHECKING = "Checking the text against the documents…"
CHECKED_SO_FAR = "Checked {done} of {of} claims"
STOPPED = "Stopped after {done} of {of} claims."
YOUR_TEXT = "your text"
CLAIM_FIRST = "Write a claim first, or open a file."
TEXT_TOO_LONG = "This text is too long. Please check no more than {most:,} characters at once."
NO_PAPER = "{name} is not a .docx, .pdf, .md or .txt file. Save it as one of these, or paste its text."
CHECK_BROKE = "This text could not be checked because something went wrong. Please try again."
READ_VERDICTS = "Quotations are exact. What is not in evidence may still be true."
DOWNLOAD = "Download this report"
FORMS = {"docx": "Word (.docx)", "html": "Web page (.html)"}
OPEN = "Open the original"
CAUTIONS = "Before relying on it:"
FOR, AGAINST = "For", "Against"
NEAREST = "What came closest, though it does not settle the claim:"
NONE_FOUND = "Nothing found."
MISQUOTED = "In quotation marks, but not the document’s words: “{claimed}”."
TRUE_WORDING = (
    "The nearest true wording, word by word. Struck out: what was written. Underlined: what the document has."
)
WRITTEN, IN_DOCUMENT = "written instead:", "the document has:"


def checked(claims: int) -> str:
    return f"{counted(claims, 'claim')} checked."
