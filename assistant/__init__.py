"""What is the answer, and what bears it out? Understanding questions, choosing quotations, the chat page."""

from typing import Any

__all__ = ["InspectionRetriever"]


def __getattr__(name: str) -> Any:
    """LangChain is imported only when someone asks for the retriever."""
    if name == "InspectionRetriever":
        from assistant.model import InspectionRetriever

        return InspectionRetriever
    raise AttributeError(name)
