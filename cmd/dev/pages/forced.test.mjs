// In the reader's own colours every word can be told from what is behind it.
// The colours are taken from the screen, since a style sheet says neither what
// a picture or a drawing is painted on nor what the browser makes of a colour.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fragments, none, pages, visit } from './subject.mjs'

const looked = ['sample page', 'every page', 'every fragment']

for (const { name, file } of [...pages, ...fragments].filter(d => looked.includes(d.name))) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${name}: every word shows in forced colours on ${colorScheme}`, () => visit(file, { width: 700, colorScheme, forcedColors: 'active', deviceScaleFactor: 2 }, async tab => {
      const screen = 1600
      await tab.setViewportSize({ width: 700, height: screen })
      await tab.$$eval('details', all => all.forEach(d => { d.open = true }))
      const words = await tab.evaluate(wordsOnScreen)
      assert.ok(words.length > 20, `${words.length} words`)
      const lab = await tab.context().browser().newPage() // where nothing forbids looking into a picture
      const faint = []
      for (let left = words; left.length > 0;) {
        const top = await tab.evaluate(y => { scrollTo(0, Math.floor(y)); return scrollY }, left[0].y)
        const here = left.filter(w => w.y >= top && w.y + w.height <= top + screen)
        assert.ok(here.length > 0, `“${left[0].text}” cannot be scrolled to`)
        const shot = (await tab.screenshot()).toString('base64')
        faint.push(...await lab.evaluate(faintWords, [shot, here.map(w => ({ ...w, y: w.y - top }))]))
        left = left.filter(w => !here.includes(w))
      }
      await lab.close()
      none(faint)
    }))
  }
}

// wordsOnScreen are the lines of text that are shown, each with its box.
function wordsOnScreen () {
  const found = []
  // What is scrolled out of sight is not looked at.
  const within = (e, left, right) => {
    for (; e; e = e.parentElement) {
      const box = e.getBoundingClientRect()
      if (getComputedStyle(e).overflowX !== 'visible' && (left < box.left || right > box.right)) return false
    }
    return left >= 0 && right <= innerWidth
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement
    if (!/[\p{L}\p{N}]/u.test(node.data) || parent.closest('script, style, title, desc') || !parent.checkVisibility({ visibilityProperty: true })) continue
    if (parent.closest('.unseen, .skip, .result caption')) continue // for those who listen
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const { x, y, width, height } of range.getClientRects()) {
      if (width >= 4 && height >= 4 && within(parent, x, x + width)) found.push({ text: node.data.trim(), x, y: y + scrollY, width, height })
    }
  }
  return found.sort((a, b) => a.y - b.y)
}

// faintWords are those whose darkest or lightest part is not 4.5 to 1 (WCAG
// 2.2, 1.4.3) against the colour that most of their box has.
async function faintWords ([shot, words]) {
  const image = new Image()
  image.src = `data:image/png;base64,${shot}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const paint = canvas.getContext('2d', { willReadFrequently: true })
  paint.drawImage(image, 0, 0)
  const light = rgb => {
    const [r, g, b] = [rgb >> 16, rgb >> 8 & 255, rgb & 255].map(c => c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05)
  return words.flatMap(({ text, x, y, width, height }) => {
    const { data } = paint.getImageData(Math.round(2 * x), Math.round(2 * y), Math.ceil(2 * width), Math.ceil(2 * height))
    const counts = new Map()
    for (let i = 0; i < data.length; i += 4) {
      const rgb = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
      counts.set(rgb, (counts.get(rgb) ?? 0) + 1)
    }
    const colours = [...counts].sort((a, b) => b[1] - a[1])
    const most = colours[0][0]
    const best = Math.max(...colours.filter(([, n]) => n >= 3).map(([c]) => contrast(c, most)))
    return best >= 4.5 ? [] : [`“${text.slice(0, 60)}” has ${best.toFixed(2)} to 1 on #${most.toString(16).padStart(6, '0')}`]
  })
}
