package org.govshare.platform.identity;

/** Tells whom an agency has let act for it; the registry answers. */
public interface Contractors {

    /** Whether the agency's approval of this contractor is on file and counts today, by the law's clock (Hebei art. 27). */
    boolean approved(String contractor, String principal);
}
