-- What the owner of the extension and of a network may hang on their tables, and writes that meet it.  Run as the owner.
CREATE SCHEMA own;
CREATE TABLE own.failure (statement text, state text, message text);
CREATE TABLE own.hung (n int GENERATED ALWAYS AS IDENTITY, undo text);
CREATE TABLE own.decoration (how text);
INSERT INTO own.decoration VALUES ('index: plain'), ('index: expression'), ('index: partial'), ('index: covering'), ('index: hash, brin'), ('trigger: before row'), ('trigger: after'),
	('rule: also'), ('policy'), ('column, check, statistics');

CREATE VIEW own.member_table AS
SELECT c.oid, c.oid::regclass::text AS name, c.relkind, c.relispartition, c.relnamespace::regnamespace::text AS home
FROM pg_class c
WHERE c.relkind IN ('r', 'p')
  AND (c.oid IN (SELECT d.objid FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND e.extname = 'socu'
                 WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'e')
       OR c.relnamespace IN (SELECT w.network::regnamespace FROM socu.networks w));

CREATE VIEW own.member_column AS
SELECT t.oid, t.name, t.home, t.relkind, a.attnum, quote_ident(a.attname) AS "column", a.atttypid, a.attgenerated
FROM own.member_table t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped;

-- Errors are noted if they are internal; which ones come otherwise is the tables' own business.
CREATE FUNCTION own.run(statement text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	state text;
	message text;
BEGIN
	RAISE LOG 'attack: %', left(statement, 2000);
	EXECUTE statement;
	RETURN true;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
	IF state LIKE 'XX%' THEN
		INSERT INTO own.failure VALUES (statement, state, message);
	END IF;
	RETURN false;
END $$;

CREATE FUNCTION own.hang(statement text, undo text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	IF own.run(statement) THEN
		INSERT INTO own.hung (undo) VALUES (undo);
	END IF;
END $$;

CREATE FUNCTION own.row_trigger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_catalog.count(*) FROM own.decoration;
	RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION own.decorate(how text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	CASE how
		WHEN 'index: plain' THEN
			PERFORM own.hang(format('CREATE INDEX own_%s_%s ON %s (%s)', oid, attnum, name, "column"), format('DROP INDEX %s.own_%s_%s', home, oid, attnum)) FROM own.member_column;
		WHEN 'index: expression' THEN
			PERFORM own.hang(format('CREATE INDEX own_%s_%s ON %s (lower(%s))', oid, attnum, name, "column"), format('DROP INDEX %s.own_%s_%s', home, oid, attnum))
			FROM own.member_column WHERE atttypid = 'text'::regtype;
			PERFORM own.hang(format('CREATE INDEX own_%s_%s ON %s ((%s IS NULL), %3$s, (%4$s IS NOT NULL))', oid, attnum, name, "column"), format('DROP INDEX %s.own_%s_%s', home, oid, attnum))
			FROM own.member_column WHERE atttypid <> 'text'::regtype;
		WHEN 'index: partial' THEN
			PERFORM own.hang(format('CREATE INDEX own_%s_%s ON %s (%s) WHERE %4$s IS NOT NULL', oid, attnum, name, "column"), format('DROP INDEX %s.own_%s_%s', home, oid, attnum)) FROM own.member_column;
		WHEN 'index: covering' THEN
			PERFORM own.hang(format('CREATE INDEX own_%s ON %s (%s) INCLUDE (%s)', oid, name, min("column"), max("column")), format('DROP INDEX %s.own_%s', home, oid))
			FROM own.member_column GROUP BY oid, name, home;
		WHEN 'index: hash, brin' THEN
			PERFORM own.hang(format('CREATE INDEX own_%s_%s_%s ON %s USING %3$s (%5$s)', oid, attnum, am, name, "column"), format('DROP INDEX %s.own_%s_%s_%s', home, oid, attnum, am))
			FROM own.member_column, unnest('{hash,brin}'::text[]) am;
		WHEN 'trigger: before row' THEN
			PERFORM own.hang(format('CREATE TRIGGER own_first BEFORE INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION own.row_trigger()', name), format('DROP TRIGGER own_first ON %s', name)),
				own.hang(format('CREATE TRIGGER zz_own_last BEFORE INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION own.row_trigger()', name), format('DROP TRIGGER zz_own_last ON %s', name))
			FROM own.member_table;
		WHEN 'trigger: after' THEN
			PERFORM own.hang(format('CREATE TRIGGER own_row AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION own.row_trigger()', name), format('DROP TRIGGER own_row ON %s', name)),
				own.hang(format('CREATE TRIGGER own_rows AFTER UPDATE ON %s REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION own.row_trigger()', name), format('DROP TRIGGER own_rows ON %s', name)),
				own.hang(format('CREATE CONSTRAINT TRIGGER own_late AFTER INSERT OR UPDATE OR DELETE ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION own.row_trigger()', name), format('DROP TRIGGER own_late ON %s', name))
			FROM own.member_table;
		WHEN 'rule: also' THEN
			PERFORM own.hang(format('CREATE RULE own_%s AS ON %1$s TO %s DO ALSO SELECT count(*) FROM own.decoration', event, name), format('DROP RULE own_%s ON %s', event, name))
			FROM own.member_table, unnest('{insert,update,delete}'::text[]) event;
		WHEN 'policy' THEN
			PERFORM own.hang(format('CREATE POLICY own ON %s USING (true) WITH CHECK (true)', name), format('DROP POLICY own ON %s', name)) FROM own.member_table;
		WHEN 'column, check, statistics' THEN
			PERFORM own.hang(format('ALTER TABLE %s ADD COLUMN own_1 text DEFAULT ''x'', ADD COLUMN own_2 int GENERATED ALWAYS AS (length(%s::text)) STORED', name, min("column")), format('ALTER TABLE %s DROP COLUMN own_1, DROP COLUMN own_2', name)),
				own.hang(format('ALTER TABLE %s ADD CONSTRAINT own CHECK (own_1 <> '''')', name), format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS own', name)),
				own.hang(format('CREATE STATISTICS own.s%s ON %s, %s FROM %s', oid, min("column"), max("column"), name), format('DROP STATISTICS own.s%s', oid))
			FROM own.member_column WHERE attgenerated = '' GROUP BY oid, name;
	END CASE;
END $$;

CREATE FUNCTION own.strip() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	u text;
BEGIN
	FOR u IN SELECT undo FROM own.hung ORDER BY n DESC LOOP
		EXECUTE u;
	END LOOP;
	DELETE FROM own.hung;
END $$;

-- Rows that the tables take: each row that there is again, as the owner's own; then changed, and some taken away.
CREATE FUNCTION own.write_through() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	t record;
	c text;
	list text;
BEGIN
	FOR t IN SELECT * FROM own.member_table ORDER BY name LOOP
		SELECT string_agg("column", ', ' ORDER BY attnum), string_agg(CASE "column" WHEN 'shipped' THEN 'false' ELSE "column" END, ', ' ORDER BY attnum)
		INTO list, c FROM own.member_column m WHERE m.oid = t.oid AND attgenerated = '';
		PERFORM own.run(format('INSERT INTO %s (%s) SELECT %s FROM %1$s LIMIT 3', t.name, list, c));
		PERFORM own.run(format('INSERT INTO %s (%s) SELECT %s FROM %1$s LIMIT 3 ON CONFLICT DO NOTHING', t.name, list, c));
		FOR c IN SELECT "column" FROM own.member_column m WHERE m.oid = t.oid AND attgenerated = '' LOOP
			PERFORM own.run(format('UPDATE %s SET %s = %2$s WHERE NOT (to_jsonb(%1$s.*) @> ''{"shipped": true}'')', t.name, c));
		END LOOP;
		PERFORM own.run(format('DELETE FROM %s WHERE NOT (to_jsonb(%1$s.*) @> ''{"shipped": true}'') AND random() < 0.2', t.name));
	END LOOP;
END $$;
