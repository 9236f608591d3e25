/** A program that starts the embedded server on the folder given, tells its pid, and stays until it is ended. */
import { startEmbeddedPostgres } from './start-embedded.ts'

const [dataDir = '', how = 'stay'] = process.argv.slice(2)
const server = await startEmbeddedPostgres({ dataDir })
console.log(server.info().pid)
if (how === 'stay') setInterval(() => {}, 60_000)
