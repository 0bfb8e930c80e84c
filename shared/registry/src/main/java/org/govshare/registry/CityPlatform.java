package org.govshare.registry;

import java.time.LocalDate;

/**
 * A city's own platform, which is valid only with the province's approval (Hebei art. 22).
 *
 * @param operatorCode credit code of the agency that runs it
 * @param approvalDocument number of the approval on file
 * @param approvalEndedOn first day without the approval; {@link LocalDate#MAX} while no end is known
 */
public record CityPlatform(
        String regionCode,
        String operatorCode,
        LocalDate approvedOn,
        String approvalDocument,
        LocalDate approvalEndedOn) {}
