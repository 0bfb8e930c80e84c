-- Once per server, as a superuser; then: ALTER ROLE govshare_owner PASSWORD '...', and the same for govshare_app.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'govshare_owner') THEN
        CREATE ROLE govshare_owner LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'govshare_app') THEN
        CREATE ROLE govshare_app LOGIN;
    END IF;
END
$$;
ALTER ROLE govshare_owner SET search_path = govshare;
ALTER ROLE govshare_app SET search_path = govshare;
