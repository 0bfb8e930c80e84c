/** 玩具: takes a command that changes nothing, and answers a list that is empty. */
package org.govshare.toy;
