"""The words on screen of the part on judgements and improvements."""

from documents.authorities import name_of

PREPARE = "Judgements and improvements"
INTRODUCTION = (
    "See how a service was graded over the years, what inspectors asked it to improve and what came of that,"
    " or what the council says of itself beside what inspectors found."
)
AUTHORITIES = "Authorities"
SINCE, UNTIL = "From", "To"
DATES = "Leave them empty for all years, or write a year, a month or a day: 2019, March 2019, 8 March 2019."
VIEW = "What to show"
GRADES, TRACKER, COMPARISON = "Grades over time", "Improvement tracker", "The council’s own account"
VIEWS = [GRADES, TRACKER, COMPARISON]
SHOW = "Show"
STOP = "Stop"
STOPPED = "Stopped."
CHOOSE_FIRST = "Choose an authority first."
TOO_MANY = "Choose no more than {most} authorities at once, so that they can be read side by side."
UNKNOWN = "The library no longer holds documents about {name}. Choose another authority."
WORKING = "Reading the documents about {name}…"
SO_FAR = {
    TRACKER: "{name}: {done} of {of} recommendations followed up",
    COMPARISON: "{name}: {done} of {of} statements of the council put beside the findings",
}
SHOWN = "{view}: {name}."
BROKE = "This could not be shown because something went wrong. Please try again."
NEW_TAB = "Links to pages open the original document in a new tab."

NO_GRADES = "The documents held about {name} give no grade{when}."
NO_ITEMS = "The documents held about {name} hold no recommendation by inspectors{when}."
NO_ROWS = "Nothing of this comparison falls within the dates chosen{when}."
SIDE_BY_SIDE = "The latest grades, side by side"
NOT_GRADED = "no grade held"
ENLARGE = "Open the picture by itself"
GRADES_OF = "Grades of {name}"
DOWNLOAD = "Download"
PACK = "Evidence pack"
PACKS = {"docx": "Evidence pack (.docx)", "pdf": "Evidence pack (.pdf)"}
FORMS = {"csv": "Table (.csv)", "xlsx": "Excel (.xlsx)", "docx": "Word (.docx)", "png": "Picture (.png)"}

READ_TRACKER = (
    "Each verdict follows from rules on the words quoted; it is a help in reading, and no finding."
    " ‘Not mentioned’ means that no sentence on the matter was found: look before relying on it."
)
TICK = "Tick the recommendations to download, or tick none for all of them."
TICK_ONE = "Choose recommendation {number}"
ADDRESSED = "Asked of: {whom}"
ALSO = "Also asked for: "
LATEST = "Latest word"
EVERY_LATER = "What each of the {count} later documents says"
ONE_LATER = "What the later document says"
COUNCIL, INSPECTORS = "The council", "The inspectors"
SILENT = "No sentence on this was found."
READ_COMPARISON = (
    "Findings are those of inspections within two years either side of the council’s document. Agreement and"
    " disagreement follow from rules on the words quoted; they are a help in reading."
)


def no_grades(authority: str, when: str) -> str:
    return NO_GRADES.format(name=name_of(authority), when=_within(when))


def no_items(authority: str, when: str) -> str:
    return NO_ITEMS.format(name=name_of(authority), when=_within(when))


def no_rows(when: str) -> str:
    return NO_ROWS.format(when=f" ({when})" if when else "")


def _within(when: str) -> str:
    return f" {when}" if when else ""
