package org.govshare.backflow;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Records of one dataset and region code that lie in no city and so flow back to nobody.
 *
 * @param reason why the code falls to no city today; absent when it falls to one by now
 * @param cityNow the city that the code falls to by now: the records lie there once they are loaded again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowsWithoutCityView(String dataset, String region, long records, String reason, String cityNow) {}
