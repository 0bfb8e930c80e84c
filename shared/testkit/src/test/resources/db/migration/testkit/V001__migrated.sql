-- Stands for the platform's migrations, which this module does not see.
CREATE TABLE migrated (n int);
GRANT SELECT ON migrated TO govshare_app;
