// The markup: html-validate and the Nu validator find no error.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { hostPage, none, page, resolve, wardsHostPage, wardsPage } from './subject.mjs'

const folder = mkdtempSync(join(tmpdir(), 'markup-'))
after(() => rmSync(folder, { recursive: true }))

const rules = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'no-inline-style': 'off', // a bar's length is a style; the page's CSP allows it by hash
    'long-title': 'off', // a headline is as long as it is
    'no-trailing-whitespace': 'off', // a text is kept as it was typed
  },
})

for (const [name, html] of [['page', page], ['fragment', hostPage], ['page of wards', wardsPage], ['fragment of wards', wardsHostPage]]) {
  test(`${name}: html-validate`, async () => {
    const report = await rules.validateString(html)
    none(report.results.flatMap(r => r.messages)
      .map(m => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`))
  })

  test(`${name}: the Nu validator`, () => {
    const file = join(folder, `${name}.html`)
    writeFileSync(file, html)
    const jar = resolve('vnu-jar/build/dist/vnu.jar')
    try {
      execFileSync('java', ['-jar', jar, '--stdout', '--format', 'gnu', file])
    } catch (err) {
      assert.fail(String(err.stdout || err))
    }
  })
}
