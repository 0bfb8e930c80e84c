/** Notices (督办通知): what one agency has to know, in an order that nothing is added to afterwards. */
package org.govshare.casework.notice;
