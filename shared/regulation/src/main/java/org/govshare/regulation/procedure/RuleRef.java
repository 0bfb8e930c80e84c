package org.govshare.regulation.procedure;

/** A rule by pack, procedure and article; the article as the pack cites it ("15 para. 3"). */
public record RuleRef(String pack, String procedure, String article) {}
