#!/bin/sh
# Run once by the PostgreSQL image, on an empty volume: the database, its owner (migrations), and the application's
# role, which owns nothing and is subject to row-level security.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
  --set=owner_password="$OWNER_PASSWORD" --set=app_password="$APP_PASSWORD" <<'SQL'
CREATE ROLE journeyloop_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE journeyloop_app LOGIN PASSWORD :'app_password';
CREATE DATABASE journeyloop OWNER journeyloop_owner;
REVOKE ALL ON DATABASE journeyloop FROM PUBLIC;
GRANT CONNECT ON DATABASE journeyloop TO journeyloop_app;
SQL
