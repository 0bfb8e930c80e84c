/** 归集与共享: takes records from their providers, and gives rows out under a grant. */
package org.govshare.exchange;
