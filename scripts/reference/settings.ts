import { page, table } from './markdown.ts'

/** Every environment variable that the program reads, and what for. A test compares the names with the code. */
export const settings: Record<string, string> = {
  DATABASE_URL: 'Your own PostgreSQL, 15 or later. Without it an embedded one runs in the data folder.',
  TIPLINE_DATABASE_OWNER_URL:
    'The owner of the schema in your own PostgreSQL, where `DATABASE_URL` is a login without rights of its own ([how](../how-to/run-on-your-own-postgresql.md)). Used while starting alone: for the schema, and to let that login take the program’s roles.',
  TIPLINE_DATABASE_PLAIN:
    'Set to `allowed`, your own PostgreSQL may be on another machine without TLS that is checked: for a network that is itself encrypted. Otherwise such a `DATABASE_URL` is refused.',
  TIPLINE_PERSON_CALLS_PER_MINUTE:
    'Calls a minute that one signed-in person makes at most, over all their sessions, from 60; beyond it 429 with `Retry-After`. Otherwise 1200.',
  TIPLINE_UPLOAD_BYTES_MAX:
    'Bytes of one uploaded file at most, from 1048576; a larger one is answered with 4200 and nothing of it is kept. Otherwise 64 GiB.',
  TIPLINE_DATA:
    'The data folder, where no `--data` names one. Otherwise `tipline-data` in the current folder.',
  TIPLINE_LOCATION_DATABASE:
    'Path of your own location database (MMDB) instead of the packaged sample, which ages.',
  TIPLINE_RANGE_TABLE:
    'Path of your own table of network ranges (CSV: `cidr,country,region,city,latitude,longitude,operator,kind`), which is asked first.',
  TIPLINE_PUBLIC_URL:
    'The address under which browsers reach the server, such as `https://tipline.example.org`: passkeys belong to its name. Otherwise `http://localhost` at the port.',
  TIPLINE_USE_NOTICE: 'Your own use notice, shown before sign-in. Otherwise the desk shows a general one.',
  TIPLINE_PICTURE_HASHES:
    'Of which files perceptual hashes (PDQ) are computed: `off` (so it is where nothing is said), `viewed` (only files that the provider says it viewed) or `all`. For a file that nobody viewed, ask counsel first: [How a report is judged](../explanation/judgement.md#pictures-that-look-the-same).',
  TIPLINE_LEDGER_ORIGIN:
    'The name that the log signs as, such as `tips.example.org/log`. Otherwise one is made up at the first start; it stays.',
  TIPLINE_POSTGRES_BIN:
    'Folder with `initdb`, `pg_ctl` and `postgres` of a PostgreSQL 15 or later, to run as the embedded one.',
  TIPLINE_DEBUG: 'Set to anything: the command prints the stack of an unexpected error.',
}

/** Variables of the tests, the benches and the picture script that one may want to set. */
export const testSettings: Record<string, string> = {
  TIPLINE_CHROMIUM: 'Path of the browser for the tests and the pictures.',
  TIPLINE_TEST_POSTGRES_URL: 'The server on which tests make their databases; `npm test` sets it.',
  TIPLINE_FAULTS_KILLS: 'How often the server is killed; 100 otherwise.',
  TIPLINE_FAULTS_SEED: 'The seed of a fault test, to play a failure again; a failure tells it.',
  TIPLINE_TRIPLES:
    'How many random triples the permission matrix tries over HTTP; otherwise 10,000 on the embedded database and 400 on the system’s.',
  TIPLINE_SEED: 'The same for the random trials of the permission matrix.',
  TIPLINE_TEST_LOG: 'Set to anything: the servers that tests start write their log.',
}

const rows = (given: Record<string, string>): string =>
  table(
    ['variable', 'meaning'],
    Object.entries(given).map(([name, meaning]) => [`\`${name}\``, meaning]),
  )

/** The settings that come by the environment. */
export const settingsPage = (): string =>
  page(
    'Settings',
    'Settings come by the options of a command ([commands](commands.md)) and by these environment variables. There is no configuration file.',
    rows(settings),
    '## For tests',
    rows(testSettings),
  )
