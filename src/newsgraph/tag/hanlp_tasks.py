"""HanLP's multi-task components read like its recognisers: characters in, spans of characters out.

Such a component makes words of its own, and its spans count these. One of its tasks is asked; the others that this
one does not need are not run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from newsgraph.errors import AlignmentError, MissingModelError

Recogniser = Callable[[list[list[str]]], Any]
"""A HanLP component: lists of tokens in, for each a list of ``(text, label, first token, end token)`` out."""

TASKS = ("ner/msra", "ner/ontonotes", "ner/pku", "ner")
"""Tasks that find names, the best for news first; the labels of all are known to `newsgraph.tag.hanlp_tagger`."""


def one_task(component: Any) -> Recogniser:
    """Return a component that recognises names as it is, a multi-task one as an `OneTask`.

    Raises
    ------
    MissingModelError
        If none of its tasks finds names.
    """
    tasks: Mapping[str, Any] | None = getattr(component, "tasks", None)
    if tasks is None:
        recogniser: Recogniser = component
        return recogniser
    task = next((task for task in TASKS if task in tasks), None)
    if task is None:
        raise MissingModelError(
            f"HanLP model: its tasks are {', '.join(tasks)}; want one with {' or '.join(TASKS)}"
        )
    return OneTask(component, task)


class OneTask:
    """The recogniser inside the multi-task `component`: its `task`, which is among `TASKS`."""

    def __init__(self, component: Any, task: str) -> None:
        self.component, self.task = component, task

    def __call__(self, tokens: list[list[str]]) -> list[list[tuple[Any, ...]]]:
        """Return the spans of each list of characters, counted in these.

        Raises
        ------
        AlignmentError
            If the component makes words that a text does not hold.
        """
        texts = ["".join(characters) for characters in tokens]
        answer = self.component(texts, tasks=self.task)
        words = next(value for name, value in answer.items() if name.startswith("tok"))
        return [
            list(in_characters(text, *item))
            for text, *item in zip(texts, words, answer[self.task], strict=True)
        ]


def in_characters(
    text: str, words: Iterable[Any], spans: Iterable[Sequence[Any]]
) -> Iterator[tuple[Any, ...]]:
    """Yield `spans`, which count `words`, as spans that count the characters of `text`.

    Examples
    --------
    >>> list(in_characters("甲 县长到", ["甲", "县长", "到"], [("县长", "POST", 1, 2)]))
    [('县长', 'POST', 2, 4)]
    """
    edges: list[tuple[int, int]] = []
    for word in words:
        printed = word if isinstance(word, str) else word[0]  # some tasks give its place behind it
        start = text.find(printed, edges[-1][1] if edges else 0)
        if start < 0:
            raise AlignmentError(
                f"HanLP makes the word {printed!r} of {text[:20]!r}, where it does not stand; "
                "want a component whose tokenizer keeps the text as it is"
            )
        edges.append((start, start + len(printed)))
    for printed, label, first, end in spans:
        yield printed, label, edges[first][0], edges[end - 1][1]
