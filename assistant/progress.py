"""How far long work is, as HTML for the page."""

from html import escape

from assistant.steps import Step


def bar_html(words: str, step: Step) -> str:
    """A bar with its words beside it; the status line, not the bar, is spoken to those who hear the page."""
    return (
        f'<p class="working"><label for="working">{escape(words)}</label>'
        f' <progress id="working" value="{step.done}" max="{step.of}"></progress></p>'
    )
