package org.govshare.regulation.grammar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a text of law was taken from; what is not known is absent, for none of it is guessed.
 *
 * @param address at which the organ has published it
 * @param number of the order or announcement that published it
 * @param published day of its publication
 * @param checked day on which the pack was last compared with the text at the address
 */
public record Source(
        Optional<String> address,
        Optional<String> number,
        Optional<LocalDate> published,
        Optional<LocalDate> checked) {}
