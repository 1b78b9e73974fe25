# docs/errors.md: every SQLSTATE that the sources raise has its chapter and its line in the table, no other has one, and what a
# chapter's example prints is that SQLSTATE.
use strict;
use warnings;
use Test::More;

sub slurp { my ($name) = @_; local (@ARGV, $/) = ($name); return scalar <>; }

# errcodes.txt: 22P02 E ERRCODE_INVALID_TEXT_REPRESENTATION invalid_text_representation
my (%by_macro, %by_name, %pair);
my ($sharedir) = split /\n/, `${\($ENV{PG_CONFIG} || 'pg_config')} --sharedir`;
for (split /\n/, slurp("$sharedir/errcodes.txt")) {
	next unless /^(\w{5})\s+\w\s+(\w+)(?:\s+(\w+))?/;
	$by_macro{$2} = $1;
	next unless defined $3;
	$by_name{$3} //= $1;
	$pair{"$1 $3"} = 1;
}
my %raised;
for my $file (glob('src/*/*.c')) {
	# what an error that was caught is compared with is not raised
	my $text = slurp($file) =~ s/(?:[!=]=|\bcase) *ERRCODE_\w+//gr;
	$raised{ $by_macro{$_} // $_ } = $file for $text =~ /\b(ERRCODE_\w+)/g;
}
for my $file (glob('sql/*/*.sql')) {
	$raised{ $by_name{$_} // $_ } = $file for slurp($file) =~ /ERRCODE\s*=\s*'(\w+)'/g;
}
cmp_ok(scalar keys %raised, '>', 15, 'the sources raise errors');

my $page = slurp('docs/errors.md');
my %chapter = $page =~ /^### (\w{5}) \w+\n(.*?)(?=^##|\z)/msg;
my %table = map { $_ => 1 } $page =~ /^\| \[(\w{5})\]/mg;
is_deeply([ sort keys %chapter ], [ sort keys %raised ], 'a chapter for each SQLSTATE');
is_deeply([ sort keys %table ], [ sort keys %raised ], 'a line in the table for each SQLSTATE');
for my $code (sort keys %chapter) {
	my @printed = $chapter{$code} =~ /^(\w{5})$/mg;
	is_deeply(\@printed, [$code], "the example of $code prints it") if $chapter{$code} =~ /^```sql/m;
}
ok($pair{$_}, "$_ is a pair of PostgreSQL's") for $page =~ /^### (\w{5} \w+)$/mg;
done_testing();
