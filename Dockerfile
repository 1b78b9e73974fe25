# PostgreSQL with socu; a new database cluster has the extension in its first database.
#   docker build --build-arg PG_MAJOR=17 -t socu:17 .
#   docker run -e POSTGRES_PASSWORD=secret -p 5432:5432 socu:17
ARG PG_MAJOR=17

FROM postgres:${PG_MAJOR} AS build
ARG PG_MAJOR
RUN apt-get update \
 && apt-get install -y --no-install-recommends gcc libc6-dev libxml2-dev make "postgresql-server-dev-${PG_MAJOR}" zlib1g-dev \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN make clean && make && make install DESTDIR=/out

FROM postgres:${PG_MAJOR}
COPY --from=build /out/ /
RUN echo 'CREATE EXTENSION IF NOT EXISTS socu CASCADE;' >/docker-entrypoint-initdb.d/10-socu.sql
