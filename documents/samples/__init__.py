"""Five sample briefings, written by us, and the program that makes two of them."""

from pathlib import Path

HERE = Path(__file__).parent


def sample_files() -> list[Path]:
    """The sample documents, in the order a newcomer should see them listed."""
    return [
        HERE / "trafford-focused-visit-2018.pdf",
        HERE / "trafford-self-assessment-2018.pptx",
        HERE / "trafford-permanence-article.html",
        HERE / "shropshire-permanence-article.html",
        HERE / "trafford-news-2022.txt",
    ]
