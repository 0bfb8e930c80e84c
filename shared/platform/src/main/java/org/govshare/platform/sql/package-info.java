/** The floor for plain SQL: statements, transactions, ids of new rows, and the check that the database is there. */
package org.govshare.platform.sql;
