/** Procedures about a grant (授权后的处理): suspension, end, disposal, wider use. */
package org.govshare.exchange.act;
