"""Chinese words for what the model names in English: kinds, event types, roles, relations, attributes."""

from __future__ import annotations

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "Person": "人物",
    "Office": "职务",
    "Organization": "机构",
    "Place": "地点",
    "Project": "项目",
    "Event": "事件",
}
"""The kinds of nodes, in the order of legends and tables."""

EVENT_TYPES: Mapping[str, str] = {
    "meeting": "会议",
    "lecture": "宣讲",
    "signing": "签约",
    "visit": "调研",
    "talks": "会见",
    "ceremony": "仪式",
    "message": "致电",
    "appointment": "任免",
    "activity": "活动",
}

APART = ("appointment", "message")
"""Event types that bring nobody together: names in one list of appointments or in one telegram are no meeting."""

ROLES: Mapping[str, str] = {
    "chair": "主持",
    "speaker": "讲话",
    "attendee": "出席",
    "audience": "聆听",
    "witness": "见证",
    "party": "签约方",
    "organizer": "主办",
    "sender": "致电方",
    "recipient": "收电方",
    "host": "会见方",
    "guest": "来宾",
    "inspector": "调研",
    "visitor": "到访",
    "companion": "陪同",
    "appointee": "任免对象",
    "performer": "表演",
}

RELATIONS: Mapping[str, str] = {
    "HOLDS_OFFICE": "任职",
    "OFFICE_OF": "所属机构",
    "PART_OF": "隶属",
    "LOCATED_IN": "位于",
    "INVESTS_IN": "投资",
    "PARTICIPATES": "参与",
    "HELD_IN": "举办地",
    "CONCERNS": "涉及项目",
}

STATUSES: Mapping[str, str] = {"held": "已举行", "planned": "计划中"}

ATTRIBUTES: Mapping[str, str] = {
    "investment_cny": "投资额（元）",
    "investment_amount": "投资额",
    "investment_currency": "投资币种",
    "contract_cny": "合同金额（元）",
    "contract_amount": "合同金额",
    "contract_currency": "合同币种",
    "area_mu": "面积（亩）",
    "area_m2": "面积（平方米）",
    "since": "起",
    "until": "止",
    "former": "曾任",
    "proposed": "拟任",
    "takes": "任",
    "leaves": "免",
    "first_seen": "首见",
    "last_seen": "末见",
    "n_mentions": "提及次数",
    "level": "级别",
    "code": "代码",
    "inferred": "推断",
    "description": "身份",
    "post": "职位",
    "status": "状态",
    "event_type": "类型",
}
"""Words for attributes; an attribute without one is shown by its own name."""
