/** Cases (办件): opened and acted upon as the law decides, with their parties, clocks and rungs. */
package org.govshare.casework;
