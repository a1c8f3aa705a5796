import { expect, test } from 'vitest'
import { readSettings } from '#app/settings.server.ts'

test('settings that are not set, or empty, have their defaults', () => {
  expect(readSettings({ PORT: '', PUBLIC_URL: '' })).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 3000,
    WORKERS: 1,
    DATA_DIR: './data',
    SAMPLE_CONTENT: 'yes',
    TRUST_PROXY: '0',
  })
})

test('every wrong setting is named, with what it should be', () => {
  const env = {
    PORT: '70000',
    PUBLIC_URL: 'https://a.ma/forum',
    MAIL_FROM: 'nobody',
    LOG_LEVEL: 'loud',
    WORKERS: '0',
    SOURCE_URL: 'javascript:alert(1)',
  }
  const read = () => readSettings(env)
  expect(read).toThrow('PORT must be from 0 to 65535; it is "70000"')
  expect(read).toThrow('PUBLIC_URL must be an address without a path')
  expect(read).toThrow('MAIL_FROM must be a sender')
  expect(read).toThrow('LOG_LEVEL must be fatal, error')
  expect(read).toThrow('WORKERS must be from 1 to 64')
  expect(read).toThrow('SOURCE_URL must be an address')
})

test('the message about the mail server does not repeat its password', () => {
  const read = () => readSettings({ SMTP_URL: 'https://user:secret@mail.example.ma' })
  expect(read).toThrow('SMTP_URL must be')
  expect(read).not.toThrow('secret')
})
