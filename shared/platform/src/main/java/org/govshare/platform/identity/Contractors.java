package org.govshare.platform.identity;

/** Answers, from the registry, which contractors an agency has approved. */
public interface Contractors {

    /** Whether the agency's approval of this contractor is on file and counts today, by the law's clock (Hebei art. 27). */
    boolean approved(String contractor, String principal);
}
