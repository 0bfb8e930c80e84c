/** What the command path says to callers, in both languages. */
package org.govshare.commands.messages;
