// Reads the history of a drill and what the database has, and says what became of it.
//
//   verdict.mjs NAME DIRECTORY COMMIT     DIRECTORY: history.jsonl, faults (kills in ms, a line each), gone (when they were), rows/*.tsv
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [name, directory, commit] = process.argv.slice(2);
const lines = (file) => readFileSync(join(directory, file), 'utf8').split('\n').filter(Boolean);
const history = lines('history.jsonl').map((line) => JSON.parse(line));
const faults = lines('faults').map((line) => Number(line));
const table = (file) => lines(join('rows', file)).map((line) => line.split('\t'));

// What is there, by the mark each deed carried.
const there = new Map();
for (const [kind, key] of table('deeds.tsv')) {
  there.set(`${kind} ${key}`, (there.get(`${kind} ${key}`) ?? 0) + 1);
}
const deeds = new Map();
for (const one of history.filter((each) => each.kind !== 'read')) {
  const mark = `${one.kind} ${one.key}`;
  const acknowledged = one.status >= 200 && one.status < 300;
  deeds.set(mark, deeds.get(mark) || acknowledged);
}
const lost = [...deeds].filter(([mark, acknowledged]) => acknowledged && !there.has(mark)).map(([mark]) => mark);
const doubled = [...there].filter(([, times]) => times > 1).map(([mark]) => mark);
// Each row of half.tsv is something that contradicts something else.
const half = table('half.tsv').map((row) => row.join(' '));

const failed = (one) => one.status === 0 || one.status >= 500;
const written = history.filter((one) => one.kind !== 'read' && one.status >= 200 && one.status < 300);
// From the kill until the first deed begun afterwards was acknowledged.
const back = faults.map((at) => {
  const firstBad = history.find((one) => one.ended >= at && failed(one));
  const after = written.filter((one) => one.at > (firstBad ? Math.max(at, firstBad.at) : at)).map((one) => one.ended);
  return after.length ? Math.min(...after) - at : Infinity;
});
// Under way is what was begun before the killed one was gone.
const gone = lines('gone').map(Number);
const late = history.filter((one) => failed(one) && faults.every((at, nth) => one.at > (gone[nth] ?? at) || one.ended < at));
const strict = name === 'nginx';
let met = lost.length + doubled.length + half.length === 0 && back.every(Number.isFinite) && (!strict || late.length === 0);
// What was put back beside, row by row; only the drill of restoring has these.
const restored = name === 'restore' && {
  missing: lines('difference').filter((line) => line.startsWith('<')).length,
  many: lines('difference').filter((line) => line.startsWith('>')).length,
  rows: table('expected').length,
  ms: Number(lines('restored_in_ms')[0]),
};
if (restored) met &&= restored.rows > 0 && restored.missing + restored.many === 0;
const row = {
  name,
  times: faults.length,
  operations: deeds.size,
  lost: lost.length + (restored ? restored.missing : 0),
  half: half.length,
  doubled: doubled.length + (restored ? restored.many : 0),
  back_ms: restored ? restored.ms : Math.max(...back.map((ms) => (Number.isFinite(ms) ? ms : -1))),
  met,
  commit,
};
const failures = history.filter(failed).length;
writeFileSync(join(directory, 'verdict.json'), JSON.stringify({ ...row, failures, beyondInFlight: late.length, heard_in_ms: Number(lines('heard_in_ms')[0]), back, lost, doubled, half }, null, 2));

// The form the other drills write: a line each, by name.
const all = join(import.meta.dirname, '../drills.json');
const rows = [...JSON.parse(readFileSync(all, 'utf8')).filter((one) => one.name !== name), row];
rows.sort((one, other) => one.name.localeCompare(other.name));
writeFileSync(all, `[\n  ${rows.map((one) => JSON.stringify(one)).join(',\n  ')}\n]\n`);

console.log(`${name}: ${faults.length} times, ${deeds.size} deeds and ${history.length - written.length} other requests, back after at most ${row.back_ms} ms`);
console.log(`  acknowledged and lost ${lost.length}, half done ${half.length}, done twice ${doubled.length}, ` +
    `failed ${failures}, of them begun after the kill ${late.length}`);
if (restored) console.log(`  restored ${restored.rows} rows, missing ${restored.missing}, too many ${restored.many}`);
console.log(met ? '  holds' : '  DOES NOT HOLD');
process.exitCode = met ? 0 : 1;
