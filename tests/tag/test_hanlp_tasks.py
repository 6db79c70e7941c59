"""Multi-task components: with a stand-in of their shape, and with a small one that HanLP trains here."""

from __future__ import annotations

import importlib.util
import random

import pytest

from newsgraph.errors import AlignmentError, MissingModelError
from newsgraph.tag.hanlp_tagger import HanlpTagger
from newsgraph.tag.hanlp_tasks import one_task
from newsgraph.tag.model_files import blank_pipeline
from tests.tag.seeding import SEED, seeded_torch

needs_hanlp = pytest.mark.skipif(
    importlib.util.find_spec("hanlp") is None, reason='hanlp is not installed: pip install "newsgraph[hanlp]"'
)


class ManyTasks:
    """Answer as a multi-task component does: texts in, its own words and a reading of them out."""

    def __init__(self, *tasks):
        self.tasks = dict.fromkeys(tasks)

    def __call__(self, texts, tasks):
        return {
            "tok/fine": [["昨日", "，", "市委", "的", "陶青山", "。"] for _ in texts],
            tasks: [[["市委", "NT", 2, 3], ["陶青山", "NR", 4, 5], ["昨日", "DATE", 0, 1]] for _ in texts],
        }


def found(component, text):
    doc = HanlpTagger(component)(blank_pipeline().make_doc(text))
    return [(ent.start_char, ent.text, ent.label_) for ent in doc.ents]


@pytest.mark.parametrize("task", ["ner/msra", "ner/ontonotes", "ner/pku", "ner"])
def test_spans_of_words_become_spans_of_characters(task):
    assert found(ManyTasks("tok/fine", "dep", task), "昨日，市委的陶青山。\n昨日，市委的陶青山。") == [
        (3, "市委", "ORG"),
        (6, "陶青山", "PERSON"),
        (14, "市委", "ORG"),
        (17, "陶青山", "PERSON"),
    ]


def test_the_best_task_for_news_is_asked():
    assert one_task(ManyTasks("tok/fine", "ner/pku", "ner/msra")).task == "ner/msra"


def test_words_that_do_not_stand_in_the_text_are_refused():
    with pytest.raises(AlignmentError, match=r"makes the word '昨日' of '市委好。', where it does not stand"):
        found(ManyTasks("tok/fine", "ner"), "市委好。")


def test_tasks_that_find_no_names_are_refused():
    with pytest.raises(MissingModelError, match=r"its tasks are tok/fine, dep; want one with ner/msra or"):
        HanlpTagger(ManyTasks("tok/fine", "dep"))


def sentences(n, seed):
    """Return `n` sentences of one pattern as words with their labels."""
    rng = random.Random(seed)
    return [
        [
            ("昨日", ""),
            ("，", ""),
            (rng.choice(["市委", "县政府"]), "NT"),
            ("的", ""),
            (rng.choice("王李陶柳岳") + "".join(rng.choices("小明远青山平", k=2)), "NR"),
            (rng.choice(["出席", "讲话"]), ""),
            ("。", ""),
        ]
        for _ in range(n)
    ]


def write_corpora(folder, part, rows):
    """Write what HanLP's tasks read: words with spaces between, and words with the tags of names."""
    words = "\n".join(" ".join(word for word, _ in row) for row in rows)
    (folder / f"tok_{part}.txt").write_text(words + "\n", encoding="utf-8")
    tagged = ("\n".join(f"{word}\t{f'S-{label}' if label else 'O'}" for word, label in row) for row in rows)
    (folder / f"ner_{part}.tsv").write_text("\n\n".join(tagged) + "\n\n", encoding="utf-8")


def write_encoder(folder, characters):
    """Write an untrained BERT of one small layer."""
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder.mkdir()
    vocab = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted(characters)]
    (folder / "vocab.txt").write_text("\n".join(vocab) + "\n", encoding="utf-8")
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    sizes = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 64}
    BertModel(BertConfig(vocab_size=len(vocab), max_position_embeddings=160, **sizes)).save_pretrained(folder)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """Return the folder of a multi-task component that HanLP trained, of the shape of the published ones."""
    seeded_torch()
    from hanlp.common.dataset import SortingSamplerBuilder
    from hanlp.components.mtl.multi_task_learning import MultiTaskLearning
    from hanlp.components.mtl.tasks.ner.tag_ner import TaggingNamedEntityRecognition
    from hanlp.components.mtl.tasks.tok.tag_tok import TaggingTokenization
    from hanlp.layers.embeddings.contextual_word_embedding import ContextualWordEmbedding

    folder = tmp_path_factory.mktemp("tasks")
    rows = sentences(220, 1)
    write_corpora(folder, "trn", rows[:200])
    write_corpora(folder, "dev", rows[200:])
    write_encoder(folder / "encoder", {c for row in rows for word, _ in row for c in word})

    def paths(task, ending):
        return [str(folder / f"{task}_{part}.{ending}") for part in ("trn", "dev")]

    common = {
        "sampler_builder": SortingSamplerBuilder(batch_size=16),
        "max_seq_len": 150,
        "hard_constraint": True,
        "char_level": True,
        "lr": 0.005,
    }
    MultiTaskLearning().fit(
        ContextualWordEmbedding(
            "token", str(folder / "encoder"), average_subwords=True, max_sequence_length=150
        ),
        {
            "tok/fine": TaggingTokenization(*paths("tok", "txt"), **common),
            "ner/msra": TaggingNamedEntityRecognition(
                *paths("ner", "tsv"), dependencies="tok/fine", tagging_scheme="BMES", **common
            ),
        },
        str(folder / "model"),
        epochs=8,
        lr=0.005,
        encoder_lr=0.005,
        devices=-1,
        eval_trn=False,
        verbose=False,
        seed=SEED,
    )
    return folder / "model"


@needs_hanlp
def test_component_runs_a_multi_task_model_that_hanlp_trained(trained):
    nlp = blank_pipeline()
    nlp.add_pipe("newsgraph_hanlp", config={"model": str(trained)})
    texts = ["昨日，市委的陶青山讲话。\n　　昨日，县政府的李小明出席。", "", "昨日，市委的王远平出席。"]
    spans = {
        (i, ent.start_char, ent.text, ent.label_) for i, doc in enumerate(nlp.pipe(texts)) for ent in doc.ents
    }
    assert {(0, 3, "市委", "ORG"), (0, 6, "陶青山", "PERSON"), (2, 6, "王远平", "PERSON")} <= spans
    for i, start, text, _ in spans:
        assert texts[i].startswith(text, start)
