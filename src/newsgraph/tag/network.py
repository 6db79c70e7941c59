"""The recogniser's network, read forward with numpy: what a window of three characters and a lexical encoder (two
bidirectional GRUs) make of each -> a bidirectional LSTM -> scores of IOBES tags -> the best sequence of spans.

It is trained with torch (`newsgraph.tag.hanlp_recogniser`), which nobody needs who only reads: on one core numpy's
matrix product is as fast. A name of 8 to 20 characters is seen whole, whatever stands around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

import numpy as np
from threadpoolctl import ThreadpoolController

from newsgraph.tag.feature_tables import LEXICAL, OFFSETS, FeatureTables

SIZES = "char_width", "n_chars", "column_width", "width", "hidden", "lexical_hidden", "drop"
"""What its torch form (`newsgraph.tag.hanlp_recogniser.TorchNetwork`) is built with."""

NEVER = np.float32(-1e4)
"""Score of a tag that may not follow another."""

LEXICAL_LAYERS = ("lexical.0", "lexical.1")
"""The lexical encoder's, from below."""

Weights = Mapping[str, np.ndarray]
"""By the names of that torch network, float32."""


@dataclass(slots=False)
class Network:
    """Weights, tags and feature tables, and what they make of texts.

    Attributes
    ----------
    tables : FeatureTables
        What is known of each character beforehand.
    tags : Sequence[str]
        ``O`` and ``B- I- E- S-`` of every label.
    weights : Mapping[str, numpy.ndarray]
        Of all layers.
    """

    tables: FeatureTables = field(default_factory=FeatureTables)
    tags: Sequence[str] = ()
    weights: Weights = field(default_factory=dict)

    def scores(self, texts: Sequence[str]) -> list[np.ndarray]:
        """Return log-probabilities ``(len(text), len(tags))`` of the tags of each text, none of them empty.

        Texts are worked on together, longest first, and each by itself: no text's result depends on another's.
        """
        with _threads().limit(limits=1, user_api="blas"):
            return self._scores(texts)

    def _scores(self, texts: Sequence[str]) -> list[np.ndarray]:
        order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        lengths = np.array([len(texts[i]) for i in order])
        rows, small = self._columns([texts[i] for i in order])
        starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        ways = {"onward": _steps(starts, lengths, 1), "back": _steps(starts + lengths - 1, lengths, -1)}
        h = self.tables.lexical.look_up(rows[:, LEXICAL])
        for layer in LEXICAL_LAYERS:
            h = np.hstack([self._gru(f"{layer}.{way}", h, steps) for way, steps in ways.items()])
        h = np.hstack([self._windows(rows, small, lengths), h])
        h = np.hstack([self._lstm(f"lstm.{way}", h, steps) for way, steps in ways.items()])
        w = self.weights
        logits = h @ w["out.weight"].T + w["out.bias"]
        logits -= logits.max(1, keepdims=True)
        logits -= np.log(np.exp(logits).sum(1, keepdims=True))
        found: list[np.ndarray] = [logits[:0]] * len(texts)
        for i, scores in zip(order, np.split(logits, np.cumsum(lengths)[:-1]), strict=True):
            found[i] = scores
        return found

    def _columns(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return vector rows and small columns of all characters of `texts`, one text behind the other."""
        rows, small = zip(*map(self.tables.columns, texts), strict=True)
        return np.vstack(rows), np.vstack(small)

    def _windows(self, rows: np.ndarray, small: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """Return the window layer's outputs ``(all characters, width)``; a text's borders see zeros."""
        w = self.weights
        chars, columns = w["chars.weight"], w["columns.weight"]
        known = np.where(rows[:, 0] < len(chars), rows[:, 0], 0)
        parts = [self.tables.fixed(rows), chars[known], columns[small + OFFSETS].reshape(len(rows), -1)]
        x = np.concatenate(parts, axis=1, dtype=np.float32)
        before, here, behind = (x @ w["window.weight"][:, :, i].T for i in range(3))
        ends = np.cumsum(lengths)
        h: np.ndarray = here + w["window.bias"]
        h[1:] += before[:-1]
        h[:-1] += behind[1:]
        h[ends[:-1]] -= before[ends[:-1] - 1]
        h[ends[:-1] - 1] -= behind[ends[:-1]]
        h[h < 0] = 0
        return h

    def _lstm(self, name: str, x: np.ndarray, steps: Sequence[np.ndarray]) -> np.ndarray:
        """Return the states of one LSTM that reads the rows of each of `steps` together."""
        w = self.weights
        gates = x @ w[f"{name}.weight_ih_l0"].T
        gates += w[f"{name}.bias_ih_l0"] + w[f"{name}.bias_hh_l0"]
        recurrent = self._recurrent[name]
        size = recurrent.shape[0]
        states = np.empty((len(x), size), dtype=np.float32)
        h = c = np.zeros((len(steps[0]), size), dtype=np.float32)
        for rows in steps:
            g = h[: len(rows)] @ recurrent
            g += gates[rows]
            chosen = _sigmoid(g[:, : 2 * size])
            c = chosen[:, size:] * c[: len(rows)]
            c += chosen[:, :size] * np.tanh(g[:, 2 * size : 3 * size])
            h = _sigmoid(g[:, 3 * size :]) * np.tanh(c)
            states[rows] = h
        return states

    def _gru(self, name: str, x: np.ndarray, steps: Sequence[np.ndarray]) -> np.ndarray:
        """Return the states of one GRU that reads the rows of each of `steps` together."""
        w = self.weights
        recurrent = self._recurrent[name]
        size = recurrent.shape[0]
        gates = x @ w[f"{name}.weight_ih_l0"].T
        gates += w[f"{name}.bias_ih_l0"]
        bias = w[f"{name}.bias_hh_l0"]
        states = np.empty((len(x), size), dtype=np.float32)
        h = np.zeros((len(steps[0]), size), dtype=np.float32)
        for rows in steps:
            h = h[: len(rows)]
            g = h @ recurrent
            g += bias
            now = gates[rows]
            chosen = _sigmoid(g[:, : 2 * size] + now[:, : 2 * size])
            g[:, 2 * size :] *= chosen[:, :size]
            fresh = np.tanh(g[:, 2 * size :] + now[:, 2 * size :])
            h = fresh + chosen[:, size:] * (h - fresh)
            states[rows] = h
        return states

    @cached_property
    def _recurrent(self) -> Mapping[str, np.ndarray]:
        """The weights of each layer's own states, turned once as its steps multiply by them."""
        end = ".weight_hh_l0"
        return {
            name.removesuffix(end): np.ascontiguousarray(value.T)
            for name, value in self.weights.items()
            if name.endswith(end)
        }

    @cached_property
    def _allowed(self) -> np.ndarray:
        return allowed_steps(self.tags)

    def spans(self, scores: np.ndarray) -> Iterator[tuple[int, int, str, float]]:
        """Yield start, end and label of the entities of one text's `scores`, and their tags' mean probability."""
        return spans_of(scores, self.tags, self._allowed)


def _steps(firsts: np.ndarray, lengths: np.ndarray, step: int) -> list[np.ndarray]:
    """Return the rows that are read together, one of each text, from `firsts` on.

    `lengths` fall, so the texts that go on are always the first ones.
    """
    going = (int(np.searchsorted(-lengths, -t, side="left")) for t in range(lengths[0]))
    return [firsts[:n] + step * t for t, n in enumerate(going)]


@cache
def _threads() -> ThreadpoolController:
    """Return what limits the threads of numpy's matrix products.

    The matrices are small: on a machine that does something else too, threads that wait for each other take ten
    times as long as one.
    """
    return ThreadpoolController()


def _sigmoid(x: np.ndarray) -> np.ndarray:
    """Return the logistic function of `x`, by ``tanh``, which overflows nowhere."""
    x *= 0.5
    np.tanh(x, out=x)
    x *= 0.5
    x += 0.5
    return x


def allowed_steps(tags: Sequence[str]) -> np.ndarray:
    """Return ``(tags + 1, tags + 1)`` scores of one IOBES tag behind another: 0, or `NEVER`.

    The last row and column are a text's border.

    Examples
    --------
    >>> allowed_steps(["O", "B-ORG", "E-ORG"])[1].tolist()
    [-10000.0, -10000.0, 0.0, -10000.0]
    """
    names = [*tags, "O"]
    steps = np.full((len(names), len(names)), NEVER)
    for i, before in enumerate(names):
        for j, behind in enumerate(names):
            is_open, goes_on = before[0] in "BI", behind[0] in "IE"
            if is_open == goes_on and (not is_open or before[1:] == behind[1:]):
                steps[i, j] = 0.0
    return steps


def decode(scores: np.ndarray, steps: np.ndarray) -> list[int]:
    """Return the best allowed sequence of tags for log-probabilities ``(length, tags)``, none of them empty.

    Each character's best tag, where those make an allowed sequence, as nearly always; else Viterbi's.
    """
    alone = scores.argmax(1)
    if not (steps[np.append(-1, alone), np.append(alone, -1)] < 0).any():
        free: list[int] = alone.tolist()
        return free
    best = scores[0] + steps[-1, :-1]
    inner = steps[:-1, :-1]
    back = np.empty(scores.shape, dtype=np.int16)
    at = np.arange(scores.shape[1])
    for t in range(1, len(scores)):
        reached = best[:, None] + inner
        back[t] = reached.argmax(0)
        best = reached[back[t], at] + scores[t]
    path = [int((best + steps[:-1, -1]).argmax())]
    for t in range(len(scores) - 1, 0, -1):
        path.append(int(back[t, path[-1]]))
    return path[::-1]


def spans_of(
    scores: np.ndarray, tags: Sequence[str], steps: np.ndarray
) -> Iterator[tuple[int, int, str, float]]:
    """Yield start, end, label and mean probability of the entities of the best sequence of `decode`."""
    path = decode(scores, steps)
    p = np.exp(scores[np.arange(len(path)), path])
    start = 0
    for i, tag in enumerate(tags[t] for t in path):
        if tag[0] in "BS":
            start = i
        if tag[0] in "ES":
            yield start, i + 1, tag[2:], float(p[start : i + 1].mean())
