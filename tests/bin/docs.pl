# docs.pl PAGE: run the SQL blocks of a page in one session and compare (tests/bin/docs calls it).
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my ($page) = @ARGV;
open my $in, '<', $page or die "$page: $!";
my @lines = <$in>;
close $in;

# The blocks in order: kind (sql, output, setup), first and last line, text.
my (@blocks, @exempt);
for (my $i = 0; $i < @lines; $i++)
{
	if ($lines[$i] =~ /^<!-- check-docs: not run: (.*?) -->/) { $exempt[$i + 1] = $1; next; }
	my $end = $lines[$i] =~ /^<!-- check-docs: setup$/ ? qr/^-->/ : $lines[$i] =~ /^```/ ? qr/^```$/ : next;
	my $kind = $lines[$i] =~ /^<!--/ ? 'setup' : $lines[$i] =~ /^```sql$/ ? 'sql' : $lines[$i] =~ /^```$/ ? 'output' : 'other';
	my $first = $i + 1;
	$i++ while $i < $#lines && $lines[$i + 1] !~ $end;
	push @blocks, { kind => $kind, first => $first, last => $i, line => $first + 1, exempt => $exempt[ $first - 1 ] };
	$i++;
}

# One session; a marker ends each block, and each line that promises a value: SELECT …; -- → value
my ($script, @promises) = ('');
for my $n (0 .. $#blocks)
{
	my $b = $blocks[$n];
	next unless $b->{kind} eq 'sql' || $b->{kind} eq 'setup';
	if ($b->{exempt}) { print "$page:$b->{line}: not run: $b->{exempt}\n"; next; }
	for my $line (@lines[ $b->{first} .. $b->{last} ])
	{
		$script .= $line;
		next unless $line =~ /;\s+-- → (.*?)\s*$/;
		push @promises, $1;
		$script .= "\\echo \@\@value $#promises\n";
	}
	$script .= "\\echo \@\@block $n\n";
}
$script = "SET client_min_messages = warning;\n$script";

my %printed;
my ($good, $bad, $at, $since) = (0, 0, '', '');
for my $line (split /\n/, pipe_through($script))
{
	if ($line =~ /^\@\@value (\d+)$/)
	{
		my $got = last_rows($since);
		$got eq $promises[$1] ? $good++ : report("promises → $promises[$1]", $since);
		$at .= $since;
		$since = '';
	}
	elsif ($line =~ /^\@\@block (\d+)$/) { $printed{$1} = $at . $since; $at = $since = ''; }
	else { $since .= "$line\n"; }
}
for my $n (0 .. $#blocks)
{
	my $b = $blocks[$n];
	if ($b->{kind} eq 'output' && ($n == 0 || $blocks[ $n - 1 ]{kind} ne 'sql')) { report("line $b->{line} shows what no query before it prints", ''); }
	next if !exists $printed{$n};
	my $next = $n < $#blocks ? $blocks[ $n + 1 ] : { kind => 'none' };
	my $got = $printed{$n};
	if ($b->{kind} eq 'sql' && $next->{kind} eq 'output')
	{
		my $said = join '', @lines[ $next->{first} .. $next->{last} ];
		if (plain($said) eq plain($got)) { $good++; next; }
		@lines[ $next->{first} .. $next->{last} ] = (($got =~ s/\n+\z/\n/r), ('') x ($next->{last} - $next->{first})) if $ENV{ACCEPT};
		report("line $b->{line} prints something else", $got);
	}
	elsif ($got =~ /^(?:psql:.*)?(ERROR|FATAL|invalid command)/m) { report("line $b->{line} fails", $got); }
	else { $good++; }
}
if ($ENV{ACCEPT}) { open my $out, '>', $page or die "$page: $!"; print $out @lines; close $out; }
print "$page: $good as promised, $bad not\n";

sub report { my ($what, $got) = @_; $bad++; print "$page: $what:\n$got"; }
# widths are no promise: blanks and rules of a table are made equally long
sub plain { my ($text) = @_; $text =~ s/^CONTEXT:.*\n//mg; $text =~ s/[ \t]+/ /g; $text =~ s/--+/--/g; $text =~ s/^ | $//mg; $text =~ s/^\n+//mg; $text =~ s/\n*\z/\n/; return $text; }

# the rows of the last table that was printed, one a line, columns apart by " | "
sub last_rows
{
	my ($text) = @_;
	$text =~ s/.*^-[-+]*\n//sm;
	return join '; ', map { join ' | ', map { s/^\s+|\s+$//gr } split /\|/ } grep { /\S/ } split /\n/, $text;
}

sub pipe_through
{
	my ($input) = @_;
	my $answer;
	require IPC::Run;
	utf8::encode($input);
	IPC::Run::run(['psql', '-Xq', '-P', 'footer=off', '-P', 'pager=off'], '<', \$input, '>&', \$answer);
	utf8::decode($answer);
	return $answer;
}
