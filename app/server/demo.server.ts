import type { DemoPerson } from '#app/domain/sample/demo.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import type { Program } from './listen.server.ts'
import { open } from './start.server.ts'

/** Starts on data made for showing, and prints who can sign in. bin/demo.js removes it at the end. */
export async function demo(program: Program) {
  let people: DemoPerson[] = []
  await open(program, async () => {
    const { seedDemo } = await import('#app/domain/sample/demo.server.ts')
    people = await seedDemo(db)
  })
  process.stdout.write(`Multaqa, a demonstration: ${publicUrl()}/\n\n`)
  process.stdout.write(`${people.map(line).join('\n')}\n\n`)
  process.stdout.write(
    'No second factor is asked of facilitators and administrators here; a real forum does.\n',
  )
  process.stdout.write('All of it is removed when this program is stopped (Ctrl+C).\n')
}

function line({ email, password, role, name }: DemoPerson) {
  return `  ${email.padEnd(32)}${password.padEnd(16)}${role.padEnd(14)}${name}`
}
