// postgres.js: parameters, arrays, COPY, errors.
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { course, done, equal, sameRefusals } from './check.mjs'
import { add, sql } from './socu_postgres.mjs'

equal('read', (await sql`SELECT * FROM course WHERE id = 1`)[0], course(1))
// inside an array NULL is read as in an array of text, well or badly
const [{ x: [inside] }] = await sql`SELECT ARRAY[NULL, 'a'] AS x`
equal('read NULL', (await sql`SELECT * FROM course WHERE id = 2`)[0],
  { id: 2, credit: '7.5 ECTS', code: null, term: null, credits: [inside, '0.1 KZ'], codes: [], terms: null })
await add(course(60))
equal('the block writes', (await sql`SELECT * FROM course WHERE id = 60`)[0], course(60))
equal('the block names the constraint', await add({ id: 61, credit: '0 ECTS' }).catch((error) => error.message), 'course_credit_positive')
equal('find', (await sql`SELECT id FROM course WHERE id >= 60 AND credit = ${'10/3 CN'} AND code <@ ${'KZ2009:6M07'}
  AND term = ANY (${['2024/2025-1/2']}::academic_term[])`)[0], { id: 60 })
equal('credit * number', (await sql`SELECT credit '3 ECTS' * ${2} AS a, ${1.5} * credit '3 ECTS' AS b, credit(${0.1}, ${'KZ'}) AS c`)[0],
  { a: '6 ECTS', b: '4.5 ECTS', c: '0.1 KZ' })
equal('JSON', (await sql`SELECT to_jsonb(course) AS j FROM course WHERE id = 1`)[0].j, course(1))
let copied = ''
for await (const chunk of await sql`COPY (SELECT * FROM course WHERE id = 60) TO STDOUT`.readable()) copied += chunk
await sql`DELETE FROM course WHERE id = 60`
await pipeline(Readable.from([copied]), await sql`COPY course FROM STDIN`.writable())
equal('COPY', (await sql`SELECT * FROM course WHERE id = 60`)[0], course(60))
await sameRefusals((text, values) => sql.unsafe(text, values, { prepare: true }), (error) => [error.code, error.constraint_name])
done()
