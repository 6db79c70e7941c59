"""The recogniser's network in torch, where it is trained, and as a HanLP component.

``hanlp.load`` takes the component's folder, since the config names its class. HanLP's own recogniser of this
shape sees characters only and lets tags follow each other in ways that make no spans. HanLP and torch come with
``newsgraph[hanlp]``.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import numpy as np
import torch
from hanlp.components.ner.rnn_ner import RNNNamedEntityRecognizer
from torch import Tensor, nn

from newsgraph.errors import MissingModelError
from newsgraph.tag.calibration import calibrate
from newsgraph.tag.feature_tables import CARDINALITIES, LEXICAL, OFFSETS, FeatureTables
from newsgraph.tag.model_files import default_model_path, load_recogniser, tables_of
from newsgraph.tag.network import SIZES, allowed_steps, spans_of


class TwoWay(nn.Module):
    """A recurrent layer of `kind` that reads texts `onward` and, by other weights, `back`."""

    def __init__(self, kind: type[nn.GRU] | type[nn.LSTM], width: int, hidden: int) -> None:
        super().__init__()
        self.onward = kind(width, hidden, batch_first=True)
        self.back = kind(width, hidden, batch_first=True)

    def forward(self, x: Tensor, turned: Tensor) -> Tensor:
        """Return its states side by side, ``(texts, longest, 2 x hidden)``.

        ``turned[i, j]`` says where character ``j`` of text ``i`` is when the text is turned round.
        """
        there, _ = self.onward(x)
        back, _ = self.back(x.gather(1, turned.expand(-1, -1, x.shape[2])))
        return torch.cat([there, back.gather(1, turned.expand(-1, -1, back.shape[2]))], dim=2)


class TorchNetwork(nn.Module):
    """What a window of three characters and a lexical encoder make of each -> a BiLSTM -> scores of tags.

    The window reads fixed vectors and trained columns; the encoder, two bidirectional GRUs, fixed vectors of its own.

    Parameters
    ----------
    tables : FeatureTables
        Their vectors are no parameters.
    n_tags : int
        Tags of the scheme, or, for training on several corpora, of all their schemes together.
    char_width, n_chars, column_width : int
        Width of a trained character vector, how many characters have one (the most frequent), width of a column's.
    width : int
        Outputs of the window.
    hidden, lexical_hidden : int
        Of the LSTM, of the encoder's GRUs, in each direction.
    drop : float
        Probability of dropout before the window, before and behind the LSTM.
    """

    def __init__(
        self,
        tables: FeatureTables,
        *,
        n_tags: int,
        char_width: int = 32,
        n_chars: int = 3000,
        column_width: int = 12,
        width: int = 160,
        hidden: int = 224,
        lexical_hidden: int = 128,
        drop: float = 0.3,
    ) -> None:
        super().__init__()
        self.tables, self.n_chars = tables, n_chars
        widths = [table.vectors.shape[1] for table in (tables.chars, tables.bigrams, tables.words)]
        n_fixed = widths[0] + 2 * widths[1] + widths[2]
        self.chars = nn.Embedding(n_chars + 1, char_width)
        self.columns = nn.Embedding(sum(CARDINALITIES), column_width)
        self.window = nn.Conv1d(n_fixed + char_width + column_width * len(CARDINALITIES), width, 3, padding=1)
        self.lexical = nn.ModuleList(
            TwoWay(nn.GRU, n, lexical_hidden) for n in (tables.lexical.vectors.shape[1], 2 * lexical_hidden)
        )
        self.lstm = TwoWay(nn.LSTM, width + 2 * lexical_hidden, hidden)
        self.out = nn.Linear(2 * hidden, n_tags)
        self.drop = nn.Dropout(drop)

    def forward(self, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Return scores ``(texts, longest, tags)`` and the mask ``(texts, longest)`` of what is text."""
        states, mask = self.encode(texts)
        return self.out(states), mask

    def encode(self, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Return what the LSTM says of each character, ``(texts, longest, 2 x hidden)``, and the mask."""
        read, turned, mask = self.read(texts)
        return self.drop(self.lstm(self.drop(read), turned)), mask

    def read(self, texts: Sequence[str]) -> tuple[Tensor, Tensor, Tensor]:
        """Return what window and lexical encoder make of each character, where each is in the text turned round,
        and the mask."""
        lengths = [len(text) for text in texts]
        device = self.out.weight.device
        x = torch.zeros(len(texts), max(lengths), self.window.in_channels, device=device)
        known = torch.zeros(len(texts), max(lengths), self.tables.lexical.vectors.shape[1], device=device)
        for i, text in enumerate(texts):
            rows, small = self.tables.columns(text)
            x[i, : lengths[i]] = self._embed(rows, small)
            known[i, : lengths[i]] = torch.from_numpy(self.tables.lexical.look_up(rows[:, LEXICAL]))
        n = torch.tensor(lengths, device=device)[:, None]
        at = torch.arange(max(lengths), device=device)[None, :]
        mask = at < n
        # Each text is turned round within its own length, so that no padding comes before its last character;
        # torch's packed sequences do the same tenfold slower on a CPU.
        turned = torch.where(mask, n - 1 - at, at)[:, :, None]
        for layer in self.lexical:
            known = layer(known, turned)
        windows = torch.relu(self.window(self.drop(x).transpose(1, 2))).transpose(1, 2)
        return torch.cat([windows, known], dim=2), turned, mask

    def _embed(self, rows: np.ndarray, small: np.ndarray) -> Tensor:
        device = self.out.weight.device
        known = torch.from_numpy(np.where(rows[:, 0] <= self.n_chars, rows[:, 0], 0)).to(device)
        columns = self.columns(torch.from_numpy(small + OFFSETS).to(device))
        fixed = torch.from_numpy(self.tables.fixed(rows)).to(device)
        return torch.cat([fixed, self.chars(known), columns.flatten(1)], dim=1)


class HanlpRecogniser(RNNNamedEntityRecognizer):  # type: ignore[misc]
    """The HanLP component: lists of characters in, for each ``(text, label, start, end, score)`` out.

    The score is the chance of being right, in [0, 1], as `newsgraph.tag.recogniser` gives it.
    """

    reads_blanks = True
    """White space is a token like any other: the adapter need not hide it."""

    def build_model(self, **config: Any) -> TorchNetwork:
        """Return the network with the shipped recogniser's feature tables.

        Raises
        ------
        MissingModelError
            If those tables are not the ones that it was trained with.
        """
        path = default_model_path()
        tables = tables_of(load_recogniser(path))
        if (digest := digest_of(tables)) != config["tables"]:
            raise MissingModelError(
                f"HanLP model {config.get('save_dir', '')}: wants feature tables {config['tables']}, those of "
                f"{path} are {digest}; reinstall newsgraph, or train both anew with: python models/train.py"
            )
        sizes = {name: config[name] for name in SIZES}
        return TorchNetwork(tables, n_tags=len(self.vocabs["tag"]), **sizes)

    def predict_data(self, data: Sequence[Sequence[str]], batch_size: int | None, **_: Any) -> list[Any]:
        """Return the spans of each list of characters; lists of like length are batched."""
        order = sorted((i for i, tokens in enumerate(data) if tokens), key=lambda i: len(data[i]))
        size = batch_size or self.config["batch_size"]
        found: list[Any] = [[] for _ in data]
        for start in range(0, len(order), size):
            chosen = order[start : start + size]
            texts = ["".join(data[i]) for i in chosen]
            for i, spans in zip(chosen, self._recognise(texts), strict=True):
                found[i] = spans
        return found

    @torch.no_grad()
    def _recognise(self, texts: Sequence[str]) -> list[Any]:
        scores = self.model(texts)[0].cpu()
        logp = scores.log_softmax(-1).numpy()
        tags = self.vocabs["tag"].idx_to_token
        steps, calibration = allowed_steps(tags), self.config["calibration"]
        return [
            [
                (text[start:end], label, start, end, calibrate(calibration.get(label), p))
                for start, end, label, p in spans_of(logp[i, : len(text)], tags, steps)
            ]
            for i, text in enumerate(texts)
        ]


def digest_of(tables: FeatureTables) -> str:
    """Return the first half of the SHA-256 of what `tables` would be saved as."""
    return sha256(tables.to_bytes()).hexdigest()[:32]
