// What the JavaScript tests share: the expected values, and one line for each check that fails.
import assert from 'node:assert/strict'

export const credits = ['7.5 ECTS', '10/3 CN']
export const codes = ['KZ2009:6M070300', 'RU2013:09.04.02']
export const terms = ['2024/2025-1/2', '2025/2025-1/1']
export const course = (id) => ({ id, credit: '10/3 CN', code: 'KZ2009:6M070300', term: '2024/2025-1/2', credits, codes, terms })
let passed = 0
let failed = 0

export function equal(what, got, expected) {
  try {
    assert.deepEqual(JSON.parse(JSON.stringify(got)), JSON.parse(JSON.stringify(expected)))
    passed++
  } catch {
    failed++
    console.log(`not ok: ${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`)
  }
}

// run(statement, parameters) rejects with the driver's error; name(error) is [SQLSTATE, constraint]
export async function sameRefusals(run, name) {
  const cases = [
    ['bad credit', ['22P02', null], 'SELECT CAST($1 AS credit)', ['7.5']],
    ['credit out of range', ['22003', null], 'SELECT CAST($1 AS credit)', ['99999999999999999999 ECTS']],
    ['bad code', ['22P02', null], 'SELECT CAST($1 AS program_code)', ['KZ2009:']],
    ['bad year', ['22008', null], 'SELECT CAST($1 AS academic_term)', ['2024/2025-3/2']],
    ['two schemes', ['22023', null], "SELECT credit '1 ECTS' + credit '1 KZ'", []],
    ['check', ['23514', 'course_credit_positive'], "INSERT INTO course (id, credit) VALUES (99, '-1 ECTS')", []],
    ['key', ['23505', 'course_pkey'], "INSERT INTO course (id, credit) VALUES (1, '1 ECTS')", []]
  ]
  for (const [what, expected, statement, parameters] of cases) {
    let got = null
    await run(statement, parameters).catch((error) => { got = name(error).map((part) => part ?? null) })
    equal(`error: ${what}`, got, expected)
  }
}

export function done() {
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
}
