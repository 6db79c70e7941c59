"""Where the shipped recogniser lies, and loading it with a message that helps when it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import spacy
import srsly
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.util import is_compatible_version, load_config

from newsgraph.errors import MissingModelError

# The saved config names what these modules register with spaCy.
from newsgraph.tag import recogniser, tokenizer  # noqa: F401
from newsgraph.tag.feature_tables import FeatureTables

MODEL_NAME = "newsgraph_zh"
HANLP_NAME = "newsgraph_zh_hanlp"
TOKENIZER = "newsgraph.CodePointTokenizer.v1"
_PACKAGE = Path(__file__).resolve().parents[1]
_MEND = "reinstall newsgraph, or train it anew with: python models/train.py"


def default_model_path(name: str = MODEL_NAME) -> Path:
    """Return the folder of a shipped model: in the installed package, or in a checkout's ``models/``."""
    packaged = _PACKAGE / "models" / name
    return packaged if packaged.is_dir() else _PACKAGE.parents[1] / "models" / name


def blank_pipeline() -> Language:
    """Return a pipeline of no component, one token a code point."""
    return spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})


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
        _check_config(folder / "config.cfg")
        return spacy.load(folder)
    except MissingModelError:
        raise
    except (
        Exception
    ) as err:  # spaCy, thinc, msgpack and json each have their own ways to reject a damaged file
        said = " ".join(str(err).split())
        raise MissingModelError(
            f"model {damaged_file(folder, err)}: cannot be loaded ({type(err).__name__}: {said}); {_MEND}"
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


def _check_config(path: Path) -> None:
    """Refuse a pipeline whose tokens are not code points, or with components that are not there or not installed."""
    config = load_config(path)
    pipeline = config.get("nlp", {})
    chosen = pipeline.get("tokenizer", {}).get("@tokenizers")
    if chosen != TOKENIZER:
        raise MissingModelError(
            f"model {path}: its tokenizer is {chosen}, want {TOKENIZER}: a token must be a code point; {_MEND}"
        )
    components = config.get("components", {})
    for name in pipeline.get("pipeline", ()):
        if name not in components:
            raise MissingModelError(f"model {path}: want a section components.{name}, found none; {_MEND}")
        factory = components[name].get("factory")
        if not Language.has_factory(factory):
            raise MissingModelError(
                f"model {path}: its {name} is a {factory}, which neither this spaCy ({spacy_version}) nor this "
                f"newsgraph has; update newsgraph, install the package that has it, or {_MEND}"
            )


def check_zip(path: Path) -> None:
    """Raise `BadZipFile` where the archive `path`, as torch saves weights, is cut off or changed."""
    with ZipFile(path) as archive:
        if changed := archive.testzip():
            raise BadZipFile(f"{changed} in {path} is not what was saved")


_READERS: Mapping[str, Callable[[Path], Any]] = {
    ".cfg": load_config,
    ".json": srsly.read_json,
    ".msgpack": srsly.read_msgpack,
    ".pt": check_zip,
}


def damaged_file(folder: Path, err: BaseException) -> Path:
    """Return the file of the model `folder` that `err` is about: the one it names, or one that cannot be read."""
    if isinstance(err, OSError) and err.filename:
        return Path(err.filename)
    for path in sorted(folder.rglob("*")):
        if path.name != "vectors.cfg" and (read := _READERS.get(path.suffix)) is not None:
            try:
                read(path)
            except Exception:  # as many ways to fail as there are readers
                return path
    return folder


def _read_meta(path: Path) -> dict[str, Any]:
    try:
        meta = srsly.read_json(path)
    except ValueError as err:
        raise MissingModelError(f"model {path}: not JSON ({err}); {_MEND}") from err
    if not isinstance(meta, dict):
        raise MissingModelError(f"model {path}: want a JSON object, found {type(meta).__name__}; {_MEND}")
    return meta
