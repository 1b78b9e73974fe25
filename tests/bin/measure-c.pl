#!/usr/bin/env perl
# The C code measured: what tests/bin/lint-c refuses, and the table that it prints.  Run from the top of the tree.
use strict;
use warnings;

# A room uses only the rooms before it.
my @rooms = qw(ground network credit program crosswalk term registry quota recognition exchange report module);
my ($max_lines, $max_nesting, $max_paths, $min_words) = (60, 4, 20, 0.9);
my %place = map { $rooms[$_] => $_ } 0 .. $#rooms;
# Rooms that keep all of it; what is wrong elsewhere is printed, and refused as soon as the room is listed here.
my %kept = map { $_ => 1 } qw(ground network credit program crosswalk term registry quota recognition exchange module);
my (@wrong, @todo);

sub complain
{
	my ($room, $what) = @_;
	push @{ $kept{$room} ? \@wrong : \@todo }, $what;
}

sub slurp
{
	my ($file) = @_;
	open my $in, '<', $file or die "$file: $!";
	local $/;
	return scalar <$in>;
}

# Strings and comments hold no code; the lines stay where they are.
sub code_of
{
	my ($text) = @_;
	$text =~ s{("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(/\*.*?\*/)}{
		my $what = $1 // $2; defined $1 ? '""' : "\n" x ($what =~ tr/\n//)}gse;
	return $text;
}

# ---- functions ----

# Names that are explained elsewhere: in a header, above the declaration or the block of declarations that it is in; and
# the functions of SQL, which have a COMMENT (a test sees to it).
sub explained
{
	my %names;
	for my $file (glob 'src/*/*.c')
	{
		my $text = slurp($file);
		$names{$1} = 1 while $text =~ /^PG_FUNCTION_INFO_V1\((\w+)\)/mg;
	}
	for my $file (glob 'src/*/*.h')
	{
		for my $block (split /\n\s*\n/, slurp($file))
		{
			next unless $block =~ m{^\s*/\*}m or $block =~ m{/\*};
			$names{$1} = 1 while $block =~ /\b([a-z]\w*)\(/g;
		}
	}
	return \%names;
}

# The deepest control statement: clang-format indents by a tab, and what a switch adds twice counts once.
sub nesting_of
{
	my @switches;
	my $deepest = 0;
	for (@_)
	{
		next unless /^(\t+)(?:\} )?(?:else )?(if|for|foreach|while|do|switch)\b/;
		my $depth = length $1;
		pop @switches while @switches and $switches[-1] >= $depth;
		$deepest = $depth - @switches if $depth - @switches > $deepest;
		push @switches, $depth if $2 eq 'switch';
	}
	return $deepest;
}

# Every definition begins with its name at the start of a line and ends with a brace there.
sub functions_of
{
	my ($file, $names) = @_;
	my $text = slurp($file);
	my @lines = split /\n/, $text;
	my @code = split /\n/, code_of($text);
	my @found;
	for (my $i = 1; $i < @code; $i++)
	{
		my ($name) = $code[$i] =~ /^([A-Za-z_]\w*)\(/ or next;
		next unless $code[ $i - 1 ] =~ /^[A-Za-z_][\w \*]*$/;
		my $open = $i;
		$open++ while $open < @code and $code[$open] !~ /^\{|;\s*$/;
		next if $open >= @code or $code[$open] !~ /^\{/;
		my $close = $open;
		$close++ while $close < $#code and $code[$close] !~ /^\}/;
		my @body = @code[ $open + 1 .. $close - 1 ];
		my $paths = 1;
		for (@body) { $paths++ while /\b(?:if|for|foreach|while|case)\b|&&|\|\||\?/g; }
		my $above = $i >= 2 ? $lines[ $i - 2 ] : '';
		push @found, {
			file => $file, line => $i + 1, name => $name, lines => $close - $i + 1, nesting => nesting_of(@body),
			paths => $paths, words => ($above =~ m{\*/\s*$} or $names->{$name}) ? 1 : 0,
		};
		$i = $close;
	}
	return @found;
}

# ---- includes ----

sub includes_of
{
	my ($file) = @_;
	return slurp($file) =~ /^#include "([^"]+)"/mg;
}

# A core stands alone: what it includes, and what that includes, is of src/ and no header of PostgreSQL.
sub check_core
{
	my ($core, $file, $seen) = @_;
	return if $seen->{$file}++;
	for my $include (includes_of($file))
	{
		if (-e "src/$include") { check_core($core, "src/$include", $seen); }
		elsif ($include =~ /^(?:\w+)_frozen\.h$/) { }
		else { push @wrong, "$core: a core includes \"$include\" (by $file)"; }
	}
}

sub check_rooms
{
	my %uses;
	for my $file (glob 'src/*/*.[ch]')
	{
		my ($room, $unit) = $file =~ m{src/(\w+)/(\w+)\.} or next;
		push @wrong, "$file: room \"$room\" has no place in the order" unless defined $place{$room};
		for my $include (grep { -e "src/$_" } includes_of($file))
		{
			my ($other, $header) = $include =~ m{(\w+)/(\w+)\.};
			push @wrong, "$file: room \"$room\" uses \"$include\" of a later room" if ($place{$other} // 99) > ($place{$room} // 99);
			$uses{"$room/$unit"}{"$other/$header"} = 1 unless "$room/$unit" eq "$other/$header";
		}
	}
	my (%state, $visit);
	$visit = sub {
		my ($unit, @path) = @_;
		if (($state{$unit} // '') eq 'open')
		{
			shift @path while $path[0] ne $unit;
			complain $unit =~ m{^(\w+)/}, "circle of files: @path $unit";
			return;
		}
		return if $state{$unit};
		$state{$unit} = 'open';
		$visit->($_, @path, $unit) for sort keys %{ $uses{$unit} // {} };
		$state{$unit} = 'done';
	};
	$visit->($_) for sort keys %uses;
	return scalar map { keys %$_ } values %uses;
}

# ---- the measures ----

sub median { my @sorted = sort { $a <=> $b } @_; return $sorted[ @sorted / 2 ] // 0; }
sub maximum { return (sort { $b <=> $a } @_)[0] // 0; }
sub share { my ($part, $all) = @_; return sprintf '%.1f %%', $all ? 100 * $part / $all : 0; }

# How many windows of six lines with code stand somewhere else too.
sub duplicated
{
	my (%seen, $all);
	for my $file (glob 'src/*/*.c')
	{
		my @lines = grep { /\w/ and !/^#include|^PG_FUNCTION_INFO_V1/ } map { s/^\s+|\s+$//gr } split /\n/, code_of(slurp($file));
		for my $i (0 .. $#lines - 5) { $seen{ join "\n", @lines[ $i .. $i + 5 ] }++; $all++; }
	}
	my $twice = 0;
	$_ > 1 and $twice += $_ for values %seen;
	return share($twice, $all);
}

my $names = explained();
my @files = glob 'src/*/*.c';
my @functions = map { functions_of($_, $names) } @files;
my %room_words;
for my $f (@functions)
{
	my $at = "$f->{file}:$f->{line}: $f->{name}";
	my ($room) = $f->{file} =~ m{src/(\w+)/};
	complain $room, "$at has $f->{lines} lines (at most $max_lines)" if $f->{lines} > $max_lines;
	complain $room, "$at is nested $f->{nesting} deep (at most $max_nesting)" if $f->{nesting} > $max_nesting;
	complain $room, "$at has $f->{paths} paths (at most $max_paths)" if $f->{paths} > $max_paths;
	$room_words{$room}[0] += $f->{words};
	$room_words{$room}[1]++;
}
check_core($_, $_, {}) for grep { m{/(?:\w+_)?core\.[ch]$} } glob 'src/*/*.[ch]';
my $arrows = check_rooms();
for my $room (grep { $room_words{$_} } @rooms)
{
	my ($words, $all) = @{ $room_words{$room} };
	complain $room, "src/$room: words above " . share($words, $all) . ' of the functions (at least nine of ten)' if $words / $all < $min_words;
}

my @lengths = map { slurp($_) =~ tr/\n// } @files;
my @lines = map { $_->{lines} } @functions;
my @paths = map { $_->{paths} } @functions;
printf "%-50s %s\n", @$_ for (
	[ 'files: number, median and longest (lines)', scalar(@files) . ', ' . median(@lengths) . ' / ' . maximum(@lengths) ],
	[ 'functions: number, median and longest (lines)', scalar(@functions) . ', ' . median(@lines) . ' / ' . maximum(@lines) ],
	[ "functions of more than $max_lines lines", share(scalar(grep { $_ > $max_lines } @lines), scalar @lines) ],
	[ 'paths through a function: most; more than 15', maximum(@paths) . '; ' . share(scalar(grep { $_ > 15 } @paths), scalar @paths) ],
	[ 'nesting: deepest', maximum(map { $_->{nesting} } @functions) ],
	[ 'functions with words (here, in the header, in SQL)', share(scalar(grep { $_->{words} } @functions), scalar @functions) ],
	[ 'windows of six lines that stand twice', duplicated() ],
	[ 'files that include files', "$arrows arrows" ]);
if ($ENV{MEASURE_ROOMS})
{
	printf "  %-12s words above %s of %d functions\n", $_, share(@{ $room_words{$_} }), $room_words{$_}[1] for grep { $room_words{$_} } @rooms;
	if ($ENV{MEASURE_ROOMS} ne '1') { print "  $_->{file}:$_->{line} $_->{name}\n" for grep { !$_->{words} and $_->{file} =~ m{src/$ENV{MEASURE_ROOMS}/} } @functions; }
}
print "not yet: $_\n" for @todo;
print "$_\n" for @wrong;
exit(@wrong ? 1 : 0);
