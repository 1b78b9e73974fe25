// Kysely: queries, arrays, introspection, errors.
import { sql } from 'kysely'
import { course, done, equal, sameRefusals } from './check.mjs'
import { asCredit, db } from './socu_kysely.mjs'

const get = (id) => db.selectFrom('course').selectAll().where('id', '=', id).executeTakeFirst()
equal('read', await get(1), course(1))
await db.insertInto('course').values(course(70)).execute()
equal('write', await get(70), course(70))
await db.updateTable('course').set({ credit: '6 RU_ZET', credits: ['6 RU_ZET', null] }).where('id', '=', 70).execute()
equal('update', await get(70), { ...course(70), credit: '6 RU_ZET', credits: ['6 RU_ZET', null] })
equal('find', await db.selectFrom('course').select('id').where('id', '>=', 70).where('credit', '=', '6 RU_ZET').where('term', '>=', '2024/2025-1/2')
  .where('code', '<@', 'KZ2009:6M07').execute(), [{ id: 70 }])
equal('the block casts', await db.selectNoFrom([sql`${asCredit('3 ECTS')} * ${1.5}`.as('c')]).execute(), [{ c: '4.5 ECTS' }])
const tables = await db.introspection.getTables()
equal('introspection', tables.find((table) => table.name === 'course').columns.map((c) => [c.name, c.dataType]),
  [['id', 'int4'], ['credit', 'credit'], ['code', 'program_code'], ['term', 'academic_term'],
    ['credits', '_credit'], ['codes', '_program_code'], ['terms', '_academic_term']])
await sameRefusals((text, values) => db.executeQuery({ sql: text, parameters: values, query: { kind: 'RawNode' }, queryId: {} }),
  (error) => [error.code, error.constraint])
done()
