-- network: the table that makes a schema a network.

CREATE TABLE network (
    version socu.network_version NOT NULL,
    rooms text[] COLLATE "C" NOT NULL,
    facts text,
    server int NOT NULL,
    objects jsonb NOT NULL,
    fact_digests jsonb NOT NULL DEFAULT '{}',
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row)
);
