"""Where a name cannot go on to the left: punctuation, and the words of the press that stand before names."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from newsgraph.tag.gazetteer import place_names
from newsgraph.tag.quantities import find_times

_PUNCTUATION = re.compile(
    r"[\s，。；：！？、,;:!?（）()《》【】\[\]…■▲●○◆□△—|/>＞．]|(?<![A-Za-z0-9])[.]|[.](?![A-Za-z0-9])"
)

VERBS = (
    "召开 举行 举办 出席 参加 主持 主持召开 承办 主办 协办 组织 组织召开 列席 收看 收听 观看 贯彻 落实 学习 传达 通报 听取 审议 "
    "宣布 启动 推进 推动 实施 开展 建设 建成 新建 改建 兴建 筹建 在建 修建 建起 签约 签署 签订 签下 投资 总投资 投资建设 引进 引入 "
    "落户 落地 位于 地处 坐落 坐落于 选址 来自 来到 抵达 前往 赶赴 奔赴 赴 走进 走访 深入 进入 返回 回到 途经 调研 考察 视察 检查 督导 察看 查看 "
    "参观 访问 会见 看望 慰问 接见 欢迎 感谢 祝贺 庆祝 热烈祝贺 担任 出任 现任 历任 曾任 兼任 原任 拟任 先后任 时任 调任 转任 卸任 当选 当选为 "
    "成为 任命 免去 辞去 接受 加入 毕业于 就读于 任职于 供职于 代表 联合 会同 协调 委托 授权 指导 要求 表示 介绍 强调 指出 认为 透露 获悉 "
    "了解到 报道 发布 公布 印发 出台 制定 通过 根据 依据 按照 经过 围绕 针对 关于 对于 由于 为了 作为 以及 或者 并且 而且 但是 因此 "
    "其中 包括 分别 共同 正在 已经 将于 还有 就是 这是 成立 设立 组建 创办 挂牌 揭牌 打造 加快 支持 帮助 服务 保障 配合 协助 监督 "
    "负责 牵头 完成 实现 取得 获得 荣获 使用 利用 采用 采购 购买 销往 运往 发往 送往 开往 通往 飞往 驻守 驻扎 进驻 入驻 派驻 "
    "隶属 隶属于 直属于 归 属于 依托 借助 携手 牵手 联手 对接 对话 结对 帮扶 援助 捐赠 起诉 判处 通知 报告 汇报 反映 反馈 部署 安排 研究 "
    "讨论 决定 同意 批准 批复 核准 验收 竣工 开工 奠基 投产 达产 谋划 策划 编制 列入 纳入 申报 争取 抓好 做好 搞好 抓住 继续 坚持 持续 "
    "带领 率领 率 陪同 随 跟随 邀请 应邀 应 受 据 从 在 到 向 对 由 被 把 将 让 使 给 与 同 跟 和 及 或 的 了 着 是 有 为 于 至 以 等 称 说 "
    "确保 发挥 进一步 询问 了解 结合 插手 跨越 穿越 上马 盘算着 倒排 察看了 举办了 推动了 合建 共建 拟建 改造了 指着 位于 赴 访 即 而 并 也 都 已 又 还 再 才 就 因 经 按 请 叫 任 该 本 这 那 此 各 每 某 其 他 她 它 我 你 您 们 "
    "包含 涉及 关注 关心 聚焦 助力 支援 参与 见证 目睹 迎来 迎接 恰逢 适逢 正值 拉开 举办的 召开的 举行的 期间 之后 之前 以来 时间 "
    "昨 今 上述 有关 相关 所有 全部 部分 许多 多个 一些 一个 一场 一次 两个 三个 首批 这个 那个 该项 本次 此次 这次 上次 当年 当时"
).split()
"""Verbs, prepositions, conjunctions and determiners behind which a name may start."""

_WITHIN = (
    "和平 共和 联合国 联合会 对外 有限 合同 同心 将军 为民 人民 建设局 建设厅 建设银行 建设委员会 服务中心 服务局 服务有限 服务集团 "
    "投资集团 投资有限 投资公司 投资控股 投资发展 投资促进 组织部 组织委员会 研究院 研究所 研究中心 研究会 发布会 推进会 保障局 保障厅 "
    "支援中心 监督局 监督管理 检查站 检查组 检察 检查局 报告会 报告厅 通知书 研究室 研究生 学习中心 学习会 学习教育 服务业 工作 发展和改革 和改革 社会 指挥部 "
    "和信息化 和城乡 和社会 和旅游 和草原 和规划 和大数据 和体育 和教育 和科学 和技术 和商务 和民族 和台湾 和国防 和武警 和食品 与应急 "
    "及其 以军 以色列 本溪 经济 经贸 经营 经开 有色 有机 应急 应用 同济 到账 与会 在线 在职 因公 各界 归国 随州 其他 就业 就医 从业 "
    "任务 任城 将乐 将士 应城 应县 和县 和田 和静 和顺 和硕 和林格尔 同江 同仁 同安 同德 大同 合同 协同 共同 对口 对接 对台 对侨 向阳 志愿服务 "
    "公共服务 社会保障 医疗保障 退役军人 建设有限 建设集团 建设工程 建设投资 建设公司 建设管理 建设项目 建设指挥 报告团 调研组 考察团 访问团 慰问团 督导组 "
    "学习班 落实年 推进年 协调会 通报会 汇报会 对接会 部署会 推进活动 验收会 庆祝大会 感谢信 欢迎仪式 签约仪式 开工仪式 启动仪式 奠基仪式 揭牌仪式 "
    "竣工仪式 投产仪式 捐赠仪式 签署仪式 推进大会 安排部署会 反馈会 研究基地 投产 投资协议 批发 关心下一代 参与 支援 同志 同学 说明 小说 传说 据点 数据 证据 "
    "从化 从江 即墨 到位 受理 授予 归德 归仁 给水 让胡路 使馆 大使 公使 天使 将来 把关 在地 内在 向上 为主 为止 于洪 于都 至善 以人民 等级 高等 平等 中等 称号 "
    "名称 对称 学说 任期 责任 主任 信任 新任 任免 我国 我省 我市 我县 我区 我州 我校 我院 你好 其间 各族 各国 这里 那里 那曲 那坡 每日 每天 此间 就地 成就 "
    "还原 再生 已故 又见 也门 都市 首都 成都 都匀 都昌 都江堰 都兰 都安 丰都 于田 因特 因子 请示 申请 按摩 经典 昨日 昨天 昨晚 今日 今天 今年 今晚 今晨 "
    "了解 为了 着力 着眼 沿着 有效 有序 有关 国有 所有 富有 拥有 没有 现有 公有 私有 是否 还是 于是 国是 上游 归侨 应届 经开区 高质量发展 建设兵团 建设大会"
).split()
"""Words in which a boundary word is no boundary."""


@cache
def _matchers() -> tuple[AhoCorasick, AhoCorasick]:
    return AhoCorasick(list(dict.fromkeys(VERBS))), AhoCorasick(list(dict.fromkeys(_WITHIN)))


class Boundaries:
    """The offsets of one text at which a name may start, as far as the words before it say.

    ``hard`` ones (behind punctuation, a time, the line's start) cannot lie inside a name; ``soft`` ones (behind a verb or
    function word) seldom do.
    """

    def __init__(self, text: str) -> None:
        words, within = _matchers()
        safe: set[int] = set()
        for _, start, end in within.find_matches_as_indexes(text, overlapping=True):
            safe.update(range(start + 1, end))
        for name in place_names(text):
            safe.update(range(name.start + 1, name.end))
        hard = {0, *(m.end() for m in _PUNCTUATION.finditer(text)), *(c.end for c in find_times(text))}
        soft = {
            end
            for _, start, end in words.find_matches_as_indexes(text, overlapping=True)
            if end not in safe
            and (end - start > 1 or not (end - 1 in safe and end in safe))
            and start not in safe
        }
        self._hard = sorted(hard)
        self._all = sorted(hard | soft)

    def hard_before(self, at: int) -> int:
        """Return the last hard boundary at or before `at`."""
        return self._hard[bisect_right(self._hard, at) - 1]

    def before(self, at: int) -> int:
        """Return the last boundary at or before `at`."""
        return self._all[bisect_right(self._all, at) - 1]

    def since(self, start: int, at: int) -> list[int]:
        """Return every boundary in ``[start, at]``, nearest to `at` first."""
        low = bisect_right(self._all, start - 1)
        return self._all[low : bisect_right(self._all, at)][::-1]


@lru_cache(maxsize=16)
def boundaries(text: str) -> Boundaries:
    """Return the boundaries of `text`."""
    return Boundaries(text)
