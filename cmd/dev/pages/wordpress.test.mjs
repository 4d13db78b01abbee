// The export for WordPress as WordPress reads it, and the fragment as its
// editor takes it in.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { parse as parseDefault } from '@wordpress/block-serialization-default-parser'
import { JSDOM, VirtualConsole } from 'jsdom'
import { golden, nights, none } from './subject.mjs'

// The editor's packages want a browser's globals before they are loaded. What
// the simple browser cannot do, as reading their style sheets, is no matter.
const { window } = new JSDOM('', { url: 'https://desk.example/', pretendToBeVisual: true, virtualConsole: new VirtualConsole() })
class Observer { observe () {} unobserve () {} disconnect () {} }
const unwatched = () => ({ matches: false, addListener () {}, removeListener () {}, addEventListener () {}, removeEventListener () {} })
Object.assign(window, { matchMedia: unwatched, ResizeObserver: Observer, IntersectionObserver: Observer })
for (const name of ['window', 'document', 'Node', 'Element', 'HTMLElement', 'DOMParser', 'MutationObserver', 'getComputedStyle',
  'navigator', 'location', 'localStorage', 'File', 'matchMedia', 'ResizeObserver', 'IntersectionObserver', 'requestAnimationFrame',
  'cancelAnimationFrame', 'CustomEvent', 'Event', 'KeyboardEvent', 'NodeList', 'XMLSerializer', 'SVGElement', 'Text', 'Range', 'Selection']) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true })
}
globalThis.window = window
const require = createRequire(import.meta.url)
const { getBlockContent, parse, pasteHandler } = require('@wordpress/blocks')
require('@wordpress/block-library').registerCoreBlocks()

const read = name => readFileSync(golden(name), 'utf8')
const subjects = [
  ...nights,
  ...['night', 'wards'].map(name => ({ name: `golden ${name}`, wordpress: read(`${name}.wordpress.txt`), fragment: read(`${name}.fragment.html`), pasted: read(`${name}.pasted.txt`) })),
]
const kinds = ['heading', 'paragraph', 'quote', 'list', 'list-item', 'image', 'table', 'separator'].map(k => `core/${k}`)

const all = (blocks, inner = b => b.innerBlocks) => blocks.flatMap(b => [b, ...all(inner(b), inner)])

for (const { name, wordpress: text, fragment, pasted } of subjects) {
  test(`${name}: nothing stands outside a block`, () => {
    none(parseDefault(text).filter(b => b.blockName === null && b.innerHTML.trim() !== '').map(b => b.innerHTML.slice(0, 120)))
  })

  test(`${name}: every block is one of WordPress's own and valid`, () => {
    const blocks = all(parse(text))
    assert.ok(blocks.length > 50, `${blocks.length} blocks`)
    none(blocks.filter(b => !b.isValid || !kinds.includes(b.name)).map(b => `${b.name}: ${b.originalContent?.slice(0, 200)}`))
  })

  if (name === 'thousand') continue // pasting takes the simple browser a minute, and there is nothing new in it

  test(`${name}: pasted as text it is the same blocks`, () => {
    assert.deepEqual(outline(pasteHandler({ plainText: text, HTML: '' })), outline(parse(text)))
  })

  test(`${name}: a paste of the fragment keeps what we say it keeps`, () => {
    assert.deepEqual(outline(pasteHandler({ HTML: fragment, mode: 'BLOCKS' })), outline(parse(pasted)))
  })
}

// An outline is what of some blocks a reader gets: their kinds, words, links
// and pictures.
function outline (blocks) {
  return all(blocks).map(b => {
    const box = document.createElement('div')
    box.innerHTML = getBlockContent({ ...b, innerBlocks: [] })
    for (const br of box.querySelectorAll('br')) br.replaceWith(' ')
    for (const cell of box.querySelectorAll('td, th')) cell.append(' | ')
    return [b.name, b.attributes.level, b.attributes.ordered && (b.attributes.start ?? 1), box.textContent.replace(/\s+/g, ' ').trim(),
      ...Array.from(box.querySelectorAll('a'), a => a.getAttribute('href')),
      ...Array.from(box.querySelectorAll('img'), i => `${i.getAttribute('src')} ${i.getAttribute('alt')}`)]
  })
}
