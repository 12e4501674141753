"""The page for logging in, as HTML: a plain form, without scripts."""

from base64 import b64encode
from dataclasses import dataclass, replace
from html import escape

from assistant import log_in_wording as wording
from assistant.look import HERE, ICON, TITLE
from assistant.people import Person

STYLE = HERE / "log_in.css"
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:image/svg+xml;base64,{icon}">
<style>
{style}</style>
</head>
<body>
<header><p>{service}</p></header>
<main>
{told}<h1>{heading}</h1>
<form method="post" action="/log-in" novalidate>
<input type="hidden" name="form" value="{mark}">
<input type="hidden" name="next" value="{way_on}">
<label for="name">{name}</label>
<input id="name" name="name" type="text" value="{given}" autocomplete="username" spellcheck="false"
 autocapitalize="none"{name_state}>
<label for="password">{password}</label>
<input id="password" name="password" type="password" autocomplete="current-password"{password_state}>
<button type="submit">{submit}</button>
</form>
<p class="aside">{forgotten}</p>
</main>
</body>
</html>
"""
PROBLEM = """<div class="problem" role="alert" tabindex="-1" autofocus>
<h2>{heading}</h2>
<p id="problem"><a href="#{field}">{words}</a></p>
</div>
"""
WHO = """<div class="who"><p>{who}</p>
<form method="post" action="/log-out"><button type="submit">{log_out}</button></form></div>"""


@dataclass(frozen=True, slots=True)
class Form:
    """`way_on` is where a log-in leads; `told` a word on what went before, `problem` on what is wrong."""

    way_on: str
    name: str = ""
    told: str = ""
    problem: str = ""

    def with_problem(self, words: str) -> "Form":
        return replace(self, problem=words, told="")


def log_in_html(form: Form, mark: str) -> str:
    title = f"{wording.TITLE} – {TITLE}"
    about_password = form.problem == wording.NO_PASSWORD
    return PAGE.format(
        title=escape(f"Error: {title}" if form.problem else title),
        icon=b64encode(ICON.read_bytes()).decode(),
        style=STYLE.read_text(encoding="utf-8"),
        service=escape(TITLE),
        told=_told(form, "password" if about_password else "name"),
        heading=wording.TITLE,
        mark=escape(mark),
        way_on=escape(form.way_on),
        name=wording.NAME,
        given=escape(form.name),
        name_state="" if about_password else _state(form),
        password=wording.PASSWORD,
        password_state=_state(form) if about_password or form.problem == wording.WRONG else "",
        submit=wording.SUBMIT,
        forgotten=wording.FORGOTTEN,
    )


def who_html(person: Person) -> str:
    """Above the page: who is logged in, and the way out."""
    return WHO.format(who=escape(wording.WHO.format(name=person.name)), log_out=wording.LOG_OUT)


def _told(form: Form, field: str) -> str:
    if form.problem:
        return PROBLEM.format(heading=wording.PROBLEM, field=field, words=escape(form.problem))
    return f'<p class="told" role="status">{escape(form.told)}</p>\n' if form.told else ""


def _state(form: Form) -> str:
    wrong = (wording.NO_NAME, wording.NO_PASSWORD, wording.WRONG)
    return ' aria-invalid="true" aria-describedby="problem"' if form.problem in wrong else ""
