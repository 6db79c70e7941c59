"""The command line: parses, calls, prints. What a command needs is imported when it runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from newsgraph import __version__
from newsgraph.errors import InputError, NewsgraphError
from newsgraph.export.formats import Format

DONE, SOME_REJECTED, UNUSABLE = 0, 1, 2
"""Exit status; click itself uses 2 for a command line that it cannot parse."""


PART = "part.html"
"""What `view` calls the file of a part that is given no name."""


class _Unusable(click.ClickException):
    exit_code = UNUSABLE


class _Commands(click.Group):
    """Turns our own errors into one line on standard error and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except NewsgraphError as err:
            raise _Unusable(str(err)) from err


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsgraph")
def cli() -> None:
    """Chinese newspapers in; a graph of who held which office, met whom, at which event, out."""


@cli.command(short_help="Build one graph from pages and archives.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder for graph.html, graph.json, graph.graphml, graph.gexf, the tables and run.json.",
)
@click.option(
    "--engine",
    default="spacy",
    show_default=True,
    metavar="spacy[:FOLDER]|hanlp[:NAME-OR-FOLDER]|grammar",
    help="Recogniser behind the grammar, the shipped one or another; hanlp needs the extra newsgraph[hanlp].",
)
@click.option(
    "--place",
    metavar="DIVISION",
    help="Seat of the paper in full (衡阳市; of several of one name 吉林省长春市朝阳区), instead of the masthead's.",
)
@click.option(
    "--date",
    metavar="YYYY-MM-DD",
    help="Day of the issue: instead of the masthead's of an only page, of several for those that print none.",
)
@click.option("--paper", metavar="NAME", help="Name of the paper, instead of the masthead's.")
@click.option(
    "--judgements",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Your word on who is who: the judgements.csv of a build, its column verdict filled in (same, different).",
)
@click.option(
    "--on-error",
    type=click.Choice(["stop", "skip"]),
    default="skip",
    show_default=True,
    help="What an unreadable input does: end the build, or be listed in rejected.jsonl.",
)
def build(paths: tuple[Path, ...], out: Path, on_error: str, **settings: Any) -> None:
    """Build one graph from newspaper pages, folders of pages and .jsonl archives.

    Exit status: 0 done, 1 some inputs were rejected (see OUT/rejected.jsonl), 2 nothing could be built.
    """
    from newsgraph.config import Config, OnError

    config = Config(paths=paths, out=out, on_error=OnError(on_error), **settings)
    from newsgraph.console import print_run, progress_bar
    from newsgraph.run import run_build

    with progress_bar() as progress:
        run = run_build(config, progress=progress)
    print_run(run)
    sys.exit(SOME_REJECTED if run.rejected else DONE)


@cli.command(short_help="Score a graph against gold.")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="List what was missed and what is extra under each row.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of lines.")
def evaluate(gold: Path, out: Path, errors: bool, as_json: bool) -> None:
    """Score OUT (a folder that build wrote, or a graph.json) against GOLD (a page's .json, items' .jsonl)."""
    from newsgraph.evaluate import evaluate_files, format_json, format_table

    rows = evaluate_files(gold, out)
    if as_json:
        click.echo(format_json(rows))
        return
    for line in format_table(rows, errors=errors):
        click.echo(line)


@cli.command(short_help="Write a built graph in another format.")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--format", "form", required=True, type=click.Choice([str(form) for form in Format]))
@click.option(
    "-o",
    "--to",
    type=click.Path(path_type=Path),
    default=Path("export"),
    show_default=True,
    help="Folder for the files; their paths are printed.",
)
def export(out: Path, form: str, to: Path) -> None:
    """Write the graph of OUT (a folder that build wrote, or a graph.json) in another format."""
    from newsgraph.export.formats import export_files
    from newsgraph.export.whole import write_whole
    from newsgraph.graph import build_graph
    from newsgraph.records import read_records

    records = read_records(out)
    for path in write_whole(to, export_files(records, build_graph(records), Format(form))).values():
        click.echo(path)


@cli.command(short_help="Open the HTML graph, or a part of it.")
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--ego", metavar="NAME", help="Only what is near this name, alias or id (岳阳市委书记 works too)."
)
@click.option(
    "--hops",
    type=click.IntRange(0),
    help="How many edges away from --ego, 1 by default; people at one event are 2 apart.",
)
@click.option(
    "--since", metavar="DAY", help="Only from this day, month or year on (2012-08-22, 2012-08, 2012)."
)
@click.option("--until", metavar="DAY", help="Only up to this day, month or year.")
@click.option(
    "--types",
    metavar="TYPE,…",
    help="Only these kinds (Person 人物 …) and event types (signing 签约 …), commas between; an unknown one"
    " is answered with the list.",
)
@click.option(
    "-o",
    "--to",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File for the part; by default part.html beside graph.html.",
)
@click.option("--open/--no-open", "launch", default=True, help="Whether to open a browser.")
def view(out: Path, to: Path | None, launch: bool, **choice: Any) -> None:
    """Open the graph.html of OUT (a folder that build wrote) and print its path.

    With any of the choices, or with -o, write that part of the graph as one HTML file first.
    """
    asked = {name: value for name, value in choice.items() if value is not None}
    if "hops" in asked and "ego" not in asked:
        raise click.UsageError("--hops counts from --ego NAME; give both")
    if asked or to:
        path = _write_part(out, to or (out if out.is_dir() else out.parent) / PART, asked)
    else:
        path = out / "graph.html" if out.is_dir() else out
        if not path.is_file():
            raise InputError(f"{path}: there is no such file; give a folder that `newsgraph build` wrote")
        click.echo(path.absolute())
    if launch:
        click.launch(path.absolute().as_uri())


def _write_part(out: Path, path: Path, asked: dict[str, Any]) -> Path:
    """Write the part of OUT that `asked` chooses to `path`; say where it is and how large."""
    from newsgraph import api
    from newsgraph.export.whole import write_whole

    graph = api.open(out)
    part = graph.select(**asked)
    words = " · ".join(f"--{name} {value}" for name, value in asked.items())
    n, n_all = len(part), len(graph)
    if not n:
        days = f"from {graph.days[0]} to {graph.days[1]}" if graph.days else "unknown"
        raise InputError(
            f"{out}: none of {n_all:,} nodes is left by {words}; the days of the graph are {days}"
        )
    write_whole(path.absolute().parent, {path.name: part.to_html().encode("utf-8")})
    click.echo(f"{path.absolute()}: {n:,} of {n_all:,} nodes")
    return path


def main() -> None:
    """Run the command line; names that the terminal's encoding lacks are printed as escapes.

    The tagger's matrices are small: on a busy machine, threads that wait for each other cost it tenfold.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    cli()
