// What is checked, and the browser it is opened in.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

export const resolve = createRequire(import.meta.url).resolve

const given = name => {
  assert.ok(process.env[name], `${name} must name the exported file; "go run ./cmd/dev test" sets it`)
  return process.env[name]
}

// none fails with what was found, a line each.
export const none = found => assert.ok(found.length === 0, `found:\n  ${found.join('\n  ')}`)

export const pageFile = given('NIGHTDESK_PAGE')
export const fragmentFile = given('NIGHTDESK_FRAGMENT')

// The night of a council is the one that the tests of data/publish hold their
// exports against: wards, seats, corrections, news before a declaration, a
// withdrawn entry.
const golden = form => fileURLToPath(new URL(`../../../data/publish/testdata/wards.${form}.html`, import.meta.url))
export const wardsFile = golden('page')

export const page = readFileSync(pageFile, 'utf8')
export const wardsPage = readFileSync(wardsFile, 'utf8')

// A fragment stands in somebody else's page; this is the barest
// one that can be dark.
const host = fragment => `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>A page that takes the fragment in</title>
<style>body { color-scheme: light dark; background: Canvas; color: CanvasText }</style></head>
<body><main><h1>A page that takes the fragment in</h1>
${readFileSync(fragment, 'utf8')}
</main></body></html>
`
export const hostPage = host(fragmentFile)
export const wardsHostPage = host(golden('fragment'))

export const openBrowser = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
})
