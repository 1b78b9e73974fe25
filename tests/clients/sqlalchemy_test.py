"""SQLAlchemy: the mapped class, Core, text parameters of type String, reflection."""
from sqlalchemy import ARRAY, MetaData, Table, String, bindparam, exc, func, inspect, select, text
from sqlalchemy.orm import Session
from check import CODES, COURSE_1, CREDITS, TERMS, equal, same_refusals, done
from socu_sqlalchemy import AcademicTerm, Course, Credit, ProgramCode, engine

FIELDS = ("id", "credit", "code", "term", "credits", "codes", "terms")


def values(course):
    return tuple(getattr(course, field) for field in FIELDS)


with Session(engine) as session:
    equal("read", values(session.get(Course, 1)), COURSE_1)
    session.add(Course(**dict(zip(FIELDS, (30,) + COURSE_1[1:]))))
    session.commit()
    session.expire_all()
    equal("write", values(session.get(Course, 30)), (30,) + COURSE_1[1:])
    found = session.execute(select(Course.id).where(Course.credit == "10/3 CN", Course.term >= "2024/2025-1/2",
                                                    Course.code.op("<@")("KZ2009:6M07"), Course.id >= 30)).all()
    equal("find", [row.id for row in found], [30])
    equal("sum of a type", session.execute(select(func.sum(Course.credit)).where(Course.id == 30)).scalar(), "10/3 CN")
    course = session.get(Course, 30)
    course.credit, course.credits = "6 RU_ZET", ["6 RU_ZET", None]
    session.commit()
    equal("update", values(session.get(Course, 30))[1::3], ("6 RU_ZET", ["6 RU_ZET", None]))

reflected = Table("course", MetaData(), autoload_with=engine)
equal("autoload", [str(column.type) for column in reflected.columns],
      ["INTEGER", "credit", "program_code", "academic_term", "ARRAY", "ARRAY", "ARRAY"])
inspector = inspect(engine)
equal("inspect", [(c["name"], type(c["type"])) for c in inspector.get_columns("course")][1:4],
      [("credit", Credit), ("code", ProgramCode), ("term", AcademicTerm)])
equal("inspect arrays", [type(c["type"].item_type) for c in inspector.get_columns("course")[4:]],
      [Credit, ProgramCode, AcademicTerm])
equal("inspect constraint", inspector.get_check_constraints("course")[0]["name"], "course_credit_positive")
with engine.begin() as conn:
    conn.execute(reflected.insert(), [dict(zip(FIELDS, (31 + n,) + COURSE_1[1:])) for n in range(3)])
    equal("many rows", conn.execute(select(func.count()).where(reflected.c.id.between(31, 33), reflected.c.credits == CREDITS)).scalar(), 3)


def refuse(statement, *parameters):
    try:
        with engine.begin() as conn:
            conn.execute(text(statement), {"p": parameters[0]} if parameters else {})
    except exc.DBAPIError as error:
        return error.orig.pgcode, error.orig.diag.constraint_name


same_refusals(refuse, ":p")
done()
