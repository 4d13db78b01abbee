// The exports as a reader meets them: opened from disk in Chromium, small and
// large, light and dark, in the reader's own colours, without a script.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { folder, fragments, nights, none, pages, resolve, visit } from './subject.mjs'
import { wordsOf } from './words.mjs'

const axe = readFileSync(resolve('axe-core'), 'utf8')

const looks = ['light', 'dark'].flatMap(colorScheme => [
  { name: `${colorScheme}, 360 px`, colorScheme, width: 360 },
  { name: `${colorScheme}, 1280 px`, colorScheme, width: 1280 },
  { name: `forced colours on ${colorScheme}`, colorScheme, width: 360, forcedColors: 'active' },
])

// The numbered pages and the long fragment are made as the head of the long
// night is, and a rehearsal is a night like another: two of the looks are enough
// for them.
const alike = name => /^(thousand (page [1-9]|fragment)|rehearsal)/.test(name)

for (const { name, file } of [...pages, ...fragments]) {
  test(`${name}: axe`, t => visit(file, {}, async tab => {
    await tab.evaluate(axe)
    for (const { name: look, width, colorScheme, forcedColors = 'none' } of alike(name) ? [looks[0], looks[4]] : looks) {
      await t.test(look, async () => {
        await tab.emulateMedia({ colorScheme, forcedColors })
        await tab.setViewportSize({ width, height: 800 })
        await tab.$$eval('details', all => all.forEach(d => { d.open = true }))
        await tab.screenshot({ path: join(folder, `${name} ${look}.png`) })
        const { violations } = await tab.evaluate(() => globalThis.axe.run())
        none(violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 120)}: ${n.failureSummary}`)))
      })
    }
  }))

  test(`${name}: every picture shows`, () => visit(file, {}, async tab => {
    const pictures = await tab.$$eval('img', async all => {
      for (const i of all) i.loading = 'eager'
      await Promise.all(all.map(i => i.decode().catch(() => {})))
      return all.map(i => ({ src: i.getAttribute('src'), shows: i.naturalWidth > 0 }))
    })
    if (/sample|every|rehearsal/.test(name)) assert.ok(pictures.length > 0, 'the night has pictures')
    none(pictures.filter(p => !p.shows).map(p => p.src))
  }))

  test(`${name}: nothing runs off a screen of 320 px`, () => visit(file, { width: 320 }, async tab => {
    await tab.$$eval('details', all => all.forEach(d => { d.open = true }))
    const found = await tab.evaluate(() => {
      const edge = document.documentElement.clientWidth
      const scrolls = e => e && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement))
      if (document.documentElement.scrollWidth <= edge) return []
      return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > edge && !scrolls(e))
        .map(e => `<${e.localName}> to ${Math.ceil(e.getBoundingClientRect().right)} of ${edge} px: ${e.textContent.trim().slice(0, 60)}`)
        .concat(`${document.documentElement.scrollWidth} px wide on a screen of ${edge} px`).reverse()
    })
    none(found)
  }))

  // What is drawn is looked at in the fonts of different machines: each chart
  // is in the page for light and dark, broad and narrow.
  test(`${name}: the words of a chart stay in it and clear of each other`, () => visit(file, {}, async tab => {
    const drawn = await tab.$$eval('svg[role=img]', (charts, fonts) => charts.flatMap(chart => {
      for (let e = chart; e; e = e.parentElement) {
        e.style.display = 'block'
        if (e.localName === 'details') e.open = true
      }
      const box = chart.viewBox.baseVal
      return fonts.map(font => {
        const words = [...chart.querySelectorAll('text')].map(t => {
          t.style.fontFamily = font
          const { x, y, width, height } = t.getBBox()
          return { text: t.textContent, x, y, right: x + width, bottom: y + height, width }
        })
        const found = words.filter(w => w.x < box.x || w.y < box.y || w.right > box.x + box.width || w.bottom > box.y + box.height)
          .map(w => `${font}: “${w.text}” leaves the chart`)
        words.forEach((a, i) => words.slice(i + 1).forEach(b => {
          const across = Math.min(a.right, b.right) - Math.max(a.x, b.x)
          // A line's box is taller than its letters: rows may touch by a fifth of it.
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.y, b.y) - 0.2 * Math.min(a.bottom - a.y, b.bottom - b.y)
          if (across > 0 && down > 0) found.push(`${font}: “${a.text}” and “${b.text}” overlap by ${across.toFixed(1)} × ${down.toFixed(1)}`)
        }))
        return { font, found, width: words.reduce((sum, w) => sum + w.width, 0) }
      })
    }), ['DejaVu Sans', 'Liberation Sans', 'serif'])
    if (/sample page|every page|rehearsal page|wards page/.test(name)) assert.ok(drawn.length > 0, 'the page has charts')
    none(drawn.flatMap(d => d.found))
    for (let i = 0; i < drawn.length; i += 3) {
      const widths = new Set(drawn.slice(i, i + 3).map(d => d.width.toFixed(2)))
      assert.ok(widths.size === 3 && !widths.has('0.00'), `the three fonts are not three here: ${[...widths]}`)
    }
  }))
}

for (const night of nights) {
  test(`${night.name}: without JavaScript every entry is there`, async t => {
    const shown = new Map()
    for (const file of night.pages) {
      await visit(file, { javaScriptEnabled: false }, async tab => {
        const asked = await tab.locator('article[id^="e-"]').evaluateAll(all => all.map(a => [a.id, a.checkVisibility({ visibilityProperty: true }) && a.offsetHeight > 0 ? a.innerText : '']))
        none(asked.filter(([, text]) => text === '').map(([id]) => `${id} is not shown in ${file}`))
        for (const [id, text] of asked) shown.set(id, (shown.get(id) ?? '') + text)
      })
    }
    assert.deepEqual([...shown.keys()].sort(), night.entries.map(e => `e-${e.id}`).sort())
    none(night.entries.flatMap(e => {
      const has = wordsOf(shown.get(`e-${e.id}`))
      const wanted = e.withdrawn ? 'withdrawn' : `${e.kicker}\n${e.text}`
      return typed(wanted).filter(w => !has.includes(w)).map(w => `${e.id} ${e.kicker}: lacks “${w}”`)
    }))
  })

  test(`${night.name}: every link within its pages leads somewhere`, async () => {
    const places = new Map(), links = []
    for (const file of night.pages) {
      await visit(file, { javaScriptEnabled: false }, async tab => {
        places.set(file, new Set(await tab.locator('[id]').evaluateAll(all => all.map(e => e.id))))
        const to = await tab.locator('a[href], link[rel=next], link[rel=prev]').evaluateAll(all => all.map(a => a.getAttribute('href')))
        links.push(...to.filter(l => !/^(https?|mailto):/.test(l)).map(l => [file, l]))
      })
    }
    assert.ok(links.length > 0)
    none(links.filter(([from, to]) => {
      const url = new URL(to, pathToFileURL(from))
      const file = fileURLToPath(new URL(url.pathname, 'file:///'))
      return !existsSync(file) || url.hash !== '' && !places.get(file)?.has(decodeURIComponent(url.hash.slice(1)))
    }).map(([from, to]) => `${from}: ${to}`))
  })
}

// typed are the words of an entry as it was typed that a reader must see: not
// those of figures, of addresses and of lines that stand for something.
const typed = text => wordsOf(text.replace(/^@.*$|^\s*\d+[.)] /gm, '').replace(/(?<!\\)\{[^}\n]*\}/g, ' ').replace(/\]\((?:[^()\n]|\([^()\n]*\))*\)/g, ' ').replace(/\\(?=[^\w\s])/g, ''))

test('wards: a link to a result opens it', () => visit(pages.at(-1).file, {}, async tab => {
  const result = tab.locator('#r-churchlangley')
  assert.ok(!await result.isVisible(), 'it is closed at first')
  await tab.click('a[href="#r-churchlangley"] >> nth=0')
  await result.waitFor({ state: 'visible' })
}))

for (const { name, file } of pages) {
  test(`${name}: no script runs, and none is asked for`, () => visit(file, {}, async tab => {
    const scripts = await tab.$$eval('script', all => all.map(s => s.type))
    assert.deepEqual(scripts.filter(s => s !== 'application/ld+json'), [])
    const policy = await tab.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content')
    assert.match(policy, /default-src 'none'/)
  }))
}
