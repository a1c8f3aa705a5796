import type { TFunction } from 'i18next'

type Device = { browser: string | null; system: string | null }

/** What a person calls the device of a session: its browser and its system, as far as known. */
export function deviceName({ browser, system }: Device, t: TFunction) {
  if (browser && system) return t('settings.sessions.device', { browser, system })
  return browser ?? system ?? t('settings.sessions.unknown')
}
