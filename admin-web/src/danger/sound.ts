const QUIET = 'tongxing.danger.quiet'

/** Whether this computer makes a sound; everybody begins with one. */
export function sounds(): boolean {
  return localStorage.getItem(QUIET) !== 'yes'
}

/** Turns the sound of this computer on or off. */
export function setSounds(on: boolean): void {
  localStorage.setItem(QUIET, on ? 'no' : 'yes')
}

/** Two short tones; silent where the browser wants a click first. */
export function ring(): void {
  if (!sounds() || !('AudioContext' in globalThis)) return
  const audio = new AudioContext()
  for (const [start, pitch] of [[0, 880], [0.25, 660]] as const) {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = pitch
    volume.gain.value = 0.15
    tone.connect(volume).connect(audio.destination)
    tone.start(audio.currentTime + start)
    tone.stop(audio.currentTime + start + 0.2)
  }
  setTimeout(() => void audio.close(), 1000)
}
