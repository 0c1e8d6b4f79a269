// The console and the phone as a browser and a phone speak with the server, for the smoke test and the drills.
import { createHmac, randomUUID } from 'node:crypto';

/** Somebody with cookies, a CSRF token, and maybe a token of the phone side. */
export class Client {
  #cookies = new Map();
  constructor(origin, token) {
    this.origin = origin;
    this.token = token;
  }

  /** Answers {status, json, headers}; status 0 when there was no answer at all. */
  async send(method, path, body, headers = {}) {
    const form = body instanceof FormData;
    try {
      const answer = await fetch(this.origin + path, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
        headers: {
          ...(body && !form ? { 'Content-Type': 'application/json' } : {}),
          ...(this.#cookies.size ? { Cookie: [...this.#cookies].map(([k, v]) => `${k}=${v}`).join('; ') } : {}),
          ...(this.#cookies.has('XSRF-TOKEN') ? { 'X-XSRF-TOKEN': this.#cookies.get('XSRF-TOKEN') } : {}),
          ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
          ...headers,
        },
        body: body && !form ? JSON.stringify(body) : body,
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
        this.#cookies.set(name, value);
      }
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, text, json: parsed(text) };
    } catch (failure) {
      return { status: 0, headers: new Headers(), text: String(failure.cause ?? failure), json: {} };
    }
  }

  get(path, headers) {
    return this.send('GET', path, undefined, headers);
  }

  post(path, body = {}, headers) {
    return this.send('POST', path, body, headers);
  }

  /** Who this is, to be kept in a file and brought back by Client.from. */
  kept() {
    return { token: this.token, cookies: [...this.#cookies] };
  }

  static from(origin, { token, cookies }) {
    const client = new Client(origin, token);
    client.#cookies = new Map(cookies);
    return client;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** The answer, or an error that says what was answered instead. */
export function ok(answer) {
  if (answer.status < 200 || answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
}

export const pause = (millis) => new Promise((done) => setTimeout(done, millis));

/** Asks again until the answer holds. */
export async function until(holds, seconds, what) {
  for (const end = Date.now() + seconds * 1000; ; ) {
    const found = await holds();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
    await pause(200);
  }
}

/** Signs in for the first time: another password, and where it is owed an authenticator app. */
export async function firstSignIn(origin, username, initial, password) {
  const console_ = new Client(origin);
  await console_.get('/api/admin/session');
  let session = ok(await console_.post('/api/admin/session', { username, password: initial }));
  if (session.mustChangePassword) {
    session = ok(await console_.send('PUT', '/api/admin/session/password', { current: initial, replacement: password }));
  }
  if (session.secondFactor === 'ENROL') {
    const { secret } = ok(await console_.post('/api/admin/session/second-factor/enrolment'));
    ok(await console_.post('/api/admin/session/second-factor', { code: oneTimeCode(secret) }));
  }
  return console_;
}

/** RFC 6238. */
function oneTimeCode(secret) {
  let bits = '';
  for (const letter of secret.replace(/=+$/, '')) {
    bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0');
  }
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Brings a roster on file and waits until everybody in it is. */
export async function importRoster(clerk, division, workbook) {
  const form = new FormData();
  form.append('file', new Blob([workbook]), 'roster.xlsx');
  const { id } = ok(await clerk.send('POST', `/api/admin/imports?division=${division}`, form));
  const settled = async () => {
    const now = ok(await clerk.get(`/api/admin/imports/${id}`));
    return !['READING', 'ACCEPTING'].includes(now.state) && now;
  };
  await until(settled, 120, 'the roster is read');
  ok(await clerk.post(`/api/admin/imports/${id}/acceptance`));
  return until(settled, 120, 'the roster is taken over');
}

export { randomUUID };
