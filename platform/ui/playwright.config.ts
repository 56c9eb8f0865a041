import { defineConfig } from '@playwright/test'

/** Against a running Quen: QUEN_URL (http://localhost:8080). Browsers are never downloaded: Debian's Chromium, or QUEN_CHROMIUM. */
const address = new URL(process.env.QUEN_URL ?? 'http://localhost:8080')
// The session's cookie is Secure: over plain HTTP a browser keeps it for localhost only.
if (address.hostname === '127.0.0.1') address.hostname = 'localhost'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: true,
  use: {
    baseURL: address.origin,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.QUEN_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
})
