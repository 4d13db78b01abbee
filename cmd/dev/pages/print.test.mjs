// The page on paper, A4 with the margins of a browser: nothing is lost, nothing
// runs over an edge, and an entry that fits on a sheet stands on one.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { getDocumentProxy } from 'unpdf'
import { folder, none, pages, visit } from './subject.mjs'
import { latin } from './words.mjs'

const margin = 15 // mm
const points = mm => mm * 72 / 25.4
const pixels = mm => Math.floor(mm * 96 / 25.4)
const sheet = { width: pixels(210 - 2 * margin), height: pixels(297 - 2 * margin) }

for (const { name, file } of pages.filter(p => p.html.includes('<article'))) { // the last numbered page may be empty
  test(`${name}: prints`, t => visit(file, { width: sheet.width }, async tab => {
    const pdf = await tab.pdf({ format: 'A4', path: join(folder, `${name}.pdf`), margin: { top: `${margin}mm`, right: `${margin}mm`, bottom: `${margin}mm`, left: `${margin}mm` } })
    const sheets = await read(pdf)
    const text = sheets.map(s => latin(s.map(w => w.str).join(''))) // of each sheet
    const all = text.join('')
    await tab.emulateMedia({ media: 'print' })

    await t.test('nothing runs over an edge', () => none(sheets.flatMap((words, i) => words.filter(over).map(w => `sheet ${i + 1}: “${w.str}” at ${w.transform.slice(4).map(Math.round)}, ${Math.round(w.width)} wide`))))

    await t.test('nothing is lost', async () => {
      const blocks = await tab.evaluate(blocksOnPaper)
      assert.ok(blocks.length > 20, `${blocks.length} blocks`)
      none(blocks.filter(b => !all.includes(latin(b))).map(b => `“${b.slice(0, 100)}”`))
    })

    await t.test('no entry is cut that fits on a sheet', async () => {
      const starts = text.map((_, i) => text.slice(0, i).join('').length)
      const sheetAt = at => starts.findLastIndex(s => s <= at)
      const entries = await tab.$$eval('.entries article', all => all.map(a => ({ text: a.innerText, height: a.offsetHeight })))
      assert.ok(entries.length > 0)
      let from = all.indexOf(latin(entries[0].text).slice(0, 60))
      none(entries.flatMap(e => {
        const words = latin(e.text)
        const at = all.indexOf(words, from)
        if (at < 0) return [] // a drawing's words stand between its own
        from = at + words.length
        const [first, last] = [sheetAt(at), sheetAt(from - 1)]
        return first !== last && e.height < sheet.height ? [`sheets ${first + 1} to ${last + 1}, ${e.height} of ${sheet.height} px: “${e.text.slice(0, 60)}”`] : []
      }))
    })
  }))
}

// read is what is written on each sheet, with where it stands.
async function read (pdf) {
  const paper = await getDocumentProxy(new Uint8Array(pdf))
  const sheets = []
  for (let i = 1; i <= paper.numPages; i++) {
    sheets.push((await (await paper.getPage(i)).getTextContent()).items.filter(w => w.str.trim() !== ''))
  }
  return sheets
}

// over tells whether a word leaves the printed area: a line that a sheet's end
// goes through, or what is too wide for it.
function over ({ transform: [a, b, , , x, y], width }) {
  const size = Math.hypot(a, b), slack = 4 // a blank at the end of a line hangs over
  const edge = points(margin) - slack
  return b === 0 && (x < edge || x + width > points(210) - edge || y - 0.2 * size < edge || y + 0.7 * size > points(297) - edge)
}

// blocksOnPaper is the text of every block that has text of its own and is
// printed.
function blocksOnPaper () {
  return [...document.querySelectorAll('h1, h2, h3, h4, p, li, td, th, dt, dd, figcaption, blockquote, caption, text')]
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim() !== '') && e.checkVisibility({ visibilityProperty: true }) && !e.closest('.unseen, caption'))
    .flatMap(e => (e.innerText ?? e.textContent).split(/\n+/)).filter(s => /[\p{L}\p{N}]/u.test(s))
}
