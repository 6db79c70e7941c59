"""The pretrained encoder: its file, the pieces of a text, and a network trained with it beside the window."""

from __future__ import annotations

import struct

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason='needs pip install "newsgraph[train]"')
pytest.importorskip("hanlp", reason='needs pip install "newsgraph[train]"')

from newsgraph.errors import MissingModelError  # noqa: E402
from newsgraph.tag.model_files import load_recogniser, tables_of  # noqa: E402
from newsgraph.train import pretrained  # noqa: E402
from newsgraph.train.corpora import Sample  # noqa: E402
from newsgraph.train.pretrained import PretrainedEncoder, default_encoder_path, read_encoder  # noqa: E402
from newsgraph.train.recogniser import Trainer, train  # noqa: E402
from newsgraph.train.run import to_pipeline  # noqa: E402
from newsgraph.train.settings import MAIN, Settings  # noqa: E402

WIDTH, INNER, LONGEST = 32, 64, 40
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "市", "委", "市委", "书记", "陶", "1", "2", "12", "。"]
FOLDED = {"１": "1", "２": "2", "　": " ", "\t": " "}
TEXT = "市委书记陶青山出席。"
SAMPLE = Sample(TEXT, ((0, 2, "ORG"), (2, 4, "POST"), (4, 7, "PERSON")))


def in_four_bits(matrix):
    """Return `matrix` as blocks of a half-precision scale and 32 weights of four bits, and what they are then."""
    blocks = matrix.reshape(-1, 32)
    scales = (np.abs(blocks).max(1) / 7).astype("<f2")
    whole = np.clip(np.round(blocks / scales.astype("f4")[:, None]) + 8, 0, 15).astype("u1")
    packed = whole[:, :16] | (whole[:, 16:] << 4)
    data = b"".join(s.tobytes() + q.tobytes() for s, q in zip(scales, packed, strict=True))
    return data, ((whole.astype("f4") - 8) * scales.astype("f4")[:, None]).reshape(matrix.shape)


@pytest.fixture(scope="module")
def encoder_file(tmp_path_factory):
    """Return the path of a tiny encoder's file, and its tensors."""
    rng = np.random.default_rng(1)
    shapes = {
        "emb.word": (len(PIECES), WIDTH), "emb.pos": (LONGEST, WIDTH), "emb.type": (2, WIDTH),
        "emb.ln.w": (WIDTH,), "emb.ln.b": (WIDTH,),
    }  # fmt: skip
    sizes = {"width": WIDTH, "inner": INNER}
    for short, (_, n_out, n_in) in pretrained.LAYER.items():
        shapes[f"l0.{short}.w"] = (sizes[n_out], *([sizes[n_in]] if n_in else []))
        shapes[f"l0.{short}.b"] = (sizes[n_out],)
    stored, tensors = {}, {}
    for name, shape in shapes.items():
        values = rng.normal(size=shape).astype("f4")
        if len(shape) == 2 and name not in ("emb.pos", "emb.type"):
            stored[name], tensors[name] = in_four_bits(values)
        else:
            stored[name], tensors[name] = values.tobytes(), values
    words = [piece.encode() for piece in PIECES]
    ends = np.cumsum([0, *map(len, words)]).astype("<u4")
    scores = np.array([-len(PIECES[0])] * 4 + [-5.0 + len(p) for p in PIECES[4:]], dtype="<f4")
    folded = b"".join(
        struct.pack("<IB", ord(c), len(to)) + b"".join(struct.pack("<I", ord(x)) for x in to)
        for c, to in FOLDED.items()
    )
    head = b"E5S1" + struct.pack("<i7ifi", 1, WIDTH, 1, 2, INNER, len(PIECES), LONGEST, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, int(ends[-1]))
    head += ends.tobytes() + scores.tobytes() + b"".join(words)
    head += struct.pack("<iI", len(FOLDED), len(folded)) + folded + struct.pack("<i", len(stored))
    at = len(head) + sum(2 + len(name) + 21 for name in stored)
    directory, body = b"", b""
    for name, data in stored.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", 0, tensors[name].size, at + len(body), len(data))
        body += data
    path = tmp_path_factory.mktemp("encoder") / "tiny.bin"
    path.write_bytes(head + directory + body)
    return path, tensors


@pytest.fixture
def encoder(encoder_file):
    torch.manual_seed(1)
    return PretrainedEncoder(read_encoder(encoder_file[0]))


def test_file_is_read_number_by_number(encoder_file):
    path, tensors = encoder_file
    file = read_encoder(path)
    assert [piece for piece, _ in file.pieces] == PIECES
    assert file.folded == FOLDED
    assert (file.sizes["layers"], file.sizes["heads"], file.sizes["longest"]) == (1, 2, LONGEST)
    for name, values in tensors.items():
        assert np.array_equal(file.tensor(name, *values.shape).numpy(), values), name


def test_layers_hold_the_files_weights(encoder, encoder_file):
    weights = encoder.layers.state_dict()
    for short, (name, *_) in pretrained.LAYER.items():
        for end, kind in (("w", "weight"), ("b", "bias")):
            assert np.array_equal(
                weights[f"encoder.layer.0.{name}.{kind}"], encoder_file[1][f"l0.{short}.{end}"]
            )
    assert np.array_equal(weights["embeddings.position_embeddings.weight"], encoder_file[1]["emb.pos"])


def test_each_character_knows_its_piece_and_place(encoder):
    numbers, of_piece, place = encoder.pieces.split("市委委１２ 。")
    assert [PIECES[n] for n in numbers] == ["<s>", "▁", "市委", "委", "12", "▁", "。", "</s>"]
    assert of_piece == [2, 2, 3, 4, 4, 5, 6]
    assert place == [0, 1, 0, 0, 1, 0, 0]


def test_what_is_longer_than_the_encoder_reads_is_cut_and_still_answered(encoder):
    text = "陶" * (2 * LONGEST)
    assert len(encoder.pieces.split(text)[0]) == LONGEST
    assert encoder([text]).shape == (1, len(text), WIDTH)


def test_a_text_is_read_alike_alone_and_among_longer_ones(encoder):
    encoder.eval()
    with torch.no_grad():
        alone, both = encoder(["市委"]), encoder(["市委", TEXT])
    assert torch.allclose(alone[0], both[0, :2], atol=1e-5)


def test_bfloat16_says_nearly_the_same_in_single_precision(encoder, encoder_file):
    short = PretrainedEncoder(read_encoder(encoder_file[0]), bfloat16=True)
    short.load_state_dict(encoder.state_dict())
    with torch.no_grad():
        exact, near = (one.eval()([TEXT]) for one in (encoder, short))
    assert near.dtype == torch.float32
    assert not torch.equal(exact, near)
    assert torch.allclose(exact, near, atol=0.1)


def test_missing_and_foreign_files_say_what_to_install(tmp_path, monkeypatch):
    with pytest.raises(MissingModelError, match=r"no file .*none\.bin; pip install"):
        read_encoder(tmp_path / "none.bin")
    (tmp_path / "other.bin").write_bytes(b"GGUF and more")
    with pytest.raises(MissingModelError, match=r"other\.bin: begins with b'GGUF'"):
        read_encoder(tmp_path / "other.bin")
    monkeypatch.setattr(pretrained, "PACKAGE", "no_such_package_as_this")
    with pytest.raises(MissingModelError, match=r"newsgraph\[encoder\]"):
        default_encoder_path()


def test_a_network_begins_with_the_shipped_one_and_learns_beside_the_encoder(encoder, tmp_path):
    """It is taken up where it was put aside, and read by the pipeline like any other."""
    torch.set_num_threads(1)
    shipped = load_recogniser()
    settings = Settings(
        total_chars=20_000, report_chars=10_000, foreign_share=0.0, foreign_end=0.0, learn_rate=0.01
    )

    def trainer():
        made = Trainer(settings, tables_of(shipped), {MAIN: [SAMPLE] * 20}, encoder=encoder)
        made.start_from(shipped.get_pipe("ner").network.weights)
        return made

    def run(made, minutes):
        return train(
            made,
            checkpoint=tmp_path / "run.pt",
            minutes=minutes,
            log=lambda line: None,
            report=lambda network: None,
        )

    first = trainer()
    wider = first.network.lstm.onward.weight_ih_l0
    assert not wider[:, -WIDTH:].any()
    assert wider[:, :-WIDTH].any()
    before = first.network.pretrained.layers.state_dict()["encoder.layer.0.output.dense.weight"].clone()
    assert run(first, 0.0) is None  # put aside at once
    network = run(trainer(), 2.0)
    after = network.network.pretrained.layers.state_dict()["encoder.layer.0.output.dense.weight"]
    assert not torch.equal(before, after)
    doc = to_pipeline(network, {})(TEXT)
    assert [(x.start, x.end, x.label_) for x in doc.ents] == list(SAMPLE.ents)
    assert np.exp(network.scores([TEXT, "陶"])[1]).sum(1) == pytest.approx([1.0], abs=1e-4)
