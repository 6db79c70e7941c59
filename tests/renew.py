"""Renew the golden graph after a wanted change: ``python -m tests.renew``; then read ``git diff tests/golden``."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.builds import GOLDEN, GOLDEN_PAGE, build

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        result = build(GOLDEN_PAGE, "-o", Path(folder) / "out")
        if result.exit_code:
            raise SystemExit(result.output)
        shutil.copyfile(Path(folder) / "out" / "graph.json", GOLDEN)
    print(f"wrote {GOLDEN}")
