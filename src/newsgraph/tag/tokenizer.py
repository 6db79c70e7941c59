"""One token a code point, white space included, so that token index and character offset are one number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab


class CodePointTokenizer:
    """Callable ``text -> Doc`` with ``len(doc) == len(text)`` and ``doc.text == text``.

    spaCy's own Chinese tokenizer drops white space into its neighbours, which would cost the identity of
    token index and offset. Lone surrogates, which spaCy's string store cannot hold, are refused by the reader.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Return nothing: there is no state."""
        return b""

    def from_bytes(self, raw: bytes, **kwargs: Any) -> CodePointTokenizer:
        """Return self: there is no state."""
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write nothing: there is no state."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> CodePointTokenizer:
        """Return self: there is no state."""
        return self


@registry.tokenizers("newsgraph.CodePointTokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Any:
    """Return the factory that spaCy's config names under ``[nlp.tokenizer]``."""
    return lambda nlp: CodePointTokenizer(nlp.vocab)
