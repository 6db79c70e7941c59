"""What a signing is worth: the sum of the contract, as its sentence or the one behind it says."""

from __future__ import annotations

import re

from newsgraph.link.drafts import Draft
from newsgraph.link.numerals import ABOUT, MONEY, read_money
from newsgraph.model import Attr, Evidence, Span
from newsgraph.text import sentence_at

_WORTH = (
    re.compile(
        r"(?:(?:合同|协议|签约|成交|采购|订单|交易|意向|合作)(?:总?金额|总?额|总?价款|总价|总?价值)|"
        rf"(?<![资产口售值入出款])(?:总?金额|总额|总?价值)){ABOUT}{MONEY}"
    ),
    re.compile(
        rf"(?:签订|签署|签下|签约|签了|达成|拿下)[^，。；投]{{0,16}}?(?<![\d.]){MONEY}的?[^，。；]{{0,20}}?(?:合同|协议|订单|大单)"
    ),
)


def read_contract(draft: Draft) -> tuple[dict[str, Attr], list[Evidence]]:
    """Return the sum of what is signed (``contract_cny``, or ``contract_amount`` with ``contract_currency``) and the
    words that say it; both empty where none is told."""
    for report in draft.reports:
        line, text = report.clause.line.span, report.clause.line.article.text
        own = sentence_at(text, report.evidence.span)
        region = sentence_at(text, Span(own.start, max(own.end, min(own.end + 1, line.end))))
        for pattern in _WORTH:
            match = pattern.search(text, region.start, region.end)
            if match and (attrs := dict(read_money(match, "contract"))):
                return attrs, [Evidence(article=draft.article.id, span=Span(match.start(), match.end()))]
    return {}, []
