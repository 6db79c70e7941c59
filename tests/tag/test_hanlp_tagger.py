"""The adapter with a stand-in of HanLP's shape, and with a small recogniser that HanLP trains here."""

from __future__ import annotations

import builtins
import importlib.util
import random
import shutil
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from newsgraph.errors import AlignmentError, MissingModelError
from newsgraph.tag.hanlp_tagger import HanlpTagger, load_hanlp
from newsgraph.tag.model_files import HANLP_NAME, blank_pipeline, default_model_path
from newsgraph.tag.pieces import pieces_of
from tests.tag.seeding import SEED, seeded_torch

needs_hanlp = pytest.mark.skipif(
    importlib.util.find_spec("hanlp") is None, reason='hanlp is not installed: pip install "newsgraph[hanlp]"'
)
NAMES = {"陶青山": "NR", "市委": "NT", "云溪": "NS", "昨日": "DATE"}


def stand_in(pieces):
    """Answer like a HanLP recogniser that knows four words."""
    return [
        [
            (word, label, text.index(word), text.index(word) + len(word))
            for word, label in NAMES.items()
            if word in text
        ]
        for text in map("".join, pieces)
    ]


def blank():
    return blank_pipeline()


def tag(text, recogniser=stand_in, **settings):
    doc = HanlpTagger(recogniser, **settings)(blank().make_doc(text))
    return [(ent.start_char, ent.end_char, ent.text, ent.label_) for ent in doc.ents]


def test_tagger_maps_labels_and_leaves_out_the_others():
    assert tag("昨日，市委的陶青山在云溪。") == [
        (3, 5, "市委", "ORG"),
        (6, 9, "陶青山", "PERSON"),
        (10, 12, "云溪", "PLACE"),
    ]


@pytest.mark.parametrize(
    ("given_label", "label"),
    [
        ("PER", "PERSON"),
        ("nr", "PERSON"),
        ("ORGANIZATION", "ORG"),
        ("GPE", "PLACE"),
        ("FAC", "PLACE"),
        ("ns", "PLACE"),
        ("POST", "POST"),
        ("EVENT", "EVENT"),
    ],
)
def test_tagger_knows_the_tag_sets(given_label, label):
    assert tag("市委", lambda pieces: [[("市委", given_label, 0, 2)]]) == [(0, 2, "市委", label)]


def test_tagger_counts_code_points_over_sentences_and_astral_characters():
    assert tag("𠮷😀。\n\n市委好。陶青山") == [(5, 7, "市委", "ORG"), (9, 12, "陶青山", "PERSON")]


def test_tagger_batches_pieces():
    sizes = []

    def count(pieces):
        sizes.append(len(pieces))
        return stand_in(pieces)

    assert len(tag("市委好。" * 7, count, batch_size=3)) == 7
    assert sizes == [3, 3, 1]


def test_tagger_gives_hanlp_no_white_space():
    seen = []
    tag("石　开\t来\x07了", lambda pieces: (seen.extend(pieces), [[]])[1])
    assert seen == [list("石，开，来，了")]


@pytest.mark.parametrize("span", [("市委", "NT", 0, 2), ("市委", "NT", 0, 99), ("市委", "NT", 2, 2)])
def test_tagger_refuses_spans_that_do_not_fit(span):
    with pytest.raises(
        AlignmentError, match="HanLP says '市委'; want a recogniser that was trained on characters"
    ):
        tag("全市委员", lambda pieces: [[span]])


def test_tagger_refuses_an_answer_for_fewer_pieces():
    with pytest.raises(AlignmentError, match="was given 2 pieces of text and answered for 1"):
        tag("好。好。", lambda pieces: [[]])


class InvalidTagSequence(Exception):
    """Of the name that HanLP's decoder raises."""


def test_tagger_leaves_only_the_piece_bare_that_hanlp_cannot_decode():
    def picky(pieces):
        if any("云溪" in "".join(piece) for piece in pieces):
            raise InvalidTagSequence
        return stand_in(pieces)

    with pytest.warns(UserWarning, match="make no spans for '云溪的雨。'; this piece stays untagged"):
        assert tag("市委好。云溪的雨。陶青山说。", picky) == [
            (0, 2, "市委", "ORG"),
            (9, 12, "陶青山", "PERSON"),
        ]


def test_tagger_passes_on_other_errors_of_hanlp():
    def broken(pieces):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        tag("市委好。", broken)


def test_tagger_leaves_an_empty_text_alone():
    assert tag("") == tag(" \n") == []


@given(st.text("甲乙丙，。\n 　“”", max_size=60), st.integers(1, 9))
def test_pieces_hold_every_printed_character_once(text, max_length):
    pieces = list(pieces_of(text, max_length))
    covered = [i for start, piece in pieces for i in range(start, start + len(piece))]
    assert covered == sorted(set(covered))
    assert {i for i, char in enumerate(text) if not char.isspace()} <= set(covered)
    assert all(len(piece) <= max_length and text.startswith(piece, start) for start, piece in pieces)


@given(st.text("甲乙丙，。\n 　“”", max_size=60), st.integers(2, 9), st.data())
def test_pieces_overlap_only_where_they_are_cut_anywhere(text, max_length, data):
    overlap = data.draw(st.integers(1, max_length - 1))
    pieces = list(pieces_of(text, max_length, overlap))
    assert {i for start, piece in pieces for i in range(start, start + len(piece))} >= {
        i for i, char in enumerate(text) if not char.isspace()
    }
    assert all(len(piece) <= max_length and text.startswith(piece, start) for start, piece in pieces)
    for (start, piece), (then, _) in pairwise(pieces):
        assert then >= start + len(piece) or (
            then == start + len(piece) - overlap and piece[-1] not in "，\n"
        )


def test_load_says_what_to_install(monkeypatch):
    real = builtins.__import__

    def without(name, *args, **kwargs):
        if name == "hanlp":
            raise ImportError("No module named 'hanlp'")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingModelError, match=r'install it with: pip install "newsgraph\[hanlp\]"'):
        load_hanlp("any")


@needs_hanlp
def test_load_refuses_unknown_names_and_folders_of_something_else(tmp_path):
    with pytest.raises(MissingModelError, match="NO_SUCH: no folder of that name and none"):
        load_hanlp("NO_SUCH")
    with pytest.raises(
        MissingModelError, match=r"neither config\.json nor meta\.json in it; want a folder that HanLP saved"
    ):
        load_hanlp(str(tmp_path))
    (tmp_path / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(
        MissingModelError, match=r"meta\.json: cannot be loaded \(JSONDecodeError: .*save the model again"
    ):
        load_hanlp(str(tmp_path))


@needs_hanlp
@pytest.mark.model
@pytest.mark.parametrize("damage", ["remove", "truncate", "overwrite", "change"])
@pytest.mark.parametrize("name", ["model.pt", "config.json", "vocabs.json"])
def test_load_names_the_damaged_file_and_the_mending_command(tmp_path, name, damage):
    folder = tmp_path / "model"
    shutil.copytree(default_model_path(HANLP_NAME), folder)
    raw = (folder / name).read_bytes()
    (folder / name).unlink()
    if damage != "remove":
        half = len(raw) // 2
        changed = {
            "truncate": raw[:half],
            "overwrite": b"\xff" + raw[1:],
            "change": raw[:half] + b"\xff" + raw[half + 1 :],
        }
        (folder / name).write_bytes(changed[damage])
    with pytest.raises(MissingModelError) as caught:
        load_hanlp(str(folder))
    line = str(caught.value)
    assert (name if (name, damage) != ("config.json", "remove") else "neither config.json") in line
    assert str(folder) in line
    assert "\n" not in line


@needs_hanlp
def test_load_says_what_was_tried_where_the_network_fails(monkeypatch):
    import hanlp

    def fail(*args, **kwargs):
        raise SystemExit(1)

    monkeypatch.setattr(hanlp, "load", fail)
    with pytest.raises(MissingModelError, match=r"cannot be had \(download of http.*SystemExit: 1\)"):
        load_hanlp("MSRA_NER_ELECTRA_SMALL_ZH")


def _tagged(text, label):
    """Return characters with their IOBES tags; `text` has two characters or more where it is a name."""
    tags = [f"B-{label}", *[f"I-{label}"] * (len(text) - 2), f"E-{label}"] if label else ["O"] * len(text)
    return list(zip(text, tags, strict=True))


def _write_tsv(path, n, seed):
    """Write `n` sentences of one pattern with their tags, a character a line."""
    rng = random.Random(seed)
    sentences = []
    for _ in range(n):
        name = rng.choice("王李陶柳岳") + "".join(rng.choices("小明远青山平", k=2))
        body = rng.choice(["市委", "县政府"])
        parts = [
            ("昨日，", ""),
            (body, "NT"),
            ("的", ""),
            (name, "NR"),
            (rng.choice(["出席。", "讲话。"]), ""),
        ]
        sentences.append("\n".join(f"{c}\t{tag}" for text, label in parts for c, tag in _tagged(text, label)))
    path.write_text("\n\n".join(sentences) + "\n\n", encoding="utf-8")


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """Return the folder of a recogniser that HanLP trained on one pattern of sentence."""
    seeded_torch()
    from hanlp.components.ner.rnn_ner import RNNNamedEntityRecognizer

    folder = tmp_path_factory.mktemp("hanlp")
    _write_tsv(folder / "train.tsv", 300, 1)
    _write_tsv(folder / "dev.tsv", 100, 2)
    RNNNamedEntityRecognizer().fit(
        str(folder / "train.tsv"),
        str(folder / "dev.tsv"),
        str(folder / "model"),
        batch_size=12,
        epochs=20,
        embed=32,
        rnn_hidden=32,
        lr=0.005,
        crf=False,
        tagging_scheme="IOBES",
        devices=-1,
        verbose=False,
        seed=SEED,
    )
    return folder / "model"


@needs_hanlp
def test_component_runs_a_recogniser_that_hanlp_trained(trained):
    nlp = blank()
    nlp.add_pipe("newsgraph_hanlp", config={"model": str(trained)})
    docs = list(
        nlp.pipe(["昨日，市委的陶青山讲话。\n昨日，县政府的李小明出席。", "昨日，市委的王远平出席。"])
    )
    assert all(isinstance(doc, Doc) for doc in docs)
    found = {(i, ent.start_char, ent.text, ent.label_) for i, doc in enumerate(docs) for ent in doc.ents}
    expected = {
        (0, 3, "市委", "ORG"),
        (0, 6, "陶青山", "PERSON"),
        (0, 16, "县政府", "ORG"),
        (0, 20, "李小明", "PERSON"),
        (1, 3, "市委", "ORG"),
        (1, 6, "王远平", "PERSON"),
    }
    # HanLP's training may differ from machine to machine; what it finds must stand where the adapter says
    assert found <= expected
    assert len(found) >= len(expected) // 2


@needs_hanlp
def test_shipped_component_finds_what_the_shipped_pipeline_finds():
    from newsgraph.tag.model_files import load_recogniser

    text = "青禾县委书记欧阳明主持召开县委常委会会议。\n　　县长陆一鸣 出席。"
    nlp = blank()
    nlp.add_pipe("newsgraph_hanlp")
    doc = nlp(text)
    found = {(ent.start, ent.end, ent.label_) for ent in doc.ents}
    assert found == {(ent.start, ent.end, ent.label_) for ent in load_recogniser()(text).ents}
    assert set(doc.user_data["scores"]) == found
