"""The start of a test that trains with HanLP: always the same."""

from __future__ import annotations

import random
from typing import Any

import pytest


def seeded_torch() -> Any:
    """Return torch, with one thread and its seed set; skip the test where it is not installed."""
    torch = pytest.importorskip("torch")
    torch.set_num_threads(1)
    torch.manual_seed(0)
    random.seed(0)  # HanLP shuffles batches with it
    return torch
