import { listPeople } from '#app/domain/users/add-person.server.ts'
import { db } from '#db/client.server.ts'
import { type Command, readArgs, say } from './command.ts'

export const userList: Command = {
  summary: 'list the accounts, with their roles and confirmed seats',
  usage: '[--json]',
  needs: 'current data',
  async run(args) {
    const { values } = readArgs(args, { json: { type: 'boolean' } })
    const people = await listPeople(db)
    if (values.json) return say(JSON.stringify(people, null, 2))
    if (people.length === 0) return say('No accounts yet.')
    for (const person of people) say(line(person))
  },
}

type Person = Awaited<ReturnType<typeof listPeople>>[number]

function line({ email, name, role, collectivity_code: code, ...rest }: Person) {
  const seat = rest.function ? `${rest.function} in ${code ?? 'the network'}` : ''
  const until = rest.ends_on ? `until ${rest.ends_on}` : ''
  const suspended = rest.suspended_at ? 'suspended' : ''
  return [email, role, name, seat, until, suspended].filter(Boolean).join('  ')
}
