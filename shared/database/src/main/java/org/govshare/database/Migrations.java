package org.govshare.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the schema {@code govshare} to the state of the migrations on the class path: each module has a folder of its own
 * below {@code db/migration}, and the numbers make one order of all.
 */
public final class Migrations {
    private Migrations() {}

    /**
     * Runs what has not run yet, each migration in a transaction of its own; several processes may call it at once.
     *
     * @param ownerUrl JDBC address for the role {@value DatabaseBootstrap#OWNER}, with its password
     * @return how many were run
     * @throws DatabaseException if one fails, or one that has run was changed since; those before it stay
     */
    public static int run(String ownerUrl) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(ownerUrl);
        SplitMigrations.adopt(source);
        try {
            return Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .schemas("govshare")
                    .createSchemas(false)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new DatabaseException("The migrations failed: " + e.getMessage(), e);
        }
    }
}
