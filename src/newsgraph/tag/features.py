"""The recogniser's network: what `FeatureTables` knows of each character -> residual dilated convolutions.

A name of a project or a meeting is 8 to 20 characters long, so each character has to see about that far.
Dilated windows reach 11 characters to each side for the price of six layers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Maxout, Model, chain, residual, use_ops, with_array
from thinc.model import deserialize_attr, serialize_attr
from thinc.types import Floats2d

from newsgraph.tag.feature_tables import CARDINALITIES, FeatureTables

Backprop = Callable[[Any], Any]


@serialize_attr.register(FeatureTables)
def _serialize_tables(_: Any, value: FeatureTables, name: str, model: Model[Any, Any]) -> bytes:
    return value.to_bytes()


@deserialize_attr.register(FeatureTables)
def _deserialize_tables(_: Any, value: bytes, name: str, model: Model[Any, Any]) -> FeatureTables:
    return FeatureTables.from_bytes(value)


@registry.architectures("newsgraph.LexicalTok2Vec.v1")  # type: ignore[untyped-decorator]
def build_lexical_tok2vec(
    *, vector_widths: Sequence[int], column_width: int, char_width: int, n_chars: int,
    width: int, pieces: int, dilations: Sequence[int], vector_dropout: float = 0.0,
) -> Model[list[Doc], list[Floats2d]]:  # fmt: skip
    """Return the network from documents of code-point tokens to one vector of `width` a token.

    Parameters
    ----------
    vector_widths : Sequence[int]
        Widths of the fixed vectors of characters, bigrams and words.
    column_width : int
        Trained numbers for each value of each small column.
    char_width, n_chars : int
        Trained numbers for each of the `n_chars` most frequent characters, beside the fixed ones.
    width, pieces : int
        Outputs and maxout pieces of every layer.
    dilations : Sequence[int]
        One residual layer each: it sees the characters at -d, 0 and +d.
    vector_dropout : float
        Probability in training that one of a character's four fixed vectors is missing.
    """
    embed = lexical_embed(
        vector_widths,
        column_width=column_width,
        char_width=char_width,
        n_chars=n_chars,
        dropout=vector_dropout,
    )
    with use_ops("numpy", use_blis=False):  # numpy's own matrix product is twice as fast as the bundled BLIS
        layers: list[Model[Any, Any]] = [
            Maxout(width, embed.get_dim("nO"), nP=pieces, dropout=0.0, normalize=True)
        ]
        for dilation in dilations:
            convolution = Maxout(width, width * 3, nP=pieces, dropout=0.0, normalize=True)
            layers.append(residual(chain(dilated_window(dilation), convolution)))
        encode: Model[Any, Any] = with_array(chain(*layers), pad=sum(dilations))
    tok2vec: Model[list[Doc], list[Floats2d]] = chain(embed, encode)
    tok2vec.set_dim("nO", width)
    return tok2vec


def lexical_embed(
    vector_widths: Sequence[int], *, column_width: int, char_width: int, n_chars: int, dropout: float = 0.0
) -> Model[list[Doc], list[Floats2d]]:
    """Return the layer that joins a character's fixed vectors, its trained numbers and its small columns.

    The attribute ``tables`` is empty until training sets it or a saved model brings it; its fixed vectors are
    no parameters.
    """
    chars, bigrams, words = vector_widths
    n_fixed = chars + 2 * bigrams + words
    return Model(
        "lexical_embed",
        _embed,
        init=_init_embed,
        params={"columns": None, "chars": None},
        dims={"nO": n_fixed + char_width + column_width * len(CARDINALITIES)},
        attrs={
            "tables": FeatureTables(),
            "column_width": column_width,
            "char_width": char_width,
            "n_chars": n_chars,
            "dropout": dropout,
        },
    )


def _init_embed(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:
    scale = 0.1
    for name, n_rows, width in (
        ("columns", sum(CARDINALITIES), model.attrs["column_width"]),
        ("chars", model.attrs["n_chars"] + 1, model.attrs["char_width"]),
    ):
        drawn: Any = np.random.uniform(-scale, scale, (n_rows, width))
        model.set_param(name, model.ops.asarray2f(drawn))


def _embed(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Backprop]:
    tables: FeatureTables = model.attrs["tables"]
    found = [tables.columns(doc.text) for doc in docs]
    rows = np.concatenate([vector_rows for vector_rows, _ in found])
    offsets = np.cumsum((0, *CARDINALITIES[:-1]), dtype="int32")
    small: Any = np.concatenate([columns for _, columns in found]) + offsets
    char_rows: Any = np.where(rows[:, 0] <= model.attrs["n_chars"], rows[:, 0], 0)
    parts = [
        tables.chars.look_up(rows[:, 0]),
        tables.bigrams.look_up(rows[:, 1]),
        tables.bigrams.look_up(rows[:, 2]),
        tables.words.look_up(rows[:, 3]),
    ]
    if is_train and model.attrs["dropout"]:
        keep = np.random.uniform(size=(len(rows), len(parts), 1)) >= model.attrs["dropout"]
        parts = [part * keep[:, i] for i, part in enumerate(parts)]
    column_width, char_width = model.attrs["column_width"], model.attrs["char_width"]
    trained_chars: Any = model.get_param("chars")
    trained_columns: Any = model.get_param("columns")
    parts.append(trained_chars[char_rows])
    parts.append(trained_columns[small].reshape(len(rows), -1))
    joined = np.concatenate(parts, axis=1, dtype="float32")
    lengths = [len(doc) for doc in docs]

    def backprop(d_vectors: list[Any]) -> list[Doc]:
        d_joined: Any = np.concatenate(d_vectors)
        n_small = column_width * len(CARDINALITIES)
        d_chars = model.ops.alloc2f(*trained_chars.shape)
        d_found: Any = np.ascontiguousarray(d_joined[:, -n_small - char_width : -n_small])
        model.ops.scatter_add(d_chars, char_rows, d_found)
        model.inc_grad("chars", d_chars)
        d_columns = model.ops.alloc2f(*trained_columns.shape)
        d_small: Any = np.ascontiguousarray(d_joined[:, -n_small:]).reshape(-1, column_width)
        model.ops.scatter_add(d_columns, small.ravel(), d_small)
        model.inc_grad("columns", d_columns)
        return []

    return np.split(joined, np.cumsum(lengths)[:-1]), backprop


def dilated_window(dilation: int) -> Model[Floats2d, Floats2d]:
    """Return the layer that puts each row between those `dilation` before and behind it, or zeros."""
    return Model("dilated_window", _widen, attrs={"dilation": dilation})


def _widen(model: Model[Floats2d, Floats2d], X: Floats2d, is_train: bool) -> tuple[Floats2d, Backprop]:
    d, width = model.attrs["dilation"], X.shape[1]
    Y = model.ops.alloc2f(len(X), width * 3)
    Y[d:, :width] = X[:-d]
    Y[:, width : 2 * width] = X
    Y[:-d, 2 * width :] = X[d:]

    def backprop(dY: Floats2d) -> Floats2d:
        dX: Floats2d = dY[:, width : 2 * width].copy()
        dX[:-d] += dY[d:, :width]
        dX[d:] += dY[:-d, 2 * width :]
        return dX

    return Y, backprop
