"""The words on screen of the part that adds published reports."""

PUBLISHED = "Add published reports for an authority"
INTRODUCTION = (
    "Inspection reports that Ofsted has published, with their addresses. Each download is compared with the"
    " checksum in our list before it is added."
)
OFF = (
    "Downloading is switched off, so nothing leaves this machine. Open a link in a browser, save the report,"
    " and add the file above: one by one, or many as a .zip archive. To let this page download them, set"
    " INSPECTION_FETCH=yes and start it again."
)
AUTHORITY = "Authority of the reports"
CHOOSE = "Choose an authority"
COLUMNS = ("Report", "Published", "Inspected", "State")
HELD = "in the library"
NOT_HELD = "not in the library"
OPEN = "Open on the inspectorate’s site"
PICK = "Reports to download"
CHANGED_TOO = "Add a report also where it is not, or no longer, the file in our list"
DOWNLOAD = "Download and add"
PICK_FIRST = "Choose at least one report first."
ALL_HELD = "The library holds all of them."
