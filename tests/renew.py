"""Renew what is compared with a run, after a wanted change: ``python -m tests.renew``; then read ``git diff``.

The golden graph in ``tests/golden``, and the outputs stored in ``notebooks``.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import nbformat

from tests.builds import GOLDEN, GOLDEN_PAGE, build
from tests.notebooks import NOTEBOOKS, run

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        result = build(GOLDEN_PAGE, "-o", Path(folder) / "out")
        if result.exit_code:
            raise SystemExit(result.output)
        shutil.copyfile(Path(folder) / "out" / "graph.json", GOLDEN)
    print(f"wrote {GOLDEN}")
    for notebook in NOTEBOOKS:
        nbformat.write(run(notebook), notebook)
        print(f"wrote {notebook}")
