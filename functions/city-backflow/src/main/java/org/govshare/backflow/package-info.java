/** 回流: sends each city's platform what is held of that city, stream by stream. */
package org.govshare.backflow;
