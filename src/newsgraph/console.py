"""What the command line shows: a progress bar on standard error, a summary on standard output."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from newsgraph.judgements import count_followed
from newsgraph.run import Progress as Report
from newsgraph.run import Run
from newsgraph.summary import count_found, list_events

WIDTH = 120
"""Columns where the output goes to no terminal."""

STAGES = {
    "load": "loading the tagger",
    "segment": "segmenting",
    "tag": "tagging",
    "resolve": "resolving",
    "link": "linking",
    "write": "writing",
}


@contextmanager
def progress_bar() -> Iterator[Report]:
    """Give a callback for `run_build` that moves a bar on standard error."""
    columns = (TextColumn("{task.description:<18}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("reading", total=None)

        def report(stage: str, done: int, total: int) -> None:
            bar.update(task, description=STAGES[stage], advance=done, total=total)

        yield report
        bar.update(task, description="done")


def print_run(run: Run) -> None:
    """Print warnings and rejections to standard error, and what was found to standard output."""
    err = Console(stderr=True, soft_wrap=True, highlight=False)
    for warning in run.warnings:
        err.print(Text(f"warning: {printable(warning)}", style="yellow"))
    for item in run.rejected:
        err.print(Text(f"rejected: {printable(f'{item.name}: {item.reason}')}", style="red"))
    out = Console(highlight=False)
    if not out.is_terminal:
        out = Console(highlight=False, width=WIDTH)
    for source in run.records.meta["sources"][:5]:
        head = (source["paper"], source["date"], source["place"])
        out.print(
            Text(printable(" · ".join([source["name"], *(part for part in head if part)])), style="bold")
        )
    if len(run.records.meta["sources"]) > 5:
        out.print(f"… {len(run.records.meta['sources'])} sources in all")
    found = count_found(run.records)
    out.print("   ".join(f"{label} {n}" for label, n in found.items()))
    followed, told = count_followed(run.records)
    if told:
        out.print(f"your judgements followed {followed} of {told}")
    if run.records.events:
        out.print(_event_table(run))
    _print_files(run, out)


def _event_table(run: Run, most: int = 40) -> Table:
    lines = list_events(run.records)
    more = f"the first {most} of {len(lines)}; all are in graph.json" if len(lines) > most else None
    table = Table(title="Events", title_justify="left", caption=more, caption_justify="left")
    for column in ("date", "type", "what", "who"):
        table.add_column(column, overflow="fold", no_wrap=column in ("date", "type"))
    for line in lines[:most]:
        kind = f"{line.type} (planned)" if line.is_planned else line.type
        table.add_row(*(Text(printable(cell)) for cell in (line.date or "—", kind, line.what, line.who)))
    return table


def _print_files(run: Run, out: Console) -> None:
    folder = run.files[0].parent
    names = ", ".join(path.name for path in run.files)
    out.print(Text(f"\nFiles in {folder}: {names}"), soft_wrap=True)
    out.print(Text(f"Open {folder / 'graph.html'} in a browser."), soft_wrap=True)
    chars = sum(source["chars"] for source in run.records.meta["sources"])
    rest = sum(seconds for part, seconds in run.seconds.items() if part != "load")
    out.print(f"{chars:,} characters in {rest:.1f} s, and {run.seconds['load']:.1f} s to load the tagger")


def printable(text: str) -> str:
    """Return `text` with control characters and lone surrogates replaced, so that no name steers a terminal.

    Examples
    --------
    >>> printable("甲\\x1b[2J乙")
    '甲�[2J乙'
    """
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c)[0] == "C" else c for c in text)
