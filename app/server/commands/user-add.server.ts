import { text } from 'node:stream/consumers'
import { LANGS } from '#app/domain/languages.ts'
import { LOCAL_FUNCTIONS } from '#app/domain/seats/functions.ts'
import { findByEmail } from '#app/domain/users/accounts.server.ts'
import { addPerson } from '#app/domain/users/add-person.server.ts'
import { NAME_MAX, PASSWORD_MAX, PASSWORD_MIN } from '#app/domain/users/users.limits.ts'
import { email as emailSchema, newPassword } from '#app/domain/users/users.schema.server.ts'
import { db } from '#db/client.server.ts'
import { type Command, readArgs, say, UsageError } from './command.ts'

const ROLES = ['account', 'member', 'facilitator', 'admin'] as const

export const userAdd: Command = {
  summary: 'make an account, with a confirmed seat for a member',
  usage: `--email ADDRESS --name NAME --role ${ROLES.join('|')} --password-stdin
      [--collectivity CODE --function ${LOCAL_FUNCTIONS.join('|')}]
      [--lang ${LANGS.join('|')}]`,
  help: `The password is read from standard input, ${PASSWORD_MIN} characters at least:
  printf '%s' "$PASSWORD" | npm run cli -- user add --email a@example.ma --name "A" --role admin --password-stdin
A member needs --collectivity and --function; the others may have them. The code is the one of the
High Commission for Planning, as in the address of the collectivity's page.`,
  needs: 'current data',
  async run(args) {
    const person = await readPerson(args)
    if (await findByEmail(db, person.email)) {
      throw new UsageError(`${person.email} has an account already.`)
    }
    const password = await readPassword()
    await addPerson(db, { ...person, password })
    say(`Added ${person.email} (${person.role}${person.seat ? ', with a confirmed seat' : ''}).`)
  },
}

async function readPerson(args: string[]) {
  const option = { type: 'string' } as const
  const { values } = readArgs(args, {
    email: option,
    name: option,
    role: option,
    collectivity: option,
    function: option,
    lang: option,
    'password-stdin': { type: 'boolean' },
  })
  if (!values['password-stdin']) throw new UsageError('--password-stdin is missing.')
  const role = oneOf('--role', ROLES, values.role)
  const seat = await readSeat(values.collectivity, values.function)
  if (role === 'member' && !seat) {
    throw new UsageError('A member needs --collectivity and --function.')
  }
  return {
    email: readEmail(values.email),
    name: readName(values.name),
    role: role === 'member' ? 'account' : role,
    lang: oneOf('--lang', LANGS, values.lang ?? 'ar'),
    seat,
  } as const
}

async function readSeat(code: string | undefined, given: string | undefined) {
  if (!code && !given) return undefined
  if (!code || !given) throw new UsageError('--collectivity and --function go together.')
  const place = await db
    .selectFrom('collectivity')
    .where('code', '=', code)
    .select('code')
    .executeTakeFirst()
  if (!place) throw new UsageError(`No collectivity has the code ${code}.`)
  return { collectivity_code: place.code, function: oneOf('--function', LOCAL_FUNCTIONS, given) }
}

function readEmail(given: string | undefined) {
  const result = emailSchema.safeParse(given)
  if (!result.success) throw new UsageError('--email must be an address, as a@example.ma.')
  return result.data
}

function readName(given = '') {
  const name = given.trim()
  if (name && name.length <= NAME_MAX) return name
  throw new UsageError(`--name must have 1 to ${NAME_MAX} characters.`)
}

// The last line end belongs to the command that printed the password, not to the password.
async function readPassword() {
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  if (newPassword.safeParse(password).success) return password
  throw new UsageError(
    `The password must have ${PASSWORD_MIN} to ${PASSWORD_MAX} characters and be none of the common ones.`,
  )
}

function oneOf<T extends string>(option: string, known: readonly T[], given: string | undefined) {
  const found = known.find((one) => one === given)
  if (!found) throw new UsageError(`${option} must be one of ${known.join(', ')}.`)
  return found
}
