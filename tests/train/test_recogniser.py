"""The recogniser's training: pieces, a run put aside and taken up, and what spaCy and HanLP load of it."""

from __future__ import annotations

import json
import random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason='needs pip install "newsgraph[hanlp]"')
hanlp = pytest.importorskip("hanlp", reason='needs pip install "newsgraph[hanlp]"')

from newsgraph.errors import MissingModelError  # noqa: E402
from newsgraph.tag.hanlp_tagger import load_hanlp  # noqa: E402
from newsgraph.tag.model_files import load_recogniser, tables_of  # noqa: E402
from newsgraph.train.corpora import Sample  # noqa: E402
from newsgraph.train.encoder import MASK, SHARE, Pretrainer, mask_text  # noqa: E402
from newsgraph.train.recogniser import Trainer, divergence, to_pieces, train  # noqa: E402
from newsgraph.train.run import finish, save_for_hanlp, save_whole, to_pipeline  # noqa: E402
from newsgraph.train.settings import MAIN, SILVER, Settings  # noqa: E402

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
        "total_chars": 20_000,
        "report_chars": 15_000,
        "learn_rate": 0.02,
        "foreign_share": 0.3,
        "foreign_end": 0.0,
    }
    corpora = {MAIN: [SAMPLE] * 20, SILVER: [SAMPLE], "msra": [Sample("江南的雨。", ((0, 2, "LOC"),))]}
    return Trainer(Settings(**{**SMALL, **sizes, **settings}), tables, corpora)


def run(trainer, path, minutes=10.0):
    return train(
        trainer, checkpoint=path, minutes=minutes, log=lambda line: None, report=lambda network: None
    )


@pytest.fixture(scope="module")
def trained(tables, tmp_path_factory):
    """Return a trainer whose run is done, and the network."""
    trainer = make_trainer(tables)
    return trainer, run(trainer, tmp_path_factory.mktemp("work") / "checkpoint.pt")


def test_pieces_leave_out_an_entity_across_a_border():
    pieces = list(to_pieces(Sample("甲乙，丙丁戊。", ((1, 4, "ORG"), (5, 6, "PLACE"))), 4))
    assert pieces == [("甲乙，", ("O", "O", "O")), ("丙丁戊。", ("O", "O", "S-PLACE", "O"))]


def test_network_says_with_numpy_what_torch_says(trained):
    trainer, network = trained
    first, number = trainer.slices[MAIN]
    texts = [TEXT, "好", "县政府的李小明讲话。"]
    with torch.no_grad():
        scores, _ = trainer.average.module.eval()(texts)
    for i, (text, ours) in enumerate(zip(texts, network.scores(texts), strict=True)):
        theirs = scores[i, : len(text), first : first + len(number)].log_softmax(-1)
        assert torch.allclose(torch.from_numpy(ours), theirs, atol=1e-4)


def test_saved_pipeline_finds_what_it_was_trained_on(trained, tmp_path):
    gold = {"ngzh-dev": [(TEXT, SAMPLE.ents)], "real-dev": []}
    save_whole(finish(trained[1], gold), tmp_path / "model")
    doc = load_recogniser(tmp_path / "model")(TEXT)
    assert tuple((ent.start, ent.end, ent.label_) for ent in doc.ents) == SAMPLE.ents
    assert all(0.5 <= score <= 1 for score in doc.user_data["scores"].values())


def test_hanlp_loads_it_and_answers_alike_alone_and_in_batches(trained, tmp_path):
    settings = Settings(**SMALL)
    save_for_hanlp(to_pipeline(trained[1], {}), settings, tmp_path / "model")
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


def test_hanlp_component_refuses_other_feature_tables(trained, tmp_path):
    save_for_hanlp(to_pipeline(trained[1], {}), Settings(**SMALL), tmp_path)
    config = (tmp_path / "config.json").read_text(encoding="utf-8")
    digest = json.loads(config)["tables"]
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


def test_what_a_corpus_does_not_mark_may_be_anything_there(tables):
    marked = {"nothing": [], "persons": ["PERSON"], "all": ["PERSON", "ORG", "POST"]}
    trainer = Trainer(Settings(**SMALL), tables, {name: [SAMPLE] for name in (MAIN, *marked)}, marked=marked)
    trainer.network.eval()

    def loss(name, *labels):
        ents = tuple(ent for ent in SAMPLE.ents if ent[2] in labels)
        return trainer._loss(name, list(to_pieces(Sample(TEXT, ents)))).item()

    everything = loss(MAIN, "PERSON", "ORG", "POST")
    assert loss("nothing") == pytest.approx(0.0, abs=1e-6)
    assert 0 < loss("persons", "PERSON") < everything
    assert loss("all", "PERSON", "ORG", "POST") == pytest.approx(everything)


def test_divergence_is_the_mean_of_both_ways_a_character():
    one, other = torch.tensor([[0.5, 0.5], [0.2, 0.8]]), torch.tensor([[0.25, 0.75], [0.2, 0.8]])
    there = 0.5 * np.log(0.5 / 0.25) + 0.5 * np.log(0.5 / 0.75)
    back = 0.25 * np.log(0.25 / 0.5) + 0.75 * np.log(0.75 / 0.5)
    for a, b in ((one, other), (other, one)):
        assert divergence(a.log(), b.log()).item() == pytest.approx((there + back) / 2 / 2)
    assert divergence(one.log(), one.log()).item() == 0


def test_consistency_reads_twice_and_adds_what_lies_between(tables):
    batch = list(to_pieces(SAMPLE))
    plain = make_trainer(tables, drop=0.5)
    steady = make_trainer(tables, drop=0.5, consistency=3.0)
    steady.network.load_state_dict(plain.network.state_dict())

    def readings(n):
        torch.manual_seed(1)
        first, number = plain.slices[MAIN]
        for _ in range(n):
            scores, mask = plain.network([text for text, _ in batch])
            yield scores[..., first : first + len(number)][mask].log_softmax(1)

    torch.manual_seed(1)
    losses = [plain._loss(MAIN, batch).item() for _ in range(2)]
    between = divergence(*readings(2)).item()
    assert between > 0
    torch.manual_seed(1)
    assert steady._loss(MAIN, batch).item() == pytest.approx(sum(losses) / 2 + 3 * between)
    for trainer in (plain, steady):
        trainer.network.eval()
    assert steady._loss(MAIN, batch).item() == pytest.approx(plain._loss(MAIN, batch).item())


def test_mask_hides_whole_runs_and_says_where():
    rng = random.Random(0)
    for length in (1, 2, 9, 100):
        text = "青" * length
        masked, places = mask_text(text, rng)
        assert [i for i, char in enumerate(masked) if char == MASK] == places
        assert max(1, round(SHARE * length)) <= len(places) <= max(1, round(SHARE * length)) + 2


def test_pretraining_lowers_the_loss_resumes_and_is_taken_over(tables, tmp_path):
    path = tmp_path / "encoder.pt"
    settings = Settings(**SMALL)
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
    trainer.start_from(Pretrainer.weights(path))
    kept = first.network.state_dict()
    ours = trainer.network.state_dict()
    assert torch.equal(ours["lstm.onward.weight_hh_l0"], kept["lstm.onward.weight_hh_l0"])
    assert ours["out.weight"].shape != kept["out.weight"].shape
