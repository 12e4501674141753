"""What the page for logging in says."""

from assistant.sessions import IDLE_MINUTES

TITLE = "Log in"
NAME = "Name"
PASSWORD = "Password"
SUBMIT = "Log in"
FORGOTTEN = "If you have no password, or have forgotten it, ask whoever keeps this service at your council."
PROBLEM = "There is a problem"
WRONG = "The name or the password is wrong. Check both, and try again."
NO_NAME = "Write your name."
NO_PASSWORD = "Write your password."
TOO_MANY = "There were too many attempts to log in. Try again at {time}."
STALE = "This page was open for too long, or cookies are blocked. Try again."
ENDED = (
    f"You have been logged out. This happens when nothing is done for {IDLE_MINUTES} minutes, at the end of a"
    " working day, and when your account is changed."
)
OUT = "You have logged out."
BROKE = (
    "Logging in does not work at the moment. Tell whoever keeps this service at your council:"
    " the server’s own messages say why."
)
WHO = "Logged in as {name}"
LOG_OUT = "Log out"
NOT_LOGGED_IN = "Log in, or send a token: Authorization: Bearer TOKEN"
WRONG_TOKEN = "This token is nobody's. Make a new one: python -m assistant user token NAME"
TOO_MANY_TOKENS = "There were too many requests with tokens that are nobody's. Try again at {time}."
FOREIGN = "This request comes from another web site, and is not answered."
CLOSED = "The file of users cannot be read at the moment, so nobody is let in."
