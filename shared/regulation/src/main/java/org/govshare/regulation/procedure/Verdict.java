package org.govshare.regulation.procedure;

/** What the law says to a command. */
public sealed interface Verdict permits Decision, Refusal {}
