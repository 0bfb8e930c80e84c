/** The floor for plain SQL: statements, transactions, ids of new rows, and the check that the database answers. */
package org.govshare.platform.sql;
