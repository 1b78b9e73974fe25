-- network: the guard and the comments of the table that makes a schema a network.

CREATE OR REPLACE TRIGGER network_marker_guard BEFORE INSERT OR DELETE ON network
    FOR EACH ROW EXECUTE FUNCTION socu.network_marker_guard();
CREATE OR REPLACE TRIGGER network_marker_guard_truncate BEFORE TRUNCATE ON network
    FOR EACH STATEMENT EXECUTE FUNCTION socu.network_marker_guard();

COMMENT ON TABLE network IS
'What makes this schema a network of socu: one row, written by create_network and upgrade_network.';
COMMENT ON COLUMN network.version IS 'Last step of the template that the network has.';
COMMENT ON COLUMN network.rooms IS 'Rooms of the network.';
COMMENT ON COLUMN network.facts IS
'Version of the extension whose facts were copied into the network; null if none were.';
COMMENT ON COLUMN network.server IS 'Major version of PostgreSQL that printed the definitions behind "objects".';
COMMENT ON COLUMN network.objects IS
'Objects that the template made, with digests of their definitions: an upgrade tells by them what the site changed.';
COMMENT ON COLUMN network.fact_digests IS
'Rows that were copied into the network as facts, with digests of them: network_facts_update tells by these what the '
'site changed or removed.';
COMMENT ON COLUMN network.only_row IS 'True: there is one row.';
