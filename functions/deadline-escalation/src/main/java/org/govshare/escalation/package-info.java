/** 督办: fires the rungs that are due, and counts clocks again when a holiday notice comes. */
package org.govshare.escalation;
