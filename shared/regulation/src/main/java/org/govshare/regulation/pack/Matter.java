package org.govshare.regulation.pack;

import java.time.LocalDate;
import java.util.Optional;
import org.govshare.regulation.grammar.ShareClass;

/**
 * What decides which law governs a new case.
 *
 * @param kind the kind of procedure, such as {@code share-request} or {@code verification}
 * @param shareClass the class of the dataset, where the kind of procedure has a variant for each class
 * @param region the region where the case is raised: that of the agency which opens it
 * @param on the law day, in Asia/Shanghai, on which it is raised
 */
public record Matter(String kind, Optional<ShareClass> shareClass, String region, LocalDate on) {}
