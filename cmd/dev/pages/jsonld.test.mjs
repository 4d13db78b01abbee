// The JSON-LD of a page: a LiveBlogPosting that holds every entry but those
// that were withdrawn.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { none, page, wardsPage } from './subject.mjs'

for (const [name, html, least] of [['page', page, 30], ['page of wards', wardsPage, 3]]) {
  const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)

  test(`${name}: has one JSON-LD block, and it is JSON`, () => {
    assert.ok(block)
    JSON.parse(block[1])
  })

  test(`${name}: the block is a LiveBlogPosting`, () => {
    const ajv = addFormats(new Ajv({ allErrors: true }))
    const valid = ajv.compile(JSON.parse(readFileSync(new URL('liveblog.schema.json', import.meta.url))))
    const data = JSON.parse(block[1])
    valid(data)
    none((valid.errors ?? []).map(e => `${e.instancePath} ${e.message}`))
  })

  test(`${name}: every entry that stands is in it, by its own address`, () => {
    const data = JSON.parse(block[1])
    const anchors = [...html.matchAll(/<article\b[^>]*>/g)].map(m => m[0])
      .filter(tag => !/\bclass="withdrawn"/.test(tag))
      .flatMap(tag => /\bid="(e-[^"]+)"/.exec(tag)?.[1] ?? [])
    assert.ok(anchors.length >= least, `${anchors.length} entries`)
    const updates = data.liveBlogUpdate.map(u => new URL(u.url ?? u['@id'], 'file:///').hash.slice(1))
    assert.deepEqual([...updates].sort(), [...anchors].sort())
  })
}

test('a night whose every entry was withdrawn is still one', () => {
  const ajv = addFormats(new Ajv({ allErrors: true }))
  const valid = ajv.compile(JSON.parse(readFileSync(new URL('liveblog.schema.json', import.meta.url))))
  const { author, ...data } = JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)[1])
  assert.ok(author)
  assert.ok(valid({ ...data, liveBlogUpdate: [] }), JSON.stringify(valid.errors))
  assert.ok(!valid(data), 'entries without an author over them pass')
})
