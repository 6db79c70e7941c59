"""HanLP as the engine: any HanLP recogniser as a spaCy component.

HanLP counts tokens, so it is fed characters; what comes back is code points, as everywhere here.
HanLP and torch are imported when a component is made, not before (``pip install "newsgraph[hanlp]"``).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from newsgraph.errors import AlignmentError, MissingModelError
from newsgraph.tag.hanlp_tasks import Recogniser, one_task
from newsgraph.tag.model_files import HANLP_NAME, check_zip, damaged_file, default_model_path
from newsgraph.tag.pieces import pieces_of

EXAMPLE = "MSRA_NER_ELECTRA_SMALL_ZH"
"""HanLP's name of the smallest of its published recognisers."""

LABELS: Mapping[str, str] = {
    **{label: label for label in ("PERSON", "POST", "ORG", "PLACE", "PROJECT", "EVENT")},
    **{"NR": "PERSON", "NS": "PLACE", "NT": "ORG", "PER": "PERSON", "LOC": "PLACE"},
    **{"LOCATION": "PLACE", "ORGANIZATION": "ORG"},
    **{"nr": "PERSON", "ns": "PLACE", "nt": "ORG"},
    **{"GPE": "PLACE", "FAC": "PLACE"},
}
"""Labels of the guidelines, MSRA (short and long), PKU and OntoNotes, to the guidelines'.

Others are left out: dates and amounts are the grammar's.
"""

_BLANK = "，"  # stands for a white space or control character, which HanLP's tokenizers would drop


@Language.factory(
    "newsgraph_hanlp",
    default_config={"model": "", "batch_size": 32, "max_length": 120, "labels": {}},
    assigns=["doc.ents"],
)
def create_hanlp_tagger(
    nlp: Language, name: str, model: str, batch_size: int, max_length: int, labels: dict[str, str]
) -> HanlpTagger:
    """Return the component; see `HanlpTagger` for the settings, `load_hanlp` for `model` (empty: the shipped one)."""
    return HanlpTagger(
        load_hanlp(model or str(default_model_path(HANLP_NAME))),
        batch_size=batch_size,
        max_length=max_length,
        labels={**LABELS, **labels},
    )


class HanlpTagger:
    """Writes ``doc.ents`` from a HanLP recogniser.

    Parameters
    ----------
    recogniser : callable
        A component that `load_hanlp` gave, or anything of its shape.
    batch_size : int, default 32
        Sentences in one call of HanLP.
    max_length : int, default 120
        Characters in one piece; texts are cut at the ends of sentences, long sentences at their commas.
    labels : Mapping
        HanLP's labels to those of the guidelines; labels not in it are left out.

    Notes
    -----
    The documents' tokens are code points (`CodePointTokenizer`). HanLP's own recognisers give no scores, and none
    are made up; those that one of ours gives go to ``doc.user_data["scores"]``.
    """

    def __init__(
        self,
        recogniser: Recogniser,
        *,
        batch_size: int = 32,
        max_length: int = 120,
        labels: Mapping[str, str] = LABELS,
    ) -> None:
        self.recogniser = one_task(recogniser)
        self.batch_size = batch_size
        self.max_length = max_length
        self.labels = labels
        self._reads_blanks: bool = getattr(recogniser, "reads_blanks", False)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents``.

        Raises
        ------
        AlignmentError
            If a span that HanLP gave does not hold the text that it says.
        """
        # Where pieces overlap, what one of them cut is shorter than what the other read whole, and is filtered out.
        pieces = list(pieces_of(doc.text, self.max_length, overlap=self.max_length // 3))
        scores: dict[Span, float | None] = {}
        for batch in _batches(pieces, self.batch_size):
            for (start, text), found in zip(batch, self._recognise([text for _, text in batch]), strict=True):
                scores.update(self._to_spans(doc, start, text, found))
        doc.ents = tuple(filter_spans(scores))
        doc.user_data["scores"] = {
            (ent.start, ent.end, ent.label_): score for ent in doc.ents if (score := scores[ent]) is not None
        }
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Yield the documents with their entities; sentences are batched within one document."""
        yield from map(self, stream)

    def _recognise(self, texts: Sequence[str]) -> Sequence[Sequence[Any]]:
        tokens = [list(text) if self._reads_blanks else [_visible(char) for char in text] for text in texts]
        try:
            found = self.recogniser(tokens)
        except Exception as err:
            if type(err).__name__ != "InvalidTagSequence":
                raise
            return self._recognise_apart(texts)
        if len(found) != len(texts):
            raise AlignmentError(f"HanLP was given {len(texts)} pieces of text and answered for {len(found)}")
        return list(found)

    def _recognise_apart(self, texts: Sequence[str]) -> Sequence[Sequence[Any]]:
        """Recognise halves of a batch in which HanLP cannot decode a sequence, and leave that one piece bare.

        HanLP's decoder of IOBES tags refuses what a recogniser without a CRF may give: B I I O.
        """
        if len(texts) == 1:
            warnings.warn(
                f"HanLP gave tags that make no spans for {texts[0][:20]!r}; this piece stays untagged",
                stacklevel=2,
            )
            return [[]]
        half = len(texts) // 2
        return [*self._recognise(texts[:half]), *self._recognise(texts[half:])]

    def _to_spans(
        self, doc: Doc, offset: int, text: str, found: Iterable[Sequence[Any]]
    ) -> Iterator[tuple[Span, float | None]]:
        for printed, label, start, end, *score in found:
            if not 0 <= start < end <= len(text) or _plain(printed) != _plain(text[start:end]):
                raise AlignmentError(
                    f"HanLP, span {start}–{end} of {text[:20]!r}: text is {text[start:end]!r}, "
                    f"HanLP says {printed!r}; want a recogniser that was trained on characters"
                )
            if label in self.labels:
                span = Span(doc, offset + start, offset + end, label=self.labels[label])
                yield span, score[0] if score else None


def load_hanlp(model: str) -> Recogniser:
    """Return the HanLP recogniser of a name or a folder.

    Parameters
    ----------
    model : str
        A folder that HanLP saved, one of HanLP's own names (``MSRA_NER_ELECTRA_SMALL_ZH``) or an address;
        the last two are fetched once, where the network allows.

    Raises
    ------
    MissingModelError
        If HanLP is not installed, or there is no such model, or it cannot be fetched or loaded.
    """
    try:
        import hanlp
    except ImportError as err:
        raise MissingModelError(
            f"engine hanlp: the package cannot be imported ({err}); "
            'install it with: pip install "newsgraph[hanlp]"'
        ) from err
    known: Mapping[str, str] = hanlp.pretrained.ALL
    folder = Path(model).expanduser()
    if folder.exists() and not any((folder / name).is_file() for name in ("meta.json", "config.json")):
        raise MissingModelError(
            f"HanLP model {folder}: neither config.json nor meta.json in it; want a folder that HanLP saved"
        )
    if not folder.exists() and model not in known and "://" not in model:
        raise MissingModelError(
            f"HanLP model {model}: no folder of that name and none of HanLP's {len(known)} names; "
            f"want a folder that HanLP saved, or a name like {EXAMPLE}"
        )
    try:
        if is_zipfile(weights := folder / "model.pt"):
            check_zip(weights)
        recogniser: Recogniser = hanlp.load(str(folder) if folder.exists() else model, verbose=False)
    except (Exception, SystemExit) as err:  # HanLP ends the process where a download fails
        reason = _first_error(err)
        if isinstance(reason, MissingModelError):
            raise reason from err
        said = f"{type(reason).__name__}: {' '.join(str(reason).split())}"
        if folder.exists():
            raise MissingModelError(
                f"HanLP model {damaged_file(folder, reason)}: cannot be loaded ({said}); save the model again, or, "
                "if it is the shipped one, reinstall newsgraph or train it anew with: python models/train.py"
            ) from err
        raise MissingModelError(
            f"HanLP model {model}: cannot be had (download of {known.get(model, model)}: {said}); "
            "give the folder of a recogniser instead: --engine hanlp:FOLDER"
        ) from err
    return recogniser


def _first_error(err: BaseException) -> BaseException:
    """Return the error that `err` was raised on top of: HanLP's own handling of a failed load may fail too."""
    while err.__context__ is not None:
        err = err.__context__
    return err


def _batches(pieces: Iterable[tuple[int, str]], size: int) -> Iterator[list[tuple[int, str]]]:
    it = iter(pieces)
    while batch := list(islice(it, size)):
        yield batch


def _plain(text: object) -> str:
    """Return `text` without what HanLP may have replaced or dropped."""
    joined = "".join(map(str, text)) if isinstance(text, (list, tuple)) else str(text)
    return "".join(char for char in joined if _is_printed(char) and char != _BLANK)


def _visible(char: str) -> str:
    return char if _is_printed(char) else _BLANK


def _is_printed(char: str) -> bool:
    return char.isprintable() and not char.isspace()
