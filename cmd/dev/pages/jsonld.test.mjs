// The JSON-LD of the page: a LiveBlogPosting that holds every entry.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { none, page } from './subject.mjs'

const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)

test('the page has one JSON-LD block, and it is JSON', () => {
  assert.ok(block)
  JSON.parse(block[1])
})

test('the block is a LiveBlogPosting', () => {
  const ajv = addFormats(new Ajv({ allErrors: true }))
  const valid = ajv.compile(JSON.parse(readFileSync(new URL('liveblog.schema.json', import.meta.url))))
  const data = JSON.parse(block[1])
  valid(data)
  none((valid.errors ?? []).map(e => `${e.instancePath} ${e.message}`))
})

test('every entry of the page is in it, by its own address', () => {
  const data = JSON.parse(block[1])
  const anchors = [...page.matchAll(/<article\b[^>]*\bid="(e-[^"]+)"/g)].map(m => m[1])
  assert.ok(anchors.length >= 30, `${anchors.length} entries`)
  const updates = data.liveBlogUpdate.map(u => new URL(u.url ?? u['@id'], 'file:///').hash.slice(1))
  assert.deepEqual([...updates].sort(), [...anchors].sort())
})
