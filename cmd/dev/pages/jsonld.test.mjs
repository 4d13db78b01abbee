// The JSON-LD of a page: a LiveBlogPosting that holds every entry of the page
// but those that were withdrawn.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { nights, none, pages } from './subject.mjs'

const schema = JSON.parse(readFileSync(new URL('liveblog.schema.json', import.meta.url)))
const valid = addFormats(new Ajv({ allErrors: true })).compile(schema)

const blockOf = html => {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)]
  assert.equal(blocks.length, 1)
  return blocks[0][1]
}
const dataOf = html => JSON.parse(blockOf(html))

// shown are the anchors of the entries of a page that stand.
const shown = html => [...html.matchAll(/<article\b[^>]*>/g)].map(m => m[0])
  .filter(tag => !/\bclass="withdrawn"/.test(tag))
  .flatMap(tag => /\bid="(e-[^"]+)"/.exec(tag)?.[1] ?? [])

const anchorOf = update => new URL(update['@id'], 'file:///').hash.slice(1)

for (const { name, html } of pages) {
  test(`${name}: the block is a LiveBlogPosting, and nothing in it could end it`, () => {
    assert.doesNotMatch(blockOf(html), /[<>&]/)
    valid(dataOf(html))
    none((valid.errors ?? []).map(e => `${e.instancePath} ${e.message}`))
  })

  test(`${name}: every entry that stands is in it`, () => {
    assert.deepEqual(dataOf(html).liveBlogUpdate.map(anchorOf), shown(html))
  })
}

for (const { name, pages: files, entries } of nights) {
  const all = files.map(file => ({ file: basename(file), html: readFileSync(file, 'utf8') }))
  const updates = all.flatMap(({ html }) => dataOf(html).liveBlogUpdate)

  test(`${name}: its pages together have every entry, under one address each`, () => {
    assert.deepEqual([...new Set(updates.map(anchorOf))].sort(), entries.filter(e => !e.withdrawn).map(e => `e-${e.id}`).sort())
    assert.equal(new Set(updates.map(u => u['@id'])).size, new Set(updates.map(anchorOf)).size)
    none(updates.filter(u => u.url !== u['@id']).map(u => `${u['@id']} is at ${u.url}`))
  })

  test(`${name}: its pages begin at one time, and none says when coverage ends`, () => {
    const data = all.map(({ html }) => dataOf(html))
    assert.equal(new Set(data.flatMap(d => [d.coverageStartTime, d.datePublished])).size, 1)
    assert.ok(data.every(d => d.coverageEndTime === undefined))
  })

  // A night of one page has the page's own address, which is no file's name.
  if (all.length > 1) {
    test(`${name}: an entry's address names the page that has it`, () => {
      none(updates.filter(u => !shown(all.find(p => p.file === basename(new URL(u.url).pathname))?.html ?? '').includes(anchorOf(u))).map(u => u.url))
    })
  }
}

for (const name of ['sample page', 'every page', 'rehearsal page']) {
  test(`${name}: of a night that says all of itself nothing is missing`, () => {
    const data = dataOf(pages.find(p => p.name === name).html)
    const { coverageEndTime, ...properties } = schema.properties
    assert.ok(coverageEndTime, 'which nobody knows')
    none(Object.keys(properties).filter(p => data[p] === undefined))
    assert.ok(data.about.location, 'where it was')
    assert.ok(data.liveBlogUpdate.some(u => u.image), 'an entry with a picture')
    assert.equal(name.startsWith('rehearsal'), /^TEST\b/.test(data.headline))
    assert.equal(name.startsWith('rehearsal'), data.liveBlogUpdate.every(u => /^TEST\b/.test(u.headline)))
  })
}

test('a night whose every entry was withdrawn is still one', () => {
  const { author, ...data } = dataOf(pages[0].html)
  assert.ok(author)
  assert.ok(valid({ ...data, liveBlogUpdate: [] }), JSON.stringify(valid.errors))
  assert.ok(!valid(data), 'entries without an author over them pass')
})
