package org.govshare.registry;

/**
 * A body that works on government data for an agency, with that agency's approval (Hebei art. 27; Neijiang arts. 37,
 * 39).
 *
 * @param code unified social credit code of the contractor, which is not an agency's
 * @param principal credit code of the agency it acts for
 * @param approval the document that approves it
 * @param validity from the approval's day on
 */
public record Contractor(String code, String name, String principal, String approval, Validity validity) {}
