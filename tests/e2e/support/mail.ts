import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { simpleParser } from 'mailparser'

/** The path of the link in the newest mail to an address that leads below `path`; waits for it. */
export async function linkTo(email: string, path: string) {
  let link: URL | undefined
  await expect
    .poll(async () => (link = (await linksTo(email)).find((one) => one.pathname.endsWith(path))), {
      message: `a mail to ${email} that leads to ${path}`,
      timeout: 15_000,
    })
    .toBeTruthy()
  return `${link!.pathname}${link!.search}`
}

async function linksTo(email: string) {
  const mails = await Promise.all(messages().map((bytes) => simpleParser(bytes)))
  const own = mails.filter(({ to }) => [to].flat().some((one) => one?.text.includes(email)))
  return own.flatMap(({ text = '' }) =>
    (text.match(/https?:\S+/g) ?? []).map((one) => new URL(one)),
  )
}

function messages() {
  const folder = join(process.env.JOURNEY_DATA!, 'mail')
  try {
    const newestFirst = readdirSync(folder).sort().reverse()
    return newestFirst.map((name) => readFileSync(join(folder, name)))
  } catch {
    // The first mail makes the folder.
    return []
  }
}
