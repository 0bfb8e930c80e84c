package org.govshare.regulation.grammar;

import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;

/**
 * An act that rungs propose and organs give, in the words of the text: 责令改正, 约谈.
 *
 * @param name by which rungs, procedures and notices know it, such as {@code order-correction}
 */
public record NamedAct(String name, Text title, Basis basis) {}
