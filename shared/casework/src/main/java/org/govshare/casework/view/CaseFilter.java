package org.govshare.casework.view;

import java.util.Optional;

/**
 * What a list of cases is narrowed to; everything is optional.
 *
 * @param closed only closed or only open cases
 * @param party only cases in which the caller's agency is this party, such as {@code provider}
 * @param overdue only cases with a duty that is owed and past its due moment, or only those without
 */
public record CaseFilter(
        Optional<Boolean> closed, Optional<String> dataset, Optional<String> party, Optional<Boolean> overdue) {}
