"use strict";
// Days as the data writes them: 2023, 2023-05 or 2023-05-20. A year or a month lasts from its first day to its last.
const DAY_LONG = 86_400_000;

function firstDay(text) {
  if (!text) return null;
  const [year, month = "01", day = "01"] = text.split("-");
  return `${year}-${month}-${day}`;
}

function lastDay(text) {
  if (!text) return null;
  const [year, month = "12", day] = text.split("-");
  return day ? text : `${year}-${month}-${String(new Date(Date.UTC(+year, +month, 0)).getUTCDate()).padStart(2, "0")}`;
}

function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

function addDays(day, n) {
  return new Date(Date.parse(day) + n * DAY_LONG).toISOString().slice(0, 10);
}

function daysBetween(first, last) {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_LONG);
}

// The finest of days, weeks, months, quarters, years, fives and tens of years of which `most` cover first to last.
function timeBins(first, last, most) {
  const steps = [
    (day) => addDays(day, 1),
    (day) => addDays(day, 7),
    ...[1, 3, 12, 60, 120, 300].map((n) => (day) => addMonths(day, n)),
  ];
  for (const [i, step] of steps.entries()) {
    const bins = [];
    let at = i < 2 ? first : i < 4 ? `${first.slice(0, 7)}-01` : `${first.slice(0, 4)}-01-01`;
    while (at <= last && bins.length <= most) {
      const next = step(at);
      bins.push({ start: at, end: addDays(next, -1), count: 0 });
      at = next;
    }
    if (bins.length <= most || i === steps.length - 1) return bins;
  }
}

function addMonths(day, n) {
  const [year, month] = day.split("-").map(Number);
  const at = year * 12 + month - 1 + n;
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}-01`;
}
