"""What every training run in torch needs: batches of like length, an optimizer, weights to begin with, a run put
aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import nn
from torch.nn.functional import pad

from newsgraph.tag.hanlp_recogniser import TorchNetwork
from newsgraph.train.settings import Settings

T = TypeVar("T")
POOL = 24
"""Batches whose pieces are sorted by length together."""


def batches_of_like_length(
    pieces: Iterable[T], batch_chars: int, length: Callable[[T], int], rng: Any
) -> Iterator[list[T]]:
    """Yield batches of about `batch_chars` characters; `POOL` of them are sorted by length together."""
    pool: list[T] = []
    size = 0
    for piece in pieces:
        pool.append(piece)
        size += length(piece)
        if size >= POOL * batch_chars:
            yield from _cut(pool, batch_chars, length, rng)
            pool, size = [], 0
    yield from _cut(pool, batch_chars, length, rng)


def _cut(pool: Sequence[T], batch_chars: int, length: Callable[[T], int], rng: Any) -> Iterator[list[T]]:
    batches: list[list[T]] = [[]]
    size = 0
    for piece in sorted(pool, key=length):
        if size >= batch_chars:
            batches.append([])
            size = 0
        batches[-1].append(piece)
        size += length(piece)
    rng.shuffle(batches)
    yield from (batch for batch in batches if batch)


def take_over(network: nn.Module, weights: Mapping[str, Any]) -> None:
    """Give `network` the `weights` (torch's or numpy's) of some of its layers; that of the tags stays as it is.

    Where the network's matrix has more columns, as with more inputs beside those known, the others become zero.

    Raises
    ------
    ValueError
        If `network` has no such layer, as with a run put aside by another version.
    """
    own = network.state_dict()
    kept = {name: torch.as_tensor(value) for name, value in weights.items() if not name.startswith("out.")}
    for name, value in kept.items():
        if name in own and value.ndim == 2:
            kept[name] = pad(value, (0, max(0, own[name].shape[1] - value.shape[1])))
    if strange := network.load_state_dict(kept, strict=False).unexpected_keys:
        raise ValueError(
            f"weights {', '.join(strange)}: the network has no such layers; they are of another version: "
            "begin with an empty work folder, or leave them out"
        )


def make_optimizer(settings: Settings, network: TorchNetwork, *others: nn.Module) -> torch.optim.Optimizer:
    """Return AdamW for `network`, its pretrained encoders at a share of the rate, and for `others`."""
    shares = {"lexical": settings.lexical_rate, "pretrained": settings.pretrained_rate}
    slow = {name: list(part.parameters()) for name, part in network.named_children() if name in shares}
    taken = {id(parameter) for parameters in slow.values() for parameter in parameters}
    fast = [p for module in (network, *others) for p in module.parameters() if id(p) not in taken]
    groups = [{"params": fast, "share": 1.0}]
    groups += [{"params": parameters, "share": shares[name]} for name, parameters in slow.items()]
    return torch.optim.AdamW(groups, settings.learn_rate, weight_decay=0.01)


def set_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    """Set the learning rate; each group of parameters gets its share of it."""
    for group in optimizer.param_groups:
        group["lr"] = rate * group["share"]


def put_aside(held: Mapping[str, Any], path: Path) -> None:
    """Write a run's state to `path`, whole or not at all."""
    fresh = path.with_suffix(".new")
    torch.save(dict(held), fresh)
    fresh.replace(path)


def take_up(path: Path, device: str) -> dict[str, Any] | None:
    """Return the state put aside at `path`, if there is one."""
    if not path.exists():
        return None
    held: dict[str, Any] = torch.load(path, weights_only=True, map_location=device)
    return held
