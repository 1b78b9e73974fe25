-- registry/agreements: kinds of agreements, activities, agreements and the flows they agree on.

COMMENT ON TABLE agreement_kind IS 'Kinds of document that parties sign or adopt, with their legal force.';
COMMENT ON COLUMN agreement_kind.name_en IS 'Name in English.';
COMMENT ON COLUMN agreement_kind.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN agreement_kind.source IS 'Where the fact stands.';
COMMENT ON COLUMN agreement_kind.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN agreement_kind.agreement_kind IS 'Key: snake_case.';
COMMENT ON COLUMN agreement_kind.binding IS 'True if it binds its parties in law.';
COMMENT ON COLUMN agreement_kind.base_for_quota IS
'yes, no, or if_stated: only if the document itself states places.';
COMMENT ON TABLE activity IS 'Kinds of activity: what agreements provide for and statistics count.';
COMMENT ON COLUMN activity.name_en IS 'Name in English.';
COMMENT ON COLUMN activity.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN activity.source IS 'Where the fact stands.';
COMMENT ON COLUMN activity.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN activity.activity IS 'Key: snake_case.';
COMMENT ON COLUMN activity.mobility IS 'True if persons cross a border for it.';
COMMENT ON COLUMN activity.person IS 'Who moves: student or staff; NULL where nobody does.';
COMMENT ON COLUMN activity.degree IS 'True if it leads to a degree of the receiving side.';
COMMENT ON COLUMN activity.unit IS 'What is counted.';
COMMENT ON TABLE agreement IS
'Agreements, memoranda, resolutions and other documents that parties sign or adopt. Parties are in participation, what '
'they provide for in topic, directed exchanges in agreement_flow.';
COMMENT ON COLUMN agreement.title IS 'Title, in English or as printed.';
COMMENT ON COLUMN agreement.note IS 'A remark for the reader.';
COMMENT ON COLUMN agreement.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN agreement.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON SEQUENCE agreement_seq IS 'Numbers of agreements entered without a key.';
COMMENT ON COLUMN agreement.agreement IS 'Key: the register''s own number or agreement-N.';
COMMENT ON COLUMN agreement.kind IS 'Kind of document; its legal force is in agreement_kind.';
COMMENT ON COLUMN agreement.status IS 'draft, signed or terminated (then valid ends at the day of termination).';
COMMENT ON COLUMN agreement.signed IS 'When it was signed, as exact as it is known.';
COMMENT ON COLUMN agreement.validity IS 'When it is in force, [from, to); an open side is not stated.';
COMMENT ON COLUMN agreement.renewal IS
'not_stated, none, automatic (by renewal_months unless someone gives notice) or by_consent.';
COMMENT ON COLUMN agreement.renewal_months IS 'By how many months it is renewed at a time.';
COMMENT ON COLUMN agreement.notice_months IS 'How many months before the end notice must be given.';
COMMENT ON COLUMN agreement.event IS 'The event at which it was signed or adopted.';
COMMENT ON COLUMN agreement.framework IS 'The agreement under which it was made.';
COMMENT ON COLUMN agreement.network IS 'The network within which it was made.';
COMMENT ON COLUMN agreement.parties_complete IS 'False if there are parties that are not listed.';
COMMENT ON TABLE agreement_flow IS 'Directed exchanges of an agreement: an exchange both ways is two rows.';
COMMENT ON COLUMN agreement_flow.agreement IS 'The agreement.';
COMMENT ON COLUMN agreement_flow.flow IS 'Number of the flow within the agreement.';
COMMENT ON COLUMN agreement_flow.from_institution IS 'The sending institution.';
COMMENT ON COLUMN agreement_flow.to_institution IS 'The receiving institution.';
COMMENT ON COLUMN agreement_flow.activity IS 'What they come for.';
COMMENT ON COLUMN agreement_flow.direction IS 'Direction of study it is limited to.';
COMMENT ON COLUMN agreement_flow.level IS 'ISCED 2011 level it is limited to.';
COMMENT ON COLUMN agreement_flow.field IS 'Field of study it is limited to, with all below it.';
COMMENT ON COLUMN agreement_flow.places_stated IS
'stated, unlimited, or not_stated: no number given is neither 0 nor unlimited.';
COMMENT ON COLUMN agreement_flow.places IS 'Number of places a year, in unit; NULL unless stated.';
COMMENT ON COLUMN agreement_flow.unit IS 'persons, stays, months, days or hours.';
