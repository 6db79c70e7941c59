"use strict";
// Days as numbers on a scale, the units by which a list of events is grouped, and the marks of an axis.

// The first (or last) day that `text` covers, counted from 1970; null where it is no date.
function dayNumber(text, last = false) {
  const number = Date.parse(last ? lastDay(text) : firstDay(text)) / DAY_LONG;
  return Number.isNaN(number) ? null : number;
}

function dayText(number, length = 10) {
  return new Date(number * DAY_LONG).toISOString().slice(0, length);
}

// Letters of a date by which events of a span of `days` are grouped: 10 a day, 7 a month, 4 a year.
function unitOf(days) {
  return days <= 62 ? 10 : days <= 6 * 366 ? 7 : 4;
}

// All units from the first to the last, also those without an event.
function unitsBetween(first, last, length) {
  const step = { 10: 1, 7: 28, 4: 180 }[length];
  const units = new Set();
  for (let at = first; at < last; at += step) units.add(dayText(at, length));
  return [...units.add(dayText(last, length))];
}

// At most about eight marks of an axis, on round days, months or years: [[day, text]].
function axisMarks(first, last) {
  const fits = (size) => (last - first) / size <= 8;
  const days = [1, 2, 5, 10, 15].find(fits);
  if (!days) return monthMarks(first, last, [1, 3, 6, 12, 24, 60, 120, 240].find((months) => fits(30.44 * months)) || 600);
  const start = Math.ceil(first / days) * days;
  return Array.from({ length: Math.floor((last - start) / days) + 1 }, (_, i) => [start + i * days, dayText(start + i * days)]);
}

function monthMarks(first, last, step) {
  const marks = [];
  const [year, month] = dayText(first).split("-").map(Number);
  const start = Math.floor((year * 12 + month - 1) / step) * step;
  let at = `${String(Math.floor(start / 12)).padStart(4, "0")}-${String((start % 12) + 1).padStart(2, "0")}-01`;
  for (; dayNumber(at) <= last; at = addMonths(at, step)) {
    if (dayNumber(at) >= first) marks.push([dayNumber(at), at.slice(0, step >= 12 ? 4 : 7)]);
  }
  return marks;
}
