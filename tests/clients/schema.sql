-- What every client's test starts from; the table course itself is the one of docs/clients.md.
-- The copy is for COPY in binary, and the rows are those that every client has to find and to write.
CREATE TABLE course_copy (LIKE course);
INSERT INTO course VALUES
    (1, '10/3 CN', 'KZ2009:6M070300', '2024/2025-1/2', '{"7.5 ECTS","10/3 CN"}', '{KZ2009:6M070300,RU2013:09.04.02}', '{2024/2025-1/2,2025/2025}'),
    (2, '7.5 ECTS', NULL, NULL, '{NULL,"0.1 KZ"}', '{}', NULL);
