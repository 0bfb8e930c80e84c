/** 回流: sends each city's platform the records of that city, stream by stream. */
package org.govshare.backflow;
