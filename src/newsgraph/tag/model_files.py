"""Where the shipped recogniser lies, and loading it with a message that helps when it cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.util import is_compatible_version

from newsgraph.errors import MissingModelError

# The saved config names what these modules register with spaCy.
from newsgraph.tag import recogniser, tokenizer  # noqa: F401
from newsgraph.tag.feature_tables import FeatureTables

MODEL_NAME = "newsgraph_zh"
HANLP_NAME = "newsgraph_zh_hanlp"
_PACKAGE = Path(__file__).resolve().parents[1]
_MEND = "reinstall newsgraph, or train it anew with: python models/train.py"


def default_model_path(name: str = MODEL_NAME) -> Path:
    """Return the folder of a shipped model: in the installed package, or in a checkout's ``models/``."""
    packaged = _PACKAGE / "models" / name
    return packaged if packaged.is_dir() else _PACKAGE.parents[1] / "models" / name


def blank_pipeline() -> Language:
    """Return a pipeline of no component, one token a code point."""
    return spacy.blank(
        "zh", config={"nlp": {"tokenizer": {"@tokenizers": "newsgraph.CodePointTokenizer.v1"}}}
    )


def load_recogniser(path: str | Path | None = None) -> Language:
    """Return the recogniser saved in the folder `path` (default: the shipped one) as a spaCy pipeline.

    ``doc.ents`` carry the labels of the guidelines; token index and character offset are the same number.

    Raises
    ------
    MissingModelError
        If the folder is missing, a file of it is damaged or absent, or another version of spaCy saved it.
    """
    folder = Path(path) if path is not None else default_model_path()
    meta_path = folder / "meta.json"
    if not meta_path.is_file():
        what = "the file is missing" if folder.is_dir() else "there is no such folder"
        raise MissingModelError(f"model {meta_path}: {what}; want a folder saved by spaCy; {_MEND}")
    wanted = _read_meta(meta_path).get("spacy_version", "")
    if not is_compatible_version(spacy_version, wanted):
        raise MissingModelError(
            f"model {meta_path}: saved for spaCy {wanted or 'unknown'}, installed is {spacy_version}; "
            f"install a spaCy that fits (pip install 'spacy{wanted}'), or {_MEND}"
        )
    try:
        return spacy.load(folder)
    except (
        Exception
    ) as err:  # spaCy, thinc, msgpack and json each have their own ways to reject a damaged file
        raise MissingModelError(
            f"model {folder}: cannot be loaded ({type(err).__name__}: {err}); {_MEND}"
        ) from err


def tables_of(nlp: Language) -> FeatureTables:
    """Return the feature tables that a recogniser carries.

    Raises
    ------
    MissingModelError
        If its ``ner`` is another component than ours.
    """
    ner: Any = nlp.get_pipe("ner")
    if not isinstance(ner, recogniser.Recogniser):
        raise MissingModelError(f"model {nlp.meta['name']}: its ner is no newsgraph_ner; {_MEND}")
    return ner.network.tables


def _read_meta(path: Path) -> dict[str, Any]:
    import srsly

    try:
        meta = srsly.read_json(path)
    except ValueError as err:
        raise MissingModelError(f"model {path}: not JSON ({err}); {_MEND}") from err
    if not isinstance(meta, dict):
        raise MissingModelError(f"model {path}: want a JSON object, found {type(meta).__name__}; {_MEND}")
    return meta
