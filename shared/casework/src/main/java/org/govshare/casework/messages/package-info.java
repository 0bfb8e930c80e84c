/** What casework says to callers and to those whom it notifies, in both languages. */
package org.govshare.casework.messages;
