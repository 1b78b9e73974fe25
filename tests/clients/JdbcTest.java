// JDBC: text parameters, server-prepared statements, arrays, metadata, COPY, errors.
import java.io.*;
import java.sql.*;
import java.util.*;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

public class JdbcTest {
    static int passed, failed;
    static Connection db;
    static final String ROW =
            "[10/3 CN, KZ2009:6M070300, 2024/2025-1/2, [7.5 ECTS, 10/3 CN], "
            + "[KZ2009:6M070300, RU2013:09.04.02], [2024/2025-1/2, 2025/2025-1/1]]";

    static void equal(String what, Object got, Object expected) {
        if (Objects.equals(got, expected)) {
            passed++;
        } else {
            failed++;
            System.out.println("not ok: " + what + ": got " + got + ", expected " + expected);
        }
    }

    static String course(int id) throws SQLException {
        try (PreparedStatement query = db.prepareStatement("SELECT * FROM course WHERE id = ?")) {
            query.setInt(1, id);
            ResultSet row = query.executeQuery();
            row.next();
            List<String> out =
                    new ArrayList<>(List.of(row.getString("credit"), row.getString("code"), row.getString("term")));
            for (String column : List.of("credits", "codes", "terms"))
                out.add(row.getArray(column) == null ? null : Arrays.toString(SocuJdbc.array(row, column)));
            return out.toString();
        }
    }

    static void refused(String what, String expected, String statement, String... parameters) {
        String got = null;
        try (PreparedStatement query = db.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++)
                query.setString(i + 1, parameters[i]);
            query.execute();
        } catch (SQLException error) {
            got = error.getSQLState() + " " + ((PSQLException)error).getServerErrorMessage().getConstraint();
        }
        equal("error: " + what, got, expected);
    }

    static String one(String statement, Object... parameters) throws SQLException {
        try (PreparedStatement query = db.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++)
                query.setObject(i + 1, parameters[i]);
            ResultSet row = query.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    public static void main(String[] args) throws Exception {
        db = DriverManager.getConnection(args[0]);
        equal("read", course(1), ROW);
        SocuJdbc.add(db, 80, "10/3 CN", "KZ2009:6M070300", "2024/2025-1/2", "7.5 ECTS", "10/3 CN");
        equal("the block writes", course(80), ROW.replaceAll("(10/3 CN\\]), .*", "$1, null, null]"));
        String name = null;
        try {
            SocuJdbc.add(db, 81, "0 ECTS", null, null);
        } catch (IllegalArgumentException error) {
            name = error.getMessage();
        }
        equal("the block names the constraint", name, "course_credit_positive");
        // from the fifth time on the driver prepares on the server and uses binary results where it knows the type
        try (PreparedStatement insert = db.prepareStatement("INSERT INTO course VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int id = 82; id < 92; id++) {
                insert.setInt(1, id);
                insert.setString(2, "10/3 CN");
                insert.setObject(3, "KZ2009:6M070300", Types.OTHER);
                insert.setString(4, "2024/2025-1/2");
                insert.setArray(5, db.createArrayOf("credit", new String[] {"7.5 ECTS", "10/3 CN"}));
                insert.setArray(6, db.createArrayOf("text", new String[] {"KZ2009:6M070300", "RU2013:09.04.02"}));
                insert.setArray(7, db.createArrayOf("academic_term", new String[] {"2024/2025-1/2", "2025/2025"}));
                insert.executeUpdate();
                equal("write " + id, course(id), ROW);
                equal("find " + id,
                      one("SELECT count(*) FROM course WHERE id = ? AND credit = CAST(? AS credit)", id, "10/3 CN"),
                      "1");
            }
        }
        equal("credit * int", one("SELECT credit '3 ECTS' * ?", 2), "6 ECTS");
        equal("credit * long", one("SELECT credit '3 ECTS' * ?", 2L), "6 ECTS");
        equal("credit * double", one("SELECT credit '3 ECTS' * ?", 1.5), "4.5 ECTS");
        equal("credit * BigDecimal", one("SELECT credit '3 ECTS' * ?", new java.math.BigDecimal("0.1")), "0.3 ECTS");
        equal("credit / double", one("SELECT credit '3 ECTS' / ?", 2.0), "1.5 ECTS");
        equal("credit(double, text)", one("SELECT credit(?, ?)", 0.1, "KZ"), "0.1 KZ");
        ResultSet columns = db.getMetaData().getColumns(null, null, "course", null);
        List<String> types = new ArrayList<>();
        while (columns.next())
            types.add(columns.getString("TYPE_NAME"));
        equal("metadata", types,
              List.of("int4", "credit", "program_code", "academic_term", "_credit", "_program_code", "_academic_term"));
        var copy = db.unwrap(PGConnection.class).getCopyAPI();
        for (String format : List.of("text", "binary")) {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            copy.copyOut("COPY (SELECT * FROM course WHERE id = 82) TO STDOUT (FORMAT " + format + ")", data);
            db.createStatement().execute("DELETE FROM course WHERE id = 82");
            copy.copyIn("COPY course FROM STDIN (FORMAT " + format + ")", new ByteArrayInputStream(data.toByteArray()));
            equal("COPY in " + format, course(82), ROW);
        }
        refused("bad credit", "22P02 null", "SELECT CAST(? AS credit)", "7.5");
        refused("credit out of range", "22003 null", "SELECT CAST(? AS credit)", "99999999999999999999 ECTS");
        refused("bad code", "22P02 null", "SELECT CAST(? AS program_code)", "KZ2009:");
        refused("bad year", "22008 null", "SELECT CAST(? AS academic_term)", "2024/2025-3/2");
        refused("two schemes", "22023 null", "SELECT credit '1 ECTS' + credit '1 KZ'");
        refused("check", "23514 course_credit_positive", "INSERT INTO course (id, credit) VALUES (99, '-1 ECTS')");
        refused("key", "23505 course_pkey", "INSERT INTO course (id, credit) VALUES (1, '1 ECTS')");
        System.out.println(passed + " passed, " + failed + " failed");
        System.exit(failed > 0 ? 1 : 0);
    }
}
