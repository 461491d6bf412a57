// The figures as Markdown.

/** One case: a row per process, ratios of CPU against the first of them. */
export function renderTable(title, results) {
  const [first] = results;
  const rows = results.map(({ name, runs, cpu, cpuMinimum, wall, wallMinimum, peak }) => [
    name,
    `${runs}`,
    `${cpu.toFixed(0)} (${cpuMinimum.toFixed(0)})`,
    `${wall.toFixed(0)} (${wallMinimum.toFixed(0)})`,
    peak === undefined ? '' : peak.toFixed(0),
    `${(cpu / first.cpu).toFixed(2)}×`,
  ]);
  return table(
    [title, 'runs', 'CPU ms, median (min)', 'wall ms, median (min)', 'peak MB', 'CPU, ratio'],
    rows,
  );
}

/** Every target with what was measured. */
export function renderTargets(targets) {
  const rows = targets.map(({ id, what, value, limit, unit, met, reason }) => [
    id,
    what,
    reason === undefined ? `at most ${limit}${space(unit)}` : '',
    reason ?? `${round(value)}${space(unit)}`,
    reason === undefined ? (met ? 'met' : 'missed') : 'not measured',
  ]);
  return table(['', 'target', 'limit', 'measured', ''], rows);
}

function space(unit) {
  return unit === '' || unit === '×' ? unit : ` ${unit}`;
}

function round(value) {
  if (Number.isInteger(value)) return `${value}`;
  return Math.abs(value) < 10 ? value.toFixed(3) : value.toFixed(0);
}

function table(head, rows) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |\n`;
  return line(head) + line(widths.map((width) => '-'.repeat(width))) + rows.map(line).join('');
}
