# Installing in a database of others: nothing of theirs is called or taken, whatever they planted and whatever is set.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--no-locale', '-E', 'UTF8' ]);
$node->start;

my ($script) = glob('sql/socu--*.sql');
my %word = map { $_ => 1 } slurp_file($script) =~ /[a-z_][a-z0-9_]*/gi;
my %symbol = map { $_ => 1 } slurp_file($script) =~ m{[-+*/<>=~!@#%^&|`?]+}g;

# ---- look-alikes of what the script could take ----
# A call prefers a function whose types fit it better.  So for each function and operator of pg_catalog whose name stands in the
# script: overloads that take what casts to its types by itself, and overloads with a type in the place of each polymorphic one.
my $variants = q{
	WITH fine (t) AS (SELECT unnest('{text,varchar,name,int4,int8,numeric,bool,date,daterange,jsonb}'::regtype[])),
	member AS (
		SELECT p.oid AS id, p.proname::text AS name, ARRAY(SELECT unnest(p.proargtypes::oid[])) AS args, p.prorettype AS result, false AS is_operator
		FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind IN ('f', 'a') AND p.pronargs BETWEEN 1 AND 3
		UNION ALL
		SELECT o.oid, o.oprname, CASE o.oprleft WHEN 0 THEN ARRAY[o.oprright] ELSE ARRAY[o.oprleft, o.oprright] END, o.oprresult, true
		FROM pg_operator o WHERE o.oprnamespace = 'pg_catalog'::regnamespace AND o.oprcode <> 0),
	arg AS (SELECT m.id, m.is_operator, a.n, a.t, t.typtype = 'p' AS poly, t.typname::text AS typname
		FROM member m CROSS JOIN LATERAL unnest(m.args) WITH ORDINALITY a (t, n) JOIN pg_type t ON t.oid = a.t),
	variant AS (
		-- one argument in another type that casts to it by itself
		SELECT m.name, m.is_operator, m.args[:a.n - 1] || c.castsource || m.args[a.n + 1:] AS args, m.result
		FROM member m JOIN arg a USING (id, is_operator) JOIN pg_cast c ON c.casttarget = a.t AND c.castcontext = 'i' JOIN fine f ON f.t = c.castsource
		UNION
		-- all arguments in one type
		SELECT m.name, m.is_operator, ARRAY(SELECT f.t::oid FROM unnest(m.args)), m.result
		FROM member m CROSS JOIN fine f
		UNION
		-- what is polymorphic in a type of its own
		SELECT m.name, m.is_operator,
		       ARRAY(SELECT CASE WHEN a.typname ~ 'range' THEN 'daterange'::regtype::oid WHEN a.typname ~ 'array' THEN coalesce(nullif(t.typarray, 0), 'text[]'::regtype) WHEN a.poly THEN f.t ELSE a.t END
		             FROM arg a WHERE a.id = m.id AND a.is_operator = m.is_operator ORDER BY a.n), m.result
		FROM member m CROSS JOIN fine f JOIN pg_type t ON t.oid = f.t
		WHERE EXISTS (SELECT FROM arg a WHERE a.id = m.id AND a.is_operator = m.is_operator AND a.poly))
	SELECT DISTINCT ON (w.is_operator, w.name, w.args) w.is_operator, w.name, w.args, CASE WHEN r.typtype = 'p' THEN 'bool'::regtype ELSE r.oid::regtype END AS result
	FROM variant w JOIN pg_type r ON r.oid = w.result
	WHERE NOT EXISTS (SELECT FROM unnest(w.args) a JOIN pg_type t ON t.oid = a WHERE t.typtype = 'p')
	  AND NOT EXISTS (SELECT FROM member m WHERE m.name = w.name AND m.is_operator = w.is_operator AND m.args = w.args)};

sub plant
{
	my ($db) = @_;
	my $words = join(',', map { "'$_'" } sort keys %word);
	my $symbols = join(',', map { "'$_'" } sort keys %symbol);
	return $node->safe_psql($db, qq{
		SET client_min_messages = error;
		SET check_function_bodies = off;
		SET search_path = pg_catalog;
		DO \$plant\$
		DECLARE
			v record;
			planted int := 0;
		BEGIN
			FOR v IN $variants AND CASE WHEN w.is_operator THEN w.name IN ($symbols) ELSE w.name IN ($words) END LOOP
				IF NOT v.is_operator THEN
					EXECUTE format('CREATE FUNCTION ext.%I(%s) RETURNS %s LANGUAGE plpgsql IMMUTABLE AS \$f\$ BEGIN RAISE EXCEPTION ''planted: %s was called''; END \$f\$',
						v.name, array_to_string(v.args::regtype[], ', '), v.result, replace(v.name, '''', ''));
				ELSE
					EXECUTE format('CREATE OR REPLACE FUNCTION ext.%I(%s) RETURNS %s LANGUAGE plpgsql IMMUTABLE AS \$f\$ BEGIN RAISE EXCEPTION ''planted: an operator was called''; END \$f\$',
						'planted_' || replace(v.result::text, ' ', '_'), array_to_string(v.args::regtype[], ', '), v.result);
					EXECUTE format('CREATE OPERATOR ext.%s (%s RIGHTARG = %s, FUNCTION = ext.%I)', v.name,
						CASE WHEN cardinality(v.args) = 2 THEN format('LEFTARG = %s,', v.args[1]::regtype) ELSE '' END,
						v.args[cardinality(v.args)]::regtype, 'planted_' || replace(v.result::text, ' ', '_'));
				END IF;
				planted := planted + 1;
			END LOOP;
			-- types, relations and a collation by the names of pg_catalog's
			FOR v IN SELECT DISTINCT typname FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r') AND typname !~ '^_' AND typname IN ($words) LOOP
				EXECUTE format('CREATE DOMAIN ext.%I AS pg_catalog.text CHECK (false)', v.typname);
			END LOOP;
			FOR v IN SELECT relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind IN ('r', 'v') AND relname IN ($words) LOOP
				EXECUTE format('CREATE TABLE ext.%I (planted text)', v.relname);
			END LOOP;
			CREATE COLLATION ext."C" (provider = libc, locale = 'POSIX');
			PERFORM set_config('test.planted', planted::text, false);
		END \$plant\$;
		SELECT current_setting('test.planted')}, extra_params => [ '-U', 'planter' ]);
}

# What socu's own names could be taken for: functions of the same name whose types fit a call better, or that take fewer arguments.
sub plant_own
{
	my ($db) = @_;
	$node->safe_psql('postgres', 'CREATE DATABASE model');
	$node->safe_psql('model', 'CREATE EXTENSION socu CASCADE');
	my $statements = $node->safe_psql('model', q{
		SET search_path = pg_catalog;
		WITH own AS (
			SELECT p.oid, p.proname, ARRAY(SELECT unnest(p.proargtypes::oid[])) AS args, p.pronargs, p.pronargdefaults FROM pg_depend d JOIN pg_proc p ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
			WHERE d.deptype = 'e' AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'socu') AND p.pronamespace = 'public'::regnamespace
			  AND p.pronargs > 0 AND NOT EXISTS (SELECT FROM unnest(p.proargtypes::oid[]) a JOIN pg_type t ON t.oid = a WHERE t.typnamespace <> 'pg_catalog'::regnamespace)),
		arg AS (SELECT o.oid, a.n, a.t FROM own o CROSS JOIN LATERAL unnest(o.args) WITH ORDINALITY a (t, n)),
		variant AS (
			SELECT o.proname, o.args[:a.n - 1] || c.castsource || o.args[a.n + 1:] AS args FROM own o JOIN arg a USING (oid) JOIN pg_cast c ON c.casttarget = a.t AND c.castcontext = 'i'
			UNION SELECT o.proname, o.args[:g.n] FROM own o CROSS JOIN LATERAL generate_series(greatest(o.pronargs - o.pronargdefaults, 1), o.pronargs - 1) g (n)
			UNION SELECT o.proname, ARRAY(SELECT 'anyelement'::regtype::oid FROM unnest(o.args)) FROM own o)
		SELECT format('CREATE FUNCTION ext.%I(%s) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $f$ BEGIN RAISE EXCEPTION ''planted: %1$s was called''; END $f$;',
			v.proname, array_to_string(v.args::regtype[], ', ')) FROM variant v
		WHERE NOT EXISTS (SELECT FROM own o WHERE o.proname = v.proname AND o.args = v.args)
		  AND NOT EXISTS (SELECT FROM unnest(v.args) a JOIN pg_type t ON t.oid = a WHERE t.typname <> 'anyelement' AND t.typtype = 'p')});
	$node->safe_psql($db, "SET client_min_messages = error; $statements", extra_params => [ '-U', 'planter' ]);
	$node->safe_psql('postgres', 'DROP DATABASE model');
	return scalar(() = $statements =~ /CREATE FUNCTION/g);
}

# What an object of the extension, or one that belongs to it, refers to outside socu, pg_catalog and btree_gist.
my $foreign = q{
	SET search_path = pg_catalog;
	WITH RECURSIVE own AS (
		SELECT d.classid, d.objid FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.refobjid = e.oid
		WHERE e.extname = 'socu' AND d.deptype = 'e'
		UNION
		SELECT d.classid, d.objid FROM own o JOIN pg_catalog.pg_depend d ON d.refclassid = o.classid AND d.refobjid = o.objid WHERE d.deptype IN ('a', 'i', 'P', 'S')),
	allowed AS (
		SELECT classid, objid FROM own
		UNION SELECT d.classid, d.objid FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.refobjid = e.oid
		      WHERE e.extname IN ('btree_gist', 'plpgsql') AND d.deptype = 'e'
		UNION SELECT 'pg_catalog.pg_extension'::pg_catalog.regclass, oid FROM pg_catalog.pg_extension WHERE extname IN ('socu', 'btree_gist')
		UNION SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass, extnamespace FROM pg_catalog.pg_extension WHERE extname = 'socu')
	SELECT pg_catalog.string_agg(DISTINCT pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) || ' on ' || pg_catalog.pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid), E'\n')
	FROM own o JOIN pg_catalog.pg_depend d USING (classid, objid)
	WHERE NOT EXISTS (SELECT FROM allowed a WHERE a.classid = d.refclassid AND a.objid = d.refobjid)
	  AND (SELECT i.schema FROM pg_catalog.pg_identify_object(d.refclassid, d.refobjid, d.refobjsubid) i) IS DISTINCT FROM 'pg_catalog'};
my $strayed = q{
	SET search_path = pg_catalog;
	SELECT pg_catalog.string_agg(pg_catalog.pg_describe_object(d.classid, d.objid, 0), ', ')
	FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.refobjid = e.oid
	CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classid, d.objid, 0) i
	WHERE e.extname = 'socu' AND d.deptype = 'e' AND i.schema NOT IN ('socu', e.extnamespace::pg_catalog.regnamespace::text)};

# Tables, views and functions that are no C and that the owner of the extension does not own.
my $kept = q{
	SET search_path = pg_catalog;
	WITH member AS (SELECT d.classid, d.objid, e.extowner FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
		WHERE e.extname = 'socu' AND d.deptype = 'e')
	SELECT string_agg(name, ' ' ORDER BY kind, name COLLATE "C") FROM (
		SELECT CASE c.relkind WHEN 'r' THEN 1 ELSE 2 END AS kind, c.relname::text AS name FROM member JOIN pg_class c ON classid = 'pg_class'::regclass AND objid = c.oid WHERE c.relowner <> extowner
		UNION ALL
		SELECT 3, p.proname::text FROM member JOIN pg_proc p ON classid = 'pg_proc'::regclass AND objid = p.oid JOIN pg_language l ON l.oid = p.prolang
		WHERE p.proowner <> extowner AND l.lanname IN ('sql', 'plpgsql')) x};

$node->safe_psql('postgres', 'CREATE ROLE planter LOGIN; CREATE DATABASE field; GRANT CREATE ON DATABASE field TO planter');
$node->safe_psql('field', 'GRANT CREATE ON SCHEMA public TO PUBLIC');
$node->safe_psql('field', 'CREATE SCHEMA ext; CREATE EXTENSION btree_gist SCHEMA ext', extra_params => [ '-U', 'planter' ]);
cmp_ok(plant('field'), '>', 2000, 'look-alikes are planted beside btree_gist');
cmp_ok(plant_own('field'), '>', 100, 'look-alikes of the functions of socu, too');
my $superuser = $node->safe_psql('postgres', 'SELECT current_user');
my ($rc, $out, $err);
foreach my $case ([ $superuser, 'ext' ], [ 'planter', 'public' ])
{
	my ($user, $schema) = @$case;
	$node->safe_psql('postgres', 'CREATE DATABASE planted TEMPLATE field; GRANT CREATE ON DATABASE planted TO planter');
	$node->safe_psql('planted', "DROP SCHEMA public; ALTER SCHEMA ext RENAME TO $schema") if $schema ne 'ext';
	($rc, $out, $err) = $node->psql('planted', "SET search_path = $schema, pg_catalog; CREATE EXTENSION socu", extra_params => [ '-U', $user ]);
	is($err, '', "installed by $user, planted in $schema: nothing planted was called");
	is($node->safe_psql('planted', $foreign), '', 'nor is it a part of any object');
	is($node->safe_psql('planted', $strayed), '', 'and every object is in one of the two schemas');
	my @kept = split / /, $node->safe_psql('planted', $kept);
	is(scalar(grep { /^(network_(step|room|secret)|networks|create_network)$/ } @kept), $user eq $superuser ? 0 : 5, "installed by $user: the template of networks is a superuser's");
	is_deeply([ grep { !/^(network|(create|check|upgrade|rename)_network$)/ } @kept ], [], 'all else that is no C belongs to who installs');
	($rc, $out, $err) = $node->psql('planted', "SELECT socu.create_network('net')");
	like($err, qr/^psql:<stdin>:1: ERROR:  schema $schema is open to others\nDETAIL:  Role planter may create objects in it\./, "$superuser makes no network where planter may create objects");
	$node->safe_psql('postgres', 'DROP DATABASE planted');
}

# ---- a network ----
# What is planted in the schema of the extension is found there by the statements of the template: nobody makes a network where others may create.
$node->safe_psql('postgres', 'CREATE ROLE friend; CREATE ROLE maker LOGIN; CREATE DATABASE homely; GRANT CREATE ON DATABASE homely TO maker, planter');
$node->safe_psql('homely', 'CREATE EXTENSION socu CASCADE');
foreach my $case ([ 'PUBLIC', 'Everybody' ], [ 'planter', 'Role planter' ])
{
	$node->safe_psql('homely', "GRANT CREATE ON SCHEMA public TO $case->[0]");
	foreach my $user ($superuser, 'maker')
	{
		($rc, $out, $err) = $node->psql('homely', "SELECT socu.create_network('net')", extra_params => [ '-U', $user ]);
		like($err, qr/ERROR:  schema public is open to others\nDETAIL:  $case->[1] may create objects in it\..* role $user\.\nHINT:  REVOKE CREATE ON SCHEMA public FROM $case->[0];/,
			"$user makes no network where $case->[0] may create objects");
	}
	$node->safe_psql('homely', "REVOKE CREATE ON SCHEMA public FROM $case->[0]");
}
$node->safe_psql('homely', q{SET client_min_messages = warning; SELECT socu.create_network('net')}, extra_params => [ '-U', 'maker' ]);
# In the database of an ordinary role, that role and others make networks; a superuser does not do it for them.
$node->safe_psql('postgres', 'ALTER DATABASE homely OWNER TO planter');
$node->safe_psql('homely', qq{SET client_min_messages = warning; SELECT socu.create_network('$_')}, extra_params => [ '-U', $_ ]) foreach qw(maker planter);
($rc, $out, $err) = $node->psql('homely', "SELECT socu.create_network('more')");
like($err, qr/ERROR:  schema public is open to others\n.*HINT:  The schema is theirs: make the network as role planter\./s, 'a superuser makes none in the database of somebody else');
is($node->safe_psql('homely', 'SELECT string_agg(network, $$ $$ ORDER BY network) FROM socu.networks'), 'maker net planter', 'the others are made');
# Nor is one upgraded while others may create in its own schema; its check says so.
$node->safe_psql('homely', 'GRANT CREATE ON SCHEMA maker TO friend', extra_params => [ '-U', 'maker' ]);
foreach my $call ("socu.upgrade_network('maker')", "socu.upgrade_network('maker', dry_run => true)", "socu.network_facts_update('maker')")
{
	($rc, $out, $err) = $node->psql('homely', "SELECT * FROM $call", extra_params => [ '-U', 'maker' ]);
	like($err, qr/ERROR:  schema maker is open to others/, "$call stops");
}
is($node->safe_psql('homely', q{SELECT object, difference, way_out FROM socu.check_network('maker') WHERE severity = 'error'}, extra_params => [ '-U', 'maker' ]),
	'maker|friend may create objects in it|REVOKE CREATE ON SCHEMA maker FROM friend', 'and its check tells');
$node->safe_psql('postgres', 'DROP DATABASE homely');

# ---- the schema ----
$node->safe_psql('postgres', 'CREATE DATABASE squatted; GRANT CREATE ON DATABASE squatted TO planter');
$node->safe_psql('squatted', 'CREATE EXTENSION btree_gist; GRANT CREATE ON SCHEMA public TO planter');
# refuses(USER, PREPARATION, SETTINGS AND OPTIONS, MESSAGE, NAME): what a schema that waits does to an installation
sub refuses
{
	my ($prepare, $options, $message, $name) = @_;
	$node->safe_psql('squatted', $prepare->[1], extra_params => [ '-U', $prepare->[0] ]) if $prepare;
	($rc, $out, $err) = $node->psql('squatted', "CREATE EXTENSION socu $options");
	like($err, $message, $name);
	$node->safe_psql('squatted', 'DROP SCHEMA IF EXISTS socu CASCADE');
}
refuses([ 'planter', q{CREATE SCHEMA socu; CREATE FUNCTION socu.shipped_guard(varchar) RETURNS text LANGUAGE sql IMMUTABLE RETURN 'planted'} ], '',
	qr/schema "socu" exists already.*It holds function socu\.shipped_guard\(character varying\).*HINT:  The extension makes it/s, 'a schema socu with something in it is refused');
refuses([ 'planter', 'CREATE SCHEMA socu' ], '', qr/exists already.*It belongs to role planter\./s, 'and an empty one of somebody else');
refuses([ $superuser, 'CREATE SCHEMA socu; GRANT CREATE ON SCHEMA socu TO friend' ], '', qr/exists already.*Role friend may create objects in it\./s, 'and one in which somebody else may create');
refuses([ $superuser, 'CREATE SCHEMA socu; GRANT CREATE ON SCHEMA socu TO PUBLIC' ], '', qr/exists already.*Everybody may create objects in it\./s, 'or everybody');
refuses([ $superuser, 'CREATE SCHEMA socu' ], 'SCHEMA socu', qr/socu cannot be installed in schema socu.*HINT:  Name another schema/s, 'types do not go there');
refuses(undef, "SCHEMA $_", qr/socu cannot be installed in schema $_/, "nor to $_") foreach qw(pg_catalog information_schema);
foreach my $owner ($superuser, 'planter')
{
	$node->safe_psql('squatted', 'CREATE SCHEMA socu', extra_params => [ '-U', $owner ]);
	$node->safe_psql('squatted', 'CREATE EXTENSION socu SCHEMA public', extra_params => [ '-U', 'planter' ]);
	is($node->safe_psql('squatted', q{SELECT n.nspowner::regrole, has_schema_privilege('friend', 'socu', 'CREATE'), has_schema_privilege('friend', 'socu', 'USAGE'),
		(SELECT count(*) FROM pg_depend WHERE classid = 'pg_namespace'::regclass AND objid = n.oid AND deptype = 'e') FROM pg_namespace n WHERE nspname = 'socu'}),
		'planter|f|t|1', "an empty one of $owner becomes the extension's");
	$node->safe_psql('squatted', 'DROP EXTENSION socu', extra_params => [ '-U', 'planter' ]);
	is($node->safe_psql('squatted', q{SELECT count(*) FROM pg_namespace WHERE nspname = 'socu'}), '0', 'and goes with it');
}
$node->safe_psql('postgres', 'DROP DATABASE squatted');

# ---- other encodings ----
foreach my $encoding (qw(SQL_ASCII LATIN1 WIN1251))
{
	$node->safe_psql('postgres', "CREATE DATABASE other ENCODING '$encoding' TEMPLATE template0");
	($rc, $out, $err) = $node->psql('other', 'CREATE EXTENSION btree_gist; CREATE EXTENSION socu');
	like($err, qr/^psql:<stdin>:1: ERROR:  socu needs a database with encoding UTF8; this one has $encoding\n/, "$encoding is refused with one sentence");
	$node->safe_psql('postgres', 'DROP DATABASE other');
}

# ---- settings of the session ----
# Everything that the script made, in words.
my $catalog = q{
	SET search_path = pg_catalog;
	WITH member AS (
		SELECT d.classid, d.objid, i.type, i.identity FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
		CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, 0) i
		WHERE e.extname = 'socu' AND d.deptype = 'e'),
	word (w) AS (
		SELECT concat_ws(' ', type, identity, obj_description(objid, classid::regclass::name)) FROM member
		UNION ALL SELECT pg_get_functiondef(p.oid) || coalesce(p.proacl::text, '') FROM member JOIN pg_proc p ON p.oid = objid AND classid = 'pg_proc'::regclass WHERE p.prokind <> 'a'
		UNION ALL SELECT concat_ws(' ', identity, c.relkind, c.relacl, c.relpersistence, c.reltablespace, m.amname, pg_get_viewdef(c.oid)) FROM member JOIN pg_class c ON c.oid = objid AND classid = 'pg_class'::regclass LEFT JOIN pg_am m ON m.oid = c.relam
		UNION ALL SELECT concat_ws(' ', identity, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attcollation::regcollation, a.attcompression, pg_get_expr(f.adbin, f.adrelid), col_description(a.attrelid, a.attnum))
			FROM member JOIN pg_attribute a ON a.attrelid = objid AND classid = 'pg_class'::regclass LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum WHERE a.attnum > 0
		UNION ALL SELECT concat_ws(' ', conrelid::regclass, contypid::regtype, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'socu'::regnamespace
		UNION ALL SELECT concat_ws(' ', pg_get_indexdef(x.indexrelid), c.reltablespace) FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid WHERE c.relnamespace = 'socu'::regnamespace
		UNION ALL SELECT concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'socu'::regnamespace AND NOT t.tgisinternal
		UNION ALL SELECT concat_ws(' ', nspname, nspacl) FROM pg_namespace WHERE nspname = 'socu'
		UNION ALL SELECT query_to_xml('SELECT * FROM ' || objid::regclass, false, false, '')::text FROM member JOIN pg_class c ON c.oid = objid AND classid = 'pg_class'::regclass WHERE c.relkind = 'r')
	SELECT w FROM word ORDER BY w COLLATE "C"};
my $odd = join(' ', map { "SET $_;" }
	'standard_conforming_strings = off', 'backslash_quote = on', 'escape_string_warning = off', 'transform_null_equals = on', 'array_nulls = off',
	'check_function_bodies = off', 'quote_all_identifiers = on', "datestyle = 'SQL, DMY'", 'intervalstyle = sql_standard', "timezone = 'Asia/Kathmandu'",
	'extra_float_digits = -10', 'bytea_output = escape', 'xmloption = document', 'xmlbinary = hex', 'row_security = off',
	'session_replication_role = replica', "default_transaction_isolation = 'serializable'", 'default_tablespace = elsewhere',
	'default_toast_compression = pglz', 'default_table_access_method = heap2', "plpgsql.variable_conflict = use_column", "plpgsql.extra_errors = 'all'",
	"lc_messages = 'C'", 'search_path = socu, public', 'client_min_messages = error');
$node->safe_psql('postgres', "SET allow_in_place_tablespaces = on; CREATE TABLESPACE elsewhere LOCATION ''");
$node->safe_psql('postgres', 'CREATE DATABASE plain');
$node->safe_psql('postgres', 'CREATE DATABASE odd');
$node->safe_psql('plain', 'CREATE EXTENSION socu CASCADE');
$node->safe_psql('odd', 'CREATE EXTENSION btree_gist; CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler');
$node->safe_psql('odd', "$odd CREATE EXTENSION socu");
my ($plain, $oddly) = map { $node->safe_psql($_, $catalog) } qw(plain odd);
$oddly =~ s/"public"\./public./g; # quote_all_identifiers: in the text of functions
ok(length($plain) > 100_000, 'the catalog in words');
ok($plain eq $oddly, 'is the same whatever the session has set') or do {
	my %seen = map { $_ => 1 } split /\n/, $plain;
	diag(join("\n", (grep { !$seen{$_} } split /\n/, $oddly)[ 0 .. 5 ]));
};
is($node->safe_psql('odd', q{SET standard_conforming_strings = off; SET escape_string_warning = off;
	SELECT edtf_range('2024-04'), edtf_days('2024-04-10/2024-04-12'), name_normal(E'\\u0416\\u0451lty')}),
	'[2024-04-01,2024-05-01)|3|zhelty', 'and the functions read their own literals the same');

# SET LOCAL in a script would hold to the end of the transaction around it.
$node->safe_psql('odd', 'DROP EXTENSION socu');
is($node->safe_psql('odd', "$odd BEGIN; CREATE TEMP TABLE before AS SELECT name, setting FROM pg_settings; CREATE EXTENSION socu;
	SELECT name, b.setting, s.setting FROM before b JOIN pg_settings s USING (name) WHERE b.setting IS DISTINCT FROM s.setting; ROLLBACK"), '',
	'the settings of the session are as before, in the same transaction too');
$node->safe_psql('odd', 'CREATE EXTENSION socu');

# ---- the library ----
SKIP:
{
	my ($symbols, $error) = ('', '');
	skip 'no nm', 1 unless eval { IPC::Run::run([ 'nm', '-D', '--defined-only', 'socu.so' ], '>', \$symbols, '2>', \$error) };
	my @called = split /\n/, $node->safe_psql('plain', q{SELECT DISTINCT prosrc FROM pg_proc WHERE probin LIKE '%socu%'});
	my @exported = sort grep { !/^(_init|_fini|_edata|_end|__bss_start|_PG_init|Pg_magic_func)$/ } map { (split)[-1] } split /\n/, $symbols;
	is_deeply(\@exported, [ sort map { ($_, "pg_finfo_$_") } @called ], 'the library exports what SQL calls, and nothing else');
}

$node->stop;
done_testing();
