"""Score of one page: all rows, in the order in which they are printed."""

from __future__ import annotations

from newsgraph.evaluate.entities import score_entities, score_project_facts, score_tenures
from newsgraph.evaluate.events import EventScore
from newsgraph.evaluate.evidence import score_evidence
from newsgraph.evaluate.graph import Row, ScoredGraph
from newsgraph.evaluate.mentions import score_articles, score_bylines, score_mentions
from newsgraph.evaluate.tally import Tally


def score_page(gold: Row, tables: Row) -> dict[str, Tally]:
    """Return the rows of the score of one page.

    Parameters
    ----------
    gold : Mapping
        A gold page: ``articles, mentions, entities, tenures, events, project_facts``; source offsets.
    tables : Mapping
        The parsed ``graph.json`` that was built from that page alone.

    Returns
    -------
    dict
        Row name -> `Tally`, in printing order; rows with nothing in them included.

    Notes
    -----
    Mentions of PERSON, POST, ORG and PLACE count when span and label are exact; PROJECT and EVENT when half
    of the union is shared. Entities count by canonical name, tenures by person, post and body.
    """
    graph = ScoredGraph(tables)
    return {
        "articles": score_articles(gold, graph),
        "bylines": score_bylines(gold, graph),
        **dict(score_mentions(gold, graph)),
        **dict(score_entities(gold, graph)),
        "tenure": score_tenures(gold, graph),
        **dict(EventScore(gold, graph).rows()),
        "project fact": score_project_facts(gold, graph),
        "evidence": score_evidence(graph),
    }
