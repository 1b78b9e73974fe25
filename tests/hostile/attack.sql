SET client_min_messages = warning;

-- What a hostile ordinary role can do with the extension and with networks (its own and somebody else's), as functions of its schema "attack".
-- Run as that role.  The lists come from the catalog (members of the extension, what stands in networks), so that what is new takes part.
-- tests/t/ground_hostile.pl drives it.

CREATE TABLE attack.failure (kind text, statement text, detail text);
CREATE TABLE attack.done (kind text, what text);
CREATE TABLE attack.value (type oid, value text, UNIQUE (type, value)); -- values of the extension's types, as they come up
CREATE TABLE attack.label (value text);
CREATE TABLE attack.skip (kind text, name text, reason text);
CREATE TABLE attack.setting (bits boolean, plain boolean); -- casts make the extension's types of any bits; arguments that get far
INSERT INTO attack.setting VALUES (false, false);

-- the networks that there are at the beginning; those that the attack makes are not attacked
CREATE TABLE attack.network AS SELECT n.oid, n.nspname FROM socu.networks w JOIN pg_namespace n ON n.nspname = w.network;

CREATE VIEW attack.member AS
SELECT p.oid, p.proname, p.oid::regprocedure::text AS signature, p.prokind, p.prorettype, p.proretset, ARRAY(SELECT unnest(p.proargtypes)) AS args, p.provolatile
FROM pg_proc p
WHERE p.oid IN (SELECT d.objid FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND e.extname = 'socu'
                WHERE d.classid = 'pg_proc'::regclass AND d.deptype = 'e')
   OR p.pronamespace IN (SELECT n.oid FROM attack.network n);

CREATE VIEW attack.member_table AS
SELECT c.oid, c.oid::regclass::text AS name, c.relkind
FROM pg_class c
WHERE c.relkind IN ('r', 'p', 'v', 'm')
  AND (c.oid IN (SELECT d.objid FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND e.extname = 'socu'
                 WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'e')
       OR c.relnamespace IN (SELECT n.oid FROM attack.network n WHERE n.nspname <> 'mine'));

-- the types that the extension brings (not the rows of its tables)
CREATE VIEW attack.member_type AS
SELECT t.oid, t.oid::regtype::text AS name, t.typtype, t.typarray
FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND e.extname = 'socu'
JOIN pg_type t ON d.classid = 'pg_type'::regclass AND d.objid = t.oid
WHERE d.deptype = 'e' AND t.typtype IN ('b', 'r', 'm', 'd', 'e');

-- ---- arguments ----

CREATE FUNCTION attack.below(n int) RETURNS int LANGUAGE sql VOLATILE RETURN floor(random() * n)::int;
CREATE FUNCTION attack.pick(list text[]) RETURNS text LANGUAGE sql VOLATILE RETURN list[1 + attack.below(cardinality(list))];

CREATE FUNCTION attack.integer_text(bits int) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN CASE attack.below(6)
		WHEN 0 THEN attack.pick('{0,1,-1,2,3,9,10}')
		WHEN 1 THEN attack.pick('{676,675,1023,1024,2047,9999,1260000,-5,5,729,730}')
		WHEN 2 THEN (-(2::numeric ^ (bits - 1)))::numeric(40)::text
		WHEN 3 THEN (2::numeric ^ (bits - 1) - 1)::numeric(40)::text
		ELSE trunc((random() - 0.5)::numeric * 2::numeric ^ (1 + attack.below(bits - 1)))::text END;
END $$;

CREATE FUNCTION attack.text_expression(huge boolean) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	k int := attack.below(10);
BEGIN
	IF k < 4 THEN
		RETURN (SELECT quote_literal(value) FROM attack.label OFFSET attack.below((SELECT count(*)::int FROM attack.label)) LIMIT 1);
	ELSIF k < 5 AND EXISTS (SELECT FROM attack.value) THEN
		RETURN (SELECT quote_literal(value) FROM attack.value OFFSET attack.below((SELECT count(*)::int FROM attack.value)) LIMIT 1);
	ELSIF k < 6 THEN
		RETURN attack.pick(CASE WHEN huge
			THEN ARRAY['repeat(''x'', 1000000)', 'repeat(''1'', 300000)', 'repeat(''a b '', 250000)', 'repeat(E''e\u0301'', 100000)', 'repeat(''%_'', 100000)']
			ELSE ARRAY['repeat(''x'', 1000)', 'repeat(''a b '', 200)', 'repeat(E''e\u0301'', 200)'] END);
	END IF;
	RETURN attack.pick(ARRAY['''''', ''' ''', '''x''', 'E''\x01\x7f''', '''é''', 'E''\u202e\u0416''', '''NaN''', '''1e400''', '''-5 ECTS''', '''KZ2009:6M''', '''half_up''',
		'''standard''', '''total''', '''per_group''', '''per_line''', '''M2''', '''KZ''', '''ECTS''', '''%s%n%x''', '''''''; DROP TABLE x; --''', '''../../etc''', 'E''a\nb''',
		'''{}''', '''[1,2]''', '''0.5''', '''1/3''', '''2024/2025-1/2''', '''infinity''']);
END $$;

-- An expression for one argument of a type; NULL where SQL can make none (internal).
CREATE FUNCTION attack.argument(type oid, huge boolean DEFAULT true, depth int DEFAULT 0) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	t pg_type := (SELECT p FROM pg_type p WHERE p.oid = argument.type);
	name text := format_type(type, NULL);
	element text;
	columns text;
BEGIN
	IF t.typname IN ('internal', 'trigger', 'event_trigger', 'fdw_handler', 'language_handler', 'index_am_handler', 'table_am_handler', 'tsm_handler', 'pg_ddl_command') THEN
		RETURN NULL;
	ELSIF t.typname IN ('anyelement', 'anynonarray', '"any"', 'any', 'record', 'anycompatible') THEN
		RETURN attack.pick('{ROW(1\,''x''::text),"(SELECT c FROM pg_class c LIMIT 1)",NULL::pg_type,1,''x''::text,"ARRAY[1,NULL]","ROW(ROW(ROW(NULL)))"}');
	ELSIF t.typname IN ('anyarray', 'anycompatiblearray') THEN
		RETURN attack.pick('{"ARRAY[1,NULL]","ARRAY[''x''::text]","''{{1,2},{3,4}}''::int[]"}');
	ELSIF t.typname = 'cstring' THEN
		RETURN '(' || attack.text_expression(huge) || ')::cstring';
	ELSIF (SELECT plain FROM attack.setting) AND t.typname IN ('text', 'date', 'numeric') THEN
		RETURN format('%L::%s', CASE t.typname WHEN 'text' THEN attack.pick('{ECTS,ECTS,KZ,RU_ZET,half_up,total,per_line,per_group,standard,exact}') WHEN 'date' THEN '2024-09-01' ELSE '0.5' END, name);
	ELSIF (SELECT plain FROM attack.setting) AND EXISTS (SELECT FROM attack.value v WHERE v.type = argument.type AND v.value IN ('7.5 ECTS', 'KZ2009:6M070300', '2024/2025-1/2')) THEN
		RETURN (SELECT format('%L::%s', min(v.value), name) FROM attack.value v WHERE v.type = argument.type AND v.value IN ('7.5 ECTS', 'KZ2009:6M070300', '2024/2025-1/2'));
	ELSIF attack.below(12) = 0 THEN
		RETURN 'NULL::' || name;
	ELSIF t.typelem <> 0 AND t.typlen = -1 THEN
		element := coalesce(attack.argument(t.typelem, false, depth + 1), 'NULL');
		RETURN attack.pick(ARRAY['''{}''::' || name, format('ARRAY[%s]::%s', element, name), format('ARRAY[NULL,%s,NULL]::%s', element, name),
			format('ARRAY[ARRAY[%s,NULL],ARRAY[NULL,%1$s]]::%s', element, name), format('array_fill(%s, ARRAY[3], ARRAY[-7])::%s', element, name),
			format('array_fill(%s, ARRAY[2,2,2], ARRAY[5,-5,2147483640])::%s', element, name),
			format('array_fill(%s, ARRAY[%s])::%s', element, CASE WHEN huge THEN 100000 ELSE 100 END, name),
			CASE WHEN t.typelem = 'int8'::regtype THEN quote_literal(attack.array_text()) || '::int8[]' ELSE format('ARRAY[%s]::%s', element, name) END]);
	END IF;
	CASE
		WHEN t.typtype = 'd' THEN RETURN format('(%s)::%s', attack.argument(t.typbasetype, huge), name);
		WHEN t.typtype = 'e' THEN RETURN (SELECT format('%L::%s', enumlabel, name) FROM pg_enum WHERE enumtypid = type ORDER BY random() LIMIT 1);
		WHEN t.typtype = 'c' THEN
			SELECT string_agg(format('NULL::%s', format_type(atttypid, atttypmod)), ',' ORDER BY attnum) INTO columns
			FROM pg_attribute WHERE attrelid = t.typrelid AND attnum > 0 AND NOT attisdropped;
			RETURN format('ROW(%s)::%s', columns, name);
		WHEN t.typtype IN ('r', 'm') AND attack.below(3) = 0 THEN RETURN format('%L::%s', CASE t.typtype WHEN 'r' THEN attack.pick(ARRAY['empty', '(,)']) ELSE attack.pick(ARRAY['{}', '{(,)}']) END, name);
		WHEN t.typtype = 'r' AND depth < 3 THEN
			element := attack.argument((SELECT rngsubtype FROM pg_range WHERE rngtypid = type), false, depth + 1);
			RETURN format('%s(%s, %s, %L)', name, element, attack.argument((SELECT rngsubtype FROM pg_range WHERE rngtypid = type), false, depth + 1),
				attack.pick(ARRAY['[]', '[)', '(]', '()']));
		WHEN t.typtype = 'm' AND depth < 3 THEN
			RETURN format('%s(%s)', name, attack.argument((SELECT rngtypid FROM pg_range WHERE rngmultitypid = type), false, depth + 1));
		ELSE NULL;
	END CASE;
	IF EXISTS (SELECT FROM attack.member_type m WHERE m.oid = type) THEN
		IF (SELECT bits FROM attack.setting) AND t.typbyval AND attack.below(4) > 0 THEN
			RETURN format('(%L::%s)::%s', CASE WHEN attack.below(2) = 0 THEN attack.integer_text(t.typlen * 8)
				ELSE trunc((random() - 0.5)::numeric * 2::numeric ^ (t.typlen * 8))::text END,
				CASE t.typlen WHEN 8 THEN 'int8' ELSE 'int4' END, name);
		END IF;
		RETURN coalesce((SELECT format('%L::%s', v.value, name) FROM attack.value v WHERE v.type = argument.type
			OFFSET attack.below((SELECT count(*)::int FROM attack.value v WHERE v.type = argument.type)) LIMIT 1), 'NULL::' || name);
	END IF;
	RETURN CASE
		WHEN t.typname IN ('int2', 'int4', 'int8', 'oid') THEN format('%L::%s', CASE t.typname WHEN 'oid' THEN attack.pick('{0,1,1259,4294967295}') ELSE attack.integer_text(t.typlen * 8) END, name)
		WHEN t.typname = 'numeric' THEN format('%L::numeric', attack.pick('{NaN,Infinity,-Infinity,0,-0.0,0.5,1,-1,2.5,7148570837.096,1e-20,1e100,1e5000,-1e-5000,0.333333333333333333333,60,30,9007199254740991}'))
		WHEN t.typname IN ('float4', 'float8') THEN format('%L::%s', attack.pick('{NaN,Infinity,-Infinity,0,-0,1e-30,1e30,0.5,-1}'), name)
		WHEN t.typname = 'bool' THEN attack.pick('{true,false}')
		WHEN t.typname = 'date' THEN format('%L::date', attack.pick('{infinity,-infinity,4713-01-01 BC,5874897-12-31,9999-12-31,0001-01-01,2024-02-29,2024-09-01,2019-01-01,1999-12-31}'))
		WHEN t.typname IN ('timestamp', 'timestamptz') THEN format('%L::%s', attack.pick('{infinity,-infinity,4713-01-01 BC,294276-12-31,2024-09-01 12:00}'), name)
		WHEN t.typname = 'interval' THEN format('%L::interval', attack.pick('{0,1 day,-178000000 years,178000000 years,1 month}'))
		WHEN t.typname IN ('json', 'jsonb') THEN format('%L::%s', attack.pick(ARRAY['null', '{}', '[]', '1', '"x"', '{"a":[1,{"b":null}]}', repeat('[', 1000) || repeat(']', 1000)]), name)
		WHEN t.typname IN ('text', 'varchar', 'bpchar', 'name') THEN format('(%s)::%s', attack.text_expression(huge), name)
		WHEN t.typname = 'bytea' THEN attack.pick(ARRAY['''''::bytea', '''\x00ff''::bytea', 'convert_to(repeat(''x'', 100000), ''UTF8'')'])
		WHEN t.typname = 'xml' THEN attack.pick(ARRAY['''<a/>''::xml', '''<a b="c">x</a>''::xml', 'NULL::xml'])
		WHEN t.typname = 'uuid' THEN '''00000000-0000-0000-0000-000000000000''::uuid'
		WHEN t.typname LIKE 'reg%' THEN format('%L::%s', attack.pick('{0,1259,4294967295}'), name)
		WHEN t.typname = 'void' THEN 'NULL'
		ELSE 'NULL::' || name END;
END $$;

-- The text of a bigint array as somebody else may begin an aggregate with.
CREATE FUNCTION attack.array_text() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	n int := CASE attack.below(6) WHEN 0 THEN attack.below(20) WHEN 1 THEN 3 WHEN 2 THEN 5 ELSE 5 + 4 * attack.below(4) END;
	words text[] := '{}';
BEGIN
	FOR i IN 1..n LOOP
		words := words || CASE WHEN attack.below(3) > 0 THEN attack.pick('{0,1,1,2,676,676,5}') ELSE attack.integer_text(64) END;
	END LOOP;
	IF n >= 5 AND attack.below(2) = 0 THEN
		words[1:5] := ARRAY['676', attack.below(3)::text, attack.below(2)::text, '1', attack.below(5)::text];
	END IF;
	RETURN CASE attack.below(9)
		WHEN 0 THEN '{' || array_to_string(words || '{NULL}'::text[], ',') || '}'
		WHEN 1 THEN '{{' || array_to_string(words, ',') || '}}'
		WHEN 2 THEN format('[%s:%s]={%s}', 5, 4 + n, array_to_string(words, ','))
		WHEN 3 THEN '{676,0,0,1,0' || repeat(',NULL', 800) || '}'
		WHEN 4 THEN '{676,0,0,1,0' || repeat(',1,1,1,1', 1 + attack.below(2000)) || '}'
		ELSE '{' || array_to_string(words, ',') || '}' END;
EXCEPTION WHEN OTHERS THEN RETURN '{}';
END $$;

-- What no state may be, tried each time: words too few and too many, nulls, other dimensions and bounds, numbers that nothing has.
CREATE FUNCTION attack.shapes() RETURNS text[] LANGUAGE sql VOLATILE RETURN ARRAY['{}', '{0}', '{1,1023,0}', '{1,-5,5}', '{-1,0,0}', '{1,0,9223372036854775807}', '{{1,0,0}}',
	'{1,NULL,0}', '[0:2]={1,0,0}', '{{676,0,0,1,0}}', '{676,0,0,1,0}', '{676,0,0,0,0}', '{676,0,5,0,0,676,1,0,5}', '{676,1,1,1,9,676,1,1,5}', '{2047,0,0,1,0,-1,1,1,5}',
	'[-5:-1]={676,0,0,1,0}', '{676,0,0,1,0,NULL,NULL,NULL,NULL}', '{676,0,0,1,0' || repeat(',NULL', 800) || '}', attack.array_text(), attack.array_text()];

-- ---- doing and judging ----

CREATE FUNCTION attack.failed(kind text, statement text, detail text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO attack.failure VALUES (kind, statement, detail);
END $$;

-- An error is the right answer to most of this; an internal one is not.
CREATE FUNCTION attack.judge(kind text, statement text, state text, message text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	IF state LIKE 'XX%' AND NOT (state = 'XX001' AND (SELECT bits FROM attack.setting)) OR state = '57014' THEN
		PERFORM attack.failed(kind, statement, state || ' ' || left(message, 300));
	END IF;
END $$;

CREATE FUNCTION attack.run(kind text, statement text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	state text;
	message text;
BEGIN
	RAISE LOG 'attack: %', left(statement, 2000);
	EXECUTE statement;
	RETURN true;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
	PERFORM attack.judge(kind, statement, state, message);
	RETURN false;
END $$;

-- Does a value of one of the extension's types, an array or a range of them, or a text, read back?
CREATE FUNCTION attack.reads_back(statement text, type oid, value text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	again text;
	element oid := (SELECT typelem FROM pg_type WHERE oid = type AND typlen = -1);
BEGIN
	IF value IS NULL OR (SELECT bits FROM attack.setting) THEN
		RETURN;
	END IF;
	again := convert_from(textsend(value), 'UTF8'); -- a text that was not ended holds anything
	IF EXISTS (SELECT FROM attack.member_type m WHERE m.oid IN (type, element)) THEN
		EXECUTE format('SELECT (%L::%s)::text', value, format_type(type, NULL)) INTO again;
		IF again IS DISTINCT FROM value THEN
			PERFORM attack.failed('value', statement, format('%L reads back as %L', left(value, 100), left(again, 100)));
		ELSIF length(value) < 200 AND element IS NOT DISTINCT FROM 0 AND (SELECT count(*) FROM attack.value v WHERE v.type = reads_back.type) < 2000 THEN
			INSERT INTO attack.value VALUES (type, value) ON CONFLICT DO NOTHING;
		END IF;
	END IF;
EXCEPTION WHEN OTHERS THEN
	PERFORM attack.failed('value', statement, format('%L does not read back: %s %s', left(value, 100), SQLSTATE, SQLERRM));
END $$;

-- One value, from a query with one column "x".
CREATE FUNCTION attack.query(kind text, statement text, type oid, OUT value text, OUT state text) LANGUAGE plpgsql AS $$
DECLARE
	message text;
BEGIN
	RAISE LOG 'attack: %', left(statement, 2000);
	EXECUTE format('SELECT x::text FROM (%s) q', statement) INTO value;
	state := '00000';
	PERFORM attack.reads_back(statement, type, value);
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
	PERFORM attack.judge(kind, statement, state, message);
END $$;

-- ---- functions ----

CREATE FUNCTION attack.arguments(args oid[], huge boolean) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
	result text[] := '{}';
	one text;
BEGIN
	FOR i IN 1..cardinality(args) LOOP
		one := attack.argument(args[i], huge);
		IF one IS NULL THEN
			RETURN NULL;
		END IF;
		result := result || one;
	END LOOP;
	RETURN result;
END $$;

CREATE FUNCTION attack.call_function(m attack.member, args text[] DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	huge boolean := NOT EXISTS (SELECT FROM attack.skip s WHERE s.kind = 'huge' AND m.proname LIKE s.name);
	qualified text := (SELECT format('%I.%I', n.nspname, p.proname) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = m.oid);
	type text := (SELECT t.typname FROM pg_type t WHERE t.oid = m.prorettype);
	columns text;
	first record;
	second record;
	statement text;
	r record;
BEGIN
	args := coalesce(args, attack.arguments(m.args, huge AND attack.below(8) = 0));
	IF args IS NULL OR m.prorettype IN ('trigger'::regtype, 'internal'::regtype) OR type = 'event_trigger' THEN
		RETURN;
	END IF;
	statement := format('%s(%s)', qualified, array_to_string(args, ', '));
	IF m.prokind = 'p' THEN
		PERFORM attack.run('function', 'CALL ' || statement);
	ELSIF m.proretset OR type = 'record' OR (SELECT typtype = 'c' FROM pg_type t WHERE t.oid = m.prorettype) THEN
		IF attack.run('function', format('CREATE TEMP TABLE attack_rows AS SELECT * FROM %s q LIMIT 20', statement)) THEN
			FOR r IN SELECT attname, atttypid FROM pg_attribute WHERE attrelid = 'pg_temp.attack_rows'::regclass AND attnum > 0 LOOP
				PERFORM attack.query('function', format('SELECT %I AS x FROM pg_temp.attack_rows LIMIT 1 OFFSET 0', r.attname), r.atttypid);
			END LOOP;
			DROP TABLE pg_temp.attack_rows;
		END IF;
	ELSIF type = 'void' THEN
		PERFORM attack.run('function', 'SELECT ' || statement);
	ELSE
		first := attack.query('function', format('SELECT %s AS x', statement), m.prorettype);
		IF m.provolatile = 'i' AND cardinality(args) > 0 THEN
			SELECT string_agg(format('%s AS c%s', a, i), ', ' ORDER BY i), string_agg('c' || i, ', ' ORDER BY i) INTO columns, statement
			FROM unnest(args) WITH ORDINALITY AS u(a, i);
			statement := format('SELECT %s(%s) AS x FROM (SELECT %s OFFSET 0) q', qualified, statement, columns);
			second := attack.query('function', statement, m.prorettype);
			IF first IS DISTINCT FROM second THEN
				PERFORM attack.failed('twice', statement, format('%L and %L', left(first::text, 100), left(second::text, 100)));
			END IF;
		END IF;
	END IF;
END $$;

CREATE FUNCTION attack.call_aggregate(m attack.member) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	args text[] := attack.arguments(m.args, false);
	qualified text := (SELECT format('%I.%I', n.nspname, p.proname) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = m.oid);
	list text;
	varied text; -- another value in each row, where there are some
	q text;
BEGIN
	IF args IS NULL THEN
		RETURN;
	END IF;
	list := coalesce(nullif(array_to_string(args, ', '), ''), '*');
	SELECT coalesce(string_agg(coalesce((SELECT quote_ident(a.attname) FROM pg_attribute a WHERE a.attrelid = 'attack.sample'::regclass AND a.attname = 'c' || m.args[i]), args[i]), ', ' ORDER BY i), '*')
	INTO varied FROM generate_subscripts(args, 1) i;
	FOREACH q IN ARRAY ARRAY[
		format('SELECT %s(%s) AS x FROM generate_series(1, 3)', qualified, list),
		format('SELECT %s(%s) AS x FROM generate_series(1, 0)', qualified, list),
		format('SELECT %s(%s %s) AS x FROM generate_series(1, 3)', qualified, CASE WHEN list = '*' THEN '' ELSE 'DISTINCT' END, list),
		format('SELECT %s(%s) AS x FROM attack.many', qualified, list),
		format('SELECT %s(%s) AS x FROM attack.sample', qualified, varied),
		format('SELECT %s(%s) AS x FROM attack.sample WHERE "int4" <= 3', qualified, varied),
		format('SELECT %s(%s) FILTER (WHERE i > 1) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS x FROM generate_series(1, 4) i OFFSET 3', qualified, list)]
	LOOP
		-- partial aggregation, with a worker
		PERFORM set_config('max_parallel_workers_per_gather', CASE WHEN q LIKE '%attack.many' THEN '2' ELSE '0' END, false);
		PERFORM attack.query('aggregate', q, m.prorettype);
	END LOOP;
	PERFORM set_config('max_parallel_workers_per_gather', '0', false);
END $$;

-- ---- aggregates made of the extension's functions ----

CREATE FUNCTION attack.initial_state(type oid) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	value text;
BEGIN
	IF type = 'int8[]'::regtype THEN
		RETURN attack.array_text();
	END IF;
	EXECUTE format('SELECT (%s)::text', attack.argument(type, false)) INTO value;
	RETURN value;
EXCEPTION WHEN OTHERS THEN
	RETURN NULL;
END $$;

CREATE FUNCTION attack.qualified(proc oid) RETURNS text LANGUAGE sql STABLE RETURN
	(SELECT format('%I.%I', n.nspname, p.proname) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = proc);

CREATE FUNCTION attack.make_aggregate(m attack.member, initial text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	rest oid[] := m.args[2:];
	types text := coalesce(nullif((SELECT string_agg(format_type(a, NULL), ', ' ORDER BY i) FROM unnest(m.args[2:]) WITH ORDINALITY u(a, i)), ''), '*');
	state text := format_type(m.prorettype, NULL);
	final oid := (SELECT f.oid FROM attack.member f WHERE f.prokind = 'f' AND f.args = ARRAY[m.prorettype] AND NOT f.proretset ORDER BY random() LIMIT 1);
	combine oid := (SELECT f.oid FROM attack.member f WHERE f.prokind = 'f' AND f.args = ARRAY[m.prorettype, m.prorettype] AND f.prorettype = m.prorettype ORDER BY random() LIMIT 1);
	inverse oid := (SELECT f.oid FROM attack.member f WHERE f.prokind = 'f' AND f.args = m.args AND f.prorettype = m.prorettype ORDER BY random() LIMIT 1);
	condition text := CASE WHEN initial IS NULL THEN '' ELSE format(', initcond = %L', initial) END;
	definition text := format('sfunc = %s, stype = %s%s', attack.qualified(m.oid), state, condition);
	aggregate attack.member;
BEGIN
	IF attack.below(3) > 0 AND final IS NOT NULL THEN
		definition := definition || ', finalfunc = ' || attack.qualified(final);
	END IF;
	IF attack.below(2) = 0 AND combine IS NOT NULL THEN
		definition := definition || ', combinefunc = ' || attack.qualified(combine) || ', parallel = safe';
	END IF;
	IF attack.below(2) = 0 AND inverse IS NOT NULL THEN
		definition := definition || format(', msfunc = %s, minvfunc = %s, mstype = %s%s%s', attack.qualified(m.oid), attack.qualified(inverse), state,
			replace(condition, 'initcond', 'minitcond'), CASE WHEN definition LIKE '%finalfunc%' THEN ', mfinalfunc = ' || attack.qualified(final) ELSE '' END);
	END IF;
	definition := format('CREATE AGGREGATE attack.own(%s) (%s)', types, definition);
	IF NOT attack.run('aggregate', definition) THEN
		RETURN;
	END IF;
	SELECT p.oid, p.proname, definition, 'a', p.prorettype, false, ARRAY(SELECT unnest(p.proargtypes)), 'i' INTO aggregate
	FROM pg_proc p WHERE p.pronamespace = 'attack'::regnamespace AND p.proname = 'own' AND p.prokind = 'a';
	PERFORM attack.call_aggregate(aggregate);
	UPDATE attack.failure SET statement = definition || '; ' || statement WHERE statement LIKE '%attack.own(%' AND statement NOT LIKE 'CREATE AGG%';
	EXECUTE format('DROP AGGREGATE attack.own(%s)', types);
END $$;

-- What takes a state, or gives one: with every shape of it.
CREATE FUNCTION attack.call_state_function(m attack.member) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	state text;
	rest text[];
BEGIN
	IF m.prokind <> 'f' OR cardinality(m.args) = 0 OR m.args[1] = 'internal'::regtype THEN
		RETURN;
	ELSIF m.args[1] = 'int8[]'::regtype THEN
		FOREACH state IN ARRAY attack.shapes() || attack.shapes() LOOP
			UPDATE attack.setting SET plain = attack.below(4) > 0;
			rest := attack.arguments(m.args[2:], false);
			PERFORM attack.call_function(m, ARRAY[quote_literal(state) || '::int8[]'] || rest);
			IF m.prorettype = 'int8[]'::regtype THEN
				PERFORM attack.make_aggregate(m, state);
			END IF;
		END LOOP;
		UPDATE attack.setting SET plain = false;
	ELSIF m.args[1] = m.prorettype AND NOT m.proretset
		AND NOT EXISTS (SELECT FROM attack.skip s WHERE s.kind = 'growing' AND m.proname LIKE s.name) THEN
		PERFORM attack.make_aggregate(m, attack.initial_state(m.prorettype));
	END IF;
END $$;

-- ---- triggers on own tables ----

CREATE FUNCTION attack.hang_trigger(m attack.member) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	kind text := attack.pick('{plain,plain,temp,partitioned,view}');
	shape oid := (SELECT oid FROM attack.member_table WHERE relkind IN ('r', 'p') ORDER BY random() LIMIT 1);
	name text := CASE kind WHEN 'temp' THEN 'pg_temp.own' ELSE 'attack.own' END;
	columns text;
	"values" text;
	event text := attack.pick('{INSERT,UPDATE,DELETE,TRUNCATE,INSERT OR UPDATE OR DELETE}');
	timing text := attack.pick('{BEFORE,AFTER}');
	level text := attack.pick('{ROW,STATEMENT}');
	transition text := '';
	setup text[];
	statement text;
	history text;
BEGIN
	SELECT string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attnum),
		string_agg(coalesce(attack.argument(atttypid, false), 'NULL'), ', ' ORDER BY attnum)
	INTO columns, "values" FROM pg_attribute WHERE attrelid = shape AND attnum > 0 AND NOT attisdropped;
	IF attack.below(4) = 0 THEN
		columns := 'a int, b text, shipped int';
		"values" := '1, NULL, 7';
	END IF;
	IF kind = 'view' THEN
		timing := 'INSTEAD OF'; level := 'ROW';
	ELSIF event = 'TRUNCATE' THEN
		level := 'STATEMENT';
	ELSIF timing = 'AFTER' AND kind <> 'partitioned' AND event IN ('INSERT', 'UPDATE', 'DELETE') AND attack.below(2) = 0 THEN
		transition := CASE event WHEN 'INSERT' THEN 'REFERENCING NEW TABLE AS new_rows' WHEN 'DELETE' THEN 'REFERENCING OLD TABLE AS old_rows'
			ELSE 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows' END;
	END IF;
	setup := CASE kind
		WHEN 'temp' THEN ARRAY[format('CREATE TEMP TABLE own (%s)', columns)]
		WHEN 'partitioned' THEN ARRAY[format('CREATE TABLE attack.own (%s, part int DEFAULT 1) PARTITION BY LIST (part)', columns), 'CREATE TABLE attack.own_1 PARTITION OF attack.own DEFAULT']
		WHEN 'view' THEN ARRAY[format('CREATE TABLE attack.own_base (%s)', columns), format('INSERT INTO attack.own_base VALUES (%s)', "values"), 'CREATE VIEW attack.own AS SELECT * FROM attack.own_base']
		ELSE ARRAY[format('CREATE TABLE attack.own (%s)', columns)] END;
	IF attack.below(2) = 0 AND kind <> 'view' THEN
		setup := setup || format('INSERT INTO %s VALUES (%s)', name, "values");
	END IF;
	setup := setup || format('CREATE TRIGGER own %s %s ON %s %s FOR EACH %s EXECUTE FUNCTION %s(%s)', timing, event, name, transition, level,
		attack.qualified(m.oid), attack.pick(ARRAY['', '', '''x''', '''1'', ''2'', ''3''', '''shipped'', ''state'', ''note'', ''''']));
	setup := setup || format('INSERT INTO %s VALUES (%s)', name, "values");
	SELECT setup || format('UPDATE %s SET %I = %1$s.%2$I', name, attname) INTO setup FROM pg_attribute
	WHERE attrelid = shape AND attnum > 0 AND NOT attisdropped AND columns NOT LIKE 'a int%' ORDER BY random() LIMIT 1;
	setup := setup || format('DELETE FROM %s', name) || format('TRUNCATE %s', name);
	FOREACH statement IN ARRAY setup LOOP
		history := concat_ws('; ', history, statement);
		PERFORM attack.run('trigger', statement);
	END LOOP;
	UPDATE attack.failure f SET statement = history WHERE f.kind = 'trigger' AND f.statement = ANY (setup);
	DROP TABLE IF EXISTS pg_temp.own;
	IF kind = 'view' THEN
		DROP VIEW IF EXISTS attack.own;
		DROP TABLE IF EXISTS attack.own_base;
	ELSE
		DROP TABLE IF EXISTS attack.own;
	END IF;
END $$;

-- ---- estimators behind own operators; the extension's operators and casts ----

CREATE FUNCTION attack.use_estimator(m attack.member) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	type text := attack.pick('{int4,text,numeric,record}' || ARRAY(SELECT name FROM attack.member_type WHERE typtype = 'b'));
	joins boolean := cardinality(m.args) = 5;
BEGIN
	IF type = 'record' THEN
		type := 'date';
	END IF;
	PERFORM attack.run('estimator', format('CREATE FUNCTION attack.any_equal(%s, %1$s) RETURNS boolean LANGUAGE sql RETURN true', type));
	IF attack.run('estimator', format('CREATE OPERATOR attack.### (LEFTARG = %s, RIGHTARG = %1$s, FUNCTION = attack.any_equal, %s = %s)', type,
		CASE WHEN joins THEN 'JOIN' ELSE 'RESTRICT' END, attack.qualified(m.oid))) THEN
		PERFORM attack.run('estimator', format('EXPLAIN SELECT FROM (SELECT v::text::%s AS c FROM attack.many) a WHERE a.c OPERATOR(attack.###) %s', type, attack.argument(to_regtype(type), false)));
		IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'attack.sample'::regclass AND atttypid = to_regtype(type)) THEN
			PERFORM attack.run('estimator', format('EXPLAIN SELECT FROM attack.sample a WHERE a.%I OPERATOR(attack.###) %s', c.attname, attack.argument(c.atttypid, false))),
				attack.run('estimator', format('EXPLAIN SELECT FROM attack.sample a WHERE %s OPERATOR(attack.###) a.%I', attack.argument(c.atttypid, false), c.attname)),
				attack.run('estimator', format('EXPLAIN SELECT FROM attack.sample a JOIN attack.sample b ON a.%I OPERATOR(attack.###) b.%1$I', c.attname)),
				attack.run('estimator', format('EXPLAIN SELECT FROM attack.sample a JOIN attack.sample b ON a.%I OPERATOR(attack.###) (SELECT b.%1$I)', c.attname))
			FROM (SELECT attname, atttypid FROM pg_attribute WHERE attrelid = 'attack.sample'::regclass AND atttypid = to_regtype(type) LIMIT 1) c;
		END IF;
		EXECUTE format('DROP OPERATOR attack.### (%s, %1$s)', type);
	END IF;
	EXECUTE format('DROP FUNCTION IF EXISTS attack.any_equal(%s, %1$s)', type);
END $$;

CREATE FUNCTION attack.use_operator() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	o record;
BEGIN
	SELECT format('OPERATOR(%I.%s)', n.nspname, p.oprname) AS name, p.oprleft, p.oprright, p.oprresult INTO o
	FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND e.extname = 'socu'
	JOIN pg_operator p ON d.classid = 'pg_operator'::regclass AND d.objid = p.oid JOIN pg_namespace n ON n.oid = p.oprnamespace
	WHERE d.deptype = 'e' ORDER BY random() LIMIT 1;
	PERFORM attack.query('operator', format('SELECT %s %s %s AS x', CASE WHEN o.oprleft = 0 THEN '' ELSE attack.argument(o.oprleft) END, o.name, attack.argument(o.oprright)), o.oprresult);
END $$;

CREATE FUNCTION attack.use_cast() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	c record;
BEGIN
	SELECT castsource, casttarget INTO c
	FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND e.extname = 'socu'
	JOIN pg_cast p ON d.classid = 'pg_cast'::regclass AND d.objid = p.oid
	WHERE d.deptype = 'e' ORDER BY random() LIMIT 1;
	PERFORM attack.query('cast', format('SELECT (%s)::%s AS x', attack.argument(c.castsource), format_type(c.casttarget, NULL)), c.casttarget);
	-- text to each type, too
	PERFORM attack.query('cast', format('SELECT (%s)::text::%s AS x', attack.text_expression(true), t.name), t.oid)
	FROM attack.member_type t ORDER BY random() LIMIT 1;
END $$;

CREATE FUNCTION attack.touch_table() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	t record;
	c text;
BEGIN
	SELECT * INTO t FROM attack.member_table ORDER BY random() LIMIT 1;
	SELECT quote_ident(attname) INTO c FROM pg_attribute WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped ORDER BY random() LIMIT 1;
	PERFORM attack.run('table', format(attack.pick(ARRAY['DELETE FROM %s', 'UPDATE %s SET %s = NULL', 'INSERT INTO %s DEFAULT VALUES', 'TRUNCATE %s', 'SELECT count(*) FROM %s',
		'ALTER TABLE %s DROP COLUMN %s', 'CREATE INDEX ON %s (%s)', 'CREATE TRIGGER x BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
		'CREATE RULE x AS ON INSERT TO %s DO INSTEAD NOTHING', 'CREATE POLICY x ON %s USING (true)', 'GRANT ALL ON %s TO PUBLIC', 'LOCK TABLE %s', 'DROP TABLE %s CASCADE',
		'ALTER TABLE %s OWNER TO attacker', 'CREATE STATISTICS attack.x ON (%2$s || ''''), (%2$s) FROM %1$s', 'COMMENT ON TABLE %s IS ''x''']), t.name, c));
END $$;

-- ---- long input ----
-- Each argument that may be long, in turn, beside short ones: it is refused, or it takes no longer than the length says.

CREATE TABLE attack.slow (statement text, seconds numeric);
CREATE TABLE attack.long_text (n int, kind text, v text);
ALTER TABLE attack.long_text ALTER v SET STORAGE EXTERNAL; -- only what the functions do is measured

CREATE FUNCTION attack.make_long(bytes int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	TRUNCATE attack.long_text;
	INSERT INTO attack.long_text SELECT n, 'text', repeat(unit, bytes / octet_length(unit))
	FROM unnest(ARRAY['x', '1', 'a b ', E'e\u0301', E'\u0301', 'x-/.,(', '2024/', '<a b="&amp;">', '7.5 ECTS ']) WITH ORDINALITY u (unit, n);
	INSERT INTO attack.long_text VALUES (11, 'xml', '<a>' || repeat('x', bytes) || '</a>'), (12, 'xml', '<a>' || repeat('<b c="d"/>', bytes / 10) || '</a>'),
		(21, 'json', '[' || repeat('1,', bytes / 2) || '1]'), (22, 'json', to_json(repeat('x', bytes))::text), (31, 'array', '');
END $$;

CREATE FUNCTION attack.call_long(m attack.member, bytes int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	t record;
	long record;
	args text[];
	statement text;
	begun timestamptz;
BEGIN
	IF m.prokind <> 'f' OR m.prorettype IN ('trigger'::regtype, 'internal'::regtype) OR NOT has_function_privilege(m.oid, 'EXECUTE') THEN
		RETURN;
	END IF;
	PERFORM setseed(0.5);
	UPDATE attack.setting SET plain = true;
	FOR t IN SELECT a.i, p.typname, p.typelem, p.typlen, CASE WHEN p.typname IN ('text', 'varchar', 'bpchar', 'cstring', 'bytea') THEN 'text' WHEN p.typname = 'xml' THEN 'xml'
			WHEN p.typname IN ('json', 'jsonb') THEN 'json' WHEN p.typelem <> 0 AND p.typlen = -1 THEN 'array' END AS kind
		FROM unnest(m.args) WITH ORDINALITY a (type, i) JOIN pg_type p ON p.oid = a.type ORDER BY a.i
	LOOP
		FOR long IN SELECT n FROM attack.long_text l WHERE l.kind = t.kind ORDER BY n LOOP
			args := attack.arguments(m.args, false);
			EXIT WHEN args IS NULL;
			args[t.i] := CASE WHEN t.kind = 'array' THEN format('array_fill(%s, ARRAY[%s])', coalesce(attack.argument(t.typelem, false, 1), 'NULL'), bytes / 8)
				WHEN t.typname = 'bytea' THEN 'convert_to(l.v, ''UTF8'')' ELSE 'l.v::' || t.typname END;
			-- no other argument is null: a strict function would not look
			FOR k IN 1..cardinality(args) LOOP
				FOR try IN 1..20 LOOP
					EXIT WHEN args[k] NOT LIKE 'NULL::%';
					args[k] := attack.argument(m.args[k], false);
				END LOOP;
			END LOOP;
			statement := format('SELECT count(q) FROM (SELECT %s(%s) FROM attack.long_text l WHERE l.n = %s OFFSET 0) q', attack.qualified(m.oid), array_to_string(args, ', '), long.n);
			begun := clock_timestamp();
			PERFORM attack.run('long', statement);
			INSERT INTO attack.slow VALUES (statement, extract(epoch FROM clock_timestamp() - begun));
		END LOOP;
	END LOOP;
	UPDATE attack.setting SET plain = false;
END $$;

-- ---- the round ----

CREATE FUNCTION attack.seed_values() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	c record;
BEGIN
	FOR c IN SELECT m.oid, l FROM attack.member_type m,
		unnest(ARRAY['7.5 ECTS', '0 ZZ', '7148570837 KZ', '-7148570837 AA', '1/3 CN', '10/7 RU_ZET', 'KZ2009:6M', 'KZ2009:6M070300', 'RU2013:09.04.02', 'KZ:X', 'AA:1.2-3', 'ISCEDF:0613',
			'2024/2025-1/2', '0001/0001', '9999/9999-9/9', '9998/9999-2/2', '2024/2024', '2024/2025']) l
	LOOP
		BEGIN
			EXECUTE format('INSERT INTO attack.value SELECT %s, (%L::%s)::text ON CONFLICT DO NOTHING', c.oid, c.l, format_type(c.oid, NULL));
		EXCEPTION WHEN OTHERS THEN NULL;
		END;
	END LOOP;
	-- every label that ships, and the values of the extension's types in its tables, as far as they may be read
	FOR c IN SELECT t.name, a.attname, a.atttypid FROM attack.member_table t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
		WHERE t.relkind IN ('r', 'p') AND has_column_privilege(t.oid, a.attnum, 'SELECT')
			AND (a.atttypid = 'text'::regtype OR a.atttypid IN (SELECT oid FROM attack.member_type))
		ORDER BY 1, 2
	LOOP
		IF c.atttypid = 'text'::regtype THEN
			EXECUTE format('INSERT INTO attack.label SELECT DISTINCT %I FROM %s WHERE length(%1$I) < 60', c.attname, c.name);
		ELSE
			EXECUTE format('INSERT INTO attack.value SELECT %s, %I::text FROM (SELECT DISTINCT %2$I FROM %s LIMIT 100) q WHERE %2$I IS NOT NULL ON CONFLICT DO NOTHING', c.atttypid, c.attname, c.name);
		END IF;
	END LOOP;
	CREATE TABLE attack.label_once AS SELECT DISTINCT value FROM attack.label ORDER BY 1;
	TRUNCATE attack.label;
	INSERT INTO attack.label SELECT value FROM attack.label_once ORDER BY md5(value) LIMIT 3000;
	DROP TABLE attack.label_once;
	CREATE TABLE attack.many AS SELECT i AS v FROM generate_series(1, 300) i;
	ANALYZE attack.many;
	EXECUTE 'CREATE TABLE attack.sample AS SELECT i AS "int4", i::text AS "text", i::numeric AS "numeric", DATE ''2000-01-01'' + i AS "date" FROM generate_series(1, 300) i';
	FOR c IN SELECT oid, name FROM attack.member_type WHERE typtype = 'b' LOOP
		EXECUTE format('ALTER TABLE attack.sample ADD COLUMN %I %s', 'c' || c.oid, c.name);
		EXECUTE format('UPDATE attack.sample SET %I = (SELECT value::%s FROM attack.value WHERE type = %s OFFSET "int4" %% (SELECT greatest(1, count(*)) FROM attack.value WHERE type = %3$s) LIMIT 1)',
			'c' || c.oid, c.name, c.oid);
	END LOOP;
	-- the first rows hold credits that convert into one another
	FOR c IN SELECT oid, name FROM attack.member_type WHERE typtype = 'b' AND name ~ '(^|[.])credit$' LOOP
		EXECUTE format('UPDATE attack.sample SET %I = (''{7.5 ECTS,5 KZ,3 RU_ZET}''::%s[])["int4"] WHERE "int4" <= 3', 'c' || c.oid, c.name);
	END LOOP;
	ANALYZE attack.sample;
END $$;

-- One round: every member once, in the order of their names.  The same seed does the same.
CREATE FUNCTION attack.round(seed int, part int DEFAULT 0, parts int DEFAULT 1) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
	m attack.member;
	n int := 0;
BEGIN
	PERFORM setseed((seed % 10000) / 10000.0 * 0.9999);
	FOR m IN SELECT * FROM attack.member ORDER BY signature LOOP
		n := n + 1;
		CONTINUE WHEN n % parts <> part OR EXISTS (SELECT FROM attack.skip s WHERE s.kind = 'all' AND m.proname LIKE s.name);
		IF NOT has_function_privilege(m.oid, 'EXECUTE') THEN
			-- refused once is refused
			IF m.prorettype = 'trigger'::regtype THEN
				PERFORM attack.hang_trigger(m);
			ELSE
				PERFORM attack.call_function(m);
			END IF;
		ELSIF m.prorettype = 'trigger'::regtype THEN
			PERFORM attack.hang_trigger(m);
		ELSIF m.prokind = 'a' THEN
			PERFORM attack.call_aggregate(m);
		ELSIF m.args[1:3] = '{internal,oid,internal}'::regtype[]::oid[] THEN
			PERFORM attack.use_estimator(m);
		ELSE
			PERFORM attack.call_function(m);
			IF cardinality(m.args) = 1 THEN
				PERFORM attack.call_function(m) FROM generate_series(1, 12);
			END IF;
			PERFORM attack.call_state_function(m);
		END IF;
		INSERT INTO attack.done VALUES (m.prokind, m.signature);
	END LOOP;
	FOR i IN 1..5 LOOP
		PERFORM attack.use_operator(), attack.use_cast(), attack.touch_table();
	END LOOP;
	RETURN n;
END $$;
