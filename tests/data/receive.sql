-- :receive puts :value, in binary, into the one column of :table: a COPY file with one row, made where psql runs,
-- so that the server reads no file of ours.
\set receive 'SELECT format(''\\copy %s FROM PROGRAM ''''printf "PGCOPY\\n\\377\\r\\n\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\1%s\\377\\377"'''' (FORMAT binary)'', :''table'', string_agg(format(''\\%s%s%s'', b >> 6, (b >> 3) & 7, b & 7), '''' ORDER BY i)) AS copy FROM (SELECT int4send(octet_length(:value)) || :value AS bytes) v, generate_series(0, octet_length(bytes) - 1) i, get_byte(bytes, i) b \\gset \\\\ :copy'
