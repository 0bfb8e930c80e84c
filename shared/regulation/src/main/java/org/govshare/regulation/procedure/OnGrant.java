package org.govshare.regulation.procedure;

/**
 * The grant that a procedure is to be opened about.
 *
 * @param grantee credit code of who holds the grantee's office now
 * @param ended whether the grant has ended by then
 */
public record OnGrant(String grantee, boolean ended) {}
