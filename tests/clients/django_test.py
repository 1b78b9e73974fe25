"""Django: the model, lookups, arrays, refused rows, inspectdb."""
import io
import os
from urllib.parse import urlsplit
import django
from django.conf import settings
from check import COURSE_1, equal, same_refusals, done

url = urlsplit(os.environ["DATABASE_URL"])
settings.configure(INSTALLED_APPS=["django.contrib.postgres"], DEFAULT_AUTO_FIELD="django.db.models.AutoField", DATABASES={"default": {
    "ENGINE": "django.db.backends.postgresql", "HOST": url.hostname, "PORT": url.port, "USER": url.username, "NAME": url.path[1:]}})
django.setup()
from django.core.management import call_command
from django.db import DatabaseError, connection
from socu_django import Course

FIELDS = ("id", "credit", "code", "term", "credits", "codes", "terms")
equal("read", Course.objects.filter(id=1).values_list(*FIELDS).get(), COURSE_1)
Course(**dict(zip(FIELDS, (40,) + COURSE_1[1:]))).save()
equal("write", Course.objects.filter(id=40).values_list(*FIELDS).get(), (40,) + COURSE_1[1:])
equal("find", Course.objects.filter(credit="10/3 CN", term__gte="2024/2025-1/2", id__gte=40).count(), 1)
equal("find in a list", Course.objects.filter(id__gte=40, code__in=["KZ2009:6M070300", "RU2013:09.04.02"]).count(), 1)
Course.objects.filter(id=40).update(credit="6 RU_ZET", credits=["6 RU_ZET", None])
equal("update", Course.objects.filter(id=40).values_list("credit", "credits").get(), ("6 RU_ZET", ["6 RU_ZET", None]))
Course.objects.bulk_create([Course(id=41, credit="1 KZ"), Course(id=42, credit="2 KZ", terms=[])])
equal("many rows", list(Course.objects.filter(id__gt=40).order_by("-credit").values_list("credit", "terms")), [("2 KZ", []), ("1 KZ", None)])
out = io.StringIO()
call_command("inspectdb", "course", stdout=out)
guessed = {line.split(" = ")[0].strip() for line in out.getvalue().splitlines() if "models.TextField" in line and "guess" in line}
equal("inspectdb", guessed, set(FIELDS) - {"id"})


def refuse(statement, *parameters):
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters or None)
    except DatabaseError as error:
        return error.__cause__.pgcode, error.__cause__.diag.constraint_name


same_refusals(refuse, "%s")
done()
