/** 校核: doubts about records go to whom the law says, and the provider repairs the records. */
package org.govshare.verification;
