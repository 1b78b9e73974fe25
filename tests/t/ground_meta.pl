# META.json is what the PGXN Meta Spec wants and agrees with socu.control; the check finds what is wrong.
use strict;
use warnings;
use File::Temp;
use JSON::PP;
use Test::More;

my $check = 'tests/bin/meta';
is(`$^X $check`, '', 'META.json is well');
is($?, 0, 'and the check says so');

my $good = do { local (@ARGV, $/) = ('META.json'); <> };

# broken(WHAT, EXPECTED, CHANGE): the document after CHANGE is refused with a line that matches EXPECTED
sub broken {
	my ($what, $expected, $change) = @_;
	my $meta = decode_json($good);
	$change->($meta);
	my $file = File::Temp->new(SUFFIX => '.json');
	print $file encode_json($meta);
	close $file;
	my $out = `$^X $check $file`;
	like($out, $expected, $what);
	isnt($?, 0, "$what: refused");
	return;
}
for my $key (qw(name abstract version maintainer license provides meta-spec)) {
	broken("without $key", qr/$key is missing/, sub { delete $_[0]{$key} });
}
broken('a version of two numbers', qr/version has a wrong value/, sub { $_[0]{version} = '0.1' });
broken('another version', qr/socu.control says/, sub { $_[0]{version} = '0.2.0' });
broken('an unknown licence', qr/license has a wrong value/, sub { $_[0]{license} = 'nice' });
broken('an unknown key', qr/key colour, which/, sub { $_[0]{colour} = 'red' });
broken('a part without a file', qr/file is missing/, sub { delete $_[0]{provides}{socu}{file} });
broken('another file', qr/the install script is/, sub { $_[0]{provides}{socu}{file} = 'sql/socu.sql' });
broken('another document', qr/there is no/, sub { $_[0]{provides}{socu}{docfile} = 'docs/none.md' });
broken('an unknown phase', qr/key later, which/, sub { $_[0]{prereqs}{later} = {} });
broken('an unknown relation', qr/key wants, which/, sub { $_[0]{prereqs}{runtime}{wants} = {} });
broken('no version at all', qr/wrong version/, sub { $_[0]{prereqs}{test}{requires}{PostgreSQL} = 'new' });
broken('an older PostgreSQL', qr/the least/, sub { $_[0]{prereqs}{runtime}{requires}{PostgreSQL} = '14.0.0' });
broken('without btree_gist', qr/btree_gist is missing/, sub { delete $_[0]{prereqs}{runtime}{requires}{btree_gist} });
broken('an unknown status', qr/release_status/, sub { $_[0]{release_status} = 'soon' });
broken('no tags', qr/tags has/, sub { $_[0]{tags} = 'education' });
broken('no URL', qr/homepage is no URL/, sub { $_[0]{resources} = { homepage => 'here' } });
done_testing();
