// Child processes that never outlive the run.
import { spawn } from 'node:child_process'

const running = new Set()

/** Runs a command to its end; answers its exit code, or throws when `check` and it failed. */
export function run(command, args, { check = true, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    running.add(child)
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      if (check && code !== 0) reject(new Error(`${command} ${args.join(' ')} ended with ${code}`))
      else resolve(code ?? 1)
    })
  })
}

/** Runs a command and answers what it printed; an empty text when there is no such command. */
export function read(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options })
    let text = ''
    running.add(child)
    child.stdout.on('data', (part) => (text += part))
    child.on('error', () => resolve(''))
    child.on('close', (code) => {
      running.delete(child)
      resolve(code === 0 ? text.trim() : '')
    })
  })
}

/** Stops whatever is under way. */
export function stopAll() {
  for (const child of running) child.kill('SIGTERM')
}
