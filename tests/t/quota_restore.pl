# quota: every kind of dump and restore carries nominations, three hundred lines, counters, ledger, the guarded tables of a site
# and what the site put onto ours; the restored network counts on.
use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->append_conf('postgresql.conf', slurp_file($ENV{TEMP_CONFIG})) if $ENV{TEMP_CONFIG};
$node->start;

# names are those of the site and of the network sco
sub as { my ($role, $db, $sql) = @_; return $node->safe_psql($db, "SET search_path = public, sco;\n$sql", extra_params => [ '-U', $role ]); }
sub refused { my ($role, $db, $sql) = @_; my ($rc, $out, $err) = $node->psql($db, "SET search_path = public, sco;\n$sql", extra_params => [ '-U', $role ]); return $err; }

# ---- an owner who is no superuser ----
$node->safe_psql('postgres', q{
	CREATE ROLE registrar LOGIN; CREATE ROLE clerk LOGIN; CREATE ROLE reader LOGIN; CREATE ROLE officer LOGIN; CREATE ROLE other LOGIN;
	CREATE DATABASE site OWNER registrar;});
as('registrar', 'site', 'CREATE EXTENSION socu CASCADE');
as('registrar', 'site', q{
	SELECT socu.create_network('sco', '{quota}'); SELECT socu.create_network('eis', '{quota}');
	SELECT quota_grant('clerk', 'nominator'), quota_grant('reader', 'reader'), quota_grant('officer', 'officer');});

# three hundred lines: 20 states with 9 institutions each, and 100 of every unit, status, scheme and kind of limit
as('registrar', 'site', q{
	INSERT INTO quota_scheme (scheme, closed, funding, description) VALUES ('network', true, 'network', 'closed'), ('open', false, NULL, 'open');
	INSERT INTO quota (code, sending_state, receiving_state, validity, term, seats, allow_overallocation, slots, waitlist)
	SELECT 'state ' || s, s, 'RU', '[2024-09-01,2025-09-01)', '2024/2025', 100, true, 3, true
	FROM unnest('{KZ,KG,TJ,UZ,CN,IN,PK,BY,IR,MN,AZ,AM,TR,LK,NP,KH,MM,AF,TM,GE}'::text[]) s;
	INSERT INTO quota (code, parent_id, sending_state, receiving_state, receiving_institution, validity, term, seats, borrow)
	SELECT format('%s u%s', q.code, i), q.quota_id, q.sending_state, 'RU', format('u%s.ru', i), q.validity, q.term, 20, i = 9 FROM quota q, generate_series(1, 9) i WHERE q.parent_id IS NULL;
	INSERT INTO quota (code, scheme, receiving_state, receiving_institution, funding, levels, fields, program_code, validity, unit, limited, seats, status, enforcement, lowering, overbook_factor,
		carry, carry_cap, waitlist, promote_until, offer_period, source, note)
	SELECT 'line ' || i, CASE i % 3 WHEN 0 THEN 'network' WHEN 1 THEN 'open' END, 'CN', format('c%s.cn', i), CASE i % 3 WHEN 0 THEN 'network' END,
		CASE WHEN i % 5 = 0 THEN '{6,7}'::smallint[] END, CASE WHEN i % 7 = 0 THEN '{ISCEDF:06,ISCEDF:0713}'::program_code[] END, CASE WHEN i % 11 = 0 THEN program_code 'RU2013:09' END,
		CASE WHEN i % 2 = 0 THEN '[2024-09-01,2025-09-01)'::daterange ELSE '(,)' END, (ARRAY['seats', 'stays', 'persons', 'terms', 'months', 'days'])[1 + i % 6],
		(ARRAY['limited', 'limited', 'limited', 'unlimited', 'not_stated'])[1 + i % 5], CASE WHEN i % 5 < 3 THEN 100 + i END, (ARRAY['open', 'open', 'open', 'closed', 'draft'])[1 + i % 5],
		CASE i % 4 WHEN 3 THEN 'advisory' ELSE 'hard' END, (ARRAY['reject', 'freeze', 'trim_holds'])[1 + i % 3], CASE WHEN i % 10 = 1 THEN 1.25 ELSE 1 END,
		(ARRAY['none', 'to_next', 'within_agreement'])[1 + i % 3], i % 20, i % 2 = 0, '2030-01-01', '7 days', 'yearbook', 'line ' || i || ', "quoted" and ''so'''
	FROM generate_series(1, 100) i;});
is(as('registrar', 'site', 'SELECT count(*) FROM quota'), '300', 'three hundred lines');

# records, some with what an earlier life of the database says of them
as('registrar', 'site', q{
	SET row_security = off;
	INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on, ends_on, status, created_by, created_at, version, submitted_at)
	SELECT format('s%s', i), q.sending_state, 'RU', q.receiving_institution, '2024-09-01', '2025-01-31', 'accepted', 'clerk ' || i, timestamptz '2020-01-01 UTC' + i * interval '1 day', i,
		timestamptz '2020-01-01 UTC' + i * interval '1 hour'
	FROM (SELECT row_number() OVER (ORDER BY q.quota_id, k) AS i, q.* FROM quota q, generate_series(1, 3) k WHERE q.parent_id IS NOT NULL) q;
	RESET row_security;
	INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on, ends_on, program_code, months, days, funding)
	SELECT format('c%s-%s', i, k), 'KZ', 'CN', format('c%s.cn', i), date '2024-09-01' + k, date '2025-01-31' + k, CASE WHEN k = 1 THEN program_code 'RU2013:09.04.02' END, 5, 20, 'state'
	FROM generate_series(1, 100) i, generate_series(1, 2) k WHERE i % 5 <> 3;
	UPDATE mobility SET status = 'arrived', reason = 'came' WHERE mobility_id <= 60;
	UPDATE mobility SET status = 'cancelled' WHERE mobility_id BETWEEN 61 AND 90;
	DELETE FROM mobility WHERE mobility_id BETWEEN 91 AND 95;
	UPDATE quota SET seats = 2, lowering = 'freeze' WHERE code = 'state KG u1';
	INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on, status) VALUES ('waits', 'KG', 'RU', 'u1.ru', '2024-09-01', 'waitlisted');
	INSERT INTO mobility_party VALUES ('registrar', 'sender'), ('registrar', 'receiver'), ('registrar', 'system'), ('clerk', 'sender'), ('officer', 'receiver');
	INSERT INTO mobility_transition (from_status, to_status, party, description, source, confidence) VALUES ('completed', 'cancelled', 'system', 'of the site', 'the site', 'known');
	INSERT INTO eis.quota (code, receiving_state, seats) VALUES ('eis', 'IR', 4);
	INSERT INTO eis.mobility (student, sending_state, receiving_state, starts_on, status) VALUES ('s1', 'KZ', 'IR', '2024-09-01', 'accepted');});

# tables of the site that it guards: each form; one in two networks; one in the schema of the network, with our names of columns
as('registrar', 'site', q{
	CREATE SCHEMA students;
	CREATE TYPE students.phase AS ENUM ('asked', 'nominated', 'placed');
	CREATE TABLE exchange (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, person text, home char(4), host text, "Phase" students.phase);
	CREATE TABLE students.stay (id int, state_from text, state_to text, first_day date) PARTITION BY RANGE (first_day);
	CREATE TABLE students.stay_1 PARTITION OF students.stay FOR VALUES FROM ('2024-09-01') TO ('2025-02-01');
	CREATE TABLE students.stay_2 PARTITION OF students.stay FOR VALUES FROM ('2025-02-01') TO ('2025-09-01');
	CREATE TABLE students."Late ones" (who text, home text, days int);
	CREATE TABLE sco.visit (sending_state text, receiving_state text, student text);
	SELECT quota_attach('exchange', '{"key": "id", "student": "person", "sending_state": "home", "receiving_state": "host", "status": "Phase", "kind": {"constant": "it''s"}, "holds": ["nominated"], "consumes": ["placed"]}');
	SELECT eis.quota_attach('exchange', '{"key": "id", "student": "person", "sending_state": "home", "receiving_state": "host", "status": "Phase", "holds": [], "consumes": ["placed"]}', 'deferred');
	SELECT quota_attach('students.stay', '{"key": "id", "sending_state": "state_from", "receiving_state": "state_to", "starts_on": "first_day"}');
	SELECT quota_attach('students."Late ones"', '{"student": "who", "sending_state": "home", "receiving_state": {"constant": "KH"}, "days": "days"}', 'deferred');
	SELECT quota_attach('sco.visit');
	INSERT INTO quota (code, receiving_state, unit, seats) SELECT 'own ' || s, s, u, 5 FROM (VALUES ('IR', 'seats'), ('NP', 'seats'), ('KH', 'days'), ('LK', 'persons')) v(s, u);
	INSERT INTO exchange (person, home, host, "Phase") SELECT 'e' || i, 'KZ', 'IR', (ARRAY['asked', 'nominated', 'placed', 'placed'])[i]::students.phase FROM generate_series(1, 4) i;
	INSERT INTO students.stay SELECT i, 'KZ', 'NP', CASE WHEN i < 3 THEN date '2024-09-01' ELSE '2025-03-01' END FROM generate_series(1, 5) i;
	INSERT INTO students."Late ones" VALUES ('l1', 'KZ', 3), ('l2', 'KZ', 1);
	INSERT INTO sco.visit VALUES ('KZ', 'LK', 'v1'), ('KZ', 'LK', 'v1'), ('KZ', 'LK', 'v2');});

# what the site puts onto our tables
as('registrar', 'site', q{
	ALTER TABLE mobility ENABLE ROW LEVEL SECURITY;
	CREATE POLICY own ON mobility TO clerk USING (receiving_institution = 'u1.ru') WITH CHECK (receiving_institution = 'u1.ru');
	CREATE POLICY all_of_them ON mobility FOR SELECT TO officer USING (true);
	CREATE INDEX mobility_person ON mobility (lower(student)) WITH (fillfactor = 60);
	CREATE INDEX ledger_by_line ON quota_ledger (quota_id, at);
	ALTER TABLE mobility SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
	ALTER TABLE mobility ALTER COLUMN student SET STATISTICS 500;
	ALTER TABLE mobility ADD COLUMN remark text COLLATE "C" DEFAULT 'none';
	CREATE TABLE sco.log (n int);
	CREATE FUNCTION sco.log() RETURNS trigger LANGUAGE network_plpgsql AS $$ BEGIN INSERT INTO log VALUES (1); RETURN NULL; END $$;
	CREATE TRIGGER log AFTER UPDATE ON mobility FOR EACH STATEMENT EXECUTE FUNCTION sco.log();
	CREATE VIEW sco.full AS SELECT code, free FROM quota_status WHERE free <= 0;
	COMMENT ON VIEW sco.full IS 'of the site';
	GRANT SELECT ON sco.full TO reader WITH GRANT OPTION; GRANT UPDATE (note) ON quota TO reader;
	GRANT INSERT, DELETE ON exchange TO clerk;});

# ---- what is asked before and after ----
my $tables = q{SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace::regnamespace::text IN ('sco', 'eis', 'public', 'students') AND c.relkind IN ('r', 'p')};
my @all = split /\n/, $node->safe_psql('site', "SET search_path = ''; $tables ORDER BY 1");
cmp_ok(scalar @all, '>', 30, 'tables to be compared');
my $rows = join ' UNION ALL ', map { (my $t = $_) =~ s/'/''/g; qq{SELECT '$t' AS t, count(*), md5(string_agg(t::text, '|' ORDER BY t::text COLLATE "C")) FROM $_ t} } @all;
my %question = (
	'every row of every table' => "SET search_path = ''; SET row_security = off; SELECT * FROM ($rows) x ORDER BY 1",
	'counters agree with records and ledger' => 'SELECT * FROM sco.quota_verify() UNION ALL SELECT * FROM eis.quota_verify()',
	'usage' => q{SELECT string_agg(concat_ws(' ', code, held, consumed, free, over_by, frozen), ';' ORDER BY quota_id) FROM (SELECT * FROM sco.quota_status UNION ALL SELECT * FROM eis.quota_status) s},
	'guarded tables' => q{SET search_path = ''; SELECT string_agg(concat_ws(' ', table_name, form, mapping, enabled), ';' ORDER BY table_name, form) FROM (SELECT * FROM sco.quota_guard_status UNION ALL SELECT * FROM eis.quota_guard_status) s});
# All of them in one session; the answers by question.
sub answers {
	my ($role, $db) = @_;
	my @what = sort keys %question;
	my @said = split /^@@\n?/m, as($role, $db, join('', map { "SET search_path = public, sco;\n$question{$_};\n\\echo @@\n" } @what)), -1;
	return map { $what[$_] => $said[$_] =~ s/\n\z//r } 0 .. $#what;
}
my %answer = answers('registrar', 'site');
is($answer{'counters agree with records and ledger'}, '', 'all is well before the dump');
unlike($answer{'guarded tables'}, qr/ f(;|$)/, 'and each guard is whole');
like($answer{'usage'}, qr/state KG u1 0.00 3.00 -1.00 1.00 t.*own IR 1.00 2.00 2.00.*own NP 0.00 5.00 0.00.*own KH 0.00 4.00 1.00.*own LK 0.00 2.00 3.00/, 'seats are taken by nominations and by tables of the site');

# What pg_dump says, without what differs from run to run.  Rows are sorted: where a table keeps them is not its content.
sub dumped {
	my ($db, @options) = @_;
	my ($out, $err) = run_command([ 'pg_dump', '-n', 'sco', '-n', 'eis', '-n', 'public', '-n', 'students', @options, '-d', $node->connstr($db) ]);
	$out =~ s/^\\(un)?restrict .*\n//mg;
	$out =~ s/^(COPY [^\n]* FROM stdin;\n)(.*?)(^\\\.\n)/$1 . join('', sort split(m{^}m, $2)) . $3/gmse;
	return $out;
}
my $before = dumped('site');
my $before_no_owner = dumped('site', '--no-owner');
like($before, qr/CREATE TRIGGER quota_guard_insert\w* AFTER INSERT ON public\.exchange .*sco\.quota_guard\(\)/, 'the guard of a table of the site is dumped');

# ---- each way: [name, owner of the database, role that restores, commands...] ----
my $dir = $node->basedir;
$node->command_ok([ 'pg_dump', '-f', "$dir/plain.sql", '-d', $node->connstr('site') ], 'pg_dump');
$node->command_ok([ 'pg_dump', '-Fc', '-f', "$dir/custom", '-d', $node->connstr('site') ], 'pg_dump -Fc');
$node->command_ok([ 'pg_dump', '-Fd', '-j4', '-f', "$dir/directory", '-d', $node->connstr('site') ], 'pg_dump -Fd -j4');
$node->command_ok([ 'pg_dump', '-U', 'registrar', '-Fc', '-f', "$dir/owner", '-d', $node->connstr('site') ], 'pg_dump by the owner, row security of whose tables does not bind him');
$node->command_ok([ 'pg_dump', '--data-only', '-n', 'sco', '-n', 'eis', '-n', 'public', '-n', 'students', '-Fc', '-f', "$dir/data", '-d', $node->connstr('site') ], 'pg_dump --data-only');
my @restore = ('pg_restore', '--exit-on-error');
my @ways = (
	[ 'plain, superuser', 'registrar', 'postgres', [ 'psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-f', "$dir/plain.sql" ] ],
	[ 'plain, owner', 'registrar', 'registrar', [ 'psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-f', "$dir/plain.sql" ] ],
	[ '-Fc, superuser', 'registrar', 'postgres', [ @restore, "$dir/custom" ] ],
	[ '-Fc, one transaction, owner', 'registrar', 'registrar', [ @restore, '-1', "$dir/owner" ] ],
	[ '-Fd -j4, superuser', 'registrar', 'postgres', [ @restore, '-j4', "$dir/directory" ] ],
	[ '-Fd -j4, owner', 'registrar', 'registrar', [ @restore, '-j4', "$dir/directory" ] ],
	[ 'sections', 'registrar', 'registrar', map { [ @restore, '-j4', "--section=$_", "$dir/directory" ] } qw(pre-data data post-data) ],
	[ '--clean', 'registrar', 'postgres', [ @restore, "$dir/custom" ], [ @restore, '--clean', '--if-exists', "$dir/custom" ] ],
	[ '--no-owner', 'other', 'other', [ @restore, '--no-owner', '-j4', "$dir/directory" ] ]);
my $n = 0;
foreach my $way (@ways) {
	my ($name, $owner, $role, @commands) = @$way;
	my $db = 'restored' . ++$n;
	$node->safe_psql('postgres', "CREATE DATABASE $db OWNER $owner");
	my $ok = 1;
	foreach my $command (@commands) {
		my ($out, $err) = ('', '');
		$ok &&= IPC::Run::run([ @$command, '-U', $role, '-d', $node->connstr($db) ], '>', \$out, '2>', \$err);
		diag("$name: $err") if !$ok;
	}
	ok($ok, "restored: $name");
	my @options = $name eq '--no-owner' ? ('--no-owner') : ();
	my $after = dumped($db, @options);
	ok($after eq (@options ? $before_no_owner : $before), "dump of the restored = dump: $name") or do {
		open(my $a, '>', "$dir/a") or die; print $a (@options ? $before_no_owner : $before); close $a;
		open(my $b, '>', "$dir/b") or die; print $b $after; close $b;
		diag(substr(`diff $dir/a $dir/b`, 0, 2000));
	};
	my %now = answers($role, $db);
	is($now{$_}, $answer{$_}, "$name: $_") foreach sort keys %question;
	next if $name !~ /^(-Fd -j4, owner|sections|--no-owner)$/;
	counts_on($owner, $db, $name);
}

# The restored network counts on: limits, forms of the guard, lists, rights, numbers, what the server writes.
sub counts_on {
	my ($owner, $db, $name) = @_;
	like(refused($owner, $db, q{INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on) VALUES ('n', 'KG', 'RU', 'u1.ru', '2024-09-01')}),
		qr/quota "state KG u1" has no room/, "$name: a frozen line refuses");
	as($owner, $db, q{INSERT INTO exchange (person, home, host, "Phase") VALUES ('e5', 'KZ', 'IR', 'placed')});
	like(refused($owner, $db, q{INSERT INTO exchange (person, home, host, "Phase") VALUES ('e6', 'KZ', 'IR', 'placed')}), qr/quota "eis" has no room/, "$name: the guard of the second network");
	like(refused($owner, $db, q{INSERT INTO students.stay VALUES (6, 'KZ', 'NP', '2025-03-01')}), qr/quota "own NP" has no room/, "$name: the row form, through the root");
	like(refused($owner, $db, q{INSERT INTO students.stay_2 VALUES (6, 'KZ', 'NP', '2025-03-01')}), qr/quota "own NP" has no room/, "$name: and through a partition");
	like(refused($owner, $db, q{INSERT INTO students."Late ones" VALUES ('l3', 'KZ', 2)}), qr/quota "own KH" has no room/, "$name: the deferred form");
	as($owner, $db, q{INSERT INTO sco.visit VALUES ('KZ', 'LK', 'v2'), ('KZ', 'LK', 'v3')});
	is(as($owner, $db, q{SELECT consumed FROM quota_status WHERE code = 'own LK'}), '3.00', "$name: persons are known again");
	as($owner, $db, q{UPDATE mobility SET status = 'cancelled' WHERE receiving_institution = 'u1.ru' AND sending_state = 'KG' AND status IN ('accepted', 'arrived')});
	is(as($owner, $db, q{SELECT status FROM mobility WHERE student = 'waits'}), 'submitted', "$name: the waiting list moves on");
	is(as($owner, $db, q{INSERT INTO mobility (student, sending_state, receiving_state, starts_on, created_by, version) VALUES ('new', 'KZ', 'TR', '2024-09-01', 'somebody', 9) RETURNING created_by, version}),
		"$owner|1", "$name: the server says who wrote it");
	is(as($owner, $db, q{SELECT max(mobility_id) = (SELECT last_value FROM mobility_mobility_id_seq) FROM mobility}), 't', "$name: numbers go on");
	is(as('clerk', $db, 'SELECT count(*) = count(*) FILTER (WHERE receiving_institution = $$u1.ru$$) AND count(*) > 0 FROM mobility'), 't', "$name: a policy of the site");
	is(as('reader', $db, q{SELECT count(*) > 0 FROM sco.full}), 't', "$name: a grant of the site");
	like(refused('clerk', $db, q{UPDATE mobility SET status = 'accepted' WHERE student = 'waits'}), qr/for no party that may|may not|allowed/, "$name: parties are restored");
	is(as($owner, $db, 'SELECT * FROM sco.quota_verify() UNION ALL SELECT * FROM eis.quota_verify()'), '', "$name: and all is well");
	is(as($owner, $db, q{SELECT string_agg(object, ' ') FROM socu.check_network('sco') WHERE severity <> 'info'}), '', "$name: nothing differs from a network made now");
	is(as($owner, $db, q{SELECT count(*) FROM socu.upgrade_network('sco')}), '1', "$name: and it can be upgraded");
	is(as($owner, $db, 'SELECT quota_rebuild()'), '0', "$name: counting again finds nothing");
}

# ---- data alone, into networks and tables that are there already; their triggers fire ----
$node->safe_psql('postgres', 'CREATE DATABASE data OWNER registrar');
$node->command_ok([ @restore, '--schema-only', '-d', $node->connstr('data'), "$dir/custom" ], 'the schema alone');
$node->command_ok([ @restore, '--data-only', '-U', 'registrar', '-d', $node->connstr('data'), "$dir/data" ], 'and then the data');
my $but = $question{'every row of every table'} =~ s/SELECT '\w+\.(quota_ledger|quota_slot|log)' AS t.*? UNION ALL //gr;
is(as('registrar', 'data', $but), as('registrar', 'site', $but), 'data alone: every row, but for ledger and counters, which say what loading did as well');
my %now = answers('registrar', 'data');
is($now{$_}, $answer{$_}, "data alone: $_") foreach grep { !/every row/ } sort keys %question;
is(as('registrar', 'data', 'SELECT quota_rebuild()'), '0', 'data alone: counting again finds nothing');

# ---- a network that is dropped leaves the tables of the site unguarded and whole ----
as('registrar', 'site', 'DROP SCHEMA eis CASCADE');
as('registrar', 'site', q{INSERT INTO exchange (person, home, host, "Phase") VALUES ('e5', 'KZ', 'IR', 'placed'), ('e6', 'KZ', 'IR', 'placed')});
like(refused('registrar', 'site', q{INSERT INTO exchange (person, home, host, "Phase") VALUES ('e7', 'KZ', 'IR', 'placed')}), qr/quota "own IR" has no room/, 'the other network still guards it');
as('registrar', 'site', 'DROP SCHEMA sco CASCADE');
is(as('registrar', 'site', q{SELECT count(*) FROM pg_trigger t WHERE t.tgname LIKE 'quota%'}), '0', 'no trigger is left');
is(as('registrar', 'site', q{INSERT INTO exchange (person, home, host, "Phase") VALUES ('e7', 'KZ', 'IR', 'placed') RETURNING person}), 'e7', 'nothing is guarded any more');
as('registrar', 'site', 'DROP EXTENSION socu');

$node->stop;
done_testing();
