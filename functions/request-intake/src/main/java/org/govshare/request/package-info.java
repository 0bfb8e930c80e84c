/** 受理: requests for data, from submission to grant, refusal or dispute. */
package org.govshare.request;
