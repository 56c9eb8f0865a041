import AxeBuilder from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import { call, expect, test, type Page } from './world'
import { furnish, settled, type Screen } from './screens'

const FOLDER = 'target/screenshots'
const SIZES = [{ width: 1440, height: 900 }, { width: 390, height: 844 }]

let screens: Screen[] | undefined

async function serious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`).join(' | ')}`)
}

for (const language of ['vi', 'en'] as const)
  for (const viewport of SIZES)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`everyScreenIn-${language}-${viewport.width}-${colorScheme}`, async ({ browser, app, owner }, info) => {
        test.setTimeout(480_000)
        mkdirSync(FOLDER, { recursive: true })
        screens ??= await furnish(app)
        expect((await call(app, 'PATCH', '/account', { language })).status).toBe(200)
        const { baseURL, timezoneId } = info.project.use
        const context = await browser.newContext({
          baseURL, timezoneId, colorScheme, viewport, locale: language === 'vi' ? 'vi-VN' : 'en-GB', reducedMotion: 'reduce', storageState: owner.state,
        })
        await context.addInitScript((value) => localStorage.setItem('quen.language', value), language)
        const page = await context.newPage()
        const faults: string[] = []
        const look = async (page: Page, name: string) => {
          await settled(page)
          await page.screenshot({ path: `${FOLDER}/${name}-${language}-${viewport.width}-${colorScheme}.png` })
          // The words change with the language, the roles, colours and sizes do not.
          if (language === 'vi') faults.push(...(await serious(page)).map((one) => `${name}: ${one}`))
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          if (wide > 1) faults.push(`${name}: ${wide} px wider than the screen`)
        }
        for (const screen of screens) {
          await screen.open(page)
          await look(page, screen.name)
        }
        const stranger = await browser.newContext({ baseURL, colorScheme, viewport, locale: language === 'vi' ? 'vi-VN' : 'en-GB', reducedMotion: 'reduce' })
        const outside = await stranger.newPage()
        for (const name of ['signin', 'signup']) {
          await outside.goto(`/${name}`)
          await look(outside, name)
        }
        await stranger.close()
        await context.close()
        await call(app, 'PATCH', '/account', { language: 'vi' })
        expect(faults).toEqual([])
      })
