"""newsgraph from Python."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import networkx as nx
import pytest

import newsgraph as ng
from newsgraph.api import BEST, LARGEST
from newsgraph.errors import ConfigError, InputError, MissingModelError, UnknownNameError
from newsgraph.graph import BETWEEN, FRAMES, PATH

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


@pytest.fixture(scope="module")
def graph(city):
    return ng.Graph(city)


def test_import_newsgraph_is_cheap():
    heavy = ("spacy", "networkx", "pandas", "pyvis")
    code = f"import sys, newsgraph; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_newsgraph_has_no_other_names():
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        ng.nothing  # noqa: B018


@pytest.mark.parametrize("table", FRAMES)
def test_graph_has_every_frame(graph, table):
    assert list(getattr(graph, table).columns[: len(FRAMES[table])]) == list(FRAMES[table])


def test_graph_ego_is_a_graph_of_the_neighbourhood(graph):
    part = graph.ego("江若水", hops=2)
    assert set(part.people["name"]) == {"江若水", "沈望舒", "苏文澜", "孟怀瑾"}
    assert list(part.events["name"]) == ["省委宣讲团报告会"]
    assert repr(part).startswith("<Graph: ")


def test_graph_ego_says_when_nobody_is_named_so(graph):
    with pytest.raises(LookupError, match="nothing in this graph is named '沈望书'; near it are 沈望舒"):
        graph.ego("沈望书")


def test_graph_select_is_a_graph_of_the_part(graph):
    part = graph.select(since="2023-05-17", until="2023-05-18", types="Person,meeting")
    assert list(part.events["name"]) == ["市委常委会会议"]
    assert len(part) == len(part.people) + 1 == 7
    assert graph.select(ego="江若水", hops=2).records == graph.ego("江若水", hops=2).records


def test_graph_select_of_nothing_is_an_empty_graph(graph):
    part = graph.select(since="2031")
    assert (len(part), part.days, len(part.people), len(part.events)) == (0, None, 0, 0)
    assert part._repr_html_() == "<p>This part of the graph is empty: no node is left to draw.</p>"


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"since": "May 2023"}, "since 'May 2023': want a real day, month or year"),
        ({"types": "mayors"}, r"type 'mayors' is not known; want, .* kinds \(Person 人物"),
        ({"ego": "沈望舒", "hops": -2}, "hops -2: want 0 or more"),
    ],
)
def test_graph_select_says_what_is_allowed(graph, choice, message):
    with pytest.raises(ConfigError, match=message):
        graph.select(**choice)


def test_graph_between_and_path_are_frames_with_sentences(graph):
    ties = graph.between("沈望舒", "陆景行")
    assert list(ties.columns) == list(BETWEEN)
    assert ties["sentence_a"].notna().all()
    hops = graph.path("江若水", "白若溪")
    assert list(hops.columns) == list(PATH)
    assert hops["sentence"].notna().all()


@pytest.mark.parametrize("ask", ["between", "path"])
def test_graph_asks_of_two_need_two_that_are_known(graph, ask):
    with pytest.raises(
        ConfigError, match="'远帆集团' and '远帆港航集团有限公司' both name 远帆港航集团有限公司"
    ):
        getattr(graph, ask)("远帆集团", "远帆港航集团有限公司")
    with pytest.raises(UnknownNameError, match="named '张三'"):
        getattr(graph, ask)("沈望舒", "张三")


def test_graph_days_run_from_the_first_to_the_last(graph):
    assert graph.days == ("2023-05", "2023-06-02")


def test_graph_to_networkx_is_a_copy_of_a_plain_graph(graph):
    G = graph.to_networkx()
    assert type(G) is nx.MultiDiGraph
    assert {type(value) for _, attrs in G.nodes.items() for value in attrs.values()} <= {
        str,
        int,
        float,
        bool,
        list,
        type(None),
    }
    G.clear()
    assert len(graph) == graph.to_networkx().number_of_nodes() == 61


def test_graph_draws_itself_in_a_sandboxed_frame(graph):
    html = graph._repr_html_()
    assert html.startswith('<iframe sandbox="allow-scripts allow-downloads" title="newsgraph" srcdoc="&lt;')
    assert html.count("<") == 2
    assert len(html) < len(graph.to_html()) / 2
    assert html == ng.Graph(graph.records)._repr_html_()


@pytest.mark.parametrize(
    ("choice", "title"),
    [
        ({"ego": "江若水", "hops": 2}, "江若水"),
        ({"since": "2023", "until": "2023", "types": ["Person", "signing"]}, "2023 · Person, signing"),
        ({"since": "2023-05", "ego": "江若水"}, "江若水 · 2023-05 –"),
        ({"until": "2023-05-18", "types": "会议"}, "– 2023-05-18 · 会议"),
    ],
)
def test_graph_of_a_part_is_headed_by_what_was_chosen(graph, choice, title):
    part = graph.select(**choice)
    assert part.title == title
    assert part.select().title == title
    assert f"<title>{title}</title>" in part.to_html()
    assert "<title>mine</title>" in part.to_html(title="mine")


def test_graph_show_displays_the_graph(graph, monkeypatch):
    display = pytest.importorskip("IPython.display")
    shown = []
    monkeypatch.setattr(display, "display", shown.append)
    graph.show()
    assert shown == [graph]


def test_graph_show_prints_what_it_holds_where_there_is_no_ipython(graph, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "IPython", None)
    graph.show()
    assert capsys.readouterr().out == "<Graph: 56 entities, 5 events, 85 edges>\n"


def test_large_graph_draws_its_best_connected_part_and_says_so(many, monkeypatch):
    drawn = []
    monkeypatch.setattr("newsgraph.view.render_html", lambda records, G, title: drawn.append(len(G)) or "")
    graph = ng.Graph(many)
    assert len(graph) > LARGEST
    words, frame, _ = graph._repr_html_().partition("<iframe")
    assert f"Drawn are the {BEST:,} best connected of {len(graph):,} nodes. For others: " in words
    assert drawn == [BEST]
    assert frame


def test_graph_write_and_open_give_the_same_graph(graph, tmp_path):
    assert "graph.html" in graph.write(tmp_path / "out")
    assert ng.open(tmp_path / "out").records == graph.records
    assert ng.open(tmp_path / "out" / "graph.json").records == graph.records


def test_open_says_what_it_wants(tmp_path):
    with pytest.raises(InputError, match=r"cannot be read .* give a folder that `newsgraph build` wrote"):
        ng.open(tmp_path)


def test_build_says_what_cannot_be_read(tmp_path):
    with pytest.raises(
        InputError, match=r"missing.txt: there is no such file or folder; .* on-error is stop"
    ):
        ng.build(tmp_path / "missing.txt", engine="grammar")
    with pytest.raises(InputError, match=r"nothing to build\. No path was given"):
        ng.build([], engine="grammar")


def test_build_skips_with_a_warning(tmp_path):
    (tmp_path / "page.txt").write_text("昨日，我市召开会议。\n", encoding="utf-8")
    with pytest.warns(UserWarning, match=r"missing.txt: left out, there is no such file"):
        graph = ng.build([tmp_path / "missing.txt", tmp_path / "page.txt"], engine="grammar", on_error="skip")
    assert [source["name"] for source in graph.records.meta["sources"]] == ["page.txt"]


def test_build_gives_the_graph_of_a_page():
    graph = ng.build(SAMPLES / "hanzhong-2019-05-17.txt", engine="grammar")
    assert len(graph.people) > 3
    assert len(graph.events) > 0


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (5, r"paths: 5 is of type int; want a path \(str or Path\), or several"),
        (["page.txt", None], "paths: None is of type NoneType"),
        (b"page.txt", "paths: b'page.txt' is of type bytes"),
    ],
)
def test_build_says_what_paths_are(paths, message):
    with pytest.raises(TypeError, match=message):
        ng.build(paths)


@pytest.mark.parametrize(
    ("settings", "error", "message"),
    [
        ({"date": 20211210}, TypeError, "date: 20211210 is of type int; want a datetime.date, or text like"),
        ({"date": "20211210"}, ConfigError, "date '20211210': want YYYY-MM-DD, like 2021-12-10"),
        (
            {"judgements": [{}]},
            TypeError,
            r"judgements: \[\{\}\] is of type list; want the path of a CSV file",
        ),
        ({"place": "火星市"}, ConfigError, "place '火星市': no division of that name is known"),
        ({"engine": "grammar:foo"}, ConfigError, "grammar has no model and takes no name"),
        ({"engine": "spacy:foo"}, MissingModelError, "there is no folder foo"),
    ],
)
def test_build_refuses_a_setting_before_it_reads(settings, error, message):
    with pytest.raises(error, match=message):
        ng.build("nowhere.txt", **settings)


def test_load_refuses_an_engine_as_build_does():
    with pytest.raises(ConfigError, match="grammar has no model and takes no name"):
        ng.load("grammar:foo")


@pytest.mark.parametrize("day", [date(2021, 12, 10), datetime(2021, 12, 10, 8, 30), "2021-12-10"])
def test_build_takes_a_date_as_text_or_object(tmp_path, day):
    (tmp_path / "page.txt").write_text("本报讯 市长温故出席会议。\n", encoding="utf-8")
    graph = ng.build(tmp_path / "page.txt", engine="grammar", date=day, place="商洛市")
    assert graph.records.meta["sources"][0]["date"] == "2021-12-10"


def test_build_warns_of_an_ambiguous_place(tmp_path):
    (tmp_path / "page.txt").write_text("本报讯 区长温故出席会议。\n", encoding="utf-8")
    with pytest.warns(UserWarning, match="place 城关区: 2 divisions have this name"):
        ng.build(tmp_path / "page.txt", engine="grammar", date="2021-12-10", place="城关区")
