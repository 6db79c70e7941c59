"""What stands next to what: each block of a page above and below every other, and inside a broken article."""

from __future__ import annotations

import itertools

import pytest

from tests.segment.test_page import page_of

HEAD = "石江日报\n\n2016年4月12日 星期二\n\n第3321号 今日八版\n\n"
OPENING = "柳江二桥合龙\n\n本报讯（记者 高原）4月11日，柳江二桥合龙，预计年底通车。"
NEWS = {
    "lead": "防汛会议召开\n\n柳小满主持\n\n本报讯（记者 石青）昨日，全市防汛工作会议召开。柳小满主持会议。\n\n"
    "会议要求，各级各部门要压实责任，做好水库巡查。",
    "kickers": "真抓实干促丰收\n全力以赴保春耕\n\n全市春耕生产现场会在河口镇举行\n\n江平讲话 石青主持\n\n"
    "本报讯（记者 毛小雨）4月10日，全市春耕生产现场会在河口镇举行。江平出席并讲话。",
    "dateline": "我国成功研制新型水稻收割机\n\n据新华社北京4月11日电 我国科研人员日前研制成功一种新型水稻收割机，"
    "每小时可收割十五亩。",
    "no lead": "果农赶集卖脐橙\n\n4月9日一大早，青岭县橘园村的果农柳大山就把三筐脐橙装上了车，赶往县城集市。\n\n"
    "“今年果子甜，不愁卖。”柳大山说，他家的脐橙每斤能卖四元。\n\n（毛小雨）",
    "byline": "老街来了修表匠\n\n——记石江老街的钟表铺\n\n本报记者 毛小雨\n\n推开木门，墙上二十多只挂钟一齐敲响。"
    "石江老街的钟表铺开了三十年，修表匠江长顺从没有换过地方。",
    "orphan": "招商引资签约\n\n本报讯（记者 石青）昨日，全市招商引资项目集中签约，三个项目落户石江，总投资八亿\n\n元。",
    "headings": "钱从哪里来 路往哪里修\n\n本报记者 石青\n\n"
    "修路的事，青岭县河口镇议了三年，今年河口镇的村民终于把修路的钱凑齐了。\n\n"
    "钱从村民手里来\n\n河口镇的村民一户出三百元，修路的钱先凑了四十万元，在外的村民又捐了二十万元。\n\n"
    "路往村口修去\n\n修路先修村口，河口镇的村民都说好，四公里水泥路一直修到了村口。",
    "headings of two lines": "小河变了样\n\n本报记者 石青\n\n石江城南的柳叶河，臭了二十年。去年治河，柳叶河清了。\n\n"
    "治河先治岸\n岸上的污水进了管\n\n治河的人先上岸，查出柳叶河边的排污口三十二处，全部接进污水管。\n\n"
    "治河再治水\n河里的淤泥上了岸\n\n柳叶河的淤泥挖了四个月，治河工人运走淤泥八万吨，河水清了。",
    "round-up": "简　讯\n\n●市博物馆昨日展出一批汉代陶器。\n●石江火车站今日起增开一趟列车。\n"
    "●青岭县河口镇建成一座水厂。",
    "round-up of leads": "一周要闻简报\n\n本报讯 市博物馆昨日展出一批汉代陶器。\n\n"
    "本报讯 青岭县河口镇建成一座水厂。",
    "letter": "公厕为何总锁门\n\n编辑同志：我家附近的公厕上月起总锁着门，问了几次也没有人管，"
    "希望有关部门管一管。\n\n市民 江长顺",
    "editorial": "春光不等人\n\n本报评论员\n\n一年之计在于春。抓春耕就是抓一年的收成，一刻也耽误不得。\n\n"
    "春光不等人，干部要下田，农资要下乡，技术要到户。",
    "turned": "全市工业经济一季度开门红\n\n本报讯（记者 石青）记者昨日从市统计局获悉，一季度全市规模以上工业增加值"
    "增长百分之九，增幅居全省前列。（下转第二版）",
    "photographed": "河口镇办起花灯会\n\n4月9日，青岭县河口镇的花灯会开场，两百盏花灯把河口镇的老街照得通明。\n\n"
    "青岭县河口镇的花灯会已办了十二届，花灯都由镇上的老人扎成。\n\n毛小雨摄影报道",
    "questions": "提取公积金怎么办\n\n问：退休职工提取公积金要带什么？\n\n答：带身份证和退休证。\n\n"
    "问：几天能到账？\n\n答：三个工作日。",
}
BOXES = {
    "marked caption": "▲昨日，青岭县茶农在采摘春茶。\n通讯员 毛小雨 摄",
    "caption in brackets": "图为孩子们在图书馆里读书。（本报记者 石青 摄）",
    "caption with credit": "4月10日，工人在石江大桥上铺设桥面。\n本报记者 石青 摄",
    "credit in brackets": "在河口镇高桥村，村民正在晾晒稻谷。\n（本报记者 石青 摄）",
    "plain caption": "青岭县河口镇的妇女在编织竹篮，产品远销海外。\n石青 摄",
    "caption at once": "近日，市第二小学的学生在操场上放风筝。 石青 摄",
    "pointer": "一枝一叶总关情\n\n——全市驻村工作侧记\n\n（全文见第三版）",
    "pointer line": "我市新增两条公交线路 详见A3版",
    "arrows": "我国与三国签署合作文件\n\n>>>详见第七版>>>",
}
NOTICES = {
    "water": "停水公告\n\n因管网检修，定于4月15日8时至20时对枝阳路沿线停水，请用户提前储水。\n\n"
    "石江市自来水公司\n2016年4月11日",
    "traffic": "石江市公安局交通警察支队\n关于河口大桥实施交通管制的\n通　　告\n\n"
    "因河口大桥维修，自2016年4月18日至5月30日，河口大桥禁止一切车辆通行。\n\n特此通告。\n\n"
    "石江市公安局交通警察支队\n2016年4月11日",
    "lecture": "“石江讲坛”预告\n\n主题：石江的桥\n\n主讲人：江平\n\n时间：本周日上午9：00\n\n地点：石江市图书馆",
    "appointments": "石江市人民代表大会常务委员会任免名单\n\n（2016年4月11日市四届人大常委会第十次会议通过）\n\n"
    "任命：\n\n柳小满为石江市水利局局长；\n\n石青为石江市林业局局长。\n\n免去：\n\n江平的石江市水利局局长职务。",
    "names": "石江市第二批专业技术拔尖人才名单\n\n（按姓氏笔画为序）\n\n王　英　石　青　江长顺　毛小雨\n"
    "李　平　柳大山　柳小满　高　原",
    "hotline": "本报读者热线\n\n新闻线索一经采用，奖励30元至500元。\n\n白天：3533110 夜间：3533120\n\n短信：发送至8008",
    "obituary": "讣告\n\n离休干部、原石江地区水利局副局长柳长河同志，因病医治无效，于2016年4月9日逝世，"
    "终年九十岁。\n\n柳长河同志治丧委员会\n2016年4月10日",
    "weather": "天气预报\n\n今天白天到夜间：多云转阵雨，14℃～23℃。\n\n明天：阴，12℃～18℃。",
    "government": "石江市人民政府关于\n划定禁止燃放烟花爆竹区域的\n通告\n\n为加强管理，现将有关事项通告如下：\n\n"
    "一、禁止燃放区域：东至河口大桥，西至柳江。\n\n二、本通告自2016年5月1日起施行。\n\n石江市人民政府\n2016年4月11日",
    "small ad": "石江市老街物业服务有限公司招聘前台4名，月薪2600元。地址：老街88号 电话：3500066",
}
BLOCKS = NEWS | BOXES | NOTICES
BROKEN = (
    "春茶开采\n\n本报讯（记者 石青）昨日，青岭县两万亩春茶开采，茶农一早上山，县里组织技术人员进茶园指导采摘，"
    "让茶农得到实实在在的",
    "便利。\n\n青岭县县长柳小满说，今年春茶产量将达八百吨。",
)


def bounds(page):
    return [(a.start, a.end) for a in page.articles if a.kind != "masthead"]


def place(*parts):
    """Return a page of the parts, and the span of each."""
    text, spans = HEAD, []
    for part in parts:
        spans.append((len(text), len(text) + len(part)))
        text += part + "\n\n"
    return text, spans


@pytest.mark.parametrize(("above", "below"), list(itertools.permutations(BLOCKS, 2)))
def test_segment_parts_neighbours(above, below):
    text, spans = place(OPENING, BLOCKS[above], BLOCKS[below])
    found = bounds(page_of(text))
    assert found == spans, [text[start:end] for start, end in found]


@pytest.mark.parametrize("below", [name for name in BLOCKS if name != "weather"])
def test_segment_ends_the_head_above(below):
    text, spans = place(BLOCKS[below], OPENING)
    assert bounds(page_of(text)) == spans


@pytest.mark.parametrize("inside", [*BOXES])
@pytest.mark.parametrize("below", [*NEWS, *NOTICES])
def test_segment_goes_on_behind_a_box(inside, below):
    text, (start, box, rest, last) = place(BROKEN[0], BOXES[inside], BROKEN[1], BLOCKS[below])
    page = page_of(text)
    assert (start[0], rest[1]) in bounds(page)
    assert last[0] in [a.start for a in page.articles]
    article = next(a for a in page.articles if a.start == start[0])
    assert "得到实实在在的便利。" in article.text
    assert text[box[0] : box[0] + 8] not in article.text
