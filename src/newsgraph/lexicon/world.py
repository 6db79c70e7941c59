"""Countries, large cities abroad, and the regions and natural features that news names.

References
----------
Country and city names: Unicode CLDR (Unicode licence), by way of Babel. Other names: counted in corpora by
``models/build_lexicon.py``. One-character forms and regions: usage of the Chinese press.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

COUNTRY_CHARACTERS = {
    "中": "CN", "美": "US", "俄": "RU", "英": "GB", "法": "FR", "德": "DE", "日": "JP", "韩": "KR", "朝": "KP",
    "印": "IN", "越": "VN", "泰": "TH", "缅": "MM", "老": "LA", "柬": "KH", "菲": "PH", "马": "MY", "新": "SG",
    "澳": "AU", "加": "CA", "墨": "MX", "巴": "PK", "阿": "AE", "沙": "SA", "伊": "IR", "埃": "EG", "土": "TR",
    "以": "IL", "叙": "SY", "乌": "UA", "波": "PL", "捷": "CZ", "匈": "HU", "塞": "RS", "希": "GR", "意": "IT",
    "西": "ES", "葡": "PT", "荷": "NL", "比": "BE", "瑞": "CH", "挪": "NO", "芬": "FI", "丹": "DK", "冰": "IS",
    "爱": "IE", "奥": "AT", "哈": "KZ", "吉": "KG", "塔": "TJ", "蒙": "MN", "尼": "NP", "孟": "BD", "斯": "LK",
    "古": "CU", "智": "CL", "秘": "PE", "厄": "EC", "委": "VE", "南": "ZA", "苏": "SU", "文": "BN", "刚": "CG",
    "肯": "KE", "坦": "TZ", "赞": "ZM", "白": "BY", "格": "GE", "罗": "RO", "保": "BG", "克": "HR", "卢": "RW",
}  # fmt: skip
"""One-character names of countries, to ISO 3166 codes; only a context (中X两国, 驻X, X方) makes them names."""

SHORT_COUNTRIES = (
    "中国 美国 英国 法国 德国 俄国 苏联 韩国 朝鲜 越南 老挝 印度 日本 沙特 阿联酋 南非 乌兹别克 哈萨克 塔吉克 吉尔吉斯 "
    "土库曼 波黑 北马其顿 巴新 东帝汶 科特迪瓦 特立尼达 多米尼加 刚果 几内亚 联邦德国 民主德国 南斯拉夫 捷克斯洛伐克 "
    "中华人民共和国 大韩民国 俄罗斯联邦 美利坚合众国 叙利亚 委内瑞拉 波斯尼亚 加沙 巴勒斯坦 科索沃 梵蒂冈 库尔德斯坦"
).split()

REGIONS = (
    "亚洲 欧洲 非洲 美洲 北美 北美洲 南美 南美洲 拉美 拉丁美洲 大洋洲 南极 北极 东亚 南亚 西亚 中亚 东南亚 东北亚 东欧 西欧 "
    "北欧 南欧 中东欧 中欧 中东 北非 西非 东非 亚太 欧亚 南太平洋 太平洋 大西洋 印度洋 北冰洋 地中海 红海 黑海 波罗的海 波斯湾 "
    "长三角 珠三角 粤港澳大湾区 粤港澳 京津冀 环渤海 长江三角洲 珠江三角洲 成渝 川渝 海南岛 台湾岛 台湾海峡 琼州海峡 渤海 黄海 "
    "东海 南海 东北 华北 华东 华南 华中 中国台北 中国台湾 中国香港 中国澳门 东北三省 长江 黄河 淮河 海河 珠江 松花江 辽河 澜沧江 雅鲁藏布江 怒江 金沙江 嘉陵江 "
    "汉江 湘江 赣江 沅江 乌江 洞庭湖 鄱阳湖 太湖 洪泽湖 巢湖 青海湖 滇池 洱海 秦岭 太行山 大别山 长白山 大兴安岭 小兴安岭 "
    "天山 昆仑山 祁连山 喜马拉雅山 青藏高原 黄土高原 内蒙古高原 云贵高原 塔里木盆地 四川盆地 准噶尔盆地 柴达木盆地 "
    "华东地区 东三省 京津 苏北 苏南 皖南 皖北 赣南 湘南 湘北 鄂西 粤北 粤东 粤西 桂北 桂西 川西 川东 滇西 滇中 黔东 陕北 陕南 "
    "关中 豫东 豫西 豫南 冀中 鲁西 鲁南 胶东 浙东 浙西 闽南 闽东 闽西 辽东 辽西 内蒙 南疆 北疆 东疆 藏北 约旦河西岸 加沙地带 港珠澳大桥 深中通道 虎门大桥 南京长江大桥 武汉长江大桥 "
    "京杭大运河 京杭运河 大运河 京广铁路 京沪铁路 京沪高铁 京九铁路 陇海铁路 青藏铁路 成昆铁路 兰新铁路 横琴 前海 雄安 浦东"
).split()

FOREIGN_CITIES = (
    "纽约 洛杉矶 旧金山 芝加哥 波士顿 西雅图 休斯敦 迈阿密 费城 底特律 亚特兰大 夏威夷 加州 得克萨斯 佛罗里达 东京 大阪 京都 "
    "横滨 名古屋 福冈 札幌 神户 广岛 长崎 釜山 仁川 济州岛 慕尼黑 法兰克福 汉堡 科隆 杜塞尔多夫 波恩 日内瓦 苏黎世 洛桑 达沃斯 米兰 "
    "威尼斯 佛罗伦萨 都灵 那不勒斯 巴塞罗那 马赛 里昂 尼斯 戛纳 斯特拉斯堡 曼彻斯特 利物浦 爱丁堡 格拉斯哥 伯明翰 剑桥 牛津 鹿特丹 "
    "海牙 安特卫普 圣彼得堡 符拉迪沃斯托克 海参崴 伯力 叶卡捷琳堡 喀山 索契 阿斯塔纳 孟买 新德里 班加罗尔 迪拜 阿布扎比 多哈 "
    "麦加 耶路撒冷 特拉维夫 加沙城 拉法 悉尼 墨尔本 布里斯班 奥克兰 惠灵顿 里约热内卢 圣保罗 河内 岘港 胡志明市 清迈 曼谷 普吉 槟城 "
    "金边 西港 仰光 内比都 万象 马尼拉 雅加达 巴厘岛 万隆 伊斯兰堡 卡拉奇 拉瓦尔品第 喀布尔 坎大哈 加德满都 科伦坡 达卡 吉大港 "
    "亚的斯亚贝巴 内罗毕 比勒陀利亚 约翰内斯堡 开普敦 渥太华 温哥华 多伦多 蒙特利尔 卡尔加里 华盛顿 平壤 首尔 汉城 乌兰巴托 "
    "克里米亚 顿涅茨克 卢甘斯克 哈尔科夫 敖德萨 第聂伯罗 扎波罗热 赫尔松 马里乌波尔 基辅 撒马尔罕 布哈拉 奥什 阿拉木图"
).split()


def _lines(file: str) -> list[str]:
    raw = (files("newsgraph.lexicon") / "data" / file).read_bytes()
    return gzip.decompress(raw).decode("utf-8").splitlines()


@cache
def countries() -> dict[str, str]:
    """Return the names of states and territories, customary short ones among them, to ISO codes (``""`` unknown)."""
    rows = [line.split("\t") for line in _lines("world.tsv.gz")]
    return {name: "" for name in SHORT_COUNTRIES} | {
        name: code for name, kind, code in rows if kind == "country"
    }


@cache
def other_places() -> frozenset[str]:
    """Return cities abroad, regions and natural features that no division's name covers."""
    rows = [line.split("\t") for line in _lines("world.tsv.gz")]
    cities = {name for name, kind, _ in rows if kind == "city"}
    return frozenset(cities | set(REGIONS) | set(FOREIGN_CITIES) | set(_lines("places.txt.gz")))
