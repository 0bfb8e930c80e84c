/** The one path of a command: deduplicate, decide, write, commit, then send. */
package org.govshare.commands;
