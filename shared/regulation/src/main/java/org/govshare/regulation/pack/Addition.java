package org.govshare.regulation.pack;

import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;

/**
 * Something that a text adds to the steps of another, or that these steps do not carry.
 *
 * @param basis of the text that demands it
 * @param what it is, in the words of that text
 */
public record Addition(Basis basis, Text what) {}
