"""Chinese names in matplotlib's plots, which has no font for them of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

PREFERRED = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "SimHei",
)
"""Sans-serif fonts that systems come with, the best for reading at small sizes first."""

_PROBE = "汉旗郗"


def use_chinese_font() -> str | None:
    """Make matplotlib draw with an installed font that has Chinese characters, and return its name.

    One of `PREFERRED`, else any that has them; ``None``, and nothing is changed, where there is none
    (Debian: ``apt install fonts-noto-cjk``). Needs the extra ``newsgraph[notebook]``.
    """
    from matplotlib import font_manager, rcParams

    # matplotlib keeps a list of fonts from run to run: one of it may have been removed since.
    fonts = [font for font in font_manager.fontManager.ttflist if Path(font.fname).is_file()]
    fonts.sort(key=lambda font: PREFERRED.index(font.name) if font.name in PREFERRED else len(PREFERRED))
    for font in fonts:
        if all(ord(character) in font_manager.get_font(font.fname).get_charmap() for character in _PROBE):
            rcParams["font.sans-serif"] = [font.name, *rcParams["font.sans-serif"]]
            rcParams["font.family"] = "sans-serif"
            rcParams["axes.unicode_minus"] = False
            return font.name
    return None


def chinese_labels(names: Sequence[str]) -> list[str]:
    """Return `names` as labels for a plot, with a font set that has them; without one, numbers.

    Where no font has Chinese characters, empty boxes would be drawn: the labels are then numbers, and which
    name each stands for is printed.
    """
    if use_chinese_font():
        return list(names)
    print("No installed font has Chinese characters; the plot's labels are numbers:")
    print(", ".join(f"{i} {name}" for i, name in enumerate(names, 1)))
    return [str(i) for i, _ in enumerate(names, 1)]
