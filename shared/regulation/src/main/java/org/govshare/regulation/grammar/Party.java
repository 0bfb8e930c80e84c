package org.govshare.regulation.grammar;

import org.govshare.regulation.document.Basis;

/** A party of a procedure and how it is found. */
public record Party(String name, PartyStrategy strategy, Basis basis) {}
