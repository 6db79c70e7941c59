"""The HanLP recogniser: its tags, its decoding, a run put aside and taken up, and a folder that HanLP loads."""

from __future__ import annotations

import random

import pytest

torch = pytest.importorskip("torch", reason='needs pip install "newsgraph[hanlp]"')
hanlp = pytest.importorskip("hanlp", reason='needs pip install "newsgraph[hanlp]"')

from newsgraph.errors import MissingModelError  # noqa: E402
from newsgraph.tag.hanlp_tagger import load_hanlp  # noqa: E402
from newsgraph.tag.lexical_rnn import allowed_steps, decode  # noqa: E402
from newsgraph.tag.model_files import load_recogniser, tables_of  # noqa: E402
from newsgraph.train.corpora import Sample  # noqa: E402
from newsgraph.train.encoder import MASK, SHARE, Pretrainer, mask_text  # noqa: E402
from newsgraph.train.recogniser import MAIN, SILVER  # noqa: E402
from newsgraph.train.rnn import (  # noqa: E402
    RnnSettings,
    RnnTrainer,
    save_component,
    tags_of,
    to_pieces,
    train_rnn,
)

SMALL = {"width": 24, "hidden": 24, "char_width": 8, "column_width": 4, "batch_chars": 300, "drop": 0.1}
TEXT = "昨日，市委书记陶青山出席。县政府的李小明讲话。"
SAMPLE = Sample(
    TEXT,
    ((3, 5, "ORG"), (5, 7, "POST"), (7, 10, "PERSON"), (13, 16, "ORG"), (17, 20, "PERSON")),
)


@pytest.fixture(scope="module", autouse=True)
def _one_thread():
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def tables():
    return tables_of(load_recogniser())


def make_trainer(tables, **settings):
    sizes = {
        **SMALL,
        "total_chars": 20_000,
        "report_chars": 15_000,
        "learn_rate": 0.02,
        "foreign_share": 0.3,
        **settings,
    }
    corpora = {MAIN: [SAMPLE] * 20, SILVER: [SAMPLE], "msra": [Sample("江南的雨。", ((0, 2, "LOC"),))]}
    return RnnTrainer(RnnSettings(**sizes), tables, corpora)


def run(trainer, path, minutes=1.0):
    return train_rnn(
        trainer, checkpoint=path, minutes=minutes, log=lambda line: None, report=lambda component: None
    )


def test_pieces_leave_out_an_entity_across_a_border():
    pieces = list(to_pieces(Sample("甲乙，丙丁戊。", ((1, 4, "ORG"), (5, 6, "PLACE"))), 4))
    assert pieces == [("甲乙，", ("O", "O", "O")), ("丙丁戊。", ("O", "O", "S-PLACE", "O"))]


def test_decode_takes_the_best_sequence_that_makes_spans():
    tags = tags_of([SAMPLE])
    scores = torch.full((2, 3, len(tags)), -9.0)
    for i, tag in enumerate(["B-ORG", "O", "E-ORG"]):  # each the best by itself, together no span
        scores[0, i, tags.index(tag)] = 0.0
    scores[0, 1, tags.index("I-ORG")] = -1.0
    scores[1, 0, tags.index("S-PERSON")] = 0.0
    mask = torch.tensor([[True, True, True], [True, False, False]])
    paths = decode(scores, mask, allowed_steps(tags))
    assert [[tags[t] for t in path] for path in paths] == [["B-ORG", "I-ORG", "E-ORG"], ["S-PERSON"]]


def test_decoded_sequences_are_always_allowed():
    tags = tags_of([SAMPLE])
    torch.manual_seed(0)
    steps = allowed_steps(tags)
    lengths = [7, 1, 4]
    mask = torch.arange(7)[None, :] < torch.tensor(lengths)[:, None]
    border = len(tags)
    for path, length in zip(decode(torch.randn(3, 7, len(tags)), mask, steps), lengths, strict=True):
        assert len(path) == length
        assert all(steps[a, b] == 0 for a, b in zip([border, *path], [*path, border], strict=True))


def test_trained_component_is_loaded_by_hanlp_and_answers_alike_alone_and_in_batches(tables, tmp_path):
    component = run(make_trainer(tables), tmp_path / "checkpoint.pt")
    save_component(component, tmp_path / "model")
    loaded = load_hanlp(str(tmp_path / "model"))
    pieces = [list("昨日，市委书记陶青山出席。"), list("县政府的李小明讲话。"), [], list("好")]
    together = loaded(pieces)
    assert [span[:4] for span in together[0]] == [
        ("市委", "ORG", 3, 5),
        ("书记", "POST", 5, 7),
        ("陶青山", "PERSON", 7, 10),
    ]
    assert all(0 <= span[4] <= 1 for spans in together for span in spans)
    alone = [loaded([piece])[0] for piece in pieces]
    assert [[span[:4] for span in spans] for spans in alone] == [
        [span[:4] for span in spans] for spans in together
    ]


def test_component_refuses_other_feature_tables(tables, tmp_path):
    save_component(make_trainer(tables).component(), tmp_path)
    config = (tmp_path / "config.json").read_text(encoding="utf-8")
    digest = config.split('"tables": "')[1][:32]
    (tmp_path / "config.json").write_text(config.replace(digest, "0" * 32), encoding="utf-8")
    with pytest.raises(MissingModelError, match=f"wants feature tables {'0' * 32}, those of .* are {digest}"):
        load_hanlp(str(tmp_path))


def test_a_run_put_aside_goes_on_where_it_was(tables, tmp_path):
    path = tmp_path / "checkpoint.pt"
    assert run(make_trainer(tables, total_chars=10**9), path, minutes=0.01) is None
    again = make_trainer(tables, total_chars=10**9)
    done = again.resume(path)
    assert done > 0
    held = torch.load(path, weights_only=True)["network"]
    assert all(torch.equal(value, held[name]) for name, value in again.network.state_dict().items())


def test_mask_hides_whole_runs_and_says_where():
    rng = random.Random(0)
    for length in (1, 2, 9, 100):
        text = "青" * length
        masked, places = mask_text(text, rng)
        assert [i for i, char in enumerate(masked) if char == MASK] == places
        assert max(1, round(SHARE * length)) <= len(places) <= max(1, round(SHARE * length)) + 2


def test_pretraining_lowers_the_loss_resumes_and_is_taken_over(tables, tmp_path):
    path = tmp_path / "encoder.pt"
    settings = RnnSettings(**{**SMALL, "learn_rate": 0.01})
    first, lines = Pretrainer(settings, tables), []
    batch = [TEXT] * 4
    losses = [first.step(batch, 0.01) for _ in range(30)]
    assert sum(losses[-5:]) < 0.7 * sum(losses[:5])
    first.run([TEXT] * 20, minutes=0.01, checkpoint=path, log=lines.append)
    assert lines[-1].startswith(f"{first.done} characters, loss ")
    second = Pretrainer(settings, tables)
    second.resume(path)
    assert second.done == first.done > 0
    trainer = make_trainer(tables)
    trainer.start_from(path)
    kept = first.network.state_dict()
    ours = trainer.network.state_dict()
    assert torch.equal(ours["onward.weight_hh_l0"], kept["onward.weight_hh_l0"])
    assert ours["out.weight"].shape != kept["out.weight"].shape
