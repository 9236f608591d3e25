/** Reads the runnable blocks of a guide, runs them in one shell, and compares what they print with what the guide shows. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export const docs = join(import.meta.dirname, '../../docs')

/** Time for all blocks of one guide; the longest starts a server. */
const guideTimeoutMs = 200_000

export type Block = { line: number; script: string; background: boolean; shows: string | undefined }

type Fence = { info: string; line: number; text: string }

/** The fenced blocks of a Markdown text. A fence opens and closes at the start of a line. */
const fencesOf = (markdown: string): Fence[] => {
  const fences: Fence[] = []
  let open: Fence | undefined
  for (const [index, line] of markdown.split('\n').entries()) {
    if (!line.startsWith('```')) {
      if (open) open.text += `${line}\n`
    } else if (open) {
      fences.push(open)
      open = undefined
    } else open = { info: line.slice(3).trim(), line: index + 1, text: '' }
  }
  return fences
}

/** Blocks marked `sh run` (or `sh run background`); a `text` block right after one is what it prints. */
export const blocksOf = (markdown: string): Block[] => {
  const fences = fencesOf(markdown)
  return fences.flatMap(({ info, line, text }, index) => {
    if (!/^sh run( background)?$/.test(info)) return []
    const next = fences[index + 1]
    return [
      {
        line,
        script: text,
        background: info.endsWith('background'),
        shows: next?.info === 'text' ? next.text.trimEnd() : undefined,
      },
    ]
  })
}

const readGuide = (name: string): Block[] => blocksOf(readFileSync(join(docs, name), 'utf8'))

/** Whether a printed text is what is shown, where `…` stands for anything. */
export const showsIt = (printed: string, shown: string): boolean => {
  const pattern = shown
    .split('…')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\S]*?')
  return new RegExp(`^${pattern}$`).test(printed.trim())
}

/** One script of all blocks. A line of its own tells where the output of each begins. */
const scriptOf = (blocks: readonly Block[], mark: string): string =>
  [
    // With job control each job is a group of its own, which can be ended whole: npx, what it started, and so on.
    'set -eum',
    // Whatever a guide leaves running ends with it; what that wrote is told when the guide fails.
    "trap 'for job in $(jobs -p); do kill -- -$job 2>/dev/null || true; while kill -0 -- -$job 2>/dev/null; do sleep 0.1; done; done; cat server.log >&2 || true' EXIT",
    ...blocks.map(({ script, background }, index) =>
      background
        ? `printf "\\n${mark} ${index}\\n"; { ${script.trim()}; } >server.log 2>&1 &`
        : `printf "\\n${mark} ${index}\\n"\n${script}`,
    ),
  ].join('\n')

/** Runs the blocks in `cwd` and gives what each printed. @throws with the shell's own messages when one fails */
const runBlocks = async (
  blocks: readonly Block[],
  cwd: string,
  env: Record<string, string>,
): Promise<string[]> => {
  const mark = '=====block'
  const child = spawn('bash', ['-c', scriptOf(blocks, mark)], {
    cwd,
    env: {
      ...process.env,
      // A guide starts the command many times: what was compiled once is not compiled anew.
      NODE_COMPILE_CACHE: join(tmpdir(), 'tipline-guides-compiled'),
      PATH: `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: guideTimeoutMs,
  })
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (out += piece))
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (errors += piece))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  assert.equal(code, 0, `a block failed\n${out}\n${errors}`)
  return out.split(new RegExp(`\n${mark} \\d+\n`)).slice(1)
}

/** A port that nothing listens on, so that a guide that names one runs beside whatever has it. */
const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('no port was given')
  return String(address.port)
}

/** The ports that guides name. */
const portsNamed = /\b47[01]\d\b/g

/** Runs a guide and holds what it shows to what it prints. */
export const checkGuide = async (name: string, cwd: string, env: Record<string, string>): Promise<void> => {
  const port = await freePort()
  const blocks = readGuide(name).map((block) => ({
    ...block,
    script: block.script.replaceAll(portsNamed, port),
  }))
  assert.ok(blocks.length > 0, `${name} has no block to run`)
  const printed = await runBlocks(blocks, cwd, env)
  assert.equal(printed.length, blocks.length)
  for (const [index, { shows, line }] of blocks.entries())
    if (shows !== undefined)
      assert.ok(
        showsIt(printed[index] ?? '', shows),
        `${name} line ${line} shows\n${shows}\nand printed\n${printed[index]}`,
      )
}
