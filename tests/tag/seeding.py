"""The start of a test that trains with HanLP: always the same."""

from __future__ import annotations

from typing import Any

import pytest

SEED = 1
"""For HanLP's ``fit`` too, which otherwise sets every generator by the clock."""


def seeded_torch() -> Any:
    """Return torch, with one thread and its seed set; skip the test where it is not installed."""
    torch = pytest.importorskip("torch")
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    return torch
