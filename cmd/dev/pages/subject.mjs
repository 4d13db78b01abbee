// What is checked, and the browser it is opened in.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

export const resolve = createRequire(import.meta.url).resolve

assert.ok(process.env.NIGHTDESK_PAGES, 'NIGHTDESK_PAGES must name the folder of the exports; "go run ./cmd/dev test" sets it')
export const folder = process.env.NIGHTDESK_PAGES

// none fails with what was found, a line each.
export const none = found => assert.ok(found.length === 0, `found ${found.length}:\n  ${found.slice(0, 40).join('\n  ')}`)

const read = file => readFileSync(file, 'utf8')

// A fragment stands in somebody else's page; this is the barest one that can
// be dark and that, as any theme, keeps what is wide from widening the page.
const host = fragment => `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page that takes the fragment in</title>
<style>body { color-scheme: light dark; background: Canvas; color: CanvasText; overflow-wrap: break-word } img { max-width: 100%; height: auto }
  table { width: 100% } th, td { overflow-wrap: anywhere }</style></head>
<body><main><h1>A page that takes the fragment in</h1>
${fragment}
</main></body></html>
`

// The exports of a night lie in a folder. Its page may be several: the head
// first, then the numbered ones. The fragment's pictures lie beside it, so its
// host page does too.
const exportsOf = name => {
  const dir = join(folder, name)
  const files = pattern => readdirSync(dir).filter(f => pattern.test(f))
  const one = pattern => {
    const found = files(pattern)
    assert.equal(found.length, 1, `${name} has ${found.length} of ${pattern}`)
    return join(dir, found[0])
  }
  const number = f => Number(/-(\d+)\.html$/.exec(f)?.[1] ?? 0)
  const hostFile = join(dir, 'host.html')
  writeFileSync(hostFile, host(read(one(/^(TEST-)?fragment\.html$/))))
  return {
    name,
    pages: files(/^(TEST-)?page(-\d+)?\.html$/).sort((a, b) => number(a) - number(b)).map(f => join(dir, f)),
    hostFile,
    fragment: read(one(/^(TEST-)?fragment\.html$/)),
    wordpress: read(one(/^(TEST-)?wordpress\.txt$/)),
    pasted: read(join(dir, 'pasted.txt')),
    entries: JSON.parse(read(join(dir, 'entries.json'))).entries,
  }
}

export const nights = ['sample', 'every', 'rehearsal', 'thousand'].map(exportsOf)

// golden is one of the files that the tests of data/publish hold their exports
// against. Its wards are those of a council: seats, corrections, news before a
// declaration, a withdrawn entry.
export const golden = name => fileURLToPath(new URL(`../../../data/publish/testdata/${name}`, import.meta.url))
const wardsHost = join(folder, 'wards-host.html')
writeFileSync(wardsHost, host(read(golden('wards.fragment.html'))))

// pages are all pages, fragments all pages that have taken a fragment in.
const named = (name, file) => ({ name, file, html: read(file) })
export const pages = [
  ...nights.flatMap(n => n.pages.map((file, i) => named(`${n.name} page${i ? ` ${i}` : ''}`, file))),
  named('wards page', golden('wards.page.html')),
]
export const fragments = nights.map(n => named(`${n.name} fragment`, n.hostFile))
export const wardsFragment = named('wards fragment', wardsHost) // without its pictures

let browser
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  })
})
after(() => browser.close())

// visit opens a file in a tab and hands it to look. The options are the tab's;
// its width is 1280 px unless they say otherwise. What Chromium complains of
// meanwhile fails the test.
export async function visit (file, { width = 1280, ...options }, look) {
  const tab = await browser.newPage({ viewport: { width, height: 800 }, ...options })
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
