"""The pipeline of the LangChain tutorials, which benchmarks/ingest.py measures ours against.

PyPDFLoader, chunks of 1,000 characters with 200 of overlap, MiniLM as sentence-transformers loads it, Chroma.
"""

import sys
from pathlib import Path

from langchain_chroma import Chroma
from langchain_community.document_loaders import PyPDFLoader
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter
from sentence_transformers import SentenceTransformer

from index.embed import default_weights


class MiniLM(Embeddings):
    """What HuggingFaceEmbeddings does; that package cannot be installed beside this sentence-transformers."""

    def __init__(self) -> None:
        self._model = SentenceTransformer(str(default_weights()), device="cpu")

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._model.encode([text.replace("\n", " ") for text in texts]).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


def main(folder: str, paths: list[str]) -> None:
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    pages = [page for path in paths for page in PyPDFLoader(path).load()]
    chunks = splitter.split_documents(pages)
    Chroma.from_documents(chunks, MiniLM(), persist_directory=folder)
    print(f"{len(pages)} pages, {len(chunks)} chunks, of {len({Path(path).name for path in paths})} files")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
