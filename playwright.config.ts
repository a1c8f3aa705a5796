import { defineConfig } from '@playwright/test'
import { findChromium } from './bin/chromium.js'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/support/program.ts',
  forbidOnly: process.env.CI === 'true',
  fullyParallel: true,
  workers: 2,
  // Generous: two browsers on two cores wait for each other.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    launchOptions: {
      executablePath: findChromium(),
      // Chromium refuses to make its sandbox for root, which is what most CI machines run as.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
    locale: 'ar-MA',
    timezoneId: 'Africa/Casablanca',
    // It would read each page once more; its own journey lets it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // Recording every step costs time, and nobody looks at it there.
    trace: process.env.CI === 'true' ? 'off' : 'retain-on-failure',
  },
})
