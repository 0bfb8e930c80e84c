/** Where functions declare which kinds of procedure they run and which effects they handle. */
package org.govshare.regulation.runner;
