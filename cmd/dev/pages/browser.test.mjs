// The exports as a reader meets them: opened from disk in Chromium, small and
// large, light and dark.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { hostPage, none, openBrowser, pageFile, resolve, wardsFile } from './subject.mjs'

const axe = readFileSync(resolve('axe-core'), 'utf8')

// The fragment's pictures lie beside it, so its host page does too.
const hostFile = join(dirname(pageFile), 'fragment-host.html')
writeFileSync(hostFile, hostPage)

let browser
before(async () => { browser = await openBrowser() })
after(() => browser.close())

// visit opens a file and hands it to look, with everything Chromium
// complained of meanwhile.
async function visit(file, { width, scheme = 'light' }, look) {
  const tab = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme })
  const complaints = []
  tab.on('console', m => { if (['error', 'warning'].includes(m.type())) complaints.push(m.text()) })
  tab.on('pageerror', e => complaints.push(String(e)))
  tab.on('requestfailed', r => complaints.push(`not loaded: ${r.url()}`))
  tab.on('request', r => { if (!/^(file|data):/.test(r.url())) complaints.push(`asked for ${r.url()}`) })
  try {
    await tab.goto(pathToFileURL(file).href, { waitUntil: 'load' })
    await look(tab)
    none(complaints)
  } finally {
    await tab.close()
  }
}

for (const [name, file] of [['page', pageFile], ['fragment', hostFile], ['wards', wardsFile]]) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      test(`${name}: axe, ${scheme}, ${width} px`, () => visit(file, { width, scheme }, async tab => {
        await tab.$$eval('details', all => all.forEach(d => { d.open = true }))
        await tab.screenshot({ path: join(dirname(pageFile), `${name}-${scheme}-${width}.png`), fullPage: true })
        await tab.evaluate(axe)
        const { violations } = await tab.evaluate(() => globalThis.axe.run())
        none(violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 120)}: ${n.failureSummary}`)))
      }))
    }
  }

  test(`${name}: every picture shows`, () => visit(file, { width: 1280 }, async tab => {
    const pictures = await tab.$$eval('img', async all => {
      for (const i of all) i.loading = 'eager'
      await Promise.all(all.map(i => i.decode().catch(() => {})))
      return all.map(i => ({ src: i.getAttribute('src'), shows: i.naturalWidth > 0 }))
    })
    if (file !== wardsFile) assert.ok(pictures.length > 0, 'the sample night has pictures')
    none(pictures.filter(p => !p.shows).map(p => p.src))
  }))

  test(`${name}: nothing runs off a screen of 320 px`, () => visit(file, { width: 320 }, async tab => {
    const { wide, window } = await tab.evaluate(() => ({
      wide: document.documentElement.scrollWidth, window: document.documentElement.clientWidth,
    }))
    assert.ok(wide <= window, `${wide} px wide on a screen of ${window} px`)
  }))

  for (const font of ['DejaVu Sans', 'Liberation Sans', 'serif']) {
    test(`${name}: the words of a chart stay in it in ${font}`, () => visit(file, { width: 1280 }, async tab => {
      const outside = await tab.$$eval('svg', (charts, family) => charts.flatMap(chart => {
        const box = chart.viewBox.baseVal
        return [...chart.querySelectorAll('text')].filter(t => {
          t.style.fontFamily = family
          const b = t.getBBox()
          return b.x < box.x || b.x + b.width > box.x + box.width || b.y < box.y || b.y + b.height > box.y + box.height
        }).map(t => t.textContent)
      }), font)
      none(outside)
    }))
  }
}

test('wards: a link to a result opens it', () => visit(wardsFile, { width: 1280 }, async tab => {
  const result = tab.locator('#r-churchlangley')
  assert.ok(!await result.isVisible(), 'it is closed at first')
  await tab.click('a[href="#r-churchlangley"] >> nth=0')
  await result.waitFor({ state: 'visible' })
}))

test('page: no script runs, and none is asked for', () => visit(pageFile, { width: 1280 }, async tab => {
  const scripts = await tab.$$eval('script', all => all.map(s => s.type))
  assert.deepEqual(scripts, ['application/ld+json'])
  const policy = await tab.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content')
  assert.match(policy, /default-src 'none'/)
}))

test('page: prints', () => visit(pageFile, { width: 1280 }, async tab => {
  const pdf = await tab.pdf({ format: 'A4', path: join(dirname(pageFile), 'page.pdf') })
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  assert.ok(pdf.length > 10_000, `a PDF of ${pdf.length} bytes is empty`)
}))
