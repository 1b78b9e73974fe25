# network: the template is split as the server reads it, or not at all.
use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Utils;
use Test::More;

my ($awk) = grep { -e $_ } map { "$_/sql/network/split.awk" } ('.', '..', '../..', $ENV{PG_ABS_SRCDIR} ? "$ENV{PG_ABS_SRCDIR}/.." : '.');
my $dir = PostgreSQL::Test::Utils::tempdir() . '/room';
mkdir $dir or die;
$ENV{LC_ALL} = 'C';

sub split_file {
	my ($kind, $name, $text) = @_;
	open(my $f, '>', "$dir/$name.sql") or die;
	print $f $text;
	close $f;
	my ($out, $err) = ('', '');
	my $ok = IPC::Run::run([ 'awk', '-f', $awk, "kind=$kind", "$dir/$name.sql" ], '>', \$out, '2>', \$err);
	return ($ok, $out, $err);
}

# The statements of a file, each taken out of its quotes again.
sub statements {
	my ($ok, $out, $err) = split_file(@_);
	is($err, '', 'no error') if !$ok;
	my @found;
	push @found, $2 while $out =~ /\nVALUES \(\d+, 'room', \d+, '\w+', '[^']*', \d+, (\$s\d*\$)(.*?)\1\);\n/sg;
	return \@found;
}
sub refused { my ($ok, $out, $err) = split_file(@_); return $ok ? "not refused: $out" : $err; }

is_deeply(statements('table', '001-a', "CREATE TABLE a (x int);\nCREATE TABLE b ();"), [ 'CREATE TABLE a (x int)', 'CREATE TABLE b ()' ], 'two statements');
is_deeply(statements('table', '001-a', "CREATE TABLE a (); CREATE TABLE b ();"), [ 'CREATE TABLE a ()', 'CREATE TABLE b ()' ], 'on one line');
is_deeply(statements('table', '001-a', "-- no; statement\n/* no; /* none; */ yet */ CREATE /* in; */ TABLE a (x int -- in;\n);\n;;\n"),
	[ "CREATE /* in; */ TABLE a (x int -- in;\n)" ], 'comments, nested too');
my @one = (
	q{INSERT INTO a VALUES ('a;''b', ';')}, q{INSERT INTO a VALUES (E'it\'s; \\\\', 'back\')}, q{CREATE TABLE "q;""x" ("--" int, "/*" int)},
	q{INSERT INTO a VALUES ('-- ', '/*', '$$')}, q{CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $b$ BEGIN; $s$; $$;'; END $b$},
	q{CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT '$s$;$s1$' $$}, q{INSERT INTO a VALUES ('$s')}, q{INSERT INTO a SELECT 1e5, a$b FROM a$c},
	qq{CREATE FUNCTION f(a int) RETURNS int\nBEGIN ATOMIC\n  SELECT CASE WHEN a > 1 THEN CASE a WHEN 2 THEN 1 END END AS "end";\n\n  SELECT x.end AS case;\nEND},
	qq{create procedure p() begin atomic insert into a values (\$1); insert into b values (';'); end}, qq{INSERT INTO a VALUES ('line\n\n  ;two')},
	qq{CREATE TABLE \xd0\xba\xd0\xbe\xd0\xb4 (\xd0\xb5 int)}, q{INSERT INTO begin SELECT atomic FROM a}, q{CREATE VIEW e AS SELECT e'\'' AS e, e.e FROM e});
foreach my $statement (@one) {
	is_deeply(statements('table', '001-a', "$statement;\n$statement;\n"), [ $statement, $statement ], "one statement: $statement");
}
my ($ok, $out) = split_file('table', '012-tables', "\n\nCREATE TABLE a ();\n\nCREATE TABLE b ();\n");
like($out, qr/VALUES \(1, 'room', 12, 'table', 'room\/012-tables', 3, .*VALUES \(2, 'room', 12, 'table', 'room\/012-tables', 5, /s, 'number of the step, place in the file');
is_deeply(statements('set', 'answers', "CREATE OR REPLACE VIEW a AS SELECT 1; DROP POLICY IF EXISTS p ON a; CREATE POLICY p ON a; COMMENT ON VIEW a IS 'x;';\n"),
	[ 'CREATE OR REPLACE VIEW a AS SELECT 1', 'DROP POLICY IF EXISTS p ON a', 'CREATE POLICY p ON a', q{COMMENT ON VIEW a IS 'x;'} ], 'a set');

like(refused('table', '001-a', 'CREATE TABLE a ()'), qr/no semicolon.*line 1/, 'no semicolon');
like(refused('table', '001-a', "CREATE TABLE a ();\nINSERT INTO a VALUES ('x;\n"), qr/ends inside a string.*line 2/, 'an open string');
like(refused('table', '001-a', 'CREATE FUNCTION f() AS $a$ x; $A$;'), qr/ends inside a string, name or body/, 'an open body');
like(refused('table', '001-a', 'CREATE TABLE a (); /* /* */'), qr/ends inside a comment/, 'an open comment');
like(refused('table', '001-a', 'CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;'), qr/no semicolon/, 'an open BEGIN ATOMIC');
like(refused('table', '001-a', 'CREATE RULE r AS ON INSERT TO a DO (SELECT 1; SELECT 2);'), qr/001-a.sql:1: a semicolon inside parentheses/, 'a semicolon in parentheses');
like(refused('table', '001-a', 'CREATE TABLE a ());'), qr/closing parenthesis/, 'a parenthesis too many');
like(refused('table', '001-a', '\i other.sql'), qr/commands of psql/, 'psql');
like(refused('table', '001-a', 'CREATE TABLE a (x @extschema@.credit);'), qr/names bare/, 'a name that the install script would freeze');
like(refused('table', '001-a', $_), qr/no statement of a step/, $_)
	foreach 'SET search_path = a;', 'BEGIN;', 'COMMIT;', 'SELECT 1;', 'CREATE OR REPLACE VIEW a AS SELECT 1;', 'CREATE SCHEMA a;', 'DO $$ $$;', 'GRANT SELECT ON a TO b;';
like(refused('table', '001-a', 'CREATE TABLE IF NOT EXISTS a ();'), qr/IF NOT EXISTS/, 'a step runs once');
like(refused('table', '001-a', 'DROP TABLE a CASCADE;'), qr/never drops with CASCADE/, 'a step never cascades');
like(refused('set', 'a', $_), qr/cannot be|never drops/, "the set refuses: $_")
	foreach 'CREATE VIEW a AS SELECT 1;', 'CREATE TABLE a ();', 'DROP VIEW a;', 'INSERT INTO a VALUES (1);', 'DROP TRIGGER IF EXISTS a ON b CASCADE;';
like(refused('facts', 'a', 'CREATE TABLE a ();'), qr/facts are INSERT/, 'facts');
like(refused('table', 'a', 'CREATE TABLE a ();'), qr/named NNN-topic/, 'a step without a number');
like(refused('set', '001-a', 'COMMENT ON TABLE a IS NULL;'), qr/only a step/, 'a set with one');
like(refused('table', '000-a', 'CREATE TABLE a ();'), qr/numbered from 001/, 'step 0');
done_testing();
