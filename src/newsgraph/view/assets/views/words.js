"use strict";
// What the views beside the graph and the saving of files say.
Object.assign(WORDS, {
  none: ["无", "None"],
  noEvents: ["没有符合条件的事件。", "No event passes the filters."],
  noOffices: ["没有符合条件的任职。", "No office passes the filters."],
  noDays: ["没有日期，无法对比。", "Nothing has a day to compare by."],
  showMore: ["再显示一些", "Show more"],
  sortBy: ["排序", "Sort"],
  kindOf: ["类别", "Kind"],
  // timeline
  plannedCount: ["计划中 {0}", "planned: {0}"],
  timelineStrip: ["各时段的事件数，点击跳转", "Events by time; click to go there"],
  onlyMonth: ["日期只到月", "day not given"],
  onlyYear: ["日期只到年", "month not given"],
  participantsCount: ["参与者 {0}", "Participants: {0}"],
  // offices
  printedDates: ["报上写明起止", "dates printed"],
  seenDates: ["首末见报之间，起止未写明", "from first to last paper, dates not printed"],
  seenOnce: ["见报一日", "on one day's paper"],
  byHolders: ["换人多的在前", "Most holders"],
  byBody: ["按机构", "By body"],
  byStart: ["按时间", "By time"],
  noBody: ["机构不详", "No body given"],
  seenInPapers: ["见报 {0}", "in papers {0}"],
  // attendance
  people: ["人物", "People"],
  peopleBy: ["人物排序", "People by"],
  eventsBy: ["事件排序", "Events by"],
  byCount: ["次数", "count"],
  byFirst: ["首次出现", "first event"],
  byName: ["姓名", "name"],
  byTime: ["时间", "time"],
  printedOrder: ["数字为报上名单的位次", "numbers: place in the printed list"],
  // table
  filterRows: ["筛选名称、别称、拼音…", "Filter names, aliases, pinyin…"],
  previousPage: ["上一页", "Previous page"],
  nextPage: ["下一页", "Next page"],
  // compare
  firstPeriod: ["时期 A", "Period A"],
  secondPeriod: ["时期 B", "Period B"],
  onlyIn: ["仅见于 {0}", "Only in {0}"],
  inBoth: ["两期都有", "In both"],
  changedHolders: ["换人的职务", "Posts whose holder changed"],
  // saving
  save_nodes: ["节点表 CSV", "Table of nodes, CSV"],
  save_edges: ["关系表 CSV", "Table of edges, CSV"],
  savePicture: ["图上突出的 {0} 个节点", "What stands out on the canvas: {0} nodes"],
  saveSelection: ["所选与其聚焦范围：{0} 个节点", "The selection with its focus: {0} nodes"],
  saveCanvas: ["图上所有 {0} 个节点", "All on the canvas: {0} nodes"],
});
