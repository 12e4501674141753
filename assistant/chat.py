"""The page in the browser, through Gradio: a tab for each part of it."""

from typing import Any, cast

from assistant import check_wording, conversations_wording, library_wording, look, prepare_wording, wording
from assistant.adapting import adapted, functions
from assistant.answer import Chooser
from assistant.log_in_shown import who_html
from assistant.page_ask import ask_part
from assistant.page_check import check_part
from assistant.page_history import history_part
from assistant.page_judgements import judgements_part
from assistant.page_library import library_part
from assistant.people import person_of
from assistant.prepared import Prepared
from assistant.programs import Programs
from index.library import Library
from index.offline import go_offline
from index.unpacked import MOST_UNPACKED


def page(library: Library, chooser: Chooser | None, programs: Programs, prepared: Prepared) -> Any:
    """The page as Gradio blocks, not yet served."""
    go_offline()
    import gradio as gr

    with gr.Blocks(title=look.TITLE, analytics_enabled=False, delete_cache=look.UPLOADS_KEPT) as blocks:
        _for_programs(gr, programs)  # first, for an event of the page may not take one of their names
        if library.settings.users:
            _for_people(gr, blocks)
        look.html(gr, look.HEADER, elem_id="header")
        with gr.Tabs(overflow_behavior="wrap", elem_id="parts"):
            with gr.Tab(wording.ASK, elem_id=look.ASK_TAB):
                ask_again = ask_part(gr, library, chooser, blocks)
            with gr.Tab(check_wording.CHECK):
                check_part(gr, library, blocks)
            with gr.Tab(prepare_wording.PREPARE):
                judgements_part(gr, prepared, blocks)
            with gr.Tab(conversations_wording.HISTORY) as history:
                history_part(gr, library, history, ask_again)
            with gr.Tab(library_wording.LIBRARY) as kept:
                library_part(gr, library, blocks, kept)
    return blocks


def mount(app: Any, blocks: Any) -> Any:
    """`app`, with the page where none of its own routes is."""
    import gradio as gr

    return gr.mount_gradio_app(app, blocks, path="/", max_file_size=MOST_UNPACKED, **look.settings())


def _for_people(gr: Any, blocks: Any) -> None:
    """Who is logged in, and the way out."""
    who = look.html(gr, "", elem_id="who")

    def shown(request: gr.Request) -> str:
        return who_html(person_of(request))

    blocks.load(shown, None, who, show_progress="hidden", api_visibility="private")


def _for_programs(gr: Any, programs: Programs) -> None:
    """The endpoints of the API. Out of Gradio's queue, so that each is one request and one reply."""

    def refuse(words: str) -> Exception:
        return cast(Exception, gr.Error(words, print_exception=False))

    for function in functions(programs):
        gr.api(adapted(function, gr.Request, person_of, refuse), api_name=function.__name__, queue=False)
