package org.govshare.regulation.grammar;

import org.govshare.regulation.document.Basis;

/**
 * The duty to let what was gathered about a city flow back to its platform (回流).
 *
 * @param approval on file before there is a platform that data flows to
 * @param need of the city, stated within its territory, is served
 * @param refusal only where the law withholds the data
 */
public record BackFlow(Basis approval, Basis need, Basis refusal) {}
