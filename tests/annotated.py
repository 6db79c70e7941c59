r"""Pages written for the tests, annotated in place: ``tests/pages/*.page``.

``{text|L}`` tags *text*: P PERSON, T POST, O ORG, L PLACE, J PROJECT, E EVENT (they nest), nothing for
plain text. ``@@kind title=…`` opens a region, ``@byline name/role …`` lists its bylines, ``@@resume`` goes
on with the article that a caption in its middle has cut, ``@@end`` closes the last region; ``@@gold`` is
followed by the page's facts, a line each, names that are as good as each other joined by ``|``.
"""

from __future__ import annotations

import re
from pathlib import Path

LABELS = {"P": "PERSON", "T": "POST", "O": "ORG", "L": "PLACE", "J": "PROJECT", "E": "EVENT"}
PAGES = Path(__file__).parent / "pages"


def load_page(path: Path) -> tuple[str, dict]:
    """Return the page's text and its gold in the shape of ``shared/gold/pages/*.gold.json``."""
    body, _, facts = path.read_text(encoding="utf-8").partition("@@gold\n")
    text, mentions, articles = _read_body(body)
    return text, {
        "source": f"{path.stem}.txt",
        "articles": articles,
        "mentions": mentions,
        **_read_facts(facts),
    }


def _read_body(body: str) -> tuple[str, list, list[dict]]:
    text, mentions, articles = "", [], []
    starts: list[tuple[int, dict]] = []
    for line in body.splitlines(keepends=True):
        if line.startswith("@@"):
            kind, _, title = line[2:].strip().partition(" title=")
            if kind == "resume":
                starts.append((len(text), articles[-2]))
            elif kind != "end":
                articles.append(
                    {
                        "id": f"a{len(articles) + 1}",
                        "kind": kind,
                        "title": title,
                        "start": len(text),
                        "bylines": [],
                    }
                )
                starts.append((len(text), articles[-1]))
        elif line.startswith("@byline"):
            articles[-1]["bylines"] = [item.split("/") for item in line.split()[1:]]
        else:
            text = _read_line(line, text, mentions)
    ends = [start for start, _ in starts[1:]] + [len(text)]
    for (_, article), end in zip(starts, ends, strict=True):
        article["end"] = len(text[:end].rstrip())
    for article in articles:
        article["start"] += len(text[article["start"] :]) - len(text[article["start"] :].lstrip())
    return text, sorted(mentions), articles


def _read_line(line: str, text: str, mentions: list) -> str:
    open_at: list[int] = []
    for part in re.split(r"(\{|\|[PTOLJE]?\})", line):
        if part == "{":
            open_at.append(len(text))
        elif re.fullmatch(r"\|[PTOLJE]?\}", part):
            start, label = open_at.pop(), part[1:-1]
            if label:
                mentions.append([start, len(text), LABELS[label], text[start:]])
        else:
            text += part
    return text


def _read_facts(facts: str) -> dict:
    gold: dict = {"issue": {}, "entities": [], "tenures": [], "events": [], "project_facts": []}
    for line in facts.splitlines():
        kind, _, rest = line.partition(" ")
        cells = [cell.strip() for cell in re.split(r"(?<=\s)\|(?=\s|$)", rest)]
        if kind == "issue":
            paper, date = cells[0].split()
            gold["issue"] = {
                "newspaper": paper,
                "date": date,
                "serial": cells[1],
                "number": int(cells[2]),
                "pages": int(cells[3]),
                "place": cells[4].split("|")[0],
            }
        elif kind == "person":
            gold["entities"] += [{"type": "Person", "names": [name]} for name in rest.split()]
        elif kind in ("org", "place", "project"):
            entity_type = {"org": "Organization", "place": "Place", "project": "Project"}[kind]
            gold["entities"].append({"type": entity_type, "names": rest.split("|")})
        elif kind == "tenure":
            person, post, body = rest.split()
            gold["tenures"].append([person, post, body.split("|")])
        elif kind == "event":
            gold["events"].append(_read_event(cells, len(gold["events"]) + 1))
        elif kind == "fact":
            fact = {
                "project": cells[0].split("|"),
                "places": [names.split("|") for names in cells[3].split(";") if names],
            }
            if cells[1]:
                fact["investment_cny"] = float(cells[1])
            if cells[2]:
                fact["area_mu"] = float(cells[2])
            gold["project_facts"].append(fact)
    return gold


def _read_event(cells: list[str], number: int) -> dict:
    cells = cells + [""] * (10 - len(cells))
    bodies = [item.rsplit(":", 1) for item in cells[8].split()]
    return {
        "id": f"e{number}",
        "type": cells[0],
        "names": [name for name in cells[1].split("|") if name],
        "articles": [f"a{index}" for index in cells[2].split()],
        "start": cells[3],
        "end": cells[4],
        "place": [name for name in cells[5].split("|") if name],
        "status": cells[6],
        "participants": [item.split(":") for item in cells[7].split()],
        "organizations": [[names.split("|"), role] for names, role in bodies],
        "projects": [item.split("|") for item in cells[9].split()],
    }
