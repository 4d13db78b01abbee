// The markup: html-validate and the Nu validator find no error.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { fragments, none, pages, resolve, wardsFragment } from './subject.mjs'

const documents = [...pages, ...fragments, wardsFragment]

const rules = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'no-inline-style': 'off', // a bar's length is a style; the page's CSP allows it by hash
    'long-title': 'off', // a headline is as long as it is
    'no-trailing-whitespace': 'off', // a text is kept as it was typed
  },
})

for (const { name, html } of documents) {
  test(`${name}: html-validate`, async () => {
    const report = await rules.validateString(html)
    none(report.results.flatMap(r => r.messages)
      .map(m => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`))
  })
}

test('all documents: the Nu validator', () => {
  const jar = resolve('vnu-jar/build/dist/vnu.jar')
  try {
    execFileSync('java', ['-jar', jar, '--stdout', '--format', 'gnu', ...documents.map(d => d.file)], { maxBuffer: 1 << 26 })
  } catch (err) {
    assert.fail(String(err.stdout || err))
  }
})
