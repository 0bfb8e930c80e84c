package org.govshare.regulation.grammar;

/**
 * An agency as far as it matters to the question whom a text binds.
 *
 * @param region whose level it belongs to, six digits (GB/T 2260); {@code 000000} for the nation
 */
public record Body(String region, BoundKind kind) {

    /** A department of the government of that region. */
    public static Body departmentOf(String region) {
        return new Body(region, BoundKind.GOVERNMENT_DEPARTMENT);
    }
}
