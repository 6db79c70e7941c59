"""The recogniser as a spaCy component: `Network` in, ``doc.ents`` and a score for each out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span

from newsgraph.tag.calibration import Calibration, calibrate
from newsgraph.tag.feature_tables import VERSION, FeatureTables
from newsgraph.tag.network import Network
from newsgraph.tag.pieces import pieces_of

MAX_LENGTH = 120
"""Longest piece, in characters, that the network reads at once."""
OVERLAP = MAX_LENGTH // 3
"""So many characters are read with both pieces where a sentence is cut anywhere; each decides on the half nearer to
its middle."""
TOGETHER = 4000
"""About so many characters of documents are read together: more would not be faster, and take more memory."""
_NETWORK, _TABLES = "network.msgpack", "tables.msgpack"
_DIGESTS = "SHA256SUMS"
"""Of both, as ``sha256sum -c`` reads them: a changed weight would not be noticed otherwise."""


class Recogniser:
    """Sets ``doc.ents``, and ``doc.user_data["scores"]`` under (start, end, label): chances of being right.

    Parameters
    ----------
    calibration : Mapping[str, Sequence[Sequence[float]]]
        By label, what `newsgraph.tag.calibration.fit` found; without it scores are the tags' mean probabilities.

    Notes
    -----
    The documents' tokens are code points (`CodePointTokenizer`). What is found in a document does not depend
    on those beside it.
    """

    def __init__(self, calibration: Mapping[str, Calibration]) -> None:
        self.calibration = calibration
        self.network = Network()

    @property
    def labels(self) -> tuple[str, ...]:
        """What is told apart, sorted; spaCy writes it into a pipeline's meta."""
        return tuple(sorted({tag[2:] for tag in self.network.tags if tag != "O"}))

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe((doc,)))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Yield the documents with their entities; sentences of neighbouring documents are read together."""
        docs: list[Doc] = []
        size = 0
        for doc in stream:
            docs.append(doc)
            size += len(doc)
            if size >= TOGETHER or len(docs) >= batch_size:
                yield from self._recognise(docs)
                docs, size = [], 0
        yield from self._recognise(docs)

    def _recognise(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        pieces = [
            (i, start, text)
            for i, doc in enumerate(docs)
            for start, text in pieces_of(doc.text, MAX_LENGTH, OVERLAP)
        ]
        read: list[tuple[int, int, list[np.ndarray]]] = []
        reached = 0
        waiting = iter(pieces)
        while batch := list(_take(waiting, TOGETHER)):
            for (i, start, text), scores in zip(
                batch, self.network.scores([text for *_, text in batch]), strict=True
            ):
                if read and read[-1][0] == i and start < reached:
                    shared, parts = reached - start, read[-1][2]
                    parts[-1] = parts[-1][: len(parts[-1]) - shared // 2]
                    parts.append(scores[shared - shared // 2 :])
                else:
                    read.append((i, start, [scores]))
                reached = start + len(text)
        found: list[list[tuple[Span, float]]] = [[] for _ in docs]
        for i, offset, parts in read:
            for start, end, label, p in self.network.spans(np.concatenate(parts)):
                span = Span(docs[i], offset + start, offset + end, label=label)
                found[i].append((span, calibrate(self.calibration.get(label), p)))
        for doc, spans in zip(docs, found, strict=True):
            doc.ents = tuple(span for span, _ in spans)
            doc.user_data["scores"] = {(s.start, s.end, s.label_): score for s, score in spans}
        return docs

    def to_bytes(self, **_: Any) -> bytes:
        """Return network and tables as msgpack, weights in half precision."""
        raw: bytes = srsly.msgpack_dumps({_NETWORK: self._dump(), _TABLES: self.network.tables.to_bytes()})
        return raw

    def from_bytes(self, raw: bytes, **_: Any) -> Recogniser:
        """Restore what `to_bytes` gave."""
        held = srsly.msgpack_loads(raw)
        self._load(held[_NETWORK], held[_TABLES])
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write ``network.msgpack`` and ``tables.msgpack`` into the folder `path`, and their digests."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        files = {_NETWORK: self._dump(), _TABLES: self.network.tables.to_bytes()}
        for name, raw in files.items():
            (folder / name).write_bytes(raw)
        lines = (f"{sha256(raw).hexdigest()}  {name}\n" for name, raw in files.items())
        (folder / _DIGESTS).write_text("".join(lines), encoding="utf-8")

    def from_disk(self, path: str | Path, **_: Any) -> Recogniser:
        """Restore what `to_disk` wrote.

        Raises
        ------
        OSError, ValueError, KeyError
            If a file is missing, damaged or of another kind.
        """
        folder = Path(path)
        self._load(*(_read(folder / name, folder / _DIGESTS) for name in (_NETWORK, _TABLES)))
        return self

    def _dump(self) -> bytes:
        weights = {name: value.astype("float16") for name, value in self.network.weights.items()}
        raw: bytes = srsly.msgpack_dumps(
            {"features": VERSION, "tags": list(self.network.tags), "weights": weights}
        )
        return raw

    def _load(self, network: bytes, tables: bytes) -> None:
        held = srsly.msgpack_loads(network)
        if (version := held.get("features", 1)) != VERSION:
            raise ValueError(
                f"{_NETWORK} was trained on features of version {version}, this newsgraph gives version {VERSION}"
            )
        weights = {name: value.astype(np.float32) for name, value in held["weights"].items()}
        self.network = Network(FeatureTables.from_bytes(tables), held["tags"], weights)


def _read(path: Path, digests: Path) -> bytes:
    """Return the bytes of `path` if its digest is among those of the file `digests`, or there is none."""
    raw = path.read_bytes()
    if not digests.exists():
        return raw
    found = sha256(raw).hexdigest()
    if f"{found}  {path.name}" not in digests.read_text("utf-8", errors="replace").splitlines():
        raise ValueError(
            f"{path}: {len(raw)} bytes whose SHA-256 is {found}, which is not what {digests} says of it"
        )
    return raw


def _take(pieces: Iterator[tuple[int, int, str]], size: int) -> Iterator[tuple[int, int, str]]:
    """Yield the next pieces up to about `size` characters."""
    taken = 0
    for piece in pieces:
        yield piece
        taken += len(piece[2])
        if taken >= size:
            return


@Language.factory("newsgraph_ner", default_config={"calibration": {}}, assigns=["doc.ents"])
def create_recogniser(nlp: Language, name: str, calibration: dict[str, Any]) -> Recogniser:
    """Return the component, empty until `Recogniser.from_disk` or training fills it."""
    return Recogniser(calibration)
