"""The theme of a joint targeted area inspection."""

import re

from documents.mentions import mentions

RESPONSE = re.compile(r"multi-agency responses? to (?:the )?(?P<theme>[^.]+)")
DEEP_DIVE = re.compile(  # "a 'deep dive' focus on the response to children living with domestic abuse."
    r"deep dive\W{0,2}\s+(?:focus(?:ed|sed|ing)?\s+)?(?:on|into|of)\s+"
    r"(?:the (?:response|effectiveness of services|experiences) (?:to|for|of)\s+)?(?P<theme>[^.]+)"
)
BROAD = re.compile(  # titles of inspections whose "deep dive" had a theme of its own
    r"abuse and neglect|all forms of abuse|‘?front door"
)
LONGEST = 200  # characters
PLACE = re.compile(r",? (?:in|across|within|at) (?=(?:the )?(?:[A-Z]|$))")  # "… domestic abuse in Durham"


def theme_of(opening: str) -> str | None:
    """What a joint targeted area inspection looked at, in the words of its title or first sentences."""
    words = " ".join(opening.split())
    themes = [_without_place(found["theme"]) for found in RESPONSE.finditer(words)]
    themes = [theme for theme in themes if len(theme) <= LONGEST and not BROAD.match(theme)]
    if themes:
        return themes[0]
    dive = DEEP_DIVE.search(words)
    return _without_place(dive["theme"]) if dive else None


def _without_place(theme: str) -> str:
    """ "sexual abuse in the family in Shropshire" without Shropshire."""
    for place in PLACE.finditer(theme):
        if any(mention.start < 40 for mention in mentions(theme[place.end() :])):
            return theme[: place.start()].strip()
    return theme.strip(" ,;:")
