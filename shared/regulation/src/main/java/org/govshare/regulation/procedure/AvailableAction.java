package org.govshare.regulation.procedure;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;

/**
 * An action that the law allows now, to whom, and what it must state.
 *
 * @param party name of a party that may act; an action open to several is there once for each
 * @param agencies credit codes of that party
 * @param role the role a person needs for it, where the law asks for one
 * @param requiredFields names of the fields that must not be empty
 * @param optionalFields names of the fields that it can state besides; it takes no others
 */
public record AvailableAction(
        String action,
        Text title,
        String party,
        List<String> agencies,
        Optional<String> role,
        List<String> requiredFields,
        List<String> optionalFields,
        Basis basis) {}
