/** What the platform says to callers; the platform itself is in the packages below. */
package org.govshare.platform;
