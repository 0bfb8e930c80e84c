package org.govshare.backflow;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Records of one dataset and region code that belong to no city and so flow back to nobody.
 *
 * @param reason why the code belongs to no city today; absent if it belongs to one by now
 * @param cityNow the city to which the code belongs by now: the records belong to it after they are loaded again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowsWithoutCityView(String dataset, String region, long records, String reason, String cityNow) {}
