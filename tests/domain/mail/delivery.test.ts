import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { queueMail } from '#app/domain/mail/outbox.server.ts'
import { mailTo } from '#app/http/mail.server.ts'
import { sendDueMails } from '#app/server/mailer.server.ts'
import { fileTransport, smtpOptions, smtpTransport } from '#app/server/transport.server.ts'
import { db } from '#db/client.server.ts'
import { aPractice, aSpace, aUser } from '#tests/support/factories.ts'

let servers: SMTPServer[] = []

beforeEach(() => db.deleteFrom('mail').execute())

afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise<void>((done) => server.close(done))))
  servers = []
})

test('a mail arrives as text and as HTML in the direction of its language', async () => {
  const { url, received } = await aServer()
  const person = await aUser({ lang: 'ar' })
  const link = 'http://127.0.0.1:3000/ar/confirm?token=abc'
  await mailTo(db, person, 'confirm_email', { link })
  await sendDueMails(smtpTransport(url))

  const [mail] = received
  expect(mail!.subject).toBe('تأكيد بريدكم الإلكتروني في ملتقى')
  expect(mail!.to).toMatchObject({ value: [{ address: person.email }] })
  expect(mail!.text).toContain(link)
  expect(mail!.html).toContain('<html lang="ar" dir="rtl">')
  expect(mail!.html).toContain(`<a href="${link}" dir="ltr">`)
  expect(mail!.headers.get('auto-submitted')).toBe('auto-generated')
})

test('what is written in a mail stays text: no markup, no link to elsewhere, no second reader', async () => {
  const { url, received, recipients } = await aServer()
  const person = await aUser({ lang: 'fr', name: '<b>Eve</b> https://evil.example/x' })
  await mailTo(db, person, 'reset_password', {
    name: person.name,
    link: 'http://127.0.0.1:3000/fr',
  })
  await queue({ user_id: null, recipient: 'a@example.org, b@example.org' })
  await queue({ subject: 'Objet\r\nBcc: b@example.org\n\nCorps' })
  await sendDueMails(smtpTransport(url))

  expect(received[0]!.html).toContain('&lt;b&gt;Eve&lt;/b&gt; https://evil.example/x')
  expect(received[0]!.html).not.toContain('<b>')
  expect(received[0]!.html).not.toContain('href="https://evil')
  expect(recipients).not.toContain('b@example.org')
  const last = received.find(({ subject }) => subject?.startsWith('Objet'))!
  expect([last.subject, last.text?.trim(), last.bcc]).toEqual([
    expect.stringContaining('Bcc: b@example.org'),
    'Texte',
    undefined,
  ])
})

test('a mail server elsewhere is spoken to encrypted or not at all; one on this machine as it is', async () => {
  const { url, received } = await aServer()
  expect(smtpOptions(url)).toMatchObject({ requireTLS: false })
  expect(smtpOptions('smtp://user:word@mail.example.ma:587')).toMatchObject({ requireTLS: true })
  await queue()
  await sendDueMails(smtpTransport(`${url}?requireTLS=true`))
  expect(received).toEqual([])
  expect(await onlyMail()).toMatchObject({ tries: 1, sent_at: null })
})

test('a mail that cannot be written keeps up no other', async () => {
  const { url, received } = await aServer()
  const { id } = await aUser()
  await queue({ user_id: id, choosable: 1, due_at: '2020' })
  await queue({ subject: 'La suivante' })
  await db.schema.alterTable('mail_choice').renameTo('lost').execute()
  await sendDueMails(smtpTransport(url))
  await db.schema.alterTable('lost').renameTo('mail_choice').execute()
  expect(received.map(({ subject }) => subject)).toEqual(['La suivante'])
  await sendDueMails(smtpTransport(url), new Date(Date.now() + 120_000))
  expect(received).toHaveLength(2)
})

test('a mail that was sent is sent once, and its text is forgotten', async () => {
  const { url, received } = await aServer()
  await queue({ body: 'a secret link' })
  await sendDueMails(smtpTransport(url))
  await sendDueMails(smtpTransport(url))
  expect(received).toHaveLength(1)
  const row = await onlyMail()
  expect(row).toMatchObject({ body: '', failed_at: null })
  expect(row.sent_at).not.toBeNull()
})

test('without a mail server each mail is a file that others on the machine cannot read', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'multaqa-')), 'mail')
  await queue({ subject: 'Été à Fès', body: 'Première ligne\n\nSeconde' })
  await sendDueMails(fileTransport(folder))

  const [name] = readdirSync(folder)
  expect(name).toMatch(/\.eml$/)
  const mail = await simpleParser(readFileSync(join(folder, name!)))
  expect(mail).toMatchObject({ subject: 'Été à Fès' })
  expect(mail.text).toContain('Première ligne')
  expect(statSync(join(folder, name!)).mode & 0o077).toBe(0)
})

test('a server that refuses: five tries, each later than the last, then no more; others go on', async () => {
  const { url, received } = await aServer({ refuse: 'refused@example.org' })
  await queue({ user_id: null, recipient: 'refused@example.org' })
  await db.updateTable('mail').set({ due_at: '2026-01-01T00:00:00.000Z' }).execute()
  await queue({ user_id: null, recipient: 'taken@example.org' })
  const gaps: number[] = []
  let now = new Date()
  for (let tries = 0; tries < 5; tries++) {
    await sendDueMails(smtpTransport(url), now)
    const { due_at } = await mailFor('refused@example.org')
    gaps.push(Date.parse(due_at) - now.getTime())
    expect(received).toHaveLength(1)
    await sendDueMails(smtpTransport(url), now)
    now = new Date(Math.max(Date.parse(due_at), now.getTime()))
  }
  expect(gaps.slice(0, 4)).toEqual([1, 10, 60, 720].map((minutes) => minutes * 60_000))
  const row = await mailFor('refused@example.org')
  expect(row).toMatchObject({ tries: 5, sent_at: null, body: '' })
  expect(row.failed_at).not.toBeNull()
  expect(received).toHaveLength(1)
})

test('a server that is down: the mail waits, and goes out once it is back', async () => {
  const { url, close } = await aServer()
  await close()
  await queue({ user_id: null, recipient: 'first@example.org' })
  await queue({ user_id: null, recipient: 'second@example.org' })
  await sendDueMails(smtpTransport(url))
  const waiting = await db
    .selectFrom('mail')
    .select(['tries', 'sent_at'])
    .orderBy('tries')
    .execute()
  expect(waiting).toEqual([0, 1].map((tries) => ({ tries, sent_at: null })))

  const back = await aServer()
  await sendDueMails(smtpTransport(back.url), new Date(Date.now() + 61_000))
  expect(back.received).toHaveLength(2)
})

test('who is suspended, or may no longer read the item, gets no mail about it', async () => {
  const { url, received } = await aServer()
  const [owner, member, suspended] = [await aUser(), await aUser(), await aUser()]
  const space = await aSpace({ visibility: 'private' }, [owner, member])
  const item = await aPractice({ space, author: owner, title: 'Secret' })
  await queue({ user_id: owner.id, recipient: owner.email, item_id: item.id })
  await queue({ user_id: member.id, recipient: member.email, item_id: item.id })
  await queue({ user_id: null, recipient: 'outsider@example.org', item_id: item.id })
  await queue({ user_id: suspended.id, recipient: suspended.email })
  await db.deleteFrom('space_member').where('user_id', '=', member.id).execute()
  await db
    .updateTable('user')
    .set({ suspended_at: new Date().toISOString() })
    .where('id', '=', suspended.id)
    .execute()

  await sendDueMails(smtpTransport(url))
  expect(received.map(({ to }) => [to].flat()[0]!.value[0]!.address)).toEqual([owner.email])
  const waiting = await db.selectFrom('mail').where('failed_at', 'is', null).selectAll().execute()
  expect(waiting).toMatchObject([{ recipient: owner.email }])
})

type Given = Partial<Parameters<typeof queueMail>[1]>

function queue(given: Given = {}) {
  const mail = {
    user_id: null,
    recipient: 'reader@example.org',
    lang: 'fr' as const,
    item_id: null,
    space_id: null,
  }
  return queueMail(db, { ...mail, subject: 'Objet', body: 'Texte', ...given })
}

function onlyMail() {
  return db.selectFrom('mail').selectAll().executeTakeFirstOrThrow()
}

function mailFor(recipient: string) {
  return db
    .selectFrom('mail')
    .where('recipient', '=', recipient)
    .selectAll()
    .executeTakeFirstOrThrow()
}

async function aServer({ refuse }: { refuse?: string } = {}) {
  const received: ParsedMail[] = []
  const recipients: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, session, done) {
      recipients.push(address)
      done(address === refuse ? Object.assign(new Error('no'), { responseCode: 550 }) : null)
    },
    onData(stream, session, done) {
      void simpleParser(stream).then((mail) => {
        received.push(mail)
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  servers.push(server)
  const { port } = server.server.address() as { port: number }
  const close = () => new Promise<void>((done) => server.close(done))
  return { url: `smtp://127.0.0.1:${port}`, received, recipients, close }
}
