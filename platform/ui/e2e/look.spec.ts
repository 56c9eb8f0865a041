import AxeBuilder from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import { call, expect, test, type Page } from './world'
import { furnish, settled, type Screen } from './screens'

const FOLDER = 'target/screenshots'
const SIZES = [{ width: 1440, height: 900 }, { width: 390, height: 844 }]

let screens: Screen[] | undefined

/** While one screen is worked on, QUEN_LOOK='role|trail' looks at those alone. */
const ONLY = new RegExp(process.env.QUEN_LOOK ?? '')
const SCHEMES = ['light', 'dark'] as const
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** In the dark, everything but the colours is what it was in the light. */
async function serious(page: Page, scheme: (typeof SCHEMES)[number]) {
  const axe = new AxeBuilder({ page })
  const { violations } = await (scheme === 'light' ? axe.withTags(LEVELS) : axe.withRules(['color-contrast'])).analyze()
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`).join(' | ')}`)
}

for (const language of ['vi', 'en'] as const)
  for (const viewport of SIZES)
    test(`everyScreenIn-${language}-${viewport.width}`, async ({ browser, app, owner }, info) => {
      test.setTimeout(600_000)
      mkdirSync(FOLDER, { recursive: true })
      screens ??= await furnish(app)
      expect((await call(app, 'PATCH', '/account', { language })).status).toBe(200)
      const { baseURL, timezoneId } = info.project.use
      const ways = { baseURL, timezoneId, viewport, locale: language === 'vi' ? 'vi-VN' : 'en-GB', reducedMotion: 'reduce' as const }
      const context = await browser.newContext({ ...ways, storageState: owner.state })
      await context.addInitScript((value) => localStorage.setItem('quen.language', value), language)
      const page = await context.newPage()
      const faults: string[] = []
      const look = async (page: Page, name: string) => {
        await settled(page)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (wide > 1) faults.push(`${name}: ${wide} px wider than the screen`)
        // A screen is opened once, and looked at by day and by night.
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme })
          await page.waitForFunction((wanted) => (document.documentElement.dataset.mantineColorScheme ?? wanted) === wanted, colorScheme, { timeout: 15_000 })
          await page.screenshot({ path: `${FOLDER}/${name}-${language}-${viewport.width}-${colorScheme}.png` })
          // The words change with the language, the roles, colours and sizes do not.
          // The API's reference is thousands of lines that are all alike: once is enough, and takes a minute.
          if (language === 'vi' && (name !== 'api-docs' || (viewport.width > 1000 && colorScheme === 'light'))) faults.push(...(await serious(page, colorScheme)).map((one) => `${name} (${colorScheme}): ${one}`))
        }
        await page.emulateMedia({ colorScheme: SCHEMES[0] })
      }
      for (const screen of screens.filter(({ name }) => ONLY.test(name))) {
        // One screen may have looked as somebody else.
        await page.evaluate(() => sessionStorage.removeItem('quen.viewAs')).catch(() => undefined)
        await screen.open(page)
        await look(page, screen.name)
      }
      const stranger = await browser.newContext(ways)
      const outside = await stranger.newPage()
      for (const name of ['signin', 'signup'].filter((one) => ONLY.test(one))) {
        await outside.goto(`/${name}`)
        await look(outside, name)
      }
      await stranger.close()
      await context.close()
      await call(app, 'PATCH', '/account', { language: 'vi' })
      expect(faults).toEqual([])
    })
