/** Embedded PostgreSQL, the two roles and the schema, and the run of the migrations. */
package org.govshare.database;
