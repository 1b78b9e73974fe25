-- report/secret: the secret from which the releases of a network draw.
--
-- This part stands after end/ownership: the table stays the superuser's, so that its policy holds for the owner of the
-- extension too.  Its rows are in no dump: a copy of a network draws anew, unless a cell was drawn before.

CREATE TABLE socu.network_secret (
    network oid PRIMARY KEY,
    secret bytea NOT NULL CHECK (octet_length(secret) OPERATOR(pg_catalog.>=) 32)
);
COMMENT ON TABLE socu.network_secret IS
'The secret of each network, by which its releases are rounded. Who owns the network reads and writes its row, and '
'nobody else but superusers. Not dumped.';
COMMENT ON COLUMN socu.network_secret.network IS 'OID of the schema of the network.';
COMMENT ON COLUMN socu.network_secret.secret IS 'The secret, 32 bytes or more.';
ALTER TABLE socu.network_secret ENABLE ROW LEVEL SECURITY;
CREATE POLICY network_secret_owner ON socu.network_secret
    USING (EXISTS (SELECT FROM pg_catalog.pg_namespace n
                   WHERE n.oid OPERATOR(pg_catalog.=) network AND pg_catalog.pg_has_role(n.nspowner, 'USAGE')));
COMMENT ON POLICY network_secret_owner ON socu.network_secret IS
'Who may act as the owner of the network has its secret.';
GRANT SELECT, INSERT, UPDATE, DELETE ON socu.network_secret TO PUBLIC;

CREATE FUNCTION socu.report_hmac(secret bytea, message text) RETURNS bigint
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.report_hmac(bytea, text) IS
'The first eight bytes of HMAC-SHA-256 of a message under a secret, as a number.';
