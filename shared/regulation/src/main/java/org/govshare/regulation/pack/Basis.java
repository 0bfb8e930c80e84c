package org.govshare.regulation.pack;

import java.util.Optional;

/**
 * What a rule rests on.
 *
 * @param pack id of the pack
 * @param article as cited, without the law's name ("15 para. 3")
 * @param chosen the text leaves it open and we chose
 * @param note what was chosen and why, where it was
 */
public record Basis(String pack, String article, boolean chosen, Optional<String> note) {}
