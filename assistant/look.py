"""How the page looks: system fonts, strong contrast, visible focus. Nothing is fetched from elsewhere."""

from pathlib import Path
from typing import Any

TITLE = "Inspection evidence assistant"
HEADER = f'<a class="skip" href="#parts">Skip to the main content</a><h1>{TITLE}</h1>'
HERE = Path(__file__).parent
PARTS = ("page", "tabs", "who", "source", "library", "history")
CSS = [HERE / f"{part}.css" for part in (*PARTS, "judgements")]
SCRIPTS = [HERE / f"{part}.js" for part in PARTS if part != "tabs"]
ICON = HERE / "page.svg"
ASK_TAB = "ask-tab"
UPLOADS_KEPT = (600, 600)  # seconds between clearings, and the age at which a file goes
COLOURS = {  # of Gradio's own parts; page.css has those of ours
    "body_background_fill": "white",
    "body_background_fill_dark": "#14181c",
    "body_text_color": "#0b0c0c",
    "body_text_color_dark": "#f3f4f5",
    "block_background_fill": "transparent",
    "block_background_fill_dark": "transparent",
    "block_border_width": "0px",
    "block_label_text_color": "#0b0c0c",
    "block_title_text_color": "#0b0c0c",
    "block_title_text_color_dark": "#f3f4f5",
    "block_title_text_weight": "700",
    "input_background_fill": "white",
    "input_background_fill_dark": "#1f252b",
    "input_border_color": "#0b0c0c",
    "input_border_color_dark": "#b1b4b6",
    "input_border_width": "2px",
    "checkbox_background_color": "white",
    "checkbox_background_color_dark": "#1f252b",
    "checkbox_background_color_selected": "#1d4f91",
    "checkbox_background_color_selected_dark": "#1d4f91",
    "checkbox_border_color": "#0b0c0c",
    "checkbox_border_color_dark": "#b1b4b6",
    "checkbox_border_color_selected": "#1d4f91",
    "checkbox_border_color_selected_dark": "#b1b4b6",
    "checkbox_border_width": "2px",
    "checkbox_label_border_width": "0px",
    "checkbox_label_background_fill": "transparent",
    "checkbox_label_background_fill_dark": "transparent",
    "checkbox_label_background_fill_hover": "#f3f2f1",
    "checkbox_label_background_fill_hover_dark": "#2a3138",
    "checkbox_label_background_fill_selected": "transparent",
    "checkbox_label_background_fill_selected_dark": "transparent",
    "button_primary_background_fill": "#00703c",
    "button_primary_background_fill_dark": "#00703c",
    "button_primary_background_fill_hover": "#005a30",
    "button_primary_background_fill_hover_dark": "#005a30",
    "button_primary_text_color": "white",
    "button_primary_text_color_dark": "white",
    "button_secondary_background_fill": "#f3f2f1",
    "button_secondary_background_fill_dark": "#2a3138",
    "button_secondary_background_fill_hover": "#dbdad9",
    "button_secondary_background_fill_hover_dark": "#3a434b",
    "button_secondary_text_color": "#0b0c0c",
    "button_secondary_text_color_dark": "#f3f4f5",
}
QUIET = {  # a click counts at once, though what the one before it did is still being shown
    "show_progress": "hidden",
    "api_visibility": "private",
    "trigger_mode": "multiple",
}
LONG = {"concurrency_limit": 2, **QUIET}  # people whose work is done at the same time
FOLLOWING = {"concurrency_limit": 40, **QUIET}  # people who may watch files being added at the same time
WAYS = """
element.addEventListener("click", (event) => {
  const way = event.target.closest("button[data-question]");
  if (way) trigger("click", { ...way.dataset });
});
"""
CHOICES = """
element.addEventListener("click", (event) => {
  const choice = event.target.closest("button[data-opened], button[data-undone], button[data-field]");
  if (choice) trigger("click", { ...choice.dataset });
});
"""
SHOW_DOCUMENT = "() => window.showPart('#document h2')"
SHOW_LISTING = "() => window.showOpened()"
SHOW_CORRECTION = "() => window.showPart('#correction :is(textarea, input)')"
SHOW_FIELD = "() => window.showField()"
SHOW_ASKING = f"() => {{ document.getElementById('{ASK_TAB}-button').click(); }}"
SHOW_ANSWER = "(...values) => { window.showAnswer(); return values; }"


def settings() -> dict[str, Any]:
    """For Gradio's `mount_gradio_app`."""
    scripts = [f"<script>\n{script.read_text(encoding='utf-8')}</script>" for script in SCRIPTS]
    return {
        "theme": theme(),
        "css_paths": CSS,
        "head": "\n".join(scripts),
        "favicon_path": ICON,
        "footer_links": [],
        "run_history": False,  # else the browser keeps every question and answer, unasked
        "show_error": False,  # what broke is logged; the page says so in words of ours
        "ssr_mode": False,
        "mcp_server": False,  # tools.py has one whose replies are JSON, and that knows who asks
    }


def in_turn(name: str) -> dict[str, Any]:
    """For all events that show the same part: what was asked for last comes last."""
    return {"concurrency_id": name, "concurrency_limit": 1, **QUIET}


def html(gr: Any, value: str, **settings: Any) -> Any:
    """HTML of ours, as it is."""
    return gr.HTML(value, apply_default_css=False, **settings)


def theme() -> Any:
    """Gradio's plain theme with the fonts of the person's own machine."""
    import gradio as gr

    plain = gr.themes.Base(
        primary_hue="green",
        neutral_hue="gray",
        radius_size="none",
        font=["Arial", "Helvetica", "sans-serif"],
        font_mono=["Consolas", "Menlo", "monospace"],
        text_size="lg",
    )
    return plain.set(**COLOURS)
