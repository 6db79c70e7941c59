"use strict";
// What the interface says: key -> [Chinese, English]. Labels of kinds, types and roles come with the data, in both.
const WORDS = {
  // page
  search: ["搜名称、职务、拼音…", "Names, posts, pinyin…"],
  nothing: ["没有找到", "Nothing found"],
  view_graph: ["关系图", "Graph"],
  view_timeline: ["时间线", "Timeline"],
  view_offices: ["任职", "Offices"],
  view_attendance: ["出席", "Attendance"],
  view_table: ["表格", "Table"],
  view_compare: ["对比", "Compare"],
  views: ["视图", "Views"],
  canvas: ["关系图：用方向键移动，回车打开", "Graph: move by arrow keys"],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  fit: ["全图", "Show all"],
  projection: ["人物共现", "Who meets whom"],
  projectionHint: ["只看人物：谁和谁同场（任免、致电不算），线越粗次数越多，越深排名越近", "People only: who was at the same events (no appointments, no messages); thicker is more often, darker is closer in printed order"],
  undo: ["撤销", "Undo"],
  theme: ["明暗", "Theme"],
  theme_auto: ["随系统", "As the system"],
  theme_light: ["浅色", "Light"],
  theme_dark: ["深色", "Dark"],
  language: ["English", "中文"],
  save: ["导出", "Save"],
  save_png: ["图片 PNG", "Picture, PNG"],
  save_svg: ["矢量图 SVG", "Vectors, SVG"],
  save_graphml: ["图数据 GraphML", "Graph, GraphML"],
  copyLink: ["链接", "Link"],
  copyLinkHint: ["复制此视图的链接", "Copy a link to this view"],
  copied: ["已复制", "Copied"],
  legend: ["图例与筛选", "Legend and filters"],
  legendHint: ["点击显示或隐藏", "Click to show or hide"],
  only: ["只看", "only"],
  onlyThis: ["只看{0}", "Only {0}"],
  eventTypes: ["事件类型", "Event types"],
  roles: ["参与角色", "Roles"],
  clearFilter: ["清除筛选", "Clear filters"],
  onCanvas: ["图上 {0} / 共 {1} 个节点", "{0} of {1} nodes shown"],
  time: ["时间", "Time"],
  timeHint: ["拖动两端选时段", "Drag the ends to choose a period"],
  from: ["起", "From"],
  to: ["止", "To"],
  play: ["播放", "Play"],
  stop: ["停止", "Stop"],
  allTime: ["全部时间", "All time"],
  panelToggle: ["展开或收起详情", "Open or fold the details"],
  // panel
  back: ["返回总览", "Overview"],
  sources: ["{0} 份来源", "Sources: {0}"],
  unknownPaper: ["报名不详", "Paper unknown"],
  issues: ["{0} 份", "{0|issue|issues}"],
  events: ["事件", "Events"],
  mostConnected: ["联系最多的人", "Most connected people"],
  ties: ["{0} 个联系", "{0|tie|ties}"],
  times: ["{0} 次", "{0|time|times}"],
  hint: ["点击图中的点或线，查看事实与原文。", "Click a node or a line for its facts and what the paper says."],
  keys: ["键盘", "Keyboard"],
  keysList: [
    "/ 搜索|方向键 邻近节点|f 聚焦|e 展开|h 收起|p 固定|z 撤销|+ − 0 缩放|1–6 视图|Esc 返回",
    "/ search|arrows next node|f focus|e expand|h fold|p pin|z undo|+ − 0 zoom|1–6 views|Esc back",
  ],
  unknownDay: ["日期不详", "No date"],
  told: ["金额与面积", "Figures"],
  takes: ["任{0}", "takes up {0}"],
  leaves: ["免{0}", "leaves {0}"],
  aliases: ["又作：{0}", "Also: {0}"],
  listComma: ["、", ", "],
  quotes: ["原文", "Sources"],
  evidence: ["证据", "source"],
  fold: ["收起", "fold"],
  masthead: ["报头", "Masthead"],
  more: ["再显示 {0} 条", "{0} more"],
  together: ["同场人物", "At the same events"],
  focus: ["聚焦", "Focus"],
  focus1: ["聚焦一步", "Focus: 1 step"],
  focus2: ["聚焦两步", "Focus: 2 steps"],
  focusOff: ["取消聚焦", "No focus"],
  expand: ["展开邻居", "Expand"],
  foldIn: ["收起邻居", "Hide neighbours"],
  hide: ["隐藏", "Hide"],
  pin: ["固定", "Pin"],
  unpin: ["取消固定", "Unpin"],
  pathFrom: ["查路径…", "Path to…"],
  path: ["路径", "Path"],
  pathNone: ["两者之间没有路径。", "No path joins the two."],
  pathFiltered: ["筛选会隐去一些关系；清除筛选后或有路径。", "Filters hide some ties; without them there may be a path."],
  pathSteps: ["{0} 步", "{0|step|steps}"],
  pathStart: ["从", "From"],
  pathEnd: ["到", "To"],
  relations: ["{0} 条关系", "Ties: {0}"],
  meetings: ["{0} 次同场", "Events in common: {0}"],
  rankDistance: ["名单中平均相隔 {0} 位", "On average {0|place|places} apart in printed lists"],
  order: ["第 {0} 位", "no. {0}"],
  date: ["日期", "Date"],
  dateTo: [" 至 ", " to "],
  asPrinted: ["（{0}）", " ({0})"],
  seen: ["见报", "In the papers"],
  mentions: ["提及", "Mentions"],
  yes: ["是", "yes"],
  no: ["否", "no"],
  count_degree: ["联系", "Ties"],
  count_events: ["事件", "Events"],
  count_offices: ["职务", "Offices"],
  count_mentions: ["提及", "Mentions"],
  count_participants: ["参与者", "Participants"],
  count_holders: ["任职者", "Holders"],
  // relations as headings: seen from their source (out) and from their target (in)
  HOLDS_OFFICE_out: ["任职", "Offices"],
  HOLDS_OFFICE_in: ["任职者", "Holders"],
  OFFICE_OF_out: ["所属机构", "Body"],
  OFFICE_OF_in: ["职务", "Offices"],
  PART_OF_out: ["隶属于", "Part of"],
  PART_OF_in: ["下属机构", "Parts"],
  LOCATED_IN_out: ["位于", "Located in"],
  LOCATED_IN_in: ["辖域与所在", "Located here"],
  INVESTS_IN_out: ["投资项目", "Invests in"],
  INVESTS_IN_in: ["投资方", "Investors"],
  PARTICIPATES_out: ["参加的事件", "Events"],
  PARTICIPATES_in: ["参与者", "Participants"],
  HELD_IN_out: ["举办地", "Place"],
  HELD_IN_in: ["在此举行", "Held here"],
  CONCERNS_out: ["涉及项目", "Projects"],
  CONCERNS_in: ["相关事件", "Events"],
  // columns of the table
  column_label: ["名称", "Name"],
  column_kind: ["类别", "Kind"],
  column_aliases: ["别称", "Aliases"],
  column_degree: ["联系", "Ties"],
  column_mentions: ["提及", "Mentions"],
  column_first_seen: ["首见", "First seen"],
  column_last_seen: ["末见", "Last seen"],
  column_offices: ["职务", "Offices"],
  column_events: ["事件", "Events"],
  column_post: ["职位", "Post"],
  column_body: ["机构", "Body"],
  column_holders: ["任职者", "Holders"],
  column_part_of: ["隶属", "Part of"],
  column_located_in: ["位于", "Located in"],
  column_investors: ["投资方", "Investors"],
  column_type: ["类型", "Type"],
  column_start: ["开始", "Start"],
  column_end: ["结束", "End"],
  column_place: ["地点", "Place"],
  column_status: ["状态", "Status"],
  column_participants: ["参与者", "Participants"],
};
let spoken = 0;
let tables = {};

// Chooses the language ("zh" or "en") and the tables of labels: {table: {name: [Chinese, English]}}.
function speak(language, labels) {
  spoken = language === "en" ? 1 : 0;
  tables = labels;
}

// The text of `key`, with {0}, {1} … replaced; {0|one|many} is a number and what it counts.
function t(key, ...values) {
  return WORDS[key][spoken].replace(/\{(\d)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, i, one, many) =>
    String(values[i]) + (one === undefined ? "" : ` ${Number(values[i]) === 1 ? one : many}`));
}

// The label of a name of the data; a name without one stands for itself.
function word(table, name) {
  return Object.hasOwn(tables[table], name) ? tables[table][name][spoken] : String(name);
}

// The names that have labels, in the order of legends and lists.
function knownWords(table) {
  return Object.keys(tables[table]);
}

function columnWord(name) {
  const key = `column_${name}`;
  return Object.hasOwn(WORDS, key) ? t(key) : word("attributes", name);
}
