"""An answer's text parted into what leads to each quotation and the quotation itself."""

import re

from assistant.evidence import Answer, Citation


def set_off(found: Answer) -> list[str | Citation]:
    """Leads and citations in the order of the text; only the citations where the text does not hold them all.

    A text that was emptied, because it quoted what has been erased, holds none.
    """
    marked = {f"“{each.quote.words}” [{each.number}]": each for each in found.citations}
    if not marked:
        return _leads(found.text)
    parts = re.split("(" + "|".join(map(re.escape, marked)) + ")", found.text)
    if len(parts) // 2 < len(marked):
        return list(found.citations)
    items: list[str | Citation] = []
    for part in parts:
        items += [marked[part]] if part in marked else _leads(part)
    return items


def _leads(text: str) -> list[str | Citation]:
    return [lead.strip() for lead in text.split("\n\n") if lead.strip()]
