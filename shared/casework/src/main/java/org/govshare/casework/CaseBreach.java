package org.govshare.casework;

import java.util.Optional;

/**
 * A breach in a case, about which an organ acts.
 *
 * @param clock the late clock that shows it; without one, the organ has found it
 * @param agency credit code of who answers for it now
 */
record CaseBreach(CaseFile file, Optional<CaseClock> clock, String agency) {}
