/** Who is calling: tokens, their claims and roles, and contractors with the agencies that they act for. */
package org.govshare.platform.identity;
