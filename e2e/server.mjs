// Starts the server with the sandbox on a fresh folder and a free port, in a process group of its own, which gets rid of
// the server however the run ends; the sandbox's engines end with the server.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE = 240_000
const target = path.join(import.meta.dirname, 'target')

export async function startServer() {
  const classpath = fs.readFileSync(path.join(target, 'classpath.txt'), 'utf8').trim()
  const port = await freePort()
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tongxing-e2e-'))
  const log = path.join(target, 'server.log')
  const output = fs.openSync(log, 'w')
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/java') : 'java'
  const child = spawn(
    java,
    [
      '-Xmx768m',
      '-XX:TieredStopAtLevel=1',
      '-Duser.timezone=Asia/Shanghai',
      '-cp',
      classpath,
      'org.tongxing.TongxingApplication',
      `--server.port=${port}`,
      `--tongxing.sandbox.directory=${directory}`,
      '--tongxing.sandbox.sample=accounts',
      '--tongxing.wish.every=2s',
    ],
    // The root, where the sandbox keeps its unpacked engines from one run to the next.
    { cwd: path.dirname(import.meta.dirname), detached: true, stdio: ['ignore', output, output] },
  )
  let ended = false
  const end = new Promise((resolve) => child.on('error', resolve).on('exit', resolve)).then(() => (ended = true))
  fs.closeSync(output)
  const url = `http://127.0.0.1:${port}`

  return {
    url,
    async healthy() {
      for (const deadline = Date.now() + PATIENCE; Date.now() < deadline && !ended; await pause(200)) {
        const answer = await fetch(`${url}/actuator/health`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
        if (answer?.ok) return
      }
      const last = fs.readFileSync(log, 'utf8').split('\n').slice(-60).join('\n')
      throw new Error(`The server ${ended ? 'ended' : 'did not become healthy'}; ${log} ends with\n${last}`)
    },
    async stop() {
      signal(child.pid, 'SIGTERM')
      await Promise.race([end, pause(20_000)])
      for (let i = 0; i < 50 && signal(child.pid, 0); i++) await pause(100)
      signal(child.pid, 'SIGKILL')
      fs.rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
    },
    /** The last resort, when this process has no time left to wait. */
    kill: () => signal(child.pid, 'SIGKILL'),
  }
}

/** Signals the whole group; answers whether anybody of it is left. */
function signal(group, name) {
  try {
    return group !== undefined && process.kill(-group, name)
  } catch {
    return false
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
