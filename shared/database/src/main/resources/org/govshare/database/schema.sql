-- Once per database, as a superuser, connected to it; :database is its name.
REVOKE ALL ON DATABASE :database FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :database TO govshare_owner, govshare_app;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS govshare AUTHORIZATION govshare_owner;
GRANT USAGE ON SCHEMA govshare TO govshare_app;
