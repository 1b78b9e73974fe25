// node-postgres: text and binary parameters, prepared statements, arrays, errors.
import { codes, course, credits, done, equal, sameRefusals, terms } from './check.mjs'
import { add, connect } from './socu_pg.mjs'

const client = await connect()
const one = async (text, values, name) => (await client.query({ text, values, name })).rows[0]

equal('read', await one('SELECT * FROM course WHERE id = 1'), course(1))
equal('read NULL', await one('SELECT * FROM course WHERE id = 2'),
  { id: 2, credit: '7.5 ECTS', code: null, term: null, credits: [null, '0.1 KZ'], codes: [], terms: null })
await add(client, { ...course(50) })
equal('the block writes', await one('SELECT * FROM course WHERE id = 50'), { ...course(50), codes: null, terms: null })
equal('the block names the constraint', await add(client, { id: 51, credit: '0 ECTS' }).catch((error) => error.message), 'course_credit_positive')
for (const name of [undefined, 'add_course']) {
  await client.query('DELETE FROM course WHERE id = 52')
  await client.query({ name, text: 'INSERT INTO course VALUES ($1, $2, $3, $4, $5, $6, $7)', values: Object.values(course(52)) })
  equal(`write, prepared ${name}`, await one('SELECT * FROM course WHERE id = 52'), course(52))
}
equal('find', (await one('SELECT count(*)::int AS n FROM course WHERE id >= 50 AND credit = $1 AND code <@ $2 AND term = ANY ($3)',
  ['10/3 CN', 'KZ2009:6M07', ['2024/2025-1/2']], 'find')).n, 2)
equal('credit * number', await one("SELECT credit '3 ECTS' * $1 AS a, $2 * credit '3 ECTS' AS b, credit($3, $4) AS c, credit '3 ECTS' / $5::numeric AS d",
  [2, 1.5, 0.1, 'KZ', 2]), { a: '6 ECTS', b: '4.5 ECTS', c: '0.1 KZ', d: '1.5 ECTS' })
// a Buffer is sent in the binary format: the word that credit_send gives
const { a, b, c } = await one('SELECT socu.credit_send(credit) AS a, socu.program_code_send(code) AS b, socu.academic_term_send(term) AS c FROM course WHERE id = 1')
equal('words', [a.length, b.length, c.length], [8, 8, 4])
equal('binary parameters', await one('SELECT CAST($1 AS credit) AS credit, CAST($2 AS program_code) AS code, CAST($3 AS academic_term) AS term', [a, b, c]),
  { credit: '10/3 CN', code: 'KZ2009:6M070300', term: '2024/2025-1/2' })
equal('JSON', (await one('SELECT to_jsonb(course) AS j FROM course WHERE id = 1')).j, course(1))
equal('from JSON', await one('SELECT (jsonb_populate_record(NULL::course, $1)).*', [{ ...course(53), credits, codes, terms }]), course(53))
await sameRefusals((text, values) => client.query(text, values), (error) => [error.code, error.constraint])
done()
