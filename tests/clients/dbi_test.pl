# Perl DBI: parameters, prepared statements on the server, arrays, reflection, COPY, errors.
use strict;
use warnings;
require './socu_dbi.pl';

my ($passed, $failed) = (0, 0);

sub equal {
	my ($what, $got, $expected) = map { ref $_ ? join('|', map { ref $_ ? '[' . join(',', @$_) . ']' : $_ // 'NULL' } @$_) : $_ // 'NULL' } @_;
	if ($got eq $expected) { $passed++; }
	else { $failed++; print "not ok: $what: got $got, expected $expected\n"; }
	return;
}

my $db = connect_socu(@ENV{qw(PGHOST PGPORT PGDATABASE PGUSER)});
my $fields = 'credit, code, term, credits::text[], codes::text[], terms::text[]';
my @row = ('10/3 CN', 'KZ2009:6M070300', '2024/2025-1/2', ['7.5 ECTS', '10/3 CN'], ['KZ2009:6M070300', 'RU2013:09.04.02'],
	['2024/2025-1/2', '2025/2025-1/1']);
equal('read', $db->selectrow_arrayref("SELECT $fields FROM course WHERE id = 1"), \@row);
add_course($db, 110, @row[0 .. 3]);
equal('the block writes', $db->selectrow_arrayref("SELECT $fields FROM course WHERE id = 110"), [@row[0 .. 3], undef, undef]);
eval { add_course($db, 111, '0 ECTS', undef, undef, undef) };
equal('the block names the constraint', $@, "course_credit_positive\n");
for my $server (0, 1) {
	my $insert = $db->prepare('INSERT INTO course VALUES (?, ?, ?, ?, ?, ?, ?)', { pg_server_prepare => $server });
	$insert->execute(112 + $server, @row);
	equal("write, prepared on the server $server",
		$db->selectrow_arrayref("SELECT $fields FROM course WHERE id = ?", undef, 112 + $server), \@row);
}
equal('find', $db->selectrow_arrayref('SELECT count(*) FROM course WHERE id >= 110 AND credit = ? AND code <@ ? AND term = ANY (?)',
	undef, '10/3 CN', 'KZ2009:6M07', ['2024/2025-1/2']), [3]);
equal('credit * number', $db->selectrow_arrayref("SELECT credit '3 ECTS' * ?, ? * credit '3 ECTS', credit(?, ?)", undef, 2, 1.5, 0.1, 'KZ'),
	['6 ECTS', '4.5 ECTS', '0.1 KZ']);
equal('reflection', [map { $_->{pg_type} } @{ $db->column_info(undef, undef, 'course', undef)->fetchall_arrayref({}) }],
	[qw(integer credit program_code academic_term credit[] program_code[] academic_term[])]);
$db->do('COPY (SELECT * FROM course WHERE id = 112) TO STDOUT');
my ($line, @lines) = ('');
push @lines, $line while $db->pg_getcopydata(\$line) >= 0;
$db->do('DELETE FROM course WHERE id = 112');
$db->do('COPY course FROM STDIN');
$db->pg_putcopydata($_) for @lines;
$db->pg_putcopyend;
equal('COPY', $db->selectrow_arrayref("SELECT $fields FROM course WHERE id = 112"), \@row);
for my $case (
	['bad credit', '22P02 -', 'SELECT CAST(? AS credit)', '7.5'],
	['credit out of range', '22003 -', 'SELECT CAST(? AS credit)', '99999999999999999999 ECTS'],
	['bad code', '22P02 -', 'SELECT CAST(? AS program_code)', 'KZ2009:'],
	['bad year', '22008 -', 'SELECT CAST(? AS academic_term)', '2024/2025-3/2'],
	['two schemes', '22023 -', q{SELECT credit '1 ECTS' + credit '1 KZ'}],
	['check', '23514 course_credit_positive', q{INSERT INTO course (id, credit) VALUES (99, '-1 ECTS')}],
	['key', '23505 course_pkey', q{INSERT INTO course (id, credit) VALUES (1, '1 ECTS')}])
{
	my ($what, $expected, $statement, @parameters) = @$case;
	my $got = eval { $db->do($statement, undef, @parameters) } ? 'none' : $db->state . ' ' . ($db->pg_error_field('constraint') // '-');
	equal("error: $what", $got, $expected);
}
print "$passed passed, $failed failed\n";
exit($failed > 0);
