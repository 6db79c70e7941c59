"""A run put aside and taken up again: weights, the optimizer's moments and averages, and how far it came."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import srsly
from thinc.api import Model, Optimizer

_MOMENTS = ("mom1", "mom2", "averages", "nr_update", "last_seen")


def _slots(models: Sequence[Model[Any, Any]]) -> list[tuple[Model[Any, Any], str]]:
    """Return every parameter once, in an order that does not change from run to run."""
    slots = {}
    for model in models:
        for node in model.walk():
            for name in node.param_names:
                slots[node.id, name] = (node, name)
    return list(slots.values())


def save_checkpoint(
    path: Path, models: Sequence[Model[Any, Any]], optimizer: Optimizer, **progress: float
) -> None:
    """Write weights, moments and `progress` to `path`, whole or not at all."""
    weights, moments = [], {name: [] for name in _MOMENTS}  # type: ignore[var-annotated]
    for node, name in _slots(models):
        weights.append(node.get_param(name))
        for moment in _MOMENTS:
            moments[moment].append(getattr(optimizer, moment).get((node.id, name)))
    fresh = path.with_suffix(".new")
    srsly.write_msgpack(fresh, {"weights": weights, "moments": moments, "progress": progress})
    fresh.replace(path)


def load_checkpoint(path: Path, models: Sequence[Model[Any, Any]], optimizer: Optimizer) -> dict[str, float]:
    """Restore what `save_checkpoint` wrote into initialized `models` and return its progress."""
    held = srsly.read_msgpack(path)
    for i, (node, name) in enumerate(_slots(models)):
        node.set_param(name, held["weights"][i].copy())
        for moment in _MOMENTS:
            value = held["moments"][moment][i]
            if value is not None:
                getattr(optimizer, moment)[node.id, name] = value.copy() if hasattr(value, "copy") else value
    progress: dict[str, float] = held["progress"]
    return progress
