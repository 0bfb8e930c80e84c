/** Problem details (RFC 9457): why something was refused, in both languages, naming the field. */
package org.govshare.platform.problem;
