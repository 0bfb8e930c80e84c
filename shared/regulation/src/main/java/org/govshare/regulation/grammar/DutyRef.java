package org.govshare.regulation.grammar;

/** A duty of a text: the clock of that name in the procedure of the same kind and class. */
public record DutyRef(String pack, String duty) {}
